/** Who asks, as far as a platform tells. */
import type { Desk } from '../src/moderation/desk.ts';

export interface Asker {
	platform: 'discord' | 'telegram';
	/** The platform's own id. */
	platformId: string;
	/** As shown to others on the platform. */
	name: string;
	/** The id of the chat it is asked in. */
	chat: string;
	/** Whether they may moderate here and now. Asked again for every act. */
	isModerator: () => Promise<boolean>;
}

/** The key under which the store knows the asker. */
export function keyOfAsker({ asker, desk }: { asker: Asker; desk: Desk }): Promise<string> {
	const { platform, platformId, name } = asker;
	return desk.store.people.keyOf({ platform, platformId, name }, desk.now());
}
