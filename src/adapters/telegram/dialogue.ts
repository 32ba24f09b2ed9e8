/** A form in a chat that has none: its fields are asked for one after another. It is kept in the store, and so survives a restart. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keyOfAsker } from '../../../commands/asker.ts';
import type { Command, ModerationContext } from '../../../commands/command.ts';
import { checkField, keepForm, openForm, submit } from '../../../commands/dispatch.ts';
import { asScreen, type Form, type FormField, type Screen, say } from '../../../commands/screen.ts';
import type { Action, Answer, Block } from '../../core/answer/answer.ts';
import { messagesFor } from '../../core/messages/messages.ts';

const stateSchema = z.object({
	form: z.string(),
	/** The field that is asked for, from 0. */
	at: z.number(),
	values: z.record(z.string(), z.string()),
	/** The update that was taken last, which Telegram may send again. */
	update: z.number(),
	/** When a text was refused as too long, in seconds: Telegram's clients send such a text in pieces. */
	tooLongAt: z.number().optional(),
	/** The title of the question, by which a reply in a group is known to be meant for it. */
	title: z.string(),
});
type State = z.infer<typeof stateSchema>;

/** The pieces of one text arrive within this time, in seconds. */
const PIECES = 3;
/** A text this long may be the first piece of a longer one. In characters. */
const MAYBE_A_PIECE = 2_000;
/** After this long a text is a question again, and only buttons go on with the dialogue. In milliseconds. */
const FORGOTTEN = 24 * 3_600_000;
/** Choices with a button of their own: more make a wall. */
const MAX_CHOICES = 10;
/** Word joiners are put into texts so that Telegram makes no links of them. */
const UNSEEN = /\u2060/g;

export interface DialogueContext {
	commands: readonly Command[];
	context: ModerationContext;
	/** Whether all that the person writes in the chat reaches the bot. */
	isPrivate: boolean;
}

/** A text that someone has sent. */
export interface Sent {
	text: string;
	update: number;
	/** In seconds since 1970. */
	at: number;
	/** The title of the bot's message that it is a reply to. */
	about: string | undefined;
}

/** Opens `form` by asking for its first field. An earlier dialogue of the person in this chat ends. */
export async function beginDialogue(form: Form, update: number, dialogue: DialogueContext): Promise<Screen> {
	const { commands, context } = dialogue;
	const left = await endDialogue(dialogue);
	// The form may concern what has just been kept.
	const opened = left && (await openForm(form.id, commands, context));
	const now = opened && 'fields' in opened ? opened : form;
	return ask(now, { form: now.id, at: 0, values: {}, update, title: '' }, dialogue);
}

/** Takes a text as the answer to what was asked; undefined when nothing is open, or it is meant for something else. */
export async function takeText(sent: Sent, dialogue: DialogueContext): Promise<Screen | undefined> {
	const { text, update } = sent;
	const open = await findOpen(dialogue);
	if (!open || !isForDialogue(sent, open.state, dialogue)) return undefined;
	const { state, since } = open;
	if (Date.parse(dialogue.context.desk.now()) - Date.parse(since) > FORGOTTEN) {
		await endDialogue(dialogue);
		return undefined;
	}
	const form = await formOf(state, dialogue);
	if ('answers' in form) return form;
	const field = form.fields[state.at];
	if (!field) return undefined;
	const isOlder = !dialogue.isPrivate && titleIn(sent.about) !== state.title;
	if (update <= state.update || isOlder) return prompt(form, state, dialogue);
	if (state.tooLongAt !== undefined && sent.at - state.tooLongAt <= PIECES) return { answers: [] };
	const refusal = problemWith(field, text);
	if (refusal !== undefined) {
		if (text.length > MAYBE_A_PIECE) await save({ ...state, tooLongAt: sent.at }, dialogue);
		return prompt(form, state, dialogue, refusal);
	}
	const { tooLongAt: _over, ...rest } = state;
	const next: State = { ...rest, update, values: { ...state.values, [field.name]: answerOf(field, text) } };
	const values = { ...valuesOf(form), ...next.values };
	const problem = await checkField(form.id, values, field.name, dialogue.commands, dialogue.context);
	if (problem === undefined) return goOn(form, next, dialogue);
	// Kept all the same: it may be right together with what has not been asked yet.
	await save(next, dialogue);
	return prompt(form, next, dialogue, `${field.label}: ${problem.replace(/\.$/, '')}.`);
}

/** The buttons under a question of a dialogue begin with this. */
export const DIALOGUE = '~';

