/** .env.example names the variables that there are, with the defaults that they have. */
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { readConfig, VARIABLES } from '../../src/config.ts';

const text = readFileSync('.env.example', 'utf8');
const named = parseEnv(text);

test('.env.example names exactly the variables of the configuration', () => {
	expect(Object.keys(named).sort()).toEqual([...VARIABLES].sort());
});

test('copied as it is, it changes nothing', () => {
	expect(readConfig(named)).toEqual(readConfig({}));
	const tokens = {
		DISCORD_TOKEN: 'abcdefghijklmnopqrstuvwxyz.123456.ABCDEF',
		TELEGRAM_BOT_TOKEN: '123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ',
	};
	expect(readConfig({ ...named, ...tokens })).toEqual(readConfig(tokens));
});

test('each variable is explained on the line before it, or with the one before', () => {
	const lines = text.split('\n');
	const explained = lines
		.map((line, at) => ({ line, before: lines[at - 1] ?? '' }))
		.filter(({ line }) => /^\w+=/.test(line));
	for (const { line, before } of explained) expect(before, line).toMatch(/^# \w|^DISCORD_SHARDS=/);
});
