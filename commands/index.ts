/** Every command, in the order in which they are shown. */
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { compare } from './compare.ts';
import { country } from './country.ts';
import { helpOn } from './help.ts';
import { list } from './list.ts';
import { gaps } from './moderation/gaps.ts';
import { history, revert } from './moderation/history.ts';
import { propose } from './moderation/propose.ts';
import { review } from './moderation/review.ts';
import { stale } from './moderation/stale.ts';
import { quote } from './quote.ts';
import { suggest } from './suggest.ts';
import { timeline } from './timeline.ts';
import { topic } from './topic.ts';

const questions = [ask, country, topic, compare, list, timeline, quote];

/** What works without a store. */
export const QUESTION_COMMANDS: readonly Command[] = [...questions, helpOn(questions)];

/** What the chats have. */
export const COMMANDS: readonly Command[] = [
	...questions,
	suggest,
	helpOn([...questions, suggest]),
	propose,
	review,
	history,
	revert,
	gaps,
	stale,
];
