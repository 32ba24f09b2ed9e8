const epoch = 1_420_070_400_000n;
let increment = 0n;

/** Which part of the guilds a gateway connection serves: its number, from 0, and how many there are. */
export type Shard = readonly [id: number, count: number];

/** Gives a new Discord id, a decimal string that carries the time `at` (milliseconds, default now) and never repeats. */
export function snowflake(at: number = Date.now()): string {
	increment += 1n;
	return (((BigInt(at) - epoch) << 22n) | (increment & 0x3fffffn)).toString();
}

/** Takes a guild's id and a number of shards, gives the shard that serves the guild. */
export function shardOf(guildId: string, count: number): number {
	return Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** Takes a shard, gives a new id of a guild that this shard serves. */
export function snowflakeFor([shard, count]: Shard): string {
	const now = Date.now();
	// The time is what decides, so that one of the next milliseconds back always fits.
	const back = Array.from({ length: count }, (_, ago) => ago).find(
		(ago) => shardOf(String((BigInt(now - ago) - epoch) << 22n), count) === shard,
	);
	if (back === undefined) throw new Error(`there is no shard ${shard} of ${count}`);
	return snowflake(now - back);
}
