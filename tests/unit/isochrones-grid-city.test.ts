import { describe, expect, it } from 'vitest';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { isochronesOf } from '#core/travel/isochrone/isochrones.ts';
import { RoadFields } from '#core/travel/isochrone/road-field.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapIndex, snapPoints } from '#core/travel/snap.ts';
import { degrees, madeNetwork, type MadeNode, type MadeWay } from '../fixtures/made-roads.ts';
import { polygonFaults, PolygonLookup, seeded } from '../isochrone-geometry.ts';

/** 21 × 21 crossings, the origin of made networks in the middle; walking takes 0.75 s a metre, on streets and off. */
const HALF = 10;
const BLOCK_METRES = 100;
const SECONDS_PER_METRE = 0.75;
const EXTENT = HALF * BLOCK_METRES;
const CAR_BLOCK_METRES = 250;

/** The streets; `kept` says which stretches between neighbouring crossings exist. */
function city(blockMetres: number, kept: () => { exists: boolean; oneway: boolean }) {
	const name = (column: number, row: number) => `${column}/${row}`;
	const nodes: Record<string, MadeNode> = {};
	const ways: MadeWay[] = [];
	const add = (a: string, b: string) => {
		const { exists, oneway } = kept();
		if (exists) ways.push({ nodes: [a, b], tags: { highway: 'residential', ...(oneway ? { oneway: 'yes' } : {}) } });
	};
	for (let a = -HALF; a <= HALF; a++) {
		for (let b = -HALF; b <= HALF; b++) {
			nodes[name(a, b)] = { east: a * blockMetres, north: b * blockMetres };
			if (b < HALF) {
				add(name(a, b), name(a, b + 1));
				add(name(b, a), name(b + 1, a));
			}
		}
	}
	return madeNetwork(nodes, ways);
}

/** Walking time between a point (metres) and the middle crossing: to the nearest street, then along streets. */
function theorySeconds(east: number, north: number): number {
	const street = (metres: number) => Math.max(-HALF, Math.min(HALF, Math.round(metres / BLOCK_METRES))) * BLOCK_METRES;
	const toStreetEastWest = Math.abs(north - street(north));
	const toStreetNorthSouth = Math.abs(east - street(east));
	const [x, y] = [
		Math.abs(Math.max(-EXTENT, Math.min(EXTENT, east))),
		Math.abs(Math.max(-EXTENT, Math.min(EXTENT, north)))
	];
	const metres =
		toStreetEastWest < toStreetNorthSouth
			? toStreetEastWest + x + Math.abs(street(north))
			: toStreetNorthSouth + y + Math.abs(street(east));
	return SECONDS_PER_METRE * metres;
}

describe('isochrones on foot in a perfect grid city', () => {
	const graph = buildRoadGraph(
		city(BLOCK_METRES, () => ({ exists: true, oneway: false })),
		'foot'
	);
	const index = snapIndex(graph);
	const middle = degrees(0, 0);
	const fields = new RoadFields(graph, index);
	const options = { capSeconds: 700, direction: 'to', maxSnapMetres: 60 } as const;
	const drawn = isochronesOf(
		fields.around(snapPoints(graph, [middle.lon], [middle.lat], 60), options),
		10,
		[300, 500, 700]
	);

	it('cover the area theory gives, block by block', () => {
		for (const { cutoffSeconds, areaSquareMetres, polygons } of drawn) {
			let inside = 0;
			for (let east = -1100.5; east < 1101; east += 3) {
				for (let north = -1100.5; north < 1101; north += 3) {
					if (theorySeconds(east, north) <= cutoffSeconds) inside += 9;
				}
			}
			// Times jump half-way between parallel streets, which steps of 10 m place to within 5 m.
			expect(Math.abs(areaSquareMetres / inside - 1), `${cutoffSeconds} s`).toBeLessThan(0.025);
			// Inside the diamond that streets everywhere would give.
			expect(areaSquareMetres).toBeLessThan(2 * (cutoffSeconds / SECONDS_PER_METRE) ** 2);
			expect(polygonFaults(polygons)).toEqual([]);
		}
	});

	it('agree with theory on random points', () => {
		const random = seeded(11);
		for (const { cutoffSeconds, polygons } of drawn) {
			const lookup = new PolygonLookup(polygons);
			let wrong = 0;
			for (let i = 0; i < 4000; i++) {
				const [east, north] = [(random() - 0.5) * 2 * EXTENT, (random() - 0.5) * 2 * EXTENT];
				const { lon, lat } = degrees(east, north);
				if (lookup.holds(lon, lat) !== theorySeconds(east, north) <= cutoffSeconds) wrong++;
			}
			expect(wrong).toBeLessThanOrEqual(20);
		}
	});

	it('are empty where no site hangs on the network', () => {
		const far = degrees(90_000, 0);
		const sites = snapPoints(graph, [far.lon], [far.lat], 60);
		expect(isochronesOf(fields.around(sites, options), 10, [300])).toEqual([
			{ cutoffSeconds: 300, polygons: [], areaSquareMetres: 0 }
		]);
	});
});

