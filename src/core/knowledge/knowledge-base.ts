/** An immutable snapshot of all records with the indexes that answering needs. */
import { normalise, stem } from '../text/tokens.ts';
import { successorsOf } from './check.ts';
import { COUNTRIES, flagOf } from './countries.ts';
import type { Day } from './partial-date.ts';
import { type Phase, phaseOf, startOf } from './phase.ts';
import type { KnowledgeRecords } from './records.ts';
import type {
	Entry,
	Fact,
	Jurisdiction,
	Organisation,
	Person,
	Source,
	Statement,
	Status,
	Topic,
	Words,
} from './schema.ts';

/** Someone who can speak or be spoken of. */
export type Actor = Person | Organisation;

export class KnowledgeBase {
	readonly topics: ReadonlyMap<string, Topic>;
	readonly words: Words;
	readonly jurisdictions: ReadonlyMap<string, Jurisdiction>;
	readonly entries: ReadonlyMap<string, Entry>;
	readonly sources: ReadonlyMap<string, Source>;
	readonly people: ReadonlyMap<string, Person>;
	readonly organisations: ReadonlyMap<string, Organisation>;
	readonly statements: readonly Statement[];
	readonly facts: readonly Fact[];
	readonly #factsOfPair: Map<string, Fact[]>;
	readonly #factsOfTopic: Map<string, Fact[]>;
	readonly #successors: Map<string, Fact[]>;
	readonly #blocsOf = new Map<string, string[]>();
	readonly #mentions = new Map<string, Entry[]>();
	readonly #stems = new Map<string, ReadonlySet<string>>();
	readonly #frequency = new Map<string, number>();

	/** `records` must have passed the checker. */
	constructor(records: KnowledgeRecords) {
		this.topics = new Map(records.topics.map((topic) => [topic.id, topic]));
		this.words = records.words;
		this.jurisdictions = new Map(records.jurisdictions.map((jurisdiction) => [jurisdiction.code, jurisdiction]));
		this.facts = records.facts;
		this.statements = records.statements;
		this.entries = new Map([...records.facts, ...records.statements].map((entry) => [entry.id, entry]));
		this.sources = new Map(records.sources.map((source) => [source.id, source]));
		this.people = new Map(records.people.map((person) => [person.id, person]));
		this.organisations = new Map(records.organisations.map((organisation) => [organisation.id, organisation]));
		this.#factsOfPair = Map.groupBy(records.facts, (fact) => `${fact.jurisdiction} ${fact.topic}`);
		this.#factsOfTopic = Map.groupBy(records.facts, (fact) => fact.topic);
		this.#successors = successorsOf(records.facts);
		for (const bloc of records.jurisdictions)
			for (const member of bloc.members) {
				const blocs = this.#blocsOf.get(member);
				if (blocs) blocs.push(bloc.code);
				else this.#blocsOf.set(member, [bloc.code]);
			}
		this.#indexWords();
		this.#indexMentions();
	}

	/** The facts of one jurisdiction on one topic, in the order of the file. */
	factsOf(jurisdiction: string, topic: string): readonly Fact[] {
		return this.#factsOfPair.get(`${jurisdiction} ${topic}`) ?? [];
	}

	/** The facts on one topic, of all jurisdictions. */
	factsOn(topic: string): readonly Fact[] {
		return this.#factsOfTopic.get(topic) ?? [];
	}

