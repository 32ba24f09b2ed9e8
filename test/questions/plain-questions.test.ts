/** The plainest questions, of every sovereign country in every language: no name of a country may be lost in another word. */
import { describe, expect, test } from 'vitest';
import { PolicyCore } from '../../src/core/core.ts';
import { COUNTRIES } from '../../src/core/knowledge/countries.ts';
import { loadKnowledge } from '../../src/files/load.ts';

const DAY = '2026-11-24';

const TEMPLATES: Record<string, [text: string, topic: string][]> = {
	en: [
		['is bitcoin legal in {}', 'legality'],
		['is crypto banned in {}', 'legality'],
		['crypto tax in {}', 'tax'],
		['bitcoin mining in {}', 'mining'],
		['can I pay with bitcoin in {}', 'payments'],
		['stablecoin rules in {}', 'stablecoins'],
		['do exchanges need a licence in {}', 'exchanges'],
		['central bank digital currency {}', 'cbdc'],
		['travel rule in {}', 'aml'],
		['crypto advertising rules {}', 'advertising'],
	],
	fr: [
		['le bitcoin est-il légal en {}', 'legality'],
		['la crypto est-elle interdite en {}', 'legality'],
		['impôt sur les cryptos en {}', 'tax'],
		['minage de bitcoin en {}', 'mining'],
		['puis-je payer en bitcoin en {}', 'payments'],
		['règles sur les stablecoins en {}', 'stablecoins'],
		['licence de plateforme crypto en {}', 'exchanges'],
	],
	de: [
		['ist Bitcoin in {} legal', 'legality'],
		['ist Krypto in {} verboten', 'legality'],
		['Kryptosteuer in {}', 'tax'],
		['Bitcoin-Mining in {}', 'mining'],
		['kann ich in {} mit Bitcoin bezahlen', 'payments'],
		['Stablecoin-Regeln in {}', 'stablecoins'],
		['Lizenz für Kryptobörsen in {}', 'exchanges'],
	],
	es: [
		['¿es legal bitcoin en {}?', 'legality'],
		['¿están prohibidas las criptomonedas en {}?', 'legality'],
		['impuestos sobre criptomonedas en {}', 'tax'],
		['minería de bitcoin en {}', 'mining'],
		['¿puedo pagar con bitcoin en {}?', 'payments'],
		['reglas para stablecoins en {}', 'stablecoins'],
		['licencia para exchanges en {}', 'exchanges'],
	],
	pt: [
		['bitcoin é legal em {}?', 'legality'],
		['criptomoedas são proibidas em {}?', 'legality'],
		['imposto sobre criptomoedas em {}', 'tax'],
		['mineração de bitcoin em {}', 'mining'],
		['posso pagar com bitcoin em {}?', 'payments'],
		['regras para stablecoins em {}', 'stablecoins'],
		['licença para corretoras de cripto em {}', 'exchanges'],
	],
	ru: [
		['легален ли биткоин: {}', 'legality'],
		['запрещена ли криптовалюта, {}', 'legality'],
		['налог на криптовалюту {}', 'tax'],
		['майнинг {}', 'mining'],
		['можно ли платить биткоином, {}', 'payments'],
		['правила для стейблкоинов {}', 'stablecoins'],
		['лицензия для криптобирж {}', 'exchanges'],
	],
	tr: [
		['{} bitcoin yasal mı', 'legality'],
		['{} kripto yasak mı', 'legality'],
		['{} kripto vergisi', 'tax'],
		['{} bitcoin madenciliği', 'mining'],
		['{} bitcoin ile ödeme yapabilir miyim', 'payments'],
		['{} stablecoin kuralları', 'stablecoins'],
		['{} kripto borsası lisansı', 'exchanges'],
	],
	zh: [
		['比特币在{}合法吗', 'legality'],
		['{}禁止加密货币吗', 'legality'],
		['{}加密货币税', 'tax'],
		['{}比特币挖矿', 'mining'],
		['在{}可以用比特币付款吗', 'payments'],
		['{}稳定币规定', 'stablecoins'],
		['{}交易所牌照', 'exchanges'],
	],
	ar: [
		['هل البيتكوين قانوني في {}', 'legality'],
		['هل العملات المشفرة محظورة في {}', 'legality'],
		['ضريبة العملات المشفرة في {}', 'tax'],
		['تعدين البيتكوين في {}', 'mining'],
		['هل يمكنني الدفع بالبيتكوين في {}', 'payments'],
		['قواعد العملات المستقرة في {}', 'stablecoins'],
		['ترخيص منصات التداول في {}', 'exchanges'],
	],
	hi: [
		['क्या {} में बिटकॉइन कानूनी है', 'legality'],
		['क्या {} में क्रिप्टो बैन है', 'legality'],
		['{} में क्रिप्टो टैक्स', 'tax'],
		['{} में बिटकॉइन माइनिंग', 'mining'],
		['क्या {} में बिटकॉइन से भुगतान कर सकते हैं', 'payments'],
		['{} में स्टेबलकॉइन नियम', 'stablecoins'],
		['{} में क्रिप्टो एक्सचेंज लाइसेंस', 'exchanges'],
	],
	id: [
		['apakah bitcoin legal di {}', 'legality'],
		['apakah kripto dilarang di {}', 'legality'],
		['pajak kripto di {}', 'tax'],
		['penambangan bitcoin di {}', 'mining'],
		['bisakah saya membayar dengan bitcoin di {}', 'payments'],
		['aturan stablecoin di {}', 'stablecoins'],
		['izin bursa kripto di {}', 'exchanges'],
	],
};

/** Names that are another word of the language too, and are not told from it: Russian "того" (that) and "майнинг данных" (data mining), Arabic Peru and Beirut. */
const LOST: Record<string, string[]> = { ru: ['DK', 'TG'], ar: ['PE'] };

const core = new PolicyCore(loadKnowledge('knowledge', DAY).records);
const countries = [...COUNTRIES.values()].filter(({ sovereign }) => sovereign).map(({ code }) => code);

describe.each(Object.keys(TEMPLATES))('plain questions in %s', (language) => {
	const names = new Intl.DisplayNames([language], { type: 'region' });
	test.each(TEMPLATES[language] ?? [])('%s', (template, topic) => {
		const lost = countries.filter((code) => {
			const answer = core.ask(template.replace('{}', names.of(code) ?? code), { day: DAY, language });
			// A name of several places (Guinea, Congo) is the asker's to choose.
			const isPlace =
				answer.jurisdictions.includes(code) && (answer.outcome === 'clarify' || answer.jurisdictions.length === 1);
			return !isPlace || answer.topics.join() !== topic || answer.language !== language;
		});
		expect(lost.filter((code) => !LOST[language]?.includes(code))).toEqual([]);
	});
});
