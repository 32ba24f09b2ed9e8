/** /timeline: what happened when, in a jurisdiction or on a topic. */
import { z } from 'zod';
import { defineCommand } from './command.ts';
import { countryOption, topicOption } from './options.ts';

export const timeline = defineCommand({
	name: 'timeline',
	description: (m) => m.commands.timeline,
	access: 'everyone',
	options: z.object({ country: countryOption.optional(), topic: topicOption.optional() }),
	run: (names, { core, ...options }) => {
		if (names.country === undefined && names.topic === undefined)
			return core.explain({ kind: 'nothing-chosen', options: ['country', 'topic'] }, options);
		return core.withNames(
			{ country: ['jurisdiction', names.country], topic: ['topic', names.topic] },
			options,
			({ country, topic }) => ({
				kind: 'timeline',
				...(country === undefined ? {} : { jurisdiction: country }),
				...(topic === undefined ? {} : { topic }),
			}),
		);
	},
});
