/** An answer in the making: numbers its citations, and collects entries, notes and buttons without doubles. */
import { isFact, sourceIdsOf, topicsOf } from '../knowledge/entry.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { type Day, daysBetween } from '../knowledge/partial-date.ts';
import type { Phase } from '../knowledge/phase.ts';
import { type Entry, type Fact, SOURCE_KINDS, type Source, type Statement } from '../knowledge/schema.ts';
import type { Messages } from '../messages/messages.ts';
import type { Action, Answer, Block, Citation, Outcome, Verdict } from './answer.ts';
import type { AnswerContext } from './context.ts';
import type { Names } from './names.ts';

export class Draft {
	title = '';
	verdict: Verdict | undefined;
	readonly blocks: Block[] = [];
	readonly suggestions: string[] = [];
	readonly actions: Action[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #citations: Citation[] = [];
	readonly #notes: string[] = [];
	readonly #entries: string[] = [];

	readonly #base: KnowledgeBase;
	readonly #messages: Messages;
	readonly #calls: Names;
	readonly #day: Day;

	constructor({ base, messages, names, day }: Pick<AnswerContext, 'base' | 'messages' | 'names' | 'day'>) {
		this.#base = base;
		this.#messages = messages;
		this.#calls = names;
		this.#day = day;
	}

	/** The number of citations so far. */
	get cited(): number {
		return this.#citations.length;
	}

	/** How many citations `entry` would add. */
	newCitations(entry: Entry): number {
		return new Set(sourceIdsOf(entry)).difference(this.#numbers).size;
	}

	/** The citation numbers of these sources, primary kinds first; new ones are added. Those not to be shown are left out. */
	cite(ids: readonly string[], isShown: (source: Source) => boolean = () => true): number[] {
		return this.#sourcesOf(ids)
			.filter(isShown)
			.map((source) => this.#numberOf(source));
	}

	/** The ids of these sources, primary kinds first. */
	bestSources(ids: readonly string[]): string[] {
		return this.#sourcesOf(ids).map(({ id }) => id);
	}

	/** Adds a fact with its claim, dates and citations. */
	addFact(fact: Fact, phase: Phase, heading?: string): void {
		this.add({
			...(heading === undefined ? {} : { heading }),
			text: fact.translations?.[this.#calls.language] ?? fact.claim,
			citations: this.cite(fact.sources),
			details: this.#datesOf(fact, phase),
		});
		this.#addDisputes(fact);
		this.use(fact);
		this.#noteStale(fact, phase);
	}

	/** Adds a statement with who said it, when and where. */
	addStatement(statement: Statement, heading?: string): void {
		const m = this.#messages;
		const nameOf = (id: string) => this.#base.actor(id)?.name ?? id;
		const details = [
			m.saidBy(nameOf(statement.speaker), statement.office),
			statement.to === undefined ? undefined : m.saidTo(nameOf(statement.to)),
			m.date(statement.date),
			statement.occasion,
			statement.form === 'paraphrase' ? m.paraphrase : undefined,
			statement.translated_by === undefined ? undefined : m.translatedBy(statement.translated_by),
			m.verified(m.date(statement.verified)),
		].filter((part) => part !== undefined);
		this.add({
			...(heading === undefined ? {} : { heading }),
			text: statement.said,
			quote: statement.form === 'quote',
			citations: this.cite(statement.sources),
			details: details.join(' · '),
		});
		this.#addDisputes(statement);
		this.use(statement);
	}

	/** Adds what in its sources supports an entry, and the law it names. */
	addEvidence(entry: Entry, isShown: (source: Source) => boolean): void {
		const m = this.#messages;
		const instrument = isFact(entry) ? entry.instrument : undefined;
		const law =
			instrument &&
			[instrument.title, instrument.number, instrument.date === undefined ? undefined : m.date(instrument.date)]
				.filter((part) => part !== undefined)
				.join(', ');
		this.add({
			heading: entry.title,
			text: entry.evidence ?? m.noEvidence,
			citations: this.cite(sourceIdsOf(entry), isShown),
			...(law ? { details: law } : {}),
		});
		this.use(entry);
	}

	/** Adds any entry in full. */
	addEntry(entry: Entry, heading?: string): void {
		if (isFact(entry)) this.addFact(entry, this.#base.phase(entry, this.#day), heading);
		else this.addStatement(entry, heading);
	}

	add(block: Block): void {
		this.blocks.push(block);
	}

	/** Marks an entry as used in the answer. */
	use(entry: { id: string }): void {
		if (!this.#entries.includes(entry.id)) this.#entries.push(entry.id);
	}

	note(text: string): void {
		if (!this.#notes.includes(text)) this.#notes.push(text);
	}

	/** Says whose rule stands for a place, when it is not its own. */
	noteVia(place: string, via: string): void {
		if (place === via) return;
		const m = this.#messages;
		const isPart = place.startsWith(`${via}-`);
		this.note((isPart ? m.partRule : m.blocRule)(this.#calls.place(place), this.#calls.place(via)));
	}

	/** Adds a button; nothing when the view cannot be put into one. */
	offer(label: string, action: string | undefined): void {
		if (action !== undefined) this.actions.push({ label, action });
	}

	suggest(text: string): void {
		if (!this.suggestions.includes(text)) this.suggestions.push(text);
	}

	/** The finished answer. Without `topics`, those of the entries used. */
	finish(outcome: Outcome, jurisdictions: readonly string[], topics?: readonly string[]): Answer {
		const used = this.#entries.map((id) => this.#base.entries.get(id)).filter((entry) => entry !== undefined);
		return {
			outcome,
			language: this.#messages.language,
			title: this.title,
			...(this.verdict === undefined ? {} : { verdict: this.verdict }),
			blocks: this.blocks,
			citations: this.#citations,
			notes: this.#notes,
			actions: this.actions,
			suggestions: this.suggestions,
			jurisdictions: [...jurisdictions],
			topics: [...(topics ?? new Set(used.flatMap(topicsOf)))],
			entries: this.#entries,
			private: false,
		};
	}

	#addDisputes(entry: Entry): void {
		for (const { claim, sources } of entry.disputes)
			this.add({ text: this.#messages.dispute(claim), citations: this.cite(sources) });
	}

	#sourcesOf(ids: readonly string[]): Source[] {
		return byKind(ids.map((id) => this.#base.sources.get(id)).filter((source) => source !== undefined));
	}

	#numberOf(source: Source): number {
		const known = this.#numbers.get(source.id);
		if (known !== undefined) return known;
		const number = this.#citations.length + 1;
		this.#numbers.set(source.id, number);
		const { title, publisher, url, published, kind } = source;
		this.#citations.push({ number, title, publisher, url, published, kind });
		return number;
	}

	#datesOf(fact: Fact, phase: Phase): string {
		const m = this.#messages;
		const until = fact.until === undefined ? undefined : m.date(fact.until);
		const since = fact.in_force === undefined ? undefined : m.date(fact.in_force);
		const parts: string[] = [];
		if (phase === 'past' && since !== undefined)
			parts.push(until === undefined ? m.inForceSince(since) : m.fromTo(since, until));
		else if (since !== undefined) parts.push(phase === 'coming' ? m.inForceFrom(since) : m.inForceSince(since));
		if (fact.announced !== undefined && (since === undefined || phase === 'coming'))
			parts.unshift(m.announced(m.date(fact.announced)));
		if (until !== undefined && !(phase === 'past' && since !== undefined)) parts.push(m.inForceUntil(until));
		if (phase === 'coming' && since === undefined) parts.push(m.notInForce);
		if (phase === 'past' && until === undefined) {
			const by = this.#base.replacementOf(fact, this.#day);
			if (by?.in_force ?? by?.announced) parts.push(m.replaced(m.date((by?.in_force ?? by?.announced) as string)));
		}
		parts.push(m.verified(m.date(fact.verified)));
		const kinds = fact.sources.map((id) => this.#base.sources.get(id)?.kind);
		if (kinds.every((kind) => kind === 'news' || kind === 'research')) parts.push(m.newsOnly);
		return parts.join(' · ');
	}

	#noteStale(fact: Fact, phase: Phase): void {
		const topic = this.#base.topics.get(fact.topic);
		if (topic && phase !== 'past' && daysBetween(fact.verified, this.#day) > topic.fresh_days)
			this.note(this.#messages.stale(this.#calls.topic(topic.id), topic.fresh_days));
	}
}

/** Primary kinds first: the order of SOURCE_KINDS. */
function byKind(sources: readonly Source[]): Source[] {
	return sources.toSorted((a, b) => SOURCE_KINDS.indexOf(a.kind) - SOURCE_KINDS.indexOf(b.kind));
}
