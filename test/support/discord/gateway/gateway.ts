import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { limits } from '../limits.ts';
import type { Shard } from '../snowflake.ts';
import type { World } from '../world.ts';
import { checkIdentify, checkResume } from './authentication.ts';
import { Connection } from './connection.ts';
import { guildObject } from './guild-object.ts';
import { closeCodes, guildsIntent, opcodes } from './opcodes.ts';
import { payload } from './payloads.ts';
import { Session } from './session.ts';

export type GatewayOptions = { readonly heartbeatMs: number };

export type SessionInfo = {
	readonly id: string;
	readonly isConnected: boolean;
	readonly sequence: number;
	readonly intents: number;
	/** Its number and how many there are; [0, 1] when the bot did not shard. */
	readonly shard: Shard;
	readonly resumes: number;
};

const known = new Set<number>([1, 2, 3, 4, 6, 8, 31, 43]);

/** The gateway: sessions, their connections, and ways to break them. */
export class Gateway {
	/** How often a bot has identified, and how often it has resumed. */
	identifies = 0;
	resumes = 0;
	readonly #world: World;
	readonly #options: GatewayOptions;
	readonly #server = new WebSocketServer({ noServer: true });
	readonly #sessions = new Map<string, Session>();
	readonly #connections = new Set<Connection>();

	constructor(world: World, options: GatewayOptions) {
		this.#world = world;
		this.#options = options;
	}

