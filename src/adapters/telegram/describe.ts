import { TelegramError } from 'telegraf';

/** What went wrong in a few words. */
export function describe(error: unknown): string {
	if (error instanceof TelegramError) return `${error.code} ${error.description}`;
	return error instanceof Error ? error.message : String(error);
}
