import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Takes a schema's name in Discord's OpenAPI file and a value, gives the mismatches (none when the file is absent). */
export type SpecChecker = (schema: string, value: unknown) => string[];

const file = resolve(import.meta.dirname, '../../../../../shared/spec/discord-openapi.json');
// Compiled at the start, so that it does not eat into the three seconds a bot has for its first answer.
const usual = [
	'MessageResponse',
	'InteractionCallbackResponse',
	'CreateMessageInteractionCallbackRequest',
	'UpdateMessageInteractionCallbackRequest',
	'ApplicationCommandAutocompleteCallbackRequest',
	'IncomingWebhookRequestPartial',
	'IncomingWebhookUpdateRequestPartial',
];
let shared: SpecChecker | undefined;

/** Gives the checker over shared/spec beside the project, or one that finds nothing when that folder is absent. */
export function specChecker(): SpecChecker {
	shared ??= existsSync(file) ? compile(readFileSync(file, 'utf8')) : () => [];
	return shared;
}

function compile(text: string): SpecChecker {
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	addFormats.default(ajv);
	ajv.addFormat('snowflake', true).addFormat('nonce', true);
	ajv.addSchema(JSON.parse(text), 'discord');
	const compiled = new Map<string, ValidateFunction>();
	const check: SpecChecker = (schema, value) => {
		let validate = compiled.get(schema);
		if (!validate) {
			// Compiled one by one: the whole file takes seconds, what a bot uses takes a fraction of one.
			validate = ajv.compile({ $ref: `discord#/components/schemas/${schema}` });
			compiled.set(schema, validate);
		}
		if (validate(value)) return [];
		return (validate.errors ?? []).map((error) => `${schema}${error.instancePath} ${error.message}`);
	};
	for (const schema of usual) check(schema, {});
	return check;
}
