/** A window of Discord with what the bot has sent: messages, forms, and a command that is being typed. */
import { fieldsOf } from '../support/discord/act/fill-modal.ts';
import type { Message } from '../support/discord/message-store.ts';
import type { Modal } from '../support/discord/schemas/modal.ts';
import { markdownToHtml } from './discord-markdown.ts';
import { clock, escapeHtml, page } from './html.ts';

const BOT = 'Crypto Policy Bot';
const EPHEMERAL = 1 << 6;

const STYLE = `
body { background: #313338; color: #dbdee1; font: 15px/20px 'Open Sans', 'Noto Color Emoji', sans-serif; }
.bar { padding: 12px 16px; border-bottom: 1px solid #26272b; font-weight: 600; color: #f2f3f5; }
.bar i { color: #80848e; font-style: normal; margin-right: 6px; }
.messages + .bar { border-top: 1px solid #26272b; }
.messages { padding: 16px 16px 18px; display: grid; gap: 18px; }
.used { margin: 0 0 4px 56px; font-size: 13px; color: #949ba4; }
.used b { color: #c9cdfb; font-weight: 500; }
.message { display: grid; grid-template-columns: 40px 1fr; column-gap: 16px; }
.face { width: 40px; height: 40px; border-radius: 50%; background: #5865f2; color: white; font: 600 15px/40px 'Open Sans'; text-align: center; }
.name { font-weight: 600; color: #f2f3f5; }
.app { background: #5865f2; color: white; border-radius: 4px; padding: 1px 5px; font-size: 10px; font-weight: 600; vertical-align: 2px; }
.time, .only { color: #949ba4; font-size: 12px; }
.only { margin-top: 6px; } .only u { color: #00a8fc; text-decoration: none; }
.embed { margin-top: 4px; background: #2b2d31; border-left: 4px solid; border-radius: 4px; padding: 12px 16px 14px; max-width: 560px; font-size: 14px; line-height: 19px; overflow-wrap: anywhere; }
.title { font-size: 16px; line-height: 22px; font-weight: 600; color: #f2f3f5; }
.title + .text, .text + .footer, .title + .footer { margin-top: 8px; }
.text b { color: #f2f3f5; }
.gap { height: 11px; }
.small { color: #949ba4; font-size: 12px; line-height: 17px; }
.footer { font-size: 12px; line-height: 16px; color: #b5bac1; }
a { color: #00a8fc; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 8px; }
.button { border-radius: 8px; padding: 6px 14px; font-size: 14px; font-weight: 500; color: white; background: #4e5058; }
.button.style3 { background: #248046; } .button.style4 { background: #da373c; } .button.style1 { background: #5865f2; }
.dim { background: #1c1d20; padding: 24px 0; }
.form { width: 560px; margin: auto; background: #313338; border-radius: 10px; overflow: hidden; }
.form h1 { font-size: 19px; line-height: 26px; font-weight: 600; color: #f2f3f5; padding: 20px 22px 12px; }
.warning { margin: 0 22px; padding: 9px 12px; border: 1px solid #4e5058; border-radius: 6px; font-size: 13px; line-height: 18px; color: #b5bac1; }
.field { padding: 14px 22px 0; }
.label { font-weight: 600; color: #f2f3f5; } .label em { color: #f23f43; font-style: normal; }
.hint { font-size: 13px; line-height: 18px; color: #b5bac1; }
.input { margin-top: 7px; background: #1e1f22; border: 1px solid #3f4147; border-radius: 6px; padding: 9px 12px; min-height: 40px; white-space: pre-wrap; }
.input.long { min-height: 78px; }
.select { display: flex; justify-content: space-between; } .select i { color: #b5bac1; font-style: normal; }
.end { margin-top: 20px; padding: 14px 22px; background: #2b2d31; display: flex; justify-content: flex-end; gap: 10px; }
.choices { margin: 16px 16px 8px; background: #2b2d31; border-radius: 8px; padding: 10px 8px; }
.choices h2 { font-size: 12px; line-height: 18px; color: #b5bac1; padding: 0 8px 6px; font-weight: 600; }
.choice { padding: 7px 8px; border-radius: 5px; } .choice:first-of-type { background: #404249; color: #f2f3f5; }
.typing { margin: 0 16px 16px; background: #383a40; border-radius: 8px; padding: 11px 14px; display: flex; gap: 8px; align-items: center; }
.typing b { color: #f2f3f5; }
.option { background: #2b2d31; border-radius: 5px; padding: 2px 4px 2px 8px; color: #b5bac1; font-size: 14px; }
.option span { background: #1e1f22; border-radius: 4px; padding: 2px 8px; margin-left: 6px; color: #dbdee1; }`;