/** Carries out a button under a question of a dialogue. */
export async function pressInDialogue(action: string, update: number, dialogue: DialogueContext): Promise<Screen> {
	const m = messagesFor(dialogue.context.language);
	const closed: Screen = { answers: [], note: m.formGone };
	const [, what, at, mark, choice] = action.split('|');
	const state = await find(dialogue);
	if (!state || mark !== markOf(state.form)) return closed;
	if (what === 'cancel' && Number(at) === state.at) return { ...(await cancel(dialogue, state)), replace: true };
	const form = await formOf(state, dialogue);
	if ('answers' in form) return form;
	// What Telegram sends again was carried out before.
	if (update <= state.update) return { ...prompt(form, state, dialogue), replace: true };
	const field = form.fields[state.at];
	// A button of an earlier question must not answer this one.
	if (Number(at) !== state.at) return { answers: [], note: 'That has been answered. The question below is open.' };
	if (!field) return closed;
	const take = (value: string) =>
		goOn(form, { ...state, update, values: { ...state.values, [field.name]: value } }, dialogue);
	const chosen = what === 'choose' ? field.choices?.[Number(choice)]?.value : undefined;
	const next = await (() => {
		if (what === 'back') return ask(form, { ...state, update, at: Math.max(0, state.at - 1) }, dialogue);
		if (what === 'keep') return take(currentOf(field, state));
		if (what === 'empty' && !field.required) return take('');
		if (what === 'rest' && canKeepRest(form, state)) return finish(form, { ...state, update }, dialogue);
		return chosen === undefined ? closed : take(chosen);
	})();
	// The next question takes the place of the one that was answered, so that no buttons are left behind.
	return { ...next, replace: next.answers.length > 0 };
}

/** Ends the dialogue of the asker in this chat, as a command does, and keeps what was sent. Whether there was one. */
export async function endDialogue(dialogue: DialogueContext): Promise<'kept' | 'dropped' | undefined> {
	const state = await find(dialogue);
	if (!state) return undefined;
	const kept = await keep(state, dialogue);
	await end(dialogue);
	return kept && !kept.refused ? 'kept' : 'dropped';
}

/** Ends the dialogue of the asker in this chat and shows where that leads; undefined when nothing is open. */
export async function cancelDialogue(dialogue: DialogueContext): Promise<Screen | undefined> {
	const state = await find(dialogue);
	return state && { ...(await cancel(dialogue, state)), replace: false };
}

async function cancel(dialogue: DialogueContext, state: State): Promise<Screen> {
	const kept = await keep(state, dialogue);
	await end(dialogue);
	return kept ?? { answers: [say(dialogue.context, messagesFor(dialogue.context.language).formCancelled)] };
}

function keep({ form, values }: State, { commands, context }: DialogueContext): Promise<Screen | undefined> {
	return keepForm(form, values, commands, context);
}

/** Goes to the next field, or sends the form when there is none. */
function goOn(form: Form, state: State, dialogue: DialogueContext): Promise<Screen> {
	const at = state.at + 1;
	return at < form.fields.length ? ask(form, { ...state, at }, dialogue) : finish(form, state, dialogue);
}

async function ask(form: Form, state: State, dialogue: DialogueContext): Promise<Screen> {
	await save({ ...state, title: titleOf(form, state) }, dialogue);
	return prompt(form, state, dialogue);
}

async function finish(form: Form, state: State, dialogue: DialogueContext): Promise<Screen> {
	const { commands, context } = dialogue;
	// What nobody touched stays as it was.
	const screen = await submit(form.id, { ...valuesOf(form), ...state.values }, commands, context);
	if (screen?.refused) {
		await save(state, dialogue);
		return { answers: [...screen.answers, ...prompt(form, state, dialogue).answers] };
	}
	await end(dialogue);
	return screen ? { ...screen, replace: false } : gone(context);
}

