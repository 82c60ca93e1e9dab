import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { plainSpaces, runCliWell } from '../cli.ts';
import { degrees } from '../fixtures/made-roads.ts';
import { writeXml } from '../fixtures/osm-writer.ts';
import { readCsv, temporaryFolder } from '../territories.ts';

describe('travel-times on a road file made by hand', () => {
	const root = temporaryFolder();
	const file = (name: string) => join(root.path, name);
	afterAll(() => root.remove());

	it('follows a one-way street along, not back, and says nothing false of its ends', async () => {
		const [a, b, far] = [degrees(0, 0), degrees(700, 0), degrees(0, 9000)];
		const roads = writeXml({
			nodes: [
				{ id: 1, ...a },
				{ id: 2, ...b }
			],
			ways: [{ id: 1, nodes: [1, 2], tags: { highway: 'residential', oneway: 'yes' } }],
			relations: []
		});
		writeFileSync(file('street.osm.gz'), gzipSync(new TextEncoder().encode(roads)));
		const points = Object.entries({ a, b, far }).map(
			([id, { lon, lat }]) => `${id},${lon.toFixed(7)},${lat.toFixed(7)}`
		);
		writeFileSync(file('ends.csv'), ['id,lon,lat', ...points.slice(0, 2)].join('\n'));
		writeFileSync(file('all.csv'), ['id,lon,lat', ...points].join('\n'));
		const paths = ['--roads', file('street.osm.gz'), '--from', file('ends.csv'), '--to', file('all.csv')];
		const { stderr } = await runCliWell('travel-times', ...paths, '--out', file('times.csv'));
		// 700 m at 25 km/h.
		expect(readCsv(file('times.csv')).map((row) => Object.values(row))).toEqual([
			['a', 'a', '0'],
			['a', 'b', '101'],
			['a', 'far', ''],
			['b', 'a', ''],
			['b', 'b', '0'],
			['b', 'far', '']
		]);
		expect(plainSpaces(stderr)).toContain('all.csv : 1 point à plus de 1 000 m de toute route utilisable par ce mode');
		expect(stderr).not.toContain('ends.csv');
	});
});
