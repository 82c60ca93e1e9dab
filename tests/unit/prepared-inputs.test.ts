import { describe, expect, it } from 'vitest';
import type { Note, RejectedRow } from '#domain/notes.ts';
import { preparedInputs } from '../../src/lib/state/intake/prepared-inputs.ts';

const note = (file: string, row: number | null): Note => ({
	severity: 'rejected',
	message: { code: 'note_commune_code', params: {} },
	file,
	row,
	column: null,
	read: null
});
const rejected = (file: string, row: number): RejectedRow => ({ note: note(file, row), cells: { code: String(row) } });
const count = (file: string, kept: number, read: number) => ({
	file,
	rows_kept: kept,
	rows_read: read,
	rows_rejected: read - kept
});
type Told = Parameters<typeof preparedInputs>[0];
const told = (inputs: Record<string, ReturnType<typeof count>>, others: Partial<Told> = {}) =>
	preparedInputs({ manifest: { inputs } as unknown as Told['manifest'], notes: [], rejected: new Map(), ...others });

describe('files of a prepared territory', () => {
	it('are told once each, though communes stand for their people', () => {
		const [communes, sites, ...others] = told(
			{
				communes: count('communes.geojson', 9, 10),
				population: count('communes.geojson', 9, 10),
				sites: count('lieux.csv', 4, 4)
			},
			{
				notes: [note('communes.geojson', 3)],
				rejected: new Map([
					['communes', [rejected('communes.geojson', 3)]],
					['population', [rejected('communes.geojson', 3)]]
				])
			}
		);
		expect(others).toEqual([]);
		expect(communes.counts).toEqual([{ use: null, kept: 9, read: 10 }]);
		expect([communes.notes.length, communes.rejected.length]).toEqual([1, 1]);
		expect(sites.file).toBe('lieux.csv');
	});
	it('are told by what they serve as where that differs', () => {
		const [communes] = told({
			communes: count('communes.geojson', 10, 10),
			population: count('communes.geojson', 8, 10)
		});
		expect(communes.counts).toEqual([
			{ use: 'communes', kept: 10, read: 10 },
			{ use: 'population', kept: 8, read: 10 }
		]);
	});
});
