/** The frame's words in Arabic. */
import type { PartialDate } from '../knowledge/partial-date.ts';
import type { SourceKind } from '../knowledge/schema.ts';
import type { Messages } from './en.ts';

const MONTHS = [
	'يناير',
	'فبراير',
	'مارس',
	'أبريل',
	'مايو',
	'يونيو',
	'يوليو',
	'أغسطس',
	'سبتمبر',
	'أكتوبر',
	'نوفمبر',
	'ديسمبر',
];

const KINDS: Record<SourceKind, string> = {
	law: 'قانون',
	regulator: 'جهة رقابية',
	'central-bank': 'بنك مركزي',
	court: 'محكمة',
	parliament: 'برلمان',
	government: 'حكومة',
	intergovernmental: 'هيئة حكومية دولية',
	research: 'جهة بحثية أو مكتب محاماة',
	news: 'مصدر إخباري',
};

/** What is counted: "one" and "two" say their number themselves. */
interface Counted {
	one: string;
	two: string;
	few: string;
	many: string;
	other: string;
}

const PLURALS = new Intl.PluralRules('ar');

/** 2 gives "يومين", 5 "5 أيام", 90 "90 يومًا". */
function counted(count: number, { one, two, few, many, other }: Counted): string {
	switch (PLURALS.select(count)) {
		case 'one':
			return one;
		case 'two':
			return two;
		case 'few':
			return `${count} ${few}`;
		case 'many':
			return `${count} ${many}`;
		default:
			return `${count} ${other}`;
	}
}

/** 2018-02-24 gives "24 فبراير 2018", 2018-02 "فبراير 2018". */
function date(value: PartialDate): string {
	const [year, month, day] = value.split('-');
	return [day === undefined ? '' : String(Number(day)), month === undefined ? '' : MONTHS[Number(month) - 1], year]
		.filter(Boolean)
		.join(' ');
}

