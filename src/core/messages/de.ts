/** The frame's words in German. */
import type { PartialDate } from '../knowledge/partial-date.ts';
import type { SourceKind } from '../knowledge/schema.ts';
import type { Messages } from './en.ts';

const MONTHS = [
	'Januar',
	'Februar',
	'März',
	'April',
	'Mai',
	'Juni',
	'Juli',
	'August',
	'September',
	'Oktober',
	'November',
	'Dezember',
];

const KINDS: Record<SourceKind, string> = {
	law: 'Gesetz',
	regulator: 'Aufsichtsbehörde',
	'central-bank': 'Zentralbank',
	court: 'Gericht',
	parliament: 'Parlament',
	government: 'Regierung',
	intergovernmental: 'zwischenstaatliche Organisation',
	research: 'Forschung oder Kanzlei',
	news: 'Nachrichten',
};

/** 2018-02-24 gives "24. Februar 2018", 2018-02 "Februar 2018". */
function date(value: PartialDate): string {
	const [year, month, day] = value.split('-');
	return [day === undefined ? '' : `${Number(day)}.`, month === undefined ? '' : MONTHS[Number(month) - 1], year]
		.filter(Boolean)
		.join(' ');
}

function isDay(value: string): boolean {
	return /^\d+\. /.test(value);
}

/** "am 24. Februar 2018", "im Februar 2018", "2018" */
function at(value: string): string {
	if (isDay(value)) return `am ${value}`;
	return /^\p{L}/u.test(value) ? `im ${value}` : value;
}

/** "bis zum 24. Februar 2018", "bis Februar 2018" */
function until(value: string): string {
	return isDay(value) ? `bis zum ${value}` : `bis ${value}`;
}

