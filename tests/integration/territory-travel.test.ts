import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Territory } from '#domain/territory.ts';
import { MODES, type Mode, type TravelTimes } from '#domain/travel.ts';
import { hierarchyFile, roadGraphFile, travelTimesFile } from '#io/territory-folder/files.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import { encodeRoadGraph } from '#core/roads/graph-file.ts';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { isochronesOf } from '#core/travel/isochrone/isochrones.ts';
import { RoadFields } from '#core/travel/isochrone/road-field.ts';
import { snapPoints } from '#core/travel/snap.ts';
import { travelTimesToSites } from '#core/travel/travel-times.ts';
import { ScenarioTravel } from '#workers/jobs/scenario/scenario-travel.ts';
import type { SessionTravel } from '#workers/jobs/travel/session-travel.ts';
import { TerritoryTravel } from '#workers/jobs/travel/territory-travel.ts';
import type { ModeRoads } from '#workers/jobs/travel/travel-source.ts';
import { diagnoseDemo } from '../../src/cli/demo.ts';
import { realData } from '../realdata.ts';
import { readCsv } from '../territories.ts';

const CAP = 1800;
const MINUTES = 60_000;

let files: ReadonlyMap<string, Uint8Array>;
let manifest: TerritoryManifest;
let territory: Territory;

const folderOf = (held: ReadonlyMap<string, Uint8Array>) => ({
	has: async (path: string) => held.has(path),
	read: async (path: string) => {
		const bytes = held.get(path);
		if (bytes === undefined) throw new Error(`Read without asking whether it is there: ${path}`);
		return bytes;
	}
});
const travelOf = (held = files, of = territory, capSeconds = CAP) =>
	new TerritoryTravel(folderOf(held), manifest, of, capSeconds);
const without = (...paths: string[]) => new Map([...files].filter(([path]) => !paths.includes(path)));

async function roadsOf(travel: TerritoryTravel, mode: Mode): Promise<ModeRoads> {
	const roads = await travel.roads(mode);
	if (roads === null) throw new Error('No roads');
	return roads;
}

/** The times by searches site by site on the same roads. */
async function searched(mode: Mode, sites: Territory['sites'], capSeconds = CAP): Promise<TravelTimes> {
	const { graph, demand, snapIndex, snapMetres } = await roadsOf(travelOf(), mode);
	const [lon, lat] = [0, 1].map((axis) => sites.map(({ position }) => position[axis]));
	return travelTimesToSites(graph, demand, snapPoints(graph, lon, lat, snapMetres, snapIndex), { capSeconds });
}

/** The territory with one site elsewhere. */
function withSiteAt(site: number, lon: number, lat: number): Territory {
	const sites = [...territory.sites];
	sites[site] = { ...sites[site], position: [lon, lat] };
	return { ...territory, sites };
}

beforeAll(async () => {
	files = (await diagnoseDemo()).folder;
	({ manifest, territory } = await readTerritoryFolder(folderOf(files), 'demo'));
}, 2 * MINUTES);

