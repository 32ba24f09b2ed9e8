/** /topic: where one topic stands around the world, or in one country. */
import { z } from 'zod';
import { lookupOf } from '../src/core/answer/actions.ts';
import { defineCommand } from './command.ts';
import { countryOption, topicOption } from './options.ts';

export const topic = defineCommand({
	name: 'topic',
	description: (m) => m.commands.topic,
	access: 'everyone',
	options: z.object({ topic: topicOption, country: countryOption.optional() }),
	run: (names, { core, ...options }) =>
		core.withNames(
			{ topic: ['topic', names.topic], country: ['jurisdiction', names.country] },
			options,
			({ topic = '', country }) =>
				country === undefined ? { kind: 'list', topic, statuses: [] } : lookupOf(country, topic),
		),
});
