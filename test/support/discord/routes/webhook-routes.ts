import { refusals } from '../api-error.ts';
import { hasFlag, messageFlags } from '../flags.ts';
import type { Interaction } from '../interaction.ts';
import { limits } from '../limits.ts';
import { responseSlot } from '../message-slot.ts';
import type { MessageRecord } from '../message-store.ts';
import { editMessage, writeMessage } from '../message-writer.ts';
import { parse } from '../parse.ts';
import type { Call, Route } from '../rest/route.ts';
import { whole } from '../rest/route.ts';
import { messageBody } from '../schemas/message.ts';

function interactionOf(call: Call): Interaction {
	if (call.param('application') !== call.world.bot.id) throw refusals.unknownWebhook();
	const interaction = call.world.interactions.get(call.param('token'));
	if (!interaction || Date.now() - interaction.createdAt > call.world.tokenMs) throw refusals.webhookToken();
	if (!interaction.response || interaction.response.type === 8) throw refusals.unknownWebhook();
	return interaction;
}

function recordOf(call: Call): MessageRecord {
	const interaction = interactionOf(call);
	const wanted = call.param('message');
	const id = wanted === '@original' ? interaction.originalId : wanted;
	const isOwn =
		id === interaction.originalId || id === interaction.sourceId || interaction.followUps.includes(id ?? '');
	const record = id !== undefined && isOwn ? call.world.messages.get(id) : undefined;
	if (!record) throw refusals.unknownMessage();
	return record;
}

function followUp(call: Call): MessageRecord {
	const { world, label, files } = call;
	const interaction = interactionOf(call);
	const body = parse(messageBody, call.body);
	const draft = { body, files, at: [], label };
	const original = interaction.originalId === undefined ? undefined : world.messages.get(interaction.originalId);
	if (original && hasFlag(original.message.flags, messageFlags.loading)) {
		// The first follow-up after a deferral takes the place of "thinking", and its privacy from there.
		const wanted = hasFlag(body.flags, messageFlags.ephemeral);
		if (wanted !== (original.onlyFor !== undefined)) {
			world.violations.push(`${label}: EPHEMERAL differs from the deferral, which decides; set it when deferring`);
		}
		return editMessage(world, original, {
			...draft,
			body: { ...body, flags: (body.flags ?? 0) & ~messageFlags.ephemeral },
		});
	}
	if (interaction.place.isUserInstall && interaction.followUps.length >= limits.userInstallFollowUps) {
		throw refusals.followUps();
	}
	const record = writeMessage(world, responseSlot(world, interaction, false), draft);
	interaction.followUps.push(record.message.id);
	return record;
}

const base = '/webhooks/:application/:token';
const one = `${base}/messages/:message`;
const response = whole('MessageResponse');

/** Follow-ups to an interaction, and changes to what it has sent. */
export const webhookRoutes: readonly Route[] = [
	{
		method: 'POST',
		path: base,
		needsToken: false,
		handle: (call) => ({ status: 200, body: followUp(call).message }),
		request: whole('IncomingWebhookRequestPartial'),
		response,
	},
	{
		method: 'GET',
		path: one,
		needsToken: false,
		handle: (call) => ({ status: 200, body: recordOf(call).message }),
		response,
	},
	{
		method: 'PATCH',
		path: one,
		needsToken: false,
		handle: (call) => {
			const record = recordOf(call);
			const body = parse(messageBody, call.body);
			const { world, files, label } = call;
			return { status: 200, body: editMessage(world, record, { body, files, at: [], label }).message };
		},
		request: whole('IncomingWebhookUpdateRequestPartial'),
		response,
	},
	{
		method: 'DELETE',
		path: one,
		needsToken: false,
		handle: (call) => {
			recordOf(call).isDeleted = true;
			return { status: 204 };
		},
	},
];
