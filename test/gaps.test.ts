import { expect, test } from 'vitest';
import { Gaps } from '../src/gaps.ts';
import { DAY, makeCore } from './support/records.ts';

test('what nobody has written an entry on is counted by place and topic, and nothing else is kept', () => {
	const gaps = new Gaps();
	const core = makeCore();
	for (const question of [
		'mining in Kenya',
		'is MINING allowed in kenya',
		'crypto tax in Japan',
		'crypto tax in Kenya',
	])
		gaps.note(core.ask(question, { day: DAY }));
	expect(gaps.list()).toEqual([
		{ jurisdictions: ['KE'], topics: ['mining'], count: 2 },
		{ jurisdictions: ['KE'], topics: ['tax'], count: 1 },
	]);
});
