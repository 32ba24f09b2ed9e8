/** /quote: who said what, by person, country or topic. */
import { z } from 'zod';
import { statementsOf } from '../src/core/answer/actions.ts';
import { defineCommand } from './command.ts';
import { countryOption, personOption, topicOption } from './options.ts';

export const quote = defineCommand({
	name: 'quote',
	description: { en: 'Who said what, by person, country or topic' },
	access: 'everyone',
	options: z.object({
		person: personOption.optional(),
		country: countryOption.optional(),
		topic: topicOption.optional(),
	}),
	run: ({ person, country, topic }, { core, ...options }) => {
		if (person === undefined && country === undefined && topic === undefined)
			return core.explain({ kind: 'nothing-chosen', options: ['person', 'country', 'topic'] }, options);
		return core.withNames({ actor: person, jurisdiction: country, topic }, options, (names) =>
			statementsOf(
				names.actor === undefined ? [] : [names.actor],
				names.jurisdiction === undefined ? [] : [names.jurisdiction],
				names.topic === undefined ? [] : [names.topic],
			),
		);
	},
});
