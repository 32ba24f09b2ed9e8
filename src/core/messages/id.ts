/** The frame's words in Indonesian. */
import type { PartialDate } from '../knowledge/partial-date.ts';
import type { SourceKind } from '../knowledge/schema.ts';
import type { Messages } from './en.ts';

const MONTHS = [
	'Januari',
	'Februari',
	'Maret',
	'April',
	'Mei',
	'Juni',
	'Juli',
	'Agustus',
	'September',
	'Oktober',
	'November',
	'Desember',
];

const KINDS: Record<SourceKind, string> = {
	law: 'undang-undang',
	regulator: 'regulator',
	'central-bank': 'bank sentral',
	court: 'pengadilan',
	parliament: 'parlemen',
	government: 'pemerintah',
	intergovernmental: 'lembaga antarpemerintah',
	research: 'lembaga riset atau firma hukum',
	news: 'berita',
};

/** A topic's name within a sentence: "Penambangan" gives "penambangan", "NFT" and "DeFi" stay. */
function within(name: string): string {
	return name.replace(/^[A-Z](?=[a-z]+(?: |$))/, (first) => first.toLowerCase());
}

/** 2018-02-24 gives "24 Februari 2018", 2018-02 "Februari 2018". */
function date(value: PartialDate): string {
	const [year, month, day] = value.split('-');
	return [day === undefined ? '' : String(Number(day)), month === undefined ? '' : MONTHS[Number(month) - 1], year]
		.filter(Boolean)
		.join(' ');
}

