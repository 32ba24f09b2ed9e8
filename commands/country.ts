/** /country: all that is known of one jurisdiction, or one topic there. */
import { z } from 'zod';
import { lookupOf } from '../src/core/answer/actions.ts';
import { defineCommand } from './command.ts';
import { countryOption, topicOption } from './options.ts';

export const country = defineCommand({
	name: 'country',
	description: { en: 'Everything on one country, or one topic there' },
	access: 'everyone',
	options: z.object({ country: countryOption, topic: topicOption.optional() }),
	run: ({ country, topic }, { core, ...options }) =>
		core.withNames({ jurisdiction: country, topic }, options, ({ jurisdiction, topic: id }) =>
			id === undefined ? { kind: 'overview', jurisdiction } : lookupOf(jurisdiction, id),
		),
});
