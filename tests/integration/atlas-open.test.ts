import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicators } from '#domain/indicator.ts';
import { MaillageError } from '#domain/notes.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { writeFolderIndex } from '#io/territory-folder/url-folder.ts';
import { writeZip } from '#io/territory-folder/zip-folder.ts';
import type { TerritorySource } from '#workers/jobs/atlas/atlas-jobs.ts';
import { atlasHandlers, type OpenSession } from '#workers/jobs/atlas/handlers.ts';
import { openSource } from '#workers/jobs/atlas/open-source.ts';
import type { FromWorker, ToWorker } from '#workers/protocol.ts';
import { serve, type Endpoint } from '#workers/serve.ts';
import { diagnoseDemo } from '../../src/cli/demo.ts';
import { WorkerClient, type WorkerLike } from '#workers/worker-client.ts';
import { questionOf } from '../question.ts';

const MINUTES = 60_000;
/** How far a place may be from a road: what `prepare` takes where it is not told. */
const SNAP_METRES = 1000;
const BASE = 'https://maillage.example/demo/';

const ports: MessagePort[] = [];
afterAll(() => ports.splice(0).forEach((port) => port.close()));

/** A client of the territory's handlers over a channel, as the page has one of its worker. */
function client(open: OpenSession = openSource): WorkerClient {
	return new WorkerClient((): WorkerLike => {
		const { port1, port2 } = new MessageChannel();
		ports.push(port1, port2);
		port1.start();
		port2.start();
		serve(port2 as unknown as Endpoint, atlasHandlers(open));
		return {
			postMessage: (message: ToWorker) => port1.postMessage(message),
			addEventListener(type: string, listener: ((event: { data: FromWorker }) => void) | ((event: object) => void)) {
				if (type === 'message') port1.addEventListener('message', listener as unknown as EventListener);
			},
			terminate: () => port1.close()
		};
	});
}

const fileOf = (bytes: Uint8Array, name: string) => new File([bytes as Uint8Array<ArrayBuffer>], name);

let folder: ReadonlyMap<string, Uint8Array>;
let indicators: Indicators;
let summary: TerritorySummary;
let files: TerritorySource;
const atlas = client();

beforeAll(async () => {
	const demo = await diagnoseDemo();
	({ folder, indicators } = demo);
	const entries = [...folder].map(([path, bytes]) => ({ path: `demo/${path}`, file: fileOf(bytes, path) }));
	files = { kind: 'folder', name: 'demo', files: entries };
	summary = await atlas.run('openTerritory', files);
}, 5 * MINUTES);

/** Everybody, by car, within a quarter of an hour, neighbours counted. */
const QUESTION = questionOf({ minute: ((5 * 24 + 15) * 60) as Question['minute'] });

