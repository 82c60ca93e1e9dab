/**
 * Makes data/calendars/school-holidays.json out of the day-by-day table of the school holidays of zones A, B and C
 * (columns date, vacances_zone_a, vacances_zone_b, vacances_zone_c, nom_vacances).
 *
 *   npx tsx scripts/calendars-from-csv.ts ../shared/realdata/calendars/vacances_scolaires_zones_ABC.csv
 *
 * The table runs on after the last published summer with nothing but "False": that tail is not school term, it is not
 * known, so a zone is known to the last day of its last holiday. It is read from September 2015 on, when the zones took
 * their present composition.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import type { IsoDate, SchoolCalendar, SchoolHoliday, SchoolZone } from '../src/lib/domain/calendar.ts';

const FIRST_DAY = '2015-09-01';
const SUMMER = 'Vacances d’été';
const COLUMNS: Readonly<Record<Exclude<SchoolZone, 'Corse'>, string>> = {
	A: 'vacances_zone_a',
	B: 'vacances_zone_b',
	C: 'vacances_zone_c'
};

type DayRow = Readonly<Record<string, string>>;

/** Runs of holidays of one zone; a change of name begins another. */
function holidaysOf(rows: readonly DayRow[], column: string): SchoolHoliday[] {
	const holidays: SchoolHoliday[] = [];
	let running: SchoolHoliday | null = null;
	for (const row of rows) {
		const [date, name] = [row.date as IsoDate, (row.nom_vacances ?? '').replaceAll("'", '’')];
		const free: boolean = row[column] === 'True';
		if (running !== null && free && running.name === name) {
			running = { ...running, to: date };
			holidays[holidays.length - 1] = running;
		} else {
			running = free ? { name, from: date, to: date, summer: name === SUMMER } : null;
			if (running !== null) holidays.push(running);
		}
	}
	return holidays;
}

function calendarOf(zone: SchoolZone, rows: readonly DayRow[], column: string): SchoolCalendar {
	const holidays = holidaysOf(rows, column);
	const last = holidays.at(-1);
	if (last === undefined) throw new Error(`Column ${column} holds no holiday: expected "True" on some dates`);
	return { zone, knownFrom: FIRST_DAY, knownTo: last.to, holidays };
}

const [input] = process.argv.slice(2);
if (input === undefined) throw new Error('Expected the path of vacances_scolaires_zones_ABC.csv');
const { data } = Papa.parse<DayRow>(readFileSync(input, 'utf8'), {
	header: true,
	skipEmptyLines: true,
	delimiter: ','
});
const rows = data.filter((row) => (row.date ?? '') >= FIRST_DAY);
const calendars = Object.entries(COLUMNS).map(([zone, column]) => calendarOf(zone as SchoolZone, rows, column));
const file = {
	source: 'Vacances scolaires des zones A, B et C, d’après le calendrier du ministère de l’Éducation nationale',
	licence: 'Licence Ouverte',
	limits:
		'Corse : pas de source, vacances inconnues. Après la dernière date connue, les vacances sont inconnues. Le pont de l’Ascension ne figure que pour 2019 à 2022.',
	calendars
};
writeFileSync(
	resolve(import.meta.dirname, '../data/calendars/school-holidays.json'),
	`${JSON.stringify(file, null, '\t')}\n`
);
