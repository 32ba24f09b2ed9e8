/** /list: which jurisdictions have a status on a topic, around the world or in a region. */
import { z } from 'zod';
import { defineCommand, textOption } from './command.ts';
import { topicOption } from './options.ts';

export const list = defineCommand({
	name: 'list',
	description: (m) => m.commands.list,
	access: 'everyone',
	options: z.object({
		topic: topicOption,
		status: textOption(60, { description: (m) => m.options.status, suggest: 'status' }).optional(),
		region: textOption(60, { description: (m) => m.options.region, suggest: 'region' }).optional(),
	}),
	run: (names, { core, ...options }) =>
		core.withNames(
			{ topic: ['topic', names.topic], status: ['status', names.status], region: ['region', names.region] },
			options,
			({ topic = '', status, region }) => ({
				kind: 'list',
				topic,
				statuses: status === undefined ? [] : [status],
				...(region === undefined ? {} : { regions: [region] }),
			}),
		),
});
