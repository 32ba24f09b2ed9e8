/** Sends a message that nobody asked for: to a channel, or to a person. */
import { DiscordAPIError, type REST, type RESTPostAPICurrentUserCreateDMChannelResult, Routes } from 'discord.js';
import type { Answer } from '../../core/answer/answer.ts';
import { messagesFor } from '../../core/messages/messages.ts';
import type { Recipient } from '../courier.ts';
import { isRefusal } from '../until-done.ts';
import { renderDiscord } from './render.ts';

export async function sendNotice(rest: REST, to: Recipient, answer: Answer): Promise<void> {
	const { embeds, components, allowedMentions } = renderDiscord(answer, messagesFor(answer.language));
	const body = { embeds, components, allowed_mentions: allowedMentions };
	await rest.post(Routes.channelMessages(await channelOf(rest, to)), { body });
}

async function channelOf(rest: REST, to: Recipient): Promise<string> {
	if ('chat' in to) return to.chat;
	const body = { recipient_id: to.person };
	return ((await rest.post(Routes.userChannels(), { body })) as RESTPostAPICurrentUserCreateDMChannelResult).id;
}

/** Whether Discord will not take a notice, however often it is sent: the person takes no messages, or the channel is closed or gone. */
export function isHopeless(error: unknown): boolean {
	return error instanceof DiscordAPIError && (isRefusal(error.status) || error.status === 404);
}
