/**
 * Learns from example questions which topic a question is about. Two learners that err differently read the same features
 * (stems, pairs of stems, pieces of words): a logistic regression, which also knows what is no topic at all, and a
 * complement naive Bayes, which is better at telling topics apart by few examples. Both are sums of weights, so that every
 * guess can say which words led to it. On questions that neither had seen, both together were right more often than either.
 */

/** The label of questions that are not for the bot. */
export const NONE = 'none';

export interface Example {
	label: string;
	/** Normalised words. */
	words: readonly string[];
	/** How much it counts; an example question counts 1. */
	weight: number;
}

export interface Guess {
	label: string;
	/** 0 to 1; all guesses together make 1. */
	share: number;
}

/** How much a word of a question speaks for a label. */
export interface Reason {
	word: string;
	weight: number;
}

/** Found by trying values on questions that were not learnt. */
const PASSES = 3;
const LEARNING_RATE = 0.4;
/** Nothing is learnt from a share that is this near to what it should be. */
const NEAR = 0.02;
/** An example whose label has this share is not learnt in the next pass. */
const KNOWN = 0.9;
/** Added to every count of the naive Bayes, so that what was never seen is not impossible. */
const SMOOTHING = 0.5;
/** The length of the pieces of words, in characters; a mark at both ends of a word counts as one. */
const PIECE = 4;
/** Features are numbered by a hash of so many bits: two that share a number are rare, and no table of them is kept. */
const MAX_BITS = 16;
/** Fewer for fewer examples, which leave most numbers unused. */
const MIN_BITS = 14;
const NUMBERS_AN_EXAMPLE = 16;
/** So many examples make a word a usual one. */
const USUAL = 2;
/** No more words of a question are read: an example question is a sentence or two. */
const MAX_WORDS = 60;

export class TopicClassifier {
	readonly #labels: string[];
	readonly #stem: (word: string) => string;
	readonly #mask: number;
	readonly #stamps: Int32Array;
	/** The hashes of words met, while learning: the same ones come again and again. */
	#hashed: Map<string, Hashed> | undefined = new Map();
	#stamp = 0;
	/** One row of as many weights as there are labels for each feature. */
	readonly #regression: Float32Array;
	readonly #bayes: Float32Array;
	/** Stems that stand in an example of a topic, and how many examples have each word. */
	readonly #familiar = new Set<string>();
	readonly #words = new Map<string, number>();

