import { describe, expect, it } from 'vitest';
import { caseOf, readCase } from '../fuzz/target.ts';
import { TARGETS } from '../fuzz/targets.ts';

/** Harmed files of each importer with every run of the tests; `npm run fuzz` reads as many as it is asked. */
const CASES = 160;
const SEED = process.env.MAILLAGE_SEED === 'random' ? String(Math.random()) : (process.env.MAILLAGE_SEED ?? 'maillage');

describe('harmed files', () => {
	it.each(TARGETS.map((target) => [target.name, target] as const))(
		'%s: read or refused with a sentence, no row lost, nothing polluted, kept as it is written',
		async (_, target) => {
			const originals = await target.originals('quick');
			for (let rank = 0; rank < CASES; rank++) {
				await readCase(target, caseOf(target, originals, SEED, rank)).catch((error: unknown) => {
					throw new Error(`${target.name}, rank ${rank}, seed ${SEED}`, { cause: error });
				});
			}
		}
	);

	it.each(TARGETS.map((target) => [target.name, target] as const))('%s: sound files are read', async (_, target) => {
		for (const one of await target.originals('quick')) {
			const { random } = caseOf(target, [one], SEED, 0);
			expect(await readCase(target, { file: one.file, bytes: one.bytes, random }), one.file).toBe('read');
		}
	});
});
