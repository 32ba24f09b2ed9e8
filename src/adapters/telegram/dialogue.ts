/** A form in a chat that has none: its fields are asked for one after another. It is kept in the store, and so survives a restart. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keyOfAsker } from '../../../commands/asker.ts';
import type { Command, ModerationContext } from '../../../commands/command.ts';
import { openForm, submit } from '../../../commands/dispatch.ts';
import { asScreen, type Form, type FormField, type Screen, say } from '../../../commands/screen.ts';
import type { Action } from '../../core/answer/answer.ts';
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
});
type State = z.infer<typeof stateSchema>;

/** The pieces of one text arrive within this time, in seconds. */
const PIECES = 3;
/** Choices with a button of their own: more make a wall. */
const MAX_CHOICES = 12;

export interface DialogueContext {
	commands: readonly Command[];
	context: ModerationContext;
}

/** Opens `form` by asking for its first field. An earlier dialogue of the person in this chat ends. */
export async function beginDialogue(form: Form, update: number, dialogue: DialogueContext): Promise<Screen> {
	return ask(form, { form: form.id, at: 0, values: {}, update }, dialogue);
}

/** Takes a text as the answer to what was asked; undefined when nothing is open. */
export async function takeText(
	text: string,
	update: number,
	sentAt: number,
	dialogue: DialogueContext,
): Promise<Screen | undefined> {
	const { context } = dialogue;
	const open = await find(dialogue);
	if (!open) return undefined;
	const { state } = open;
	const form = await formOf(state, dialogue);
	if ('answers' in form) return form;
	const field = form.fields[state.at];
	if (!field) return undefined;
	if (update <= state.update) return prompt(form, state, context);
	if (state.tooLongAt !== undefined && sentAt - state.tooLongAt <= PIECES) return { answers: [] };
	const problem = problemWith(field, text);
	if (problem) {
		if (text.length > field.maxLength) await save({ ...state, tooLongAt: sentAt }, dialogue);
		const asked = prompt(form, state, context);
		const [first] = asked.answers;
		return first ? { answers: [{ ...first, blocks: [{ text: problem, citations: [] }, ...first.blocks] }] } : asked;
	}
	const { tooLongAt: _over, ...rest } = state;
	return goOn(form, { ...rest, update, values: { ...state.values, [field.name]: answerOf(field, text) } }, dialogue);
}

/** The buttons under a question of a dialogue begin with this. */
export const DIALOGUE = '~';

/** Carries out a button under a question of a dialogue. */
export async function pressInDialogue(action: string, update: number, dialogue: DialogueContext): Promise<Screen> {
	const m = messagesFor(dialogue.context.language);
	const [, what, at, mark, choice] = action.split('|');
	const open = await find(dialogue);
	// A button of an earlier question must not answer this one.
	if (!open || Number(at) !== open.state.at || mark !== markOf(open.state.form))
		return { answers: [], note: m.formGone };
	const { state } = open;
	if (what === 'cancel') {
		await end(dialogue);
		return { answers: [say(dialogue.context, m.formCancelled)], replace: true };
	}
	const form = await formOf(state, dialogue);
	if ('answers' in form) return form;
	const field = form.fields[state.at];
	if (!field) return { answers: [], note: m.formGone };
	const current = state.values[field.name] ?? field.value ?? '';
	switch (what) {
		case 'back':
			return ask(form, { ...state, update, at: Math.max(0, state.at - 1) }, dialogue);
		case 'keep':
			return goOn(form, { ...state, update, values: { ...state.values, [field.name]: current } }, dialogue);
		case 'empty':
			if (field.required) return { answers: [], note: m.formGone };
			return goOn(form, { ...state, update, values: { ...state.values, [field.name]: '' } }, dialogue);
		case 'rest':
			if (!canKeepRest(form, state)) return { answers: [], note: m.formGone };
			return finish(form, { ...state, update }, dialogue);
		case 'choose': {
			const chosen = field.choices?.[Number(choice)]?.value;
			if (chosen === undefined) return { answers: [], note: m.formGone };
			return goOn(form, { ...state, update, values: { ...state.values, [field.name]: chosen } }, dialogue);
		}
		default:
			return { answers: [], note: m.formGone };
	}
}

