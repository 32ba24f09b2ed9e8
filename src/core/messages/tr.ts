/** The frame's words in Turkish. */
import type { PartialDate } from '../knowledge/partial-date.ts';
import type { SourceKind } from '../knowledge/schema.ts';
import type { Messages } from './en.ts';

const MONTHS = [
	'Ocak',
	'Şubat',
	'Mart',
	'Nisan',
	'Mayıs',
	'Haziran',
	'Temmuz',
	'Ağustos',
	'Eylül',
	'Ekim',
	'Kasım',
	'Aralık',
];

const KINDS: Record<SourceKind, string> = {
	law: 'kanun',
	regulator: 'düzenleyici kurum',
	'central-bank': 'merkez bankası',
	court: 'mahkeme',
	parliament: 'parlamento',
	government: 'hükûmet',
	intergovernmental: 'hükûmetler arası kuruluş',
	research: 'araştırma kuruluşu veya hukuk bürosu',
	news: 'haber',
};

/** The endings of "in" and "to" after a number, by its last digit, and by its tens where that is 0. */
const DIGITS = [
	['de', 'e'],
	['de', 'e'],
	['de', 'ye'],
	['te', 'e'],
	['te', 'e'],
	['te', 'e'],
	['da', 'ya'],
	['de', 'ye'],
	['de', 'e'],
	['da', 'a'],
] as const;
const TENS = [
	['de', 'e'],
	['da', 'a'],
	['de', 'ye'],
	['da', 'a'],
	['ta', 'a'],
	['de', 'ye'],
	['ta', 'a'],
	['te', 'e'],
	['de', 'e'],
	['da', 'a'],
] as const;

function endingsOf(date: string): readonly [at: string, to: string] {
	const tens = Number(date.at(-2));
	const ones = Number(date.at(-1));
	return (ones === 0 ? TENS[tens] : DIGITS[ones]) ?? ['de', 'e'];
}

/** "24 Şubat 2018" gives "24 Şubat 2018'de"; every date ends with its year. */
function at(date: string): string {
	return `${date}'${endingsOf(date)[0]}`;
}

/** "24 Şubat 2018" gives "24 Şubat 2018'den". */
function from(date: string): string {
	return `${at(date)}n`;
}

/** "24 Şubat 2018" gives "24 Şubat 2018'e". */
function to(date: string): string {
	return `${date}'${endingsOf(date)[1]}`;
}

/** 2018-02-24 gives "24 Şubat 2018", 2018-02 "Şubat 2018". */
function date(value: PartialDate): string {
	const [year, month, day] = value.split('-');
	return [day === undefined ? '' : String(Number(day)), month === undefined ? '' : MONTHS[Number(month) - 1], year]
		.filter(Boolean)
		.join(' ');
}

