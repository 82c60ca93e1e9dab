import { createRandom, type Random } from '../../data/demo/generator/tools/random.ts';
import { damagedBytes } from './damage-bytes.ts';
import { damagedJson } from './damage-json.ts';
import { damagedTable } from './damage-table.ts';
import { refusedOr } from './laws.ts';
import type { Original } from './originals.ts';

/** How long files are: `quick` for a few harmed copies with every test, `long` for many, of whole and of real files. */
export type Depth = 'quick' | 'long';

/** An importer, what it reads, and the laws that hold of what it makes of any file. */
export interface Target {
	readonly name: string;
	readonly originals: (depth: Depth) => Promise<readonly Original[]> | readonly Original[];
	/** Reads a harmed file; throws a MaillageError where it is refused, a fault where a law is broken. */
	readonly read: (file: string, bytes: Uint8Array, random: Random) => Promise<unknown>;
}

/** A harmed copy, the same each time for the same chance: bytes harmed as bytes, or as what they hold. */
function damaged({ form, bytes }: Original, random: Random): Uint8Array {
	const asBytes = form === 'bytes' || random.chance(0.25);
	if (asBytes) return damagedBytes(bytes, random);
	const text = new TextDecoder().decode(bytes);
	const harmed = form === 'table' ? damagedTable(text, random) : damagedJson(text, random);
	return random.chance(0.1) ? damagedBytes(harmed, random) : harmed;
}

/** A harmed file of a target: known by the target's name and a rank, on any machine. */
export interface Case {
	readonly file: string;
	readonly bytes: Uint8Array;
	readonly random: Random;
}

/** The harmed file of a rank. */
export function caseOf(target: Target, originals: readonly Original[], seed: string, rank: number): Case {
	const random = createRandom(`${seed} ${target.name} ${rank}`);
	const chosen = originals[rank % originals.length];
	return { file: chosen.file, bytes: damaged(chosen, random), random };
}

/** Reads a harmed file under every law. */
export function readCase(target: Target, { file, bytes, random }: Case): Promise<'read' | 'refused'> {
	return refusedOr(() => target.read(file, bytes, random));
}
