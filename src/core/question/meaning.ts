/** What a phrase can mean. */
import type { Cue as WordCue } from '../knowledge/language-schema.ts';

/** What asks for something other than what holds, or for nothing that the bot answers. */
export type Cue = WordCue | 'other-meaning';

export type Meaning =
	| {
			kind: 'jurisdiction';
			code: string;
			/** The name of a city or region, which also says something of its own. */
			part?: true;
			/** The name as it is written, where a stem alone would take other words for it (Russian "данные" for Denmark). */
			like?: string;
	  }
	| { kind: 'region'; id: string }
	| { kind: 'implied-place'; code: string }
	/** A place that is none: "Wakanda". */
	| { kind: 'nowhere' }
	| { kind: 'topic'; id: string; certain: boolean }
	| { kind: 'status'; id: string }
	| { kind: 'actor'; id: string }
	| { kind: 'crypto' }
	| { kind: 'cue'; cue: Cue }
	| { kind: 'neutral' }
	| { kind: 'function' };

/** An entry that a phrase names; `certain` when the phrase can mean nothing else ("282-FZ", "GENIUS Act"), so that it needs no place. */
export interface EntryName {
	id: string;
	certain: boolean;
}

export function sameMeaning(a: Meaning, b: Meaning): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