export const tr: Messages = {
	language: 'tr',
	date,
	disclaimer: 'Bilgi amaçlıdır, hukuki tavsiye değildir.',
	commands: {
		ask: 'Kripto politikası hakkında gündelik dille soru sorun',
		country: 'Bir ülkeyle ilgili her şey ya da o ülkede tek bir konu',
		topic: 'Tek bir konu: dünya genelinde ya da bir ülkede',
		compare: 'İki ila dört ülke yan yana, tek bir konuda ya da bütün konularda',
		list: 'Hangi ülkeler: konuya, duruma ve bölgeye göre',
		timeline: 'Bir ülkede ya da bir konuda ne zaman ne oldu',
		quote: 'Kim ne dedi: kişiye, ülkeye ya da konuya göre',
		help: 'Bu bot nedir ve nasıl soru sorulur',
		suggest: 'Bir hatayı ya da eksiği moderatörlere bildirin',
	},
	options: {
		question: "Örneğin: Rusya'da kripto madenciliği yasal mı?",
		country: 'Rusya veya AB gibi bir ülke ya da bölge',
		another: 'Başka bir ülke ya da bölge',
		topic: 'Madencilik veya vergi gibi bir konu',
		person: 'Herman Gref gibi bir kişi ya da kurum',
		status: 'Yasak veya düzenlenmiş gibi bir durum',
		region: 'Asya, AB veya G20 gibi bir bölge ya da ülke grubu',
		suggestion: 'Neyin yanlış ya da eksik olduğu ve bunun nerede okunabileceği',
		entry: 'İlgili kayıt',
	},
	pair: (place: string, topic: string) => `${place} · ${topic}`,
	asOf: (title: string, period: string) => `${title} (${period} itibarıyla)`,
	timelineOf: (subject: string) => `Zaman çizelgesi: ${subject}`,
	sourcesOf: (subject: string) => `Kaynaklar: ${subject}`,
	statementsBy: (names: string) => `Açıklamalar: ${names}`,
	about: (names: string) => `${names} hakkında`,
	statementsOn: (subject: string) => `Kim ne dedi: ${subject}`,
	statements: 'Kim ne dedi',
	aroundTheWorld: (topic: string) => `Dünya genelinde: ${topic}`,
	listed: (topic: string, statuses: string) => `${topic}: ${statuses}`,
	allStatuses: 'bütün durumlar',
	comparisonOf: (subject: string) => `Karşılaştırma: ${subject}`,
	leftOut: (most, places) => `Yan yana en çok ${most} yer sığar; dışarıda kalan: ${places}.`,
	newIn: (subject: string) => (subject ? `Son gelişmeler: ${subject}` : 'Son gelişmeler'),
	comingIn: (subject: string) => (subject ? `Beklenen gelişmeler: ${subject}` : 'Beklenen gelişmeler'),
	coming: 'Beklenen',
	past: 'Eski, artık yürürlükte değil',
	now: 'Şu anda',
	inForceSince: (since: string) => `${from(since)} beri`,
	inForceUntil: (until: string) => `${to(until)} kadar`,
	fromTo: (start: string, end: string) => `${from(start)} ${to(end)} kadar`,
	announced: (on: string) => `${at(on)} duyuruldu`,
	inForceFrom: (start: string) => `${from(start)} itibaren geçerli`,
	notInForce: 'henüz yürürlükte değil',
	replaced: (on: string) => `${at(on)} yerini yenisi aldı`,
	sourceKind: (kind: SourceKind) => KINDS[kind],
	verified: (on: string) => `${at(on)} doğrulandı`,
	eventAnnounced: 'duyuru',
	eventInForce: 'yürürlüğe giriş',
	eventEnded: 'sona erme',
	eventPending: 'planlanıyor, tarihi henüz belli değil',
	saidBy: (name: string, office: string | undefined) => (office === undefined ? name : `${name}, ${office}`),
	saidTo: (name: string) => `muhatabı: ${name}`,
	translatedBy: (name: string) => `çeviri: ${name}`,
	paraphrase: 'özetle',
	noEvidence: 'Bu sözler kaynakta yer alıyor.',
	dispute: (claim: string) => `Kaynaklar farklı bilgi veriyor: ${claim}`,
	stale: (topic: string, days: number) =>
		`“${topic}” konusundaki kayıtlar ${days} gün boyunca güncel sayılır; bu kayıt daha eski. Mevzuat değişmiş olabilir.`,
	newsOnly: 'resmî metin incelenmedi',
	partRule: (place: string, whole: string) =>
		`${place} için burada ayrı bir kayıt yok; bunlar ${whole} hakkında bilinenlerdir.`,
	blocRule: (place: string, bloc: string) => `${place} için burada ayrı bir kayıt yok; bu, ${bloc} kuralıdır.`,
	ruleOf: (title: string, bloc: string) => `${title} (${bloc} kuralı)`,
	nothingNew: 'Bu dönemde bildiğim yeni bir gelişme yok.',
	nothingComing: 'Bildiğim ileri bir tarih yok.',
	noEntry: 'onaylanmış kayıt yok',
	notYet: (period: string) => `${at(period)} durumun ne olacağını henüz kimse bilemez; bugünkü durum şöyle.`,
	more: (count: number) => `Bu konuda ${count} kayıt daha var.`,
	pageOf: (page: number, pages: number) => `Sayfa ${page}/${pages}`,
	notCoveredTitle: 'Henüz kapsamda değil',
	notCovered: (subject: string) => `Şu konuda onaylanmış kaydım yok, bu yüzden tahminde bulunmuyorum: ${subject}.`,
	notCoveredWords: 'Bunu söyleyen onaylanmış bir kayıt bulamadım, bu yüzden tahminde bulunmuyorum.',
	nearby: 'Yakın konularda bildiklerim:',
	whichPlaceTitle: 'Hangi yeri kastediyorsunuz?',
	whichPlace: 'Bu ad birden fazla yere uyuyor.',
	whichTopicTitle: (place: string) => `${place}: hangi konu?`,
	whichTopic: 'Yeri anladım, ancak ne sorduğunuzu anlayamadım. Bir konu seçin:',
	placeMissingTitle: 'Hangi ülke?',
	placeMissing: (topic: string) =>
		`${topic ? `${topic}: kurallar` : 'Kurallar'} ülkeden ülkeye değişiyor. Bir ülke belirtin, örneğin:`,
	nothingSpecificTitle: 'Ne öğrenmek istersiniz?',
	nothingSpecific: 'Bir ülke ve bir konu belirtin, örneğin:',
	outOfScopeTitle: 'Kapsamımın dışında',
	outOfScope:
		'Ülkelerin kripto politikalarıyla ilgili soruları yanıtlıyorum: ülkeler neye izin veriyor, neyi yasaklıyor, vergilendiriyor, lisansa bağlıyor ve planlıyor; kim ne dedi. Fiyat bilgisi ve tavsiye vermiyorum.',
	noSuchPlace: 'Böyle bir yer bilmiyorum. Bir ülke belirtin, örneğin:',
	notUnderstood:
		'Bunu, ülkelerin kripto politikalarıyla ilgili bir soru olarak anlayamadım. Örneğin şöyle sorabilirsiniz:',
	emptyTitle: 'Soru yok',
	empty: 'Lütfen bir soru yazın, örneğin:',
	tooLongTitle: 'Çok uzun',
	tooLong: (limit: number) => `Lütfen sorunuzu en fazla ${limit} karakterle yazın, örneğin:`,
	notResearched: (place: string) => `${place} henüz araştırılmadı.`,
	nothingFound: (place: string, on: string) =>
		`${place} için ${on ? `${at(on)} ` : ''}yapılan araştırmada bir şey bulunamadı.`,
	expiredAction: 'Bu düğme artık bulunmayan bir yanıta ait. Lütfen yeniden sorun.',
	nowhere: (topic: string, statuses: string) =>
		`“${topic}” konusunda bu durumda (${statuses}) onaylanmış bir kaydım yok.`,
	listCount: (count: number) => `${count} ülke ya da bölge`,
	askPair: (topic: string, place: string) => `${place}: ${topic} ne durumda?`,
	askList: (topic: string) => `${topic}: hangi ülkelerde kripto kuralı var?`,
	askStatements: (name: string) => `${name} neler söyledi?`,
	buttonTimeline: 'Zaman çizelgesi',
	buttonCountry: (place: string) => `Tümü: ${place}`,
	buttonSources: 'Kaynaklar',
	buttonBack: 'Yanıta dön',
	buttonMore: 'Daha fazla',
	buttonNew: 'Son gelişmeler',
	buttonComing: 'Beklenen gelişmeler',
	buttonAllTopics: 'Bütün konular',
	buttonNext: 'Sonraki sayfa',
	buttonPrevious: 'Önceki sayfa',
	buttonHelpful: '👍 Yararlı',
	buttonUnhelpful: '👎 Yararlı değil',
	buttonReport: 'Hata bildir',
	buttonReason: 'Nedenini yaz',
	feedbackThanks: 'Teşekkürler. Moderatörler bir kaydın ne sıklıkta yararlı olduğunu görür.',
	reportTitle: 'Hata bildir',
	reportField: 'Yanlış ya da eksik olan ne?',
	reportHint: 'Mümkünse bunu gösteren bir sayfanın bağlantısıyla',
	reasonTitle: 'Yararlı olmayan neydi?',
	reasonField: 'Birkaç kelimeyle',
	reportSentTitle: 'Moderatörlere gönderildi',
	reportSent: (id: number) =>
		`Teşekkürler. Bildiriminiz ${id} numarasıyla moderatörlerin sırasına alındı; sonucu size bildirilecek.`,
	reportTakenUp: (id: number) => `Teşekkürler: ${id} numaralı bildiriminiz dikkate alındı.`,
	reportDeclined: (id: number, note: string) =>
		note
			? `Moderatörler ${id} numaralı bildiriminizi kapattı: ${note}`
			: `Moderatörler ${id} numaralı bildiriminizi kapattı.`,
	notAllowedTitle: 'Yalnızca moderatörler için',
	notAllowed: 'Bunu yalnızca moderatörler yapabilir. Onlara bir şey iletmek için /suggest komutunu kullanın.',
	tooManyTitle: 'Bir anda çok fazla',
	tooMany: (seconds: number) => `Lütfen ${seconds} saniye sonra yeniden deneyin. Hiçbir şey değiştirilmedi.`,
	formHint: 'Yanıtınızı mesaj olarak yazın.',
	formHintReply: 'Bu mesajı yanıtlayarak cevap verin.',
	formCancel: 'İptal',
	formCancelled: 'İptal edildi.',
	formBack: 'Geri',
	formSkip: 'Atla',
	formGone: 'Bu form artık açık değil. Lütfen yeniden başlayın.',
	helpTitle: 'Crypto Policy Bot',
	help: (facts: number, statements: number, places: number) =>
		`Ülkelerin kripto politikalarıyla ilgili soruları yanıtlıyorum: her ülke neye izin veriyor, neyi yasaklıyor, vergilendiriyor, lisansa bağlıyor ve planlıyor; kim ne dedi. ` +
		`Her cümle, bir moderatörün onayladığı bir kayıttan gelir; kaynağı ve son doğrulandığı gün de belirtilir. ` +
		`Elimde ${places} ülke ve bölgeyle ilgili ${facts} olgu ve ${statements} açıklama var. Kaydım yoksa bunu söylerim.`,
	helpIsNot:
		'Bilgi veriyorum, hukuki tavsiye değil. Fiyat bildirmiyor, yatırım önerisinde bulunmuyor ve kendimden bir şey yazmıyorum.',
	helpCommands: 'Komutlar',
	welcome: "Bana gündelik dille sorun, örneğin: “Rusya'da kripto madenciliği yasal mı?”",
	startDescription: 'Buradan başlayın',
	profile:
		'Ülkelerin kripto politikalarıyla ilgili soruları yanıtlar: her ülke neye izin veriyor, neyi yasaklıyor, vergilendiriyor, lisansa bağlıyor ve planlıyor; kim ne dedi. Her yanıt tarihlidir ve kaynak gösterir. Bilgi amaçlıdır, hukuki tavsiye değildir.',
	shortProfile: 'Ülkelerin kripto politikaları hakkında kaynaklı yanıtlar. Bilgi amaçlıdır, hukuki tavsiye değildir.',
	terminalHint: (commands: string) =>
		`Komutlar: ${commands}. Bir sayı yazmak düğmeye basar; Ctrl+D çıkar. Bilgi amaçlıdır, hukuki tavsiye değildir.`,
	failedTitle: 'İşlem başarısız oldu',
	checkOptionTitle: 'Lütfen bunu kontrol edin',
	unknownEntry: (text: string) => `“${text}” adlı bir kayıt bilmiyorum.`,
	unknownCommand: (commands: string) => `Böyle bir komut bilmiyorum. Bildiğim komutlar: ${commands}.`,
	failed: 'Burada bir sorun oluştu; hiçbir şey değiştirilmedi. Lütfen birazdan yeniden deneyin.',
	invalidOption: (option: string, problem: string) => `${option}: ${problem}`,
	missingOption: (option, wanted) => `“${option}” eksik: ${wanted}.`,
	chooseOne: (options: readonly string[]) => `Lütfen bunlardan en az birini belirtin: ${options.join(', ')}.`,
	unknownPlace: (text: string) => `“${text}” adlı bir yer bilmiyorum.`,
	unknownTopic: (text: string) => `“${text}” adlı bir konu bilmiyorum.`,
	unknownPerson: (text: string) => `“${text}” adlı bir kişi ya da kurum bilmiyorum.`,
	unknownStatus: (text: string) => `“${text}” adlı bir durum bilmiyorum.`,
	unknownRegion: (text: string) => `“${text}” adlı bir bölge bilmiyorum.`,
	didYouMean: 'Bunu mu demek istediniz:',
};
