import { limits } from '../limits.ts';
import type { Problem } from '../problem.ts';
import { problem, required, tooLong } from '../problem.ts';
import type { AnyComponent, Button, Component, Select } from '../schemas/component.ts';
import { hasScheme } from './embed-rules.ts';

type Placed = { readonly component: AnyComponent; readonly path: readonly PropertyKey[] };

/** Takes components, gives every one at every depth with its place in the body. */
export function everyComponent(components: readonly Component[], at: readonly PropertyKey[]): Placed[] {
	const walk = (component: AnyComponent, path: readonly PropertyKey[]): Placed[] => {
		const inside =
			'components' in component
				? component.components.flatMap((child, index) => walk(child, [...path, 'components', index]))
				: [];
		const accessory = component.type === 9 ? walk(component.accessory, [...path, 'accessory']) : [];
		return [{ component, path }, ...inside, ...accessory];
	};
	return components.flatMap((component, index) => walk(component, [...at, 'components', index]));
}

function buttonProblems(button: Button, path: readonly PropertyKey[]): Problem[] {
	const found: Problem[] = [];
	const hasCustomId = typeof button.custom_id === 'string';
	if (button.style === 5) {
		if (!button.url) found.push(required([...path, 'url']));
		else if (!hasScheme(button.url, ['http', 'https', 'discord'])) {
			const message = "Scheme is not one of ('http', 'https', 'discord').";
			found.push(problem([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', message));
		}
		if (hasCustomId) {
			const message = 'A custom id and url cannot both be specified';
			found.push(problem([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message));
		}
	} else if (button.style === 6) {
		if (!button.sku_id) found.push(required([...path, 'sku_id']));
	} else {
		if (!hasCustomId) found.push(required([...path, 'custom_id']));
		if (button.url) {
			const message = 'A custom id and url cannot both be specified';
			found.push(problem([...path, 'url'], 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message));
		}
	}
	if (button.style !== 6 && !button.label?.trim() && !button.emoji) {
		found.push(problem(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji'));
	}
	return found;
}

/** Takes a select menu and its place in the body, gives what Discord would refuse, in messages and in modals. */
export function selectProblems(select: Select, path: readonly PropertyKey[]): Problem[] {
	const found: Problem[] = [];
	const least = select.min_values ?? 1;
	const most = select.max_values ?? 1;
	if (least > most) found.push(problem([...path, 'min_values'], 'BASE_TYPE_BAD_RANGE', 'Must not exceed max_values.'));
	if (select.type === 3) {
		if (most > select.options.length) {
			const message = `Must be ${select.options.length} or fewer, the number of options.`;
			found.push(problem([...path, 'max_values'], 'NUMBER_TYPE_MAX', message));
		}
		const values = select.options.map((option) => option.value);
		if (new Set(values).size < values.length) {
			const message = 'The specified option value is already used';
			found.push(problem([...path, 'options'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message));
		}
	}
	return found;
}

/** Takes a message's components and whether it is Components V2, gives what Discord would refuse. */
export function componentProblems(
	components: readonly Component[],
	isV2: boolean,
	at: readonly PropertyKey[],
): Problem[] {
	const found: Problem[] = [];
	const all = everyComponent(components, at);
	if (!isV2) {
		if (components.length > limits.rows) found.push(tooLong([...at, 'components'], limits.rows));
		for (const [index, { type }] of components.entries()) {
			if (type === 1) continue;
			const message = 'Value of field "type" must be one of (1,).';
			found.push(problem([...at, 'components', index, 'type'], 'UNION_TYPE_CHOICES', message));
		}
	} else {
		if (all.length > limits.v2Components) {
			const message = `The number of components exceeds the maximum of ${limits.v2Components}`;
			found.push(problem([...at, 'components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message));
		}
		const size = all.reduce((sum, { component }) => sum + (component.type === 10 ? component.content.length : 0), 0);
		if (size > limits.v2Text) {
			const message = `The total displayable text size exceeds the maximum of ${limits.v2Text}`;
			found.push(problem([...at, 'components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message));
		}
	}
	const seen = new Set<string>();
	for (const { component, path } of all) {
		if (component.type === 1 && component.components.length > 1 && component.components.some(({ type }) => type > 2)) {
			const message = 'The specified component exceeds the maximum width';
			found.push(problem([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message));
		}
		if (component.type === 2) found.push(...buttonProblems(component, path));
		if ('placeholder' in component || component.type === 3) found.push(...selectProblems(component, path));
		if ('custom_id' in component && typeof component.custom_id === 'string') {
			if (seen.has(component.custom_id)) {
				const message = 'Component custom id cannot be duplicated';
				found.push(problem([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message));
			}
			seen.add(component.custom_id);
		}
	}
	return found;
}
