/** Finds names and titles as people type them: for autocomplete and "did you mean". fuse.js over short, normalised lists. */
import Fuse from 'fuse.js';
import { COUNTRIES, flagOf } from '../knowledge/countries.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { normalise } from '../text/tokens.ts';

export interface NamedItem {
	/** The code or id that the name stands for. */
	id: string;
	/** As shown in a list of suggestions. */
	label: string;
}

interface Indexed extends NamedItem {
	/** Normalised names, the main one first. */
	names: string[];
	/** Lower comes first among equals. */
	order: number;
}

export type NameKind = 'jurisdiction' | 'topic' | 'actor' | 'entry';

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
		const topics = [...base.topics.values()].map((topic, at) =>
			indexed(topic.id, topic.name, [topic.name, topic.id, ...Object.values(topic.terms).flat()], at),
		);
		const actors = [...base.people.values(), ...base.organisations.values()].map((actor) =>
			indexed(actor.id, actor.name, [actor.name, ...actor.aliases], base.people.has(actor.id) ? 0 : 1),
		);
		const entries = [...base.entries.values()].map((entry) => {
			const code = 'claim' in entry ? entry.jurisdiction : (entry.jurisdictions[0] ?? '');
			return indexed(entry.id, `${base.nameOf(code)}: ${entry.title}`, [entry.title, entry.id, ...entry.keywords], 0);
		});
		this.#lists = {
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
		for (const item of this.#items)
			for (const name of [item.id.toLowerCase(), ...item.names])
				if (!this.#byName.has(name)) this.#byName.set(name, item);
	}

	exact(text: string): NamedItem | undefined {
		return this.#byName.get(text.toLowerCase()) ?? this.#byName.get(normalise(text));
	}

	/** Exact names first, then those that begin with the text, then those with a word that does, then likely typos. */
	suggest(text: string, limit: number): NamedItem[] {
		const query = normalise(text.slice(0, 100));
		if (query === '') return this.#items.slice(0, limit).map(plain);
		const tiers: Indexed[][] = [[], [], []];
		for (const item of this.#items) {
			const tier = tierOf(item, query);
			if (tier !== undefined) tiers[tier]?.push(item);
		}
		const found = new Set(tiers.flat());
		if (found.size < limit) for (const { item } of this.#fuse.search(query, { limit })) found.add(item);
		return [...found].slice(0, limit).map(plain);
	}
}

function indexed(id: string, label: string, names: readonly string[], order: number): Indexed {
	return { id, label, names: [...new Set(names.map(normalise).filter((name) => name !== ''))], order };
}

function plain({ id, label }: Indexed): NamedItem {
	return { id, label };
}

function tierOf(item: Indexed, query: string): 0 | 1 | 2 | undefined {
	if (item.names.includes(query)) return 0;
	if (item.names[0]?.startsWith(query)) return 1;
	return item.names.some((name) => name.startsWith(query) || name.includes(` ${query}`)) ? 2 : undefined;
}