describe('the travel times of the demo', { timeout: 2 * MINUTES }, () => {
	it('are those of searches site by site, kept in the folder or computed anew', async () => {
		for (const mode of MODES) {
			const expected = await searched(mode, territory.sites);
			expect(expected.site.length).toBeGreaterThan(100);
			expect(await travelOf().times(mode)).toEqual(expected);
			expect(await travelOf(without(travelTimesFile(mode))).times(mode)).toEqual(expected);
			expect(await travelOf(without(travelTimesFile(mode), hierarchyFile(mode))).times(mode)).toEqual(expected);
		}
	});

	it('are read from the folder without its roads being searched', async () => {
		const unreadable = new Map(files);
		const graph = (files.get(roadGraphFile('car')) ?? new Uint8Array()).slice();
		graph.fill(0, 64);
		unreadable.set(roadGraphFile('car'), graph);
		const times = await travelOf(unreadable).times('car');
		expect(times).toEqual(await travelOf().times('car'));
		await expect(travelOf(unreadable).roads('car')).rejects.toThrow('error_road_graph_altered');
	});

	it('are computed anew for sites or roads that the kept ones are not of', async () => {
		const [lon, lat] = territory.sites[1].position;
		const edited = withSiteAt(0, lon, lat);
		const times = await travelOf(files, edited).times('foot');
		expect(times).toEqual(await searched('foot', edited.sites));
		expect(times).not.toEqual(await travelOf().times('foot'));
		// The bicycle's roads under the name of the walker's: neither the kept times nor the kept hierarchy are theirs.
		const swapped = new Map(files).set(roadGraphFile('foot'), files.get(roadGraphFile('bike')) ?? new Uint8Array());
		const { first, site, toSite } = await travelOf().times('bike');
		expect(await travelOf(swapped).times('foot')).toMatchObject({ first, site, toSite });
	});

	it('are cut from the kept ones for a lower cap, and computed for a higher one', async () => {
		for (const cap of [600, 2400]) {
			expect(await travelOf(files, territory, cap).times('bike')).toEqual(await searched('bike', territory.sites, cap));
		}
	});

	it('are computed once, and again after a failure', async () => {
		const travel = travelOf();
		expect(await travel.times('car')).toBe(await travel.times('car'));
		const abort = new AbortController();
		abort.abort(new Error('enough'));
		const stale = travelOf(without(travelTimesFile('car'), hierarchyFile('car')));
		await expect(stale.times('car', { signal: abort.signal })).rejects.toThrow('enough');
		expect(await stale.times('car')).toEqual(await travel.times('car'));
	});

	it('stop while roads are contracted again, soon after they are told to', async () => {
		const abort = new AbortController();
		const stale = travelOf(without(travelTimesFile('car'), hierarchyFile('car')));
		let told = 0;
		const onProgress = () => {
			if (++told === 3) abort.abort(new Error('enough'));
		};
		await expect(stale.times('car', { onProgress, signal: abort.signal })).rejects.toThrow('enough');
		expect(told).toBe(3);
	});
});

describe('a site of the demo', { timeout: 2 * MINUTES }, () => {
	const under = (sites: Territory['sites'], moved: readonly number[], former: SessionTravel | null = null) =>
		new ScenarioTravel(travel, territory.population, sites, moved, former);
	let travel: TerritoryTravel;
	beforeAll(() => (travel = travelOf()));

	it('moves, and another is added, as if the folder had them from the start', async () => {
		const [lon, lat] = territory.sites[3].position;
		const { sites } = withSiteAt(3, lon + 0.013, lat - 0.007);
		const moved = under(sites, [3]);
		expect(await moved.times('bike')).toEqual(await searched('bike', sites));
		const more = [...sites, { ...sites[0], position: [lon, lat] as const }];
		const searches = vi.spyOn(travel, 'place');
		const both = under(more, [3, sites.length], moved);
		expect(await both.times('bike')).toEqual(await searched('bike', more));
		expect(searches).toHaveBeenCalledTimes(1);
		searches.mockRestore();
		expect(both.isOf(travel, more, [3, sites.length])).toBe(true);
		expect(both.isOf(travel, more, [sites.length])).toBe(false);
		expect(moved.isOf(travel, territory.sites, [3])).toBe(false);
	});

	it('moves for the people of the margin too', async () => {
		const [lon, lat] = territory.sites[3].position;
		const { sites } = withSiteAt(3, lon + 0.013, lat - 0.007);
		// Other demand points than the territory's, at some of its places.
		const { lon: lons, lat: lats, count } = territory.population;
		const half = {
			...territory.population,
			count: count >> 1,
			lon: lons.subarray(count >> 1),
			lat: lats.subarray(count >> 1)
		};
		const timesOf = (of: TerritoryTravel) => of.timesOf(half, 'bike');
		const anew = await timesOf(travelOf(files, { ...territory, sites }));
		expect(await under(sites, [3]).timesOf(half, 'bike')).toEqual(anew);
		expect(await timesOf(travel)).not.toEqual(anew);
	});

	it('is off the network far from every road', async () => {
		const times = await under(withSiteAt(0, 40, 10).sites, [0]).times('car');
		expect(times.siteAttached[0]).toBe(0);
		expect(times.site.includes(0)).toBe(false);
	});
});

