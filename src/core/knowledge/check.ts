/** The rules between records: what one record says of another, and of the calendar. One checker for CI, start-up and chat. */
import { COUNTRIES } from './countries.ts';
import { keyOf } from './entry.ts';
import { type Day, firstDay, lastDay } from './partial-date.ts';
import { phaseOf, startOf } from './phase.ts';
import type { KnowledgeRecords, RecordProblem } from './records.ts';
import type { Fact, Source, Statement } from './schema.ts';

/** Every broken rule in `records`; an empty list when all is well. Without `today` no date counts as being in the future. */
export function checkRecords(records: KnowledgeRecords, today: Day = '9999-12-31'): RecordProblem[] {
	const problems: RecordProblem[] = [];
	const report = (record: object, path: (string | number)[], message: string, missing?: true) =>
		problems.push({ record, path, message, ...(missing ? { missing } : {}) });

	checkUnique(records, report);
	const topics = new Map(records.topics.map((topic) => [topic.id, topic]));
	const sources = new Map(records.sources.map((source) => [source.id, source]));
	const facts = new Map(records.facts.map((fact) => [fact.id, fact]));
	const organisations = new Set(records.organisations.map((organisation) => organisation.id));
	const speakers = new Set([...organisations, ...records.people.map((person) => person.id)]);
	const codes = new Set([...COUNTRIES.keys(), ...records.jurisdictions.map(({ code }) => code)]);
	const cited = new Set<string>();

	const checkSources = (entry: Fact | Statement) => {
		const use = (id: string, path: (string | number)[]) => {
			cited.add(id);
			const source = sources.get(id);
			if (!source) report(entry, path, `source "${id}" does not exist; add it under "sources" or correct the id`, true);
			else if (source.accessed > entry.verified && path[0] === 'sources' && entry.sources.length === 1)
				report(
					entry,
					['verified'],
					`is before the day its only source was read (${source.accessed}); set it to that day`,
				);
		};
		entry.sources.forEach((id, index) => {
			use(id, ['sources', index]);
		});
		entry.disputes.forEach((dispute, at) => {
			dispute.sources.forEach((id, index) => {
				use(id, ['disputes', at, 'sources', index]);
			});
		});
		if (entry.verified > today) report(entry, ['verified'], `is in the future (today is ${today})`);
	};

	for (const fact of records.facts) {
		checkPrefix(fact, fact.jurisdiction, report);
		const topic = topics.get(fact.topic);
		if (!topic)
			report(
				fact,
				['topic'],
				`topic "${fact.topic}" does not exist; choose one of ${[...topics.keys()].join(', ')}`,
				true,
			);
		else if (!topic.statuses.some((status) => status.id === fact.status))
			report(
				fact,
				['status'],
				`"${fact.status}" is no status of ${topic.id}; choose one of ${topic.statuses.map((status) => status.id).join(', ')}`,
			);
		checkSources(fact);
		checkDates(fact, report);
		fact.supersedes.forEach((id, index) => {
			const earlier = facts.get(id);
			const at = ['supersedes', index];
			if (!earlier) report(fact, at, `fact "${id}" does not exist; correct the id or remove it`, true);
			else if (earlier.jurisdiction !== fact.jurisdiction)
				report(
					fact,
					at,
					`fact "${id}" belongs to ${earlier.jurisdiction}; a fact supersedes facts of its own jurisdiction`,
				);
			else if (id === fact.id) report(fact, at, 'a fact cannot supersede itself');
			else if (startOf(earlier) > startOf(fact))
				report(fact, at, `"${id}" begins later than this fact; let the later one supersede the earlier one`);
		});
	}
	checkLeads(records.facts, report);

	for (const statement of records.statements) {
		checkSources(statement);
		for (const field of ['speaker', 'to'] as const) {
			const id = statement[field];
			if (id !== undefined && !speakers.has(id))
				report(
					statement,
					[field],
					`"${id}" is neither in people/ nor in organisations/; add its file or correct the id`,
				);
		}
		statement.topics.forEach((id, index) => {
			if (!topics.has(id)) report(statement, ['topics', index], `topic "${id}" does not exist`, true);
		});
		statement.jurisdictions.forEach((code, index) => {
			if (!codes.has(code)) report(statement, ['jurisdictions', index], `jurisdiction "${code}" is not known`);
		});
		if (firstDay(statement.date) > statement.verified)
			report(statement, ['date'], 'is later than "verified"; a statement is recorded after it was made');
	}

	for (const source of records.sources) checkSource(source, cited, today, report);

	for (const person of records.people)
		person.offices.forEach((office, index) => {
			if (office.organisation !== undefined && !organisations.has(office.organisation))
				report(person, ['offices', index, 'organisation'], `"${office.organisation}" is not in organisations/`, true);
		});

	const keys = new Map<string, string>();
	for (const entry of [...records.facts, ...records.statements]) {
		const other = keys.get(keyOf(entry.id));
		if (other !== undefined && other !== entry.id)
			report(entry, ['id'], `id "${entry.id}" has the same short key as "${other}"; choose another`);
		keys.set(keyOf(entry.id), entry.id);
	}
	for (const [name, places] of [
		...Object.entries(records.words.ambiguous),
		...Object.entries(records.words.implied_places).map(([word, code]) => [word, [code]] as const),
	])
		for (const code of places)
			if (!codes.has(code) && code !== 'EU' && !COUNTRIES.has(code.slice(0, 2)))
				report(records.words, ['implied_places', name], `"${code}" is not an ISO 3166 code`);

	const covered = new Set(records.facts.map((fact) => fact.jurisdiction));
	for (const jurisdiction of records.jurisdictions) {
		if (!COUNTRIES.has(jurisdiction.code.slice(0, 2)) && jurisdiction.code !== 'EU')
			report(jurisdiction, ['code'], `"${jurisdiction.code}" is not an ISO 3166 code`);
		jurisdiction.members.forEach((code, index) => {
			if (!COUNTRIES.has(code)) report(jurisdiction, ['members', index], `"${code}" is not an ISO 3166-1 code`);
		});
		const { state } = jurisdiction.research;
		if (state === 'researched' && !covered.has(jurisdiction.code))
			report(jurisdiction, ['research', 'state'], 'is "researched" but there is no fact; write "nothing-found"', true);
		if (state !== 'researched' && covered.has(jurisdiction.code))
			report(jurisdiction, ['research', 'state'], `is "${state}" but there are facts; write "researched"`);
	}
	return problems;
}

