import { type Member, newChatState, storeMessage, unixTime } from './chat-state.ts';
import { asMember } from './methods/chats.ts';
import type { Chat, User } from './objects.ts';
import { newPerson } from './people.ts';
import { TestChat } from './test-chat.ts';
import type { World } from './world.ts';

export interface GroupOptions {
	title: string;
	/** A supergroup with topics. */
	forum?: boolean;
	/** A basic group, which upgrade() can move; a supergroup otherwise. */
	basic?: boolean;
	/** Lets the bot read everything and delete messages. */
	botIsAdmin?: boolean;
	/** The speaker; a new person when not given. */
	user?: User;
}

const firstSupergroupId = -1_002_000_000_000;
const firstGroupId = -4_000_000;
const topicColour = 7_322_096;

/** Takes the options of a group and gives it, with its creator and one member in it. */
export function newGroup(world: World, options: GroupOptions): TestGroup {
	const number = world.nextId();
	const chat: Chat = {
		id: options.basic ? firstGroupId - number : firstSupergroupId - number,
		type: options.basic ? 'group' : 'supergroup',
		title: options.title,
		...(options.forum && { is_forum: true as const }),
	};
	const state = newChatState(chat);
	// A supergroup's first message tells of its creation, so topic 1 is always General.
	if (!options.basic) state.lastMessageId = 1;
	const creator = newPerson(world, { firstName: 'Grace' });
	const user = options.user ?? newPerson(world);
	state.members.set(creator.id, { user: creator, status: 'creator' });
	state.members.set(user.id, { user, status: 'member' });
	if (options.botIsAdmin) state.bot = 'administrator';
	world.chats.set(chat.id, state);
	return new TestGroup(world, state, user);
}

/** A group, with topics when it is a forum. */
export class TestGroup extends TestChat {
	/** The person who made the group; `user` is an ordinary member. */
	get creator(): User {
		const creator = [...this.state.members.values()].find(({ status }) => status === 'creator');
		return creator?.user ?? this.user;
	}

	/** Makes a person an administrator, or changes how the creator or an administrator appears. */
	promote(user: User, { anonymous = false, title }: { anonymous?: boolean; title?: string } = {}): void {
		if (anonymous && this.state.chat.type !== 'supergroup') throw new Error('only supergroups know anonymity');
		const isCreator = this.state.members.get(user.id)?.status === 'creator';
		const status = isCreator ? 'creator' : 'administrator';
		this.#change({ user, status, isAnonymous: anonymous, ...(title !== undefined && { title }) });
	}

	/** Makes an administrator an ordinary member again. */
	demote(user: User): void {
		this.#change({ user, status: 'member' });
	}

	/** Lets a person join, again if they had left or been thrown out. */
	join(user: User): void {
		this.#change({ user, status: 'member' });
	}

	/** Lets a person leave. */
	leave(user: User): void {
		this.#change({ user, status: 'left' });
	}

	/** Throws a person out for good. */
	ban(user: User): void {
		this.#change({ user, status: 'kicked' });
	}

	/** Makes the bot an administrator, or an ordinary member again. */
	setBotAdministrator(isAdministrator: boolean): void {
		const status = isAdministrator ? 'administrator' : 'member';
		this.setBot(status, status);
	}

	// Only an administrator hears of other members, and only if it asked for chat_member.
	#change(member: Member): void {
		const { members, bot, chat } = this.state;
		const before = members.get(member.user.id) ?? { user: member.user, status: 'left' as const };
		members.set(member.user.id, member);
		if (bot !== 'administrator') return;
		const [old, fresh] = [asMember(before), asMember(member)];
		const update = { chat, from: this.creator, date: unixTime(), old_chat_member: old, new_chat_member: fresh };
		this.world.enqueue({ chat_member: update });
	}

	/** Opens a topic, of which the bot hears, and gives its thread id. */
	topic(name: string): number {
		if (!this.state.chat.is_forum) throw new Error(`${this.state.chat.title} is not a forum`);
		const threadId = this.state.lastMessageId + 1;
		const message = storeMessage(this.state, {
			from: this.creator,
			message_thread_id: threadId,
			is_topic_message: true,
			forum_topic_created: { name, icon_color: topicColour },
		});
		this.state.topics.set(threadId, message);
		this.world.enqueue({ message });
		return threadId;
	}

	/** Moves a basic group to a supergroup, as Telegram tells it, and gives the new chat; the old one refuses the bot. */
	upgrade(): TestGroup {
		const { title = '' } = this.state.chat;
		const moved = newGroup(this.world, { title, user: this.user, botIsAdmin: this.state.bot === 'administrator' });
		moved.state.members = this.state.members;
		const last = storeMessage(this.state, { from: this.creator, migrate_to_chat_id: moved.id });
		const first = storeMessage(moved.state, { from: this.creator, migrate_from_chat_id: this.id });
		this.state.migratedTo = moved.id;
		this.world.enqueue({ message: last });
		this.world.enqueue({ message: first });
		return moved;
	}
}
