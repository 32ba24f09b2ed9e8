/** Shows what an interaction leads to: answers, a form, or a few words; Discord is told to wait when it takes long. */
import {
	type ButtonInteraction,
	type ChatInputCommandInteraction,
	MessageFlags,
	type ModalSubmitInteraction,
} from 'discord.js';
import { type Screen, say } from '../../../commands/screen.ts';
import type { Answer } from '../../core/answer/answer.ts';
import { messagesFor } from '../../core/messages/messages.ts';
import type { Logger } from '../../log.ts';
import { toModal } from './modal.ts';
import { renderDiscord } from './render.ts';
import { respond } from './respond.ts';

export type Shown = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** After this long Discord is told to wait: well within its three seconds. In milliseconds. */
const DEFER_AFTER = 1_500;

const SLOW = Symbol('slow');

/** Waits for `work` and shows what it gives. */
export async function show(interaction: Shown, work: Promise<Screen>, log: Logger): Promise<void> {
	const { promise: late, resolve } = Promise.withResolvers<typeof SLOW>();
	const timer = setTimeout(() => resolve(SLOW), DEFER_AFTER);
	const first = await Promise.race([work, late]);
	clearTimeout(timer);
	if (first !== SLOW) return showNow(interaction, first, log);
	// Only who asked sees what takes that long: moderation.
	await respond(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }), log);
	const [answer, ...rest] = withoutForm(interaction, await work);
	if (answer) await interaction.editReply(rendered(answer));
	await followUp(interaction, rest);
}

async function showNow(interaction: Shown, screen: Screen, log: Logger): Promise<void> {
	const { form } = screen;
	// A form cannot answer a form.
	if (form && !interaction.isModalSubmit()) return respond(() => interaction.showModal(toModal(form)), log);
	const [answer, ...rest] = withoutForm(interaction, screen);
	if (!answer) return;
	if (screen.replace && replaces(interaction, answer)) await respond(() => interaction.update(rendered(answer)), log);
	else {
		// What a button leads to elsewhere is for the presser alone.
		const isPrivate = answer.private || !interaction.isChatInputCommand();
		const flags = isPrivate ? { flags: MessageFlags.Ephemeral as const } : {};
		await respond(() => interaction.reply({ ...rendered(answer), ...flags }), log);
	}
	await followUp(interaction, rest);
}

/** What is private must not take the place of what all can see. */
function replaces(
	interaction: Shown,
	answer: Answer,
): interaction is ButtonInteraction | (ModalSubmitInteraction & { update: ButtonInteraction['update'] }) {
	if (interaction.isChatInputCommand()) return false;
	if (interaction.isModalSubmit() && !interaction.isFromMessage()) return false;
	return !answer.private || interaction.message?.flags.has(MessageFlags.Ephemeral) === true;
}

async function followUp(interaction: Shown, answers: readonly Answer[]): Promise<void> {
	for (const answer of answers) await interaction.followUp({ ...rendered(answer), flags: MessageFlags.Ephemeral });
}

function rendered(answer: Answer) {
	return renderDiscord(answer, messagesFor(answer.language));
}

/** The answers; a few words become one, and a form that cannot be opened now gets a button. */
function withoutForm({ locale }: Shown, { answers, note, form }: Screen): Answer[] {
	const context = { language: locale };
	if (form) return [say(context, form.title, [], [{ label: 'Open the form', action: form.id, style: 'good' }])];
	if (answers.length === 0) return [say(context, note ?? messagesFor(locale).failedTitle)];
	return [...answers];
}
