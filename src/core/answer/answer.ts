/** The Answer: a value that adapters render. It knows no chat platform. */
import type { SourceKind } from '../knowledge/schema.ts';

export type Outcome = 'answered' | 'clarify' | 'not-covered' | 'out-of-scope';

/** What stands at the top: the status of the lead entry and what that status means. */
export interface Verdict {
	label: string;
	meaning: string;
	/** 0 open … 4 banned. */
	severity: number;
}

/** A piece of an answer. `citations` are numbers of the answer's citations; the text itself holds no markers. */
export interface Block {
	heading?: string;
	/** Curated text, plain. */
	text: string;
	/** Shown as a quotation. */
	quote?: boolean;
	/** One line of a list rather than a paragraph. */
	line?: boolean;
	citations: number[];
	/** Dates and attribution, shown smaller. */
	details?: string;
	/** One row of a comparison, instead of text: a cell for each place. */
	cells?: Cell[];
	/** What was changed in the text, shown instead of it where there is room. */
	pieces?: Piece[];
}

/** A piece of a text that was changed. */
export interface Piece {
	text: string;
	kind: 'same' | 'added' | 'removed';
}

/** What holds in one of the places compared. */
export interface Cell {
	/** With its flag. */
	place: string;
	/** The label of the status; none where nothing is known. */
	status?: string;
	text: string;
	details?: string;
	citations: number[];
}

export interface Citation {
	/** From 1, without gaps. */
	number: number;
	title: string;
	publisher: string;
	url: string;
	published: string | null;
	kind: SourceKind;
}

/** Something to press: what it says, and what it asks for, in the form of actions.ts. */
export interface Action {
	label: string;
	action: string;
	/** Coloured where the platform can: what goes on, and what takes away. */
	style?: 'good' | 'bad';
}

export interface Answer {
	outcome: Outcome;
	/** ISO 639-1: the language of the frame's words. */
	language: string;
	title: string;
	verdict?: Verdict;
	blocks: Block[];
	citations: Citation[];
	notes: string[];
	actions: Action[];
	/** How many of the actions belong together, such as those on one entry of a list. */
	actionsInRow?: number;
	/** What can be said about the answer, or done instead of what it asks for: below the other buttons. */
	feedback?: Action[];
	/** Questions that can be sent back as they are. */
	suggestions: string[];
	/** ISO 3166 codes asked about; for a list those listed, for choices the candidates. */
	jurisdictions: string[];
	topics: string[];
	/** Ids of the entries used. */
	entries: string[];
	/** Shown only to the asker where the platform can. */
	private: boolean;
}
