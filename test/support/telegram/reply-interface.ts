import { z } from 'zod';
import { badRequest } from './api-error.ts';
import { limits } from './limits.ts';

const shared = { input_field_placeholder: z.string().optional(), selective: z.boolean().optional() };
const kinds = {
	force_reply: z.object({ force_reply: z.literal(true), ...shared }),
	remove_keyboard: z.object({ remove_keyboard: z.literal(true), selective: z.boolean().optional() }),
	keyboard: z.object({
		keyboard: z.array(z.array(z.union([z.string(), z.looseObject({ text: z.string() })]))),
		...shared,
		is_persistent: z.boolean().optional(),
		resize_keyboard: z.boolean().optional(),
		one_time_keyboard: z.boolean().optional(),
	}),
};

/** What a message opens in the client beside its text: a forced reply, a keyboard, or a keyboard's end. */
export type ReplyInterface = {
	force_reply?: true;
	remove_keyboard?: true;
	keyboard?: (string | { text: string })[][];
	input_field_placeholder?: string | undefined;
	selective?: boolean | undefined;
};

/**
 * Takes a reply_markup and gives what it opens in the client, or undefined for an inline keyboard or none.
 * Refuses as Telegram does; `complain` hears of documented rules that the real server lets pass.
 */
export function readInterface(markup: unknown, complain: (what: string) => void): ReplyInterface | undefined {
	if (typeof markup !== 'object' || markup === null) return undefined;
	const given = (['force_reply', 'remove_keyboard', 'keyboard'] as const).filter((kind) => kind in markup);
	const [kind] = given;
	if (given.length + ('inline_keyboard' in markup ? 1 : 0) > 1) complain('reply_markup is of several kinds at once');
	if (!kind) {
		if (!('inline_keyboard' in markup) && Object.keys(markup).length > 0) complain('reply_markup is of no known kind');
		return undefined;
	}
	const parsed = kinds[kind].safeParse(markup);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw badRequest(`can't parse reply keyboard markup: field "${issue?.path.join('.')}": ${issue?.message}`);
	}
	const opened: ReplyInterface = parsed.data;
	const length = opened.input_field_placeholder?.length;
	if (length !== undefined && (length < 1 || length > limits.placeholder)) {
		complain(`input_field_placeholder has ${length} characters, not 1 to ${limits.placeholder}`);
	}
	return opened;
}
