/** /topic: where one topic stands around the world, or in one country. */
import { z } from 'zod';
import { lookupOf } from '../src/core/answer/actions.ts';
import { defineCommand } from './command.ts';
import { countryOption, topicOption } from './options.ts';

export const topic = defineCommand({
	name: 'topic',
	description: { en: 'One topic around the world, or in one country' },
	access: 'everyone',
	options: z.object({ topic: topicOption, country: countryOption.optional() }),
	run: ({ topic, country }, { core, ...options }) =>
		core.withNames({ topic, jurisdiction: country }, options, ({ topic: id, jurisdiction }) =>
			jurisdiction === undefined ? { kind: 'list', topic: id, statuses: [] } : lookupOf(jurisdiction, id),
		),
});