export const ar: Messages = {
	language: 'ar',
	date,
	disclaimer: 'معلومات وليست استشارة قانونية.',
	commands: {
		ask: 'اسأل عن سياسات العملات المشفرة بكلمات عادية',
		country: 'كل شيء عن دولة واحدة، أو موضوع واحد فيها',
		topic: 'موضوع واحد حول العالم، أو في دولة واحدة',
		compare: 'مقارنة بين دولتين إلى أربع دول، في موضوع واحد أو في جميع المواضيع',
		list: 'أي الدول: حسب الموضوع والوضع والمنطقة',
		timeline: 'ماذا حدث ومتى، في دولة أو في موضوع',
		quote: 'من قال ماذا، حسب الشخص أو الدولة أو الموضوع',
		help: 'ما هذا البوت وكيفية سؤاله',
		suggest: 'إبلاغ المشرفين بخطأ أو بشيء ناقص',
	},
	options: {
		question: 'مثال: هل تعدين العملات المشفرة قانوني في روسيا؟',
		country: 'دولة أو إقليم، مثل روسيا أو الاتحاد الأوروبي',
		another: 'دولة أخرى أو إقليم آخر',
		topic: 'موضوع، مثل التعدين أو الضرائب',
		person: 'شخص أو جهة، مثل Herman Gref',
		status: 'وضع، مثل محظور أو منظَّم',
		region: 'منطقة أو مجموعة دول، مثل آسيا أو الاتحاد الأوروبي أو مجموعة العشرين',
		suggestion: 'ما الخطأ أو الناقص، وأين يمكن الاطلاع عليه',
		entry: 'المدخل المقصود',
	},
	pair: (place: string, topic: string) => `${place} · ${topic}`,
	asOf: (title: string, period: string) => `${title} (الوضع في ${period})`,
	timelineOf: (subject: string) => `التسلسل الزمني: ${subject}`,
	sourcesOf: (subject: string) => `المصادر: ${subject}`,
	statementsBy: (names: string) => `تصريحات ${names}`,
	about: (names: string) => `عن ${names}`,
	statementsOn: (subject: string) => `من قال ماذا: ${subject}`,
	statements: 'من قال ماذا',
	aroundTheWorld: (topic: string) => `${topic} حول العالم`,
	listed: (topic: string, statuses: string) => `${topic}: ${statuses}`,
	allStatuses: 'جميع الأوضاع',
	comparisonOf: (subject: string) => `مقارنة: ${subject}`,
	leftOut: (most, places) => `يمكن عرض ${most} أماكن جنبًا إلى جنب على الأكثر؛ لم تُعرض: ${places}.`,
	newIn: (subject: string) => (subject ? `المستجدات: ${subject}` : 'المستجدات'),
	comingIn: (subject: string) => (subject ? `ما هو قادم: ${subject}` : 'ما هو قادم'),
	coming: 'قادم',
	past: 'سابق ولم يعد ساريًا',
	now: 'حاليًا',
	inForceSince: (since: string) => `منذ ${since}`,
	inForceUntil: (until: string) => `حتى ${until}`,
	fromTo: (from: string, to: string) => `من ${from} إلى ${to}`,
	announced: (on: string) => `أُعلن في ${on}`,
	inForceFrom: (from: string) => `يسري اعتبارًا من ${from}`,
	notInForce: 'لم يدخل حيز النفاذ بعد',
	replaced: (on: string) => `استُبدل في ${on}`,
	sourceKind: (kind: SourceKind) => KINDS[kind],
	verified: (on: string) => `جرى التحقق منه في ${on}`,
	eventAnnounced: 'إعلان',
	eventInForce: 'دخول حيز النفاذ',
	eventEnded: 'انتهاء السريان',
	eventPending: 'مخطط له، دون تاريخ بعد',
	saidBy: (name: string, office: string | undefined) => (office === undefined ? name : `${name}، ${office}`),
	saidTo: (name: string) => `موجَّه إلى ${name}`,
	translatedBy: (name: string) => `ترجمة: ${name}`,
	paraphrase: 'بالمعنى',
	noEvidence: 'هذا الكلام وارد في المصدر.',
	dispute: (claim: string) => `تختلف المصادر في ذلك: ${claim}`,
	stale: (topic: string, days: number) =>
		`تُعدّ المدخلات في موضوع «${topic}» حديثة لمدة ${counted(days, {
			one: 'يوم واحد',
			two: 'يومين',
			few: 'أيام',
			many: 'يومًا',
			other: 'يوم',
		})}، وهذا المدخل أقدم من ذلك. ربما تغيّر القانون.`,
	newsOnly: 'لم يُطَّلع على نص رسمي',
	partRule: (place: string, whole: string) => `لا يوجد هنا مدخل مستقل عن ${place}؛ هذا هو المعلوم عن ${whole}.`,
	blocRule: (place: string, bloc: string) => `لا يوجد هنا مدخل مستقل عن ${place}؛ هذه قاعدة ${bloc}.`,
	ruleOf: (title: string, bloc: string) => `${title} (قاعدة ${bloc})`,
	nothingNew: 'لا علم لي بأي جديد في هذا الشأن خلال تلك المدة.',
	nothingComing: 'لا علم لي بأي موعد مقبل في هذا الشأن.',
	noEntry: 'لا يوجد مدخل معتمد',
	notYet: (period: string) => `لا يمكن لأحد أن يعرف بعد كيف سيكون الوضع في ${period}؛ هذا هو الوضع اليوم.`,
	more: (count: number) =>
		`هناك ${counted(count, {
			one: 'مدخل آخر واحد',
			two: 'مدخلان آخران',
			few: 'مدخلات أخرى',
			many: 'مدخلًا آخر',
			other: 'مدخل آخر',
		})} بهذا الشأن.`,
	pageOf: (page: number, pages: number) => `صفحة ${page} من ${pages}`,
	notCoveredTitle: 'غير مشمول بعد',
	notCovered: (subject: string) => `ليس لديّ مدخل معتمد عن «${subject}»، ولذلك لن أخمّن.`,
	notCoveredWords: 'لم أجد مدخلًا معتمدًا ينص على ذلك، ولذلك لن أخمّن.',
	nearby: 'ما أعرفه في مواضيع قريبة:',
	whichPlaceTitle: 'أي مكان هو المقصود؟',
	whichPlace: 'ينطبق هذا الاسم على أكثر من مكان.',
	whichTopicTitle: (place: string) => `${place}: أي موضوع؟`,
	whichTopic: 'فهمت المكان، لكنني لم أفهم ما المطلوب معرفته عنه. يُرجى اختيار موضوع:',
	placeMissingTitle: 'أي دولة؟',
	placeMissing: (topic: string) =>
		`${topic ? `${topic}: تختلف` : 'تختلف'} القواعد من دولة إلى أخرى. يُرجى ذكر دولة، مثلًا:`,
	nothingSpecificTitle: 'ما المطلوب معرفته؟',
	nothingSpecific: 'يُرجى ذكر دولة وموضوع، مثلًا:',
	outOfScopeTitle: 'خارج نطاق ما أغطيه',
	outOfScope:
		'أجيب عن الأسئلة المتعلقة بسياسات الدول بشأن العملات المشفرة: ما تسمح به الدول وما تحظره وما تفرض عليه الضرائب وما ترخّصه وما تخطط له، ومن قال ماذا. لا أسعار ولا نصائح.',
	noSuchPlace: 'لا أعرف مكانًا بهذا الاسم. يُرجى ذكر دولة، مثلًا:',
	notUnderstood: 'لم أفهم هذا على أنه سؤال عن سياسات الدول بشأن العملات المشفرة. أمثلة على الأسئلة:',
	emptyTitle: 'لا يوجد سؤال',
	empty: 'يُرجى كتابة سؤال، مثلًا:',
	tooLongTitle: 'السؤال طويل جدًا',
	tooLong: (limit: number) => `يُرجى كتابة سؤال أقصر (الحد الأقصى لعدد الأحرف: ${limit})، مثلًا:`,
	notResearched: (place: string) => `لم يُجرَ بحث عن ${place} بعد.`,
	nothingFound: (place: string, on: string) => `لم يُعثر على شيء عن ${place} عند البحث${on ? ` في ${on}` : ''}.`,
	expiredAction: 'هذا الزر تابع لإجابة لم تعد متاحة. يُرجى طرح السؤال من جديد.',
	nowhere: (topic: string, statuses: string) => `ليس لديّ مدخل معتمد بهذا الوضع (${statuses}) عن «${topic}».`,
	listCount: (count: number) =>
		counted(count, {
			one: 'ولاية قضائية واحدة',
			two: 'ولايتان قضائيتان',
			few: 'ولايات قضائية',
			many: 'ولاية قضائية',
			other: 'ولاية قضائية',
		}),
	askPair: (topic: string, place: string) => `${place}: ${topic}`,
	askList: (topic: string) => `${topic}: ما سياسات الدول حول العالم؟`,
	askStatements: (name: string) => `ما تصريحات ${name}؟`,
	buttonTimeline: 'التسلسل الزمني',
	buttonCountry: (place: string) => `كل شيء عن ${place}`,
	buttonSources: 'المصادر',
	buttonBack: 'العودة إلى الإجابة',
	buttonMore: 'المزيد',
	buttonNew: 'المستجدات',
	buttonComing: 'ما هو قادم',
	buttonAllTopics: 'جميع المواضيع',
	buttonNext: 'الصفحة التالية',
	buttonPrevious: 'الصفحة السابقة',
	buttonHelpful: '👍 مفيد',
	buttonUnhelpful: '👎 غير مفيد',
	buttonReport: 'الإبلاغ عن خطأ',
	buttonReason: 'ذكر السبب',
	feedbackThanks: 'شكرًا. يرى المشرفون كم مرة كان المدخل مفيدًا.',
	reportTitle: 'الإبلاغ عن خطأ',
	reportField: 'ما الخطأ أو الناقص؟',
	reportHint: 'إن أمكن، مع رابط صفحة تُبيّن ذلك',
	reasonTitle: 'ما الذي لم يكن مفيدًا؟',
	reasonField: 'بكلمات قليلة',
	reportSentTitle: 'أُرسل إلى المشرفين',
	reportSent: (id: number) => `شكرًا. رقم بلاغك في قائمة انتظار المشرفين هو ${id}، وسيصلك إشعار بما يؤول إليه.`,
	reportTakenUp: (id: number) => `شكرًا: أُخذ بلاغك (رقم ${id}) في الاعتبار.`,
	reportDeclined: (id: number, note: string) =>
		note ? `أغلق المشرفون بلاغك رقم ${id}: ${note}` : `أغلق المشرفون بلاغك رقم ${id}.`,
	notAllowedTitle: 'للمشرفين فقط',
	notAllowed: 'هذا متاح للمشرفين فقط. لإبلاغهم بشيء يُرجى استخدام /suggest.',
	tooManyTitle: 'طلبات كثيرة دفعة واحدة',
	tooMany: (seconds: number) =>
		`يُرجى المحاولة مرة أخرى بعد ${counted(seconds, {
			one: 'ثانية واحدة',
			two: 'ثانيتين',
			few: 'ثوانٍ',
			many: 'ثانية',
			other: 'ثانية',
		})}. لم يتغير شيء.`,
	formHint: 'يُرجى الرد برسالة.',
	formHintReply: 'يُرجى الإجابة بالرد على هذه الرسالة نفسها.',
	formCancel: 'إلغاء',
	formCancelled: 'أُلغي ذلك.',
	formBack: 'رجوع',
	formSkip: 'تخطٍّ',
	formGone: 'لم يعد هذا النموذج مفتوحًا. يُرجى البدء من جديد.',
	helpTitle: 'Crypto Policy Bot',
	help: (facts: number, statements: number, places: number) => {
		const known = [
			counted(facts, {
				one: 'معلومة واحدة',
				two: 'معلومتين',
				few: 'معلومات',
				many: 'معلومة',
				other: 'معلومة',
			}),
			counted(statements, {
				one: 'تصريحًا واحدًا',
				two: 'تصريحين',
				few: 'تصريحات',
				many: 'تصريحًا',
				other: 'تصريح',
			}),
		].join(' و');
		const covered = counted(places, {
			one: 'ولاية قضائية واحدة',
			two: 'ولايتين قضائيتين',
			few: 'ولايات قضائية',
			many: 'ولاية قضائية',
			other: 'ولاية قضائية',
		});
		return (
			`أجيب عن الأسئلة المتعلقة بسياسات الدول بشأن العملات المشفرة: ما تسمح به كل دولة وما تحظره وما تفرض عليه الضرائب وما ترخّصه وما تخطط له، ومن قال ماذا. ` +
			`كل جملة مأخوذة من مدخل اعتمده أحد المشرفين، مع مصدره وتاريخ آخر تحقق منه. ` +
			`أعرف ${known} عن ${covered}. وحين لا يكون لديّ مدخل أقول ذلك.`
		);
	},
	helpIsNot: 'أقدّم معلومات لا استشارات قانونية. لا أذكر أسعارًا، ولا أقدّم نصائح استثمارية، ولا أكتب شيئًا من عندي.',
	helpCommands: 'الأوامر',
	welcome: 'اسألني بكلمات عادية، مثلًا: «هل تعدين العملات المشفرة قانوني في روسيا؟»',
	startDescription: 'ابدأ من هنا',
	profile:
		'يجيب عن الأسئلة المتعلقة بسياسات الدول بشأن العملات المشفرة: ما تسمح به كل دولة وما تحظره وما تفرض عليه الضرائب وما ترخّصه وما تخطط له، ومن قال ماذا. كل إجابة مؤرخة وموثقة بمصادرها. معلومات وليست استشارة قانونية.',
	shortProfile: 'إجابات موثقة عن سياسات الدول بشأن العملات المشفرة. معلومات وليست استشارة قانونية.',
	terminalHint: (commands: string) =>
		`الأوامر: ${commands}. كتابة رقم تضغط الزر المقابل؛ Ctrl+D للخروج. معلومات وليست استشارة قانونية.`,
	failedTitle: 'تعذّر تنفيذ ذلك',
	checkOptionTitle: 'يُرجى التحقق من هذا',
	unknownEntry: (text: string) => `لا أعرف مدخلًا باسم «${text}».`,
	unknownCommand: (commands: string) => `لا أعرف أمرًا كهذا. الأوامر التي أعرفها: ${commands}.`,
	failed: 'حدث خطأ هنا، ولم يتغير شيء. يُرجى المحاولة مرة أخرى بعد قليل.',
	invalidOption: (option: string, problem: string) => `${option}: ${problem}`,
	missingOption: (option, wanted) => `الخيار «${option}» ناقص: ${wanted}.`,
	chooseOne: (options: readonly string[]) => `يُرجى تقديم واحد على الأقل مما يلي: ${options.join('، ')}.`,
	unknownPlace: (text: string) => `لا أعرف مكانًا باسم «${text}».`,
	unknownTopic: (text: string) => `لا أعرف موضوعًا باسم «${text}».`,
	unknownPerson: (text: string) => `لا أعرف شخصًا أو جهة باسم «${text}».`,
	unknownStatus: (text: string) => `لا أعرف وضعًا باسم «${text}».`,
	unknownRegion: (text: string) => `لا أعرف منطقة باسم «${text}».`,
	didYouMean: 'هل المقصود:',
};
