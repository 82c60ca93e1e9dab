import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Imported } from '#domain/notes.ts';
import { importCostMatrix } from '#io/matrix/cost-matrix.ts';
import { importMatrix } from '#io/matrix/matrix-import.ts';
import { populationFromTable } from '#io/population/population-table.ts';
import { importPlaceHours } from '#io/sites/place-hours.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { importAmounts } from '#io/tables/amounts-csv.ts';
import { importPoints } from '#io/tables/points-csv.ts';
import { readTable } from '#io/tables/table.ts';
import { HOSTILE_CELLS, HOSTILE_NUMBERS, HOSTILE_TEXTS } from '../fuzz/hostile-values.ts';
import { checkImported, refusedOr } from '../fuzz/laws.ts';
import { threeSites } from '../fuzz/originals.ts';

/** A column of a table: its heading, sound cells, and how many are hostile. */
interface Column {
	readonly heading: string;
	readonly sound: fc.Arbitrary<string>;
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value.toFixed(5));
const id = fc.integer({ min: 1, max: 40 }).map(String);
const column = (heading: string, sound: fc.Arbitrary<string>): Column => ({ heading, sound });
const hostile = fc.constantFrom(...HOSTILE_CELLS.filter((text) => text.length < 2000));

/** Tables of some columns, known ones and others whose headings are hostile, one cell in eight hostile, in a dialect drawn. */
function tables(columns: readonly Column[]): fc.Arbitrary<{ readonly text: string; readonly rows: string[][] }> {
	const others = fc.uniqueArray(
		fc.constantFrom('__proto__', 'constructor', 'toString', 'remarque', '<b>note</b>', '=1+1'),
		{
			maxLength: 3
		}
	);
	return fc
		.tuple(others, fc.constantFrom(';', ',', '\t'), fc.constantFrom('\n', '\r\n'))
		.chain(([headings, delimiter, newline]) => {
			const cells = columns.map(({ sound }) =>
				fc.oneof({ weight: 7, arbitrary: sound }, { weight: 1, arbitrary: hostile })
			);
			const row = fc.tuple(...cells, ...headings.map(() => hostile));
			return fc.array(row, { minLength: 1, maxLength: 12 }).map((drawn) => {
				const rows = drawn.map((one) => [...one]);
				const all = [[...columns.map(({ heading }) => heading), ...headings], ...rows];
				return { text: Papa.unparse(all, { delimiter, newline }), rows };
			});
		});
}

const utf8 = (text: string) => new TextEncoder().encode(text);
/** Rows that hold something: a table leaves out those that hold nothing. */
const filled = (rows: string[][]) => rows.filter((row) => row.some((cell) => cell.trim() !== '')).length;

/** [what, columns, reader] */
const READERS: readonly (readonly [string, readonly Column[], (bytes: Uint8Array) => Imported<unknown>])[] = [
	[
		'sites',
		[
			column('id', id),
			column('nom', fc.constantFrom('Médiathèque', 'Annexe', 'Point lecture')),
			column('latitude', number(45, 46)),
			column('longitude', number(5, 6)),
			column('horaires', fc.constantFrom('Tu-Sa 10:00-18:00', 'mardi 10h-12h', '')),
			column('surface', number(0, 3000)),
			column('statut', fc.constantFrom('Territoriale', 'Associative', ''))
		],
		(bytes) => importSites(bytes, 'lieux.csv')
	],
	[
		'hours of sites, one column a day',
		[
			column('nom', fc.constantFrom('Médiathèque d’Ambérieu', 'Bibliothèque de Douvres', 'Ailleurs')),
			column('lundi', fc.constantFrom('', '10h-12h', 'fermé')),
			column('mardi', fc.constantFrom('9h-12h / 14h-18h', '')),
			column('samedi', fc.constantFrom('10:00-17:00', 'de 10h à 12h'))
		],
		(bytes) => importHours(bytes, 'horaires.csv', importSites(threeSites().bytes, 'lieux.csv').value)
	],
	[
		'hours of places, one row a day',
		[
			column('nom', fc.constantFrom('A', 'B', 'C')),
			column('jour', fc.constantFrom('lundi', 'Tuesday', 'mer.')),
			column('ouverture_am', fc.constantFrom('10:00', '9h', 'NA')),
			column('fermeture_am', fc.constantFrom('12:00', '12h30', 'NA'))
		],
		(bytes) => importPlaceHours(bytes, 'horaires.csv')
	],
	[
		'points of people',
		[
			column('id', id),
			column('lon', number(5, 6)),
			column('lat', number(45, 46)),
			column('population', number(0, 500)),
			column('ind_0_3', number(0, 20))
		],
		(bytes) => populationFromTable(readTable(bytes, 'habitants.csv'), {})
	],
	[
		'amounts',
		[column('id', id), column('capacity', number(0, 100))],
		(bytes) => importAmounts(bytes, 'offre.csv', 'capacity')
	],
	[
		'points',
		[column('id', id), column('lon', number(-5, 9)), column('lat', number(41, 51))],
		(bytes) => importPoints(bytes, 'points.csv')
	]
];

describe('tables of known rows', () => {
	it.each(READERS)('%s: every row that was written is kept or told', async (_, columns, read) => {
		await fc.assert(
			fc.asyncProperty(tables(columns), async ({ text, rows }) => {
				await refusedOr(() => {
					const imported = read(utf8(text));
					checkImported(imported);
					expect(imported.rowsRead).toBe(filled(rows));
					for (const { note } of imported.rejected) expect(note.row).toBeLessThanOrEqual(rows.length + 1);
				});
			}),
			{ numRuns: 120 }
		);
	});

	it('a matrix and a table of costs count every pair', async () => {
		const pair = [column('from', id), column('to', id), column('minutes', number(0, 90))];
		await fc.assert(
			fc.asyncProperty(tables(pair), async ({ text, rows }) => {
				await refusedOr(() => {
					const imported = importMatrix(utf8(text), 'temps.csv');
					checkImported(imported);
					// A quoted line end makes two lines of a matrix, whose file is read by lines.
					if (!/[\r\n]/.test(rows.flat().join(''))) expect(imported.rowsRead).toBe(filled(rows));
				});
				await refusedOr(() => checkImported(importCostMatrix(utf8(text), 'couts.csv')));
			}),
			{ numRuns: 120 }
		);
	});
});

describe('numbers that are none', () => {
	it.each(HOSTILE_NUMBERS)('%s is a person count that is kept as a finite one, or told', async (text) => {
		const table = `id;lon;lat;population\na;5,3;45,9;10\nb;5,4;45,9;"${text}"\n`;
		await refusedOr(() => {
			const imported = populationFromTable(readTable(utf8(table), 'habitants.csv'), {});
			checkImported(imported);
			expect([...imported.value.people].every((people) => Number.isFinite(people) && people >= 0)).toBe(true);
			expect(imported.rowsRead).toBe(2);
		});
	});
});

describe('headings that all objects have', () => {
	it.each(HOSTILE_TEXTS.filter((text) => /^\w+$/.test(text)))('%s is a column like another', (heading) => {
		const table = `id,nom,latitude,longitude,${heading}\n1,A,45.9,5.3,x\n2,B,quarante,5.3,y\n`;
		const { value, rejected, rowsRead } = importSites(utf8(table), 'lieux.csv');
		expect([value.length, rejected.length, rowsRead]).toEqual([1, 1, 2]);
		expect(Object.entries(rejected[0].cells)).toContainEqual([heading, 'y']);
	});
});
