import { z } from 'zod';
import { badRequest } from '../api-error.ts';
import { limits } from '../limits.ts';
import { type ApiMethod, apiMethod } from '../method.ts';
import { params } from '../params.ts';
import type { World } from '../world.ts';
import { checkLanguage } from './commands.ts';

/** The texts of the bot's profile, one per language. */
export const profile: Record<string, ApiMethod> = {
	setMyName: apiMethod(params.setMyName, z.literal(true), (world, { name, language_code: language }) =>
		store(world, 'name', name, language, limits.name, 'NAME_TOO_LONG'),
	),
	setMyDescription: apiMethod(params.setMyDescription, z.literal(true), (world, request) =>
		store(world, 'description', request.description, request.language_code, limits.description, 'DESCRIPTION_TOO_LONG'),
	),
	setMyShortDescription: apiMethod(params.setMyShortDescription, z.literal(true), (world, request) =>
		store(world, 'short', request.short_description, request.language_code, limits.shortDescription, 'ABOUT_TOO_LONG'),
	),
	getMyName: apiMethod(params.language, z.object({ name: z.string() }), (world, request) => ({
		name: read(world, 'name', request.language_code),
	})),
	getMyDescription: apiMethod(params.language, z.object({ description: z.string() }), (world, request) => ({
		description: read(world, 'description', request.language_code),
	})),
	getMyShortDescription: apiMethod(params.language, z.object({ short_description: z.string() }), (world, request) => ({
		short_description: read(world, 'short', request.language_code),
	})),
};

function store(
	world: World,
	kind: string,
	text: string | undefined,
	language: string | undefined,
	limit: number,
	tooLong: string,
): true {
	checkLanguage(language);
	const shown = text?.trim() ?? '';
	if (shown.length > limit) throw badRequest(tooLong);
	world.texts.set(`${kind}|${language ?? ''}`, shown);
	return true;
}

function read(world: World, kind: string, language = ''): string {
	const own = world.texts.get(`${kind}|${language}`);
	return own || world.texts.get(`${kind}|`) || (kind === 'name' ? world.bot.first_name : '');
}
