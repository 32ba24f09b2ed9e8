/** An immutable snapshot of all records with the indexes that answering needs. */
import { PhraseTrie } from '../text/phrase-trie.ts';
import { stem, tokenise } from '../text/tokens.ts';
import { successorsOf } from './check.ts';
import { COUNTRIES, flagOf } from './countries.ts';
import { isFact, jurisdictionsOf } from './entry.ts';
import type { Language, Regions } from './language-schema.ts';
import type { Day } from './partial-date.ts';
import { type Phase, phaseOf, startOf } from './phase.ts';
import type { KnowledgeRecords } from './records.ts';
import type {
	Definition,
	Entry,
	Fact,
	Jurisdiction,
	Organisation,
	Person,
	Source,
	Statement,
	Status,
	Topic,
} from './schema.ts';

/** Someone who can speak or be spoken of. */
export type Actor = Person | Organisation;

/** A shorter name would be found inside texts by chance. In characters. */
const SHORTEST_NAME = 3;

export class KnowledgeBase {
	readonly topics: ReadonlyMap<string, Topic>;
	readonly regions: Regions;
	readonly languages: ReadonlyMap<string, Language>;
	readonly definitions: ReadonlyMap<string, Definition>;
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
	readonly #membersOf: Map<string, string[]>;
	readonly #blocsOf = new Map<string, string[]>();
	readonly #bestKnown = new Map<string, readonly string[]>();
	readonly #mentions = new Map<string, Entry[]>();
	readonly #stems = new Map<string, ReadonlySet<string>>();
	readonly #words = new Set<string>();
	readonly #frequency = new Map<string, number>();
	readonly #wordsOfPlace = new Map<string, Set<string>>();

