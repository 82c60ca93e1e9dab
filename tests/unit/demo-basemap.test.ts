import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { readBasemap } from '#io/territory-folder/basemap-json.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import { prepareRoads } from '#workers/jobs/prepare/roads.ts';
import { crossroads } from '../fixtures/osm-crossroads.ts';
import { writePbf } from '../fixtures/osm-writer.ts';

const ROADS = join(import.meta.dirname, '../../data/demo/raw/routes_fictif.osm.pbf');

describe('the base map of the demonstration', () => {
	it('has motorways, rivers and the places of its communes and hamlets', async () => {
		const { basemap } = await readRoads(bytesSource('routes.osm.pbf', new Uint8Array(readFileSync(ROADS))));
		const classes = new Set(basemap.roads.map(({ roadClass }) => roadClass));
		expect(classes.has('motorway')).toBe(true);
		expect(classes.has('tertiary')).toBe(true);
		expect(basemap.waterLines.length).toBeGreaterThan(0);
		expect(basemap.places.length).toBeGreaterThan(50);
		expect(new Set(basemap.places.map(({ kind }) => kind)).has('hamlet')).toBe(true);
	});
});

describe('prepare', () => {
	it('writes the base map beside the roads, within the same bounds', async () => {
		const steps = { onProgress: () => {}, onGraph: () => {}, onContraction: () => {} };
		const source = bytesSource('routes.osm.pbf', writePbf(crossroads()));
		const bounds = [2.4, 50.6, 2.6, 50.8] as const;
		const bytes = (await prepareRoads(source, bounds, steps)).files.get(FOLDER_FILES.basemap);
		const { basemap } = await readRoads(source, { bounds });
		expect(basemap.roads.map(({ roadClass }) => roadClass)).toEqual(['tertiary']);
		expect(readBasemap(bytes ?? new Uint8Array(0), FOLDER_FILES.basemap)).toEqual(basemap);
	});
});
