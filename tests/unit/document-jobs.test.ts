import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { WorkerClient } from '#workers/worker-client.ts';
import { documentHandlers, type OutputRequest } from '../../src/lib/compute/document-jobs.ts';
import { buildDocument } from '../../src/lib/report/build-document.ts';
import { PICTURES } from '../../src/lib/report/document.ts';
import type { Output } from '../../src/lib/report/outputs/document-files.ts';
import { typefacesOf } from '../../src/lib/report/outputs/typefaces.ts';
import { drawPicture } from '../../src/lib/report/pictures/draw.ts';
import type { PictureInput } from '../../src/lib/report/pictures/picture-input.ts';
import { TEST_EDITS, testContext, testData } from '../fixtures/diagnostic.ts';
import { servedHere } from '../served-workers.ts';
import { summary } from '../summary-fixture.ts';

const data = testData();
const context = testContext('fr');
const [commune] = summary().communes;
const place = summary({ communes: [{ ...commune, labelAt: [5.4, 45.95], bounds: [5.3, 45.9, 5.5, 46] }] });
const input: PictureInput = { data, summary: place, paints: {}, locale: 'fr' };
const report = buildDocument(data, TEST_EDITS, context);
const PIXEL = Uint8Array.of(137, 80, 78, 71);

/** A worker of documents that hands the same bytes over as every PNG, and how many it made. */
function worker() {
	let made = 0;
	const parts = {
		png: async () => () => (made++, PIXEL),
		sql: () => Promise.reject(new Error('not asked')),
		typefaces: async () => typefacesOf(PIXEL, PIXEL)
	};
	return { client: new WorkerClient(() => servedHere(documentHandlers(parts))), made: () => made };
}
const asked = (output: Output): OutputRequest => ({ output, report, input, date: '2026-01-05' });

describe('the worker of documents', () => {
	it('draws the pictures that are drawn elsewhere', async () => {
		const { client } = worker();
		for (const id of PICTURES) expect(await client.run('drawPicture', { id, input })).toEqual(drawPicture(id, input));
		client.close();
	});

	it('writes a document as one file of its kind, telling how far it is', async () => {
		const { client, made } = worker();
		const shares: number[] = [];
		const word = await client.run('outputFile', asked('docx'), { onProgress: (share) => shares.push(share) });
		expect([word.extension, Object.keys(unzipSync(word.bytes))]).toEqual([
			'docx',
			expect.arrayContaining(['word/document.xml'])
		]);
		expect(shares).toEqual([...shares].sort((one, other) => one - other));
		expect(shares.length).toBeGreaterThan(made());
		const maps = await client.run('outputFile', asked('png'));
		const names = Object.keys(unzipSync(maps.bytes));
		expect(maps.extension).toBe('png.zip');
		expect(names).toContain('moments.png');
		expect(made()).toBe(2 * names.length);
		client.close();
	});

	it('gives up between two pictures once it is not wanted, and then writes another', async () => {
		const { client } = worker();
		const abort = new AbortController();
		const stopped = client.run('outputFile', asked('docx'), { signal: abort.signal, onProgress: () => abort.abort() });
		await expect(stopped).rejects.toThrow('cancelled');
		expect((await client.run('outputFile', asked('html'))).type).toBe('text/html');
		client.close();
	});
});
