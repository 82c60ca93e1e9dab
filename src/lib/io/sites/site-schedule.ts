import type { Message, Note, RejectedRow } from '#domain/notes.ts';
import type { OpeningSchedule, Weekday } from '#domain/opening-schedule.ts';
import { hoursFromDayRows } from '../hours/hours-rows.ts';
import { parseHoursText } from '../hours/hours-text.ts';
import { hoursFromWeekCells } from '../hours/hours-week-cells.ts';
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

/** Whether a table tells hours: one row a day, in a column of expressions or sentences, or in one column a day. */
export function tellsHours(columns: SiteColumns): boolean {
	return tellsDays(columns) || columns.has('hours') || columns.week !== null;
}

/** What the file as a whole has to be told of the columns of its hours. */
export function hoursColumnMessages(columns: SiteColumns): readonly Message[] {
	return tellsDays(columns) ? [] : (columns.week?.messages ?? []);
}

/** Whether a table tells hours one row a site and day. */
export function tellsDays(columns: SiteColumns): boolean {
	return columns.has('day') && (['openMorning', 'openAfternoon'] as const).some((field) => columns.has(field));
}

/** The schedule that the rows of one site tell; null where they tell none, or where it cannot be understood (with a note). */
export function scheduleOfRows(columns: SiteColumns, siteName: string, rows: readonly TableRow[]): ScheduleRead {
	if (tellsDays(columns)) return scheduleOfDays(columns, siteName, rows);
	const inWeek = columns.week !== null && columns.text(rows[0].cells, 'hours') === '';
	return inWeek ? scheduleOfWeek(columns, columns.week.columns, siteName, rows[0]) : scheduleOfText(columns, rows[0]);
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

function scheduleOfWeek(
	columns: SiteColumns,
	columnsByDay: ReadonlyMap<Weekday, readonly number[]>,
	site: string,
	{ row, cells }: TableRow
): ScheduleRead {
	const { file, headings } = columns.table;
	const told = new Map<Weekday, string>();
	for (const [day, ranks] of columnsByDay) {
		const parts = ranks.map((rank) => columns.textAt(cells, rank)).filter((part) => part !== '');
		told.set(day, parts.join(' / '));
	}
	const read = hoursFromWeekCells(told);
	const headingsOf = (day: Weekday) => (columnsByDay.get(day) ?? []).map((rank) => headings[rank]).join(', ');
	const about = { file, row, column: null, read: null };
	if (read.schedule === null && read.notes.length === 0) {
		const message = { code: 'note_hours_rows_empty', params: { site } };
		return { schedule: null, notes: [{ severity: 'info', message, ...about }], rejected: [] };
	}
	const text = read.schedule?.sourceText ?? null;
	const notes: Note[] = read.notes.map(({ severity, message, weekday }) =>
		weekday === null
			? { severity, message, ...about, read: text }
			: { severity, message, file, row, column: headingsOf(weekday), read: told.get(weekday) ?? '' }
	);
	const blank = read.blankDays.filter((day) => columnsByDay.has(day));
	if (blank.length > 0) {
		const code = read.blankDaysClosed ? 'note_hours_week_blank_closed' : 'note_hours_week_blank_unknown';
		notes.push({
			severity: 'info',
			message: { code, params: { columns: blank.map(headingsOf).join(', ') } },
			...about
		});
	}
	return { schedule: read.schedule, notes, rejected: [] };
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
