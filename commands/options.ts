/** The options that several commands share. */
import { textOption } from './command.ts';

export const countryOption = textOption(100, {
	description: { en: 'A country or territory, such as Russia or EU' },
	suggest: 'jurisdiction',
});

export const topicOption = textOption(100, {
	description: { en: 'A topic, such as mining or tax' },
	suggest: 'topic',
});

export const personOption = textOption(100, {
	description: { en: 'A person or organisation, such as Herman Gref' },
	suggest: 'actor',
});
