import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { UNREACHABLE, type Mode } from '#domain/travel.ts';
import type { RoadNetwork } from '#domain/road-network.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { AGREEING_RESOLUTION_METRES } from '#core/travel/isochrone/field.ts';
import { isochronesOf, type Isochrone } from '#core/travel/isochrone/isochrones.ts';
import { RoadFields } from '#core/travel/isochrone/road-field.ts';
import { snapIndex, snapPoints } from '#core/travel/snap.ts';
import { travelTimesToSites } from '#core/travel/travel-times.ts';
import { PolygonLookup, seeded } from '../isochrone-geometry.ts';
import { realData } from '../realdata.ts';

const file = realData('osm/porto.osm.pbf');
const MAX_SNAP_METRES = 500;
/** Porto and the towns around it, away from the edges of the extract: west, south, east, north. */
const CELLS_BOX = [-8.7, 41.05, -8.42, 41.32] as const;
const SITES_BOX = [-8.64, 41.13, -8.54, 41.22] as const;

describe.skipIf(file === null)('isochrones on the roads of Porto', () => {
	const random = seeded(17);
	const draw = (count: number, [west, south, east, north]: readonly [number, number, number, number]) => ({
		count,
		lon: Float64Array.from({ length: count }, () => west + (east - west) * random()),
		lat: Float64Array.from({ length: count }, () => south + (north - south) * random())
	});
	const carCells = draw(10_000, CELLS_BOX);
	const footCells = draw(10_000, SITES_BOX);
	const places = draw(3, SITES_BOX);
	let roads: RoadNetwork;

	beforeAll(async () => {
		if (file !== null) roads = (await readRoads(bytesSource('porto.osm.pbf', readFileSync(file)))).value;
	});

	/** For each case asked, the isochrones and each cell's own least time by the matrix. */
	function prepare(mode: Mode, cells: ReturnType<typeof draw>, resolutionMetres: number) {
		const graph = buildRoadGraph(roads, mode);
		const index = snapIndex(graph);
		const snap = ({ lon, lat }: { lon: Float64Array; lat: Float64Array }) =>
			snapPoints(graph, lon, lat, MAX_SNAP_METRES, index);
		const times = travelTimesToSites(graph, snap(cells), snap(places), { capSeconds: 1800 });
		const fields = new RoadFields(graph, index);
		return {
			cells,
			draw(site: number | null, direction: 'to' | 'from', cutoffs: readonly number[]): Isochrone[] {
				const pick = (values: Float64Array) => (site === null ? values : values.slice(site, site + 1));
				const chosen = snap({ lon: pick(places.lon), lat: pick(places.lat) });
				const source = fields.around(chosen, {
					capSeconds: Math.max(...cutoffs),
					direction,
					maxSnapMetres: MAX_SNAP_METRES
				});
				return isochronesOf(source, resolutionMetres, cutoffs);
			},
			least(cell: number, site: number | null, direction: 'to' | 'from'): number {
				let least = UNREACHABLE;
				for (let entry = times.first[cell]; entry < times.first[cell + 1]; entry++) {
					if (site !== null && times.site[entry] !== site) continue;
					least = Math.min(least, direction === 'to' ? times.toSite[entry] : times.fromSite[entry]);
				}
				return least;
			}
		};
	}

	/** Every cell counts, those off the network too: no isochrone should hold them. */
	function expectAgreement(
		prepared: ReturnType<typeof prepare>,
		site: number | null,
		direction: 'to' | 'from',
		cutoffs: readonly number[]
	) {
		const { cells } = prepared;
		const held = prepared.draw(site, direction, cutoffs).map(({ cutoffSeconds, polygons }) => {
			const lookup = new PolygonLookup(polygons);
			const holds = cells.lon.map((lon, cell) => (lookup.holds(lon, cells.lat[cell]) ? 1 : 0));
			let agreed = 0;
			let within = 0;
			for (let cell = 0; cell < cells.count; cell++) {
				const isWithin = prepared.least(cell, site, direction) <= cutoffSeconds;
				if (isWithin) within++;
				if (isWithin === (holds[cell] === 1)) agreed++;
			}
			const share = agreed / cells.count;
			console.log(
				`${direction} ${site ?? 'all'} ${cutoffSeconds} s: ${within} cells within, agreement ${(100 * share).toFixed(2)} %`
			);
			expect(within).toBeGreaterThan(0);
			expect(share).toBeGreaterThanOrEqual(0.995);
			return holds;
		});
		let notNested = 0;
		for (let cell = 0; cell < cells.count; cell++) {
			for (let k = 0; k + 1 < held.length; k++) if (held[k][cell] > held[k + 1][cell]) notNested++;
		}
		expect(notNested).toBe(0);
	}

	it('by car: nested, and agreeing with the matrix on 99.5 % of cells, to a site, from a site, to the network', () => {
		const prepared = prepare('car', carCells, AGREEING_RESOLUTION_METRES);
		expectAgreement(prepared, 0, 'to', [600, 900, 1200]);
		expectAgreement(prepared, 1, 'from', [600, 900, 1200]);
		expectAgreement(prepared, null, 'to', [300, 600, 900, 1200]);
	});

	it('on foot: the same', () => {
		const prepared = prepare('foot', footCells, 10);
		expectAgreement(prepared, null, 'to', [600, 900, 1200]);
	});
});
