/** /quote: who said what, by person, country or topic. */
import { z } from 'zod';
import { statementsOf } from '../src/core/answer/actions.ts';
import { defineCommand } from './command.ts';
import { countryOption, personOption, topicOption } from './options.ts';

export const quote = defineCommand({
	name: 'quote',
	description: (m) => m.commands.quote,
	access: 'everyone',
	options: z.object({
		person: personOption.optional(),
		country: countryOption.optional(),
		topic: topicOption.optional(),
	}),
	run: (names, { core, ...options }) => {
		if (names.person === undefined && names.country === undefined && names.topic === undefined)
			return core.explain({ kind: 'nothing-chosen', options: ['person', 'country', 'topic'] }, options);
		return core.withNames(
			{
				person: ['actor', names.person],
				country: ['jurisdiction', names.country],
				topic: ['topic', names.topic],
			},
			options,
			({ person, country, topic }) => statementsOf(listOf(person), listOf(country), listOf(topic)),
		);
	},
});

function listOf(id: string | undefined): string[] {
	return id === undefined ? [] : [id];
}
