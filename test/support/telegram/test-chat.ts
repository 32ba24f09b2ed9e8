import { asQuoted, type ChatState, type Member, storeMessage, unixTime } from './chat-state.ts';
import { splitAsClient } from './client-split.ts';
import { detectEntities } from './detect-entities.ts';
import type { Event } from './journal.ts';
import { limits } from './limits.ts';
import { asMember, isAdministrator } from './methods/chats.ts';
import type { BotCommand, ChatMember, Message, User } from './objects.ts';
import { groupAnonymousBot } from './people.ts';
import { type Pressed, type PressOptions, press, sendPress } from './press.ts';
import type { ReplyInterface } from './reply-interface.ts';
import { seenCommands } from './seen-commands.ts';
import type { World } from './world.ts';

export interface SayOptions {
	/** The forum topic to speak in; none means General, or a chat without topics. */
	threadId?: number | undefined;
	/** The message this one replies to. */
	replyTo?: Message | undefined;
	/** The speaker; the chat's own user when not given. */
	from?: User | undefined;
	/** Whether an administrator writes as the group; as they usually do when not given. */
	anonymous?: boolean | undefined;
	timeoutMs?: number | undefined;
}

export interface Posted {
	message: Message;
	/** undefined when the bot did not get the message. */
	updateId: number | undefined;
	/** Why the bot did not get it. */
	withheld: string | undefined;
}

/** A chat as people in it use it. */
export class TestChat {
	readonly id: number;
	/** Who speaks unless `from` names someone else. */
	readonly user: User;
	protected readonly world: World;
	protected readonly state: ChatState;

	constructor(world: World, state: ChatState, user: User) {
		this.world = world;
		this.state = state;
		this.id = state.chat.id;
		this.user = user;
	}

	/** The chat's messages as they are now, oldest first. */
	get messages(): Message[] {
		return structuredClone([...this.state.messages.values()]);
	}

	/** Takes a message's id and gives it as it is now, undefined when deleted. */
	message(id: number): Message | undefined {
		return structuredClone(this.state.messages.get(id));
	}

	/** Says something and gives the bot's next message in this chat and thread; throws after `timeoutMs` (3,000). */
	async say(text: string, options: SayOptions = {}): Promise<Message> {
		const start = this.world.journal.events.length;
		const { message, withheld } = this.post(text, options);
		if (withheld) throw new Error(`the bot did not get "${text}": ${withheld}`);
		return this.#next(start, { ...options, question: message });
	}

	/** Says something and returns at once. */
	post(text: string, { threadId, replyTo, from = this.user, anonymous }: SayOptions = {}): Posted {
		if (text.length > limits.text) throw new Error(`a client splits ${text.length} characters: use postLong`);
		if (this.state.bot === 'unstarted') this.state.bot = 'member';
		const sender = this.#senderFields(this.#memberWriting(from), anonymous);
		const topic = threadId === undefined ? undefined : this.state.topics.get(threadId);
		if (threadId !== undefined && !topic) throw new Error(`no topic ${threadId} in chat ${this.id}`);
		const repliedTo = replyTo ?? topic;
		const entities = detectEntities(text);
		const message = storeMessage(this.state, {
			...sender,
			...(threadId !== undefined && { message_thread_id: threadId, is_topic_message: true as const }),
			...(repliedTo && { reply_to_message: asQuoted(repliedTo) }),
			text,
			...(entities.length > 0 && { entities }),
		});
		const withheld = this.#withheld(message);
		if (withheld) return { message, updateId: undefined, withheld };
		this.state.openThreads.add(threadId ?? 0);
		const { updateId, wanted } = this.world.enqueue({ message });
		return { message, updateId, withheld: wanted ? undefined : 'it does not ask for messages in allowed_updates' };
	}

	/** Says something of any length, in as many messages as a client makes of it; gives them at once. */
	postLong(text: string, options: SayOptions = {}): Posted[] {
		return splitAsClient(text).map((part) => this.post(part, options));
	}

