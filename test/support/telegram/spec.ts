import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Field {
	name: string;
	types: string[];
	required: boolean;
}
interface Definition {
	fields?: Field[];
	subtypes?: string[];
	returns?: string[];
}
interface Spec {
	methods: Record<string, Definition>;
	types: Record<string, Definition>;
}

const here = dirname(fileURLToPath(import.meta.url));
const specFile = resolve(here, '../../..', '../shared/spec/telegram-api.json');
const spec: Spec | undefined = existsSync(specFile) ? JSON.parse(readFileSync(specFile, 'utf8')) : undefined;

/** True when the machine-readable Bot API description lies beside the project and is checked against. */
export const hasSpec = spec !== undefined;

// Names from before Bot API 7 and 10 that the real server still reads; telegraf 4.16.3 sends some of them.
const olderNames: Record<string, string[]> = {
	sendMessage: ['reply_to_message_id', 'allow_sending_without_reply', 'disable_web_page_preview'],
	sendPhoto: ['reply_to_message_id', 'allow_sending_without_reply'],
	editMessageText: ['disable_web_page_preview'],
	answerInlineQuery: ['switch_pm_text', 'switch_pm_parameter'],
	InputTextMessageContent: ['disable_web_page_preview'],
	InlineQueryResultArticle: ['thumb_url', 'thumb_width', 'thumb_height', 'hide_url'],
};

/** True when the Bot API knows this method; also true when there is no description to look in. */
export function isKnownMethod(method: string): boolean {
	return !spec || method in spec.methods;
}

/**
 * Takes a method and its parameters and gives what does not fit the API's description, one sentence each.
 * `asText` is for forms and query strings, where every value is text.
 */
export function requestMismatches(method: string, params: Record<string, unknown>, asText: boolean): string[] {
	const definition = spec?.methods[method];
	if (!definition) return [];
	const check = new Check(asText);
	check.fields(method, definition, params, method);
	return check.problems;
}

/** Takes the name of an API type ("Update", "Array of Message") and a value, gives what does not fit. */
export function valueMismatches(type: string, value: unknown): string[] {
	if (!spec) return [];
	const check = new Check(false);
	check.value([type], value, type);
	return check.problems;
}

/** Takes a method and the server's own result, gives what does not fit the method's documented result. */
export function resultMismatches(method: string, result: unknown): string[] {
	const returns = spec?.methods[method]?.returns;
	if (!returns) return [];
	const check = new Check(false);
	check.value(returns, result, method);
	return check.problems;
}

class Check {
	readonly problems: string[] = [];
	readonly #asText: boolean;

	constructor(asText: boolean) {
		this.#asText = asText;
	}

	fields(name: string, definition: Definition, value: Record<string, unknown>, path: string): void {
		const known = new Map(definition.fields?.map((field) => [field.name, field]));
		for (const field of known.values()) {
			const item = value[field.name];
			if (item === undefined) {
				if (field.required) this.problems.push(`${path}: required ${field.name} is missing`);
			} else {
				this.value(field.types, item, `${path}.${field.name}`);
			}
		}
		for (const key of Object.keys(value)) {
			if (value[key] === undefined || known.has(key) || olderNames[name]?.includes(key)) continue;
			this.problems.push(`${path}: ${name} has no ${key}`);
		}
	}

	value(types: string[], value: unknown, path: string): void {
		const attempts = types.map((type) => this.#attempt(type, value, path));
		if (attempts.some((problems) => problems.length === 0)) return;
		// The attempt that came furthest says most about what was meant.
		attempts.sort((a, b) => deepest(b) - deepest(a));
		this.problems.push(...(attempts[0] ?? [`${path}: ${types.join(' or ')} expected`]));
	}

	#attempt(type: string, given: unknown, path: string): string[] {
		const wrong = [`${path}: ${type} expected, not ${describe(given)}`];
		const value = this.#asText && typeof given === 'string' ? fromText(type, given) : given;
		switch (type) {
			case 'String':
				return typeof value === 'string' ? [] : wrong;
			case 'Integer':
				return Number.isSafeInteger(value) ? [] : wrong;
			case 'Float':
				return typeof value === 'number' ? [] : wrong;
			case 'Boolean':
				return typeof value === 'boolean' ? [] : wrong;
			case 'InputFile':
				return isRecord(value) && value.upload === true ? [] : wrong;
		}
		const structured = typeof value === 'string' ? parsed(value) : value;
		const check = new Check(false);
		if (type.startsWith('Array of ')) {
			if (!Array.isArray(structured)) return wrong;
			const itemType = type.slice('Array of '.length);
			for (const [index, item] of structured.entries()) check.value([itemType], item, `${path}[${index}]`);
			return check.problems;
		}
		const definition = spec?.types[type];
		if (!definition || !isRecord(structured)) return wrong;
		if (definition.subtypes) check.value(definition.subtypes, structured, path);
		else check.fields(type, definition, structured, path);
		if (!definition.subtypes && !rightKind(type, structured)) check.problems.push(...wrong);
		return check.problems;
	}
}

// The description gives a subtype's kind only in prose ("must be article"), so similar shapes would pass for each other.
function rightKind(type: string, value: Record<string, unknown>): boolean {
	const scope = /^BotCommandScope(\w+)$/.exec(type)?.[1];
	if (scope) return value.type === snake(scope);
	const member = /^ChatMember(Owner|Administrator|Member|Restricted|Left|Banned)$/.exec(type)?.[1];
	const status: Record<string, string> = { Owner: 'creator', Banned: 'kicked' };
	if (member) return value.status === (status[member] ?? member.toLowerCase());
	return true;
}

function snake(name: string): string {
	return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}

function deepest(problems: string[]): number {
	return Math.max(0, ...problems.map((problem) => problem.split(/[.[]/).length));
}

function fromText(type: string, text: string): unknown {
	if ((type === 'Integer' || type === 'Float') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
	if (type === 'Boolean' && /^(true|false|yes|no|0|1)$/i.test(text)) return true;
	return text;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe(value: unknown): string {
	return `${JSON.stringify(value)}`.slice(0, 80);
}
