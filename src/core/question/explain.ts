/** Says in words why a question was understood as it was: which words led where, and with what margin. For people who tune it. */
import { tokenise } from '../text/tokens.ts';
import { findSpans } from './spans.ts';
import { type Asking, type Knowing, understandWhy } from './understand.ts';

/** Guesses with a smaller share are not worth a line. */
const WORTH_NAMING = 0.03;
const MOST = 4;

/** A few lines of plain English. */
export function explainUnderstanding(text: string, knowing: Knowing, asking: Asking): string[] {
	const { understood, asked, language } = understandWhy(text, knowing, asking);
	const { language: code, ...outcome } = understood;
	const lines = [`question: ${text}`, `language: ${code}`];
	if (asked) {
		const spans = findSpans(tokenise(text), knowing.lexicon, language);
		lines.push(`words: ${spans.map(describeSpan).join(' | ')}`);
		const { scores, ids } = asked.topic;
		const [best, second] = scores;
		const margin = best && second ? ` (margin ${(best.score - second.score).toFixed(2)})` : '';
		const considered = scores.slice(0, MOST).map(({ id, score }) => `${id} ${score.toFixed(2)}`);
		lines.push(`topics considered: ${considered.join(', ') || 'none'}${margin}; chosen: ${ids.join(', ') || 'none'}`);
		const guesses = asked.guesses.filter(({ share }) => share >= WORTH_NAMING).slice(0, MOST);
		lines.push(
			`example questions: ${guesses.map(({ label, share }) => `${label} ${percent(share)}`).join(', ') || 'nothing to go by'}; not for the bot by the words alone: ${percent(asked.none)}`,
		);
		const [likeliest] = guesses;
		if (likeliest) {
			const reasons = knowing.classifiers.of(language.code).reasons(asked.content, likeliest.label);
			const said = reasons.map(({ word, weight }) => `${word} ${weight >= 0 ? '+' : ''}${weight.toFixed(2)}`);
			lines.push(`for ${likeliest.label}: ${said.join(', ')}`);
		}
		if (asked.strange.length > 0) lines.push(`words that nothing is known of: ${asked.strange.join(', ')}`);
	}
	lines.push(`understood: ${JSON.stringify(outcome.kind === 'question' ? outcome.question : outcome)}`);
	return lines;
}

function describeSpan({ words, meanings }: ReturnType<typeof findSpans>[number]): string {
	const meant = meanings.map((meaning) => {
		const of = 'code' in meaning ? meaning.code : 'id' in meaning ? meaning.id : 'cue' in meaning ? meaning.cue : '';
		return of ? `${meaning.kind} ${of}` : meaning.kind;
	});
	return meant.length > 0 ? `${words.join(' ')} = ${meant.join(' or ')}` : words.join(' ');
}

function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}
