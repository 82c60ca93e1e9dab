import type { Random } from '../../data/demo/generator/tools/random.ts';

const ODD_BYTES = [0, 1, 0x0a, 0x0d, 0x22, 0x2c, 0x3b, 0x7f, 0x80, 0xc3, 0xfe, 0xff];
/** The longest piece that is moved, repeated or overwritten. */
const PIECE = 400;

type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

const at = (bytes: Uint8Array, random: Random) => random.integer(0, Math.max(0, bytes.length - 1));

function joined(...parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let filled = 0;
	for (const part of parts) {
		whole.set(part, filled);
		filled += part.length;
	}
	return whole;
}

function piece(bytes: Uint8Array, random: Random): [from: number, to: number] {
	const from = at(bytes, random);
	return [from, Math.min(bytes.length, from + random.integer(1, PIECE))];
}

const DAMAGES: Readonly<Record<string, Damage>> = {
	flip: (bytes, random) => {
		const copy = bytes.slice();
		for (let left = random.integer(1, 6); left > 0; left--) copy[at(bytes, random)] ^= 1 << random.integer(0, 7);
		return copy;
	},
	overwrite: (bytes, random) => {
		const copy = bytes.slice();
		for (let left = random.integer(1, 6); left > 0; left--) copy[at(bytes, random)] = random.pick(ODD_BYTES);
		return copy;
	},
	// Heads and tails hold what files say of themselves: sizes, counts, offsets.
	head: (bytes, random) => {
		const copy = bytes.slice();
		for (let left = random.integer(1, 4); left > 0; left--)
			copy[random.integer(0, Math.min(copy.length, 128) - 1)] = random.integer(0, 255);
		return copy;
	},
	cut: (bytes, random) => bytes.slice(0, at(bytes, random)),
	behead: (bytes, random) => bytes.slice(at(bytes, random)),
	remove: (bytes, random) => {
		const [from, to] = piece(bytes, random);
		return joined(bytes.subarray(0, from), bytes.subarray(to));
	},
	repeat: (bytes, random) => {
		const [from, to] = piece(bytes, random);
		return joined(bytes.subarray(0, to), bytes.subarray(from));
	},
	move: (bytes, random) => {
		const [from, to] = piece(bytes, random);
		const rest = joined(bytes.subarray(0, from), bytes.subarray(to));
		const into = at(rest, random);
		return joined(rest.subarray(0, into), bytes.subarray(from, to), rest.subarray(into));
	},
	insert: (bytes, random) => {
		const into = at(bytes, random);
		const junk = Uint8Array.from({ length: random.integer(1, 40) }, () => random.integer(0, 255));
		return joined(bytes.subarray(0, into), junk, bytes.subarray(into));
	},
	blank: (bytes, random) => bytes.slice().fill(random.pick([0, 0xff]), ...piece(bytes, random))
};

/** A file harmed as disks, networks and editors harm them: bytes changed, cut, repeated, moved. */
export function damagedBytes(bytes: Uint8Array, random: Random): Uint8Array {
	let damaged = bytes;
	for (let left = random.integer(1, 3); left > 0 && damaged.length > 0; left--) {
		damaged = random.pick(Object.values(DAMAGES))(damaged, random);
	}
	return damaged;
}
