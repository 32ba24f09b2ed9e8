/** The frame's words in French. A no-break space (\u00a0) stands before : ; ? and inside « ». */
import type { PartialDate } from '../knowledge/partial-date.ts';
import type { SourceKind } from '../knowledge/schema.ts';
import type { Messages } from './en.ts';

const MONTHS = [
	'janvier',
	'février',
	'mars',
	'avril',
	'mai',
	'juin',
	'juillet',
	'août',
	'septembre',
	'octobre',
	'novembre',
	'décembre',
];

const KINDS: Record<SourceKind, string> = {
	law: 'loi',
	regulator: 'autorité de régulation',
	'central-bank': 'banque centrale',
	court: 'juridiction',
	parliament: 'parlement',
	government: 'gouvernement',
	intergovernmental: 'organisation intergouvernementale',
	research: 'étude ou cabinet d’avocats',
	news: 'presse',
};

/** 2018-02-24 gives "24 février 2018", 2018-02-01 "1er février 2018", 2018-02 "février 2018". */
function date(value: PartialDate): string {
	const [year, month, day] = value.split('-');
	const ordinal = day === '01' ? '1er' : day === undefined ? '' : String(Number(day));
	return [ordinal, month === undefined ? '' : MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

function isDay(value: string): boolean {
	return /^\d+(?:er)? \p{L}/u.test(value);
}

/** "le 24 février 2018", "en février 2018" */
function at(value: string): string {
	return isDay(value) ? `le ${value}` : `en ${value}`;
}

/** "du 24 février 2018", "d’avril 2018", "de 2018" */
function from(value: string): string {
	if (isDay(value)) return `du ${value}`;
	return /^[aeiou]/i.test(value) ? `d’${value}` : `de ${value}`;
}

/** The plural begins at two. */
function count(number: number, one: string, many: string): string {
	return `${number} ${number < 2 ? one : many}`;
}

export const fr: Messages = {
	language: 'fr',
	date,
	disclaimer: 'Information, et non conseil juridique.',
	commands: {
		ask: 'Poser une question sur la politique en matière de cryptoactifs, avec vos mots',
		country: 'Tout sur un pays, ou un seul thème dans ce pays',
		topic: 'Un thème dans le monde, ou dans un pays',
		compare: 'De deux à quatre pays côte à côte, sur un thème ou sur tous',
		list: 'Quels pays\u00a0: par thème, statut et région',
		timeline: 'Ce qui s’est passé et quand, dans un pays ou sur un thème',
		quote: 'Qui a dit quoi, par personne, pays ou thème',
		help: 'Ce qu’est ce bot et comment l’interroger',
		suggest: 'Signaler aux modérateurs une erreur ou un manque',
	},
	options: {
		question: 'Par exemple\u00a0: Le minage de cryptomonnaies est-il légal en Russie\u00a0?',
		country: 'Un pays ou territoire, comme Russie ou Japon',
		another: 'Un autre pays ou territoire',
		topic: 'Un thème, comme minage ou fiscalité',
		person: 'Une personne ou une organisation, comme Herman Gref',
		status: 'Un statut, comme interdit ou réglementé',
		region: 'Une région ou un groupe de pays, comme Europe, BRICS ou G20',
		suggestion: 'Ce qui est faux ou ce qui manque, et où on peut le lire',
		entry: 'La fiche concernée',
	},
	pair: (place, topic) => `${place} · ${topic}`,
	asOf: (title, period) => `${title}, situation ${isDay(period) ? 'au' : 'en'} ${period}`,
	timelineOf: (subject) => `Chronologie\u00a0: ${subject}`,
	sourcesOf: (subject) => `Sources\u00a0: ${subject}`,
	statementsBy: (names) => `Déclarations\u00a0: ${names}`,
	about: (names) => `À propos\u00a0: ${names}`,
	statementsOn: (subject) => `Qui a dit quoi\u00a0: ${subject}`,
	statements: 'Qui a dit quoi',
	aroundTheWorld: (topic) => `${topic} dans le monde`,
	listed: (topic, statuses) => `${topic}\u00a0: ${statuses}`,
	allStatuses: 'tous les statuts',
	comparisonOf: (subject) => `Comparaison\u00a0: ${subject}`,
	leftOut: (most, places) => `Au plus ${most} lieux tiennent côte à côte ; laissés de côté : ${places}.`,
	newIn: (subject) => (subject ? `Nouveautés\u00a0: ${subject}` : 'Nouveautés'),
	comingIn: (subject) => (subject ? `Prochaines étapes\u00a0: ${subject}` : 'Prochaines étapes'),
	coming: 'À venir',
	past: 'Avant, n’est plus en vigueur',
	now: 'Aujourd’hui',
	inForceSince: (since) => `depuis ${isDay(since) ? `le ${since}` : since}`,
	inForceUntil: (until) => `jusqu’${isDay(until) ? 'au' : 'en'} ${until}`,
	fromTo: (start, end) => `${from(start)} ${isDay(end) ? 'au' : 'à'} ${end}`,
	announced: (on) => `annoncé ${at(on)}`,
	inForceFrom: (start) => `entre en vigueur ${at(start)}`,
	notInForce: 'pas encore en vigueur',
	replaced: (on) => `remplacé ${at(on)}`,
	sourceKind: (kind) => KINDS[kind],
	verified: (on) => `vérifié ${at(on)}`,
	eventAnnounced: 'annonce',
	eventInForce: 'entrée en vigueur',
	eventEnded: 'fin d’application',
	eventPending: 'prévu, sans date pour l’instant',
	saidBy: (name, office) => (office === undefined ? name : `${name}, ${office}`),
	saidTo: (name) => `à ${name}`,
	translatedBy: (name) => `traduction\u00a0: ${name}`,
	paraphrase: 'en substance',
	noEvidence: 'La source contient ces mots.',
	dispute: (claim) => `Les sources divergent\u00a0: ${claim}`,
	stale: (topic, days) =>
		`Les fiches sur le thème «\u00a0${topic}\u00a0» sont tenues pour à jour pendant ${count(days, 'jour', 'jours')}\u00a0; celle-ci est plus ancienne. Le droit a pu changer.`,
	newsOnly: 'aucun texte officiel consulté',
	partRule: (place, whole) =>
		`Pas de fiche propre ici\u00a0: ${place}. Voici ce que l’on sait de l’ensemble\u00a0: ${whole}.`,
	blocRule: (place, bloc) => `Pas de fiche propre ici\u00a0: ${place}. Voici la règle supérieure\u00a0: ${bloc}.`,
	ruleOf: (title, bloc) => `${title} (règle\u00a0: ${bloc})`,
	nothingNew: 'Je ne connais aucune nouveauté pour cette période.',
	nothingComing: 'Je ne connais aucune date à venir.',
	noEntry: 'aucune fiche validée',
	notYet: (period) =>
		`Personne ne peut encore savoir ce qui s’appliquera ${at(period)}\u00a0; voici la situation actuelle.`,
	more: (number) => `${count(number, 'autre fiche', 'autres fiches')} à ce sujet.`,
	pageOf: (page, pages) => `Page ${page} sur ${pages}`,
	notCoveredTitle: 'Pas encore traité',
	notCovered: (subject) => `Aucune fiche validée\u00a0: ${subject}. Je préfère ne rien supposer.`,
	notCoveredWords: 'Je n’ai trouvé aucune fiche validée qui le dise, et je préfère ne rien supposer.',
	nearby: 'Ce que je sais sur des sujets proches\u00a0:',
	whichPlaceTitle: 'De quel lieu s’agit-il\u00a0?',
	whichPlace: 'Ce nom correspond à plusieurs lieux.',
	whichTopicTitle: (place) => `${place}\u00a0: quel thème\u00a0?`,
	whichTopic: 'J’ai compris le lieu, mais pas ce que vous voulez savoir. Choisissez un thème\u00a0:',
	placeMissingTitle: 'Quel pays\u00a0?',
	placeMissing: (topic) =>
		`Les règles diffèrent d’un pays à l’autre${topic ? ` (${topic})` : ''}. Indiquez un pays, par exemple\u00a0:`,
	nothingSpecificTitle: 'Que souhaitez-vous savoir\u00a0?',
	nothingSpecific: 'Indiquez un pays et un thème, par exemple\u00a0:',
	outOfScopeTitle: 'Hors de mon domaine',
	outOfScope:
		'Je réponds aux questions sur les politiques nationales en matière de cryptoactifs\u00a0: ce que les pays autorisent, interdisent, taxent, agréent et prévoient, et qui a dit quoi. Ni cours ni conseils.',
	noSuchPlace: 'Je ne connais pas ce lieu. Indiquez un pays, par exemple\u00a0:',
	notUnderstood:
		'Je n’y ai pas reconnu une question sur les politiques nationales en matière de cryptoactifs. Par exemple\u00a0:',
	emptyTitle: 'Aucune question',
	empty: 'Saisissez une question, par exemple\u00a0:',
	tooLongTitle: 'Trop long',
	tooLong: (limit) => `Posez votre question en ${limit} caractères au plus, par exemple\u00a0:`,
	notResearched: (place) => `Pas encore étudié\u00a0: ${place}.`,
	nothingFound: (place, on) => `Recherche effectuée${on ? ` ${at(on)}` : ''}, sans résultat\u00a0: ${place}.`,
	expiredAction: 'Ce bouton appartient à une réponse qui n’est plus disponible. Veuillez reposer votre question.',
	nowhere: (topic, statuses) =>
		`Je n’ai aucune fiche validée avec ce statut (${statuses}) sur le thème «\u00a0${topic}\u00a0».`,
	listCount: (number) => count(number, 'pays ou territoire', 'pays et territoires'),
	askPair: (topic, place) => `${topic}, ${place}\u00a0: règles sur les cryptoactifs`,
	askList: (topic) => `${topic}\u00a0: quels pays ont des règles sur les cryptoactifs\u00a0?`,
	askStatements: (name) => `Qu’a dit ${name}\u00a0?`,
	buttonTimeline: 'Chronologie',
	buttonCountry: (place) => `Panorama\u00a0: ${place}`,
	buttonSources: 'Sources',
	buttonBack: 'Retour à la réponse',
	buttonMore: 'Plus',
	buttonNew: 'Nouveautés',
	buttonComing: 'Prochaines étapes',
	buttonAllTopics: 'Tous les thèmes',
	buttonNext: 'Page suivante',
	buttonPrevious: 'Page précédente',
	buttonHelpful: '👍 Utile',
	buttonUnhelpful: '👎 Pas utile',
	buttonReport: 'Signaler une erreur',
	buttonReason: 'Dire pourquoi',
	feedbackThanks: 'Merci. Les modérateurs voient combien de fois une fiche a été utile.',
	reportTitle: 'Signaler une erreur',
	reportField: 'Qu’est-ce qui est faux ou manquant\u00a0?',
	reportHint: 'Si possible, avec un lien vers une page qui le montre',
	reasonTitle: 'Qu’est-ce qui n’a pas été utile\u00a0?',
	reasonField: 'En quelques mots',
	reportSentTitle: 'Envoyé aux modérateurs',
	reportSent: (id) =>
		`Merci. Votre signalement porte le numéro ${id} dans la file des modérateurs\u00a0; vous saurez quelle suite lui est donnée.`,
	reportTakenUp: (id) => `Merci\u00a0: votre signalement (numéro ${id}) a été pris en compte.`,
	reportDeclined: (id, note) =>
		note
			? `Les modérateurs ont clos votre signalement ${id}\u00a0: ${note}`
			: `Les modérateurs ont clos votre signalement ${id}.`,
	notAllowedTitle: 'Réservé aux modérateurs',
	notAllowed: 'Seuls les modérateurs peuvent faire cela. Pour leur dire quelque chose, utilisez /suggest.',
	tooManyTitle: 'Trop de demandes à la fois',
	tooMany: (seconds) => `Veuillez réessayer dans ${count(seconds, 'seconde', 'secondes')}. Rien n’a été modifié.`,
	formHint: 'Répondez par un message.',
	formHintReply: 'Répondez à ce message (« Répondre »).',
	formCancel: 'Annuler',
	formCancelled: 'Annulé.',
	formBack: 'Retour',
	formSkip: 'Passer',
	formGone: 'Ce formulaire n’est plus ouvert. Veuillez recommencer.',
	helpTitle: 'Crypto Policy Bot',
	help: (facts, statements, places) =>
		`Je réponds aux questions sur les politiques nationales en matière de cryptoactifs\u00a0: ce que chaque pays autorise, interdit, taxe, agrée et prévoit, et qui a dit quoi. ` +
		`Chaque phrase vient d’une fiche validée par un modérateur, avec sa source et le jour de sa dernière vérification. ` +
		`Je connais ${count(facts, 'fait', 'faits')} et ${count(statements, 'déclaration', 'déclarations')} sur ${count(places, 'pays ou territoire', 'pays et territoires')}. Quand je n’ai pas de fiche, je le dis.`,
	helpIsNot:
		'Je donne des informations, pas de conseil juridique. Je n’indique aucun cours, ne donne aucun conseil en investissement et n’écris rien de moi-même.',
	helpCommands: 'Commandes',
	welcome:
		'Posez votre question avec vos mots, par exemple\u00a0: «\u00a0Le minage de cryptomonnaies est-il légal en Russie\u00a0?\u00a0»',
	startDescription: 'Commencer ici',
	profile:
		'Répond aux questions sur les politiques nationales en matière de cryptoactifs\u00a0: ce que chaque pays autorise, interdit, taxe, agrée et prévoit, et qui a dit quoi. Chaque réponse est datée et cite ses sources. Information, et non conseil juridique.',
	shortProfile:
		'Réponses sourcées sur les politiques en matière de cryptoactifs. Information, et non conseil juridique.',
	terminalHint: (commands) =>
		`Commandes\u00a0: ${commands}. Un nombre actionne un bouton\u00a0; Ctrl+D pour quitter. Information, et non conseil juridique.`,
	failedTitle: 'Cela n’a pas fonctionné',
	checkOptionTitle: 'Veuillez vérifier',
	unknownEntry: (text) => `Je ne connais aucune fiche nommée «\u00a0${text}\u00a0».`,
	unknownCommand: (commands) => `Je ne connais pas cette commande. Je connais\u00a0: ${commands}.`,
	failed: 'Une erreur s’est produite ici, et rien n’a été modifié. Veuillez réessayer dans un instant.',
	invalidOption: (option, problem) => `${option}\u00a0: ${problem}`,
	missingOption: (option, wanted) => `Il manque « ${option} » : ${wanted}.`,
	chooseOne: (options) => `Veuillez indiquer au moins une de ces options\u00a0: ${options.join(', ')}.`,
	unknownPlace: (text) => `Je ne connais aucun lieu nommé «\u00a0${text}\u00a0».`,
	unknownTopic: (text) => `Je ne connais aucun thème nommé «\u00a0${text}\u00a0».`,
	unknownPerson: (text) => `Je ne connais aucune personne ou organisation nommée «\u00a0${text}\u00a0».`,
	unknownStatus: (text) => `Je ne connais aucun statut nommé «\u00a0${text}\u00a0».`,
	unknownRegion: (text) => `Je ne connais aucune région nommée «\u00a0${text}\u00a0».`,
	didYouMean: 'Vouliez-vous dire\u00a0:',
};