	/** `records` must have passed the checker. */
	constructor(records: KnowledgeRecords) {
		this.topics = new Map(records.topics.map((topic) => [topic.id, topic]));
		this.regions = records.regions;
		this.languages = new Map(records.languages.map((language) => [language.code, language]));
		this.definitions = new Map(records.definitions.map((definition) => [definition.id, definition]));
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
		this.#membersOf = new Map(
			Object.entries(records.regions).map(([id, { members, region, part_of: whole }]) => {
				const countries = [...COUNTRIES.values()].filter((c) => region !== undefined && c.regions.includes(region));
				const parts = whole === undefined ? [] : this.parts.filter((code) => code.startsWith(`${whole}-`));
				return [id, [...new Set([...members, ...countries.map(({ code }) => code), ...parts])]];
			}),
		);
		this.#indexEntries();
	}

	/** The facts of one jurisdiction on one topic, in the order of the file. */
	factsOf(jurisdiction: string, topic: string): readonly Fact[] {
		return this.#factsOfPair.get(`${jurisdiction} ${topic}`) ?? [];
	}

	/** The facts on one topic, of all jurisdictions. */
	factsOn(topic: string): readonly Fact[] {
		return this.#factsOfTopic.get(topic) ?? [];
	}

	/** The jurisdictions with most facts on a topic, or on anything, first. */
	bestKnown(topic?: string): readonly string[] {
		const key = topic ?? '';
		let known = this.#bestKnown.get(key);
		if (!known) {
			const facts = topic === undefined ? this.facts : this.factsOn(topic);
			const counts = [...Map.groupBy(facts, ({ jurisdiction }) => jurisdiction)].map(([code, all]) => ({
				code,
				count: all.length,
			}));
			known = counts.sort((a, b) => b.count - a.count).map(({ code }) => code);
			this.#bestKnown.set(key, known);
		}
		return known;
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

	/** The entries that a person or organisation made, or that name this person, organisation or defined term. */
	entriesAbout(id: string): readonly Entry[] {
		return this.#mentions.get(id) ?? [];
	}

	actor(id: string): Actor | undefined {
		return this.people.get(id) ?? this.organisations.get(id);
	}

	/** The English name of a jurisdiction, or its code when nothing names it. */
	nameOf(code: string): string {
		const known = this.jurisdictions.get(code)?.name ?? COUNTRIES.get(code)?.name;
		return known ?? this.languages.get('en')?.words?.places[code]?.[0] ?? code;
	}

	/** The codes of all parts of countries that anything names, such as US-TX. */
	get parts(): string[] {
		const named = [...this.languages.values()].flatMap(({ words }) => Object.keys(words?.places ?? {}));
		return [...new Set([...this.jurisdictions.keys(), ...named])].filter((code) => code.includes('-'));
	}

	/** The jurisdictions of a region of regions.yaml. */
	membersOf(region: string): readonly string[] {
		return this.#membersOf.get(region) ?? [];
	}

	/** A name that means this jurisdiction alone when it is typed: "Georgia (GE)". */
	clearNameOf(code: string): string {
		const name = this.nameOf(code);
		const shared = Object.entries(this.languages.get('en')?.words?.ambiguous ?? {}).find(
			([ambiguous, codes]) => codes.includes(code) && (name === ambiguous || name === code),
		);
		return shared ? `${shared[0]} (${code})` : name;
	}

	/** The name with its flag: "🇷🇺 Russia". */
	labelOf(code: string): string {
		return `${flagOf(code)} ${this.nameOf(code)}`;
	}

	statusOf(fact: Fact): Status | undefined {
		return this.topics.get(fact.topic)?.statuses.find((status) => status.id === fact.status);
	}

	/** Gives the share of `stems` found in an entry, each weighted by how rare it is: 0 to 1. */
	overlapWith(stems: readonly string[]): (entry: Entry) => number {
		const weights = stems.map((word) => this.#rarity(word));
		const all = weights.reduce((sum, weight) => sum + weight, 0);
		return (entry) => {
			const own = this.#stems.get(entry.id);
			if (!own || all === 0) return 0;
			let found = 0;
			for (let at = 0; at < stems.length; at++) if (own.has(stems[at] as string)) found += weights[at] as number;
			return found / all;
		};
	}

	/** Whether an entry holds the word of this stem. */
	holds(entry: Entry, word: string): boolean {
		return this.#stems.get(entry.id)?.has(word) ?? false;
	}

	/** Whether any entry holds exactly this normalised word, so that it is no mistyping. */
	isWord(word: string): boolean {
		return this.#words.has(word);
	}

	/** Whether any entry of a jurisdiction, or of what answers for it, holds the word of this stem. */
	isWordOf(code: string, word: string): boolean {
		return [code, ...this.fallbacksOf(code)].some((place) => this.#wordsOfPlace.get(place)?.has(word));
	}

	/** In how many entries the word of this stem occurs. */
	frequency(word: string): number {
		return this.#frequency.get(word) ?? 0;
	}

	#rarity(word: string): number {
		return Math.log(1 + this.entries.size / (1 + this.frequency(word)));
	}

	/** Reads the text of every entry once, for its words and for the people, organisations and defined terms in it. */
	#indexEntries(): void {
		const names = new PhraseTrie<string>();
		for (const actor of [...this.people.values(), ...this.organisations.values()])
			for (const name of [actor.name, ...actor.aliases]) {
				const tokens = wordsOf(name);
				if (tokens.join('').length >= SHORTEST_NAME) names.add(tokens, actor.id);
			}
		for (const { id, term, aliases } of this.definitions.values())
			for (const name of [term, ...aliases]) names.add(wordsOf(name), id);
		for (const entry of this.entries.values()) {
			const tokens = wordsOf(textOf(entry, this));
			for (const word of tokens) this.#words.add(word);
			const stems = new Set(tokens.map(stem));
			this.#stems.set(entry.id, stems);
			for (const word of stems) this.#frequency.set(word, (this.#frequency.get(word) ?? 0) + 1);

			for (const code of jurisdictionsOf(entry)) {
				const words = this.#wordsOfPlace.get(code);
				this.#wordsOfPlace.set(code, words ? words.union(stems) : stems);
			}

			const named = new Set<string>();
			for (let at = 0; at < tokens.length; at++) {
				const found = names.longestAt(tokens, at);
				if (!found) continue;
				for (const id of found.meanings) named.add(id);
				at = found.end - 1;
			}
			if ('speaker' in entry) for (const id of [entry.speaker, entry.to]) if (id !== undefined) named.add(id);
			for (const id of named) {
				const mentions = this.#mentions.get(id);
				if (mentions) mentions.push(entry);
				else this.#mentions.set(id, [entry]);
			}
		}
	}
}

function wordsOf(text: string): string[] {
	return tokenise(text).map((token) => token.text);
}

/** All that an entry says of itself, for finding it by its words. */
function textOf(entry: Entry, base: KnowledgeBase): string {
	const shared = [entry.title, ...entry.keywords];
	if (isFact(entry)) {
		const instrument = entry.instrument ? [entry.instrument.title, entry.instrument.number ?? ''] : [];
		return [...shared, entry.claim, ...instrument, ...entry.disputes.map((dispute) => dispute.claim)].join(' ');
	}
	const people = [entry.speaker, entry.to].map((id) => (id === undefined ? '' : (base.actor(id)?.name ?? '')));
	return [...shared, entry.said, entry.occasion ?? '', entry.office ?? '', entry.translated_by ?? '', ...people].join(
		' ',
	);
}
