/** A form as Discord's modal, and what was filled in. */
import {
	type APIModalInteractionResponseCallbackData,
	ComponentType,
	type ModalSubmitInteraction,
	TextInputStyle,
} from 'discord.js';
import type { Form, FormField } from '../../../commands/screen.ts';
import { shorten } from '../../core/answer/fit.ts';
import {
	MAX_CHOICE_NAME,
	MAX_CHOICES,
	MAX_LABEL,
	MAX_LABEL_DESCRIPTION,
	MAX_MODAL_FIELDS,
	MAX_MODAL_TITLE,
	MAX_TEXT_INPUT,
} from './limits.ts';

export function toModal({ id, title, fields }: Form): APIModalInteractionResponseCallbackData {
	return {
		custom_id: id,
		title: shorten(title.toWellFormed(), MAX_MODAL_TITLE),
		components: fields.slice(0, MAX_MODAL_FIELDS).map((field) => ({
			type: ComponentType.Label as const,
			label: shorten(field.label, MAX_LABEL),
			...(field.hint === '' ? {} : { description: shorten(field.hint, MAX_LABEL_DESCRIPTION) }),
			component: toInput(field),
		})),
	};
}

function toInput({ name, value, required, maxLength, long, choices }: FormField) {
	if (choices && choices.length > 0 && choices.length <= MAX_CHOICES)
		return {
			type: ComponentType.StringSelect as const,
			custom_id: name,
			required,
			min_values: required ? 1 : 0,
			max_values: 1,
			options: choices.map((choice) => ({
				label: shorten(choice.label, MAX_CHOICE_NAME),
				value: choice.value,
				...(choice.value === value ? { default: true } : {}),
			})),
		};
	const most = Math.min(maxLength, MAX_TEXT_INPUT);
	return {
		type: ComponentType.TextInput as const,
		custom_id: name,
		style: long ? TextInputStyle.Paragraph : TextInputStyle.Short,
		required,
		max_length: most,
		...(value === undefined ? {} : { value: value.slice(0, most).toWellFormed() }),
	};
}

/** What was filled in, by the names of the fields. */
export function valuesOf({ fields }: ModalSubmitInteraction): Record<string, string> {
	return Object.fromEntries(
		[...fields.fields.values()].map((field): [string, string] => {
			if ('value' in field && typeof field.value === 'string') return [field.customId, field.value];
			const values = 'values' in field && Array.isArray(field.values) ? field.values : [];
			return [field.customId, String(values[0] ?? '')];
		}),
	);
}
