/** Runs the bots: wires the store, the published knowledge and the chats, and stops them in order. */
import { COMMANDS } from '../commands/index.ts';
import { type Adapter, FatalError } from './adapters/adapter.ts';
import { discordAdapter } from './adapters/discord/discord.ts';
import { HandledUpdates } from './adapters/telegram/handled-updates.ts';
import { telegramAdapter } from './adapters/telegram/telegram.ts';
import { today } from './cli/today.ts';
import type { Config } from './config.ts';
import type { Answer } from './core/answer/answer.ts';
import { openLimits } from './limits.ts';
import { createLogger, type Logger } from './log.ts';
import { Bell, mailbag } from './mailbag.ts';
import type { Desk } from './moderation/desk.ts';
import { proposeConflicts, recordFileVersions } from './moderation/files.ts';
import { countGaps, gapsIn } from './moderation/gaps.ts';
import { Published, type Shipped } from './moderation/published.ts';
import { tidy } from './moderation/tidy.ts';
import { moderatorChats } from './moderator-chats.ts';
import { stopSignal } from './stop-signal.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';
import { warmUp } from './warm-up.ts';

/** After this long a stop is a failure, in milliseconds. */
const STOP_LIMIT = 9_500;

/** Between two times of throwing away what was left lying, in milliseconds. */
const TIDY_EVERY = 24 * 3_600_000;

/** Resolves with the exit code when the bots have been told to stop or cannot go on. Rejects with a StoreError. */
export async function runBots(config: Config, shipped: Shipped): Promise<0 | 1> {
	const { discord, telegram, databaseUrl } = config;
	const tokens = [discord?.token, telegram?.token].filter((token) => token !== undefined);
	const log = createLogger(config.logLevel, [...tokens, ...passwordsOf(databaseUrl)]);
	const store = await openStore(databaseUrl, {
		onTrouble: (error) => log.warn({ id: error.id }, error.message),
	});
	const limits = await openLimits(databaseUrl, config.questionsPerMinute);
	const bell = new Bell();
	const published = new Published(shipped);
	const desk: Desk = {
		store,
		published,
		day: today,
		now: () => new Date().toISOString(),
		needsSecond: config.reviewNeedsSecond,
		moderatorChats: moderatorChats(config),
		onNotices: () => bell.ring(),
	};
	await begin(desk, shipped, log);
	const stopWatching = store.watchRevisions(() => {
		published.catchUp(store.revisions).then(
			(isNew) => isNew && log.info({ revision: published.head }, 'published changes taken in'),
			(error: unknown) => log.warn({ reason: (error as Error).message }, 'published changes cannot be read'),
		);
	});
	const tidying = setInterval(() => {
		tidy(store, new Date()).catch((error: unknown) =>
			log.warn({ reason: (error as Error).message }, 'what was left lying cannot be thrown away'),
		);
	}, TIDY_EVERY);
	const notice = (answer: Answer, text?: string) => {
		const gaps = gapsIn(answer, text, published.core);
		if (gaps.length === 0) return;
		log.debug({ gaps }, 'not covered');
		countGaps(store, gaps, desk.now()).catch((error: unknown) =>
			log.warn({ reason: (error as Error).message }, 'a gap cannot be kept'),
		);
	};
	const context = () => ({ core: published.core, day: today(), notice, desk, limits });
	const shared = { commands: COMMANDS, context, log };
	const adapters: Adapter[] = [];
	if (discord) adapters.push(discordAdapter({ ...shared, ...discord, bag: mailbag('discord', desk, bell) }));
	if (telegram)
		adapters.push(
			telegramAdapter({
				...shared,
				...telegram,
				bag: mailbag('telegram', desk, bell),
				lead: (work, signal) => store.lead('telegram', work, signal),
				handled: new HandledUpdates(updateLog(store), log),
			}),
		);
	const code = await run(adapters, () => published.core, log);
	clearInterval(tidying);
	stopWatching();
	await store.close();
	await limits.close();
	log.info('stopped');
	return code;
}

/** Brings what is published up to date, and enters what the files bring. */
async function begin(desk: Desk, shipped: Shipped, log: Logger): Promise<void> {
	const { store, published } = desk;
	await published.catchUp(store.revisions);
	await recordFileVersions(desk, shipped);
	const conflicts = await proposeConflicts(desk, shipped);
	if (conflicts > 0) log.warn({ conflicts }, 'files and published changes differ; /review shows how');
	await tidy(store, new Date());
}

/** Starts the adapters, and stops them when asked to or when one cannot go on. */
async function run(adapters: readonly Adapter[], core: () => Desk['published']['core'], log: Logger): Promise<0 | 1> {
	const stopped = stopSignal();
	const stopRequested = new Promise<void>((resolve) => {
		stopped.addEventListener('abort', () => resolve(), { once: true });
	});
	let isEnding = false;
	const starting = Promise.all(adapters.map((adapter) => adapter.start())).then(() => {
		if (isEnding) return;
		log.info({ adapters: adapters.map(({ name }) => name) }, 'ready');
		return warmUp(core(), stopped);
	});
	const failing = Promise.race(adapters.map((adapter) => adapter.failed));
	let code: 0 | 1 = 0;
	try {
		await Promise.race([stopRequested, failing, starting.then(() => stopRequested)]);
		log.info('stopping');
	} catch (error) {
		// The operator must learn of it even where the logs are silent.
		if (error instanceof FatalError && !log.isLevelEnabled('fatal')) console.error(error.message);
		else if (error instanceof FatalError) log.fatal({ id: error.id }, error.message);
		else log.fatal({ err: error }, 'the bot cannot go on');
		code = 1;
	}
	isEnding = true;
	const limit = setTimeout(() => {
		log.error('work in hand did not finish in time');
		process.exit(1);
	}, STOP_LIMIT);
	const left = (await Promise.all(adapters.map((adapter) => adapter.stop()))).reduce((sum, count) => sum + count, 0);
	clearTimeout(limit);
	if (left > 0) {
		log.error({ left }, 'work in hand did not finish in time');
		code = 1;
	}
	return code;
}

function updateLog({ updates, transaction }: Store) {
	return {
		among: async (ids: readonly number[]) => {
			const found = await updates.among('telegram', ids.map(String));
			return new Set([...found].map(Number));
		},
		enter: (ids: readonly number[]) =>
			transaction(async (tables) => {
				const at = new Date().toISOString();
				for (const id of ids) await tables.updates.claim('telegram', String(id), at);
			}),
	};
}

/** A password can stand before the host, and among the parameters. */
function passwordsOf(databaseUrl: string): string[] {
	if (!URL.canParse(databaseUrl)) return [];
	const { password, searchParams } = new URL(databaseUrl);
	return [password, decoded(password), ...searchParams.getAll('password')].filter((secret) => secret !== '');
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
