/** /compare: two to four jurisdictions side by side, on one topic or all. */
import { z } from 'zod';
import { defineCommand, textOption } from './command.ts';
import { countryOption, topicOption } from './options.ts';

const anotherOption = textOption(100, { description: (m) => m.options.another, suggest: 'jurisdiction' });

export const compare = defineCommand({
	name: 'compare',
	description: (m) => m.commands.compare,
	access: 'everyone',
	options: z.object({
		first: countryOption,
		second: anotherOption,
		third: anotherOption.optional(),
		fourth: anotherOption.optional(),
		topic: topicOption.optional(),
	}),
	run: (names, { core, ...options }) =>
		core.withNames(
			{
				first: ['jurisdiction', names.first],
				second: ['jurisdiction', names.second],
				third: ['jurisdiction', names.third],
				fourth: ['jurisdiction', names.fourth],
				topic: ['topic', names.topic],
			},
			options,
			({ topic, first, second, third, fourth }) => ({
				kind: 'compare',
				jurisdictions: [...new Set([first, second, third, fourth].filter((code) => code !== undefined))],
				topics: topic === undefined ? [] : [topic],
			}),
		),
});
