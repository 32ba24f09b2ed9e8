/** The frame's words in Hindi. */
import type { PartialDate } from '../knowledge/partial-date.ts';
import type { SourceKind } from '../knowledge/schema.ts';
import type { Messages } from './en.ts';

const MONTHS = ['जनवरी', 'फ़रवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'];

const KINDS: Record<SourceKind, string> = {
	law: 'कानून',
	regulator: 'नियामक',
	'central-bank': 'केंद्रीय बैंक',
	court: 'न्यायालय',
	parliament: 'संसद',
	government: 'सरकार',
	intergovernmental: 'अंतर-सरकारी संस्था',
	research: 'शोध संस्था या विधि फ़र्म',
	news: 'समाचार',
};

/** 2018-02-24 gives "24 फ़रवरी 2018", 2018-02 "फ़रवरी 2018". */
function date(value: PartialDate): string {
	const [year, month, day] = value.split('-');
	return [day === undefined ? '' : String(Number(day)), month === undefined ? '' : MONTHS[Number(month) - 1], year]
		.filter(Boolean)
		.join(' ');
}

export const hi: Messages = {
	language: 'hi',
	date,
	disclaimer: 'यह केवल जानकारी है, कानूनी सलाह नहीं।',
	commands: {
		ask: 'क्रिप्टो नीति के बारे में आम बोलचाल की भाषा में पूछें',
		country: 'किसी एक देश की पूरी जानकारी, या वहाँ का कोई एक विषय',
		topic: 'कोई एक विषय, दुनिया भर में या किसी एक देश में',
		compare: 'दो से चार देशों की तुलना, किसी एक विषय पर या सभी विषयों पर',
		list: 'कौन-से देश: विषय, स्थिति और क्षेत्र के अनुसार',
		timeline: 'किसी देश में या किसी विषय पर कब क्या हुआ',
		quote: 'किसने क्या कहा: व्यक्ति, देश या विषय के अनुसार',
		help: 'यह बॉट क्या है और इससे कैसे पूछें',
	},
	options: {
		question: 'उदाहरण: क्या रूस में क्रिप्टो माइनिंग वैध है?',
		country: 'कोई देश या क्षेत्र, जैसे रूस या यूरोपीय संघ',
		another: 'कोई दूसरा देश या क्षेत्र',
		topic: 'कोई विषय, जैसे माइनिंग या कर',
		person: 'कोई व्यक्ति या संस्था, जैसे Herman Gref',
		status: 'कोई स्थिति, जैसे प्रतिबंधित या विनियमित',
		region: 'कोई क्षेत्र या देशों का समूह, जैसे एशिया, यूरोपीय संघ या G20',
	},
	pair: (place: string, topic: string) => `${place} · ${topic}`,
	asOf: (title: string, period: string) => `${title} (${period} की स्थिति)`,
	timelineOf: (subject: string) => `घटनाक्रम: ${subject}`,
	sourcesOf: (subject: string) => `स्रोत: ${subject}`,
	statementsBy: (names: string) => `${names} के बयान`,
	about: (names: string) => `${names} के बारे में`,
	statementsOn: (subject: string) => `किसने क्या कहा: ${subject}`,
	statements: 'किसने क्या कहा',
	aroundTheWorld: (topic: string) => `दुनिया भर में: ${topic}`,
	listed: (topic: string, statuses: string) => `${topic}: ${statuses}`,
	allStatuses: 'सभी स्थितियाँ',
	comparisonOf: (subject: string) => `तुलना: ${subject}`,
	newIn: (subject: string) => (subject ? `नया क्या है: ${subject}` : 'नया क्या है'),
	comingIn: (subject: string) => (subject ? `आगे क्या होना है: ${subject}` : 'आगे क्या होना है'),
	coming: 'आने वाला',
	past: 'पहले का, अब लागू नहीं',
	now: 'वर्तमान में',
	inForceSince: (since: string) => `${since} से`,
	inForceUntil: (until: string) => `${until} तक`,
	fromTo: (from: string, to: string) => `${from} से ${to} तक`,
	announced: (on: string) => `घोषणा: ${on}`,
	inForceFrom: (from: string) => `${from} से लागू होगा`,
	notInForce: 'अभी लागू नहीं',
	replaced: (on: string) => `बदला गया: ${on}`,
	sourceKind: (kind: SourceKind) => KINDS[kind],
	verified: (on: string) => `सत्यापन: ${on}`,
	eventAnnounced: 'घोषणा',
	eventInForce: 'लागू',
	eventEnded: 'समाप्त',
	eventPending: 'प्रस्तावित, तारीख अभी तय नहीं',
	saidBy: (name: string, office: string | undefined) => (office === undefined ? name : `${name}, ${office}`),
	saidTo: (name: string) => `${name} से`,
	translatedBy: (name: string) => `अनुवाद: ${name}`,
	paraphrase: 'भावार्थ',
	noEvidence: 'ये शब्द स्रोत में मौजूद हैं।',
	dispute: (claim: string) => `स्रोतों में मतभेद है: ${claim}`,
	stale: (topic: string, days: number) =>
		`“${topic}” विषय की प्रविष्टियाँ ${days} दिन तक अद्यतन मानी जाती हैं; यह उससे पुरानी है। कानून बदल चुका हो सकता है।`,
	newsOnly: 'कोई आधिकारिक पाठ नहीं देखा गया',
	partRule: (place: string, whole: string) =>
		`${place} के लिए यहाँ अलग से कोई प्रविष्टि नहीं है; यह ${whole} के बारे में उपलब्ध जानकारी है।`,
	blocRule: (place: string, bloc: string) => `${place} के लिए यहाँ अलग से कोई प्रविष्टि नहीं है; यह ${bloc} का नियम है।`,
	ruleOf: (title: string, bloc: string) => `${title} (${bloc} का नियम)`,
	nothingNew: 'उस अवधि में वहाँ की कोई नई जानकारी उपलब्ध नहीं है।',
	nothingComing: 'वहाँ की कोई आगामी तारीख ज्ञात नहीं है।',
	noEntry: 'कोई स्वीकृत प्रविष्टि नहीं',
	notYet: (period: string) => `${period} की स्थिति अभी कोई नहीं जान सकता; आज की स्थिति यह है।`,
	more: (count: number) => `इस पर ${count} और ${count === 1 ? 'प्रविष्टि है' : 'प्रविष्टियाँ हैं'}।`,
	pageOf: (page: number, pages: number) => `पृष्ठ ${page} / ${pages}`,
	notCoveredTitle: 'अभी शामिल नहीं',
	notCovered: (subject: string) => `“${subject}” पर मेरे पास कोई स्वीकृत प्रविष्टि नहीं है, इसलिए कोई अनुमान नहीं दिया जा रहा है।`,
	notCoveredWords: 'ऐसा बताने वाली कोई स्वीकृत प्रविष्टि नहीं मिली, इसलिए कोई अनुमान नहीं दिया जा रहा है।',
	nearby: 'इससे मिलती-जुलती उपलब्ध जानकारी:',
	whichPlaceTitle: 'आपका मतलब किस जगह से है?',
	whichPlace: 'इस नाम की एक से अधिक जगहें हैं।',
	whichTopicTitle: (place: string) => `${place}: कौन-सा विषय?`,
	whichTopic: 'जगह समझ में आ गई, लेकिन यह नहीं कि आप उसके बारे में क्या जानना चाहते हैं। कोई विषय चुनें:',
	placeMissingTitle: 'कौन-सा देश?',
	placeMissing: (topic: string) =>
		`${topic ? `${topic}: नियम` : 'नियम'} हर देश में अलग-अलग हैं। कृपया किसी देश का नाम बताएँ, जैसे:`,
	nothingSpecificTitle: 'आप क्या जानना चाहते हैं?',
	nothingSpecific: 'कृपया किसी देश और विषय का नाम बताएँ, जैसे:',
	outOfScopeTitle: 'मेरे दायरे से बाहर',
	outOfScope:
		'यह बॉट देशों की क्रिप्टो नीति से जुड़े सवालों के जवाब देता है: देश किसकी अनुमति देते हैं, किस पर रोक लगाते हैं, किस पर कर लगाते हैं, किसके लिए लाइसेंस देते हैं और क्या योजना बना रहे हैं, और किसने क्या कहा। न भाव, न सलाह।',
	noSuchPlace: 'ऐसी किसी जगह की जानकारी नहीं है। कृपया किसी देश का नाम बताएँ, जैसे:',
	notUnderstood: 'यह देशों की क्रिप्टो नीति से जुड़ा सवाल नहीं लगा। आप इस तरह पूछ सकते हैं:',
	emptyTitle: 'कोई सवाल नहीं',
	empty: 'कृपया कोई सवाल लिखें, जैसे:',
	tooLongTitle: 'बहुत लंबा',
	tooLong: (limit: number) => `कृपया अधिकतम ${limit} अक्षरों में पूछें, जैसे:`,
	notResearched: (place: string) => `${place} पर अभी शोध नहीं हुआ है।`,
	nothingFound: (place: string, on: string) => `${place} पर की गई खोज${on ? ` (${on})` : ''} में कुछ नहीं मिला।`,
	expiredAction: 'यह बटन ऐसे जवाब का है जो अब उपलब्ध नहीं है। कृपया फिर से पूछें।',
	nowhere: (topic: string, statuses: string) =>
		`“${topic}” पर इस स्थिति (${statuses}) वाली कोई स्वीकृत प्रविष्टि मेरे पास नहीं है।`,
	listCount: (count: number) => `${count} ${count === 1 ? 'देश या क्षेत्र' : 'देश और क्षेत्र'}`,
	askPair: (topic: string, place: string) => `${place} में ${topic}`,
	askList: (topic: string) => `${topic}: किन देशों में नियम हैं?`,
	askStatements: (name: string) => `${name} ने क्या कहा?`,
	buttonTimeline: 'घटनाक्रम',
	buttonCountry: (place: string) => `${place}: सब कुछ`,
	buttonSources: 'स्रोत',
	buttonBack: 'जवाब पर वापस',
	buttonMore: 'और देखें',
	buttonNew: 'नया क्या है',
	buttonComing: 'आगे क्या होना है',
	buttonAllTopics: 'सभी विषय',
	buttonNext: 'अगला पृष्ठ',
	buttonPrevious: 'पिछला पृष्ठ',
	helpTitle: 'Crypto Policy Bot',
	help: (facts: number, statements: number, places: number) =>
		`यह बॉट देशों की क्रिप्टो नीति से जुड़े सवालों के जवाब देता है: हर देश किसकी अनुमति देता है, किस पर रोक लगाता है, किस पर कर लगाता है, किसके लिए लाइसेंस देता है और क्या योजना बना रहा है, और किसने क्या कहा। ` +
		`हर वाक्य किसी मॉडरेटर द्वारा स्वीकृत प्रविष्टि से आता है, उसके स्रोत और अंतिम जाँच की तारीख के साथ। ` +
		`मेरे पास ${places} ${places === 1 ? 'देश या क्षेत्र' : 'देशों और क्षेत्रों'} के बारे में ${facts} तथ्य और ${statements} बयान हैं। कोई प्रविष्टि न होने पर यह साफ़ बताया जाता है।`,
	helpIsNot:
		'यहाँ जानकारी दी जाती है, कानूनी सलाह नहीं। यह बॉट न भाव बताता है, न निवेश की सलाह देता है, और न अपनी ओर से कुछ लिखता है।',
	helpCommands: 'कमांड',
	welcome: 'आम बोलचाल की भाषा में पूछें, जैसे “क्या रूस में क्रिप्टो माइनिंग वैध है?”',
	startDescription: 'यहाँ से शुरू करें',
	profile:
		'देशों की क्रिप्टो नीति से जुड़े सवालों के जवाब: हर देश किसकी अनुमति देता है, किस पर रोक लगाता है, किस पर कर लगाता है, किसके लिए लाइसेंस देता है और क्या योजना बना रहा है, और किसने क्या कहा। हर जवाब में तारीख और स्रोत होते हैं। यह केवल जानकारी है, कानूनी सलाह नहीं।',
	shortProfile: 'देशों की क्रिप्टो नीति पर स्रोत सहित जवाब। यह केवल जानकारी है, कानूनी सलाह नहीं।',
	terminalHint: (commands: string) =>
		`कमांड: ${commands}। संख्या लिखने से बटन दबता है; बाहर निकलने के लिए Ctrl+D दबाएँ। यह केवल जानकारी है, कानूनी सलाह नहीं।`,
	failedTitle: 'यह नहीं हो सका',
	checkOptionTitle: 'कृपया इसे जाँचें',
	unknownEntry: (text: string) => `“${text}” नाम की कोई प्रविष्टि नहीं मिली।`,
	unknownCommand: (commands: string) => `ऐसा कोई कमांड नहीं है। उपलब्ध कमांड: ${commands}।`,
	failed: 'यहाँ कुछ गड़बड़ हुई, और कुछ भी बदला नहीं गया। कृपया थोड़ी देर में फिर कोशिश करें।',
	invalidOption: (option: string, problem: string) => `${option}: ${problem}`,
	chooseOne: (options: readonly string[]) => `कृपया इनमें से कम से कम एक दें: ${options.join(', ')}।`,
	unknownPlace: (text: string) => `“${text}” नाम की कोई जगह नहीं मिली।`,
	unknownTopic: (text: string) => `“${text}” नाम का कोई विषय नहीं मिला।`,
	unknownPerson: (text: string) => `“${text}” नाम का कोई व्यक्ति या संस्था नहीं मिली।`,
	unknownStatus: (text: string) => `“${text}” नाम की कोई स्थिति नहीं मिली।`,
	unknownRegion: (text: string) => `“${text}” नाम का कोई क्षेत्र नहीं मिला।`,
	didYouMean: 'क्या आपका मतलब यह था:',
};
