import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { columnsUnder, type TableName } from '#domain/table-columns.ts';
import type { ExportRequest } from '#workers/jobs/atlas/atlas-jobs.ts';
import { exportTable } from '#workers/jobs/atlas/export-table.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { alone, everyoneEverywhere, madeSession } from '../atlas-session.ts';

const made = madeSession({
	communes: 2,
	sites: [
		{ kind: 'library', counted: true, margin: false, commune: 0, week: [0, 600] },
		{ kind: 'return-box', counted: false, margin: true, commune: 1, week: null }
	],
	points: [
		{ people: 10.25, peopleOver65: 1, commune: 0, attached: true, seconds: [100, null] },
		{ people: 20.5, peopleOver65: 1, commune: 0, attached: true, seconds: [1000, null] },
		{ people: 5, peopleOver65: 1, commune: 1, attached: false, seconds: [null, null] }
	]
});
const ring = [
	[3, 48],
	[4, 48],
	[4, 49],
	[3, 48]
] as const;
const session: AtlasSession = {
	...made,
	territory: {
		...made.territory,
		sites: made.territory.sites.map((site, rank) => (rank === 0 ? { ...site, name: '=HYPERLINK("x";"y")' } : site)),
		communes: made.territory.communes.map((commune, rank) =>
			rank === 0 ? { ...commune, name: 'L’Île; dite "là"\n', geometry: [[ring]] } : commune
		)
	}
};
const ABOUT = ['Territoire fictif', '=Sources ; essai'];
const request = (table: TableName, format: ExportRequest['format']): ExportRequest => ({
	question: everyoneEverywhere,
	table,
	format,
	headings: columnsUnder(table, 'coverage').map((column) => `titre ${column}`),
	words: { yes: 'oui', no: 'non', library: 'bibliothèque' },
	about: ABOUT
});
const textOf = async (table: TableName, format: ExportRequest['format'], of = session) =>
	new TextDecoder('utf-8', { ignoreBOM: true }).decode((await exportTable(of, request(table, format), alone)).bytes);

/** Rows by column of the table, by a parser that is not our reader. */
async function csv(table: TableName): Promise<Record<string, string>[]> {
	const text = (await textOf(table, 'csv')).replace('\ufeff', '');
	const { data } = Papa.parse<string[]>(text, { delimiter: ';', skipEmptyLines: true });
	// The rows of what it is of are last.
	return data
		.slice(1, -ABOUT.length)
		.map((row) => Object.fromEntries(columnsUnder(table, 'coverage').map((column, i) => [column, row[i]])));
}

describe('a table as CSV', () => {
	it('opens right in French Excel: byte order mark, semicolons, headings given', async () => {
		const text = await textOf('communes', 'csv');
		expect(text.startsWith('\ufefftitre code;titre name;titre epci')).toBe(true);
		expect(text.endsWith('\r\n')).toBe(true);
	});

	it('says what it is of after an empty row, one cell a line and none a formula', async () => {
		for (const table of ['communes', 'sites'] as const) {
			const text = await textOf(table, 'csv');
			expect(text.endsWith('\r\n\r\nTerritoire fictif\r\n"\'=Sources ; essai"\r\n')).toBe(true);
		}
	});

	it('has decimal commas, shares in percent, and blanks for what is not known', async () => {
		const [first, second] = await csv('communes');
		// 10.25 of 30.75 people within 15 minutes.
		expect(first).toMatchObject({
			people: '30,8',
			'people-covered': '10,3',
			'share-covered': '33,3',
			'municipal-population': '',
			'counted-sites': '1'
		});
		expect(second).toMatchObject({ 'people-covered': '0', 'share-covered': '', 'people-unattached': '5' });
	});

	it('says kinds, yes and no in the words given, else its own', async () => {
		const [library, box] = await csv('sites');
		expect(library).toMatchObject({ kind: 'bibliothèque', counted: 'oui', outside: 'non', 'open-at-moment': 'oui' });
		expect(box).toMatchObject({ kind: 'return-box', counted: 'non', outside: 'oui', 'open-at-moment': '' });
		expect([box['hours-term'], box.surface, box.staff, box.volunteers]).toEqual(['', '', '', '']);
	});

	it('runs no name as a formula, and breaks no row on one', async () => {
		for (const table of ['sites', 'hours'] as const) {
			expect((await csv(table))[0].name).toBe('\'=HYPERLINK("x";"y")');
		}
		expect((await csv('communes')).map(({ name }) => name)).toEqual(['L’Île; dite "là"\n', 'Commune 1']);
	});

	it('is refused without a heading for each column', async () => {
		const short = { ...request('sites', 'csv'), headings: ['un'] };
		await expect(exportTable(session, short, alone)).rejects.toThrow(RangeError);
	});
});

describe('a table as GeoJSON', () => {
	it('holds outlines of communes, shares from 0 to 1 and nulls, and says what it is of', async () => {
		const parsed = JSON.parse(await textOf('communes', 'geojson'));
		expect([parsed.type, parsed.about]).toEqual(['FeatureCollection', ABOUT]);
		const [first, second] = parsed.features;
		expect(first.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[ring]] });
		expect(first.properties).toMatchObject({ people: 30.75, people_covered: 10.25, share_covered: 10.25 / 30.75 });
		expect(second.geometry).toBeNull();
		expect(second.properties).toMatchObject({ share_covered: null, municipal_population: null });
		expect(Object.keys(first.properties)).toEqual(
			columnsUnder('communes', 'coverage').map((column) => column.replaceAll('-', '_'))
		);
	});

	it('holds points of sites, with stable words and true booleans', async () => {
		const { features } = JSON.parse(await textOf('sites', 'geojson'));
		expect(features[0].geometry).toEqual({ type: 'Point', coordinates: [3, 48] });
		expect(features[0].properties).toMatchObject({
			kind: 'library',
			counted: true,
			outside: false,
			people_within: 10.25
		});
		expect(features[1].properties).toMatchObject({ counted: false, open_at_moment: null, hours_term: null });
	});
});
