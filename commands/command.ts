/** What a command is: written once, registered and run by every chat. */
import { z } from 'zod';
import type { Answer } from '../src/core/answer/answer.ts';
import type { PolicyCore } from '../src/core/core.ts';
import type { Messages } from '../src/core/messages/messages.ts';
import type { NameKind } from '../src/core/search/name-search.ts';
import type { Desk } from '../src/moderation/desk.ts';
import type { Limits } from '../src/moderation/limits.ts';
import type { Asker } from './asker.ts';
import type { Form, Reply } from './screen.ts';

/** A text in whatever language the messages are in. */
export type Localised = (messages: Messages) => string;

/** What a command is run with beside its options. */
export interface CommandContext {
	core: PolicyCore;
	/** Today, YYYY-MM-DD. */
	day: string;
	/** The asker's language as an IETF tag, if the platform tells. */
	language?: string | undefined;
	/** Lines on a page; Infinity in a terminal. */
	pageSize?: number;
	/** Told of every answer that is given, and of the words that it answers. */
	notice?: (answer: Answer, text?: string) => void;
	/** Who asks; undefined in a terminal. */
	asker?: Asker;
	/** How much they may ask; undefined where nobody counts. */
	limits?: Limits;
	/** Where moderators work; undefined in a terminal. */
	desk?: Desk;
}

export type Access = 'everyone' | 'moderators';

/** What a button that is no answer's carries out. */
export interface ButtonHandler {
	access: Access;
	press: (args: string[], context: ModerationContext) => Reply | Promise<Reply>;
}

/** A form: how it looks now, and what becomes of what is filled in. */
export interface FormHandler {
	access: Access;
	/** The form, or an answer that says why it cannot be opened. */
	open: (args: string[], context: ModerationContext) => Form | Reply | Promise<Form | Reply>;
	submit: (args: string[], values: Record<string, string>, context: ModerationContext) => Reply | Promise<Reply>;
	/** Keeps what has been filled in of a form that is left, and shows where that stands. Without it nothing is kept. */
	keep?: (args: string[], values: Record<string, string>, context: ModerationContext) => Reply | Promise<Reply>;
	/** What is wrong with one of the values so far, and how to put it right: for chats that ask for one field after another. */
	check?: (
		args: string[],
		values: Record<string, string>,
		field: string,
		context: ModerationContext,
	) => string | undefined | Promise<string | undefined>;
}

/** A command's context in a chat that has moderators. */
export type ModerationContext = CommandContext & Required<Pick<CommandContext, 'asker' | 'desk'>>;

export interface Command {
	/** The same on all platforms: 1 to 32 of a-z. */
	name: string;
	description: Localised;
	options: z.ZodObject;
	access: Access;
	/** Takes options as they came; the reply says what is wrong with them. Adapters run it by runCommand. */
	run: (options: Record<string, unknown>, context: CommandContext) => Reply | Promise<Reply>;
	/** Needs the store, which a terminal has not. */
	needsDesk?: true;
	/** The buttons and forms that belong to it, by verb. */
	buttons?: Readonly<Record<string, ButtonHandler>>;
	forms?: Readonly<Record<string, FormHandler>>;
}

/** How an option appears to the person who fills it in. */
export interface OptionMeta {
	description: Localised;
	/** Offers these names while typing. */
	suggest?: NameKind;
	/** The only values there are. */
	choices?: readonly { value: string; label: string }[];
}

const metas = z.registry<OptionMeta>();

/** A text option of at most `max` characters. */
export function textOption(max: number, meta: OptionMeta): z.ZodString {
	return z
		.string()
		.trim()
		.min(1, 'must not be empty')
		.max(max, `must be at most ${max} characters`)
		.register(metas, meta);
}

/** All that an adapter needs to register and fill in an option. */
export interface OptionDescription extends OptionMeta {
	name: string;
	required: boolean;
	maxLength: number;
}

/** The options of a command, required ones first, as both platforms want them. */
export function describeOptions(command: Pick<Command, 'name' | 'options'>): OptionDescription[] {
	return Object.entries(command.options.shape)
		.map(([name, schema]) => {
			const required = !(schema instanceof z.ZodOptional);
			const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
			const meta = metas.get(inner as z.ZodString);
			if (!meta) throw new Error(`option "${name}" of /${command.name} is not made by textOption()`);
			return { ...meta, name, required, maxLength: (inner as z.ZodString).maxLength ?? 100 };
		})
		.sort((a, b) => Number(b.required) - Number(a.required));
}

/** Defines a command whose `run` gets its options checked and typed. */
export function defineCommand<Options extends z.ZodObject>(
	command: Omit<Command, 'options' | 'run' | 'needsDesk'> & {
		options: Options;
		run: (options: z.infer<Options>, context: CommandContext) => Reply | Promise<Reply>;
	},
): Command {
	return {
		...command,
		run: (options, context) => {
			const parsed = command.options.safeParse(options);
			if (parsed.success) return command.run(parsed.data, context);
			const [issue] = parsed.error.issues;
			const option = String(issue?.path[0] ?? '');
			if (issue?.code === 'invalid_type') {
				const wanted = describeOptions(command).find(({ name }) => name === option)?.description;
				if (wanted) return context.core.explain({ kind: 'missing-option', option, wanted }, context);
			}
			return context.core.explain({ kind: 'bad-option', option, problem: issue?.message ?? 'is not valid' }, context);
		},
	};
}

/** Defines a command that works at the moderators' desk. */
export function defineDeskCommand<Options extends z.ZodObject>(
	command: Omit<Command, 'options' | 'run' | 'needsDesk'> & {
		options: Options;
		run: (options: z.infer<Options>, context: ModerationContext) => Reply | Promise<Reply>;
	},
): Command {
	const run = (options: z.infer<Options>, context: CommandContext) =>
		hasDesk(context) ? command.run(options, context) : context.core.explain({ kind: 'failed' }, context);
	return { ...defineCommand({ ...command, run }), needsDesk: true };
}

export function hasDesk(context: CommandContext): context is ModerationContext {
	return context.asker !== undefined && context.desk !== undefined;
}