describe('the demo territory, opened', () => {
	it('is what its README says: 50 communes of one EPCI among 78, 45 counted places of 48, invented', () => {
		expect([summary.name, summary.fictional, summary.zone]).toEqual(['Entre-Val-et-Monts', true, 'B']);
		expect([summary.communes.length, summary.communes.filter(({ margin }) => !margin).length]).toEqual([78, 50]);
		expect(summary.epcis).toEqual([{ code: '240096016', name: 'CC Entre-Val-et-Monts (territoire fictif)' }]);
		const inside = summary.sites.filter(({ margin }) => !margin);
		expect([inside.length, inside.filter(({ counted }) => counted.counted).length]).toEqual([48, 45]);
		expect(summary.inputs.sites).toMatchObject({ rowsRead: 59, rowsKept: 58, rowsRejected: 1 });
		expect(summary.sources.roads?.attribution).toBe('Données fictives de démonstration');
	});

	it('says the same as its diagnosis', () => {
		const { population, travel } = indicators;
		expect(summary.population).toEqual({
			kind: population.kind,
			demandPoints: population.demand_points,
			people: population.total,
			marginPeople: population.margin,
			municipale: population.municipale,
			municipaleVintage: population.municipale_vintage,
			imputedPeople: population.imputed_people
		});
		expect(summary.travel).toEqual({
			origin: 'roads',
			modes: travel.modes.map(({ mode }) => mode),
			defaultMode: travel.default_mode,
			defaultCutoffMinutes: travel.default_cutoff_minutes,
			snapMetres: SNAP_METRES,
			statements: [],
			drawsIsochrones: true
		});
		const known = summary.sites.filter(({ margin, weeklyHours }) => !margin && weeklyHours.term !== null);
		expect(known.length).toBe(indicators.sites.with_hours);
	});

	it('draws every cell where its people are, and all of them in hexagons', () => {
		const { cells, hexagons, population, bounds } = summary;
		if (cells === null) return expect.unreachable();
		expect([cells.count, cells.first.length, cells.lonLat.length]).toEqual([4058, 4059, 2 * 5 * 4058]);
		const [west, south, east, north] = bounds;
		// A cell of the edge may stand out by its own side.
		const edge = 0.004;
		for (let at = 0; at < cells.lonLat.length; at += 2) {
			const [lon, lat] = cells.lonLat.subarray(at, at + 2);
			if (lon < west - edge || lon > east + edge || lat < south - edge || lat > north + edge)
				expect.fail(`${lon} ${lat}`);
		}
		expect(hexagons.map(({ resolution }) => resolution)).toEqual([8, 7, 6]);
		for (const { people, mesh } of hexagons) {
			expect(people.length).toBe(mesh.count);
			expect(people.reduce((sum, one) => sum + one, 0)).toBeCloseTo(population.people, 0);
		}
	});

	it('writes the name of a commune within its box, and has its roads beneath', () => {
		for (const { name, labelAt, bounds, geometry } of summary.communes) {
			if (labelAt === null || bounds === null || geometry === null) return expect.unreachable(name);
			const [west, south, east, north] = bounds;
			const isWithin = labelAt[0] > west && labelAt[0] < east && labelAt[1] > south && labelAt[1] < north;
			expect(isWithin, name).toBe(true);
		}
		const classes = new Set(summary.basemap?.roads.map(({ roadClass }) => roadClass));
		expect([...classes].sort()).toEqual(['motorway', 'primary', 'secondary', 'tertiary']);
	});

	it('gives no hours where none are known, and other hours in the holidays', () => {
		const unknown = summary.sites.filter(({ weeklyHours }) => weeklyHours.term === null);
		expect(unknown.length).toBeGreaterThan(0);
		for (const { weeklyHours } of unknown) expect(Object.values(weeklyHours)).toEqual([null, null, null]);
		const closesInSummer = summary.sites.filter(({ weeklyHours: { term, summer } }) => (summer ?? 0) < (term ?? 0));
		expect(closesInSummer.length).toBeGreaterThan(0);
	});
});

describe('the same territory by another way', () => {
	it('is the same from its zip', async () => {
		const zip = fileOf(writeZip(folder), 'demo.zip');
		expect(await client().run('openTerritory', { kind: 'zip', file: zip })).toEqual(summary);
	});

	it('is the same from an address, asked only for what its index names', async () => {
		const published = new Map<string, Uint8Array>([['files.json', writeFolderIndex(folder)], ...folder]);
		const asked: string[] = [];
		const fetch = async (url: string) => {
			asked.push(url);
			const bytes = published.get(url.slice(BASE.length));
			return bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes as Uint8Array<ArrayBuffer>);
		};
		const web = client((source, steps) => openSource(source, steps, { fetch }));
		const shares: number[] = [];
		const onProgress = (share: number) => shares.push(share);
		expect(await web.run('openTerritory', { kind: 'url', base: BASE }, { onProgress })).toEqual(summary);
		expect(asked.every((url) => published.has(url.slice(BASE.length)))).toBe(true);
		expect(new Set(asked).size).toBe(asked.length);
		// Neither roads nor travel times are needed to draw.
		expect(asked.some((url) => url.includes('/roads/') || url.includes('/times/'))).toBe(false);
		expect(shares.length).toBeGreaterThan(5);
		expect(shares).toEqual([...shares].sort((one, other) => one - other));
		expect(shares.at(-1)).toBeLessThanOrEqual(1);
	});
});

