import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '#domain/notes.ts';
import type { SiteCorrection } from '#domain/site-correction.ts';
import { writeAdminIndex } from '#io/communes/admin-index.ts';
import { zipFolder } from '#io/territory-folder/zip-folder.ts';
import {
	prepareTerritoryJob,
	type PrepareJobRequest,
	type PrepareJobResponse
} from '#workers/jobs/prepare/worker-job.ts';
import { sweepHandlers } from '#workers/jobs/sweep/sweep-jobs.ts';
import { WorkerPartner } from '#workers/jobs/sweep/worker-partner.ts';
import type { FromWorker, ToWorker } from '#workers/protocol.ts';
import { serve, type Endpoint } from '#workers/serve.ts';
import type { WorkerLike } from '#workers/worker-client.ts';
import { diagnoseDemo } from '../../src/cli/demo.ts';
import { runCliWell } from '../cli.ts';

const RAW = join(import.meta.dirname, '../../data/demo/raw');
/** The national list knows nothing of the demo's invented département. */
const INDEX = writeAdminIndex({ communes: new Map(), epcis: new Map(), successors: new Map() }, new Map());

let server: Server;
let base: string;
beforeAll(async () => {
	server = createServer(({ url = '' }, response) => {
		if (url !== '/admin/index.json') return response.writeHead(404).end();
		return response.end(INDEX);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const channels: MessageChannel[] = [];
afterEach(() => channels.splice(0).forEach(({ port1, port2 }) => (port1.close(), port2.close())));

/** A second worker, at the other end of another channel, that is asked for the least. */
function partner(): WorkerPartner {
	const channel = new MessageChannel();
	channels.push(channel);
	channel.port1.start();
	channel.port2.start();
	serve(channel.port2 as unknown as Endpoint, sweepHandlers());
	return new WorkerPartner(() => channel.port1 as unknown as WorkerLike, { least: { nodes: 0, siteNodes: 0 } });
}

/** The worker at the other end of a channel; its final answer, and every step it tells. */
function asked(
	request: PrepareJobRequest,
	onStep: (step: Message, send: (message: ToWorker) => void) => void = () => {}
) {
	const channel = new MessageChannel();
	channels.push(channel);
	channel.port2.start();
	serve(channel.port2 as unknown as Endpoint, { prepareTerritory: prepareTerritoryJob(partner()) });
	const send = (message: ToWorker) => channel.port1.postMessage(message);
	return new Promise<FromWorker>((resolve) => {
		channel.port1.onmessage = ({ data }: { data: FromWorker }) => {
			if (data.type !== 'progress') return resolve(data);
			if (data.step) onStep(data.step, send);
		};
		send({ type: 'run', id: 1, job: 'prepareTerritory', request });
	});
}

function demoRequest(admin = 'admin'): PrepareJobRequest {
	const raw = (name: string) => ({ name, blob: new Blob([readFileSync(join(RAW, name))]) });
	return {
		name: 'Entre-Val-et-Monts',
		zone: 'B',
		epciCode: 'CC Entre-Val-et-Monts (territoire fictif)',
		communes: raw('communes_fictif.geojson'),
		population: raw('carreaux_200m_fictif.csv'),
		sites: raw('bibliotheques_fictif.csv'),
		hours: raw('horaires_fictif.csv'),
		perimeter: null,
		travel: { origin: 'roads', roads: raw('routes_fictif.osm.pbf'), snapMetres: 1000, cutoffMinutes: 30 },
		marginKm: 30,
		columns: new Map(),
		fictional: true,
		packages: { sqlJs: `${base}/sql-wasm.wasm`, admin: `${base}/${admin}/` }
	};
}

describe('the worker that prepares territories', { timeout: 120_000 }, () => {
	it('makes of the page’s files the folder that the command line makes, telling each step', async () => {
		const steps: Message[] = [];
		const answer = await asked(demoRequest(), (step) => steps.push(step));
		if (answer.type !== 'done') throw new Error(JSON.stringify(answer));
		const { zip } = answer.response as { zip: Uint8Array<ArrayBuffer> };
		const archive = await zipFolder(new Blob([zip]), 'territoire.zip');
		const { folder } = await diagnoseDemo();
		expect([...archive.paths].sort()).toEqual([...folder.keys()].sort());
		for (const [path, bytes] of folder) expect(Buffer.compare(await archive.read(path), bytes), path).toBe(0);
		const told = steps.map(({ code, params }) => [code, params.mode ?? params.file].join(' '));
		expect(told).toEqual([
			'step_reading communes_fictif.geojson',
			'step_reading carreaux_200m_fictif.csv',
			'step_reading bibliotheques_fictif.csv',
			'step_reading routes_fictif.osm.pbf',
			'step_graph car',
			...['bike', 'foot'].flatMap((mode) => [`step_graph ${mode}`, `step_contraction ${mode}`]),
			// The partner's, which went on meanwhile.
			'step_contraction car',
			...['car', 'bike', 'foot'].map((mode) => `step_times ${mode}`)
		]);
	});

	it('puts right by hand what the command line puts right from the file kept in the territory', async () => {
		const site = (...said: string[]) => JSON.stringify(said);
		const tanneries = site('LI96008', 'bibliotheque des tanneries', '96260');
		const corrections: SiteCorrection[] = [
			{ kind: 'moved', site: tanneries, name: 'Bibliothèque des Tanneries', position: [5.1, 48.39] },
			{
				kind: 'hours',
				site: tanneries,
				name: 'Bibliothèque des Tanneries',
				hours: 'Sa 10:00-12:00',
				text: 'sa 10h-12h'
			}
		];
		const answer = await asked({ ...demoRequest(), travel: { origin: 'estimated' }, corrections });
		if (answer.type !== 'done') throw new Error(JSON.stringify(answer));
		const { zip, notes } = answer.response as PrepareJobResponse;
		const made = notes.map(({ message }) => message.code);
		expect(made.filter((code) => code === 'note_site_moved' || code === 'note_site_hours_typed')).toHaveLength(2);

		const archive = await zipFolder(new Blob([zip]), 'territoire.zip');
		const folder = mkdtempSync(join(tmpdir(), 'maillage-corrections-'));
		const kept = join(folder, 'corrections.json');
		writeFileSync(kept, await archive.read('corrections.json'));
		const raw = (name: string) => join(RAW, name);
		const out = join(folder, 'out');
		await runCliWell(
			...['prepare', '--name', 'Entre-Val-et-Monts', '--zone', 'B', '--fictional', '--out', out],
			...['--epci', 'CC Entre-Val-et-Monts (territoire fictif)', '--corrections', kept],
			...['--communes', raw('communes_fictif.geojson'), '--population', raw('carreaux_200m_fictif.csv')],
			...['--sites', raw('bibliotheques_fictif.csv'), '--hours', raw('horaires_fictif.csv')]
		);
		for (const path of archive.paths)
			expect(Buffer.compare(await archive.read(path), readFileSync(join(out, path))), path).toBe(0);
		rmSync(folder, { recursive: true });
	});

	it('stops in the midst of a contraction when the page no longer wants the territory', async () => {
		const steps: string[] = [];
		const answer = await asked(demoRequest(), ({ code }, send) => {
			steps.push(code);
			if (code === 'step_contraction') send({ type: 'cancel', id: 1 });
		});
		expect(answer).toEqual({ type: 'cancelled', id: 1 });
		expect(steps.at(-1)).toBe('step_contraction');
	});

	it('says which part of the application it could not load', async () => {
		const answer = await asked(demoRequest('missing'));
		expect(answer).toMatchObject({
			type: 'failed',
			detail: { code: 'error_package_fetch', params: { url: `${base}/missing/index.json`, reason: '404' } }
		});
	});
});
