/** The frame's words in Spanish. */
import type { PartialDate } from '../knowledge/partial-date.ts';
import type { SourceKind } from '../knowledge/schema.ts';
import type { Messages } from './en.ts';

const MONTHS = [
	'enero',
	'febrero',
	'marzo',
	'abril',
	'mayo',
	'junio',
	'julio',
	'agosto',
	'septiembre',
	'octubre',
	'noviembre',
	'diciembre',
];

const KINDS: Record<SourceKind, string> = {
	law: 'ley',
	regulator: 'regulador',
	'central-bank': 'banco central',
	court: 'tribunal',
	parliament: 'parlamento',
	government: 'gobierno',
	intergovernmental: 'organismo intergubernamental',
	research: 'estudio o bufete de abogados',
	news: 'prensa',
};

/** 2018-02-24 gives "24 de febrero de 2018", 2018-02 "febrero de 2018". */
function date(value: PartialDate): string {
	const [year, month, day] = value.split('-');
	return [day === undefined ? '' : String(Number(day)), month === undefined ? '' : MONTHS[Number(month) - 1], year]
		.filter(Boolean)
		.join(' de ');
}

function isDay(value: string): boolean {
	return /^\d+ de /.test(value);
}

/** "el 24 de febrero de 2018", "febrero de 2018" */
function withArticle(value: string): string {
	return isDay(value) ? `el ${value}` : value;
}

/** "el 24 de febrero de 2018", "en febrero de 2018" */
function at(value: string): string {
	return isDay(value) ? `el ${value}` : `en ${value}`;
}

