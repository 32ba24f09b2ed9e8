/** The frame's words in Russian. */
import type { PartialDate } from '../knowledge/partial-date.ts';
import type { SourceKind } from '../knowledge/schema.ts';
import type { Messages } from './en.ts';

/** The months as "февраль", "с февраля" and "в феврале". */
const MONTHS = [
	['январь', 'января', 'январе'],
	['февраль', 'февраля', 'феврале'],
	['март', 'марта', 'марте'],
	['апрель', 'апреля', 'апреле'],
	['май', 'мая', 'мае'],
	['июнь', 'июня', 'июне'],
	['июль', 'июля', 'июле'],
	['август', 'августа', 'августе'],
	['сентябрь', 'сентября', 'сентябре'],
	['октябрь', 'октября', 'октябре'],
	['ноябрь', 'ноября', 'ноябре'],
	['декабрь', 'декабря', 'декабре'],
] as const;

const KINDS: Record<SourceKind, string> = {
	law: 'закон',
	regulator: 'регулятор',
	'central-bank': 'центральный банк',
	court: 'суд',
	parliament: 'парламент',
	government: 'правительство',
	intergovernmental: 'межгосударственная организация',
	research: 'исследование или юридическая фирма',
	news: 'СМИ',
};

/** 2018-02-24 gives "24 февраля 2018 г.", 2018-02 "февраль 2018 г.". */
function date(value: PartialDate): string {
	const [year, month, day] = value.split('-');
	const names = MONTHS[Number(month) - 1];
	return [day === undefined ? '' : String(Number(day)), names?.[day === undefined ? 0 : 1], `${year}\u00a0г.`]
		.filter(Boolean)
		.join(' ');
}

/** A date that begins with its month, with the month in another form: 1 "февраля", 2 "феврале". */
function inForm(value: string, form: 1 | 2): string {
	const names = MONTHS.find(([name]) => value.startsWith(`${name} `));
	return names ? names[form] + value.slice(names[0].length) : value;
}

/** "24 февраля 2018 г.", "в феврале 2018 г.", "в 2018 г." */
function at(value: string): string {
	return /^\d+ \p{L}/u.test(value) ? value : `в ${inForm(value, 2)}`;
}

/** "с 24 февраля 2018 г.", "с февраля 2018 г.", "с 2018 г." */
function since(value: string): string {
	return `с ${inForm(value, 1)}`;
}

/** "налоги" for "Налоги", but "NFT". */
function inside(topic: string): string {
	return /^\p{Lu}\p{Ll}/u.test(topic) ? topic.charAt(0).toLowerCase() + topic.slice(1) : topic;
}

const RULES = new Intl.PluralRules('ru');

/** "1 запись", "2 записи", "5 записей" */
function count(number: number, one: string, few: string, many: string): string {
	const rule = RULES.select(number);
	return `${number} ${rule === 'one' ? one : rule === 'few' ? few : many}`;
}

