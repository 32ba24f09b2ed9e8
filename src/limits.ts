/** Counts what people ask and do, by rate-limiter-flexible: in memory, or on PostgreSQL for all processes together. */
import pg from 'pg';
import {
	type RateLimiterAbstract,
	RateLimiterMemory,
	RateLimiterPostgres,
	RateLimiterRes,
} from 'rate-limiter-flexible';
import { countedAs, LIMITS, type Limits } from './moderation/limits.ts';

const CONNECTIONS = 4;

export interface OpenLimits extends Limits {
	close(): Promise<void>;
}

/** `questions` is how many questions a minute one person may ask; 0 for as many as they like. */
export async function openLimits(databaseUrl: string, questions: number): Promise<OpenLimits> {
	const pool = databaseUrl.startsWith('postgres')
		? new pg.Pool({ connectionString: databaseUrl, max: CONNECTIONS, connectionTimeoutMillis: 2_000 })
		: undefined;
	// A lost connection shows at the next use, where the memory steps in.
	pool?.on('error', () => undefined);
	const limiters = new Map<string, RateLimiterAbstract>();
	for (const [what, limit] of Object.entries(LIMITS))
		for (const who of ['person', 'chat'] as const) {
			const share = what === 'question' ? questions / LIMITS.question.person : 1;
			if (share === 0) continue;
			const options = { keyPrefix: `${what}-${who}`, points: Math.ceil(limit[who] * share), duration: limit.seconds };
			limiters.set(options.keyPrefix, pool ? await onPostgres(pool, options) : new RateLimiterMemory(options));
		}
	return {
		async take(what, { platform, platformId, chat }) {
			if (what === 'look') return 0;
			const waits = await Promise.all([
				count(limiters.get(`${what}-person`), countedAs('person', platform, platformId)),
				count(limiters.get(`${what}-chat`), countedAs('chat', platform, chat)),
			]);
			return Math.max(...waits);
		},
		async close() {
			await pool?.end();
		},
	};
}

interface Counting {
	keyPrefix: string;
	points: number;
	/** In seconds. */
	duration: number;
}

/** Two processes that start at once both create the table, and PostgreSQL refuses one of them: it finds it the next time. */
async function onPostgres(pool: pg.Pool, options: Counting): Promise<RateLimiterPostgres> {
	return await createOnPostgres(pool, options).catch(() => createOnPostgres(pool, options));
}

function createOnPostgres(pool: pg.Pool, options: Counting): Promise<RateLimiterPostgres> {
	return new Promise((resolve, reject) => {
		const limiter: RateLimiterPostgres = new RateLimiterPostgres(
			{
				...options,
				storeClient: pool,
				tableName: 'limits',
				// Who is over the limit is turned away without asking the database again.
				inMemoryBlockOnConsumed: options.points,
				// A database that is out of reach is no reason to answer nobody.
				insuranceLimiter: new RateLimiterMemory(options),
			},
			(error?: Error) => (error ? reject(error) : resolve(limiter)),
		);
	});
}

/** The seconds to wait, 0 when it is within the limit. */
async function count(limiter: RateLimiterAbstract | undefined, key: string): Promise<number> {
	if (!limiter) return 0;
	try {
		await limiter.consume(key);
		return 0;
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
		throw refused;
	}
}
