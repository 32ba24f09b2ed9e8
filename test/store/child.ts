/** A process that works with a store, for tests that need several: `node child.ts JOB URL`. It says on a line what it came to. */
import { once } from 'node:events';
import { openStore } from '../../src/store/open.ts';
import { StoreError } from '../../src/store/store.ts';
import { aProposal, LATER } from './samples.ts';

const [job, url = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

say('opening');
const store = await openStore(url).catch((error: unknown) => {
	say(error instanceof StoreError ? `${error.id}: ${error.message}` : String(error));
	process.exit(1);
});
say('open');

if (job === 'update') {
	// Begins when it is told to, so that several begin at once.
	await once(process.stdin, 'data');
	say(String(await store.proposals.update(1, 1, { state: 'published' }, LATER)));
} else if (job === 'write') {
	// One review a proposal, until it is killed.
	for (let count = 1; ; count += 1) {
		await store.transaction(async ({ proposals, reviews }) => {
			const added = await proposals.add(aProposal({ reason: 'x'.repeat(2_000) }));
			const proposal = added?.id ?? 0;
			await reviews.add({ proposal, reviewer: 'reviewer-key', decision: 'approved', note: '', at: LATER });
		});
		say(`wrote ${count}`);
	}
} else if (job === 'lead') {
	await store.lead(
		'telegram',
		async (leading) => {
			say('leading');
			await once(leading, 'abort');
		},
		new AbortController().signal,
	);
}
await store.close();
process.exit();