/** A message, and what its reader did to get it: "Ada used /review". */
interface Shown {
	message: Message;
	used?: { who: string; command: string };
}

/** A channel ("#moderators") or a direct message ("@name"), with messages below one another. */
export interface Window {
	place: string;
	shown: readonly Shown[];
}

/** Windows below one another. */
export function discordChat(...windows: readonly Window[]): string {
	return page(STYLE, windows.map(windowHtml).join(''));
}

function windowHtml({ place, shown }: Window): string {
	const bar = `<div class="bar"><i>${place.slice(0, 1)}</i>${escapeHtml(place.slice(1))}</div>`;
	return `${bar}<div class="messages">${shown.map(messageHtml).join('')}</div>`;
}

function messageHtml({ message, used }: Shown): string {
	const { embeds, components, timestamp, flags } = message;
	const cards = embeds.map(
		({ title, description, footer, color }) =>
			`<div class="embed" style="border-color: #${(color ?? 0).toString(16).padStart(6, '0')}">` +
			(title ? `<div class="title">${markdownToHtml(title)}</div>` : '') +
			(description ? `<div class="text">${markdownToHtml(description)}</div>` : '') +
			(footer ? `<div class="footer">${escapeHtml(footer.text)}</div>` : '') +
			'</div>',
	);
	const rows = components.map((row) => {
		const buttons = row.type === 1 ? row.components : [];
		return `<div class="buttons">${buttons.map((one) => (one.type === 2 ? button(one.label ?? '', one.style) : '')).join('')}</div>`;
	});
	const before = used
		? `<div class="used">↱ <b>${escapeHtml(used.who)}</b> used <b>/${escapeHtml(used.command)}</b></div>`
		: '';
	const only = flags & EPHEMERAL ? '<div class="only">👁 Only you can see this · <u>Dismiss message</u></div>' : '';
	const head = `<span class="name">${BOT}</span> <span class="app">APP</span> <span class="time">${clock(new Date(timestamp))}</span>`;
	return `<div>${before}<div class="message"><div class="face">CP</div><div>${head}${cards.join('')}${rows.join('')}${only}</div></div></div>`;
}

function button(label: string, style: number): string {
	return `<span class="button style${style}">${escapeHtml(label)}</span>`;
}

/** A form as it has been filled in: `values` by the fields' custom ids stand in place of what was there. */
export function discordForm(modal: Modal, values: Readonly<Record<string, string>> = {}): string {
	const long = new Set(
		modal.components.flatMap((part) =>
			part.type === 18 && part.component.type === 4 && part.component.style === 2 ? [part.component.custom_id] : [],
		),
	);
	const fields = fieldsOf(modal).map(({ customId, label, description, isRequired, prefilled, options }) => {
		const chosen = options.find(({ value }) => value === (values[customId] ?? prefilled[0]));
		const input =
			options.length > 0
				? `<div class="input select">${escapeHtml(chosen?.label ?? '')}<i>⌄</i></div>`
				: `<div class="input ${long.has(customId) ? 'long' : ''}">${escapeHtml(values[customId] ?? String(prefilled))}</div>`;
		const hint = description === undefined ? '' : `<div class="hint">${escapeHtml(description)}</div>`;
		return `<div class="field"><div class="label">${escapeHtml(label)}${isRequired ? ' <em>*</em>' : ''}</div>${hint}${input}</div>`;
	});
	const warning = `<div class="warning">This form will be submitted to <b>${BOT}</b>. Do not share passwords or other sensitive information.</div>`;
	const end = `<div class="end">${button('Cancel', 2)}${button('Submit', 1)}</div>`;
	return page(
		STYLE,
		`<div class="dim"><div class="form"><h1>${escapeHtml(modal.title)}</h1>${warning}${fields.join('')}${end}</div></div>`,
	);
}

/** A command while its last option is typed, and what the bot suggests for it. */
export function discordTyping(
	command: string,
	options: Readonly<Record<string, string>>,
	hint: string,
	choices: readonly string[],
): string {
	const typed = Object.entries(options).map(
		([name, value]) => `<span class="option">${name}<span>${escapeHtml(value)}</span></span>`,
	);
	const offered = choices.map((choice) => `<div class="choice">${escapeHtml(choice)}</div>`);
	return page(
		STYLE,
		`<div class="choices"><h2>${escapeHtml(hint)}</h2>${offered.join('')}</div>
<div class="typing"><b>/${command}</b>${typed.join('')}</div>`,
	);
}
