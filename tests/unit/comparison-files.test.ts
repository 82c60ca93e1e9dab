import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { COMPARED_COMMUNES_COLUMNS, COMPARED_FIGURES_COLUMNS } from '#domain/comparison-columns.ts';
import { compare } from '#workers/jobs/scenario/compare.ts';
import { comparedFigures } from '#workers/jobs/scenario/comparison-rows.ts';
import { exportComparison } from '#workers/jobs/scenario/export-comparison.ts';
import { alone, madeSession, type MadeTerritory } from '../atlas-session.ts';
import { questionOf } from '../question.ts';

const at = (day: number, hour: number) => (day * 24 + hour) * 60;
const made: MadeTerritory = {
	communes: 1,
	points: [{ people: 10.25, peopleOver65: 4, commune: 0, attached: true, seconds: [300] }],
	sites: [{ kind: 'library', counted: true, margin: false, commune: 0, week: [at(2, 14), at(2, 18)] }]
};
const closed: MadeTerritory = { ...made, sites: made.sites.map((site) => ({ ...site, counted: false })) };
const longer: MadeTerritory = { ...made, sites: made.sites.map((site) => ({ ...site, week: [at(2, 14), at(2, 20)] })) };
const session = madeSession(made);
const compared = compare(
	session,
	[
		{ id: 'a', session: madeSession(closed) },
		{ id: 'b', session: madeSession(longer) }
	],
	{ question: questionOf({ form: 'openings' }), withSectors: false },
	alone
);
const words = { a: 'Fermeture', b: 'Soirées', hours: 'heures', percent: '%', retired: 'retraités' };

async function fileOf(table: 'communes' | 'figures', format: 'csv' | 'geojson', headings: readonly string[]) {
	const asked = { table, format, headings, words, about: ['Territoire fictif'] };
	const { bytes } = exportComparison(session, await compared, asked);
	return new TextDecoder().decode(bytes);
}
const rowsOf = (text: string) =>
	Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true }).data;

describe('a comparison in files', () => {
	it('has a row for each commune and scenario, in the words and the decimals of a French spreadsheet', async () => {
		const rows = rowsOf(await fileOf('communes', 'csv', COMPARED_COMMUNES_COLUMNS));
		expect(rows.slice(0, 2)).toMatchObject([
			{
				scenario: 'Fermeture',
				code: '10001',
				people: '10,3',
				'people-reduced': '10,3',
				'mean-change': '-4',
				unit: 'heures'
			},
			{ scenario: 'Soirées', 'people-improved': '10,3', 'people-reduced': '0', 'mean-change': '2' }
		]);
		expect(rows[2]).toMatchObject({ scenario: 'Territoire fictif' });
	});

	it('keeps exact figures and the names of columns in GeoJSON', async () => {
		const { features, about } = JSON.parse(await fileOf('communes', 'geojson', COMPARED_COMMUNES_COLUMNS));
		expect(about).toEqual(['Territoire fictif']);
		expect(features.map((one: { properties: object }) => one.properties)).toMatchObject([
			{ scenario: 'a', people: 10.25, people_reduced: 10.25, mean_change: -4, unit: 'hours' },
			{ scenario: 'b', people: 10.25, people_improved: 10.25, mean_change: 2 }
		]);
	});

	it('sets figures side by side, blank where a side has none', async () => {
		const headings = [...COMPARED_FIGURES_COLUMNS, 'situation', 'a', 'b'];
		const rows = rowsOf(await fileOf('figures', 'csv', headings));
		const rowOf = (figure: string, of = '') => rows.find((row) => row.figure === figure && row.of === of);
		expect(rowOf('share-covered')).toEqual({
			...{ figure: 'share-covered', of: '', unit: '%' },
			...{ situation: '100', a: '0', b: '100' }
		});
		expect(rowOf('people-improved')).toMatchObject({ situation: '', a: '0', b: '10,3' });
		expect(rowOf('largest-gain')).toMatchObject({ unit: 'heures', situation: '', a: '', b: '2' });
		expect(rowOf('people-reduced', 'age-65-')).toMatchObject({ a: '4', b: '0' });
		// Wednesday 14–18 h, of which the retired, five minutes away, are free until 18 h.
		expect(rowOf('people-reduced', 'retraités')).toMatchObject({ a: '4', b: '0' });
		expect(rowOf('open-hours', 'weekday-evening')).toMatchObject({ situation: '0', b: '2' });
	});

	it('holds every figure of the comparison once', async () => {
		const rows = comparedFigures(await compared);
		const names = rows.map(({ figure, of }) => `${figure} ${of}`);
		expect(new Set(names).size).toBe(names.length);
		for (const { scenarios } of rows) expect(scenarios).toHaveLength(2);
	});

	it('refuses headings that are not those of its columns', async () => {
		await expect(fileOf('communes', 'csv', ['one'])).rejects.toThrow(RangeError);
		await expect(fileOf('figures', 'csv', COMPARED_FIGURES_COLUMNS)).rejects.toThrow('3 headings for 6 columns');
	});
});
