import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';

const DISCORD = 'abcdefghijklmnopqrstuvwxyz.123456.ABCDEF';
const TELEGRAM = '123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ';

test('without tokens everything has a default', () => {
	expect(readConfig({})).toEqual({
		config: {
			discord: undefined,
			telegram: undefined,
			databaseUrl: 'sqlite:data/bot.db',
			reviewNeedsSecond: true,
			questionsPerMinute: 30,
			knowledgeDir: './knowledge',
			logLevel: 'info',
		},
	});
});

test('a token brings its adapter, and an empty variable counts as not set', () => {
	const read = readConfig({ DISCORD_TOKEN: DISCORD, TELEGRAM_BOT_TOKEN: '', TELEGRAM_API_URL: '' });
	expect(read).toMatchObject({
		config: { discord: { token: DISCORD, apiUrl: 'https://discord.com/api' }, telegram: undefined },
	});
	expect(readConfig({ TELEGRAM_BOT_TOKEN: TELEGRAM, TELEGRAM_MODERATORS: '1, 2' })).toMatchObject({
		config: { telegram: { apiUrl: 'https://api.telegram.org', moderators: ['1', '2'] } },
	});
});

test('every mistake is named at once, and no value is repeated', () => {
	const read = readConfig({
		DISCORD_TOKEN: 'short',
		TELEGRAM_BOT_TOKEN: 'secret-without-colon',
		DISCORD_API_URL: 'http://example.org/api',
		TELEGRAM_API_URL: 'nonsense',
		DATABASE_URL: 'mysql://x',
		LOG_LEVEL: 'loud',
		TELEGRAM_MODERATORS: 'me',
	});
	if (!('mistakes' in read)) throw new Error('accepted');
	expect(read.mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
		'DISCORD_TOKEN',
		'DISCORD_API_URL',
		'TELEGRAM_BOT_TOKEN',
		'TELEGRAM_API_URL',
		'TELEGRAM_MODERATORS',
		'DATABASE_URL',
		'LOG_LEVEL',
	]);
	expect(read.mistakes.join()).not.toMatch(/short|secret|mysql|loud/);
});

test('shards and their count go together', () => {
	const mistakes = (shards: string, count: string) =>
		readConfig({ DISCORD_TOKEN: DISCORD, DISCORD_SHARDS: shards, DISCORD_SHARD_COUNT: count });
	expect(mistakes('0,1', '4')).toMatchObject({ config: { discord: { shards: [0, 1], shardCount: 4 } } });
	for (const [shards, count] of [
		['0', ''],
		['', '2'],
		['2', '2'],
		['-1', '2'],
		['0', '0'],
	] as const)
		expect(mistakes(shards, count), `${shards} of ${count}`).toHaveProperty('mistakes');
});

test('the address of a database with an odd password must be percent-encoded, and is not repeated', () => {
	const read = readConfig({ DATABASE_URL: 'postgres://bot:se/cret@127.0.0.1:bad/none' });
	if (!('mistakes' in read)) throw new Error('accepted');
	expect(read.mistakes).toEqual([
		expect.stringMatching(/^DATABASE_URL is no address; write the signs .* of a password/),
	]);
	expect(readConfig({ DATABASE_URL: 'postgres://bot:se%2Fcret@127.0.0.1/none' })).toHaveProperty('config');
});

test('plain http is for this machine only', () => {
	for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080'])
		expect(readConfig({ DISCORD_API_URL: `http://${host}/api` }), host).toHaveProperty('config');
	for (const host of ['example.org', '127.0.0.1.example.org', '10.0.0.1'])
		expect(readConfig({ DISCORD_API_URL: `http://${host}/api` }), host).toHaveProperty('mistakes');
});
