/** This core: it understands the question and looks the entries up. */
import { PolicyCore } from '../../../../src/core/core.ts';
import type { EngineKind } from '../engine.ts';

const DAY = '2026-11-24';

export const core: EngineKind = {
	name: 'this core',
	setup: 'understands first, then looks up; no threshold',
	// It decides itself when to be silent.
	scored: false,
	build(_documents, records) {
		const policy = new PolicyCore(records);
		return {
			search(text) {
				const { outcome, entries } = policy.ask(text, { day: DAY, pageSize: Number.POSITIVE_INFINITY });
				return outcome === 'answered' ? entries.map((id) => ({ id, score: 0 })) : [];
			},
			/** A running bot does this in the background once it is ready. */
			prepare() {
				for (const _step of policy.prepareLanguages());
			},
		};
	},
};
