import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown, link } from '../../src/adapters/discord/markdown.ts';
import { type DiscordMessage, renderDiscord } from '../../src/adapters/discord/render.ts';
import type { Answer } from '../../src/core/answer/answer.ts';
import { messagesFor } from '../../src/core/messages/messages.ts';
import { hostileCore, hostileTexts, QUESTIONS } from '../support/hostile-knowledge.ts';
import { DAY, makeCore } from '../support/records.ts';

const m = messagesFor('en');

/** Checks what Discord would check, and that the answer is whole. */
function expectDeliverable(answer: Answer, message: DiscordMessage): void {
	const [embed] = message.embeds;
	const title = embed?.title ?? '';
	const description = embed?.description ?? '';
	expect(title.length).toBeGreaterThan(0);
	expect(title.length).toBeLessThanOrEqual(256);
	expect(description.length).toBeGreaterThan(0);
	expect(description.length).toBeLessThanOrEqual(4096);
	expect(title.length + description.length + (embed?.footer?.text.length ?? 0)).toBeLessThanOrEqual(6000);
	for (const { number, url } of answer.citations) {
		expect(description).toContain(`[${number}\\]`);
		expect(description).toContain(link('', url).slice('[]('.length));
	}
	expect(message.allowedMentions).toEqual({ parse: [] });
	// Mentions, custom emoji and command links need their opening bracket; a ping needs its @ in front.
	for (const text of [title, description]) expect(text).not.toMatch(/(?<!\\)<[@#:/a]|@(?:everyone|here)/);
	expect(message.components.length).toBeLessThanOrEqual(5);
	const buttons = message.components.flatMap(({ components }) => components);
	expect(new Set(buttons.map((button) => button.custom_id)).size).toBe(buttons.length);
	for (const button of buttons) {
		expect(button.label.length).toBeGreaterThan(0);
		expect(button.label.length).toBeLessThanOrEqual(80);
		expect(button.custom_id.length).toBeLessThanOrEqual(100);
	}
}

test('whatever the entries hold, every message fits, pings nobody, and has all its citations', () => {
	fc.assert(
		fc.property(hostileTexts, (texts) => {
			const core = hostileCore(texts);
			for (const question of QUESTIONS) {
				const answer = core.ask(question, { day: DAY });
				expectDeliverable(answer, renderDiscord(answer, m));
				for (const { action } of answer.actions) {
					const next = core.act(action, { day: DAY });
					expect(next).toBeDefined();
					if (next) expectDeliverable(next, renderDiscord(next, m));
				}
			}
		}),
		{ numRuns: 60 },
	);
}, 60_000);

test('long addresses that are cited again do not fill the message', () => {
	const core = hostileCore({
		titles: Array(6).fill('title'),
		claims: Array(6).fill('claim '.repeat(80).trim()),
		disputes: ['dispute', 'dispute'],
		said: 'said',
		urls: Array.from({ length: 8 }, (_, at) => `https://example.org/${at}/`.padEnd(399, 'p')),
		sourceTitles: Array(8).fill('source '.repeat(40).trim()),
		publishers: Array(8).fill('publisher'),
		places: 1,
		quote: false,
	});
	const sources = core.ask('history of crypto in Russia', { day: DAY }).actions.at(-1);
	const answer = core.act(sources?.action ?? '', { day: DAY });
	if (answer === undefined) throw new Error('no answer');
	expect(answer.blocks.flatMap(({ citations }) => citations).length).toBeGreaterThan(answer.citations.length);
	expectDeliverable(answer, renderDiscord(answer, m));
});

test('markup in a text is shown, not obeyed', () => {
	expect(escapeMarkdown('**a** _b_ ~~c~~ `d` ||e|| [f](g)')).toBe(
		'\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~ \\`d\\` \\|\\|e\\|\\| \\[f\\](g)',
	);
	expect(escapeMarkdown('# head\n- item\n1. one\n13) two\n2025 was\n> quote')).toBe(
		'\\# head\n\\- item\n1\\. one\n13\\) two\n2025 was\n\\> quote',
	);
	expect(escapeMarkdown('@everyone <@1>')).toBe('@\u2060everyone \\<@1\\>');
});

test('an address with brackets stays one link', () => {
	expect(link('[x]', 'https://example.org/a_(b)')).toBe('[\\[x\\]](<https://example.org/a_%28b%29>)');
});

test('a person reads the answer as meant', () => {
	const { embeds, components } = renderDiscord(makeCore().ask('mining in Russia', { day: DAY }), m);
	expect(embeds).toEqual([
		{
			title: '🇷🇺 Russia · Mining',
			description: [
				'**Regulated**: needs registration.',
				'Miners must register with the tax service. \\[1\\]\n-# since 1 November 2024 · verified 1 November 2026',
				'-# \\[1\\] [The law](<https://example.org/law>) · The parliament, 8 August 2024, law',
			].join('\n\n'),
			color: 0x00897b,
			footer: { text: 'Information, not legal advice.' },
		},
	]);
	expect(components[0]?.components.map(({ label }) => label)).toEqual(['Timeline', 'All on Russia', 'Sources']);
});
