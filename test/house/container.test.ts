/** The image cannot be built here; what can be seen without an engine is that it is made of what is there. */
import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';

const lines = readFileSync('Dockerfile', 'utf8').split('\n');
const allowed = readFileSync('.dockerignore', 'utf8')
	.split('\n')
	.filter((line) => line.startsWith('!'))
	.map((line) => line.slice(1));

test('the image is made of files that there are, and that the engine is given', () => {
	const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(' ').slice(1, -1));
	expect([...new Set(copied)].sort()).toEqual([...allowed].sort());
	expect(copied.filter((file) => !existsSync(file))).toEqual([]);
});

test('what the bot runs as is no administrator, and gets signals itself', () => {
	expect(lines.filter((line) => line.startsWith('USER'))).toEqual(['USER node']);
	expect(lines).toContain('CMD ["node", "src/main.ts"]');
});

test('the image has the version of node that the project is developed with', () => {
	const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
	const [version] = /\d+/.exec(devDependencies.node) ?? [];
	const images = lines.filter((line) => line.startsWith('FROM')).map((line) => line.split(' ')[1]);
	expect(images).toEqual(Array(2).fill(`node:${version}-slim`));
});

test('compose.yaml starts the bot once its database answers, and holds no secret', () => {
	const { services } = load(readFileSync('compose.yaml', 'utf8')) as { services: Record<string, object> };
	expect(services).toMatchObject({
		bot: { restart: 'unless-stopped', depends_on: { postgres: { condition: 'service_healthy' } } },
		postgres: { restart: 'unless-stopped', healthcheck: { test: expect.arrayContaining(['pg_isready']) } },
	});
	expect(JSON.stringify(services).match(/[A-Z_]*PASSWORD[^"@]*/g)).toEqual([
		'POSTGRES_PASSWORD:?is missing in .env}',
		'POSTGRES_PASSWORD',
		'POSTGRES_PASSWORD:?is missing in .env}',
	]);
});
