import { limits } from '../limits.ts';
import type { Modal, ModalField } from '../schemas/modal.ts';
import { modalFields } from '../schemas/modal.ts';

/** What a person enters, by the custom id of each field: a text, or the values picked in a select. */
export type ModalValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A field of a modal as a person sees it. */
export type ShownField = {
	readonly customId: string;
	readonly label: string;
	readonly description: string | undefined;
	readonly placeholder: string | undefined;
	readonly isRequired: boolean;
	/** What stands there when the modal opens: a text, or the values picked in a select. */
	readonly prefilled: string | readonly string[];
	/** What a select offers. */
	readonly options: readonly { readonly label: string; readonly value: string }[];
};

/** Takes a modal, gives its fields in order as a person sees them. */
export function fieldsOf(modal: Modal): ShownField[] {
	return modal.components.flatMap((part) => {
		if (part.type === 10) return [];
		const field = part.type === 18 ? part.component : part.components[0];
		if (!field) return [];
		const label = part.type === 18 ? part.label : field.type === 4 ? field.label : undefined;
		return [
			{
				customId: field.custom_id,
				label: label ?? '',
				description: (part.type === 18 ? part.description : undefined) ?? undefined,
				placeholder: field.placeholder ?? undefined,
				isRequired: field.required !== false,
				prefilled: prefilled(field),
				options: field.type === 3 ? field.options : [],
			},
		];
	});
}

/**
 * Takes a modal and what a person enters, gives the components of the submission; what is not named stays as prefilled.
 * Throws where Discord's client would not let it be sent.
 */
export function filledModal(modal: Modal, values: ModalValues): Record<string, unknown>[] {
	const known = modalFields(modal).map((field) => field.custom_id);
	const unknown = Object.keys(values).filter((id) => !known.includes(id));
	if (unknown.length > 0) throw new Error(`the modal has no field ${unknown.join(', ')}, only ${known.join(', ')}`);
	let next = 0;
	const numbered = (id: number | null | undefined): number => {
		next += 1;
		return id || next;
	};
	return modal.components.map((part) => {
		const place = { type: part.type, id: numbered(part.id) };
		if (part.type === 10) return place;
		const filled = (field: ModalField): Record<string, unknown> => ({
			type: field.type,
			id: numbered(field.id),
			custom_id: field.custom_id,
			...entered(field, values[field.custom_id] ?? prefilled(field)),
		});
		return part.type === 1
			? { ...place, components: part.components.map(filled) }
			: { ...place, component: filled(part.component) };
	});
}

function prefilled(field: ModalField): string | readonly string[] {
	if (field.type === 4) return field.value ?? '';
	return field.options.filter((option) => option.default).map(({ value }) => value);
}

function entered(field: ModalField, given: string | readonly string[]): { value: string } | { values: string[] } {
	const fault = (why: string): Error => new Error(`field ${field.custom_id} ${why}`);
	const isRequired = field.required !== false;
	if (field.type === 4) {
		if (typeof given !== 'string') throw fault('takes a text');
		if (!given && isRequired) throw fault('is required');
		if (given && given.length < (field.min_length ?? 0)) throw fault('is too short');
		if (given.length > (field.max_length ?? limits.textInput)) throw fault('is too long');
		if (field.style === 1 && /[\r\n]/.test(given)) throw fault('takes one line');
		return { value: given };
	}
	const values = typeof given === 'string' ? (given ? [given] : []) : [...given];
	if (values.length === 0 && isRequired) throw fault('is required');
	const offered = field.options.map((option) => option.value);
	const unknown = values.filter((value) => !offered.includes(value));
	if (unknown.length > 0) throw fault(`does not offer ${unknown.join(', ')}, only ${offered.join(', ')}`);
	if (new Set(values).size < values.length) throw fault('takes each value once');
	const isFew = values.length > 0 && values.length < (field.min_values ?? 1);
	if (isFew || values.length > (field.max_values ?? 1)) throw fault(`does not take ${values.length} values`);
	return { values };
}
