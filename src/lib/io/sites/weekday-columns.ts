import type { Message } from '#domain/notes.ts';
import type { Weekday } from '#domain/opening-schedule.ts';
import { parseWeekday } from '../hours/hours-rows-cells.ts';
import type { Table } from '../tables/table.ts';

/** Columns of a table that tell the hours of one day each: "Lundi", "Horaires mardi", "mer.", "jeudi matin". */
export interface WeekdayColumns {
	/** Indexes of each day's columns, morning before afternoon. */
	readonly columns: ReadonlyMap<Weekday, readonly number[]>;
	/** What the file as a whole has to be told. */
	readonly messages: readonly Message[];
}

/** Fields by which a mapping names the column of a day, Monday first. */
export const DAY_FIELDS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type DayField = (typeof DAY_FIELDS)[number];

/** Fewer days than these in the headings are an accident: "Me" and "Sa" head other columns too. */
const FEWEST_DAYS = 3;
const BESIDE_DAYS: ReadonlySet<string> = new Set(
	'horaire horaires heure heures ouverture ouvertures d de du le la les des jour hours opening'.split(' ')
);
const PARTS: ReadonlyMap<string, number> = new Map([
	['matin', 0],
	['am', 0],
	['morning', 0],
	['apres midi', 1],
	['apresmidi', 1],
	['pm', 1],
	['afternoon', 1],
	['soir', 2],
	['evening', 2]
]);

interface Heading {
	/** Null where the heading names no day. */
	readonly day: Weekday | null;
	/** Rank of the part of the day; null where the heading says more than a day and its part ("mardi été"). */
	readonly part: number | null;
}

function readHeading(heading: string): Heading {
	const words = heading
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '' && !BESIDE_DAYS.has(word));
	const days = words.filter((word) => !/\d/.test(word) && parseWeekday(word) !== null);
	if (days.length !== 1) return { day: null, part: null };
	const rest = words.filter((word) => word !== days[0]).join(' ');
	return { day: parseWeekday(days[0]), part: rest === '' ? 0 : (PARTS.get(rest) ?? null) };
}

const listed = (table: Pick<Table, 'headings'>, columns: readonly number[]) =>
	columns.map((column) => table.headings[column]).join(', ');

/**
 * The columns of days of a table, known by their headings, or those of a mapping; null where fewer than three days have one and none is
 * mapped. Headings that say more than a day and a part of it ("mardi été") are not read, and said.
 * @param taken columns that tell something else
 * @param mapped the column of a day that the user chose: it is the only one of that day
 */
export function weekdayColumns(
	table: Pick<Table, 'headings'>,
	taken: ReadonlySet<number>,
	mapped: ReadonlyMap<Weekday, number> = new Map()
): WeekdayColumns | null {
	const chosen = [...mapped].map(([day, column]) => ({ day, part: 0, column }));
	const found: { day: Weekday; part: number; column: number }[] = [];
	const left: number[] = [];
	for (const [column, heading] of table.headings.entries()) {
		const { day, part } = readHeading(heading);
		if (day === null || taken.has(column) || mapped.has(day)) continue;
		if (part === null) left.push(column);
		else found.push({ day, part, column });
	}
	const recognisedDays = new Set(found.map(({ day }) => day)).size;
	if (recognisedDays + mapped.size < FEWEST_DAYS) found.length = 0;
	found.push(...chosen);
	found.sort((one, other) => one.day - other.day || one.part - other.part || one.column - other.column);
	const columns = new Map<Weekday, number[]>();
	for (const { day, column } of found) columns.set(day, [...(columns.get(day) ?? []), column]);
	if (columns.size === 0) return null;
	const code = columns.size < 7 ? 'note_hours_week_columns_some' : 'note_hours_week_columns';
	const read = listed(
		table,
		found.map(({ column }) => column)
	);
	const messages: Message[] = [{ code, params: { columns: read } }];
	if (left.length > 0)
		messages.push({ code: 'note_hours_week_columns_left', params: { columns: listed(table, left) } });
	return { columns, messages };
}
