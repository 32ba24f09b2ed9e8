/** /country: all that is known of one jurisdiction, or one topic there. */
import { z } from 'zod';
import { lookupOf } from '../src/core/answer/actions.ts';
import { defineCommand } from './command.ts';
import { countryOption, topicOption } from './options.ts';

export const country = defineCommand({
	name: 'country',
	description: (m) => m.commands.country,
	access: 'everyone',
	options: z.object({ country: countryOption, topic: topicOption.optional() }),
	run: (names, { core, ...options }) =>
		core.withNames(
			{ country: ['jurisdiction', names.country], topic: ['topic', names.topic] },
			options,
			({ country = '', topic }) =>
				topic === undefined ? { kind: 'overview', jurisdiction: country } : lookupOf(country, topic),
		),
});
