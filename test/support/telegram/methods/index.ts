import type { ApiMethod } from '../method.ts';
import { callbacks } from './callbacks.ts';
import { chats } from './chats.ts';
import { commands } from './commands.ts';
import { edit } from './edit.ts';
import { identity } from './identity.ts';
import { inline } from './inline.ts';
import { profile } from './profile.ts';
import { send } from './send.ts';
import { updates } from './updates.ts';

/** Every method this server implements, by its documented name. */
export const methods: Record<string, ApiMethod> = {
	...identity,
	...updates,
	...commands,
	...profile,
	...send,
	...edit,
	...callbacks,
	...inline,
	...chats,
};