export const ru: Messages = {
	language: 'ru',
	date,
	disclaimer: 'Информация, а не юридическая консультация.',
	commands: {
		ask: 'Спросить о политике в сфере криптовалют своими словами',
		country: 'Всё об одной стране или одна тема в ней',
		topic: 'Одна тема во всём мире или в одной стране',
		compare: 'От двух до четырёх стран рядом, по одной теме или по всем',
		list: 'Какие страны: по теме, статусу и региону',
		timeline: 'Что и когда произошло, в стране или по теме',
		quote: 'Кто что сказал: по человеку, стране или теме',
		help: 'Что это за бот и как его спрашивать',
		suggest: 'Сообщить модераторам об ошибке или о том, чего не хватает',
	},
	options: {
		question: 'Например: Законен ли майнинг криптовалют в России?',
		country: 'Страна или территория, например Россия или ЕС',
		another: 'Ещё одна страна или территория',
		topic: 'Тема, например майнинг или налоги',
		person: 'Человек или организация, например Герман Греф',
		status: 'Статус, например запрещено или регулируется',
		region: 'Регион или группа стран, например Азия, БРИКС или G20',
		suggestion: 'Что неверно или чего не хватает и где об этом можно прочитать',
		entry: 'Запись, о которой идёт речь',
	},
	pair: (place, topic) => `${place} · ${topic}`,
	asOf: (title, period) => `${title}, по состоянию на ${period}`,
	timelineOf: (subject) => `Хронология: ${subject}`,
	sourcesOf: (subject) => `Источники: ${subject}`,
	statementsBy: (names) => `Высказывания: ${names}`,
	about: (names) => `Сведения: ${names}`,
	statementsOn: (subject) => `Кто что сказал: ${subject}`,
	statements: 'Кто что сказал',
	aroundTheWorld: (topic) => `${topic} в мире`,
	listed: (topic, statuses) => `${topic}: ${statuses}`,
	allStatuses: 'все статусы',
	comparisonOf: (subject) => `Сравнение: ${subject}`,
	leftOut: (most, places) => `Рядом помещается не более ${most} мест; не вошли: ${places}.`,
	newIn: (subject) => (subject ? `Что нового: ${subject}` : 'Что нового'),
	comingIn: (subject) => (subject ? `Что ожидается: ${subject}` : 'Что ожидается'),
	coming: 'Ожидается',
	past: 'Раньше, больше не действует',
	now: 'Сейчас',
	inForceSince: since,
	inForceUntil: (until) => `по ${until}`,
	fromTo: (from, to) => `${since(from)} по ${to}`,
	announced: (on) => `объявлено ${at(on)}`,
	inForceFrom: (from) => `вступает в силу ${at(from)}`,
	notInForce: 'ещё не вступило в силу',
	replaced: (on) => `заменено ${at(on)}`,
	sourceKind: (kind) => KINDS[kind],
	verified: (on) => `проверено ${at(on)}`,
	eventAnnounced: 'объявлено',
	eventInForce: 'вступление в силу',
	eventEnded: 'прекращение действия',
	eventPending: 'запланировано, даты пока нет',
	saidBy: (name, office) => (office === undefined ? name : `${name}, ${office}`),
	saidTo: (name) => `кому: ${name}`,
	translatedBy: (name) => `перевод: ${name}`,
	paraphrase: 'в пересказе',
	noEvidence: 'Источник содержит эти слова.',
	dispute: (claim) => `Источники расходятся: ${claim}`,
	stale: (topic, days) =>
		`Записи по теме «${topic}» считаются свежими ${count(days, 'день', 'дня', 'дней')}; эта старше. Закон мог измениться.`,
	newsOnly: 'официальный текст не изучен',
	partRule: (place, whole) => `Отдельной записи здесь нет: ${place}. Показано то, что известно о целом: ${whole}.`,
	blocRule: (place, bloc) => `Отдельной записи здесь нет: ${place}. Показана общая норма: ${bloc}.`,
	ruleOf: (title, bloc) => `${title} (норма: ${bloc})`,
	nothingNew: 'Ничего нового за это время мне не известно.',
	nothingComing: 'Будущих дат мне не известно.',
	noEntry: 'нет одобренной записи',
	notYet: (period) => `Что будет ${at(period)}, пока никто не может знать; вот как обстоят дела сегодня.`,
	more: (number) => `Ещё ${count(number, 'запись', 'записи', 'записей')} об этом.`,
	pageOf: (page, pages) => `Страница ${page} из ${pages}`,
	notCoveredTitle: 'Пока нет данных',
	notCovered: (subject) => `Нет одобренной записи: ${subject}. Гадать не буду.`,
	notCoveredWords: 'Одобренной записи, которая говорит об этом, не нашлось, а гадать не буду.',
	nearby: 'Что известно по близким вопросам:',
	whichPlaceTitle: 'Какое место вы имеете в виду?',
	whichPlace: 'Это название подходит к нескольким местам.',
	whichTopicTitle: (place) => `${place}: какая тема?`,
	whichTopic: 'Место понятно, но не ясно, что именно вас интересует. Выберите тему:',
	placeMissingTitle: 'Какая страна?',
	placeMissing: (topic) =>
		`Правила в разных странах различаются${topic ? ` (${inside(topic)})` : ''}. Назовите страну, например:`,
	nothingSpecificTitle: 'Что вы хотите узнать?',
	nothingSpecific: 'Назовите страну и тему, например:',
	outOfScopeTitle: 'Это не моя область',
	outOfScope:
		'Я отвечаю на вопросы о политике государств в сфере криптовалют: что страны разрешают, запрещают, облагают налогом, лицензируют и планируют и кто что сказал. Без курсов и советов.',
	noSuchPlace: 'Такого места я не знаю. Назовите страну, например:',
	notUnderstood: 'Это не похоже на вопрос о политике государств в сфере криптовалют. Например:',
	emptyTitle: 'Вопрос не задан',
	empty: 'Введите вопрос, например:',
	tooLongTitle: 'Слишком длинно',
	tooLong: (limit) => `Пожалуйста, уложите вопрос в ${count(limit, 'символ', 'символа', 'символов')}, например:`,
	notResearched: (place) => `Пока не исследовано: ${place}.`,
	nothingFound: (place, on) => `Поиск проведён${on ? ` ${at(on)}` : ''}, ничего не найдено: ${place}.`,
	expiredAction: 'Эта кнопка относится к ответу, который больше не доступен. Пожалуйста, спросите ещё раз.',
	nowhere: (topic, statuses) => `У меня нет одобренной записи с таким статусом (${statuses}) по теме «${topic}».`,
	listCount: (number) => count(number, 'юрисдикция', 'юрисдикции', 'юрисдикций'),
	askPair: (topic, place) => `${place}, ${inside(topic)}: правила о криптовалютах`,
	askList: (topic) => `${topic}: в каких странах есть правила о криптовалютах?`,
	askStatements: (name) => `Что говорит ${name}?`,
	buttonTimeline: 'Хронология',
	buttonCountry: (place) => `Обзор: ${place}`,
	buttonSources: 'Источники',
	buttonBack: 'Назад к ответу',
	buttonMore: 'Ещё',
	buttonNew: 'Что нового',
	buttonComing: 'Что ожидается',
	buttonAllTopics: 'Все темы',
	buttonNext: 'Следующая страница',
	buttonPrevious: 'Предыдущая страница',
	buttonHelpful: '👍 Помогло',
	buttonUnhelpful: '👎 Не помогло',
	buttonReport: 'Сообщить об ошибке',
	buttonReason: 'Указать причину',
	feedbackThanks: 'Спасибо. Модераторы видят, как часто запись помогала.',
	reportTitle: 'Сообщить об ошибке',
	reportField: 'Что неверно или чего не хватает?',
	reportHint: 'Если можете, со ссылкой на страницу, где это видно',
	reasonTitle: 'Что именно не помогло?',
	reasonField: 'В нескольких словах',
	reportSentTitle: 'Отправлено модераторам',
	reportSent: (id) => `Спасибо. В очереди модераторов у вашего обращения номер ${id}; о решении вам сообщат.`,
	reportTakenUp: (id) => `Спасибо: ваше обращение (номер ${id}) учтено.`,
	reportDeclined: (id, note) =>
		note ? `Модераторы закрыли ваше обращение ${id}: ${note}` : `Модераторы закрыли ваше обращение ${id}.`,
	notAllowedTitle: 'Только для модераторов',
	notAllowed: 'Это могут делать только модераторы. Чтобы сообщить им что-либо, используйте /suggest.',
	tooManyTitle: 'Слишком много сразу',
	tooMany: (seconds) =>
		`Пожалуйста, попробуйте ещё раз через ${count(seconds, 'секунду', 'секунды', 'секунд')}. Ничего не изменено.`,
	formHint: 'Ответьте сообщением.',
	formHintReply: 'Ответьте именно на это сообщение («Ответить»).',
	formCancel: 'Отмена',
	formCancelled: 'Отменено.',
	formBack: 'Назад',
	formSkip: 'Пропустить',
	formGone: 'Эта форма больше не открыта. Пожалуйста, начните заново.',
	helpTitle: 'Crypto Policy Bot',
	help: (facts, statements, places) =>
		`Я отвечаю на вопросы о политике государств в сфере криптовалют: что каждая страна разрешает, запрещает, облагает налогом, лицензирует и планирует и кто что сказал. ` +
		`Каждое предложение взято из записи, одобренной модератором, с источником и днём последней проверки. ` +
		`В базе ${count(facts, 'факт', 'факта', 'фактов')}, ${count(statements, 'высказывание', 'высказывания', 'высказываний')}, ${count(places, 'юрисдикция', 'юрисдикции', 'юрисдикций')}. Если записи нет, я так и говорю.`,
	helpIsNot:
		'Я даю информацию, а не юридические консультации. Я не называю курсов, не даю инвестиционных советов и ничего не сочиняю.',
	helpCommands: 'Команды',
	welcome: 'Спросите своими словами, например: «Законен ли майнинг криптовалют в России?»',
	startDescription: 'Начать отсюда',
	profile:
		'Отвечает на вопросы о политике государств в сфере криптовалют: что каждая страна разрешает, запрещает, облагает налогом, лицензирует и планирует и кто что сказал. Каждый ответ датирован и ссылается на источники. Информация, а не юридическая консультация.',
	shortProfile: 'Ответы с источниками о политике стран в сфере криптовалют. Информация, а не юридическая консультация.',
	terminalHint: (commands) =>
		`Команды: ${commands}. Число нажимает кнопку; Ctrl+D — выход. Информация, а не юридическая консультация.`,
	failedTitle: 'Не получилось',
	checkOptionTitle: 'Пожалуйста, проверьте',
	unknownEntry: (text) => `Записи «${text}» я не знаю.`,
	unknownCommand: (commands) => `Такой команды я не знаю. Знаю: ${commands}.`,
	failed: 'Здесь что-то пошло не так, ничего не изменено. Пожалуйста, попробуйте ещё раз чуть позже.',
	invalidOption: (option, problem) => `${option}: ${problem}`,
	missingOption: (option, wanted) => `Не хватает параметра «${option}»: ${wanted}.`,
	chooseOne: (options) => `Пожалуйста, укажите хотя бы один из этих параметров: ${options.join(', ')}.`,
	unknownPlace: (text) => `Места «${text}» я не знаю.`,
	unknownTopic: (text) => `Темы «${text}» я не знаю.`,
	unknownPerson: (text) => `Человека или организации «${text}» я не знаю.`,
	unknownStatus: (text) => `Статуса «${text}» я не знаю.`,
	unknownRegion: (text) => `Региона «${text}» я не знаю.`,
	didYouMean: 'Возможно, вы имели в виду:',
};
