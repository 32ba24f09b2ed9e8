import { z } from 'zod';
import { invalidForm, refusals } from '../api-error.ts';
import { hasFlag, messageFlags } from '../flags.ts';
import type { FirstResponse, Interaction } from '../interaction.ts';
import { responseSlot } from '../message-slot.ts';
import type { MessageRecord } from '../message-store.ts';
import { editMessage, loadingMessage, writeMessage } from '../message-writer.ts';
import { parse } from '../parse.ts';
import { problem } from '../problem.ts';
import type { Answer, Call, Claims, Route } from '../rest/route.ts';
import { choiceProblems } from '../rules/choice-rules.ts';
import { modalMistakes, modalProblems } from '../rules/modal-rules.ts';
import type { Callback } from '../schemas/callback.ts';
import { callback } from '../schemas/callback.ts';

const typeOnly = z.object({ type: z.int() });

function requestSchema(body: unknown): Claims {
	const type = typeOnly.safeParse(body).data?.type;
	if (type === 8) return [['ApplicationCommandAutocompleteCallbackRequest', body]];
	if (type === 9) return [['ModalInteractionCallbackRequest', body]];
	return [
		[
			type === 6 || type === 7 ? 'UpdateMessageInteractionCallbackRequest' : 'CreateMessageInteractionCallbackRequest',
			body,
		],
	];
}

// The file knows no resource of types 5 and 6, which Discord does send: there the message is checked alone.
function responseSchema(body: unknown): Claims {
	const shape = z.object({ interaction: z.unknown(), resource: z.object({ type: z.int(), message: z.unknown() }) });
	const known = shape.safeParse(body).data;
	if (!known) return body === undefined ? [] : [['InteractionCallbackResponse', body]];
	if (known.resource.type === 4 || known.resource.type === 7) return [['InteractionCallbackResponse', body]];
	return [
		['InteractionResponse', known.interaction],
		['MessageResponse', known.resource.message],
	];
}

function opened(call: Call): Interaction {
	const interaction = call.world.interactions.get(call.param('token'));
	if (!interaction || interaction.id !== call.param('interaction')) throw refusals.unknownInteraction();
	if (interaction.response) throw refusals.alreadyAcknowledged(interaction.isExcused);
	const now = Date.now();
	if (now - interaction.createdAt > call.world.responseMs) {
		// A bot that got the interaction late through a broken gateway could not have answered in time.
		const wasOnTime = now - (interaction.deliveredAt ?? now) <= call.world.responseMs;
		throw refusals.unknownInteraction(interaction.isExcused || wasOnTime);
	}
	return interaction;
}

function sourceOf(call: Call, interaction: Interaction): MessageRecord {
	const record = interaction.sourceId === undefined ? undefined : call.world.messages.get(interaction.sourceId);
	if (!record) throw refusals.unknownMessage();
	return record;
}

type Outcome = { response: Omit<FirstResponse, 'type' | 'at'>; record?: MessageRecord };

function respond(call: Call, interaction: Interaction, sent: Callback): Outcome {
	const { world, label, files } = call;
	switch (sent.type) {
		case 4: {
			const draft = { body: sent.data, files, at: ['data'], label };
			const record = writeMessage(world, responseSlot(world, interaction, true), draft);
			return { record, response: { isEphemeral: record.onlyFor !== undefined } };
		}
		case 5: {
			const isEphemeral = hasFlag(sent.data?.flags, messageFlags.ephemeral);
			const record = loadingMessage(world, responseSlot(world, interaction, true), isEphemeral);
			return { record, response: { isEphemeral } };
		}
		case 6: {
			const record = sourceOf(call, interaction);
			return { record, response: { isEphemeral: record.onlyFor !== undefined, sourceRevision: record.revision } };
		}
		case 7: {
			const record = sourceOf(call, interaction);
			if (sent.data) editMessage(world, record, { body: sent.data, files, at: ['data'], label });
			return { record, response: { isEphemeral: record.onlyFor !== undefined } };
		}
		case 8: {
			const problems = choiceProblems(sent.data.choices, interaction.focusedType ?? 3);
			if (problems.length > 0) throw invalidForm(problems);
			return { response: { isEphemeral: true, choices: sent.data.choices } };
		}
		case 9: {
			const problems = modalProblems(sent.data, ['data']);
			if (problems.length > 0) throw invalidForm(problems);
			world.violations.push(...modalMistakes(sent.data).map((mistake) => `${label}: ${mistake}`));
			return { response: { isEphemeral: true, modal: sent.data } };
		}
	}
}

function handle(call: Call): Answer {
	const interaction = opened(call);
	const { type } = parse(typeOnly, call.body);
	if (!interaction.takes.some((taken) => taken === type)) {
		const message = `Value must be one of (${interaction.takes.join(', ')}) for an interaction of type ${interaction.type}.`;
		throw invalidForm([problem(['type'], 'BASE_TYPE_CHOICES', message)]);
	}
	const sent = parse(callback, call.body);
	const { response, record } = respond(call, interaction, sent);
	interaction.response = { ...response, type: sent.type, at: Date.now() };
	interaction.originalId = record?.message.id;
	if (call.query.get('with_response') !== 'true') return { status: 204 };
	const { id, place } = interaction;
	return {
		status: 200,
		body: {
			interaction: {
				id,
				type: interaction.type,
				channel_id: place.channelId,
				...(place.guildId ? { guild_id: place.guildId } : {}),
				...(record
					? {
							response_message_id: record.message.id,
							response_message_loading: sent.type === 5,
							response_message_ephemeral: record.onlyFor !== undefined,
						}
					: {}),
			},
			...(record ? { resource: { type: sent.type, message: record.message } } : {}),
		},
	};
}

/** The first response to an interaction. */
export const callbackRoute: Route = {
	method: 'POST',
	path: '/interactions/:interaction/:token/callback',
	needsToken: false,
	handle,
	request: requestSchema,
	response: responseSchema,
};
