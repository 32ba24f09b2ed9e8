import type { User } from './objects.ts';
import type { World } from './world.ts';

// Real ids no longer fit 32 bits.
const firstUserId = 5_000_000_000;

export interface PersonOptions {
	firstName?: string;
	username?: string;
	/** IETF tag; absent when not given, as it may be in reality. */
	languageCode?: string;
}

/** Takes what is to be known of a person and gives a new one. */
export function newPerson(world: World, options: PersonOptions = {}): User {
	const id = firstUserId + world.nextId();
	const person: User = {
		id,
		is_bot: false,
		first_name: options.firstName ?? 'Ada',
		...(options.username && { username: options.username }),
		...(options.languageCode && { language_code: options.languageCode }),
	};
	world.people.set(id, person);
	return person;
}

/** Who an administrator that stays anonymous is shown as, beside the group as sender_chat. */
export const groupAnonymousBot: User = {
	id: 1_087_968_824,
	is_bot: true,
	first_name: 'Group',
	username: 'GroupAnonymousBot',
};
