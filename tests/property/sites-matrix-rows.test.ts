import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaillageError, type Imported } from '#domain/notes.ts';
import { importMatrix } from '#io/matrix/matrix-import.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites } from '#io/sites/sites-import.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const cell = fc.oneof(
	fc.constantFrom(
		'',
		'NA',
		'0',
		'-1',
		'3.06',
		'50,63',
		'50.63',
		'704519',
		'7060244',
		'90',
		'1e400',
		'mardi',
		'14:00:00',
		'18:00',
		'été',
		'Mo-Fr 9:00-12:00',
		'Bâtiment ouvert',
		'0x10',
		'"',
		'__proto__',
		'A',
		'B'
	),
	fc.string({ maxLength: 8 })
);
const headings = (names: readonly string[]) =>
	fc.uniqueArray(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 9 });
const table = (names: readonly string[]) =>
	fc
		.tuple(
			headings(names),
			fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 12 }),
			fc.constantFrom(',', ';', '\t')
		)
		.map(([header, rows, delimiter]) => [header, ...rows].map((cells) => cells.join(delimiter)).join('\n'));

/** What the import gives; null where the file as a whole is refused, in the words of a MaillageError alone. */
function attempt<Value>(run: () => Imported<Value>): Imported<Value> | null {
	try {
		return run();
	} catch (problem) {
		if (problem instanceof MaillageError) return null;
		throw problem;
	}
}

function everyRowIsKeptOrRejected(imported: Imported<unknown> | null): void {
	if (imported === null) return;
	const { rowsRead, rowsKept, rejected, notes } = imported;
	expect(rowsRead).toBe(rowsKept + rejected.length);
	expect(rowsKept).toBeGreaterThanOrEqual(0);
	for (const { note } of rejected) expect(notes).toContainEqual(note);
	expect(notes.filter(({ severity }) => severity === 'rejected')).toHaveLength(rejected.length);
}

const SITE_NAMES = [
	'id',
	'nom',
	'lat',
	'lon',
	'x',
	'y',
	'geo_point_2d',
	'ville',
	'cp',
	'type_adresse',
	'jour',
	'ouverture_am',
	'fermeture_am',
	'ouverture_pm',
	'fermeture_pm',
	'categorie',
	'opening_hours'
];

describe('whatever a table holds', () => {
	it('each row of sites and of hours is kept or rejected with its reason, and no id is given twice', () => {
		fc.assert(
			fc.property(table(SITE_NAMES), table(SITE_NAMES), (text, hours) => {
				const sites = attempt(() => importSites(encode(text), 'lieux.csv'));
				everyRowIsKeptOrRejected(sites);
				if (sites === null) return;
				expect(new Set(sites.value.map(({ id }) => id)).size).toBe(sites.value.length);
				everyRowIsKeptOrRejected(attempt(() => importHours(encode(hours), 'horaires.csv', sites.value)));
				everyRowIsKeptOrRejected(attempt(() => importHours(encode(text), 'lieux.csv', sites.value)));
			}),
			{ numRuns: 400 }
		);
	});

	it('each pair of a matrix is kept or rejected, rows are in order and no time is negative', () => {
		fc.assert(
			fc.property(table(['from', 'to', 'seconds', 'minutes', 'travel_time', 'id', 'A', 'B']), (text) => {
				const imported = attempt(() => importMatrix(encode(text), 'temps.csv'));
				everyRowIsKeptOrRejected(imported);
				if (imported === null) return;
				const { fromIds, toIds, first, to, seconds } = imported.value;
				expect(first).toHaveLength(fromIds.length + 1);
				expect([first.at(-1), to.length]).toEqual([seconds.length, seconds.length]);
				for (let r = 0; r < fromIds.length; r++) {
					for (let e = first[r]; e < first[r + 1]; e++) {
						expect(to[e]).toBeLessThan(toIds.length);
						if (e > first[r]) expect(to[e]).toBeGreaterThan(to[e - 1]);
						expect(seconds[e]).toBeLessThanOrEqual(604_800);
					}
				}
			}),
			{ numRuns: 400 }
		);
	});
});
