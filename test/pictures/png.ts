/** Makes a PNG of Chromium's smaller: a chat window needs no more than 256 colours. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const RGB = 2;
const RGBA = 6;
const INDEXED = 3;
const MOST = 256;
/** The square of the distance between colours that look different. */
const DIFFERENT = 400;

/** Takes a PNG of eight bits a channel that is not interlaced. Colours that are too many become the nearest frequent one. */
export function withPalette(png: Buffer): Buffer {
	const { width, height, pixels } = decode(png);
	const counts = new Map<number, number>();
	for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	const palette = choose(counts);
	const indexes = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
	// Each row begins with its filter: none.
	const rows = Buffer.alloc((width + 1) * height);
	for (const [at, colour] of pixels.entries())
		rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = indexes.get(colour) ?? 0;
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, INDEXED, 0, 0, 0], 8);
	const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', colours),
		chunk('IDAT', deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** The most frequent colours that differ well from each other, then the most frequent of the others: a flag keeps its own. */
function choose(counts: ReadonlyMap<number, number>): number[] {
	const frequent = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
	const chosen: number[] = [];
	for (const colour of frequent)
		if (chosen.length < MOST && chosen.every((other) => distance(other, colour) > DIFFERENT)) chosen.push(colour);
	const known = new Set(chosen);
	return [...chosen, ...frequent.filter((colour) => !known.has(colour))].slice(0, MOST);
}

function nearest(palette: readonly number[], colour: number): number {
	let best = 0;
	for (let at = 1; at < palette.length; at++)
		if (distance(palette[at] ?? 0, colour) < distance(palette[best] ?? 0, colour)) best = at;
	return best;
}

function distance(one: number, other: number): number {
	return [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
}

/** The pixels as 0xRRGGBB, row by row. */
function decode(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
	const parts: Buffer[] = [];
	let [width, height, channels] = [0, 0, 0];
	for (let at = SIGNATURE.length; at < png.length; at += png.readUInt32BE(at) + 12) {
		const type = png.toString('latin1', at + 4, at + 8);
		const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
		if (type === 'IDAT') parts.push(data);
		if (type !== 'IHDR') continue;
		[width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
		channels =
			new Map([
				[RGB, 3],
				[RGBA, 4],
			]).get(data[9] ?? 0) ?? 0;
		if (data[8] !== 8 || data[12] !== 0 || channels === 0) throw new Error('no PNG of the kind that Chromium makes');
	}
	return { width, height, pixels: unfilter(inflateSync(Buffer.concat(parts)), width, height, channels) };
}

/** Undoes the filters of the rows (www.w3.org/TR/png, 9.2). */
function unfilter(filtered: Buffer, width: number, height: number, channels: number): Uint32Array {
	const stride = width * channels;
	const pixels = new Uint32Array(width * height);
	let above = new Uint8Array(stride);
	for (let y = 0; y < height; y++) {
		const start = y * (stride + 1);
		const filter = filtered[start];
		const row = new Uint8Array(stride);
		for (let x = 0; x < stride; x++) {
			const left = row[x - channels] ?? 0;
			const up = above[x] ?? 0;
			const corner = above[x - channels] ?? 0;
			const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
			row[x] = (filtered[start + 1 + x] ?? 0) + guess;
		}
		for (let x = 0; x < width; x++) {
			const at = x * channels;
			pixels[y * width + x] = ((row[at] ?? 0) << 16) | ((row[at + 1] ?? 0) << 8) | (row[at + 2] ?? 0);
		}
		above = row;
	}
	return pixels;
}

function paeth(left: number, up: number, corner: number): number {
	const guess = left + up - corner;
	const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
	return a <= b && a <= c ? left : b <= c ? up : corner;
}
