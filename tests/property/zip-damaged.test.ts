import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { writeZip, zipFolder } from '#io/territory-folder/zip-folder.ts';

const FILES = new Map([
	['territory.json', new TextEncoder().encode('{"format": "maillage-territory"}')],
	['cells.csv', new TextEncoder().encode('id,people\n'.repeat(400))],
	['roads/car.graph', Uint8Array.from({ length: 500 }, (_, i) => (i * 7919) % 251)]
]);
const ZIP = writeZip(FILES);

/** Everything that can be read of a zip: each file, or the refusal of it. Anything else thrown is a fault. */
async function readAll(zip: Uint8Array): Promise<Map<string, Uint8Array | MaillageError>> {
	const read = new Map<string, Uint8Array | MaillageError>();
	const refused = (error: unknown) => {
		if (error instanceof MaillageError) return error;
		throw error;
	};
	const folder = await zipFolder(new Blob([zip as Uint8Array<ArrayBuffer>]), 'a.zip').catch(refused);
	if (folder instanceof MaillageError) return read.set('', folder);
	for (const path of folder.paths) read.set(path, await folder.read(path).catch(refused));
	return read;
}

describe('a zip that was damaged', () => {
	it('gives each file as it was or refuses it, and never anything else', async () => {
		const damage = fc.array(fc.tuple(fc.nat({ max: ZIP.length - 1 }), fc.integer({ min: 1, max: 255 })), {
			minLength: 1,
			maxLength: 4
		});
		await fc.assert(
			fc.asyncProperty(damage, async (changes) => {
				const damaged = ZIP.slice();
				for (const [at, mask] of changes) damaged[at] ^= mask;
				for (const [path, read] of await readAll(damaged)) {
					if (read instanceof MaillageError || !FILES.has(path)) continue;
					expect(read, path).toEqual(FILES.get(path));
				}
			}),
			{ numRuns: 400 }
		);
	});

	it('cut anywhere is refused', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 0, max: ZIP.length - 1 }), async (length) => {
				const [[path, read]] = await readAll(ZIP.slice(0, length));
				expect([path, read instanceof MaillageError]).toEqual(['', true]);
			}),
			{ numRuns: 100 }
		);
	});
});
