import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { realData } from '../realdata.ts';

/** Classes of the count "highways" that comes with the real data: roads with a class, tracks included, paths and `road` not. */
const CLASSES =
	/^((motorway|trunk|primary|secondary|tertiary)(_link)?|unclassified|residential|living_street|service|track)$/;

async function read(path: string) {
	return readRoads(blobSource(basename(path), await openAsBlob(path)));
}

const EXTRACTS = [
	{ path: 'osm/porto.osm.pbf', highways: 45_877, box: [-8.8, 41.0, -8.4, 41.3] },
	{ path: 'osm/liechtenstein.osm.pbf', highways: 3_479, box: [9.4, 47.0, 9.7, 47.3] },
	{ path: 'osm/andorra.osm.pbf', highways: 1_326, box: [1.3, 42.4, 1.8, 42.7] },
	{ path: 'porto-alegre/porto-alegre.osm.pbf', highways: 12_405, box: [-51.4, -30.3, -51.0, -29.8] }
].map((extract) => ({ ...extract, file: realData(extract.path) }));

describe.each(EXTRACTS)('the roads of $path', ({ file, highways, box: [west, south, east, north] }) => {
	it.skipIf(file === null)('are as many, class by class, as was counted apart', async () => {
		const imported = await read(file ?? '');
		const { wayTagSet, tagSets } = imported.value;
		const classes = [
			...Array.from(wayTagSet, (set) => tagSets[set].highway),
			...imported.rejected.map((row) => row.cells.highway)
		];
		// No way of these files is cut: a way kept is one way of the network.
		expect(wayTagSet.length).toBe(imported.rowsKept);
		expect(classes.filter((highway) => CLASSES.test(highway ?? ''))).toHaveLength(highways);
		expect(imported.rowsRead).toBe(imported.rowsKept + imported.rejected.length);
	});

	it.skipIf(file === null)('lie where the place is, joined into ways of distinct points', async () => {
		const { nodeLon, nodeLat, wayFirst, wayNodes } = (await read(file ?? '')).value;
		// The middle half of the nodes: extracts keep long roads whole, far beyond their border.
		const lons = nodeLon.slice().sort();
		const lats = nodeLat.slice().sort();
		const quarter = nodeLon.length >> 2;
		expect(lons[quarter]).toBeGreaterThan(west);
		expect(lons[3 * quarter]).toBeLessThan(east);
		expect(lats[quarter]).toBeGreaterThan(south);
		expect(lats[3 * quarter]).toBeLessThan(north);
		expect(wayNodes.every((node) => node < nodeLon.length)).toBe(true);
		for (let way = 0; way + 1 < wayFirst.length; way++) expect(wayFirst[way + 1] - wayFirst[way]).toBeGreaterThan(1);
	});
});

describe('the roads of Porto', () => {
	const file = EXTRACTS[0].file;

	it.skipIf(file === null)('have turn restrictions whose ways meet at their via node', async () => {
		const { restrictions, wayFirst, wayNodes } = (await read(file ?? '')).value;
		const has = (way: number, node: number) => wayNodes.subarray(wayFirst[way], wayFirst[way + 1]).includes(node);
		// 357 relations of this type in the file, 21 of which lack a member or have two that do not say which one holds.
		expect(restrictions).toHaveLength(336);
		for (const { viaNode, fromWay, toWay } of restrictions) {
			if (viaNode !== null) expect(has(fromWay, viaNode) && has(toWay, viaNode)).toBe(true);
		}
	});

	it.skipIf(file === null)('within bounds are the roads of the whole file that have a node there', async () => {
		const path = file ?? '';
		const bounds = [-8.63, 41.14, -8.6, 41.16] as const;
		const whole = (await read(path)).value;
		const clipped = await readRoads(blobSource('porto.osm.pbf', await openAsBlob(path)), { bounds });
		const inside = Array.from(whole.nodeLon, (lon, node) => {
			const lat = whole.nodeLat[node];
			return lon >= bounds[0] && lon <= bounds[2] && lat >= bounds[1] && lat <= bounds[3];
		});
		let expected = 0;
		for (let way = 0; way + 1 < whole.wayFirst.length; way++) {
			if (whole.wayNodes.subarray(whole.wayFirst[way], whole.wayFirst[way + 1]).some((node) => inside[node]))
				expected++;
		}
		expect(expected).toBeGreaterThan(500);
		expect(clipped.value.wayTagSet).toHaveLength(expected);
	});
});

describe('the sections of BD TOPO around Marseille', () => {
	const file = realData('bdtopo/troncon_de_route-marseille10.geojson');

	it.skipIf(file === null)('are 2,936, one of which is not built, and meet at their ends', async () => {
		const imported = await read(file ?? '');
		expect(imported).toMatchObject({ rowsRead: 2936, rowsKept: 2935 });
		expect(imported.rejected.map(({ note }) => note.message.code)).toEqual(['note_bdtopo_not_built']);
		const { wayFirst, wayNodes, nodeLon, tagSets } = imported.value;
		expect(tagSets.every((set) => /^\d+$/.test(set.vitesse_moyenne_vl) && set.sens_de_circulation !== undefined)).toBe(
			true
		);
		// Junctions: how many ends fall on each node; interior points belong to one section.
		const ends = new Map<number, number>();
		for (let way = 0; way + 1 < wayFirst.length; way++) {
			for (const node of [wayNodes[wayFirst[way]], wayNodes[wayFirst[way + 1] - 1]])
				ends.set(node, (ends.get(node) ?? 0) + 1);
		}
		expect([...ends.values()].reduce((sum, count) => sum + count)).toBe(2 * 2935);
		expect(nodeLon.length - ends.size).toBe(wayNodes.length - 2 * 2935);
		expect([...ends.values()].filter((count) => count >= 3).length).toBeGreaterThan(1000);
	});
});
