/** One process at a time leads, and another takes over when it is gone. */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { eachDatabase, onPostgres, onSqlite, runSql, twoStores } from '../support/databases.ts';
import { startChild } from './processes.ts';

/** Within which another process takes over, in milliseconds. */
const TAKEN_OVER = 10_000;

let url: string;
let store: Store;
let other: Store;
async function openBoth(name: 'sqlite' | 'postgres'): Promise<void> {
	({ url, store, other } = await twoStores(name));
}

/** Leads until it is stopped; tells whether it does now, and how often it began. */
function candidate(of: Store, name = 'telegram') {
	const stopping = new AbortController();
	const state = { leads: false, began: 0 };
	const ended = of.lead(
		name,
		async (leading) => {
			state.leads = true;
			state.began += 1;
			await once(leading, 'abort');
			state.leads = false;
		},
		stopping.signal,
	);
	return {
		state,
		stop: () => {
			stopping.abort();
			return ended;
		},
	};
}

eachDatabase((name) => {
	beforeEach(() => openBoth(name));

	test('work begins, is told of the stop, and lead resolves', async () => {
		const { state, stop } = candidate(store);
		await expect.poll(() => state.leads).toBe(true);
		await stop();
		expect(state).toEqual({ leads: false, began: 1 });
	});

	test('work that is done ends it, and what work throws is thrown on', async () => {
		const { signal } = new AbortController();
		await store.lead('telegram', async () => undefined, signal);
		const failing = store.lead(
			'telegram',
			async () => {
				throw new RangeError('no');
			},
			signal,
		);
		await expect(failing).rejects.toThrow(new RangeError('no'));
		await store.lead('telegram', async () => undefined, signal);
	});

	test('work that is ended by throwing, as fetch and timers do, counts as ended', async () => {
		const stopping = new AbortController();
		const ended = store.lead('telegram', (leading) => sleep(60_000, undefined, { signal: leading }), stopping.signal);
		await sleep(200);
		stopping.abort();
		await ended;
	});

	test('a stop before the start runs nothing', async () => {
		let ran = false;
		const work = async () => {
			ran = true;
		};
		await store.lead('telegram', work, AbortSignal.abort());
		expect(ran).toBe(false);
	});

	test('closing the store ends it', async () => {
		const { state, stop } = candidate(store);
		await expect.poll(() => state.leads).toBe(true);
		await store.close();
		await expect.poll(() => state.leads).toBe(false);
		await stop();
	});
});

onSqlite(() => {
	test('the one process there is leads at once', async () => {
		await openBoth('sqlite');
		const { state, stop } = candidate(store);
		expect(state.leads).toBe(true);
		await stop();
	});
});

onPostgres(() => {
	beforeEach(() => openBoth('postgres'));

	const cutLeader = () =>
		runSql(
			url,
			`select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory' and granted
				and database = (select oid from pg_database where datname = current_database())`,
		);

	test('one leads, and the other when it stops', async () => {
		const first = candidate(store);
		await expect.poll(() => first.state.leads).toBe(true);
		const second = candidate(other);
		// Longer than a process may be silent.
		await sleep(8_000);
		expect(second.state.leads).toBe(false);
		expect(first.state).toEqual({ leads: true, began: 1 });
		await first.stop();
		await expect.poll(() => second.state.leads, { timeout: TAKEN_OVER }).toBe(true);
		await second.stop();
	});

	test('the lock is held until the work has ended', async () => {
		const stopping = new AbortController();
		let isWorking = false;
		const first = store.lead(
			'telegram',
			async (leading) => {
				isWorking = true;
				await once(leading, 'abort');
				await sleep(2_000);
				isWorking = false;
			},
			stopping.signal,
		);
		await expect.poll(() => isWorking).toBe(true);
		const second = candidate(other);
		stopping.abort();
		await expect.poll(() => second.state.leads || !isWorking, { timeout: TAKEN_OVER, interval: 10 }).toBe(true);
		expect(isWorking).toBe(false);
		await first;
		await second.stop();
	});

	test('each name has a leader of its own', async () => {
		const [first, second] = [candidate(store, 'telegram'), candidate(other, 'notices')];
		await expect.poll(() => first.state.leads && second.state.leads).toBe(true);
		await Promise.all([first.stop(), second.stop()]);
	});

	test('a leader whose connection is cut is told, and another takes over', async () => {
		const first = candidate(store);
		await expect.poll(() => first.state.leads).toBe(true);
		const second = candidate(other);
		await sleep(500);
		await cutLeader();
		await expect.poll(() => first.state.leads, { timeout: TAKEN_OVER }).toBe(false);
		await expect.poll(() => second.state.leads, { timeout: TAKEN_OVER }).toBe(true);
		await sleep(1_500);
		expect(first.state).toEqual({ leads: false, began: 1 });
		await second.stop();
		await expect.poll(() => first.state.leads, { timeout: TAKEN_OVER }).toBe(true);
		await first.stop();
	});

	test('when the leading process is killed another takes over', async () => {
		const child = startChild('lead', url);
		await child.said('leading');
		const second = candidate(store);
		await sleep(1_500);
		expect(second.state.leads).toBe(false);
		child.process.kill('SIGKILL');
		await expect.poll(() => second.state.leads, { timeout: TAKEN_OVER }).toBe(true);
		await second.stop();
	});

	test('when the leading process freezes another takes over', async () => {
		const child = startChild('lead', url);
		await child.said('leading');
		const second = candidate(store);
		child.process.kill('SIGSTOP');
		await expect.poll(() => second.state.leads, { timeout: TAKEN_OVER }).toBe(true);
		await second.stop();
	});
});