function valuesOf(form: Form): Record<string, string> {
	return Object.fromEntries(form.fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
}

/** The question for one field, with what can be pressed instead of an answer, and what was wrong with the answer before. */
function prompt(form: Form, state: State, { context, isPrivate }: DialogueContext, problem?: string): Screen {
	const m = messagesFor(context.language);
	const field = form.fields[state.at] as FormField;
	const { choices = [] } = field;
	const current = currentOf(field, state);
	const button = (label: string, what: string, ...more: number[]): Action => ({
		label,
		action: [DIALOGUE, what, state.at, markOf(state.form), ...more].join('|'),
	});
	const actions = choices.slice(0, MAX_CHOICES).map(({ label }, at) => button(nameOf(label), 'choose', at));
	const steps: Action[] = [];
	if (current !== '') steps.push(button('Keep it', 'keep'));
	if (!field.required) steps.push(button(current === '' ? m.formSkip : 'Leave it empty', 'empty'));
	const later = form.fields.slice(state.at + 1);
	if (later.length > 0 && canKeepRest(form, state))
		steps.push(
			button([field, ...later].some((one) => currentOf(one, state)) ? 'Keep the rest' : 'Skip the rest', 'rest'),
		);
	if (state.at > 0) steps.push(button(m.formBack, 'back'));
	steps.push({ ...button(m.formCancel, 'cancel'), style: 'bad' });
	const shown = choices.find(({ value }) => value === current)?.label;
	const explained = choices.filter(({ label }) => label !== nameOf(label));
	const lines = (texts: readonly string[]): Block[] => texts.map((text) => ({ text, line: true, citations: [] }));
	const blocks: (string | Block)[] = [
		...(problem === undefined ? [] : [problem]),
		...(explained.length > 0 ? lines(explained.map(({ label }) => `• ${label}`)) : [field.hint].filter(Boolean)),
		...(current === '' ? [] : [`Now: ${shown === undefined ? current : nameOf(shown)}`]),
		isPrivate ? m.formHint : m.formHintReply,
	];
	return {
		answers: [say(context, titleOf(form, state), blocks, actions, { feedback: steps } satisfies Partial<Answer>)],
	};
}

function titleOf({ title, fields }: Form, { at }: State): string {
	const count = fields.length > 1 ? ` (${at + 1}/${fields.length})` : '';
	return `${title} · ${fields[at]?.label ?? ''}${count}`;
}

function titleIn(about: string | undefined): string | undefined {
	return about?.replace(UNSEEN, '');
}

/** In a group only a reply to one of the dialogue's questions is meant for it. */
function isForDialogue({ about }: Sent, { title }: State, { isPrivate }: DialogueContext): boolean {
	const formTitle = title.slice(0, title.lastIndexOf(' · ') + 1);
	return isPrivate || (titleIn(about)?.startsWith(formTitle) ?? false);
}

/** What stands in a field now; empty for nothing. */
function currentOf({ name, value = '' }: FormField, { values }: State): string {
	return values[name] ?? value;
}

/** Whether all fields from this one on have what they need. */
function canKeepRest({ fields }: Form, state: State): boolean {
	return fields.slice(state.at).every((field) => !field.required || currentOf(field, state) !== '');
}

/** Why a text cannot be the value of a field. */
function problemWith({ label, maxLength, choices }: FormField, text: string): string | undefined {
	if (text.trim() === '') return `${label}: must not be empty.`;
	if (text.length > maxLength) {
		const length = text.length > MAYBE_A_PIECE ? 'much longer' : `${text.length} long`;
		return `${label}: must be at most ${maxLength} characters, and this is ${length}. Please shorten it.`;
	}
	if (choices && !choices.some((choice) => isChoice(text, choice)))
		return `${label}: must be one of ${choices.map((choice) => nameOf(choice.label)).join(', ')}.`;
	return undefined;
}

function answerOf({ choices }: FormField, text: string): string {
	return choices?.find((choice) => isChoice(text, choice))?.value ?? text;
}

type Choice = NonNullable<FormField['choices']>[number];

function isChoice(text: string, { value, label }: Choice): boolean {
	const typed = text.trim().toLowerCase();
	return [value, label, nameOf(label)].some((name) => name.toLowerCase() === typed);
}

/** A label without its explanation: "Banned" of "Banned: mining is prohibited". */
function nameOf(label: string): string {
	return label.split(': ', 1)[0] ?? label;
}

/** The form as it is now; what stands in its place when it cannot be opened any more. */
async function formOf(state: State, dialogue: DialogueContext): Promise<Form | Screen> {
	const opened = await openForm(state.form, dialogue.commands, dialogue.context);
	if (opened && 'fields' in opened) return opened;
	await end(dialogue);
	return opened ? asScreen(opened) : gone(dialogue.context);
}

function gone(context: ModerationContext): Screen {
	const m = messagesFor(context.language);
	return { answers: [say(context, m.failedTitle, [m.formGone])] };
}

/** Tells one form from another in a button. */
function markOf(form: string): string {
	return createHash('sha256').update(form).digest('base64url').slice(0, 6);
}

async function find(dialogue: DialogueContext): Promise<State | undefined> {
	return (await findOpen(dialogue))?.state;
}

async function findOpen({ context }: DialogueContext): Promise<{ state: State; since: string } | undefined> {
	const { asker, desk } = context;
	// Whoever only asks is not entered among the people.
	const person = await desk.store.people.known(asker.platform, asker.platformId);
	const found = person === undefined ? undefined : await desk.store.dialogues.get(person, asker.chat);
	return found && { state: stateSchema.parse(JSON.parse(found.data)), since: found.updatedAt };
}

async function save(state: State, { context }: DialogueContext): Promise<void> {
	const { store, now } = context.desk;
	const person = await keyOfAsker(context);
	await store.dialogues.save({ person, chat: context.asker.chat, data: JSON.stringify(state), updatedAt: now() });
}

async function end({ context }: DialogueContext): Promise<void> {
	await context.desk.store.dialogues.remove(await keyOfAsker(context), context.asker.chat);
}