	/** Says something and throws when the bot says anything in this chat within `ms`. */
	async sayExpectingSilence(text: string, ms = 300, options: SayOptions = {}): Promise<Posted> {
		const start = this.world.journal.events.length;
		const posted = this.post(text, options);
		const heard = await this.world.journal.maybe((event) => this.#sent(event), start, ms);
		if (heard) throw new Error(`silence expected after "${text}", but the bot said "${heard.text ?? heard.caption}"`);
		return posted;
	}

	/** Waits for the bot's next message from now on; use it for messages nobody asked for. */
	nextMessage(options: Pick<SayOptions, 'threadId' | 'timeoutMs'> = {}): Promise<Message> {
		return this.#next(this.world.journal.events.length, options);
	}

	/** Changes what a person said before; the bot hears of it as edited_message. */
	rewrite(message: Message, text: string): number {
		const entities = detectEntities(text);
		const { entities: _, ...rest } = message;
		const edited = { ...rest, text, edit_date: unixTime(), ...(entities.length > 0 && { entities }) };
		this.state.messages.set(message.message_id, edited);
		return this.world.enqueue({ edited_message: edited }).updateId;
	}

	/** Deletes a message as a person does: the bot hears nothing of it. */
	remove(message: Message): void {
		this.state.messages.delete(message.message_id);
		this.state.deleted.add(message.message_id);
	}

	/** Presses a button, named by its label or callback data; throws when the bot does not answer in time. */
	press(message: Message, button: string, options: PressOptions = {}): Promise<Pressed> {
		return press(this.world, this.state, message, button, { ...options, from: options.from ?? this.user });
	}

	/** Sends callback data of any kind for any message, as a modified client can; throws when the bot does not answer. */
	forgePress(message: Message | number, data: string, options: PressOptions = {}): Promise<Pressed> {
		const messageId = typeof message === 'number' ? message : message.message_id;
		return sendPress(this.world, this.state, messageId, data, { ...options, from: options.from ?? this.user });
	}

	/** Takes a message of the bot and gives what it opened in the client: a forced reply, a keyboard, or its end. */
	interfaceOf(message: Message): ReplyInterface | undefined {
		return this.state.interfaces.get(message.message_id);
	}

	/** Tells whether a message of the bot opens a reply to it in this person's client. */
	asksReplyOf(message: Message, user: User = this.user): boolean {
		const opened = this.interfaceOf(message);
		if (!opened?.force_reply) return false;
		if (!opened.selective || message.reply_to_message?.from?.id === user.id) return true;
		return (message.entities ?? []).some((entity) => {
			const words = message.text?.slice(entity.offset, entity.offset + entity.length).toLowerCase();
			const isNamed = user.username !== undefined && words === `@${user.username.toLowerCase()}`;
			return entity.user?.id === user.id || (entity.type === 'mention' && isNamed);
		});
	}

	/** Gives the commands that a person's client lists in this chat. */
	commandsFor(user: User = this.user): BotCommand[] {
		return seenCommands(this.world, this.state, user);
	}

	/** Blocks the bot, or throws it out of a group: whatever it sends is refused with 403 from now on. */
	removeBot(): void {
		this.setBot(this.state.chat.type === 'private' ? 'blocked' : 'kicked', 'kicked');
	}

	/** Unblocks the bot, or takes it back in. */
	restoreBot(): void {
		this.setBot('member', 'member');
	}

	protected setBot(bot: ChatState['bot'], status: ChatMember['status']): void {
		const before = this.state.bot === 'administrator' || this.state.bot === 'member' ? this.state.bot : 'kicked';
		this.state.bot = bot;
		this.world.enqueue({
			my_chat_member: {
				chat: this.state.chat,
				from: this.user,
				date: unixTime(),
				old_chat_member: asMember({ user: this.world.bot, status: before }),
				new_chat_member: asMember({ user: this.world.bot, status }),
			},
		});
	}

	#memberWriting(from: User): Member {
		const member: Member = { status: 'member', ...this.state.members.get(from.id), user: from };
		if (member.status === 'left' || member.status === 'kicked') {
			throw new Error(`${from.first_name} cannot write in chat ${this.id}: ${member.status}`);
		}
		this.state.members.set(from.id, member);
		return member;
	}

	#senderFields(member: Member, anonymous = member.isAnonymous ?? false): Partial<Message> {
		if (!anonymous) return { from: member.user };
		if (!isAdministrator(member) || this.state.chat.type !== 'supergroup') {
			throw new Error(`${member.user.first_name} cannot write anonymously in chat ${this.id}`);
		}
		const { title } = member;
		return {
			from: groupAnonymousBot,
			sender_chat: this.state.chat,
			...(title !== undefined && { author_signature: title }),
		};
	}

	#withheld({ text = '', entities = [], reply_to_message: repliedTo }: Message): string | undefined {
		const { bot, chat } = this.state;
		if (bot === 'blocked' || bot === 'kicked' || bot === 'left') return `it was removed from the chat (${bot})`;
		if (chat.type === 'private' || bot === 'administrator' || !this.world.privacy) return undefined;
		if (repliedTo?.from?.id === this.world.bot.id) return undefined;
		const command = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
		if (!command) return 'privacy mode hides what is neither a command nor a reply to the bot';
		const name = text.slice(0, command.length).split('@')[1];
		if (!name || name.toLowerCase() === this.world.bot.username?.toLowerCase()) return undefined;
		return `the command is for @${name}`;
	}

	#sent(event: Event): Message | undefined {
		return event.kind === 'sent' && event.chatId === this.id ? event.message : undefined;
	}

	#next(
		start: number,
		{ threadId, timeoutMs = 3000, question }: SayOptions & { question?: Message },
	): Promise<Message> {
		const elsewhere: string[] = [];
		const pick = (event: Event) => {
			const message = this.#sent(event);
			if (!message) return undefined;
			if (message.message_thread_id === threadId && !this.#answersSomeoneElse(message, question)) return message;
			elsewhere.push(`"${message.text ?? message.caption}" in thread ${message.message_thread_id ?? 'none'}`);
			return undefined;
		};
		const complaint = () => {
			const place = `chat ${this.id}${threadId === undefined ? '' : `, thread ${threadId}`}`;
			return [
				`the bot said nothing in ${place} within ${timeoutMs} ms`,
				question && `after "${question.text}"`,
				elsewhere.length > 0 && `but said ${elsewhere.join(', ')}`,
				this.world.violations.length > 0 && `violations: ${this.world.violations.join('; ')}`,
				`its last calls: ${lastCalls(this.world)}`,
			]
				.filter(Boolean)
				.join('; ');
		};
		return this.world.journal.until(pick, start, timeoutMs, complaint);
	}

	// Several people may wait for answers at once; a reply says whom it answers.
	#answersSomeoneElse({ reply_to_message: repliedTo }: Message, question: Message | undefined): boolean {
		if (!question || !repliedTo || repliedTo.forum_topic_created) return false;
		return repliedTo.message_id !== question.message_id && repliedTo.from?.id !== this.world.bot.id;
	}
}

function lastCalls(world: World): string {
	const calls = world.requests.slice(-4).map(({ method, outcome }) => `${method} (${outcome})`);
	return calls.join(', ') || 'none';
}
