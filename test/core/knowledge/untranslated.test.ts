import { expect, test } from 'vitest';
import { labelsSchema } from '../../../src/core/knowledge/language-schema.ts';
import { findUntranslated } from '../../../src/core/knowledge/untranslated.ts';
import { makeRecords, makeWords } from '../../support/records.ts';

test('what a language has no name for is told; English needs none', () => {
	const labels = labelsSchema.parse({
		topics: {
			mining: {
				name: 'Майнинг',
				statuses: {
					banned: { label: 'Запрещено', meaning: 'запрещён' },
					restricted: { label: 'Ограничено', meaning: 'ограничен' },
				},
			},
			legality: {
				name: 'Законность',
				statuses: {
					banned: { label: 'Запрещено', meaning: 'запрещено' },
					regulated: { label: 'Регулируется', meaning: 'по правилам' },
					restricted: { label: 'Ограничено', meaning: 'ограничено' },
				},
			},
		},
	});
	const languages = [
		{ code: 'en', words: makeWords() },
		{ code: 'ru', labels },
	];
	expect(findUntranslated(makeRecords({ languages }))).toEqual([
		{ language: 'ru', missing: ['mining: regulated', 'tax'] },
	]);
});
