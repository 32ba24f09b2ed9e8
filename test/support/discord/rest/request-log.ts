/** One request of the bot: `path` after /api/v10, `body` as JSON, `at` in milliseconds, `status` once answered. */
export type LoggedRequest = {
	readonly method: string;
	readonly path: string;
	readonly body: unknown;
	readonly at: number;
	status: number | undefined;
};
