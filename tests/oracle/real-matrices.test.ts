import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importMatrix } from '#io/matrix/matrix-import.ts';
import { travelTimesFromMatrix } from '#core/travel/matrix-times.ts';
import { realData } from '../realdata.ts';

const isere = realData('isere/TimeDistCarIsere.csv');
const beloHorizonte = realData('oracles/access_bho/travel_matrix.csv.gz');
const landUse = realData('oracles/access_bho/land_use_data.csv');

describe.skipIf(isere === null)('the car durations between the town halls of Isère (OSRM)', () => {
	it('are 512 × 512 seconds, none missing', () => {
		const { value, rowsRead, rejected } = importMatrix(readFileSync(isere ?? ''), 'TimeDistCarIsere.csv');
		expect([rowsRead, rejected.length, value.seconds.length]).toEqual([262_144, 0, 262_144]);
		expect(value.fromIds).toHaveLength(512);
		expect(new Set(value.fromIds)).toEqual(new Set(value.toIds));
		// First line of the file: Vertrieu (38539) to 38320 takes 547 s, to 38295 takes 813.8 s.
		const times = travelTimesFromMatrix(value, ['38539'], ['38295', '38320', '38539'], 3600, 'car');
		expect([...times.toSite]).toEqual([0, 547, 814]);
		expect([...times.site]).toEqual([2, 1, 0]);
	});
});

describe.skipIf(beloHorizonte === null || landUse === null)(
	'the travel times of Belo Horizonte (ipeaGIT/accessibility)',
	() => {
		it('are 748,437 minutes between 898 places, and reach the jobs that the package publishes', () => {
			const { value, rowsRead, rejected, notes } = importMatrix(
				readFileSync(beloHorizonte ?? ''),
				'travel_matrix.csv.gz'
			);
			expect([rowsRead, rejected.length, value.fromIds.length, value.toIds.length]).toEqual([748_437, 0, 898, 898]);
			expect(notes.map(({ message }) => message.code)).toEqual(['note_matrix_unit_minutes']);
			const [header, ...lines] = readFileSync(landUse ?? '', 'utf8')
				.trim()
				.split(/\r?\n/)
				.map((line) => line.replaceAll('"', '').split(','));
			const ids = lines.map((cells) => cells[header.indexOf('id')]);
			const jobs = lines.map((cells) => Number(cells[header.indexOf('jobs')]));
			const from = ['89a88cdb57bffff', '89a88cdb597ffff'];
			const times = travelTimesFromMatrix(value, from, ids, 30 * 60, 'foot');
			const reached = from.map((_, i) =>
				[...times.site.slice(times.first[i], times.first[i + 1])].reduce((sum, j) => sum + jobs[j], 0)
			);
			expect(reached).toEqual([22_239, 36_567]);
		});
	}
);
