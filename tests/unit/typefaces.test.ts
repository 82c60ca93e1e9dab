import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeOutputParts } from '../../src/cli/area-diagnostic.ts';
import { base64 } from '../../src/lib/report/outputs/base64.ts';
import { sha256 } from '../../src/lib/report/outputs/sha256.ts';
import { typefaceCss } from '../../src/lib/report/outputs/typefaces.ts';

describe('the digest that names a style', () => {
	it('is SHA-256, of any bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(createHash('sha256').update(bytes).digest('hex'));
			})
		);
		const long = Uint8Array.from({ length: 70_000 }, (_, rank) => rank * 7);
		expect(Buffer.from(sha256(long)).toString('hex')).toBe(createHash('sha256').update(long).digest('hex'));
	});
});

describe('the typefaces of a page in one file', () => {
	it('are written in base 64 as they are', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 80_000 }), (bytes) => {
				expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
			}),
			{ numRuns: 20 }
		);
	});

	it('are those of the site, both in less than 200 kB', async () => {
		const { text, sentence } = await nodeOutputParts('2026-01-05').typefaces();
		// The signature of WOFF2.
		for (const { woff2 } of [text, sentence]) expect(String.fromCharCode(...woff2.subarray(0, 4))).toBe('wOF2');
		const css = typefaceCss([text, sentence]);
		expect(css.length).toBeLessThan(200_000);
		expect(css.match(/font-family:'[^']+'/g)).toEqual(["font-family:'Source Sans 3'", "font-family:'Source Serif 4'"]);
	});
});