describe('isochrones of the demo', { timeout: 2 * MINUTES }, () => {
	it('are those of the roads, by default towards the sites', async () => {
		const travel = travelOf();
		const asked = { around: [territory.sites[2]], cutoffsSeconds: [300, 600], resolutionMetres: 100 };
		const drawn = await travel.isochrones('bike', asked);
		const { graph, snapIndex } = await roadsOf(travel, 'bike');
		const [lon, lat] = territory.sites[2].position;
		const field = new RoadFields(graph, snapIndex).around(snapPoints(graph, [lon], [lat], 1000, snapIndex), {
			capSeconds: 600,
			direction: 'to',
			maxSnapMetres: 1000
		});
		expect(drawn).toEqual(isochronesOf(field, 100, [300, 600]));
		expect(drawn?.[1].areaSquareMetres).toBeGreaterThan(2 * (drawn?.[0].areaSquareMetres ?? Infinity));
	});

	it('of all sites hold at least what those of one hold', async () => {
		const travel = travelOf();
		const area = async (around: Territory['sites']) => {
			const drawn = await travel.isochrones('foot', { around, cutoffsSeconds: [600], resolutionMetres: 200 });
			return drawn?.[0].areaSquareMetres ?? NaN;
		};
		expect(await area(territory.sites)).toBeGreaterThan(await area(territory.sites.slice(0, 1)));
	});
});

describe('without roads', () => {
	const estimatedManifest = () => ({ ...manifest, travel: { origin: 'estimated' as const } });

	it('sites move by the estimated model, and isochrones are its discs', async () => {
		const estimated = (of: Territory) => new TerritoryTravel(folderOf(new Map()), estimatedManifest(), of, CAP);
		const [lon, lat] = territory.sites[3].position;
		const travel = estimated(territory);
		expect(travel.modes).toEqual(MODES);
		expect(await travel.roads('car')).toBeNull();
		const elsewhere = withSiteAt(3, lon + 0.1, lat);
		const moved = new ScenarioTravel(travel, territory.population, elsewhere.sites, [3]);
		expect(await moved.times('car')).toEqual(await estimated(elsewhere).times('car'));
		const around = territory.sites.slice(0, 1);
		const [disc] = (await travel.isochrones('foot', { around, cutoffsSeconds: [600], resolutionMetres: 25 })) ?? [];
		expect(disc.polygons).toHaveLength(1);
	});

	it('a matrix knows no new place, and nothing between its places', async () => {
		const matrix = { ...manifest, travel: { origin: 'matrix' as const, mode: 'car' as const } };
		const travel = new TerritoryTravel(folderOf(new Map()), matrix, territory, CAP);
		expect(travel.modes).toEqual(['car']);
		const asked = { around: territory.sites, cutoffsSeconds: [600], resolutionMetres: 100 };
		expect(await travel.isochrones('car', asked)).toBeNull();
		expect(travel.canPlace).toBe(false);
		const { demandCount, siteCount } = await travelOf().times('car');
		expect([demandCount, siteCount]).toEqual([territory.population.count, territory.sites.length]);
		expect(await travel.place(territory.population, 'car', [2, 47])).toBeNull();
	});
});

const realRoads = realData('porto-alegre/porto-alegre.osm.pbf');
const hexagons = realData('porto-alegre/poa_hexgrid.csv');

describe.skipIf(realRoads === null || hexagons === null)('the travel times of Porto Alegre', () => {
	it('from hexagons to schools by car are those of searches school by school', { timeout: 3 * MINUTES }, async () => {
		const cells = readCsv(hexagons ?? '');
		const column = (name: string) => Float64Array.from(cells, (cell) => Number(cell[name]));
		const [lon, lat] = [column('lon'), column('lat')];
		const schools = cells.flatMap((cell, i) => (Number(cell.schools) > 0 ? [i] : []));
		expect([lon.length, schools.length]).toEqual([1227, 177]);
		const city: Territory = {
			...territory,
			population: { ...territory.population, count: lon.length, lon, lat },
			sites: schools.map((i) => ({ ...territory.sites[0], position: [lon[i], lat[i]] as const }))
		};
		const { value } = await readRoads(bytesSource('porto-alegre.osm.pbf', readFileSync(realRoads ?? '')));
		const graph = buildRoadGraph(value, 'car');
		const held = new Map([[roadGraphFile('car'), new Uint8Array(encodeRoadGraph(graph))]]);
		const times = await travelOf(held, city).times('car');
		const snap = (at: ArrayLike<number>, other: ArrayLike<number>) => snapPoints(graph, at, other, 1000);
		const sites = snap(
			column('lon').filter((_, i) => schools.includes(i)),
			column('lat').filter((_, i) => schools.includes(i))
		);
		expect(times.site.length).toBeGreaterThan(100_000);
		expect(times).toEqual(travelTimesToSites(graph, snap(lon, lat), sites, { capSeconds: CAP }));
	});
});