type Report = (record: object, path: (string | number)[], message: string, missing?: true) => void;

/** Ids are unique over facts, statements and sources, and over people and organisations (a speaker is either). */
function checkUnique(records: KnowledgeRecords, report: Report): void {
	const groups = [
		[...records.facts, ...records.statements, ...records.sources],
		[...records.people, ...records.organisations],
		records.topics,
	];
	for (const group of groups) {
		const seen = new Set<string>();
		for (const record of group) {
			if (seen.has(record.id)) report(record, ['id'], `id "${record.id}" is used twice; choose another`);
			seen.add(record.id);
		}
	}
	const codes = new Set<string>();
	for (const jurisdiction of records.jurisdictions) {
		if (codes.has(jurisdiction.code))
			report(jurisdiction, ['code'], `jurisdiction "${jurisdiction.code}" has two files; merge them`);
		codes.add(jurisdiction.code);
	}
}

function checkPrefix(fact: Fact, code: string, report: Report): void {
	const prefix = `${code.toLowerCase().replace(':', '-')}-`;
	if (!fact.id.startsWith(prefix)) report(fact, ['id'], `id "${fact.id}" must begin with "${prefix}"`);
}

function checkDates(fact: Fact, report: Report): void {
	if (fact.until !== undefined && lastDay(fact.until) < startOf(fact))
		report(fact, ['until'], `"${fact.until}" is before the fact begins`);
	if (fact.announced !== undefined && firstDay(fact.announced) > fact.verified)
		report(fact, ['announced'], `"${fact.announced}" is later than "verified"; nobody can have read of it yet`);
}

/** On every day a jurisdiction has at most one current lead fact a topic: the days to look at are those where one begins. */
function checkLeads(facts: readonly Fact[], report: Report): void {
	const successors = successorsOf(facts);
	const pairs = Map.groupBy(
		facts.filter((fact) => fact.lead),
		(fact) => `${fact.jurisdiction} ${fact.topic}`,
	);
	for (const leads of pairs.values()) {
		const reported = new Set<Fact>();
		// A vague date may begin on its first or on its last day.
		const days = leads.flatMap(({ in_force: date }) => (date === undefined ? [] : [firstDay(date), lastDay(date)]));
		for (const day of new Set(days)) {
			const [first, second] = leads.filter((fact) => phaseOf(fact, day, successors.get(fact.id)) === 'current');
			if (!first || !second || reported.has(second)) continue;
			reported.add(second);
			report(
				second,
				['lead'],
				`"${first.id}" leads the same topic on ${day}; let one supersede the other or take "lead" from one`,
			);
		}
	}
}

function checkSource(source: Source, cited: ReadonlySet<string>, today: Day, report: Report): void {
	if (!cited.has(source.id))
		report(source, ['id'], `source "${source.id}" is cited by nothing; cite it or remove it`, true);
	if (source.accessed > today) report(source, ['accessed'], `is in the future (today is ${today})`);
	if (source.published !== null && firstDay(source.published) > source.accessed)
		report(source, ['published'], `"${source.published}" is later than "accessed"; correct one of them`);
}

/** For each fact id, the facts that name it in `supersedes`. */
export function successorsOf(facts: readonly Fact[]): Map<string, Fact[]> {
	const successors = new Map<string, Fact[]>();
	for (const fact of facts)
		for (const earlier of fact.supersedes) {
			const list = successors.get(earlier);
			if (list) list.push(fact);
			else successors.set(earlier, [fact]);
		}
	return successors;
}
