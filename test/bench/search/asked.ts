/** A question with what counts as a right result, for every engine alike. */

export interface Asked {
	text: string;
	/** Such as "everyday"; figures are also given by group. */
	group: string;
	/** The classifier has read this wording among its examples. */
	learnt: boolean;
	english: boolean;
	/** No result at all is right: out of scope, not covered or to be asked back. */
	silence: boolean;
	/** Any of these is right; when empty, any entry on the places and topics is. */
	entries: readonly string[];
	/** An entry on one of these is on the right place; when empty, any is. */
	jurisdictions: readonly string[];
	/** An entry on one of these is on a wrong place. */
	avoid: readonly string[];
	/** The places that must be in a list: an entry on another one is not right, but not wrong either. */
	isList: boolean;
	/** When empty, any topic is right. */
	topics: readonly string[];
}
