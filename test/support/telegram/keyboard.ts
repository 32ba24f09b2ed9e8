import { badRequest } from './api-error.ts';
import { checkLink } from './check-link.ts';
import { startParameter } from './deep-link.ts';
import { limits } from './limits.ts';
import { type InlineButton, type InlineKeyboard, inlineButtonSchema } from './objects.ts';

const actions = [
	'url',
	'callback_data',
	'web_app',
	'login_url',
	'switch_inline_query',
	'switch_inline_query_current_chat',
	'switch_inline_query_chosen_chat',
	'copy_text',
	'callback_game',
	'pay',
] as const;

/** Like readKeyboard, for an edit, which takes no other kind. */
export function readInlineKeyboard(markup: unknown, complain: (what: string) => void): InlineKeyboard | undefined {
	const isOther = typeof markup === 'object' && markup !== null && !('inline_keyboard' in markup);
	if (isOther && Object.keys(markup).length > 0) throw badRequest('inline keyboard expected');
	return readKeyboard(markup, complain);
}

/**
 * Takes a reply_markup and gives the inline keyboard a message will carry, or undefined for the other kinds.
 * Refuses as Telegram does; `complain` hears of documented rules that the real server lets pass.
 */
export function readKeyboard(markup: unknown, complain: (what: string) => void): InlineKeyboard | undefined {
	if (markup === undefined || markup === null || markup === '') return undefined;
	if (typeof markup !== 'object' || Array.isArray(markup)) throw badRequest('object expected as reply markup');
	if (!('inline_keyboard' in markup)) return undefined;
	const rows = markup.inline_keyboard;
	if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
		throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
	}
	if (rows.flat().length > limits.buttons) throw badRequest('reply markup is too long');
	if (rows.some((row) => row.length > limits.buttonsPerRow)) {
		// The wording for a row that is too wide is not public: this one is the nearest.
		throw badRequest('reply markup is too long');
	}
	const keyboard = rows.map((row) => row.map((button: unknown) => readButton(button, complain)));
	const filled = keyboard.filter((row) => row.length > 0);
	return filled.length > 0 ? { inline_keyboard: filled } : undefined;
}

function readButton(value: unknown, complain: (what: string) => void): InlineButton {
	const parsed = inlineButtonSchema.safeParse(value);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		const field = issue?.path.join('.');
		throw badRequest(`can't parse inline keyboard button: ${field ? `field "${field}": ` : ''}${issue?.message}`);
	}
	const button = parsed.data;
	if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
	const given = actions.filter((action) => button[action] !== undefined);
	const usable = given.filter((action) => !(action === 'url' || action === 'callback_data') || button[action] !== '');
	if (usable.length === 0) {
		throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
	}
	// The real server silently takes the first of several.
	if (given.length > 1) complain(`button "${button.text}" has more than one action: ${given.join(', ')}`);
	checkAction(button);
	const parameter = startParameter(button.url ?? '');
	if (parameter !== undefined && !limits.startParameter.test(parameter)) {
		complain(`deep link "${button.url}" has a start parameter that is not 1 to 64 of A-Z, a-z, 0-9, _ and -`);
	}
	return button;
}

function checkAction(button: InlineButton): void {
	if (button.url) {
		const checked = checkLink(button.url);
		if ('reason' in checked) {
			throw badRequest(`inline keyboard button URL '${button.url}' is invalid: ${checked.reason}`);
		}
	}
	if (Buffer.byteLength(button.callback_data ?? '') > limits.callbackDataBytes) throw badRequest('BUTTON_DATA_INVALID');
	if (button.web_app && !button.web_app.url.startsWith('https://')) {
		throw badRequest(
			`inline keyboard button Web App URL '${button.web_app.url}' is invalid: Only HTTPS links are allowed`,
		);
	}
	const copied = button.copy_text?.text.length;
	if (copied !== undefined && (copied < 1 || copied > limits.copyText)) throw badRequest('BUTTON_COPY_TEXT_INVALID');
}
