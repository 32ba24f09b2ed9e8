/** Puts a word into the list that it belongs to, or takes it out. */
import type { Word } from '../core/knowledge/changes.ts';
import { wordsSchema } from '../core/knowledge/language-schema.ts';
import { jurisdictionCode, line, organisationSchema, personSchema, recordId } from '../core/knowledge/schema.ts';
import type { OpenFolder } from './open-folder.ts';

/** Puts `word` in, or takes it out when it `goes`. Gives what stands against it. */
export function putWord(folder: OpenFolder, word: Word, goes: boolean): string | undefined {
	const { kind, target, language = 'en' } = word;
	const targetSchema = kind === 'place' ? jurisdictionCode : recordId;
	if (!targetSchema.safeParse(target).success) return 'names nothing that has words';
	const edit = (list: readonly string[] = []) => {
		if (goes) return list.filter((known) => known !== word.word);
		return list.includes(word.word) ? [...list] : [...list, word.word];
	};

	const actor = kind === 'actor' ? actorOf(folder, target) : undefined;
	const owner = actor ?? (kind === 'place' ? folder.jurisdiction(target) : undefined);
	const file = owner?.file ?? `languages/${language}/words.yaml`;
	if (!goes && line(owner ? 80 : 60).safeParse(word.word).data !== word.word) return 'is no word that a file can hold';
	if (owner) {
		owner.wanted.aliases = edit(owner.wanted.aliases);
		return undefined;
	}
	const hidden = [
		`jurisdictions/${target.replace(':', '-')}.yaml`,
		`people/${target}.yaml`,
		`organisations/${target}.yaml`,
		file,
	];
	const found = kind !== 'actor' && /^[a-z]{2}$/.test(language) ? folder.open(file, wordsSchema) : undefined;
	const unreadable = hidden.find((name) => folder.unreadable.has(name));
	if (unreadable !== undefined) return `belongs to ${unreadable}, which cannot be read`;
	if (!found) return goes ? undefined : `belongs to ${kind === 'actor' ? `"${target}"` : file}, which does not exist`;

	const { places, topics } = found.wanted;
	if (kind === 'place') {
		places[target] = edit(places[target]);
		// An empty list would be a place that has no name.
		if (places[target].length === 0) delete places[target];
		return undefined;
	}
	const topic = topics[target] ?? { terms: [], words: [], other_meanings: [] };
	const list = kind === 'topic-term' ? 'terms' : 'words';
	const edited = { ...topic, [list]: edit(topic[list]) };
	if (Object.values(edited).some(({ length }) => length > 0)) topics[target] = edited;
	else delete topics[target];
	return undefined;
}

/** The person or organisation of this id. */
function actorOf(folder: OpenFolder, id: string) {
	const person = folder.open(`people/${id}.yaml`, personSchema);
	if (person && !person.isRemoved) return person;
	return folder.open(`organisations/${id}.yaml`, organisationSchema);
}
