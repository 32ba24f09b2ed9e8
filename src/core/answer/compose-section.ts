/** One jurisdiction and topic in full: its status, what holds, what is coming, what was. */
import type { Phase } from '../knowledge/phase.ts';
import type { Question } from '../question/question.ts';
import { encodeAction, lookupOf } from './actions.ts';
import type { AnswerContext } from './context.ts';
import type { Draft } from './draft.ts';
import type { Section } from './find-pairs.ts';
import { intoPages, offerRest } from './pages.ts';

const PHASES: readonly Phase[] = ['current', 'coming', 'past'];

export interface SectionOptions {
	/** The order of the facts is what was asked for; otherwise what holds comes before what is coming. */
	keepOrder: boolean;
	/** The facts are those of an earlier time. */
	isThen: boolean;
	/** What gives the following pages. */
	question: Question;
}

/** Adds the asked page of `section` to the draft, with its status and buttons. */
export function addSection(draft: Draft, section: Section, options: SectionOptions, context: AnswerContext): void {
	const { base, messages: m, names } = context;
	const { jurisdiction, topic, via, facts } = section;
	const phases = new Map(facts.map(({ fact, phase }) => [fact.id, phase]));
	const pages = intoPages(
		facts.map(({ fact }) => fact),
		draft,
	);
	const page = Math.min(context.page, pages.length - 1);
	const shown = (pages[page] ?? []).map((fact) => ({ fact, phase: phases.get(fact.id) ?? 'unknown' }));
	// Also where only some of the facts are shown, the status is that of the topic as a whole.
	const leading = base.factsOf(via, topic).find((fact) => fact.lead && base.phase(fact, context.day) === 'current');
	const lead = leading ? { fact: leading, phase: 'current' as const } : facts[0];
	// A status of an earlier time must not look like today's.
	if (lead && lead.phase !== 'past' && !options.isThen) {
		const status = names.status(topic, lead.fact.status);
		if (status) draft.verdict = status;
	}
	const headings: Record<Phase, string | undefined> = {
		current: undefined,
		coming: m.coming,
		unknown: undefined,
		// For an earlier time the title says which.
		past: options.isThen ? undefined : m.past,
	};
	const ordered = options.keepOrder
		? shown
		: shown.toSorted((a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase));
	let heading: string | undefined;
	for (const { fact, phase } of ordered) {
		const next = headings[phase];
		draft.addFact(fact, phase, next === heading ? undefined : (next ?? m.now));
		heading = next;
	}
	offerRest(draft, pages.slice(page + 1).flat(), { question: options.question, page: page + 1 }, context);
	draft.offer(m.buttonTimeline, encodeAction({ question: { kind: 'timeline', jurisdiction: via, topic } }));
	draft.offer(m.buttonCountry(names.place(jurisdiction)), overviewAction(jurisdiction));
}

/** "🇷🇺 Russia · Mining" */
export function pairTitle(
	{ jurisdiction, topic, via = jurisdiction }: Pick<Section, 'jurisdiction' | 'topic'> & { via?: string },
	context: AnswerContext,
): string {
	const { messages: m, names } = context;
	const title = m.pair(names.label(jurisdiction), names.topic(topic));
	return via === jurisdiction ? title : m.ruleOf(title, names.place(via));
}

/** The button to one jurisdiction and topic. */
export function pairAction(jurisdiction: string, topic: string): string | undefined {
	return encodeAction({ question: lookupOf(jurisdiction, topic) });
}

/** The button to all of a jurisdiction. */
export function overviewAction(jurisdiction: string): string | undefined {
	return encodeAction({ question: { kind: 'overview', jurisdiction } });
}