describe('isochrones by car in a city with missing and one-way streets', () => {
	const random = seeded(3);
	const graph = buildRoadGraph(
		city(CAR_BLOCK_METRES, () => ({ exists: random() < 0.8, oneway: random() < 0.3 })),
		'car'
	);
	const index = snapIndex(graph);
	const draw = (count: number, extent: number) => {
		const places = Array.from({ length: count }, () => degrees((random() - 0.5) * extent, (random() - 0.5) * extent));
		const [lon, lat] = [
			Float64Array.from(places, (place) => place.lon),
			Float64Array.from(places, (place) => place.lat)
		];
		return { lon, lat, count };
	};
	const MAX_SNAP = 200;
	const cells = draw(6000, 22 * CAR_BLOCK_METRES);
	const places = draw(3, 14 * CAR_BLOCK_METRES);
	const sites = snapPoints(graph, places.lon, places.lat, MAX_SNAP, index);
	const onRoads = snapPoints(graph, cells.lon, cells.lat, MAX_SNAP, index);
	// Each direction by itself: from a street that only leads out of the city, one comes to no site.
	const seconds = { to: manyToManySeconds(graph, onRoads, sites), from: manyToManySeconds(graph, sites, onRoads) };
	const secondsOf = (direction: 'to' | 'from', cell: number, site: number) =>
		seconds[direction][direction === 'to' ? cell * sites.count + site : site * cells.count + cell];
	const fields = new RoadFields(graph, index);
	const cutoffs = [120, 240, 360];

	/** Share of cells on the same side of the cutoff by matrix and polygons. */
	function agreement(
		polygons: Parameters<typeof polygonFaults>[0],
		cutoff: number,
		direction: 'to' | 'from',
		site: number | null
	): number {
		const lookup = new PolygonLookup(polygons);
		let agreed = 0;
		for (let cell = 0; cell < cells.count; cell++) {
			const least = Math.min(...(site === null ? [0, 1, 2] : [site]).map((one) => secondsOf(direction, cell, one)));
			if (least <= cutoff === lookup.holds(cells.lon[cell], cells.lat[cell])) agreed++;
		}
		return agreed / cells.count;
	}

	it.each(['to', 'from'] as const)(
		'agree with the matrix on 99.5 of 100 random points, %s each site and all of them',
		(direction) => {
			for (const site of [0, 1, 2, null]) {
				const chosen =
					site === null ? sites : snapPoints(graph, [places.lon[site]], [places.lat[site]], MAX_SNAP, index);
				const source = fields.around(chosen, { capSeconds: 360, direction, maxSnapMetres: MAX_SNAP });
				for (const { cutoffSeconds, polygons } of isochronesOf(source, 10, cutoffs)) {
					expect(agreement(polygons, cutoffSeconds, direction, site)).toBeGreaterThanOrEqual(0.995);
				}
			}
		}
	);

	it('differ by direction, as one-way streets do', () => {
		const one = snapPoints(graph, [places.lon[0]], [places.lat[0]], MAX_SNAP, index);
		const areas = (['to', 'from'] as const).map(
			(direction) =>
				isochronesOf(fields.around(one, { capSeconds: 240, direction, maxSnapMetres: MAX_SNAP }), 20, [240])[0]
					.areaSquareMetres
		);
		expect(Math.abs(areas[0] / areas[1] - 1)).toBeGreaterThan(0.02);
	});
});
