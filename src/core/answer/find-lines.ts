/** Looks up where a topic stands around the world or in a region. */
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Day } from '../knowledge/partial-date.ts';
import type { Fact } from '../knowledge/schema.ts';
import type { Question } from '../question/question.ts';
import { dateOf, type FoundFact, LEAD, PHASE, phaseIn, sortBy } from './found-fact.ts';

/** A word in at most this share of a topic's facts singles some of them out. */
const UNCOMMON = 0.15;
/** A fact that holds this share of the telling words, weighted by rarity, is one that is asked for, if it holds about as much as the best. */
const ENOUGH = 0.5;
const CLOSE = 0.8;
/** A detail can stand beside a lead fact of another status, as long as both are not so many steps of severity apart. */
const FAR_APART = 3;
/** A list of so few lines by its statuses is short enough without singling out. */
const SHORT = 4;
/** Statuses that stand beside a stricter lead: what was seized is held though a reserve was ruled out. */
const BESIDE = new Set(['seized', 'reporting', 'travel-rule', 'in-use']);

/** One line of a list: where a jurisdiction stands on the topic. */
interface ListItem extends FoundFact {
	jurisdiction: string;
	/** The code whose rule this is. */
	via: string;
}

type ListQuestion = Extract<Question, { kind: 'list' }>;

interface FoundList {
	items: ListItem[];
	/** The asker's words left facts out. */
	singled: boolean;
	/** The statuses of the items: those asked for, or the milder one that is found where nothing is banned. */
	statuses: string[];
}

/** The jurisdictions with a fact of these statuses (any status when none is named): those of today, then those of before. */
export function findList(question: ListQuestion, base: KnowledgeBase, day: Day): FoundList {
	const { statuses } = question;
	const found = { ...findItems(question, base, day), statuses };
	if (found.items.length > 0 || !statuses.some((id) => FORBIDDEN.has(id))) return found;
	const milder = [RESTRICTED];
	return { ...findItems({ ...question, statuses: milder }, base, day), statuses: milder };
}

function findItems(question: ListQuestion, base: KnowledgeBase, day: Day): Omit<FoundList, 'statuses'> {
	const { topic, regions = [], terms = [], stems = [] } = question;
	const members = new Set(regions.flatMap((id) => base.membersOf(id)));
	const named = new Set(terms.flatMap((id) => base.entriesAbout(id)));
	const all = base
		.factsOn(topic)
		.filter((fact) => regions.length === 0 || members.has(fact.jurisdiction))
		.filter((fact) => terms.length === 0 || named.has(fact));
	const whole = question.statuses.length > 0 ? itemsOf(all, question, base, day) : [];
	if (whole.length > 0 && whole.length <= SHORT) return { items: whole, singled: false };
	const singled = singledOut(all, stems, question.statuses.length > 0, base);
	const items = itemsOf(singled, question, base, day);
	if (items.length === 0 && singled.length < all.length)
		return { items: itemsOf(all, question, base, day), singled: false };
	return { items, singled: singled.length < all.length };
}

/** A line for each jurisdiction with such a fact, those of today first. */
function itemsOf(
	all: readonly Fact[],
	{ statuses, period, past, now: isNow }: ListQuestion,
	base: KnowledgeBase,
	day: Day,
): ListItem[] {
	const items: ListItem[] = [];
	for (const [jurisdiction, facts] of Map.groupBy(all, (fact) => fact.jurisdiction)) {
		const found = facts
			.map((fact) => ({
				jurisdiction,
				via: jurisdiction,
				fact,
				phase: period ? phaseIn(fact, period, base, day) : base.phase(fact, day),
			}))
			.filter(({ phase }) => (isNow ? phase === 'current' : phase !== 'unknown'));
		const best = sortBy(
			found,
			({ fact, phase }) => PHASE[phase] * OVER_LEAD + (fact.lead ? LEAD : 0),
			({ fact }) => dateOf(fact),
		);
		if (statuses.length === 0) {
			if (best[0]) items.push(best[0]);
			continue;
		}
		const fitting = best.filter(({ fact }) => statuses.includes(fact.status));
		// A status that a lead entry contradicts today belongs to a detail, not to the jurisdiction as a whole.
		const lead = best.find(({ fact, phase }) => fact.lead && phase === 'current');
		// A stricter detail, or anything where the lead says that there is nothing, is asked for beside it; a laxer one is not the rule.
		const contradicts = (fact: Fact) => {
			if (!lead || ABSENT.has(lead.fact.status) || BESIDE.has(fact.status)) return false;
			const stricter = severityOf(fact, base) - severityOf(lead.fact, base);
			return stricter < 0 || stricter >= FAR_APART;
		};
		const now =
			fitting.find(({ fact, phase }) => phase === 'current' && (fact.lead || !contradicts(fact))) ??
			fitting.find(({ fact, phase }) => phase === 'coming' && (fact.status === PROPOSED || !lead));
		const chosen = now ?? fitting.find(({ phase }) => phase === 'past');
		if (chosen) items.push(chosen);
	}
	const today = items.filter(({ phase }) => phase !== 'past');
	return (past || period || today.length === 0 ? items : today).sort(
		(a, b) => PHASE[b.phase] - PHASE[a.phase] || base.nameOf(a.jurisdiction).localeCompare(base.nameOf(b.jurisdiction)),
	);
}

/** Statuses of a lead that say that nothing is there. */
const ABSENT = new Set(['none', 'unregulated', 'unclear']);
const FORBIDDEN = new Set(['banned', 'prohibited']);
const RESTRICTED = 'restricted';
/** A plan is asked for as such. */
const PROPOSED = 'proposed';

function severityOf(fact: Fact, base: KnowledgeBase): number {
	return base.statusOf(fact)?.severity ?? 0;
}

/** In a list what holds comes before a lead fact of another time. */
const OVER_LEAD = 5;

/** Whether a fact speaks of this percentage. */
function hasRate({ title, claim }: Fact, number: string): boolean {
	return new RegExp(`(?<![\\d.,])${number}(?:\\.0)?\\s?(?:%|per\\s?cent)`).test(`${title} ${claim}`);
}

/** The facts that hold most of the asker's telling words as well as any does ("race", "30"); all facts when none holds enough. */
function singledOut(
	facts: readonly Fact[],
	stems: readonly string[],
	hasStatus: boolean,
	base: KnowledgeBase,
): readonly Fact[] {
	const numbers = stems.filter((word) => /^\d+$/.test(word));
	const rated = facts.filter((fact) => numbers.every((word) => hasRate(fact, word)));
	const numbered = rated.length > 0 ? rated : facts.filter((fact) => numbers.every((word) => base.holds(fact, word)));
	if (numbers.length > 0 && numbered.length > 0 && numbered.length < facts.length) return numbered;
	const telling = stems.filter((word) => {
		const share = facts.filter((fact) => base.holds(fact, word)).length / facts.length;
		return share > 0 && share <= UNCOMMON;
	});
	// Words that no fact has are the asker's own way of saying it.
	if (telling.length === 0 || telling.length * 2 < stems.length) return facts;
	if (hasStatus && telling.length < stems.length) return facts;
	const overlap = base.overlapWith(telling);
	const fit = facts.map((fact) => ({ fact, overlap: overlap(fact) }));
	const best = Math.max(...fit.map(({ overlap }) => overlap));
	if (best < ENOUGH) return facts;
	return fit.filter(({ overlap }) => overlap >= Math.max(ENOUGH, best * CLOSE)).map(({ fact }) => fact);
}