describe('the worker that holds the territory', () => {
	it('answers with the figures of the diagnosis', async () => {
		const { whole } = await atlas.run('answer', QUESTION);
		const expected = indicators.coverage.find(({ mode, cutoff_minutes }) => mode === 'car' && cutoff_minutes === 15);
		expect([whole.coverage.people, whole.coverage.ofPeople]).toEqual([expected?.people, expected?.of_people]);
		const saturday = indicators.open_at.find(({ mode, moment }) => mode === 'car' && moment === 'Sa 15:00');
		expect(whole.moment.people).toBe(saturday?.people);
	});

	it('answers with its usable hours, and with the week of its people', async () => {
		const isAsked = (entry: Indicators['usable_hours'][number]) => entry.mode === 'car' && entry.cutoff_minutes === 15;
		const expected = indicators.usable_hours.filter(isAsked);
		const all = await atlas.run('profiles', QUESTION);
		expect(all.map(({ medianHours }) => medianHours)).toEqual(expected.map(({ median_hours }) => median_hours));
		const { whole, communes, epcis } = await atlas.run('usable', { ...QUESTION, profile: 'retired' });
		expect(whole).toEqual(all.find(({ profile }) => profile === 'retired'));
		expect([communes.length, epcis.length]).toEqual([50, 1]);
		// Everybody lives in one of its communes, all of one EPCI.
		const without = communes.reduce((sum, { none }) => sum + (none.people ?? NaN), 0);
		expect(without).toBeCloseTo(whole.none.people ?? NaN, 6);
		expect(epcis[0].none.people).toBeCloseTo(whole.none.people ?? NaN, 6);
		const heat = await atlas.run('weekHeat', { question: QUESTION, cell: null });
		const strip = await atlas.run('weekStrip', QUESTION);
		expect([heat.open, heat.ofPeople, heat.sitesOpen]).toEqual([strip.people, strip.ofPeople, strip.sitesOpen]);
		expect(heat.ofProfile).toBe(all[0].none.ofPeople);
	});

	it('keeps the territory it has when another cannot be opened, or is no longer wanted', async () => {
		const other = fileOf(new TextEncoder().encode('no zip'), 'photo.zip');
		const failed = await atlas.run('openTerritory', { kind: 'zip', file: other }).catch((error: unknown) => error);
		expect(failed).toBeInstanceOf(MaillageError);
		// Its name too in a browser; in Node 20 a File loses it on its way through a channel.
		expect(failed).toMatchObject({ detail: { code: 'error_zip_not', params: { bytes: 6 } } });
		const abort = new AbortController();
		const onProgress = () => abort.abort();
		const left = atlas.run('openTerritory', files, { signal: abort.signal, onProgress });
		await expect(left).rejects.toMatchObject({ name: 'AbortError' });
		const { whole } = await atlas.run('answer', QUESTION);
		expect(whole.coverage.people).not.toBeNull();
	});

	it('takes a question before any territory for a fault of the programme', async () => {
		await expect(client().run('answer', QUESTION)).rejects.toMatchObject({
			name: 'WorkerFault',
			trace: expect.stringContaining('No territory is open')
		});
	});

	it('refuses a folder that is none, by the name the user knows', async () => {
		const without = { ...files, files: files.kind === 'folder' ? files.files.slice(1) : [] } as TerritorySource;
		await expect(client().run('openTerritory', without)).rejects.toMatchObject({
			detail: { code: 'error_folder_missing', params: { path: 'demo' } }
		});
	});
});
