/** The options that several commands share. */
import { textOption } from './command.ts';

export const countryOption = textOption(100, { description: (m) => m.options.country, suggest: 'jurisdiction' });
export const topicOption = textOption(100, { description: (m) => m.options.topic, suggest: 'topic' });
export const personOption = textOption(100, { description: (m) => m.options.person, suggest: 'actor' });
