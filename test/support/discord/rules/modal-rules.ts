import type { Problem } from '../problem.ts';
import { problem, required } from '../problem.ts';
import type { Modal } from '../schemas/modal.ts';
import { modalFields } from '../schemas/modal.ts';

/** Takes a modal and its place in the request, gives what Discord would refuse beyond the shape of its parts. */
export function modalProblems(modal: Modal, at: readonly PropertyKey[]): Problem[] {
	const ids = modalFields(modal).map((field) => field.custom_id);
	const found: Problem[] = modal.components.flatMap((part, index) =>
		part.type === 1 && part.components.some((input) => !input.label)
			? [required([...at, 'components', index, 'components', 0, 'label'])]
			: [],
	);
	if (new Set(ids).size < ids.length) {
		const message = 'Component custom id cannot be duplicated';
		found.push(problem([...at, 'components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', message));
	}
	return found;
}
