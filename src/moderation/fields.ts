/** The fields of a proposal and the steps they are asked in: at most five a step, which is what a form of Discord holds. */

import { isFact } from '../core/knowledge/entry.ts';
import type { KnowledgeRecords } from '../core/knowledge/records.ts';
import { SOURCE_KINDS } from '../core/knowledge/schema.ts';
import type { DraftContent } from './draft.ts';
import { entryIn } from './records.ts';

export interface Field {
	name: string;
	/** At most 45 characters. */
	label: string;
	/** At most 100 characters. */
	hint: string;
	required: boolean;
	maxLength: number;
	/** Wants several lines. */
	long?: boolean;
	choices?: readonly { value: string; label: string }[];
}

export interface Step {
	/** At most 45 characters. */
	title: string;
	fields: readonly Field[];
	/** May be left out altogether. */
	optional?: boolean;
}

const date = (name: string, label: string, hint: string): Field => ({
	name,
	label,
	hint,
	required: false,
	maxLength: 10,
});
const choice = (name: string, label: string, hint: string, choices: Field['choices'] & {}): Field => ({
	name,
	label,
	hint,
	required: true,
	maxLength: 40,
	choices,
});
const text = (name: string, label: string, hint: string, maxLength: number, required = false): Field => ({
	name,
	label,
	hint,
	required,
	maxLength,
	...(maxLength > 300 ? { long: true } : {}),
});

const verified = date('verified', 'Verified on', 'The day its source was last read: 2026-11-24');
const evidence = text(
	'evidence',
	'Evidence',
	'What in the source supports it: own words, or at most 25 quoted',
	400,
	true,
);
const keptSources = text('sources', 'Sources it keeps', 'Ids of sources already known, separated by blanks', 180);
const sourceLanguage = text(
	'source_language',
	'Language of the new source',
	'ISO 639-1, such as en; English if empty',
	2,
);

export const REASON: Field = text('reason', 'Why', 'For those who review it and for the history', 400, true);

const NEW_SOURCE: Step = {
	title: 'A new source',
	optional: true,
	fields: [
		text('source_url', 'Address', 'https://… exactly as the page was opened', 400),
		text('source_title', 'Title of the page', 'As it stands on the page', 300),
		text('source_publisher', 'Publisher', 'Who is behind the page', 120),
		date('source_published', 'Published', '2018, 2018-02 or 2018-02-24; empty when the page shows none'),
		{
			...choice(
				'source_kind',
				'Kind',
				'law, regulator, central-bank … news',
				SOURCE_KINDS.map((kind) => ({ value: kind, label: kind })),
			),
			required: false,
		},
	],
};

function factSteps(topic: string | undefined, records: KnowledgeRecords): Step[] {
	const statuses = records.topics.find(({ id }) => id === topic)?.statuses ?? [];
	return [
		{
			title: 'What holds',
			fields: [
				choice(
					'status',
					'Status',
					statuses
						.map(({ id }) => id)
						.join(', ')
						.slice(0, 100),
					statuses.map(({ id, label, meaning }) => ({ value: id, label: `${label}: ${meaning}`.slice(0, 100) })),
				),
				text('title', 'Title', 'In lists and suggestions; at most 90 characters', 90, true),
				text('claim', 'Claim', 'One or two plain sentences in your own words', 480, true),
				text('keywords', 'Keywords', 'Other words for exactly this entry, separated by commas', 400),
				choice('lead', 'Does its status stand for the topic here?', 'yes or no', [
					{ value: 'yes', label: 'yes' },
					{ value: 'no', label: 'no' },
				]),
			],
		},
		{
			title: 'Dates and evidence',
			fields: [
				date('announced', 'Announced', '2018, 2018-02 or 2018-02-24; this or the next is needed'),
				date('in_force', 'In force since', 'Empty while it is only planned'),
				date('until', 'In force until', 'The last day it held; mostly empty'),
				verified,
				evidence,
			],
		},
		{
			title: 'Law and sources',
			optional: true,
			fields: [
				text('instrument_title', 'Law or notice', 'Its official title', 240),
				text('instrument_number', 'Its number', 'Such as 221-FZ', 80),
				date('instrument_date', 'Its date', '2018, 2018-02 or 2018-02-24'),
				keptSources,
				sourceLanguage,
			],
		},
		NEW_SOURCE,
	];
}

const STATEMENT_STEPS: Step[] = [
	{
		title: 'Who said it, and when',
		fields: [
			text('speaker', 'Speaker', 'A person or organisation; for a new person write "new: Full Name"', 90, true),
			text('office', 'Office at the time', 'Such as Governor of the Bank of Japan', 120),
			{ ...date('date', 'Date', '2018, 2018-02 or 2018-02-24'), required: true },
			text('occasion', 'Occasion', 'Where it was said', 200),
			choice('form', 'Form', 'quote or paraphrase', [
				{ value: 'quote', label: 'quote: the words themselves' },
				{ value: 'paraphrase', label: 'paraphrase: in substance' },
			]),
		],
	},
	{
		title: 'What was said',
		fields: [
			text('title', 'Title', 'In lists and suggestions; at most 90 characters', 90, true),
			text('said', 'Words', 'At most two sentences, or in substance', 480, true),
			text('topics', 'Topics', 'Names or ids, separated by commas', 200, true),
			text('jurisdictions', 'Jurisdictions', 'Names or codes, separated by commas', 200, true),
			text('keywords', 'Keywords', 'Other words for exactly this entry, separated by commas', 400),
		],
	},
	{
		title: 'Evidence and sources',
		fields: [
			text('translated_by', 'Translated by', 'Who put it into English, if anyone', 80),
			verified,
			{ ...evidence, required: false },
			keptSources,
			sourceLanguage,
		],
	},
	NEW_SOURCE,
];

const REVERIFY_STEPS: Step[] = [{ title: 'Still true', fields: [verified, evidence, sourceLanguage] }, NEW_SOURCE];

const WORD_STEPS: Step[] = [
	{
		title: 'A word',
		fields: [
			choice('word_kind', 'What it names', 'place, actor, topic-term or topic-word', [
				{ value: 'place', label: 'place: another name of a jurisdiction' },
				{ value: 'actor', label: 'actor: another name of a person or organisation' },
				{ value: 'topic-term', label: 'topic-term: it always means the topic' },
				{ value: 'topic-word', label: 'topic-word: it hints at the topic' },
			]),
			text('target', 'Which one', 'Name or id of the place, person, organisation or topic', 100, true),
			text('word', 'The word', 'As people type it', 60, true),
			text('language', 'Language', 'ISO 639-1, such as en; English if empty', 2),
		],
	},
];

/** The steps of a draft, in order. Retiring an entry needs none: only the reason, which is asked for when it is sent. */
export function stepsOf({ kind, entry, topic }: DraftContent, records: KnowledgeRecords): readonly Step[] {
	const known = entry === undefined ? undefined : entryIn(records, entry);
	switch (kind) {
		case 'retire':
			return [];
		case 'word':
			return WORD_STEPS;
		case 're-verify':
			return REVERIFY_STEPS;
		case 'add-statement':
			return STATEMENT_STEPS;
		case 'add-fact':
			return factSteps(topic, records);
		default:
			return known && !isFact(known) ? STATEMENT_STEPS : factSteps(known?.topic, records);
	}
}
