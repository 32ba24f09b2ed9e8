import type { Channel } from './channel-store.ts';
import type { Interaction, Origin } from './interaction.ts';
import type { Message } from './message-store.ts';
import type { World } from './world.ts';

/** Where a message is to stand and what it answers, before there is anything in it. */
export type Slot = {
	readonly channelId: string;
	readonly origin: Origin;
	readonly type: number;
	readonly more: Pick<Message, 'application_id' | 'webhook_id' | 'interaction_metadata' | 'nonce'>;
};

/** Takes an interaction and whether its first response is meant, gives the place of a message that answers it. */
export function responseSlot(world: World, interaction: Interaction, isOriginal: boolean): Slot {
	const { originalId } = interaction;
	return {
		channelId: interaction.place.channelId,
		origin: interaction,
		type: interaction.type === 2 && isOriginal ? 20 : 0,
		more: {
			application_id: world.bot.id,
			webhook_id: world.bot.id,
			interaction_metadata: {
				...interaction.metadata,
				...(isOriginal || !originalId ? {} : { original_response_message_id: originalId }),
			},
		},
	};
}

/** Takes a channel, whoever presses what stands there unless another is named, and a nonce; gives the message's place. */
export function channelSlot(channel: Channel, person: Origin['person'], nonce?: string | number): Slot {
	const { id: channelId, context, guildId } = channel;
	const place = { context, guildId, channelId, isUserInstall: false };
	return {
		channelId,
		origin: { place, person: channel.recipient ?? person, locale: 'en-US' },
		type: 0,
		more: nonce === undefined ? {} : { nonce },
	};
}
