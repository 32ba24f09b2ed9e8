import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf } from '../support/discord/act/controls.ts';
import type { Reply } from '../support/discord/act/reply.ts';
import type { Discord } from '../support/discord/server.ts';
import {
	callbacksOf,
	embedOf,
	expectAnswer,
	expectPrivate,
	letAnythingIn,
	newBot,
	nothingAmiss,
	QUESTION,
	shown,
} from './discord-bot.ts';

let discord: Discord;

beforeAll(async () => {
	({ discord } = await newBot());
	await letAnythingIn(discord);
}, 60_000);
// What Discord would refuse, and what could ping, is among the server's violations.
afterAll(nothingAmiss);

const TEXTS: [what: string, text: string][] = [
	['markup', '**mining** _in_ [Russia](https://example.org) `x` ||y|| ~~z~~ > q\n# h\n- l\n1. n'],
	['a block of code', '```js\nmining\n```'],
	['mentions', '@everyone @here <@1> <@!1> <@&1> <#1> </ask:1> <id:home>'],
	['custom emoji and times', '<:a:1> <a:b:1> <t:0:R>'],
	['links', 'https://example.org/?a=1&b=<2> discord.gg/abc [x](<https://example.org>)'],
	['HTML', '<script>alert(1)</script> &lt;b&gt;'],
	['emoji', '🙂👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 ⛏️ 🇷🇺'],
	['half a surrogate pair', '\ud83d mining \udc00 in Russia \ud83d'],
	['a lone half surrogate', '\udfff'],
	['zero-width marks alone', '\u200b\u200d\u2060\ufeff'],
	['zero-width marks in words', 'mi\u200bning in Rus\u200dsia'],
	['right-to-left marks', '\u202eaissuR ni gninim\u202c \u200f\u2067تعدين\u2069'],
	['combining marks', `Z${'\u0301'.repeat(300)}algo`],
	['control characters', '\u0000\u0007\u001b[31mmining\u001b[0m\u007f'],
	['line breaks', 'mining\r\n\r\n\u2028in\u2029 Russia\n'],
	['slashes and pipes', '/ // v|l|RU|mining ../../etc/passwd'],
	['names of properties', '__proto__ constructor toString hasOwnProperty'],
	['a format string', `%s %d {0} ${'$'}{x} $& $1`],
	['a space', ' '],
	['spaces of all kinds', ' \t\n\u00a0\u3000'],
	['a dot', '.'],
	['6,000 letters', 'mining '.repeat(900).slice(0, 6000)],
	['6,000 letters without a space', 'x'.repeat(6000)],
	['6,000 backslashes', '\\'.repeat(6000)],
	['6,000 asterisks', '*'.repeat(6000)],
	['3,000 emoji', '🙂'.repeat(3000)],
	['3,000 lines', 'x\n'.repeat(3000)],
	['500 asterisks', '*'.repeat(500)],
	['100 asterisks', '*'.repeat(100)],
	['100 mentions', '@everyone'.repeat(100)],
];

function expectWellFormed(reply: Reply): void {
	expect(reply.type).toBe(4);
	expect(reply.elapsedMs).toBeLessThan(1500);
	const { title, description } = embedOf(reply.message);
	for (const text of [title, description, ...buttonsOf(reply.message).map(({ label }) => label ?? '')]) {
		expect(text.isWellFormed()).toBe(true);
		expect(text).not.toMatch(/@everyone|@here|(?<!\\)<[@#:t/a]|undefined|\[object/);
	}
	// Marks that could turn the rest of the message around or hide it have not come through from the question.
	expect(title).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
	for (const { body } of callbacksOf(discord, reply))
		expect(body).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
}

describe.each(TEXTS)('%s', (_, text) => {
	it.each([
		['/ask', 'ask', 'question'],
		['/country', 'country', 'country'],
		['/topic', 'topic', 'topic'],
		['/quote', 'quote', 'person'],
	])('in %s gives a well-formed answer that pings nobody', async (_command, name, option) => {
		expectWellFormed(await discord.slash(name, { [option]: text }));
	});

	it('in the options that may be left out gives a well-formed answer, too', async () => {
		expectWellFormed(await discord.slash('country', { country: 'RU', topic: text }));
		expectWellFormed(await discord.slash('topic', { topic: 'mining', country: text }));
		expectWellFormed(await discord.slash('quote', { country: text, topic: text }));
	});
});

it.each([
	'**Atlantis** _x_ ~~y~~ ||z|| `c`',
	'# Atlantis',
	'[Atlantis](https://example.org)',
	'<@1> Atlantis @everyone @here',
	'<b>Atlantis</b> & "Co"',
	'Atlantis 👩‍👩‍👧‍👦',
	'\\*Atlantis\\*',
	'> Atlantis',
	'-# Atlantis',
	'1. Atlantis',
	'Atlantis\n1. x\n2) y\n+ z',
	'\u202eAtlantis',
])('repeats the words of an unknown name in private, and none of its markup: %s', async (name) => {
	const reply = await discord.slash('country', { country: name });
	expectPrivate(reply, /“[^”]*Atlantis[^”]*”/);
	const { description } = embedOf(reply.message);
	expect(shown(description)).toBe(description);
	expect(description).not.toMatch(/[*_~|`<>[\]#@\u202e]|https?:|^(?:[-+]|\d+[.)])/m);
});

it.each(['🙂🙂', '<@>', '\u200b'])('repeats nothing of an unknown name without words: %s', async (country) => {
	expectPrivate(await discord.slash('country', { country }), /“…”/);
});

it('cuts a long unknown name, and not through a letter', async () => {
	const { message } = await discord.slash('country', { country: `x${'𐐨'.repeat(45)}` });
	expect(embedOf(message).description).toMatch(/“x𐐨{20,}…”/u);
});

it('says in private how long a question or a name may be', async () => {
	const long = `${QUESTION} ${'Really? '.repeat(1000)}`.slice(0, 6000);
	expectPrivate(await discord.slash('ask', { question: long }), /500 characters/);
	expectPrivate(await discord.slash('country', { country: long }), /100 characters/);
});

it('says in private that a blank question asks nothing', async () => {
	for (const question of [' ', ' \n\t\u3000', '\u200b\u200d\ufeff'])
		expect((await discord.slash('ask', { question })).ephemeral).toBe(true);
});

it('answers a question with marks that nobody sees as if they were not there', async () => {
	const marked = await discord.slash('ask', { question: `\u200f\u200b${QUESTION}\u200e` });
	expectAnswer(marked, /Russia · Mining$/);
	expect(marked.message.embeds).toEqual((await discord.slash('ask', { question: QUESTION })).message.embeds);
});
