import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
	COMPARED_COMMUNES_COLUMNS,
	COMPARED_FIGURES_COLUMNS,
	COMPARED_GROUPS_COLUMNS
} from '#domain/comparison-columns.ts';
import { compare } from '#workers/jobs/scenario/compare.ts';
import { comparedGroups } from '#workers/jobs/scenario/comparison-groups.ts';
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
	{ question: questionOf({ form: 'openings' }), withSectors: false, withGroups: true },
	alone
);
const words = { a: 'Fermeture', b: 'Soirées', hours: 'heures', percent: '%', retired: 'retraités' };

async function fileOf(
	table: 'communes' | 'figures' | 'groups',
	format: 'csv' | 'geojson',
	headings: readonly string[],
	told = words
) {
	const asked = { table, format, headings, words: told, about: ['Territoire fictif'] };
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

	it('tells each age, profile and moment of each scenario: people of the ones, hours before and after of the others', async () => {
		const rows = rowsOf(await fileOf('groups', 'csv', COMPARED_GROUPS_COLUMNS));
		const rowOf = (scenario: string, group: string) =>
			rows.filter((row) => row.scenario === scenario && row.group === group);
		const nothing = { before: '', after: '', difference: '' };
		expect(rowOf('Fermeture', 'age-65-')).toEqual([
			{
				...{ scenario: 'Fermeture', by: 'by-age', group: 'age-65-', unit: 'heures', ...nothing },
				...{ 'people-improved': '0', 'people-reduced': '4', 'people-unchanged': '0', 'people-unknown': '0' },
				...{ 'people-unattached': '0', 'people-times-change': '-16' }
			}
		]);
		expect(rowOf('Fermeture', 'retraités')).toMatchObject([{ by: 'by-profile', 'people-reduced': '4', ...nothing }]);
		// Open until 20 h on one of the five evenings, and nobody is told of at a moment.
		expect(rowOf('Soirées', 'weekday-evening')).toMatchObject([
			{ by: 'by-moment', before: '0', after: '2', difference: '2', unit: 'heures', 'people-improved': '' }
		]);
	});

	it('has each group once for each scenario, and is known from its parts', async () => {
		const { scenarios } = await compared;
		const rows = comparedGroups(await compared);
		expect(new Set(rows.map(({ scenario, by, group }) => `${scenario} ${by} ${group}`)).size).toBe(rows.length);
		const { ages, profiles, moments } = scenarios[0].change;
		expect(rows).toHaveLength(2 * ((ages?.length ?? 0) + profiles.length + moments.length));
		expect(ages?.length).toBeGreaterThan(0);
	});

	it('gives blanks, no zero, for people of a profile who are not known and hours that are not', async () => {
		const { baseline, scenarios } = await compared;
		const [{ id, figures, change }] = scenarios;
		const unknown = {
			...change,
			ages: null,
			profiles: change.profiles.map((profile) => ({ ...profile, change: null })),
			moments: change.moments.map((moment) => ({ ...moment, hoursAfter: null }))
		};
		const rows = comparedGroups({ baseline, scenarios: [{ id, figures, change: unknown }] });
		expect(rows.filter(({ by }) => by === 'by-age')).toEqual([]);
		for (const row of rows) {
			for (const column of COMPARED_GROUPS_COLUMNS) {
				if (column.startsWith('people') || column === 'after' || column === 'difference')
					expect(row[column]).toBeNull();
			}
		}
	});

	it('neither runs the name of a scenario as a formula, nor its headings', async () => {
		const headings = COMPARED_GROUPS_COLUMNS.map((column) => (column === 'by' ? '=1+1' : column));
		const csv = await fileOf('groups', 'csv', headings, { ...words, a: '=HYPERLINK("http://x")', b: '@SUM(A1)' });
		const rows = rowsOf(csv);
		expect(new Set(rows.map(({ scenario }) => scenario))).toEqual(
			new Set([`'=HYPERLINK("http://x")`, "'@SUM(A1)", 'Territoire fictif'])
		);
		expect(Object.keys(rows[0])).toContain("'=1+1");
	});

	it('gives groups no place on the ground', async () => {
		const { features } = JSON.parse(await fileOf('groups', 'geojson', COMPARED_GROUPS_COLUMNS));
		expect(features[0]).toMatchObject({ geometry: null, properties: { scenario: 'a', by: 'by-age' } });
	});

	it('refuses headings that are not those of its columns', async () => {
		await expect(fileOf('communes', 'csv', ['one'])).rejects.toThrow(RangeError);
		await expect(fileOf('figures', 'csv', COMPARED_FIGURES_COLUMNS)).rejects.toThrow('3 headings for 6 columns');
		await expect(fileOf('groups', 'csv', COMPARED_COMMUNES_COLUMNS)).rejects.toThrow('11 headings for 13 columns');
	});
});
