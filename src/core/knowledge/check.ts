/** The rules between records: what one record says of another, and of the calendar. One checker for CI, start-up and chat. */
import { COUNTRIES } from './countries.ts';
import { keyOf } from './entry.ts';
import type { Language } from './language-schema.ts';
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

	for (const definition of records.definitions) {
		definition.sources.forEach((id, index) => {
			cited.add(id);
			if (!sources.has(id))
				report(definition, ['sources', index], `source "${id}" does not exist; add it to sources.yaml`, true);
		});
		if (!topics.has(definition.topic))
			report(definition, ['topic'], `topic "${definition.topic}" does not exist`, true);
		if (definition.verified > today) report(definition, ['verified'], `is in the future (today is ${today})`);
	}

	for (const source of records.sources) checkSource(source, cited, today, report);

	for (const person of records.people)
		person.offices.forEach((office, index) => {
			if (office.organisation !== undefined && !organisations.has(office.organisation))
				report(person, ['offices', index, 'organisation'], `"${office.organisation}" is not in organisations/`, true);
		});

	const keys = new Map<string, string>();
	for (const entry of [...records.facts, ...records.statements, ...records.definitions]) {
		const other = keys.get(keyOf(entry.id));
		if (other !== undefined && other !== entry.id)
			report(entry, ['id'], `id "${entry.id}" has the same short key as "${other}"; choose another`);
		keys.set(keyOf(entry.id), entry.id);
	}
	checkRegions(records, codes, report);
	for (const language of records.languages) checkLanguage(language, records, report);

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

/** A region's members are places that exist. */
function checkRegions({ regions }: KnowledgeRecords, codes: ReadonlySet<string>, report: Report): void {
	const check = (code: string, path: (string | number)[]) => {
		if (!codes.has(code) && code !== 'EU' && !COUNTRIES.has(code.slice(0, 2)))
			report(regions, path, `"${code}" is not an ISO 3166 code`);
	};
	for (const [id, { members, part_of: whole }] of Object.entries(regions)) {
		for (const [index, code] of members.entries()) check(code, [id, 'members', index]);
		if (whole !== undefined) check(whole, [id, 'part_of']);
	}
}

/** What a language says belongs to topics, statuses and regions that exist. */
function checkLanguage(
	{ words, wordings, labels }: Language,
	{ topics, regions }: KnowledgeRecords,
	report: Report,
): void {
	const byId = new Map(topics.map((topic) => [topic.id, topic]));
	const statuses = new Set(topics.flatMap((topic) => topic.statuses.map(({ id }) => id)));
	const check = (record: object, path: string, ids: Iterable<string>, known: (id: string) => boolean, what: string) => {
		for (const id of ids) if (!known(id)) report(record, [path, id], `${what} "${id}" does not exist`, true);
	};
	if (words) {
		check(words, 'topics', Object.keys(words.topics), (id) => byId.has(id), 'topic');
		check(words, 'statuses', Object.keys(words.statuses), (id) => statuses.has(id), 'status');
		check(words, 'regions', Object.keys(words.regions), (id) => id in regions, 'region');
		const codes = [
			...Object.keys(words.places),
			...Object.values(words.ambiguous).flat(),
			...Object.values(words.implied),
		];
		for (const code of codes)
			if (code !== 'EU' && !COUNTRIES.has(code.slice(0, 2)))
				report(words, ['places', code], `"${code}" is not an ISO 3166 code`);
	}
	for (const id of Object.keys(wordings ?? {}))
		if (id !== 'none' && !byId.has(id)) report(wordings as object, [id], `topic "${id}" does not exist`, true);
	for (const [id, { statuses: named }] of Object.entries(labels?.topics ?? {})) {
		const topic = byId.get(id);
		if (!topic) report(labels as object, ['topics', id], `topic "${id}" does not exist`, true);
		else
			for (const status of Object.keys(named))
				if (!topic.statuses.some((known) => known.id === status))
					report(labels as object, ['topics', id, 'statuses', status], `"${status}" is no status of ${id}`, true);
	}
}

type Report = (record: object, path: (string | number)[], message: string, missing?: true) => void;

/** Ids are unique over facts, statements and sources, and over people and organisations (a speaker is either). */
function checkUnique(records: KnowledgeRecords, report: Report): void {
	const groups = [
		[...records.facts, ...records.statements, ...records.definitions, ...records.sources],
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
