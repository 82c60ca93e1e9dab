import { describe, expect, it } from 'vitest';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readOsmPbf } from '#io/roads/osm-pbf.ts';
import { failure } from '../fixtures/failure.ts';
import { crossroads } from '../fixtures/osm-crossroads.ts';
import { blob, fileBlock, headerBlock, joined, primitiveBlock, writePbf } from '../fixtures/osm-writer.ts';

const read = (bytes: Uint8Array) => readOsmPbf(bytesSource('extrait.osm.pbf', bytes));

describe('files that are no .osm.pbf, or are damaged', () => {
	const file = writePbf(crossroads());
	const code = async (bytes: Uint8Array) => (await failure(read(bytes))).detail.code;
	const headerBytes = headerBlock().length;
	const raw = primitiveBlock(crossroads());

	it('names an empty file, and one that is something else by its first bytes', async () => {
		expect(await code(new Uint8Array(0))).toBe('error_pbf_empty');
		const html = await failure(read(new TextEncoder().encode('<!DOCTYPE html><title>404</title>')));
		expect(html.detail).toEqual({ code: 'error_pbf_not_pbf', params: { read: '<!DO' } });
		expect(html.file).toBe('extrait.osm.pbf');
		expect(await code(new Uint8Array(5000))).toBe('error_pbf_not_pbf');
		expect(await code(fileBlock('OSMData', blob(raw)))).toBe('error_pbf_not_pbf');
	});

	it('says at which block and byte a file is cut', async () => {
		const cut = await failure(read(file.subarray(0, headerBytes + 40)));
		expect(cut.detail).toEqual({ code: 'error_pbf_truncated', params: { block: 2, byte: headerBytes } });
		expect(await code(file.subarray(0, 3))).toBe('error_pbf_truncated');
		expect(await code(file.subarray(0, file.length - 1))).toBe('error_pbf_truncated');
	});

	it('refuses a block that does not inflate to what it declares', async () => {
		const inflated = async (bytes: Uint8Array) => code(joined([headerBlock(), fileBlock('OSMData', bytes)]));
		expect(await inflated(blob(raw, 'zlib', raw.length - 1))).toBe('error_pbf_inflate');
		expect(await inflated(blob(raw, 'zlib', raw.length + 1))).toBe('error_pbf_inflate');
		const flipped = blob(raw);
		flipped[flipped.length - 1] ^= 1;
		expect(await inflated(flipped)).toBe('error_pbf_inflate');
	});

	it('stops at a block larger than the format allows, as declared or as inflated', async () => {
		const tooLarge = 32 * 1024 * 1024 + 1;
		const declared = await failure(read(joined([headerBlock(), fileBlock('OSMData', blob(raw), tooLarge)])));
		expect(declared.detail).toEqual({
			code: 'error_pbf_block_too_large',
			params: { block: 2, byte: headerBytes, size: tooLarge }
		});
		expect(await code(joined([headerBlock(), fileBlock('OSMData', blob(raw, 'zlib', tooLarge))]))).toBe(
			'error_pbf_block_too_large'
		);
		const bomb = blob(new Uint8Array(64 * 1024 * 1024), 'zlib', 1000);
		expect(await code(joined([headerBlock(), fileBlock('OSMData', bomb)]))).toBe('error_pbf_inflate');
	});

	it('names a compression or a required feature that is not read', async () => {
		const lzma = await failure(read(joined([headerBlock(), fileBlock('OSMData', blob(raw, 'lzma'))])));
		expect(lzma.detail).toMatchObject({ code: 'error_pbf_compression', params: { compression: 'lzma', block: 2 } });
		const history = writePbf(crossroads(), { requiredFeatures: ['OsmSchema-V0.6', 'HistoricalInformation'] });
		expect((await failure(read(history))).detail).toEqual({
			code: 'error_pbf_feature',
			params: { feature: 'HistoricalInformation' }
		});
	});

	it('refuses a block whose bytes are not a block of entities', async () => {
		const junk = Uint8Array.from({ length: 200 }, (_, i) => (i * 73 + 41) % 256);
		const error = await failure(read(joined([headerBlock(), fileBlock('OSMData', blob(junk))])));
		expect(error.detail).toEqual({ code: 'error_pbf_corrupt_block', params: { block: 2, byte: headerBytes } });
	});
});
