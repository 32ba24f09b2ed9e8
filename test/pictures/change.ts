/** The change that the pictures show: of a shipped entry, and a true one. */

export const CHANGE = {
	entry: 'ru-mining-law-2024',
	/** Typed to find it. */
	words: 'mining register',
	field: 'claim',
	/** The claim as it was, made more precise; fails once the files say something else. */
	claim(before: string): string {
		const [vague, precise] = [
			'until 2031 in ten regions and in the south of Irkutsk Oblast',
			'until 15 March 2031 in ten regions and until 2031 in the south of Irkutsk Oblast',
		];
		if (!before.includes(vague)) throw new Error(`the entry has changed; choose another change than this:\n${before}`);
		return before.replace(vague, precise);
	},
	reason: 'Crypt Advisor gives the day for the ten regions. For Irkutsk, TASS gives only the year.',
	back: 'To show the way back.',
};

/** A page to be made a picture of, and the text of the messages in it. */
export interface Picture {
	name: string;
	html: string;
	text: string;
}
