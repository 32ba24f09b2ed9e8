/** An error inside the bot, which no one can provoke from outside: the adapter runs in this process. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { telegramAdapter } from '../../src/adapters/telegram/telegram.ts';
import { createLogger } from '../../src/log.ts';
import { DAY, makeCore } from '../support/records.ts';
import { alone } from '../support/telegram/alone.ts';
import type { Telegram } from '../support/telegram/server.ts';
import { newTelegram, nothingAmiss, titleOf } from './telegram-bot.ts';

const FAILED = 'That did not work';
const core = makeCore();
/** What goes wrong at present. */
let broken: 'nothing' | 'core' | 'context' = 'nothing';
let telegram: Telegram;
let adapter: Adapter;

const fail = () => {
	throw new Error('a defect');
};
const brokenCore = Object.assign(makeCore(), { ask: fail, act: fail });

beforeAll(async () => {
	telegram = await newTelegram();
	adapter = telegramAdapter({
		token: telegram.token,
		apiUrl: telegram.apiUrl,
		...alone,
		commands: COMMANDS,
		context: () => (broken === 'context' ? fail() : { core: broken === 'core' ? brokenCore : core, day: DAY }),
		log: createLogger('silent', []),
	});
	await adapter.start();
});
afterAll(() => adapter.stop());
afterAll(nothingAmiss);

it('is told to the person who asked, by a question, a command or a button, and leaves other messages as they are', async () => {
	const chat = telegram.privateChat();
	const answer = await chat.say('mining in Russia');
	expect(titleOf(answer)).toContain('Mining');
	broken = 'core';
	expect(titleOf(await chat.say('mining in Russia'))).toBe(FAILED);
	expect(titleOf(await chat.say('/ask mining in Russia'))).toBe(FAILED);
	const { edited, sent } = await chat.press(answer, 'Sources');
	expect(edited).toBeUndefined();
	expect(sent && titleOf(sent)).toBe(FAILED);
	broken = 'nothing';
	expect(titleOf(await chat.say('mining in Russia'))).toContain('Mining');
});

it('before anything is known does not end the bot', async () => {
	const chat = telegram.privateChat();
	broken = 'context';
	await chat.sayExpectingSilence('mining in Russia');
	broken = 'nothing';
	expect(titleOf(await chat.say('mining in Russia'))).toContain('Mining');
});
