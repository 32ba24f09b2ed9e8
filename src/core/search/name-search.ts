/** Finds names and titles as people type them: for autocomplete and "did you mean". fuse.js over short, normalised lists. */
import Fuse from 'fuse.js';
import { COUNTRIES, flagOf } from '../knowledge/countries.ts';
import { jurisdictionsOf } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { normalise } from '../text/tokens.ts';

/** What is typed is cut before it is normalised, and once more after: one character can become 18. */
const MAX_TYPED = 100;
const MAX_QUERY = 40;
/** Fuse's time grows with the text: a longer one would hold up everyone, and is a question rather than a name. */
const MAX_FUZZY = 32;
const MAX_FUZZY_WORDS = 4;
/** Shorter words say little about what a question is on. */
const MIN_WORD = 4;

export interface NamedItem {
	/** The code or id that the name stands for. */
	id: string;
	/** As shown in a list of suggestions. */
	label: string;
}

interface Indexed extends NamedItem {
	/** Normalised names, the main one first. */
	names: string[];
	/** Label and names, with a space before each word. */
	words: string;
	/** Lower comes first among equals. */
	order: number;
}

export type NameKind = 'jurisdiction' | 'topic' | 'actor' | 'entry' | 'status' | 'region';

export class NameSearch {
	readonly #lists: Record<NameKind, NameList>;

	constructor(base: KnowledgeBase) {
		const places: Indexed[] = [];
		for (const code of new Set([...base.jurisdictions.keys(), ...COUNTRIES.keys()])) {
			const own = base.jurisdictions.get(code);
			const country = COUNTRIES.get(code);
			const names = [base.nameOf(code), code, ...(own?.aliases ?? []), ...(country?.names ?? [])];
			places.push(indexed(code, `${flagOf(code)} ${base.nameOf(code)}`, names, own ? 0 : 1));
		}
		const terms = base.languages.get('en')?.words?.topics ?? {};
		const topics = [...base.topics.values()].map((topic, at) =>
			indexed(topic.id, topic.name, [topic.name, topic.id, ...(terms[topic.id]?.terms ?? [])], at),
		);
		const actors = [...base.people.values(), ...base.organisations.values()].map((actor) =>
			indexed(actor.id, actor.name, [actor.name, ...actor.aliases], base.people.has(actor.id) ? 0 : 1),
		);
		const entries = [...base.entries.values()].map((entry) => {
			const [code = ''] = jurisdictionsOf(entry);
			return indexed(entry.id, `${base.nameOf(code)}: ${entry.title}`, [entry.title, entry.id, ...entry.keywords], 0);
		});
		for (const { id, term, aliases, names } of base.definitions.values())
			entries.push(indexed(id, term, [term, ...aliases, ...Object.values(names).flat()], 1));
		// A status that several topics have is one name.
		const statuses = new Map(
			[...base.topics.values()].flatMap(({ statuses: all }) => all.map((status) => [status.id, status.label])),
		);
		const words = base.languages.get('en')?.words;
		this.#lists = {
			status: new NameList(
				[...statuses].map(([id, label], at) => indexed(id, label, [label, id, ...(words?.statuses[id] ?? [])], at)),
			),
			region: new NameList(
				Object.entries(base.regions).map(([id, { name }], at) =>
					indexed(id, name, [name, id, ...(words?.regions[id] ?? [])], at),
				),
			),
			jurisdiction: new NameList(places),
			topic: new NameList(topics),
			actor: new NameList(actors),
			entry: new NameList(entries),
		};
	}

	/** At most `limit` items whose names are like `text`, best first; the first of the list for an empty text. */
	suggest(kind: NameKind, text: string, limit: number): NamedItem[] {
		return this.#lists[kind].suggest(text, limit);
	}

	/** The item whose id or name is exactly `text` (case and accents aside). */
	exact(kind: NameKind, text: string): NamedItem | undefined {
		return this.#lists[kind].exact(text);
	}
}

class NameList {
	readonly #items: Indexed[];
	readonly #fuse: Fuse<Indexed>;
	readonly #byName = new Map<string, Indexed>();

	constructor(items: Indexed[]) {
		this.#items = items.toSorted((a, b) => a.order - b.order || a.label.localeCompare(b.label));
		// The text is normalised already; letting Fuse do it again for each search costs more than the search.
		this.#fuse = new Fuse(this.#items, {
			keys: ['names'],
			isCaseSensitive: true,
			ignoreDiacritics: false,
			threshold: 0.35,
			includeScore: true,
		});
		// An id is the surest name, whatever other item has it among its words.
		for (const item of this.#items) this.#byName.set(item.id.toLowerCase(), item);
		for (const item of this.#items)
			for (const name of item.names) if (!this.#byName.has(name)) this.#byName.set(name, item);
	}

	exact(text: string): NamedItem | undefined {
		return this.#byName.get(text.toLowerCase()) ?? this.#byName.get(normalise(text));
	}

	/**
	 * Exact names first, then those that begin with the text, then those with a word that does, then likely typos or, for a
	 * long text, those that hold most of its words.
	 */
	suggest(text: string, limit: number): NamedItem[] {
		const query = normalise(text.slice(0, MAX_TYPED)).slice(0, MAX_QUERY).trimEnd();
		if (query === '') return this.#items.slice(0, limit).map(plain);
		const tiers: Indexed[][] = [[], [], []];
		for (const item of this.#items) {
			const tier = tierOf(item, query);
			if (tier !== undefined) tiers[tier]?.push(item);
		}
		const found = new Set(tiers.flat());
		if (found.size < limit) for (const item of this.#near(query, limit)) found.add(item);
		return [...found].slice(0, limit).map(plain);
	}

	#near(query: string, limit: number): Indexed[] {
		const words = query.split(' ');
		if (query.length <= MAX_FUZZY && words.length <= MAX_FUZZY_WORDS)
			return this.#fuse.search(query, { limit }).map(({ item }) => item);
		const telling = words.filter(({ length }) => length >= MIN_WORD);
		return this.#items
			.map((item) => ({ item, held: telling.filter((word) => item.words.includes(` ${word}`)).length }))
			.filter(({ held }) => held > 0 && held * 2 >= telling.length)
			.sort((a, b) => b.held - a.held)
			.map(({ item }) => item);
	}
}

function indexed(id: string, label: string, names: readonly string[], order: number): Indexed {
	const normalised = [...new Set(names.map(normalise).filter((name) => name !== ''))];
	return { id, label, names: normalised, words: ` ${[normalise(label), ...normalised].join(' ')}`, order };
}

function plain({ id, label }: Indexed): NamedItem {
	return { id, label };
}

function tierOf(item: Indexed, query: string): 0 | 1 | 2 | undefined {
	if (item.names.includes(query)) return 0;
	if (item.names[0]?.startsWith(query)) return 1;
	return item.names.some((name) => name.startsWith(query) || name.includes(` ${query}`)) ? 2 : undefined;
}
