/** The words of an answer's frame in English. Other languages have the same keys. */
import type { PartialDate } from '../knowledge/partial-date.ts';
import type { SourceKind } from '../knowledge/schema.ts';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

const KINDS: Record<SourceKind, string> = {
	law: 'law',
	regulator: 'regulator',
	'central-bank': 'central bank',
	court: 'court',
	parliament: 'parliament',
	government: 'government',
	intergovernmental: 'intergovernmental body',
	research: 'research or law firm',
	news: 'news',
};

/** Names that English gives an article. */
function withArticle(name: string): string {
	return /^(?:United |European Union|Netherlands|Philippines|Bahamas|Maldives|Seychelles|Gambia)/.test(name)
		? `the ${name}`
		: name;
}

/** 2018-02-24 gives "24 February 2018", 2018-02 "February 2018". */
function date(value: PartialDate): string {
	const [year, month, day] = value.split('-');
	return [day === undefined ? '' : String(Number(day)), month === undefined ? '' : MONTHS[Number(month) - 1], year]
		.filter(Boolean)
		.join(' ');
}

export const en = {
	language: 'en',
	date,
	disclaimer: 'Information, not legal advice.',
	/** What commands and their options are for, at most 100 characters each (Discord). */
	commands: {
		ask: 'Ask about crypto policy in plain words',
		country: 'Everything on one country, or one topic there',
		topic: 'One topic around the world, or in one country',
		compare: 'Two to four countries side by side, on one topic or all',
		list: 'Which countries: by topic, status and region',
		timeline: 'What happened when, in a country or on a topic',
		quote: 'Who said what, by person, country or topic',
		help: 'What this bot is, and how to ask it',
		suggest: 'Tell the moderators of a mistake or of something missing',
	},
	options: {
		question: 'For example: Is crypto mining legal in Russia?',
		country: 'A country or territory, such as Russia or EU',
		another: 'Another country or territory',
		topic: 'A topic, such as mining or tax',
		person: 'A person or organisation, such as Herman Gref',
		status: 'A status, such as banned or regulated',
		region: 'A region or group of countries, such as Asia, EU or G20',
		suggestion: 'What is wrong or missing, and where it can be read',
		entry: 'The entry it is about',
	},
	/** Titles */
	pair: (place: string, topic: string) => `${place} · ${topic}`,
	asOf: (title: string, period: string) => `${title}, as of ${period}`,
	timelineOf: (subject: string) => `Timeline: ${subject}`,
	sourcesOf: (subject: string) => `Sources: ${subject}`,
	statementsBy: (names: string) => `What ${names} said`,
	about: (names: string) => `About ${names}`,
	statementsOn: (subject: string) => `Who said what: ${subject}`,
	statements: 'Who said what',
	aroundTheWorld: (topic: string) => `${topic} around the world`,
	listed: (topic: string, statuses: string) => `${topic}: ${statuses}`,
	allStatuses: 'all statuses',
	comparisonOf: (subject: string) => `Compared: ${subject}`,
	leftOut: (most: number, places: string) => `At most ${most} places fit beside one another; left out: ${places}.`,
	newIn: (subject: string) => (subject ? `What is new: ${subject}` : 'What is new'),
	comingIn: (subject: string) => (subject ? `What comes next: ${subject}` : 'What comes next'),
	/** Headings of blocks */
	coming: 'Coming',
	past: 'Earlier, no longer in force',
	now: 'Now',
	/** Lines of dates */
	inForceSince: (since: string) => `since ${since}`,
	inForceUntil: (until: string) => `until ${until}`,
	fromTo: (from: string, to: string) => `from ${from} to ${to}`,
	announced: (on: string) => `announced ${on}`,
	inForceFrom: (from: string) => `takes effect ${from}`,
	notInForce: 'not in force yet',
	replaced: (on: string) => `replaced ${on}`,
	sourceKind: (kind: SourceKind) => KINDS[kind],
	verified: (on: string) => `verified ${on}`,
	eventAnnounced: 'announced',
	eventInForce: 'in force',
	eventEnded: 'ended',
	eventPending: 'planned, no date yet',
	saidBy: (name: string, office: string | undefined) => (office === undefined ? name : `${name}, ${office}`),
	saidTo: (name: string) => `to ${name}`,
	translatedBy: (name: string) => `translated by ${name}`,
	paraphrase: 'in substance',
	noEvidence: 'The source holds these words.',
	dispute: (claim: string) => `Sources disagree: ${claim}`,
	/** Notes */
	stale: (topic: string, days: number) =>
		`Entries on ${topic} count as fresh for ${days} days; this one is older. The law may have changed.`,
	newsOnly: 'no official text read',
	partRule: (place: string, whole: string) =>
		`Entries on ${place} stand with those on ${withArticle(whole)}; this is what is known there.`,
	blocRule: (place: string, bloc: string) =>
		`There is no entry on ${withArticle(place)} itself here; this is the rule of ${withArticle(bloc)}.`,
	ruleOf: (title: string, bloc: string) => `${title} (rule of ${withArticle(bloc)})`,
	nothingNew: 'I know of nothing new there in that time.',
	nothingComing: 'I know of no date ahead there.',
	noEntry: 'no approved entry',
	notYet: (period: string) => `Nobody can know ${period} yet; this is how it stands today.`,
	more: (count: number) => `${count} more ${count === 1 ? 'entry' : 'entries'} on this.`,
	pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
	/** Outcomes without an answer */
	notCoveredTitle: 'Not covered yet',
	notCovered: (subject: string) => `I have no approved entry on ${subject}, so I will not guess.`,
	notCoveredWords: 'I found no approved entry that says this, so I will not guess.',
	nearby: 'What I do know nearby:',
	whichPlaceTitle: 'Which place do you mean?',
	whichPlace: 'That name fits several places.',
	whichTopicTitle: (place: string) => `${place}: which topic?`,
	whichTopic: 'I understood the place, but not what about it. Choose a topic:',
	placeMissingTitle: 'Which country?',
	placeMissing: (topic: string) => `Rules on ${topic} differ from country to country. Name one, for example:`,
	nothingSpecificTitle: 'What would you like to know?',
	nothingSpecific: 'Name a country and a topic, for example:',
	outOfScopeTitle: 'Outside what I cover',
	outOfScope:
		'I answer questions about national crypto policy: what countries allow, ban, tax, license and plan, and who said what. No prices, no advice.',
	noSuchPlace: 'I know no such place. Name a country, for example:',
	notUnderstood: 'I did not understand that as a question about national crypto policy. For example:',
	emptyTitle: 'Nothing asked',
	empty: 'Please type a question, for example:',
	tooLongTitle: 'Too long',
	tooLong: (limit: number) => `Please ask in at most ${limit} characters, for example:`,
	notResearched: (place: string) => `${place} has not been researched yet.`,
	nothingFound: (place: string, on: string) =>
		`On ${place} nothing was found when it was searched${on ? ` on ${on}` : ''}.`,
	expiredAction: 'That button belongs to an answer that is no longer available. Please ask again.',
	nowhere: (topic: string, statuses: string) => `I have no approved entry with this status (${statuses}) on ${topic}.`,
	listCount: (count: number) => `${count} ${count === 1 ? 'jurisdiction' : 'jurisdictions'}`,
	/** Questions that the bot suggests; each must be understood when it is sent back. */
	askPair: (topic: string, place: string) => `${topic} in ${place}`,
	askList: (topic: string) => `Crypto around the world: ${topic}`,
	askStatements: (name: string) => `What did ${name} say?`,
	/** Buttons */
	buttonTimeline: 'Timeline',
	buttonCountry: (place: string) => `All on ${place}`,
	buttonSources: 'Sources',
	buttonBack: 'Back to the answer',
	buttonMore: 'More',
	buttonNew: 'What is new',
	buttonComing: 'What comes next',
	buttonAllTopics: 'All topics',
	buttonNext: 'Next page',
	buttonPrevious: 'Previous page',
	buttonHelpful: '👍 Helpful',
	buttonUnhelpful: '👎 Not helpful',
	buttonReport: 'Report a mistake',
	buttonReason: 'Say why',
	/** What members tell the moderators. Form titles and labels: at most 45 characters. */
	feedbackThanks: 'Thank you. The moderators see how often an entry helped.',
	reportTitle: 'Report a mistake',
	reportField: 'What is wrong or missing?',
	reportHint: 'If you can, with a link to a page that shows it',
	reasonTitle: 'What was not helpful?',
	reasonField: 'In a few words',
	reportSentTitle: 'Sent to the moderators',
	reportSent: (id: number) => `Thank you. It is number ${id} in their queue; you will be told what becomes of it.`,
	reportTakenUp: (id: number) => `Thank you: what you reported (number ${id}) has been taken up.`,
	reportDeclined: (id: number, note: string) =>
		note ? `The moderators have closed your report ${id}: ${note}` : `The moderators have closed your report ${id}.`,
	notAllowedTitle: 'For moderators only',
	notAllowed: 'Only moderators can do that. To tell them something, use /suggest.',
	tooManyTitle: 'Too many at once',
	tooMany: (seconds: number) =>
		`Please try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. Nothing was changed.`,
	/** A form in a chat where fields are asked for one by one. */
	formHint: 'Answer in a message.',
	formHintReply: 'Answer by replying to this message.',
	formCancel: 'Cancel',
	formCancelled: 'Cancelled.',
	formBack: 'Back',
	formSkip: 'Skip',
	formGone: 'That form is no longer open. Please begin again.',
	helpTitle: 'Crypto Policy Bot',
	help: (facts: number, statements: number, places: number) =>
		`I answer questions about national crypto policy: what each country allows, bans, taxes, licenses and plans, and who said what. ` +
		`Every sentence comes from an entry that a moderator approved, with its source and the day it was last checked. ` +
		`I know ${facts} facts and ${statements} statements on ${places} jurisdictions. When I have no entry, I say so.`,
	helpIsNot:
		'I give information, not legal advice. I quote no prices, give no investment tips, and write nothing of my own.',
	helpCommands: 'Commands',
	welcome: 'Ask me in plain words, for example "Is crypto mining legal in Russia?"',
	startDescription: 'Begin here',
	profile:
		'Answers questions about national crypto policy: what each country allows, bans, taxes, licenses and plans, and who said what. Every answer is dated and cites its sources. Information, not legal advice.',
	shortProfile: 'Cited answers about national crypto policy. Information, not legal advice.',
	terminalHint: (commands: string) =>
		`Commands: ${commands}. A number presses a button; Ctrl+D leaves. Information, not legal advice.`,
	failedTitle: 'That did not work',
	checkOptionTitle: 'Please check this',
	unknownEntry: (text: string) => `I know no entry called “${text}”.`,
	unknownCommand: (commands: string) => `I know no such command. I know ${commands}.`,
	failed: 'Something went wrong here, and nothing was changed. Please try again in a moment.',
	invalidOption: (option: string, problem: string) => `${option}: ${problem}`,
	missingOption: (option: string, wanted: string) => `“${option}” is missing: ${wanted}.`,
	chooseOne: (options: readonly string[]) => `Please give at least one of these: ${options.join(', ')}.`,
	unknownPlace: (text: string) => `I know no place called “${text}”.`,
	unknownTopic: (text: string) => `I know no topic called “${text}”.`,
	unknownPerson: (text: string) => `I know no person or organisation called “${text}”.`,
	unknownStatus: (text: string) => `I know no status called “${text}”.`,
	unknownRegion: (text: string) => `I know no region called “${text}”.`,
	didYouMean: 'Did you mean:',
};

export type Messages = typeof en;
