import { limits } from '../limits.ts';
import { locales } from '../locales.ts';
import type { Problem } from '../problem.ts';
import { problem, required, tooLong } from '../problem.ts';
import type { Choice } from '../schemas/callback.ts';

/** Takes autocomplete choices and the type of the focused option (3, 4 or 10), gives what Discord would refuse. */
export function choiceProblems(choices: readonly Choice[], optionType: number): Problem[] {
	return choices.flatMap(({ value, name_localizations }, index) => {
		const path = ['data', 'choices', index, 'value'];
		const found: Problem[] = Object.keys(name_localizations ?? {})
			.filter((locale) => !locales.has(locale))
			.map((locale) =>
				problem(['data', 'choices', index, 'name_localizations'], 'BASE_TYPE_CHOICES', `${locale} is not a locale`),
			);
		if (optionType === 3) {
			if (typeof value !== 'string') found.push(problem(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.'));
			else if (!value) found.push(required(path));
			else if (value.length > limits.choiceValue) found.push(tooLong(path, limits.choiceValue));
		} else if (typeof value !== 'number' || (optionType === 4 && !Number.isInteger(value))) {
			found.push(problem(path, 'NUMBER_TYPE_COERCE', `Value is not a number of option type ${optionType}.`));
		}
		return found;
	});
}
