/** What is asked, worked out from text, a command's options or a button. The answer part takes nothing else. */
import type { Period } from './period.ts';

/** Codes are ISO 3166 jurisdiction codes, topics and entries are ids; `stems` are the asker's own words, for ranking. */
export type Question =
	| {
			/** What holds in these jurisdictions on these topics. Entries named outright come first. */
			kind: 'lookup';
			jurisdictions: string[];
			topics: string[];
			entries: string[];
			actors: string[];
			stems: string[];
			/** Statuses that the words name ("ban"), of whatever topic. */
			statuses: string[];
			period?: Period;
			/** What held before the first fact of one of these statuses: "before the ban". */
			before?: string[];
			/** The asker wants what was: "did", "history of", "when". */
			past: boolean;
	  }
	| {
			/** All of a jurisdiction, a line a topic; with a period, as it stood then. */
			kind: 'overview';
			jurisdiction: string;
			period?: Period;
	  }
	| { kind: 'entry'; id: string }
	| {
			/** These very entries, by the short keys of their ids: what an answer showed whose order cannot be repeated. */
			kind: 'entries';
			keys: string[];
	  }
	| {
			/** Jurisdictions side by side, on these topics or on all. */
			kind: 'compare';
			jurisdictions: string[];
			topics: string[];
			period?: Period;
	  }
	| {
			/** Where a topic stands around the world, or in a region; only these statuses when any are named. */
			kind: 'list';
			topic: string;
			statuses: string[];
			regions?: string[];
			/** Defined terms that the facts must name ("travel rule"); any of them is enough. */
			terms?: string[];
			/** Words that may single out some of the facts ("race"). */
			stems?: string[];
			/** Only what holds today: "already", "in force". */
			now?: boolean;
			/** What was counts too; otherwise only where nothing holds today. */
			past?: boolean;
			period?: Period;
	  }
	| {
			/** What people and organisations said, or (with `statementsOnly` false) did. */
			kind: 'about';
			actors: string[];
			jurisdictions: string[];
			topics: string[];
			stems: string[];
			/** Words that must be found for an answer, since nothing else says what is asked. */
			required: string[];
			statementsOnly: boolean;
			period?: Period;
	  }
	| {
			/** Dated events of a jurisdiction, of a topic around the world, or both. At least one is given. */
			kind: 'timeline';
			jurisdiction?: string;
			topic?: string;
			period?: Period;
	  }
	| {
			/** What is new, or what comes next; everywhere and on everything when no place or topic is given. */
			kind: 'changes';
			jurisdictions: string[];
			topics: string[];
			regions?: string[];
			direction: 'recent' | 'coming';
			period?: Period;
	  }
	| { kind: 'definition'; ids: string[] }
	| {
			/** Words that name no topic, in a jurisdiction: answered only when an entry clearly holds them. */
			kind: 'words';
			jurisdiction: string;
			stems: string[];
			required: string[];
			past: boolean;
	  };

/** Several readings: what could be meant. */
export interface Choices {
	kind: 'clarify';
	reason: 'which-place' | 'which-topic' | 'place-missing' | 'nothing-specific';
	jurisdictions: string[];
	topics: string[];
	/** Topics that are likelier meant than others, to be offered first. */
	likely?: string[];
}

export interface OutOfScope {
	kind: 'out-of-scope';
	reason: 'greeting' | 'empty' | 'too-long' | 'other-field' | 'unknown-place' | 'not-understood';
}

export type Understanding = ({ kind: 'question'; question: Question } | Choices | OutOfScope) & {
	/** ISO 639-1: the language of the question, in which the answer's frame comes. */
	language: string;
};
