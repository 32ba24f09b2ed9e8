/** Reads the environment into a typed configuration, once; every mistake is named, no value is repeated. */
import { z } from 'zod';

const optional = <T extends z.ZodType>(schema: T) =>
	z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
	z.preprocess((given) => (given === '' || given === undefined ? value : given), schema);

/** Plain http would show the token to the network, so it is for this machine only. */
const apiUrl = z.string().refine((url) => {
	if (!URL.canParse(url)) return false;
	const { protocol, hostname } = new URL(url);
	return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname));
}, 'must be an address that begins with https:// (plain http only on this machine)');

const ids = z
	.string()
	.regex(/^\s*-?\d+(\s*,\s*-?\d+)*\s*$/, 'must be ids separated by commas')
	.transform((list) => list.split(',').map((id) => id.trim()));

const count = (least: number, message: string) =>
	z
		.string()
		.regex(/^\d{1,9}$/, message)
		.transform(Number)
		.refine((number) => number >= least, message);

const variables = z.object({
	DISCORD_TOKEN: optional(
		z.string().regex(/^[\w.-]{20,}$/, 'is not a Discord bot token; copy it from the page "Bot" of your app'),
	),
	DISCORD_API_URL: withDefault(apiUrl, 'https://discord.com/api'),
	DISCORD_MODERATOR_GUILD: optional(z.string().regex(/^\d{15,21}$/, 'must be a server id')),
	DISCORD_MODERATOR_ROLES: optional(ids),
	DISCORD_MODERATOR_CHANNEL: optional(z.string().regex(/^\d{15,21}$/, 'must be a channel id')),
	DISCORD_SHARDS: optional(ids),
	DISCORD_SHARD_COUNT: optional(count(1, 'must be a whole number from 1')),
	TELEGRAM_BOT_TOKEN: optional(
		z.string().regex(/^\d+:[\w-]{20,}$/, 'is not a Telegram bot token; copy it from BotFather'),
	),
	TELEGRAM_API_URL: withDefault(apiUrl, 'https://api.telegram.org'),
	TELEGRAM_MODERATORS: optional(ids),
	TELEGRAM_MODERATOR_CHAT: optional(z.string().regex(/^-?\d+$/, 'must be a chat id')),
	DATABASE_URL: withDefault(
		z
			.string()
			.regex(/^(sqlite:|postgres(ql)?:\/\/)/, { error: 'must begin with sqlite: or postgres://', abort: true })
			.refine(
				(url) => url.startsWith('sqlite:') || URL.canParse(url),
				'is no address; write the signs # / @ : % of a password as %23 %2F %40 %3A %25',
			),
		'sqlite:data/bot.db',
	),
	REVIEW_NEEDS_SECOND: withDefault(z.enum(['true', 'false'], { error: 'must be true or false' }), 'true'),
	QUESTIONS_PER_MINUTE: withDefault(count(0, 'must be a whole number from 0'), '30'),
	KNOWLEDGE_DIR: withDefault(z.string(), './knowledge'),
	LOG_LEVEL: withDefault(
		z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
			error: 'must be one of fatal, error, warn, info, debug, trace, silent',
		}),
		'info',
	),
});

/** The names of all variables that are read. */
export const VARIABLES: readonly string[] = Object.keys(variables.shape);

const schema = variables
	.transform((env) => ({
		discord:
			env.DISCORD_TOKEN === undefined
				? undefined
				: {
						token: env.DISCORD_TOKEN,
						apiUrl: trimSlash(env.DISCORD_API_URL),
						moderatorGuild: env.DISCORD_MODERATOR_GUILD,
						moderatorRoles: env.DISCORD_MODERATOR_ROLES ?? [],
						moderatorChannel: env.DISCORD_MODERATOR_CHANNEL,
						shards: env.DISCORD_SHARDS?.map(Number),
						shardCount: env.DISCORD_SHARD_COUNT,
					},
		telegram:
			env.TELEGRAM_BOT_TOKEN === undefined
				? undefined
				: {
						token: env.TELEGRAM_BOT_TOKEN,
						apiUrl: trimSlash(env.TELEGRAM_API_URL),
						moderators: env.TELEGRAM_MODERATORS ?? [],
						moderatorChat: env.TELEGRAM_MODERATOR_CHAT,
					},
		databaseUrl: env.DATABASE_URL,
		reviewNeedsSecond: env.REVIEW_NEEDS_SECOND === 'true',
		questionsPerMinute: env.QUESTIONS_PER_MINUTE,
		knowledgeDir: env.KNOWLEDGE_DIR,
		logLevel: env.LOG_LEVEL,
	}))
	.refine(({ discord }) => (discord?.shards === undefined) === (discord?.shardCount === undefined), {
		message: 'and DISCORD_SHARD_COUNT go together',
		path: ['DISCORD_SHARDS'],
	})
	.refine(({ discord }) => (discord?.shards ?? []).every((shard) => shard >= 0 && shard < (discord?.shardCount ?? 0)), {
		message: 'must be numbers from 0 to one less than DISCORD_SHARD_COUNT',
		path: ['DISCORD_SHARDS'],
	});

export type Config = z.infer<typeof schema>;

/** The configuration in `env`, or one message for each mistake. */
export function readConfig(env: Record<string, string | undefined>): { config: Config } | { mistakes: string[] } {
	const result = schema.safeParse(env);
	if (result.success) return { config: result.data };
	return { mistakes: result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) };
}

function trimSlash(url: string): string {
	return url.replace(/\/+$/, '');
}
