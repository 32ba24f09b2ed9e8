import type { Problem } from '../problem.ts';
import { problem, required, tooLong } from '../problem.ts';
import type { Modal, ModalField } from '../schemas/modal.ts';
import { modalFields } from '../schemas/modal.ts';
import { selectProblems } from './component-rules.ts';

type Path = readonly PropertyKey[];

function fieldProblems(field: ModalField, path: Path): Problem[] {
	const found: Problem[] = [];
	if (field.type === 3) {
		found.push(...selectProblems(field, path));
		if (field.min_values === 0 && field.required !== false) {
			const message = 'min_values must be at least 1 where required is omitted or true.';
			found.push(problem([...path, 'min_values'], 'NUMBER_TYPE_MIN', message));
		}
		if (field.disabled) {
			const message = 'Modals cannot have disabled components';
			found.push(problem([...path, 'disabled'], 'MODAL_COMPONENT_DISABLED', message));
		}
		return found;
	}
	const { min_length: least, max_length: most, value } = field;
	if (typeof least === 'number' && typeof most === 'number' && least > most) {
		found.push(problem([...path, 'min_length'], 'BASE_TYPE_BAD_RANGE', 'Must not exceed max_length.'));
	}
	if (value && typeof most === 'number' && value.length > most) found.push(tooLong([...path, 'value'], most));
	return found;
}

/** Takes a modal and its place in the request, gives what Discord would refuse beyond the shape of its parts. */
export function modalProblems(modal: Modal, at: Path): Problem[] {
	const ids = modalFields(modal).map((field) => field.custom_id);
	const found: Problem[] = modal.components.flatMap((part, index) => {
		const path = [...at, 'components', index];
		if (part.type === 18) return fieldProblems(part.component, [...path, 'component']);
		if (part.type !== 1) return [];
		return part.components.flatMap((input, place) => {
			const inside = [...path, 'components', place];
			return [...(input.label ? [] : [required([...inside, 'label'])]), ...fieldProblems(input, inside)];
		});
	});
	if (new Set(ids).size < ids.length) {
		const message = 'Component custom id cannot be duplicated';
		found.push(problem([...at, 'components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message));
	}
	return found;
}

/** Takes a modal, gives what Discord takes although its documentation says otherwise. */
export function modalMistakes(modal: Modal): string[] {
	return modal.components.flatMap((part) =>
		part.type === 18 && part.component.type === 4 && part.component.label
			? [`modal field ${part.component.custom_id}: the label belongs on the label around it`]
			: [],
	);
}
