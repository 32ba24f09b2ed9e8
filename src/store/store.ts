/** What is kept between two starts, in SQLite or PostgreSQL behind the same queries. Times are ISO 8601 in UTC, given by the caller. */

export type Platform = 'discord' | 'telegram';

/** Someone of a chat platform. Every other table knows them by an opaque key alone. */
export interface Identity {
	platform: Platform;
	/** The platform's own id. */
	platformId: string;
	/** As shown to others on the platform. */
	name: string;
}

export interface People {
	/** The key of a person, who is entered when new; a changed name is kept. */
	keyOf(identity: Identity, at: string): Promise<string>;
	/** The key of a person who has been entered; asking enters nobody. */
	known(platform: Platform, platformId: string): Promise<string | undefined>;
	/** Undefined when the person was never known or has been forgotten. */
	find(key: string): Promise<Identity | undefined>;
	/** The names of those of these keys who are known. */
	namesOf(keys: readonly string[]): Promise<Map<string, string>>;
	/**
	 * Deletes what ties the person to a key, what was begun under it, and what is kept of their private chat. Their voices on
	 * entries still count, each on its own and without its reason; in the log stays a key that stands for nobody. Undefined
	 * when nothing was known.
	 */
	forget(platform: Platform, platformId: string): Promise<Forgotten | undefined>;
}

/** How much of a person was deleted. */
export interface Forgotten {
	drafts: number;
	dialogues: number;
	/** That were still to be sent. */
	notices: number;
	/** On entries, that were taken from their giver. */
	voices: number;
	/** Private chats that had something set. */
	settings: number;
}

/** A proposal that is being written. `data` is its writer's business. */
export interface Draft {
	id: string;
	author: string;
	data: string;
	updatedAt: string;
}

export interface Drafts {
	/** Adds or replaces. */
	save(draft: Draft): Promise<void>;
	get(id: string): Promise<Draft | undefined>;
	/** Newest first. */
	of(author: string): Promise<Draft[]>;
	/** Those last saved before `at`. */
	untouchedSince(at: string): Promise<Draft[]>;
	remove(id: string): Promise<void>;
	/** Removes it unless it has been saved at `at` or later; whether it did. */
	removeUntouched(id: string, at: string): Promise<boolean>;
}

/** A form that is filled in by one message after another, in one chat by one person. */
export interface Dialogue {
	person: string;
	chat: string;
	data: string;
	updatedAt: string;
}

export interface Dialogues {
	/** Adds or replaces: a person has one dialogue in a chat. */
	save(dialogue: Dialogue): Promise<void>;
	get(person: string, chat: string): Promise<Dialogue | undefined>;
	remove(person: string, chat: string): Promise<void>;
	/** Removes those last saved before `at`; how many. */
	prune(at: string): Promise<number>;
}