/** Ends the dialogue of the asker in this chat, as a command does. */
export async function endDialogue(dialogue: DialogueContext): Promise<void> {
	if (await find(dialogue)) await end(dialogue);
}

/** Goes to the next field, or sends the form when there is none. */
function goOn(form: Form, state: State, dialogue: DialogueContext): Promise<Screen> {
	const at = state.at + 1;
	return at < form.fields.length ? ask(form, { ...state, at }, dialogue) : finish(form, state, dialogue);
}

async function ask(form: Form, state: State, dialogue: DialogueContext): Promise<Screen> {
	await save(state, dialogue);
	return prompt(form, state, dialogue.context);
}

async function finish(form: Form, state: State, dialogue: DialogueContext): Promise<Screen> {
	const { commands, context } = dialogue;
	// What nobody touched stays as it was.
	const before = Object.fromEntries(
		form.fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])),
	);
	const screen = await submit(form.id, { ...before, ...state.values }, commands, context);
	await end(dialogue);
	return screen ? { ...screen, replace: false } : gone(context);
}

/** The question for one field, with what can be pressed instead of an answer. */
function prompt(form: Form, state: State, context: ModerationContext): Screen {
	const m = messagesFor(context.language);
	const field = form.fields[state.at] as FormField;
	const current = state.values[field.name] ?? field.value;
	const button = (label: string, what: string, more = ''): Action => ({
		label,
		action: [DIALOGUE, what, state.at, markOf(state.form), ...(more === '' ? [] : [more])].join('|'),
	});
	const actions: Action[] = [];
	for (const [at, { label }] of (field.choices ?? []).slice(0, MAX_CHOICES).entries())
		actions.push(button(label, 'choose', String(at)));
	if (current) actions.push(button('Keep it', 'keep'));
	if (!field.required) actions.push(button(m.formSkip, 'empty'));
	if (canKeepRest(form, state) && state.at < form.fields.length - 1) actions.push(button('Keep the rest', 'rest'));
	if (state.at > 0) actions.push(button(m.formBack, 'back'));
	actions.push(button(m.formCancel, 'cancel'));
	const blocks = [field.hint, ...(current ? [`Now: ${current}`] : []), m.formHint].filter(Boolean);
	const title = `${form.title} · ${field.label} (${state.at + 1}/${form.fields.length})`;
	return { answers: [say(context, title, blocks, actions)] };
}

/** Whether all fields from this one on have what they need. */
function canKeepRest(form: Form, state: State): boolean {
	return form.fields
		.slice(state.at)
		.every(({ name, value, required }) => !required || (state.values[name] ?? value ?? '') !== '');
}

function problemWith(field: FormField, text: string): string | undefined {
	if (text.trim() === '') return `${field.label} must not be empty.`;
	if (text.length > field.maxLength)
		return `${field.label} must be at most ${field.maxLength} characters; this is ${text.length}. Please shorten it.`;
	if (field.choices && !field.choices.some(({ value, label }) => isChoice(text, value, label)))
		return `${field.label} must be one of ${field.choices.map(({ value }) => value).join(', ')}.`;
	return undefined;
}

function answerOf(field: FormField, text: string): string {
	return field.choices?.find(({ value, label }) => isChoice(text, value, label))?.value ?? text;
}

function isChoice(text: string, value: string, label: string): boolean {
	const typed = text.trim().toLowerCase();
	return typed === value.toLowerCase() || typed === label.toLowerCase();
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

async function find({ context }: DialogueContext): Promise<{ state: State } | undefined> {
	const found = await context.desk.store.dialogues.get(await keyOfAsker(context), context.asker.chat);
	return found && { state: stateSchema.parse(JSON.parse(found.data)) };
}

async function save(state: State, { context }: DialogueContext): Promise<void> {
	const { store, now } = context.desk;
	const person = await keyOfAsker(context);
	await store.dialogues.save({ person, chat: context.asker.chat, data: JSON.stringify(state), updatedAt: now() });
}

async function end({ context }: DialogueContext): Promise<void> {
	await context.desk.store.dialogues.remove(await keyOfAsker(context), context.asker.chat);
}