export const es: Messages = {
	language: 'es',
	date,
	disclaimer: 'Información, no asesoramiento jurídico.',
	commands: {
		ask: 'Preguntar por la política sobre criptomonedas con palabras propias',
		country: 'Todo sobre un país, o un solo tema en ese país',
		topic: 'Un tema en todo el mundo, o en un país',
		compare: 'De dos a cuatro países lado a lado, en un tema o en todos',
		list: 'Qué países: por tema, estado y región',
		timeline: 'Qué ocurrió y cuándo, en un país o sobre un tema',
		quote: 'Quién dijo qué, por persona, país o tema',
		help: 'Qué es este bot y cómo preguntarle',
		suggest: 'Avisar a los moderadores de un error o de algo que falta',
	},
	options: {
		question: 'Por ejemplo: ¿Es legal la minería de criptomonedas en Rusia?',
		country: 'Un país o territorio, como Rusia o Japón',
		another: 'Otro país o territorio',
		topic: 'Un tema, como minería o impuestos',
		person: 'Una persona u organización, como Herman Gref',
		status: 'Un estado, como prohibido o regulado',
		region: 'Una región o un grupo de países, como Asia, Europa o el G20',
		suggestion: 'Qué está mal o qué falta, y dónde se puede leer',
		entry: 'La entrada de la que se trata',
	},
	pair: (place, topic) => `${place} · ${topic}`,
	asOf: (title, period) => `${title}, situación ${isDay(period) ? 'a' : 'en'} ${period}`,
	timelineOf: (subject) => `Cronología: ${subject}`,
	sourcesOf: (subject) => `Fuentes: ${subject}`,
	statementsBy: (names) => `Declaraciones de ${names}`,
	about: (names) => `Sobre ${names}`,
	statementsOn: (subject) => `Quién dijo qué: ${subject}`,
	statements: 'Quién dijo qué',
	aroundTheWorld: (topic) => `${topic} en el mundo`,
	listed: (topic, statuses) => `${topic}: ${statuses}`,
	allStatuses: 'todos los estados',
	comparisonOf: (subject) => `Comparación: ${subject}`,
	leftOut: (most, places) => `Caben como máximo ${most} lugares uno junto a otro; quedan fuera: ${places}.`,
	newIn: (subject) => (subject ? `Novedades: ${subject}` : 'Novedades'),
	comingIn: (subject) => (subject ? `Lo que viene: ${subject}` : 'Lo que viene'),
	coming: 'Próximamente',
	past: 'Antes, ya sin vigencia',
	now: 'Ahora',
	inForceSince: (since) => `desde ${withArticle(since)}`,
	inForceUntil: (until) => `hasta ${withArticle(until)}`,
	fromTo: (from, to) => `${isDay(from) ? 'del' : 'de'} ${from} ${isDay(to) ? 'al' : 'a'} ${to}`,
	announced: (on) => `se anunció ${at(on)}`,
	inForceFrom: (from) => `entra en vigor ${at(from)}`,
	notInForce: 'todavía no está en vigor',
	replaced: (on) => `se sustituyó ${at(on)}`,
	sourceKind: (kind) => KINDS[kind],
	verified: (on) => `verificado ${at(on)}`,
	eventAnnounced: 'anuncio',
	eventInForce: 'entrada en vigor',
	eventEnded: 'fin de la vigencia',
	eventPending: 'previsto, aún sin fecha',
	saidBy: (name, office) => (office === undefined ? name : `${name}, ${office}`),
	saidTo: (name) => `a ${name}`,
	translatedBy: (name) => `traducción: ${name}`,
	paraphrase: 'en resumen, no textual',
	noEvidence: 'La fuente contiene estas palabras.',
	dispute: (claim) => `Las fuentes no coinciden: ${claim}`,
	stale: (topic, days) =>
		`Las entradas sobre el tema «${topic}» se consideran actuales durante ${days} ${days === 1 ? 'día' : 'días'}; esta es más antigua. La ley puede haber cambiado.`,
	newsOnly: 'sin consultar ningún texto oficial',
	partRule: (place, whole) =>
		`Aquí no hay una entrada propia: ${place}. Se muestra lo que se sabe del conjunto: ${whole}.`,
	blocRule: (place, bloc) => `Aquí no hay una entrada propia: ${place}. Se muestra la norma superior: ${bloc}.`,
	ruleOf: (title, bloc) => `${title} (norma: ${bloc})`,
	nothingNew: 'No conozco ninguna novedad de ese periodo.',
	nothingComing: 'No conozco ninguna fecha próxima.',
	noEntry: 'sin entrada aprobada',
	notYet: (period) => `Nadie puede saber todavía qué regirá ${at(period)}; así están las cosas hoy.`,
	more: (count) => `${count} ${count === 1 ? 'entrada' : 'entradas'} más sobre esto.`,
	pageOf: (page, pages) => `Página ${page} de ${pages}`,
	notCoveredTitle: 'Todavía sin datos',
	notCovered: (subject) => `Sin entrada aprobada: ${subject}. Prefiero no hacer conjeturas.`,
	notCoveredWords: 'No he encontrado ninguna entrada aprobada que lo diga, y prefiero no hacer conjeturas.',
	nearby: 'Lo que sí sé sobre asuntos cercanos:',
	whichPlaceTitle: '¿A qué lugar se refiere?',
	whichPlace: 'Ese nombre corresponde a varios lugares.',
	whichTopicTitle: (place) => `${place}: ¿qué tema?`,
	whichTopic: 'He entendido el lugar, pero no qué desea saber. Elija un tema:',
	placeMissingTitle: '¿Qué país?',
	placeMissing: (topic) =>
		`Las normas varían de un país a otro${topic ? ` (${topic})` : ''}. Indique un país, por ejemplo:`,
	nothingSpecificTitle: '¿Qué desea saber?',
	nothingSpecific: 'Indique un país y un tema, por ejemplo:',
	outOfScopeTitle: 'Fuera de mi ámbito',
	outOfScope:
		'Respondo preguntas sobre las políticas nacionales en materia de criptomonedas: qué permiten, prohíben, gravan, autorizan y planean los países, y quién dijo qué. Sin precios ni consejos.',
	noSuchPlace: 'No conozco ese lugar. Indique un país, por ejemplo:',
	notUnderstood:
		'No he entendido que sea una pregunta sobre las políticas nacionales en materia de criptomonedas. Por ejemplo:',
	emptyTitle: 'Sin pregunta',
	empty: 'Escriba una pregunta, por ejemplo:',
	tooLongTitle: 'Demasiado largo',
	tooLong: (limit) => `Pregunte en un máximo de ${limit} caracteres, por ejemplo:`,
	notResearched: (place) => `Todavía sin investigar: ${place}.`,
	nothingFound: (place, on) => `Se buscó${on ? ` ${at(on)}` : ''} y no se encontró nada: ${place}.`,
	expiredAction: 'Ese botón corresponde a una respuesta que ya no está disponible. Vuelva a preguntar.',
	nowhere: (topic, statuses) =>
		`No tengo ninguna entrada aprobada con este estado (${statuses}) sobre el tema «${topic}».`,
	listCount: (count) => `${count} ${count === 1 ? 'jurisdicción' : 'jurisdicciones'}`,
	askPair: (topic, place) => `${topic}, ${place}: normas sobre criptomonedas`,
	askList: (topic) => `Criptomonedas en el mundo entero: ${topic}`,
	askStatements: (name) => `¿Qué dijo ${name}?`,
	buttonTimeline: 'Cronología',
	buttonCountry: (place) => `Panorama: ${place}`,
	buttonSources: 'Fuentes',
	buttonBack: 'Volver a la respuesta',
	buttonMore: 'Más',
	buttonNew: 'Novedades',
	buttonComing: 'Lo que viene',
	buttonAllTopics: 'Todos los temas',
	buttonNext: 'Página siguiente',
	buttonPrevious: 'Página anterior',
	buttonHelpful: '👍 Útil',
	buttonUnhelpful: '👎 No es útil',
	buttonReport: 'Avisar de un error',
	buttonReason: 'Decir por qué',
	feedbackThanks: 'Gracias. Los moderadores ven cuántas veces ha ayudado una entrada.',
	reportTitle: 'Avisar de un error',
	reportField: '¿Qué está mal o qué falta?',
	reportHint: 'Si puede, con un enlace a una página que lo muestre',
	reasonTitle: '¿Qué no ha sido útil?',
	reasonField: 'En pocas palabras',
	reportSentTitle: 'Enviado a los moderadores',
	reportSent: (id) =>
		`Gracias. Su aviso tiene el número ${id} en la cola de los moderadores; se le comunicará el resultado.`,
	reportTakenUp: (id) => `Gracias: su aviso (número ${id}) se ha tenido en cuenta.`,
	reportDeclined: (id, note) =>
		note ? `Los moderadores han cerrado su aviso ${id}: ${note}` : `Los moderadores han cerrado su aviso ${id}.`,
	notAllowedTitle: 'Solo para moderadores',
	notAllowed: 'Eso solo pueden hacerlo los moderadores. Para comunicarles algo, use /suggest.',
	tooManyTitle: 'Demasiado a la vez',
	tooMany: (seconds) =>
		`Inténtelo de nuevo dentro de ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}. No se ha cambiado nada.`,
	formHint: 'Responda con un mensaje.',
	formHintReply: 'Responda a este mensaje («Responder»).',
	formCancel: 'Cancelar',
	formCancelled: 'Cancelado.',
	formBack: 'Atrás',
	formSkip: 'Omitir',
	formGone: 'Ese formulario ya no está abierto. Vuelva a empezar.',
	helpTitle: 'Crypto Policy Bot',
	help: (facts, statements, places) =>
		`Respondo preguntas sobre las políticas nacionales en materia de criptomonedas: qué permite, prohíbe, grava, autoriza y planea cada país, y quién dijo qué. ` +
		`Cada frase procede de una entrada aprobada por un moderador, con su fuente y el día de la última comprobación. ` +
		`Conozco ${facts} ${facts === 1 ? 'dato' : 'datos'} y ${statements} ${statements === 1 ? 'declaración' : 'declaraciones'} sobre ${places} ${places === 1 ? 'jurisdicción' : 'jurisdicciones'}. Cuando no tengo ninguna entrada, lo digo.`,
	helpIsNot:
		'Doy información, no asesoramiento jurídico. No indico precios, no doy consejos de inversión y no escribo nada propio.',
	helpCommands: 'Comandos',
	welcome: 'Pregúnteme con sus palabras, por ejemplo: «¿Es legal la minería de criptomonedas en Rusia?»',
	startDescription: 'Empezar aquí',
	profile:
		'Responde preguntas sobre las políticas nacionales en materia de criptomonedas: qué permite, prohíbe, grava, autoriza y planea cada país, y quién dijo qué. Cada respuesta lleva fecha y cita sus fuentes. Información, no asesoramiento jurídico.',
	shortProfile: 'Respuestas con fuentes sobre políticas de criptomonedas. Información, no asesoramiento jurídico.',
	terminalHint: (commands) =>
		`Comandos: ${commands}. Un número pulsa un botón; Ctrl+D sale. Información, no asesoramiento jurídico.`,
	failedTitle: 'No ha funcionado',
	checkOptionTitle: 'Compruebe esto',
	unknownEntry: (text) => `No conozco ninguna entrada llamada «${text}».`,
	unknownCommand: (commands) => `No conozco ese comando. Conozco: ${commands}.`,
	failed: 'Algo ha fallado aquí y no se ha cambiado nada. Inténtelo de nuevo dentro de un momento.',
	invalidOption: (option, problem) => `${option}: ${problem}`,
	missingOption: (option, wanted) => `Falta «${option}»: ${wanted}.`,
	chooseOne: (options) => `Indique al menos una de estas opciones: ${options.join(', ')}.`,
	unknownPlace: (text) => `No conozco ningún lugar llamado «${text}».`,
	unknownTopic: (text) => `No conozco ningún tema llamado «${text}».`,
	unknownPerson: (text) => `No conozco ninguna persona u organización llamada «${text}».`,
	unknownStatus: (text) => `No conozco ningún estado llamado «${text}».`,
	unknownRegion: (text) => `No conozco ninguna región llamada «${text}».`,
	didYouMean: 'Quizá quiso decir:',
};
