import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '../support/telegram/objects.ts';
import type { Telegram } from '../support/telegram/server.ts';
import { visibleText } from '../support/telegram/visible.ts';
import { expectCited, newBot, nothingAmiss, QUESTION, titleOf } from './telegram-bot.ts';

let telegram: Telegram;

beforeAll(async () => {
	({ telegram } = await newBot());
}, 60_000);
// What Telegram would refuse or show broken is among the server's violations.
afterAll(nothingAmiss);

const TEXTS: [what: string, text: string][] = [
	['HTML tags', '<b>mining</b> in <script>alert(1)</script> <Russia'],
	['closing tags', '</b></a></blockquote> mining'],
	['entities', '&lt;b&gt; &amp; &amp;amp; &nbsp; & &#60;'],
	['quotation marks', `"mining" 'in' «Russia» "><a href="https://example.org">`],
	['emoji', '🙂👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 ⛏️ 🇷🇺'],
	['half a surrogate pair', '\ud83d mining \udc00 in Russia \ud83d'],
	['a lone half surrogate', '\udfff'],
	['zero-width marks alone', '\u200b\u200d\u2060\ufeff'],
	['zero-width marks in words', 'mi\u200bning in Rus\u200dsia'],
	['right-to-left marks', '\u202eaissuR ni gninim\u202c \u200f\u2067تعدين\u2069'],
	['combining marks', `Z${'\u0301'.repeat(300)}algo`],
	['control characters', '\u0000\u0007\u001b[31mmining\u001b[0m\u007f'],
	['Markdown', '**mining** _in_ [Russia](https://example.org) `x` ||y|| ~~z~~'],
	['mentions', '@policy_bot @durov @everyone tg://user?id=1'],
	['links', 'https://example.org/?a=1&b=<2> example.org'],
	['hashtags and commands', '#mining /start /ask'],
	['slashes and pipes', '/ // v|l|RU|mining ../../etc/passwd'],
	['names of properties', '__proto__ constructor toString hasOwnProperty'],
	['a format string', `%s %d {0} ${'$'}{x} $& $1`],
	['4,000 letters', 'mining '.repeat(600).slice(0, 4000)],
	['4,000 brackets', '<'.repeat(4000)],
	['4,000 ampersands', '&'.repeat(4000)],
	['2,000 emoji', '🙂'.repeat(2000)],
	['500 brackets', '<'.repeat(500)],
	['500 lines', 'x\n'.repeat(250)],
];

function expectWellFormed(message: Message): void {
	const text = visibleText(message);
	expect(text.trim()).not.toBe('');
	expect(text.length).toBeLessThanOrEqual(4096);
	expect(text.isWellFormed()).toBe(true);
	// A title in bold comes first: the markup was understood and not shown.
	expect(message.entities?.[0]).toEqual({ type: 'bold', offset: 0, length: titleOf(message).length });
}

describe.each(TEXTS)('%s', (_, text) => {
	it('as plain text', async () => {
		expectWellFormed(await telegram.privateChat().say(text));
	});

	it.each(['/ask', '/country', '/topic', '/quote'])('after %s', async (command) => {
		expectWellFormed(await telegram.privateChat().say(`${command} ${text}`));
	});

	it('after /ask in a group', async () => {
		const group = telegram.group({ title: 'Policy' });
		const answer = await group.say(`/ask@policy_bot ${text}`);
		expectWellFormed(answer);
		expect(answer.reply_to_message?.from).toEqual(group.user);
	});
});

it.each([
	['<b>Atlantis</b> & "Co"', 'b Atlantis b Co'],
	['@everyone https://evil.example', 'everyone https evil example'],
	['*Atlantis* _x_ \u202e', 'Atlantis x'],
	['Atlantis 👩‍👩‍👧‍👦', 'Atlantis'],
	['🙂🙂', '…'],
])('repeats of an unknown name only the words: %s', async (name, words) => {
	expect(visibleText(await telegram.privateChat().say(`/country ${name}`))).toContain(`“${words}”`);
});

it('cuts a long unknown name', async () => {
	const text = visibleText(await telegram.privateChat().say(`/country ${'Atlantis '.repeat(11)}`));
	expect(text).toMatch(/“(?:Atlantis ){4,}Atlantis…”/u);
});

it('says how long a question may be', async () => {
	const chat = telegram.privateChat();
	const long = `${QUESTION} ${'Really? '.repeat(500)}`.slice(0, 4000);
	expect(visibleText(await chat.say(long))).toContain('500 characters');
	expect(visibleText(await chat.say(`/ask ${long}`))).toContain('500 characters');
});

it('answers a question with marks that nobody sees as if they were not there', async () => {
	const chat = telegram.privateChat();
	const answer = await chat.say(`\u200f\u200b${QUESTION}\u200e`);
	expectCited(answer);
	expect(visibleText(answer)).toBe(visibleText(await chat.say(QUESTION)));
});