	/** `stem` gives the stem of a word in the examples' language. */
	constructor(examples: readonly Example[], stem: (word: string) => string) {
		this.#stem = stem;
		this.#labels = [...new Set(examples.map(({ label }) => label))];
		const bits = Math.ceil(Math.log2(Math.max(1, examples.length * NUMBERS_AN_EXAMPLE)));
		this.#mask = (1 << Math.min(MAX_BITS, Math.max(MIN_BITS, bits))) - 1;
		this.#stamps = new Int32Array(this.#mask + 1);
		const topical = new Set<string>();
		const learnt = shuffled(examples).map(({ label, words, weight }) => {
			for (const word of words) {
				this.#words.set(word, (this.#words.get(word) ?? 0) + 1);
				if (label !== NONE) topical.add(word);
			}
			return { label: this.#labels.indexOf(label), features: this.#featuresOf(words), weight };
		});
		for (const word of topical) this.#familiar.add(stem(word));
		this.#hashed = undefined;
		this.#regression = trainRegression(learnt, this.#labels.length, this.#mask + 1);
		this.#bayes = trainBayes(learnt, this.#labels.length, this.#mask + 1);
	}

	/** What the words (normalised) may be about, the likeliest first. */
	guess(words: readonly string[]): Guess[] {
		const features = this.#featuresOf(words.slice(0, MAX_WORDS));
		const count = this.#labels.length;
		const shares = new Float64Array(count);
		addScores(this.#regression, features, shares);
		toShares(shares);
		const other = new Float64Array(count);
		addScores(this.#bayes, features, other);
		toShares(other);
		const none = this.#labels.indexOf(NONE);
		let sum = 0;
		for (let k = 0; k < count; k++)
			if (k !== none) {
				shares[k] = Math.sqrt((shares[k] as number) * (other[k] as number));
				sum += shares[k] as number;
			}
		// What is no topic is for the regression alone to say; the topics share the rest.
		const rest = none < 0 ? 1 : 1 - (shares[none] as number);
		return this.#labels
			.map((label, k) => ({ label, share: k === none ? (shares[k] as number) : ((shares[k] as number) / sum) * rest }))
			.sort((a, b) => b.share - a.share);
	}

	/** Whether the word stands in an example of a topic, in whatever form. */
	isFamiliar(word: string): boolean {
		return this.#familiar.has(this.#stem(word));
	}

	/** Whether several examples have the word in just this form: examples are written as people type, slips included. */
	isUsual(word: string): boolean {
		return (this.#words.get(word) ?? 0) >= USUAL;
	}

	/** How much each word by itself speaks for a label rather than for the others on average, in the order of the words. */
	reasons(words: readonly string[], label: string): Reason[] {
		const scale = 1 / Math.sqrt(Math.max(1, this.#featuresOf(words).length));
		const at = this.#labels.indexOf(label);
		const count = this.#labels.length;
		return words.map((word) => {
			let weight = 0;
			for (const feature of this.#featuresOf([word]))
				for (const weights of [this.#regression, this.#bayes]) {
					const row = weights.subarray(feature * count, (feature + 1) * count);
					const mean = row.reduce((sum, each) => sum + each, 0) / count;
					weight += ((row[at] ?? 0) - mean) / 2;
				}
			return { word, weight: weight * scale };
		});
	}

	/** The numbers of stems, pairs of neighbouring stems, and pieces of words; each once. */
	#featuresOf(words: readonly string[]): Int32Array {
		const features: number[] = [];
		const mask = this.#mask;
		// A number that bears this text's stamp is there already: much cheaper than a set for each text.
		this.#stamp += 1;
		const add = (hash: number) => {
			const number = numberOf(hash) & mask;
			if (this.#stamps[number] === this.#stamp) return;
			this.#stamps[number] = this.#stamp;
			features.push(number);
		};
		let before = 0;
		for (const word of words) {
			const { own, pieces } = this.#hashed?.get(word) ?? this.#hash(word);
			add(own);
			if (before !== 0) add(Math.imul(before, PRIME) ^ own);
			before = own;
			for (const piece of pieces) add(piece);
		}
		return Int32Array.from(features);
	}

	#hash(word: string): Hashed {
		const marked = `<${word}>`;
		const pieces: number[] = [];
		for (let from = 0; from + PIECE <= marked.length; from++)
			pieces.push(hashOf(marked, SEED_OF_PIECE, from, from + PIECE));
		const hashed = { own: hashOf(this.#stem(word), SEED_OF_STEM), pieces };
		this.#hashed?.set(word, hashed);
		return hashed;
	}
}

/** The hashes of a word's stem and of its pieces. */
interface Hashed {
	own: number;
	pieces: number[];
}

interface Learnt {
	label: number;
	features: Int32Array;
	weight: number;
}

/** Adds the weights of the features, scaled so that long questions are no surer than short ones. */
function addScores(weights: Float32Array, features: Int32Array, scores: Float64Array): void {
	const count = scores.length;
	const scale = 1 / Math.sqrt(Math.max(1, features.length));
	for (let f = 0; f < features.length; f++) {
		const row = (features[f] as number) * count;
		for (let k = 0; k < count; k++) scores[k] = (scores[k] as number) + (weights[row + k] as number) * scale;
	}
}

/** Stochastic gradient descent with a step for each weight that shrinks as it is used (AdaGrad). */
function trainRegression(examples: readonly Learnt[], labels: number, numbers: number): Float32Array {
	const weights = new Float32Array(numbers * labels);
	const squares = new Float32Array(weights.length).fill(1e-6);
	const shares = new Float64Array(labels);
	let left: readonly Learnt[] = examples;
	for (let pass = 0; pass < PASSES; pass++) {
		const again: Learnt[] = [];
		for (const example of left) {
			const { label, features, weight } = example;
			shares.fill(0);
			addScores(weights, features, shares);
			toShares(shares);
			// What is known well is not asked again.
			if ((shares[label] as number) < KNOWN) again.push(example);
			const scale = 1 / Math.sqrt(Math.max(1, features.length));
			for (let k = 0; k < labels; k++) {
				const error = (shares[k] as number) - (k === label ? 1 : 0);
				if (Math.abs(error) < NEAR) continue;
				const step = weight * error * scale;
				const square = step * step;
				for (let f = 0; f < features.length; f++) {
					const at = (features[f] as number) * labels + k;
					const sum = (squares[at] as number) + square;
					squares[at] = sum;
					weights[at] = (weights[at] as number) - (LEARNING_RATE * step) / Math.sqrt(sum);
				}
			}
		}
		left = again;
	}
	return weights;
}

/** Each feature's share in a label's examples against its share in all others (Rennie and others, 2003), as logarithms. */
function trainBayes(examples: readonly Learnt[], labels: number, numbers: number): Float32Array {
	const counts = new Float32Array(numbers * labels);
	const ofLabel = new Float64Array(labels);
	const ofFeature = new Float32Array(numbers);
	let all = 0;
	let seen = 0;
	for (const { label, features, weight } of examples)
		for (const feature of features) {
			const at = feature * labels + label;
			counts[at] = (counts[at] as number) + weight;
			if (ofFeature[feature] === 0) seen += 1;
			ofFeature[feature] = (ofFeature[feature] as number) + weight;
			ofLabel[label] = (ofLabel[label] as number) + weight;
			all += weight;
		}
	const own = ofLabel.map((sum) => Math.log(sum + SMOOTHING * seen));
	const others = ofLabel.map((sum) => Math.log(all - sum + SMOOTHING * seen));
	for (let feature = 0; feature < numbers; feature++) {
		const total = ofFeature[feature] as number;
		if (total === 0) continue;
		for (let k = 0; k < labels; k++) {
			const at = feature * labels + k;
			const count = counts[at] as number;
			counts[at] =
				Math.log((count + SMOOTHING) / (total - count + SMOOTHING)) - (own[k] as number) + (others[k] as number);
		}
	}
	return counts;
}

/** Turns scores into shares that make 1 (softmax), in place. */
function toShares(scores: Float64Array): void {
	let most = Number.NEGATIVE_INFINITY;
	for (const score of scores) if (score > most) most = score;
	let sum = 0;
	for (let k = 0; k < scores.length; k++) {
		scores[k] = Math.exp((scores[k] as number) - most);
		sum += scores[k] as number;
	}
	for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / sum;
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), with a seed of its own for each sort of feature. */
const PRIME = 0x01000193;
const SEED_OF_STEM = 0x811c9dc5;
const SEED_OF_PIECE = 0x9747b28c;

function hashOf(text: string, seed: number, from = 0, to = text.length): number {
	let hash = seed;
	for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
	return hash;
}

/** The low bits of FNV are poor on short texts, so that the high ones are mixed into them. */
function numberOf(hash: number): number {
	const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return mixed ^ (mixed >>> 13);
}

/** The examples in an order that mixes the labels and is the same at every start. */
function shuffled<T>(items: readonly T[]): T[] {
	const mixed = [...items];
	// The constants of Numerical Recipes' linear congruential generator, modulo 2^32.
	let state = 1;
	for (let at = mixed.length - 1; at > 0; at--) {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		const other = state % (at + 1);
		[mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
	}
	return mixed;
}
