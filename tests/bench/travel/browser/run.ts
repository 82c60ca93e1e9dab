// The steady state in Chromium: contraction of Porto, 512 sites × 100,000 cells on the synthetic million. Prints one line of JSON;
// nothing where there is no Chromium.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import { findChromium } from '../../../../scripts/chromium.mjs';
import { benchGraph } from '../graphs.ts';
import { placesOnArcs } from '../places.ts';
import { seeded } from '../seeded.ts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
type Arrays = Record<string, Uint32Array>;

/** The typed arrays of a record. */
function arraysOf(record: object): Arrays {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value instanceof Uint32Array));
}

async function servedData(): Promise<Record<string, Arrays | null>> {
	const grid = await benchGraph('grid');
	if (grid === null) throw new Error('The synthetic graph is always there');
	const porto = await benchGraph('porto');
	const random = seeded(3);
	return {
		porto: porto === null ? null : arraysOf(porto),
		hierarchy: arraysOf(await contractGraph(grid)),
		cells: arraysOf(placesOnArcs(grid, 100_000, random)),
		sites: arraysOf(placesOnArcs(grid, 512, random))
	};
}

function serveData(data: Record<string, Arrays | null>, path: string, response: ServerResponse): void {
	const [record, name] = path.split('/');
	const arrays = data[record] ?? null;
	if (name === undefined) {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(arrays === null ? null : Object.keys(arrays)));
		return;
	}
	const array = arrays?.[name] ?? new Uint32Array();
	response.end(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
}

const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
try {
	const executablePath = await findChromium().catch((error: unknown) => {
		console.error(`skipped: ${error instanceof Error ? error.message : error}`);
		return null;
	});
	if (executablePath !== null) {
		await build({
			configFile: false,
			root: import.meta.dirname,
			logLevel: 'error',
			build: { outDir: folder, emptyOutDir: true },
			worker: { format: 'es' }
		});
		const data = await servedData();
		const server = createServer((request, response) => {
			// Without these two there is no shared memory.
			response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
			response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
			const path = (request.url ?? '/').split('?')[0];
			if (path.startsWith('/data/')) return serveData(data, path.slice('/data/'.length), response);
			const file = path === '/' ? '/index.html' : path;
			response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
			response.statusCode = existsSync(join(folder, file)) ? 200 : 404;
			response.end(response.statusCode === 200 ? readFileSync(join(folder, file)) : undefined);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
		const page = await browser.newPage();
		await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		console.log(JSON.stringify(await page.evaluate(() => window.measured)));
		await browser.close();
		server.close();
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