export const id: Messages = {
	language: 'id',
	date,
	disclaimer: 'Informasi, bukan nasihat hukum.',
	commands: {
		ask: 'Tanyakan kebijakan kripto dengan bahasa sehari-hari',
		country: 'Semua hal tentang satu negara, atau satu topik di sana',
		topic: 'Satu topik di seluruh dunia, atau di satu negara',
		compare: 'Dua sampai empat negara berdampingan, untuk satu topik atau semua topik',
		list: 'Negara mana saja: menurut topik, status, dan kawasan',
		timeline: 'Apa yang terjadi dan kapan, di suatu negara atau pada suatu topik',
		quote: 'Siapa mengatakan apa, menurut tokoh, negara, atau topik',
		help: 'Tentang bot ini dan cara bertanya',
		suggest: 'Beri tahu moderator tentang kesalahan atau kekurangan',
	},
	options: {
		question: 'Contoh: Apakah penambangan kripto legal di Rusia?',
		country: 'Negara atau wilayah, misalnya Rusia atau Uni Eropa',
		another: 'Negara atau wilayah lain',
		topic: 'Topik, misalnya penambangan atau pajak',
		person: 'Tokoh atau lembaga, misalnya Herman Gref',
		status: 'Status, misalnya dilarang atau diatur',
		region: 'Kawasan atau kelompok negara, misalnya Asia, Uni Eropa, atau G20',
		suggestion: 'Apa yang salah atau kurang, dan di mana hal itu dapat dibaca',
		entry: 'Entri yang dimaksud',
	},
	pair: (place: string, topic: string) => `${place} · ${topic}`,
	asOf: (title: string, period: string) => `${title} (per ${period})`,
	timelineOf: (subject: string) => `Lini masa: ${subject}`,
	sourcesOf: (subject: string) => `Sumber: ${subject}`,
	statementsBy: (names: string) => `Pernyataan ${names}`,
	about: (names: string) => `Tentang ${names}`,
	statementsOn: (subject: string) => `Siapa mengatakan apa: ${subject}`,
	statements: 'Siapa mengatakan apa',
	aroundTheWorld: (topic: string) => `${topic} di seluruh dunia`,
	listed: (topic: string, statuses: string) => `${topic}: ${statuses}`,
	allStatuses: 'semua status',
	comparisonOf: (subject: string) => `Perbandingan: ${subject}`,
	leftOut: (most, places) => `Paling banyak ${most} tempat muat berdampingan; tidak dimuat: ${places}.`,
	newIn: (subject: string) => (subject ? `Yang terbaru: ${subject}` : 'Yang terbaru'),
	comingIn: (subject: string) => (subject ? `Yang akan datang: ${subject}` : 'Yang akan datang'),
	coming: 'Akan datang',
	past: 'Dahulu, tidak berlaku lagi',
	now: 'Saat ini',
	inForceSince: (since: string) => `sejak ${since}`,
	inForceUntil: (until: string) => `sampai ${until}`,
	fromTo: (from: string, to: string) => `dari ${from} sampai ${to}`,
	announced: (on: string) => `diumumkan pada ${on}`,
	inForceFrom: (from: string) => `mulai berlaku pada ${from}`,
	notInForce: 'belum berlaku',
	replaced: (on: string) => `digantikan pada ${on}`,
	sourceKind: (kind: SourceKind) => KINDS[kind],
	verified: (on: string) => `diverifikasi pada ${on}`,
	eventAnnounced: 'diumumkan',
	eventInForce: 'berlaku',
	eventEnded: 'berakhir',
	eventPending: 'direncanakan, belum ada tanggal',
	saidBy: (name: string, office: string | undefined) => (office === undefined ? name : `${name}, ${office}`),
	saidTo: (name: string) => `kepada ${name}`,
	translatedBy: (name: string) => `diterjemahkan oleh ${name}`,
	paraphrase: 'parafrasa',
	noEvidence: 'Kata-kata ini terdapat dalam sumber.',
	dispute: (claim: string) => `Sumber-sumber berbeda keterangan: ${claim}`,
	stale: (topic: string, days: number) =>
		`Entri tentang ${within(topic)} dianggap mutakhir selama ${days} hari; entri ini lebih lama dari itu. Hukumnya mungkin sudah berubah.`,
	newsOnly: 'teks resmi tidak dibaca',
	partRule: (place: string, whole: string) =>
		`Tidak ada entri tersendiri tentang ${place} di sini; inilah yang diketahui tentang ${whole}.`,
	blocRule: (place: string, bloc: string) =>
		`Tidak ada entri tersendiri tentang ${place} di sini; ini adalah aturan ${bloc}.`,
	ruleOf: (title: string, bloc: string) => `${title} (aturan ${bloc})`,
	nothingNew: 'Saya tidak menemukan hal baru di sana dalam kurun waktu itu.',
	nothingComing: 'Saya tidak menemukan tanggal mendatang di sana.',
	noEntry: 'tidak ada entri yang disetujui',
	notYet: (period: string) => `Belum ada yang dapat mengetahui keadaan pada ${period}; inilah keadaannya hari ini.`,
	more: (count: number) => `Masih ada ${count} entri lagi tentang hal ini.`,
	pageOf: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
	notCoveredTitle: 'Belum tercakup',
	notCovered: (subject: string) =>
		`Saya tidak memiliki entri yang disetujui tentang “${subject}”, jadi saya tidak akan menebak.`,
	notCoveredWords: 'Saya tidak menemukan entri yang disetujui yang menyatakan hal ini, jadi saya tidak akan menebak.',
	nearby: 'Yang saya ketahui tentang hal terdekat:',
	whichPlaceTitle: 'Tempat mana yang Anda maksud?',
	whichPlace: 'Nama itu cocok dengan beberapa tempat.',
	whichTopicTitle: (place: string) => `${place}: topik apa?`,
	whichTopic: 'Saya memahami tempatnya, tetapi tidak apa yang ingin Anda ketahui. Silakan pilih topik:',
	placeMissingTitle: 'Negara mana?',
	placeMissing: (topic: string) =>
		`Aturan ${topic ? `tentang ${within(topic)} ` : ''}berbeda di setiap negara. Sebutkan satu negara, misalnya:`,
	nothingSpecificTitle: 'Apa yang ingin Anda ketahui?',
	nothingSpecific: 'Sebutkan negara dan topik, misalnya:',
	outOfScopeTitle: 'Di luar cakupan saya',
	outOfScope:
		'Saya menjawab pertanyaan tentang kebijakan kripto berbagai negara: apa yang diizinkan, dilarang, dipajaki, diberi izin usaha, dan direncanakan, serta siapa mengatakan apa. Tanpa harga, tanpa saran.',
	noSuchPlace: 'Saya tidak mengenal tempat itu. Sebutkan satu negara, misalnya:',
	notUnderstood: 'Saya tidak memahami itu sebagai pertanyaan tentang kebijakan kripto suatu negara. Contoh pertanyaan:',
	emptyTitle: 'Tidak ada pertanyaan',
	empty: 'Silakan ketik pertanyaan, misalnya:',
	tooLongTitle: 'Terlalu panjang',
	tooLong: (limit: number) => `Silakan bertanya dengan paling banyak ${limit} karakter, misalnya:`,
	notResearched: (place: string) => `${place} belum diteliti.`,
	nothingFound: (place: string, on: string) =>
		`Tidak ada yang ditemukan tentang ${place} dalam pencarian${on ? ` pada ${on}` : ''}.`,
	expiredAction: 'Tombol itu milik jawaban yang sudah tidak tersedia. Silakan bertanya lagi.',
	nowhere: (topic: string, statuses: string) =>
		`Saya tidak memiliki entri yang disetujui dengan status ini (${statuses}) tentang ${within(topic)}.`,
	listCount: (count: number) => `${count} negara atau wilayah`,
	askPair: (topic: string, place: string) => `Aturan ${within(topic)} di ${place}`,
	askList: (topic: string) => `Bagaimana kebijakan kripto soal ${within(topic)} di seluruh dunia?`,
	askStatements: (name: string) => `Apa kata ${name}?`,
	buttonTimeline: 'Lini masa',
	buttonCountry: (place: string) => `Semua tentang ${place}`,
	buttonSources: 'Sumber',
	buttonBack: 'Kembali ke jawaban',
	buttonMore: 'Selengkapnya',
	buttonNew: 'Yang terbaru',
	buttonComing: 'Yang akan datang',
	buttonAllTopics: 'Semua topik',
	buttonNext: 'Halaman berikutnya',
	buttonPrevious: 'Halaman sebelumnya',
	buttonHelpful: '👍 Membantu',
	buttonUnhelpful: '👎 Tidak membantu',
	buttonReport: 'Laporkan kesalahan',
	buttonReason: 'Jelaskan alasannya',
	feedbackThanks: 'Terima kasih. Moderator dapat melihat seberapa sering sebuah entri membantu.',
	reportTitle: 'Laporkan kesalahan',
	reportField: 'Apa yang salah atau kurang?',
	reportHint: 'Jika bisa, dengan tautan ke halaman yang menunjukkannya',
	reasonTitle: 'Apa yang tidak membantu?',
	reasonField: 'Dengan singkat',
	reportSentTitle: 'Terkirim ke moderator',
	reportSent: (id: number) =>
		`Terima kasih. Laporan Anda bernomor ${id} dalam antrean moderator; hasilnya akan diberitahukan kepada Anda.`,
	reportTakenUp: (id: number) => `Terima kasih: laporan Anda (nomor ${id}) telah ditindaklanjuti.`,
	reportDeclined: (id: number, note: string) =>
		note
			? `Moderator telah menutup laporan Anda nomor ${id}: ${note}`
			: `Moderator telah menutup laporan Anda nomor ${id}.`,
	notAllowedTitle: 'Khusus moderator',
	notAllowed: 'Hanya moderator yang dapat melakukannya. Untuk menyampaikan sesuatu kepada mereka, gunakan /suggest.',
	tooManyTitle: 'Terlalu banyak sekaligus',
	tooMany: (seconds: number) => `Silakan coba lagi dalam ${seconds} detik. Tidak ada yang diubah.`,
	formHint: 'Silakan jawab dengan mengirim pesan.',
	formHintReply: 'Silakan jawab dengan membalas pesan ini.',
	formCancel: 'Batal',
	formCancelled: 'Dibatalkan.',
	formBack: 'Kembali',
	formSkip: 'Lewati',
	formGone: 'Formulir itu sudah tidak terbuka. Silakan mulai lagi.',
	helpTitle: 'Crypto Policy Bot',
	help: (facts: number, statements: number, places: number) =>
		`Saya menjawab pertanyaan tentang kebijakan kripto berbagai negara: apa yang diizinkan, dilarang, dipajaki, diberi izin usaha, dan direncanakan oleh tiap negara, serta siapa mengatakan apa. ` +
		`Setiap kalimat berasal dari entri yang disetujui moderator, lengkap dengan sumber dan tanggal pemeriksaan terakhirnya. ` +
		`Saya mengetahui ${facts} fakta dan ${statements} pernyataan tentang ${places} negara dan wilayah. Jika tidak ada entri, saya akan mengatakannya.`,
	helpIsNot:
		'Saya memberikan informasi, bukan nasihat hukum. Saya tidak menyebutkan harga, tidak memberikan saran investasi, dan tidak menulis apa pun atas nama saya sendiri.',
	helpCommands: 'Perintah',
	welcome: 'Bertanyalah dengan bahasa sehari-hari, misalnya “Apakah penambangan kripto legal di Rusia?”',
	startDescription: 'Mulai di sini',
	profile:
		'Menjawab pertanyaan tentang kebijakan kripto berbagai negara: apa yang diizinkan, dilarang, dipajaki, diberi izin usaha, dan direncanakan oleh tiap negara, serta siapa mengatakan apa. Setiap jawaban bertanggal dan mencantumkan sumbernya. Informasi, bukan nasihat hukum.',
	shortProfile: 'Jawaban bersumber tentang kebijakan kripto berbagai negara. Informasi, bukan nasihat hukum.',
	terminalHint: (commands: string) =>
		`Perintah: ${commands}. Ketik angka untuk menekan tombol; Ctrl+D untuk keluar. Informasi, bukan nasihat hukum.`,
	failedTitle: 'Tidak berhasil',
	checkOptionTitle: 'Mohon periksa ini',
	unknownEntry: (text: string) => `Saya tidak mengenal entri bernama “${text}”.`,
	unknownCommand: (commands: string) => `Saya tidak mengenal perintah itu. Perintah yang saya kenal: ${commands}.`,
	failed: 'Terjadi kesalahan di sini, dan tidak ada yang diubah. Silakan coba lagi sebentar lagi.',
	invalidOption: (option: string, problem: string) => `${option}: ${problem}`,
	missingOption: (option, wanted) => `“${option}” belum diisi: ${wanted}.`,
	chooseOne: (options: readonly string[]) => `Silakan isi setidaknya salah satu dari ini: ${options.join(', ')}.`,
	unknownPlace: (text: string) => `Saya tidak mengenal tempat bernama “${text}”.`,
	unknownTopic: (text: string) => `Saya tidak mengenal topik bernama “${text}”.`,
	unknownPerson: (text: string) => `Saya tidak mengenal tokoh atau lembaga bernama “${text}”.`,
	unknownStatus: (text: string) => `Saya tidak mengenal status bernama “${text}”.`,
	unknownRegion: (text: string) => `Saya tidak mengenal kawasan bernama “${text}”.`,
	didYouMean: 'Maksud Anda:',
};
