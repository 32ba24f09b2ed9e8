/** Message flags as bits (resources/message#message-object-message-flags). */
export const messageFlags = {
	suppressEmbeds: 1 << 2,
	ephemeral: 1 << 6,
	loading: 1 << 7,
	suppressNotifications: 1 << 12,
	componentsV2: 1 << 15,
} as const;

/** Takes a message's flags and a bit, gives whether the bit is set. */
export function hasFlag(flags: number | null | undefined, bit: number): boolean {
	return ((flags ?? 0) & bit) !== 0;
}
