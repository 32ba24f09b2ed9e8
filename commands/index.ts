/** Every command, in the order in which they are shown. */
import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { compare } from './compare.ts';
import { country } from './country.ts';
import { helpOn } from './help.ts';
import { list } from './list.ts';
import { quote } from './quote.ts';
import { timeline } from './timeline.ts';
import { topic } from './topic.ts';

const questions = [ask, country, topic, compare, list, timeline, quote];

export const COMMANDS: readonly Command[] = [...questions, helpOn(questions)];
