import { expect, test } from 'vitest';
import { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base.ts';
import { detectLanguage } from '../../../src/core/question/detect-language.ts';
import { Lexicon } from '../../../src/core/question/lexicon.ts';
import { tokenise } from '../../../src/core/text/tokens.ts';
import { loadKnowledge } from '../../../src/files/load.ts';

const lexicon = new Lexicon(new KnowledgeBase(loadKnowledge('knowledge').records));
const languageOf = (text: string, hint?: string) => detectLanguage(tokenise(text), lexicon, hint);

test.each([
	['en', 'do i have to pay tax on bitcoin'],
	['ru', 'нужно ли платить налог с биткоина'],
	['es', 'tengo que pagar impuestos por mis bitcoins'],
	['pt', 'preciso pagar imposto sobre minhas criptomoedas'],
	['zh', '持有比特币合法吗'],
	['tr', 'bitcoin kazancından vergi ödemem gerekiyor mu'],
	['fr', "est-ce que je dois payer l'impôt sur mes bitcoins"],
	['de', 'muss ich meine bitcoins versteuern'],
	['ar', 'هل يجب أن أدفع ضريبة على البيتكوين'],
	['hi', 'क्या मुझे बिटकॉइन पर टैक्स देना होगा'],
	['id', 'apakah saya harus bayar pajak bitcoin'],
])('%s is told by its words', (language, text) => {
	expect(languageOf(text)).toBe(language);
	expect(languageOf(text, 'en-GB')).toBe(language);
});

test('the name of a place in another language does not make a question one of that language', () => {
	expect(languageOf('is bitcoin legal in 日本')).toBe('en');
	expect(languageOf('crypto tax Россия')).toBe('en');
	expect(languageOf('S Korea spot etf rules')).toBe('en');
});

test("where the words speak for no language the asker's own decides", () => {
	expect(languageOf('🇯🇵 bitcoin', 'de')).toBe('de');
	expect(languageOf('bitcoin', 'pt-BR')).toBe('pt');
	expect(languageOf('bitcoin', 'sv')).toBe('en');
	expect(languageOf('')).toBe('en');
});
