/** Every table, on the database or in a transaction. */
import { chatSettings } from './chat-settings.ts';
import { dialogues } from './dialogues.ts';
import { drafts } from './drafts.ts';
import { feedback } from './feedback.ts';
import { fileVersions } from './file-versions.ts';
import { gaps } from './gaps.ts';
import { notices } from './notices.ts';
import { people } from './people.ts';
import { proposals } from './proposals.ts';
import { reviews } from './reviews.ts';
import { revisions } from './revisions.ts';
import type { Tables } from './store.ts';
import type { Atomically, Queries } from './tables.ts';
import { updates } from './updates.ts';

export function allTables(db: Queries, atomically: Atomically): Tables {
	return {
		people: people(db, atomically),
		drafts: drafts(db),
		dialogues: dialogues(db),
		proposals: proposals(db),
		reviews: reviews(db),
		revisions: revisions(db),
		fileVersions: fileVersions(db, atomically),
		gaps: gaps(db),
		feedback: feedback(db),
		updates: updates(db),
		chatSettings: chatSettings(db),
		notices: notices(db),
	};
}
