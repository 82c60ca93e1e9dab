import type { Random } from '../../data/demo/generator/tools/random.ts';
import { encodedAsFound } from './encodings.ts';
import { HOSTILE_CELLS } from './hostile-values.ts';

type Holder = Record<string, unknown> | unknown[];

const ODD_VALUES: readonly unknown[] = [
	null,
	true,
	false,
	0,
	-0,
	-1,
	0.5,
	1e308,
	2 ** 53,
	[],
	{},
	[[]],
	[null],
	[[null, null]],
	[1e308, -1e308],
	{ length: 1e9 },
	JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')
];
const ODD_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'length', '', '0', 'type', 'geometry', 'id'];

/** Arrays and objects of a value, those near the root as likely as those far from it. */
function someHolder(root: Holder, random: Random): Holder {
	let holder = root;
	for (let depth = random.integer(0, 8); depth > 0; depth--) {
		const inner = Object.values(holder).filter((value): value is Holder => typeof value === 'object' && value !== null);
		if (inner.length === 0) break;
		holder = random.pick(inner);
	}
	return holder;
}

function setOwn(holder: Holder, key: string, value: unknown): void {
	Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function oddValue(random: Random): unknown {
	return random.chance(0.5) ? structuredClone(random.pick(ODD_VALUES)) : random.pick(HOSTILE_CELLS);
}

type Damage = (holder: Holder, random: Random) => void;

const DAMAGES: readonly Damage[] = [
	(holder, random) => {
		const keys = Object.keys(holder);
		if (keys.length > 0) setOwn(holder, random.pick(keys), oddValue(random));
	},
	(holder, random) => {
		const keys = Object.keys(holder);
		if (keys.length === 0) return;
		if (Array.isArray(holder)) holder.splice(random.integer(0, holder.length - 1), 1);
		else Reflect.deleteProperty(holder, random.pick(keys));
	},
	(holder, random) => {
		const keys = Object.keys(holder);
		if (Array.isArray(holder) || keys.length === 0) return;
		const key = random.pick(keys);
		setOwn(holder, random.pick(ODD_KEYS), holder[key]);
		if (random.chance(0.5)) Reflect.deleteProperty(holder, key);
	},
	(holder, random) => {
		if (Array.isArray(holder)) holder.splice(random.integer(0, holder.length), 0, oddValue(random));
		else setOwn(holder, random.pick(ODD_KEYS), oddValue(random));
	},
	(holder, random) => {
		if (Array.isArray(holder) && holder.length > 0) holder.push(structuredClone(random.pick(holder)));
	},
	(holder, random) => {
		if (Array.isArray(holder)) holder.splice(0, holder.length, ...random.shuffled(holder));
	},
	(holder) => {
		for (const [key, value] of Object.entries(holder)) {
			if (typeof value === 'number') setOwn(holder, key, String(value));
			else if (typeof value === 'string' && value !== '' && Number.isFinite(Number(value))) {
				setOwn(holder, key, Number(value));
			}
		}
	}
];

/** A JSON file with some of its values, keys and shapes changed; still JSON, but for numbers that no double holds. */
export function damagedJson(text: string, random: Random): Uint8Array {
	const root = JSON.parse(text.replace(/^\ufeff/, '')) as Holder;
	for (let left = random.integer(1, 6); left > 0; left--) random.pick(DAMAGES)(someHolder(root, random), random);
	const written = JSON.stringify(root, null, random.pick(['', '', '\t']));
	const numbered = random.chance(0.2)
		? written.replace(/-?\d+\.\d+/, random.pick(['1e999', '-1e999', '-0.0', '1e-999']))
		: written;
	return encodedAsFound(numbered, random);
}