	phase(fact: Fact, day: Day): Phase {
		return phaseOf(fact, day, this.#successors.get(fact.id));
	}

	/** The fact that took the place of `fact` by `day`, the earliest if several did. */
	replacementOf(fact: Fact, day: Day): Fact | undefined {
		const successors = this.#successors.get(fact.id) ?? [];
		return successors
			.filter((later) => startOf(later) <= day)
			.toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))[0];
	}

	/** Where to look when a jurisdiction has no rule of its own: the country of a part or zone, then its blocs. */
	fallbacksOf(code: string): readonly string[] {
		const parents: string[] = [];
		const zone = code.indexOf(':');
		if (zone > 0) parents.push(code.slice(0, zone));
		if (code.includes('-')) parents.push(code.slice(0, 2));
		return [...parents, ...(this.#blocsOf.get(code.slice(0, 2)) ?? [])];
	}

	/** The entries that a person or organisation made or is named in. */
	entriesAbout(actor: string): readonly Entry[] {
		return this.#mentions.get(actor) ?? [];
	}

	actor(id: string): Actor | undefined {
		return this.people.get(id) ?? this.organisations.get(id);
	}

	/** The English name of a jurisdiction, or its code when nothing names it. */
	nameOf(code: string): string {
		return this.jurisdictions.get(code)?.name ?? COUNTRIES.get(code)?.name ?? code;
	}

	/** The name with its flag: "🇷🇺 Russia". */
	labelOf(code: string): string {
		return `${flagOf(code)} ${this.nameOf(code)}`;
	}

	statusOf(fact: Fact): Status | undefined {
		return this.topics.get(fact.topic)?.statuses.find((status) => status.id === fact.status);
	}

	/** The share of `stems` found in an entry, each weighted by how rare it is: 0 to 1. */
	overlap(entry: Entry, stems: readonly string[]): number {
		const own = this.#stems.get(entry.id);
		if (!own || stems.length === 0) return 0;
		let found = 0;
		let all = 0;
		for (const word of stems) {
			const weight = this.#rarity(word);
			all += weight;
			if (own.has(word)) found += weight;
		}
		return found / all;
	}

	/** Whether an entry holds the word of this stem. */
	holds(entry: Entry, word: string): boolean {
		return this.#stems.get(entry.id)?.has(word) ?? false;
	}

	/** In how many entries the word of this stem occurs. */
	frequency(word: string): number {
		return this.#frequency.get(word) ?? 0;
	}

	#rarity(word: string): number {
		return Math.log(1 + this.entries.size / (1 + this.frequency(word)));
	}

	#indexWords(): void {
		for (const entry of this.entries.values()) {
			const words = new Set(normalise(textOf(entry, this)).split(' ').map(stem));
			this.#stems.set(entry.id, words);
			for (const word of words) this.#frequency.set(word, (this.#frequency.get(word) ?? 0) + 1);
		}
	}

	#indexMentions(): void {
		const add = (actor: string, entry: Entry) => {
			const list = this.#mentions.get(actor);
			if (!list) this.#mentions.set(actor, [entry]);
			else if (!list.includes(entry)) list.push(entry);
		};
		const names = [...this.people.values(), ...this.organisations.values()].map((actor) => ({
			id: actor.id,
			phrases: [actor.name, ...actor.aliases].map((name) => ` ${normalise(name)} `).filter((name) => name.length > 4),
		}));
		for (const entry of this.entries.values()) {
			const text = ` ${normalise(textOf(entry, this))} `;
			for (const { id, phrases } of names) if (phrases.some((phrase) => text.includes(phrase))) add(id, entry);
			if ('speaker' in entry) {
				add(entry.speaker, entry);
				if (entry.to !== undefined) add(entry.to, entry);
			}
		}
	}
}

/** All that an entry says of itself, for finding it by its words. */
function textOf(entry: Entry, base: KnowledgeBase): string {
	const shared = [entry.title, ...entry.keywords];
	if ('claim' in entry) {
		const instrument = entry.instrument ? [entry.instrument.title, entry.instrument.number ?? ''] : [];
		return [...shared, entry.claim, ...instrument, ...entry.disputes.map((dispute) => dispute.claim)].join(' ');
	}
	const people = [entry.speaker, entry.to].map((id) => (id === undefined ? '' : (base.actor(id)?.name ?? '')));
	return [...shared, entry.said, entry.occasion ?? '', entry.office ?? '', ...people].join(' ');
}