	/** The sessions that can be resumed or are connected, oldest first. */
	get sessions(): SessionInfo[] {
		return [...this.#sessions.values()].map((session) => ({
			id: session.id,
			isConnected: this.#connectionOf(session) !== undefined,
			sequence: session.sequence,
			intents: session.intents,
			shard: session.shard,
			resumes: session.resumes,
		}));
	}

	/** Cuts the sockets, or those of one shard, without a close frame. */
	drop(shard?: number): void {
		for (const connection of this.#leave(shard)) connection.socket.terminate();
	}

	/** Closes the sockets, or those of one shard, with a code, such as 4000 (resume) or 4009. */
	close(code: number, shard?: number): void {
		for (const connection of this.#leave(shard)) connection.socket.close(code);
	}

	/** Asks the bot to reconnect and resume (op 7), or one shard of it. */
	reconnect(shard?: number): void {
		for (const connection of this.#leave(shard)) connection.send({ op: opcodes.reconnect, d: null });
	}

	/** Tells the bot that its session is invalid (op 9); unless resumable, the session is gone and it has to identify. */
	invalidSession(isResumable: boolean): void {
		for (const connection of this.#connections) {
			if (!isResumable && connection.session) this.#sessions.delete(connection.session.id);
			connection.session = undefined;
			connection.send({ op: opcodes.invalidSession, d: isResumable });
		}
	}

	/** Leaves the heartbeats of the present connections unanswered. */
	stopAcknowledging(): void {
		for (const connection of this.#connections) connection.isAcknowledging = false;
	}

	/** Resolves after the next IDENTIFY from now; rejects after `timeoutMs`. */
	identified(timeoutMs = 10_000): Promise<void> {
		return this.#counted(() => this.identifies, timeoutMs, 'no IDENTIFY');
	}

	/** Resolves after the next RESUME from now, when what was missed has been replayed; rejects after `timeoutMs`. */
	resumed(timeoutMs = 10_000): Promise<void> {
		return this.#counted(() => this.resumes, timeoutMs, 'no RESUME');
	}

	/** Whether a bot is connected with all its shards, has identified or resumed, and was not told to go. */
	get isConnected(): boolean {
		const shards = [...this.#connections].flatMap(({ session, isLeaving }) =>
			session && !isLeaving ? [session.shard] : [],
		);
		return shards.some(([, count]) => {
			const there = shards.filter(([, counted]) => counted === count).map(([id]) => id);
			return new Set(there).size === count;
		});
	}

	/**
	 * Takes an event, what to do each time it goes out and the guild it is of, if it is of one; sends it to every session
	 * of the shard that serves the guild, or keeps it for the RESUME.
	 */
	dispatch(t: string, d: unknown, delivered: () => void, guildId: string | undefined): void {
		if (this.#sessions.size === 0) throw new Error(`no gateway session to send ${t} to: the bot has not identified`);
		const sessions = [...this.#sessions.values()].filter((session) => session.serves(guildId));
		if (sessions.length === 0) throw new Error(`no gateway session serves ${guildId ?? 'direct messages'}`);
		for (const session of sessions) this.#send(session, t, d, delivered);
	}

	/** Takes an event of a guild, sends it to the sessions that asked for guilds; there need not be any. */
	announce(t: string, d: unknown, guildId: string): void {
		for (const session of this.#sessions.values()) {
			if (session.serves(guildId) && (session.intents & guildsIntent) !== 0) this.#send(session, t, d, () => {});
		}
	}

	/** Takes over a socket of the http server that asks for the gateway. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const url = new URL(request.url ?? '/', 'http://local');
		if (!/^\/gateway\/?$/.test(url.pathname)) {
			socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
			return;
		}
		this.#server.handleUpgrade(request, socket, head, (opened) => this.#accept(opened, url.searchParams));
	}

	/** Ends every connection. */
	end(): void {
		this.drop();
		this.#server.close();
	}

	#counted(count: () => number, timeoutMs: number, what: string): Promise<void> {
		const before = count();
		return this.#world.changed
			.until(
				() => (count() > before ? null : undefined),
				timeoutMs,
				() => what,
			)
			.then(() => {});
	}

	#send(session: Session, t: string, d: unknown, delivered: () => void): void {
		const event = session.next(t, d, delivered);
		const connection = this.#connectionOf(session);
		if (connection?.send(event) && !connection.isLeaving) delivered();
	}

	#leave(shard: number | undefined): Connection[] {
		const leaving = [...this.#connections].filter(({ session }) => shard === undefined || session?.shard[0] === shard);
		for (const connection of leaving) connection.isLeaving = true;
		return leaving;
	}

	#connectionOf(session: Session): Connection | undefined {
		return [...this.#connections].find((connection) => connection.session === session);
	}

	#accept(socket: WebSocket, query: URLSearchParams): void {
		const connection = new Connection(socket, query.get('compress') === 'zlib-stream');
		if (query.get('v') !== '10' || (query.get('encoding') ?? 'json') !== 'json') {
			this.#refuse(
				connection,
				closeCodes.invalidVersion,
				`gateway address asks for ${query}: only v=10, encoding=json`,
			);
			return;
		}
		this.#connections.add(connection);
		let silence: NodeJS.Timeout | undefined;
		const listen = (): void => {
			clearTimeout(silence);
			// Two beats and a bit: a bot that stays silent so long has blocked or lost its timer.
			silence = setTimeout(() => {
				this.#refuse(connection, closeCodes.sessionTimedOut, 'no heartbeat for two intervals');
			}, this.#options.heartbeatMs * 2.25);
			silence.unref();
		};
		socket.on('message', (data) => {
			if (this.#receive(connection, data) === opcodes.heartbeat) listen();
			this.#world.changed.ring();
		});
		socket.on('error', () => socket.terminate());
		socket.on('close', (code) => {
			clearTimeout(silence);
			this.#connections.delete(connection);
			// A bot that closes with 1000 or 1001 goes offline, its session ends with it.
			if (connection.session && !connection.isLeaving && (code === 1000 || code === 1001)) {
				this.#sessions.delete(connection.session.id);
			}
			this.#world.changed.ring();
		});
		listen();
		connection.send({ op: opcodes.hello, d: { heartbeat_interval: this.#options.heartbeatMs, _trace: ['local'] } });
	}

	#refuse(connection: Connection, code: number, violation: string): void {
		this.#world.violations.push(`gateway: ${code} ${violation}`);
		connection.isLeaving = true;
		connection.socket.close(code);
	}

	#receive(connection: Connection, data: RawData): number | undefined {
		const text = String(data);
		if (connection.isLeaving) return undefined;
		if (connection.sends.isPassed()) {
			this.#refuse(connection, closeCodes.rateLimited, `more than ${limits.gatewaySends} sends in a minute`);
			return undefined;
		}
		let message: unknown;
		try {
			message = JSON.parse(text);
		} catch {
			message = undefined;
		}
		const parsed = payload.safeParse(message);
		if (!parsed.success) {
			this.#refuse(connection, closeCodes.decodeError, 'a payload that is not JSON with an op');
			return undefined;
		}
		const { op, d } = parsed.data;
		if (!known.has(op)) this.#refuse(connection, closeCodes.unknownOpcode, `opcode ${op}`);
		else if (op === opcodes.heartbeat) {
			if (connection.isAcknowledging) connection.send({ op: opcodes.heartbeatAck });
		} else if (op === opcodes.identify || op === opcodes.resume) {
			if (connection.session) this.#refuse(connection, closeCodes.alreadyAuthenticated, `opcode ${op} when identified`);
			else if (op === opcodes.identify) this.#identify(connection, d, text.length);
			else this.#resume(connection, d);
		} else if (!connection.session)
			this.#refuse(connection, closeCodes.notAuthenticated, `opcode ${op} before IDENTIFY`);
		return op;
	}

	#identify(connection: Connection, d: unknown, size: number): void {
		const checked = checkIdentify(d, size, this.#world.token);
		if ('violation' in checked) {
			this.#refuse(connection, checked.code, checked.violation);
			return;
		}
		if (checked.compress) connection.compressPayloads();
		const session = new Session(checked.intents, checked.shard ?? [0, 1]);
		this.#sessions.set(session.id, session);
		connection.session = session;
		const guilds = [...this.#world.guilds.values()].filter(({ id }) => session.serves(id));
		connection.send(
			session.next('READY', {
				v: 10,
				user: this.#world.bot.user,
				guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
				session_id: session.id,
				resume_gateway_url: `${this.#world.address.replace('http', 'ws')}/gateway`,
				...(checked.shard ? { shard: checked.shard } : {}),
				application: { id: this.#world.bot.id, flags: 0 },
				_trace: ['local'],
			}),
		);
		if ((checked.intents & guildsIntent) !== 0) {
			for (const guild of guilds) connection.send(session.next('GUILD_CREATE', guildObject(this.#world, guild)));
		}
		this.identifies += 1;
	}

	#resume(connection: Connection, d: unknown): void {
		const checked = checkResume(d, this.#world.token);
		if ('violation' in checked) {
			this.#refuse(connection, checked.code, checked.violation);
			return;
		}
		const session = this.#sessions.get(checked.session_id);
		if (!session) {
			connection.send({ op: opcodes.invalidSession, d: false });
			return;
		}
		if (checked.seq > session.sequence) {
			const violation = `RESUME with sequence ${checked.seq}, sent were ${session.sequence}`;
			this.#refuse(connection, closeCodes.invalidSequence, violation);
			return;
		}
		const old = this.#connectionOf(session);
		if (old) {
			old.session = undefined;
			old.socket.terminate();
		}
		connection.session = session;
		for (const { dispatch, delivered } of session.after(checked.seq)) {
			if (connection.send(dispatch)) delivered();
		}
		connection.send(session.next('RESUMED', { _trace: ['local'] }));
		session.resumes += 1;
		this.resumes += 1;
	}
}
