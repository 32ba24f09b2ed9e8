const epoch = 1_420_070_400_000n;
let increment = 0n;

/** Gives a new Discord id, a decimal string that carries the time `at` (milliseconds, default now) and never repeats. */
export function snowflake(at: number = Date.now()): string {
	increment += 1n;
	return (((BigInt(at) - epoch) << 22n) | (increment & 0x3fffffn)).toString();
}
