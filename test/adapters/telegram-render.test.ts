import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderTelegram, type TelegramMessage } from '../../src/adapters/telegram/render.ts';
import type { Answer } from '../../src/core/answer/answer.ts';
import { messagesFor } from '../../src/core/messages/messages.ts';
import { hostileCore, hostileTexts, QUESTIONS } from '../support/hostile-knowledge.ts';
import { DAY, makeCore } from '../support/records.ts';
import { parseHtml } from '../support/telegram/html.ts';

const m = messagesFor('en');

/** Checks what Telegram would check, and that the answer is whole. */
function expectDeliverable(answer: Answer, message: TelegramMessage): void {
	const { text, entities, complaints } = parseHtml(message.text);
	expect(complaints).toEqual([]);
	expect(text.length).toBeGreaterThan(0);
	expect(text.length).toBeLessThanOrEqual(4096);
	const linked = new Set(
		entities.filter(({ type }) => type === 'text_link').map((entity) => (entity as { url?: string }).url),
	);
	for (const { number, url } of answer.citations) {
		expect(text).toContain(`[${number}]`);
		expect(linked).toContain(url);
	}
	expect(message.link_preview_options.is_disabled).toBe(true);
	const buttons = message.reply_markup?.inline_keyboard.flat() ?? [];
	expect(buttons.length).toBeLessThanOrEqual(100);
	for (const button of buttons) {
		expect(button.text.length).toBeGreaterThan(0);
		expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64);
	}
}

test('whatever the entries hold, every message is well-formed, fits, and has all its citations', () => {
	fc.assert(
		fc.property(hostileTexts, (texts) => {
			const core = hostileCore(texts);
			for (const question of QUESTIONS) {
				const answer = core.ask(question, { day: DAY });
				expectDeliverable(answer, renderTelegram(answer, m));
				for (const { action } of answer.actions) {
					const next = core.act(action, { day: DAY });
					expect(next).toBeDefined();
					if (next) expectDeliverable(next, renderTelegram(next, m));
				}
			}
		}),
		{ numRuns: 60 },
	);
}, 60_000);

test('a person reads the answer as meant', () => {
	const message = renderTelegram(makeCore().ask('mining in Russia', { day: DAY }), m);
	expect(parseHtml(message.text).text).toBe(
		[
			'🇷🇺 Russia · Mining',
			'Regulated: needs registration.',
			'Miners must register with the tax service. [1]\nsince 1 November 2024 · verified 1 November 2026',
			'[1] The law · The parliament, 8 August 2024, law',
			'Information, not legal advice.',
		].join('\n\n'),
	);
	expect(message.reply_markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual([
		'Timeline',
		'All on Russia',
		'Sources',
	]);
});
