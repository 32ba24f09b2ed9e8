import { z } from 'zod';
import { refusals } from '../api-error.ts';
import { channelObject } from '../channel-object.ts';
import type { Channel } from '../channel-store.ts';
import { hasFlag, messageFlags } from '../flags.ts';
import { channelSlot } from '../message-slot.ts';
import type { Message, MessageRecord } from '../message-store.ts';
import { editMessage, writeMessage } from '../message-writer.ts';
import { parse } from '../parse.ts';
import { userObject } from '../people.ts';
import type { Call, Route } from '../rest/route.ts';
import { whole } from '../rest/route.ts';
import { snowflakeField } from '../schemas/common.ts';
import { channelMessageBody, messageBody } from '../schemas/message.ts';

/** Gives the channel of the path; throws where the bot cannot look into it. */
function channelOf({ world, param }: Call): Channel {
	const channel = world.channels.get(param('channel'));
	if (!channel || channel.isDeleted) throw refusals.unknownChannel(channel !== undefined);
	const isOutside = channel.guildId !== undefined && !world.guilds.has(channel.guildId);
	if (isOutside || channel.access === 'none') throw refusals.missingAccess();
	return channel;
}

/** Like channelOf; throws too where the bot cannot write. */
function writableChannel(call: Call): Channel {
	const channel = channelOf(call);
	if (channel.access === 'read') throw refusals.missingPermissions();
	if (channel.recipient && call.world.closedTo.has(channel.recipient.id)) throw refusals.closedToBot();
	return channel;
}

function recordIn(channel: Channel, { world, param }: Call): MessageRecord {
	const record = world.messages.get(param('message'));
	// What only one person sees can be reached by the token of its interaction alone.
	if (record?.message.channel_id !== channel.id || record.onlyFor !== undefined || record.isForged) {
		throw refusals.unknownMessage();
	}
	return record;
}

function post(call: Call): Message {
	const { world, label, files } = call;
	const channel = writableChannel(call);
	const {
		nonce,
		enforce_nonce: isEnforced,
		message_reference: reference,
		...body
	} = parse(channelMessageBody, call.body);
	const known = isEnforced ? world.messages.get(channel.nonces.get(String(nonce)) ?? '') : undefined;
	if (known) return known.message;
	if (reference) world.violations.push(`${label}: message_reference is not understood by this local server`);
	if (hasFlag(body.flags, messageFlags.ephemeral)) {
		world.violations.push(`${label}: EPHEMERAL cannot be set on a message of a channel, everyone there sees it`);
	}
	const draft = {
		body: { ...body, flags: (body.flags ?? 0) & ~messageFlags.ephemeral },
		files,
		at: [],
		label,
	};
	const { message } = writeMessage(world, channelSlot(channel, world.person, nonce ?? undefined), draft);
	if (isEnforced && nonce !== undefined && nonce !== null) channel.nonces.set(String(nonce), message.id);
	return message;
}

function openDirectMessages({ world, body }: Call): Channel {
	const { recipient_id: id } = parse(z.object({ recipient_id: snowflakeField }), body);
	const recipient = world.people.get(id);
	if (!recipient) throw refusals.invalidRecipient();
	return world.channels.direct(recipient);
}

function schemaOf(body: unknown): string {
	const isPrivate = z.object({ type: z.literal(1) }).safeParse(body).success;
	return isPrivate ? 'PrivateChannelResponse' : 'GuildChannelResponse';
}

const messages = '/channels/:channel/messages';
const one = `${messages}/:message`;
const response = whole('MessageResponse');

/** Channels and direct messages, and the messages the bot posts there unasked. */
export const channelRoutes: readonly Route[] = [
	{
		method: 'POST',
		path: '/users/@me/channels',
		needsToken: true,
		handle: (call) => ({ status: 200, body: channelObject(openDirectMessages(call)) }),
		request: whole('CreatePrivateChannelRequest'),
		response: whole('PrivateChannelResponse'),
	},
	{
		method: 'GET',
		path: '/users/:user',
		needsToken: true,
		handle: ({ world, param }) => {
			const known = world.people.get(param('user'));
			if (!known) throw refusals.unknownUser();
			return { status: 200, body: userObject(known) };
		},
		response: whole('UserResponse'),
	},
	{
		method: 'GET',
		path: '/channels/:channel',
		needsToken: true,
		handle: (call) => ({ status: 200, body: channelObject(channelOf(call)) }),
		response: (body) => [[schemaOf(body), body]],
	},
	{
		method: 'POST',
		path: messages,
		needsToken: true,
		handle: (call) => ({ status: 200, body: post(call) }),
		request: whole('MessageCreateRequest'),
		response,
	},
	{
		method: 'GET',
		path: one,
		needsToken: true,
		handle: (call) => ({ status: 200, body: recordIn(channelOf(call), call).message }),
		response,
	},
	{
		method: 'PATCH',
		path: one,
		needsToken: true,
		handle: (call) => {
			const record = recordIn(channelOf(call), call);
			const body = parse(messageBody, call.body);
			const { world, files, label } = call;
			return { status: 200, body: editMessage(world, record, { body, files, at: [], label }).message };
		},
		request: whole('MessageEditRequestPartial'),
		response,
	},
	{
		method: 'DELETE',
		path: one,
		needsToken: true,
		handle: (call) => {
			recordIn(channelOf(call), call).isDeleted = true;
			return { status: 204 };
		},
	},
];
