import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainSpaces, runCliWell } from '../cli.ts';
import { isInside, type Ring } from '../fixtures/polygons.ts';
import { realData } from '../realdata.ts';
import { readCsv, readJson, temporaryFolder, type CsvRow } from '../territories.ts';

const roads = realData('osm/liechtenstein.osm.pbf');
const from = realData('oracles/osrm_liechtenstein/from.csv');
const to = realData('oracles/osrm_liechtenstein/to.csv');
const osrm = realData('oracles/osrm_liechtenstein/osrm.csv');
const present = roads !== null && from !== null && to !== null && osrm !== null;

const MINUTES = [5, 10, 20];
/** The step at which isochrones are held to the matrix: see workers/core/travel/isochrone/field.ts. */
const RESOLUTION_METRES = 25;
const RANDOM_POINTS = 3000;

interface IsochroneFeature {
	readonly properties: { readonly id: string; readonly minutes: number; readonly area_km2: number };
	readonly geometry: { readonly type: string; readonly coordinates: readonly (readonly Ring[])[] };
}

describe.skipIf(!present)('travel-times and isochrones on the roads of Liechtenstein', () => {
	const root = temporaryFolder();
	const file = (name: string) => join(root.path, name);
	const stdouts: string[] = [];
	const run = async (...args: string[]) => {
		const answer = await runCliWell(...args);
		stdouts.push(answer.stdout);
		return plainSpaces(answer.stderr);
	};
	const roadsOption = ['--roads', roads ?? ''];
	let times: readonly CsvRow[];

	beforeAll(async () => {
		await run('travel-times', ...roadsOption, '--from', from ?? '', '--to', to ?? '', '--out', file('times.csv'));
		times = readCsv(file('times.csv'));
	});
	afterAll(() => root.remove());

	it('answers every pair once, in the order of the files', () => {
		const ids = (path: string | null) => readCsv(path ?? '').map(({ id }) => id);
		const pairs = ids(from).flatMap((origin) => ids(to).map((destination) => `${origin} ${destination}`));
		expect(times.map((row) => `${row.from} ${row.to}`)).toEqual(pairs);
		expect(Object.keys(times[0])).toEqual(['from', 'to', 'seconds']);
		expect(times.filter(({ seconds }) => !/^\d+$/.test(seconds))).toEqual([]);
	});

	it('agrees with OSRM within 5 % in median', () => {
		const reference = new Map(readCsv(osrm ?? '').map((row) => [`${row.from} ${row.to}`, Number(row.seconds)]));
		const errors = times
			.map((row) => [Number(row.seconds), reference.get(`${row.from} ${row.to}`) ?? NaN])
			.filter(([, seconds]) => seconds > 60)
			.map(([ours, theirs]) => Math.abs(ours - theirs) / theirs)
			.sort((a, b) => a - b);
		expect(errors.length).toBeGreaterThan(2900);
		expect(errors[Math.floor(errors.length / 2)]).toBeLessThanOrEqual(0.05);
	});

	it('leaves empty what is beyond the cutoff, and only that', async () => {
		const paths = ['--from', from ?? '', '--to', to ?? '', '--out', file('cut.csv')];
		await run('travel-times', ...roadsOption, ...paths, '--cutoff', '8');
		const cut = readCsv(file('cut.csv'));
		expect(cut).toHaveLength(times.length);
		expect(cut.filter(({ seconds }) => seconds === '').length).toBeGreaterThan(100);
		cut.forEach(({ seconds }, rank) => {
			const whole = times[rank].seconds;
			expect(seconds).toBe(Number(whole) <= 480 ? whole : '');
		});
	});

	it('leaves empty the times of a point far from any road, and says so', async () => {
		writeFileSync(file('far.csv'), 'id,lon,lat\nnear,9.5404013,47.1951081\nfar,8.9,46.9\n');
		const paths = ['--from', file('far.csv'), '--to', file('far.csv'), '--out', file('far-times.csv')];
		const stderr = await run('travel-times', ...roadsOption, ...paths);
		const found = readCsv(file('far-times.csv')).map((row) => [row.from, row.to, row.seconds]);
		expect(found).toEqual([
			['near', 'near', '0'],
			['near', 'far', ''],
			['far', 'near', ''],
			['far', 'far', '']
		]);
		expect(stderr).toContain('far.csv : 1 point à plus de 1 000 m de toute route utilisable par ce mode');
	});

	for (const mode of ['car', 'foot']) {
		it(`draws nested isochrones that agree with the times with their access leg (${mode})`, async () => {
			const origins = readCsv(from ?? '').slice(0, 2);
			const points = randomPoints(origins);
			const csv = (rows: readonly CsvRow[]) =>
				['id,lon,lat', ...rows.map(({ id, lon, lat }) => `${id},${lon},${lat}`)].join('\n');
			writeFileSync(file('origins.csv'), csv(origins));
			writeFileSync(file('points.csv'), csv(points));
			const options = [...roadsOption, '--mode', mode, '--from', file('origins.csv')];
			const drawing = ['--minutes', MINUTES.join(','), '--resolution', String(RESOLUTION_METRES)];
			await run('isochrones', ...options, ...drawing, '--out', file('isochrones.geojson'));
			await run(
				'travel-times',
				...options,
				'--to',
				file('points.csv'),
				'--access-leg',
				'--out',
				file('points-times.csv')
			);
			const { features } = readJson(file('isochrones.geojson')) as { features: IsochroneFeature[] };
			const ids = [...origins.map(({ id }) => id), 'network'];
			expect(features.map(({ properties: { id, minutes } }) => `${id} ${minutes}`)).toEqual(
				ids.flatMap((id) => MINUTES.map((minutes) => `${id} ${minutes}`))
			);

			const seconds = new Map(readCsv(file('points-times.csv')).map((row) => [`${row.from} ${row.to}`, row.seconds]));
			const secondsFrom = (origin: string, point: string) => {
				const all = origin === 'network' ? origins.map(({ id }) => id) : [origin];
				const known = all.map((one) => seconds.get(`${one} ${point}`) ?? '').filter((text) => text !== '');
				return Math.min(Infinity, ...known.map(Number));
			};
			for (const id of ids) {
				const rings = features.filter(({ properties }) => properties.id === id);
				const inside = rings.map(({ geometry }) =>
					points.map(({ lon, lat }) =>
						geometry.coordinates.some((polygon) => isInside([Number(lon), Number(lat)], polygon))
					)
				);
				MINUTES.forEach((minutes, ring) => {
					const nested = points.filter((_, rank) => ring > 0 && inside[ring - 1][rank] && !inside[ring][rank]);
					expect(nested).toEqual([]);
					const agreed = points.filter(
						(point, rank) => secondsFrom(id, point.id) <= minutes * 60 === inside[ring][rank]
					);
					expect([id, minutes, agreed.length / points.length >= 0.995]).toEqual([id, minutes, true]);
				});
				const areas = rings.map(({ properties }) => properties.area_km2);
				expect(areas).toEqual([...areas].sort((a, b) => a - b));
				expect(areas[0]).toBeGreaterThan(0);
			}
			// The points try both sides of every boundary.
			expect(points.filter(({ id }) => secondsFrom('network', id) <= 1200).length).toBeGreaterThan(RANDOM_POINTS / 50);
			expect(points.filter(({ id }) => secondsFrom('network', id) > 300).length).toBeGreaterThan(RANDOM_POINTS / 50);
		});
	}

	it('writes the file whole, and nothing on standard output', () => {
		expect(stdouts.length).toBeGreaterThan(3);
		expect(stdouts.filter((text) => text !== '')).toEqual([]);
		expect(existsSync(file('times.csv.partial'))).toBe(false);
	});
});

/** Points within about 4.5 km of the origins, which 20 minutes by car reach beyond, by a seeded generator (Numerical Recipes' linear congruence). */
function randomPoints(origins: readonly CsvRow[]): CsvRow[] {
	let state = 20_260_101;
	const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
	return Array.from({ length: RANDOM_POINTS }, (_, rank) => {
		const { lon, lat } = origins[rank % origins.length];
		const moved = (text: string, by: number) => (Number(text) + (random() * 2 - 1) * by).toFixed(6);
		return { id: `p${rank}`, lon: moved(lon, 0.06), lat: moved(lat, 0.04) };
	});
}
