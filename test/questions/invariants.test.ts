/** What must hold for the shipped knowledge whatever it says: no guessing, no dead ends, nothing lost between pages. */
import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../src/adapters/discord/render.ts';
import { renderTelegram } from '../../src/adapters/telegram/render.ts';
import type { Answer } from '../../src/core/answer/answer.ts';
import { PolicyCore } from '../../src/core/core.ts';
import { COUNTRIES } from '../../src/core/knowledge/countries.ts';
import { messagesFor } from '../../src/core/messages/messages.ts';
import { loadKnowledge } from '../../src/files/load.ts';
import { parseHtml } from '../support/telegram/html.ts';

const DAY = '2026-11-24';
const core = new PolicyCore(loadKnowledge('knowledge').records);
const m = messagesFor('en');
const ask = (text: string) => core.ask(text, { day: DAY });
const topics = [...core.base.topics.values()];

test('a place that is not known, or that lies in a country, is never taken for another one', () => {
	const places: [place: string, code?: string][] = [
		['Wakanda'],
		['Narnia'],
		['Tuva'],
		['Perm'],
		['Zamunda'],
		['Siberia', 'RU'],
		['Alberta', 'CA-AB'],
		['Ajman', 'AE-AJ'],
		['Lagos', 'NG'],
		['Bali', 'ID'],
		['New Jersey', 'US-NJ'],
		['New South Wales', 'AU-NSW'],
	];
	for (const [place, code] of places)
		for (const question of [
			`is bitcoin legal in ${place}`,
			`crypto tax in ${place}`,
			`is crypto mining banned in ${place}`,
			`crypto in ${place}`,
		]) {
			const { outcome, jurisdictions } = ask(question);
			expect(jurisdictions, question).toEqual(code === undefined ? [] : [code]);
			if (code === undefined) expect(outcome, question).not.toBe('answered');
		}
});

test('without a place nothing is answered for one', () => {
	for (const question of [
		'is bitcoin legal',
		'is bitcoin legal tender',
		'bitcoin mining',
		'mining ban',
		'tell us about mining',
		'crypto tax',
		'is there a mixer ban',
	])
		expect(ask(question).outcome, question).not.toBe('answered');
});

test('every topic in every country is understood as what it says', () => {
	for (const code of [...COUNTRIES.keys(), 'EU'])
		for (const { id, name } of topics) {
			const question = m.askPair(name, core.base.clearNameOf(code));
			const { outcome, jurisdictions, topics: asked } = ask(question);
			expect([jurisdictions, asked, outcome === 'answered' || outcome === 'not-covered'], question).toEqual([
				[code],
				[id],
				true,
			]);
		}
});

test('a list asked for in words is the list of the command', () => {
	for (const { id, name } of topics) {
		const listed = core.answer(
			{ kind: 'list', topic: id, statuses: [] },
			{ day: DAY, pageSize: Number.POSITIVE_INFINITY },
		);
		const asked = core.ask(m.askList(name), { day: DAY, pageSize: Number.POSITIVE_INFINITY });
		expect([asked.outcome, asked.jurisdictions], name).toEqual([listed.outcome, listed.jurisdictions]);
	}
});

test('a country without an entry is named as not covered beside one that has', () => {
	const answer = ask('mining in Russia and Kenya');
	expect(answer.blocks.map(({ text }) => text).join(' ')).toContain('Kenya');
});

test('two countries at once get what holds today', () => {
	for (const question of [
		'Is crypto legal in Russia and China?',
		'Is crypto legal in Japan and Russia?',
		'India and Russia legality',
	])
		for (const id of ask(question).entries) {
			const entry = core.base.entries.get(id);
			if (entry && 'claim' in entry) expect(core.base.phase(entry, DAY), `${question} ${id}`).not.toBe('past');
		}
});

describe('every button that can be reached', () => {
	/** All answers behind the buttons of overviews, lists, people and pairs, each once. */
	function crawl(): Map<string, Answer> {
		const found = new Map<string, Answer>();
		const waiting = [
			...[...core.base.jurisdictions.keys()].map((code) => `v|o|${code}`),
			...topics.map(({ id }) => `v|w|${id}`),
			...[...core.base.people.keys(), ...core.base.organisations.keys()].map((id) => `v|q|${id}`),
			...[...core.base.jurisdictions.keys()].flatMap((code) => topics.map(({ id }) => `v|l|${code}|${id}`)),
		];
		for (let action = waiting.pop(); action !== undefined; action = waiting.pop()) {
			if (found.has(action)) continue;
			const answer = core.act(action, { day: DAY });
			expect(answer, action).toBeDefined();
			if (!answer) continue;
			found.set(action, answer);
			waiting.push(...answer.actions.map((next) => next.action));
		}
		return found;
	}
	const answers = crawl();

	test('leads to an answer whose citations all fit every chat', () => {
		expect(answers.size).toBeGreaterThan(500);
		for (const [action, answer] of answers) {
			expect(answer.citations.length, action).toBeLessThanOrEqual(8);
			const marked = new Set(answer.blocks.flatMap(({ citations }) => citations));
			expect(marked.size, action).toBe(answer.citations.length);
			if (answer.outcome === 'answered') expect(answer.citations.length, action).toBeGreaterThan(0);
			expect(renderDiscord(answer, m).embeds[0]?.description?.length, action).toBeLessThanOrEqual(4096);
			const { text, complaints } = parseHtml(renderTelegram(answer, m).text);
			expect([text.length <= 4096, complaints], action).toEqual([true, []]);
		}
	});

	test('reaches every entry', () => {
		const reached = new Set([...answers.values()].flatMap(({ entries }) => entries));
		expect([...core.base.entries.keys()].filter((id) => !reached.has(id))).toEqual([]);
	});
});
