import { z } from 'zod';
import { invalidForm, refusals } from '../api-error.ts';
import type { StoredCommand } from '../command-store.ts';
import { limits } from '../limits.ts';
import { parse } from '../parse.ts';
import { problem } from '../problem.ts';
import type { Answer, Call, Route } from '../rest/route.ts';
import { each, whole } from '../rest/route.ts';
import { commandMistakes, commandProblems } from '../rules/command-rules.ts';
import type { CommandBody } from '../schemas/command.ts';
import { commandBody } from '../schemas/command.ts';
import { commandForSpec } from '../spec/quirks.ts';

const localizedKeys = new Set(['name_localizations', 'description_localizations']);

function withoutLocalizations(commands: readonly StoredCommand[]): unknown {
	return JSON.parse(JSON.stringify(commands, (key, value: unknown) => (localizedKeys.has(key) ? undefined : value)));
}

function check(call: Call, bodies: readonly CommandBody[], place: (index: number) => PropertyKey[]): void {
	const guildId = guildOf(call);
	const problems = bodies.flatMap((body, index) => commandProblems(body, place(index)));
	for (const [index, body] of bodies.entries()) {
		const same = bodies.findIndex(({ name, type }) => name === body.name && (type ?? 1) === (body.type ?? 1));
		if (same === index) continue;
		const message = 'Application command names must be unique';
		problems.push(problem([...place(index), 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', message));
	}
	if (problems.length > 0) throw invalidForm(problems);
	const mistakes = bodies.flatMap((body) => commandMistakes(body, guildId !== undefined));
	call.world.violations.push(...mistakes.map((mistake) => `${call.label}: ${mistake}`));
	if (call.world.commands.wouldPassDailyLimit(bodies, guildId)) throw refusals.dailyCreates(limits.commandCreatesADay);
}

function checkCounts(commands: readonly { type?: number | null | undefined }[]): void {
	for (const [type, max] of [
		[1, limits.chatCommands],
		[2, limits.menuCommands],
		[3, limits.menuCommands],
	] as const) {
		if (commands.filter((command) => (command.type ?? 1) === type).length > max) throw refusals.tooManyCommands(max);
	}
}

function guildOf(call: Call): string | undefined {
	return call.label.includes('/guilds/') ? call.param('guild') : undefined;
}

function known(call: Call): StoredCommand {
	const command = call.world.commands.get(call.param('command'), guildOf(call));
	if (!command) throw refusals.unknownCommand();
	return command;
}

function own(handle: (call: Call) => Answer): (call: Call) => Answer {
	return (call) => {
		if (call.param('application') !== call.world.bot.id) throw refusals.otherApplication();
		return handle(call);
	};
}

const list = own((call) => {
	const commands = call.world.commands.list(guildOf(call));
	const isFull = call.query.get('with_localizations') === 'true';
	return { status: 200, body: isFull ? commands : withoutLocalizations(commands) };
});

const overwrite = own((call) => {
	const bodies = parse(z.array(commandBody), call.body);
	checkCounts(bodies);
	check(call, bodies, (index) => [index]);
	return { status: 200, body: call.world.commands.overwrite(bodies, guildOf(call)) };
});

const create = own((call) => {
	const body = parse(commandBody, call.body);
	const guildId = guildOf(call);
	check(call, [body], () => []);
	const others = call.world.commands
		.list(guildId)
		.filter(({ name, type }) => name !== body.name || type !== (body.type ?? 1));
	checkCounts([...others, body]);
	const { command, isNew } = call.world.commands.upsert(body, guildId);
	return { status: isNew ? 201 : 200, body: command };
});

const change = own((call) => {
	const old = known(call);
	const sent = parse(commandBody.partial(), call.body);
	const { dm_permission: _stored, integration_types, ...kept } = old;
	// Stored defaults are not what the bot said: they must not be blamed on it.
	const defaults = old.guild_id === undefined ? { integration_types } : {};
	const body: CommandBody = { ...kept, ...defaults, ...sent, name: sent.name ?? old.name };
	const isNewName = body.name !== old.name;
	const taken = call.world.commands
		.list(guildOf(call))
		.some(({ name, type }) => name === body.name && type === old.type);
	if (isNewName && taken) {
		const message = 'Application command names must be unique';
		throw invalidForm([problem(['name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', message)]);
	}
	check(call, [body], () => []);
	return { status: 200, body: call.world.commands.replace(old, body, guildOf(call)) };
});

const remove = own((call) => {
	call.world.commands.remove(known(call), guildOf(call));
	return { status: 204 };
});

function routesUnder(scope: string): Route[] {
	const base = `/applications/:application${scope}/commands`;
	const one = `${base}/:command`;
	const response = whole('ApplicationCommandResponse');
	const forSpec = (schema: string) => (body: unknown) => whole(schema)(commandForSpec(body));
	return [
		{ method: 'GET', path: base, needsToken: true, handle: list, response: each('ApplicationCommandResponse') },
		{
			method: 'PUT',
			path: base,
			needsToken: true,
			handle: overwrite,
			request: (body) => each('ApplicationCommandUpdateRequest')(Array.isArray(body) ? body.map(commandForSpec) : body),
			response: each('ApplicationCommandResponse'),
		},
		{
			method: 'POST',
			path: base,
			needsToken: true,
			handle: create,
			request: forSpec('ApplicationCommandCreateRequest'),
			response,
		},
		{
			method: 'GET',
			path: one,
			needsToken: true,
			handle: own((call) => ({ status: 200, body: known(call) })),
			response,
		},
		{
			method: 'PATCH',
			path: one,
			needsToken: true,
			handle: change,
			request: forSpec('ApplicationCommandPatchRequestPartial'),
			response,
		},
		{ method: 'DELETE', path: one, needsToken: true, handle: remove },
	];
}

/** Registering commands, global and of single guilds. */
export const commandRoutes: readonly Route[] = [...routesUnder(''), ...routesUnder('/guilds/:guild')];
