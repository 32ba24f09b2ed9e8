/** What places, topics and statuses are called in the language of an answer; in English where that language has no name. */
import { flagOf } from '../knowledge/countries.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Fact } from '../knowledge/schema.ts';

/** Making one costs more than an answer, so there is one a language and style. */
const regionNames = new Map<string, Intl.DisplayNames>();

export class Names {
	/** ISO 639-1. */
	readonly language: string;
	readonly #base: KnowledgeBase;

	constructor(base: KnowledgeBase, language: string) {
		this.#base = base;
		this.language = language;
	}

	/** "Russia"; the code where nothing names it. */
	place(code: string): string {
		if (this.language === 'en') return this.#base.nameOf(code);
		if (code.includes('-'))
			return this.#base.languages.get(this.language)?.words?.places[code]?.[0] ?? this.#base.nameOf(code);
		// Only these have a name so long that nobody says it ("Hong Kong SAR China").
		const style = code === 'HK' || code === 'MO' ? 'short' : 'long';
		const key = `${this.language} ${style}`;
		let names = regionNames.get(key);
		if (!names) {
			names = new Intl.DisplayNames([this.language], { type: 'region', fallback: 'none', style });
			regionNames.set(key, names);
		}
		return names.of(code) ?? this.#base.nameOf(code);
	}

	/** A name that means this place alone when it is typed: "Georgia (GE)". */
	clearPlace(code: string): string {
		const clear = this.#base.clearNameOf(code);
		return clear === this.#base.nameOf(code) ? this.place(code) : clear;
	}

	/** The name with its flag: "🇷🇺 Russia". */
	label(code: string): string {
		return `${flagOf(code)} ${this.place(code)}`;
	}

	topic(id: string): string {
		return this.#labels(id)?.name ?? this.#base.topics.get(id)?.name ?? id;
	}

	/** A status's label, what it means, and how severe it is. */
	status(topic: string, id: string): { label: string; meaning: string; severity: number } | undefined {
		const status = this.#base.topics.get(topic)?.statuses.find((known) => known.id === id);
		if (!status) return undefined;
		const { label, meaning } = this.#labels(topic)?.statuses[id] ?? status;
		return { label, meaning, severity: status.severity };
	}

	/** The label of a fact's status. */
	statusOf({ topic, status }: Fact): string {
		return this.status(topic, status)?.label ?? status;
	}

	region(id: string): string {
		const own = this.#base.languages.get(this.language)?.words?.regions[id]?.[0];
		return (this.language === 'en' ? undefined : own) ?? this.#base.regions[id]?.name ?? id;
	}

	#labels(topic: string) {
		return this.#base.languages.get(this.language)?.labels?.topics[topic];
	}
}