export const de: Messages = {
	language: 'de',
	date,
	disclaimer: 'Information, keine Rechtsberatung.',
	commands: {
		ask: 'In eigenen Worten nach Kryptopolitik fragen',
		country: 'Alles zu einem Land oder ein Thema dort',
		topic: 'Ein Thema weltweit oder in einem Land',
		compare: 'Zwei bis vier Länder im Vergleich, zu einem oder allen Themen',
		list: 'Welche Länder: nach Thema, Status und Region',
		timeline: 'Was wann geschah, in einem Land oder zu einem Thema',
		quote: 'Wer was gesagt hat, nach Person, Land oder Thema',
		help: 'Was dieser Bot ist und wie man ihn fragt',
		suggest: 'Den Moderatoren einen Fehler oder etwas Fehlendes melden',
	},
	options: {
		question: 'Zum Beispiel: Ist Krypto-Mining in Russland legal?',
		country: 'Ein Land oder Gebiet, etwa Russland oder EU',
		another: 'Ein weiteres Land oder Gebiet',
		topic: 'Ein Thema, etwa Mining oder Zahlungen',
		person: 'Eine Person oder Organisation, etwa Herman Gref',
		status: 'Ein Status, etwa verboten oder reguliert',
		region: 'Eine Region oder Ländergruppe, etwa Europa, EU oder G20',
		suggestion: 'Was falsch ist oder fehlt und wo es nachzulesen ist',
		entry: 'Der Eintrag, um den es geht',
	},
	pair: (place, topic) => `${place} · ${topic}`,
	asOf: (title, period) => `${title}, Stand: ${period}`,
	timelineOf: (subject) => `Chronik: ${subject}`,
	sourcesOf: (subject) => `Quellen: ${subject}`,
	statementsBy: (names) => `Aussagen von ${names}`,
	about: (names) => `Über ${names}`,
	statementsOn: (subject) => `Wer was gesagt hat: ${subject}`,
	statements: 'Wer was gesagt hat',
	aroundTheWorld: (topic) => `${topic} weltweit`,
	listed: (topic, statuses) => `${topic}: ${statuses}`,
	allStatuses: 'jeder Status',
	comparisonOf: (subject) => `Vergleich: ${subject}`,
	leftOut: (most, places) => `Höchstens ${most} Orte passen nebeneinander; ausgelassen: ${places}.`,
	newIn: (subject) => (subject ? `Was ist neu: ${subject}` : 'Was ist neu'),
	comingIn: (subject) => (subject ? `Was kommt als Nächstes: ${subject}` : 'Was kommt als Nächstes'),
	coming: 'Künftig',
	past: 'Früher, nicht mehr in Kraft',
	now: 'Heute',
	inForceSince: (since) => (isDay(since) ? `seit dem ${since}` : `seit ${since}`),
	inForceUntil: until,
	fromTo: (from, to) => `${isDay(from) ? 'vom' : 'von'} ${from} ${until(to)}`,
	announced: (on) => `angekündigt ${at(on)}`,
	inForceFrom: (from) => `gilt ab ${from}`,
	notInForce: 'noch nicht in Kraft',
	replaced: (on) => `ersetzt ${at(on)}`,
	sourceKind: (kind) => KINDS[kind],
	verified: (on) => `geprüft ${at(on)}`,
	eventAnnounced: 'angekündigt',
	eventInForce: 'in Kraft',
	eventEnded: 'beendet',
	eventPending: 'geplant, noch ohne Datum',
	saidBy: (name, office) => (office === undefined ? name : `${name}, ${office}`),
	saidTo: (name) => `an ${name}`,
	translatedBy: (name) => `Übersetzung: ${name}`,
	paraphrase: 'sinngemäß',
	noEvidence: 'Die Quelle enthält diese Worte.',
	dispute: (claim) => `Die Quellen widersprechen sich: ${claim}`,
	stale: (topic, days) =>
		`Einträge zum Thema ${topic} gelten ${days} ${days === 1 ? 'Tag' : 'Tage'} lang als aktuell; dieser ist älter. Die Rechtslage kann sich geändert haben.`,
	newsOnly: 'kein amtlicher Text ausgewertet',
	partRule: (place, whole) => `Kein eigener Eintrag: ${place}. Gezeigt wird, was für das Ganze bekannt ist: ${whole}.`,
	blocRule: (place, bloc) => `Kein eigener Eintrag: ${place}. Gezeigt wird die übergeordnete Regelung: ${bloc}.`,
	ruleOf: (title, bloc) => `${title} (Regelung: ${bloc})`,
	nothingNew: 'Aus dieser Zeit ist mir dort nichts Neues bekannt.',
	nothingComing: 'Mir ist dort kein künftiges Datum bekannt.',
	noEntry: 'kein freigegebener Eintrag',
	notYet: (period) => `Was ${at(period)} gelten wird, kann noch niemand wissen; so ist der Stand von heute.`,
	more: (count) => `${count} ${count === 1 ? 'weiterer Eintrag' : 'weitere Einträge'} dazu.`,
	pageOf: (page, pages) => `Seite ${page} von ${pages}`,
	notCoveredTitle: 'Noch nicht erfasst',
	notCovered: (subject) => `Kein freigegebener Eintrag: ${subject}. Raten möchte ich nicht.`,
	notCoveredWords: 'Ich habe keinen freigegebenen Eintrag gefunden, der das sagt, und raten möchte ich nicht.',
	nearby: 'Was ich im Umfeld weiß:',
	whichPlaceTitle: 'Welcher Ort ist gemeint?',
	whichPlace: 'Dieser Name passt auf mehrere Orte.',
	whichTopicTitle: (place) => `${place}: Welches Thema?`,
	whichTopic: 'Den Ort habe ich verstanden, aber nicht, worum es geht. Bitte wählen Sie ein Thema:',
	placeMissingTitle: 'Welches Land?',
	placeMissing: (topic) =>
		`Die Regeln sind von Land zu Land verschieden${topic ? ` (${topic})` : ''}. Nennen Sie ein Land, zum Beispiel:`,
	nothingSpecificTitle: 'Was möchten Sie wissen?',
	nothingSpecific: 'Nennen Sie ein Land und ein Thema, zum Beispiel:',
	outOfScopeTitle: 'Das gehört nicht zu meinem Gebiet',
	outOfScope:
		'Ich beantworte Fragen zur Kryptopolitik der Staaten: was sie erlauben, verbieten, besteuern, lizenzieren und planen und wer was gesagt hat. Keine Kurse, keine Beratung.',
	noSuchPlace: 'Diesen Ort kenne ich nicht. Nennen Sie ein Land, zum Beispiel:',
	notUnderstood: 'Das habe ich nicht als Frage zur Kryptopolitik der Staaten verstanden. Zum Beispiel:',
	emptyTitle: 'Keine Frage gestellt',
	empty: 'Bitte geben Sie eine Frage ein, zum Beispiel:',
	tooLongTitle: 'Zu lang',
	tooLong: (limit) => `Bitte fragen Sie in höchstens ${limit} Zeichen, zum Beispiel:`,
	notResearched: (place) => `Noch nicht recherchiert: ${place}.`,
	nothingFound: (place, on) => `Recherchiert${on ? ` ${at(on)}` : ''}, aber nichts gefunden: ${place}.`,
	expiredAction:
		'Diese Schaltfläche gehört zu einer Antwort, die nicht mehr verfügbar ist. Bitte fragen Sie noch einmal.',
	nowhere: (topic, statuses) =>
		`Zum Thema ${topic} habe ich keinen freigegebenen Eintrag mit diesem Status (${statuses}).`,
	listCount: (count) => `${count} ${count === 1 ? 'Land oder Gebiet' : 'Länder und Gebiete'}`,
	askPair: (topic, place) => `${topic}, ${place}: Krypto-Regeln`,
	askList: (topic) => `Welche Länder haben Krypto-Regeln zum Thema ${topic}?`,
	askStatements: (name) => `Was hat ${name} gesagt?`,
	buttonTimeline: 'Chronik',
	buttonCountry: (place) => `Überblick: ${place}`,
	buttonSources: 'Quellen',
	buttonBack: 'Zurück zur Antwort',
	buttonMore: 'Mehr',
	buttonNew: 'Was ist neu',
	buttonComing: 'Was kommt',
	buttonAllTopics: 'Alle Themen',
	buttonNext: 'Nächste Seite',
	buttonPrevious: 'Vorherige Seite',
	buttonHelpful: '👍 Hilfreich',
	buttonUnhelpful: '👎 Nicht hilfreich',
	buttonReport: 'Fehler melden',
	buttonReason: 'Grund nennen',
	feedbackThanks: 'Danke. Die Moderatoren sehen, wie oft ein Eintrag geholfen hat.',
	reportTitle: 'Fehler melden',
	reportField: 'Was ist falsch oder fehlt?',
	reportHint: 'Wenn möglich mit einem Link zu einer Seite, die es belegt',
	reasonTitle: 'Was war nicht hilfreich?',
	reasonField: 'In wenigen Worten',
	reportSentTitle: 'An die Moderatoren gesendet',
	reportSent: (id) => `Danke. In der Warteschlange hat Ihre Meldung die Nummer ${id}; Sie erfahren, was daraus wird.`,
	reportTakenUp: (id) => `Danke: Ihre Meldung (Nummer ${id}) wurde aufgegriffen.`,
	reportDeclined: (id, note) =>
		note
			? `Die Moderatoren haben Ihre Meldung ${id} geschlossen: ${note}`
			: `Die Moderatoren haben Ihre Meldung ${id} geschlossen.`,
	notAllowedTitle: 'Nur für Moderatoren',
	notAllowed: 'Das dürfen nur Moderatoren. Um ihnen etwas mitzuteilen, verwenden Sie /suggest.',
	tooManyTitle: 'Zu viel auf einmal',
	tooMany: (seconds) =>
		`Bitte versuchen Sie es in ${seconds} ${seconds === 1 ? 'Sekunde' : 'Sekunden'} noch einmal. Es wurde nichts verändert.`,
	formHint: 'Antworten Sie mit einer Nachricht.',
	formHintReply: 'Antworten Sie auf diese Nachricht („Antworten“).',
	formCancel: 'Abbrechen',
	formCancelled: 'Abgebrochen.',
	formBack: 'Zurück',
	formSkip: 'Überspringen',
	formGone: 'Dieses Formular ist nicht mehr offen. Bitte beginnen Sie von vorn.',
	helpTitle: 'Crypto Policy Bot',
	help: (facts, statements, places) =>
		`Ich beantworte Fragen zur Kryptopolitik der Staaten: was jedes Land erlaubt, verbietet, besteuert, lizenziert und plant und wer was gesagt hat. ` +
		`Jeder Satz stammt aus einem Eintrag, den ein Moderator freigegeben hat, mit Quelle und dem Tag der letzten Prüfung. ` +
		`In meinem Bestand: ${facts} ${facts === 1 ? 'Fakt' : 'Fakten'} und ${statements} ${statements === 1 ? 'Aussage' : 'Aussagen'} zu ${places} ${places === 1 ? 'Land oder Gebiet' : 'Ländern und Gebieten'}. Wenn ich keinen Eintrag habe, sage ich das.`,
	helpIsNot:
		'Ich gebe Informationen, keine Rechtsberatung. Ich nenne keine Kurse, gebe keine Anlagetipps und schreibe nichts Eigenes.',
	helpCommands: 'Befehle',
	welcome: 'Fragen Sie mich in eigenen Worten, zum Beispiel: „Ist Krypto-Mining in Russland legal?“',
	startDescription: 'Hier beginnen',
	profile:
		'Beantwortet Fragen zur Kryptopolitik der Staaten: was jedes Land erlaubt, verbietet, besteuert, lizenziert und plant und wer was gesagt hat. Jede Antwort ist datiert und nennt ihre Quellen. Information, keine Rechtsberatung.',
	shortProfile: 'Antworten mit Quellen zur Kryptopolitik der Staaten. Information, keine Rechtsberatung.',
	terminalHint: (commands) =>
		`Befehle: ${commands}. Eine Zahl drückt eine Schaltfläche; Strg+D beendet. Information, keine Rechtsberatung.`,
	failedTitle: 'Das hat nicht geklappt',
	checkOptionTitle: 'Bitte prüfen Sie das',
	unknownEntry: (text) => `Einen Eintrag namens „${text}“ kenne ich nicht.`,
	unknownCommand: (commands) => `Diesen Befehl kenne ich nicht. Ich kenne: ${commands}.`,
	failed: 'Hier ist etwas schiefgegangen; es wurde nichts verändert. Bitte versuchen Sie es gleich noch einmal.',
	invalidOption: (option, problem) => `${option}: ${problem}`,
	missingOption: (option, wanted) => `„${option}“ fehlt: ${wanted}.`,
	chooseOne: (options) => `Bitte geben Sie mindestens eine dieser Optionen an: ${options.join(', ')}.`,
	unknownPlace: (text) => `Einen Ort namens „${text}“ kenne ich nicht.`,
	unknownTopic: (text) => `Ein Thema namens „${text}“ kenne ich nicht.`,
	unknownPerson: (text) => `Eine Person oder Organisation namens „${text}“ kenne ich nicht.`,
	unknownStatus: (text) => `Einen Status namens „${text}“ kenne ich nicht.`,
	unknownRegion: (text) => `Eine Region namens „${text}“ kenne ich nicht.`,
	didYouMean: 'Meinten Sie:',
};
