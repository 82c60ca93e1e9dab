import type { Note, RejectedRow } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { hoursFromDayRows } from '../hours/hours-rows.ts';
import { parseHoursText } from '../hours/hours-text.ts';
import { normalisedName } from './site-names.ts';
import type { SiteColumns, SiteField } from './sites-columns.ts';
import { cellsRecord, type TableRow } from '../tables/table.ts';

/** The cells of a day, by the names that the reader of rows knows. */
const DAY_CELLS = {
	jour: 'day',
	ouverture_am: 'openMorning',
	fermeture_am: 'closeMorning',
	ouverture_pm: 'openAfternoon',
	fermeture_pm: 'closeAfternoon',
	periode: 'period'
} as const satisfies Record<string, SiteField>;

export interface ScheduleRead {
	readonly schedule: OpeningSchedule | null;
	readonly notes: readonly Note[];
	/** Rows of days that could not be read; the others stand. */
	readonly rejected: readonly RejectedRow[];
}

/** Whether a table tells hours, one row a day or in a column of expressions or sentences. */
export function tellsHours(columns: SiteColumns): boolean {
	return tellsDays(columns) || columns.has('hours');
}

/** Whether a table tells hours one row a site and day. */
export function tellsDays(columns: SiteColumns): boolean {
	return columns.has('day') && (['openMorning', 'openAfternoon'] as const).some((field) => columns.has(field));
}

/** The schedule that the rows of one site tell; null where they tell none, or where it cannot be understood (with a note). */
export function scheduleOfRows(columns: SiteColumns, siteName: string, rows: readonly TableRow[]): ScheduleRead {
	return tellsDays(columns) ? scheduleOfDays(columns, siteName, rows) : scheduleOfText(columns, rows[0]);
}

function scheduleOfDays(columns: SiteColumns, siteName: string, rows: readonly TableRow[]): ScheduleRead {
	const { file } = columns.table;
	const fieldOf = (name: string | null): SiteField | null =>
		name !== null && name in DAY_CELLS ? DAY_CELLS[name as keyof typeof DAY_CELLS] : null;
	const dayRows = rows.map(({ row, cells }) => {
		const told = new Map<string, string>();
		for (const [name, field] of Object.entries(DAY_CELLS))
			if (columns.has(field)) told.set(name, columns.text(cells, field));
		// "categorie" tells the audience as well as the period.
		if (/^tou[ts]* publics?$/.test(normalisedName(told.get('periode') ?? ''))) told.set('periode', '');
		return { row, cells: told };
	});
	const read = hoursFromDayRows(siteName, dayRows, file);
	const restored = (note: Note): Note => {
		const field = fieldOf(note.column);
		return field === null ? note : { ...note, column: columns.heading(field) };
	};
	const cellsOf = new Map(rows.map((row) => [row.row, cellsRecord(columns.table, row)]));
	return {
		schedule: read.schedule,
		notes: read.notes.map(restored),
		rejected: read.rejected.map(({ note, cells }) => ({
			note: restored(note),
			cells: (note.row === null ? undefined : cellsOf.get(note.row)) ?? cells
		}))
	};
}

function scheduleOfText(columns: SiteColumns, { row, cells }: TableRow): ScheduleRead {
	const text = columns.text(cells, 'hours');
	if (text === '') return { schedule: null, notes: [], rejected: [] };
	const about = { file: columns.table.file, row, column: columns.heading('hours'), read: text };
	const parsed = parseHoursText(text);
	if (!parsed.ok) {
		const notes = parsed.errors.map(({ message }) => ({ severity: 'changed' as const, message, ...about }));
		return { schedule: null, notes, rejected: [] };
	}
	return {
		schedule: parsed.schedule,
		notes: parsed.notes.map((message) => ({ severity: 'info', message, ...about })),
		rejected: []
	};
}