const PROPOSAL_STATES = ['open', 'changes-asked', 'published', 'rejected', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export interface NewProposal {
	/** Such as "supersede"; the store does not look at it. */
	kind: string;
	/** What it is about: the id of an entry or a word; empty for a member's report on nothing in particular. */
	subject: string;
	title: string;
	/** Key of the author; null for what comes from the files. */
	author: string | null;
	/** Whether it comes from a member who is no moderator. */
	fromMember: boolean;
	reason: string;
	/** JSON: the record changes. */
	changes: string;
	/** The version of the files it comes from, so that it is entered once; null for what people propose. */
	fileVersion: string | null;
	createdAt: string;
}

export interface Proposal extends NewProposal {
	/** From 1. */
	id: number;
	state: ProposalState;
	/** Raised by every change of the proposal, so that nobody decides on what they have not seen. */
	version: number;
	updatedAt: string;
}

export interface Proposals {
	/** The proposal as entered; undefined when this subject and file version was entered before, whatever became of it. */
	add(proposal: NewProposal): Promise<Proposal | undefined>;
	get(id: number): Promise<Proposal | undefined>;
	/** Those in these states, oldest first. */
	in(states: readonly ProposalState[]): Promise<Proposal[]>;
	/** Those on one subject, oldest first. */
	on(subject: string): Promise<Proposal[]>;
	/** Changes state or content when `version` is still the current one; false otherwise. */
	update(
		id: number,
		version: number,
		change: { state?: ProposalState; changes?: string; reason?: string; title?: string },
		at: string,
	): Promise<boolean>;
}

type Decision = 'approved' | 'asked' | 'rejected' | 'withdrawn';

export interface Review {
	proposal: number;
	/** Key of the reviewer. */
	reviewer: string;
	decision: Decision;
	note: string;
	at: string;
}

export interface Reviews {
	/** Reviews are never changed. */
	add(review: Review): Promise<void>;
	/** Oldest first. */
	of(proposal: number): Promise<Review[]>;
}

export interface NewRevision {
	/** A proposal is published once. */
	proposal: number;
	kind: string;
	subject: string;
	title: string;
	author: string | null;
	reviewer: string;
	reason: string;
	/** JSON: the record changes. */
	changes: string;
	at: string;
}

export interface Revision extends NewRevision {
	/** From 1, rising; numbers may be left out. */
	seq: number;
}

/** The log of what was published. It only grows: the database itself refuses to change or delete a row. */
export interface Revisions {
	append(revision: NewRevision): Promise<Revision>;
	get(seq: number): Promise<Revision | undefined>;
	/** Those after `seq`, in order. */
	after(seq: number): Promise<Revision[]>;
	/** Those on one subject, in order. */
	on(subject: string): Promise<Revision[]>;
	/** The newest number; 0 when there is none. */
	head(): Promise<number>;
}

/** How the shipped files had an entry, as far as starts of the program saw it. Only grows. */
export interface FileVersion {
	/** The id of the record. */
	subject: string;
	/** Hash of the content. */
	version: string;
	/** JSON: the record, or null when it was gone. */
	content: string;
	seenAt: string;
}

export interface FileVersions {
	/** Enters those that differ from what was entered last for their subject, in this order. */
	add(versions: readonly FileVersion[]): Promise<void>;
	/** Oldest first. */
	on(subject: string): Promise<FileVersion[]>;
	/** For each subject the version entered last. */
	latest(): Promise<Map<string, string>>;
}

/** A question that found nothing, counted; it holds nothing of who asked. */
export interface Gap {
	id: number;
	/** What makes it the same gap. */
	key: string;
	/** JSON, for showing it. */
	data: string;
	count: number;
	firstAt: string;
	lastAt: string;
}

export interface Gaps {
	/** Counts once more; a gap that was closed opens again. While `most` are open, a new one is not entered. */
	count(key: string, data: string, at: string, most: number): Promise<void>;
	/** The open ones, those counted most first. */
	list(limit: number, offset?: number): Promise<Gap[]>;
	get(id: number): Promise<Gap | undefined>;
	close(id: number): Promise<void>;
}

export interface FeedbackCounts {
	helpful: number;
	unhelpful: number;
	/** Newest first, at most five. */
	reasons: string[];
}

export interface Feedback {
	/** One voice a person and entry: a later one replaces it, with its reason. */
	give(entry: string, person: string, helpful: boolean, at: string): Promise<void>;
	/** Adds a reason to a voice given before. */
	explain(entry: string, person: string, reason: string): Promise<void>;
	/** For entries that have any. */
	countsOf(entries: readonly string[]): Promise<Map<string, FeedbackCounts>>;
}

/** Requests of the platforms that have been carried out, so that one that is sent again is not carried out twice. */
export interface Updates {
	/** True when `id` is new; false when it was claimed before. */
	claim(platform: Platform, id: string, at: string): Promise<boolean>;
	/** Those of these ids that were claimed before. */
	among(platform: Platform, ids: readonly string[]): Promise<Set<string>>;
	/** Forgets those claimed before `at`. */
	prune(at: string): Promise<void>;
}

/** What a chat has been set to, such as being told of new proposals. */
export interface ChatSettings {
	/** Empty when nothing is set. */
	get(platform: Platform, chat: string): Promise<Record<string, unknown>>;
	/** Replaces all of it. */
	set(platform: Platform, chat: string, settings: Record<string, unknown>): Promise<void>;
	/** The chats that have anything set. */
	all(platform: Platform): Promise<{ chat: string; settings: Record<string, unknown> }[]>;
}

/** Something to tell someone. It is kept until it has been sent. */
export interface Notice {
	id: number;
	platform: Platform;
	/** Key of a person, or the id of a chat. */
	to: { person: string } | { chat: string };
	/** JSON. */
	content: string;
	createdAt: string;
}

export interface Notices {
	add(notice: Omit<Notice, 'id'>): Promise<void>;
	/**
	 * The oldest unsent ones of a platform, which are this process's to send until `until`; another process can take them
	 * after that.
	 */
	take(platform: Platform, now: string, until: string, limit: number): Promise<Notice[]>;
	/** Removes what was sent, or cannot be. */
	done(id: number): Promise<void>;
}

export interface Tables {
	people: People;
	drafts: Drafts;
	dialogues: Dialogues;
	proposals: Proposals;
	reviews: Reviews;
	revisions: Revisions;
	fileVersions: FileVersions;
	gaps: Gaps;
	feedback: Feedback;
	updates: Updates;
	chatSettings: ChatSettings;
	notices: Notices;
}

export interface Store extends Tables {
	/**
	 * All of `work` or none of it. What `work` throws undoes it and is thrown on. It uses only the tables that it is given, and
	 * may be run again from its beginning: PostgreSQL gives up one of two transactions that stand in each other's way.
	 */
	transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
	/** As transaction, while no other process or caller is inside publish. */
	publish<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
	/**
	 * Calls `listener` soon after anyone has appended a revision, maybe more often, and once at the beginning: at once by
	 * LISTEN on PostgreSQL, and by asking for the newest number twice a second on both. The result ends it.
	 */
	watchRevisions(listener: () => void): () => void;
	/**
	 * Runs `work` in one process at a time: resolves when `signal` ends it, or `work` is done. On PostgreSQL whoever holds the
	 * advisory lock of `name` leads; `work` gets a signal that is aborted by `signal` and when the lock is lost. It should then
	 * end soon: another process takes over within seconds, and `work` is run again once this one leads anew. What `work`
	 * throws while it leads is thrown on. On SQLite there is one process, which leads at once.
	 */
	lead(name: string, work: (leading: AbortSignal) => Promise<void>, signal: AbortSignal): Promise<void>;
	/** Ends watching and leading, and waits for transactions that are under way. */
	close(): Promise<void>;
}

/**
 * The database cannot be opened or used; the message says what the operator can do. It may name the SQLite file, but neither
 * a server's address nor a password. What breaks a rule of the tables is rejected with the database's own error instead.
 */
export class StoreError extends Error {
	readonly id: 'store-unreachable' | 'store-newer' | 'store-broken' | 'store-locked';

	constructor(id: StoreError['id'], message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'StoreError';
		this.id = id;
	}
}
