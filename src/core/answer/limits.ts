/** How much one answer holds on any platform. */

/**
 * Citations in one answer, and lines on a page of a list, each of which has one. Eight links of the longest allowed address still leave room for prose in the
 * smallest message there is (an embed's description of 4,096 characters), and one entry has at most eight.
 */
export const MAX_CITATIONS = 8;

/** Entries shown for one jurisdiction and topic; the rest is behind "More". */
export const MAX_ENTRIES = 3;

/** Jurisdictions and topics that one question may ask for at once. */
export const MAX_PAIRS = 6;

/** As many jurisdictions fit beside one another. */
export const MAX_COMPARED = 4;

/** Questions suggested when there is no answer. */
export const MAX_SUGGESTIONS = 8;
