import type { Note, NoteSeverity, RejectedRow } from '#domain/notes.ts';
import type { OpeningSchedule, TimeSpan, Weekday } from '#domain/opening-schedule.ts';
import type { RowPeriod } from './hours-rows-cells.ts';
import { isMissingTime, parseClock, parsePeriod, parseWeekday } from './hours-rows-cells.ts';
import { rulesOfWeeks } from './hours-rows-rules.ts';
import type { DayTimes } from './hours-rows-rules.ts';

/**
 * One row of hours, its cells by the names `jour`, `ouverture_am`, `fermeture_am`, `ouverture_pm`, `fermeture_pm` and
 * `periode` (or `categorie`), whatever the headings were.
 */
export interface HoursDayRow {
	/** As a spreadsheet numbers it. */
	readonly row: number;
	readonly cells: ReadonlyMap<string, string>;
}

export interface HoursFromRows {
	/** Null where no row of the site tells any hour: not known, which is not closed. */
	readonly schedule: OpeningSchedule | null;
	readonly notes: readonly Note[];
	readonly rejected: readonly RejectedRow[];
	/** rows given = rowsKept + rejected.length. */
	readonly rowsKept: number;
}

interface Fault {
	readonly code: string;
	readonly column: string | null;
	readonly read: string | null;
}

interface DayHours {
	readonly period: RowPeriod;
	readonly weekday: Weekday;
	/** Empty: closed that day. */
	readonly spans: readonly TimeSpan[];
	/** What was understood otherwise than read. */
	readonly changed: readonly string[];
}

const TIME_COLUMNS = ['ouverture_am', 'fermeture_am', 'ouverture_pm', 'fermeture_pm'] as const;
const isFault = (value: DayHours | TimeSpan | Fault): value is Fault => 'code' in value;

function readSpan(cells: HoursDayRow['cells'], openColumn: string, closeColumn: string): TimeSpan | Fault {
	const [opens, closes] = [cells.get(openColumn) ?? '', cells.get(closeColumn) ?? ''];
	const [start, stated] = [parseClock(opens), parseClock(closes)];
	if (start === null) return { code: 'note_hours_row_time', column: openColumn, read: opens };
	if (stated === null) return { code: 'note_hours_row_time', column: closeColumn, read: closes };
	const end = stated === 0 ? 1440 : stated;
	if (end <= start) return { code: 'note_hours_row_reversed', column: closeColumn, read: `${opens} – ${closes}` };
	return { start, end, openEnd: false };
}

/** The pairs of columns filled: morning, afternoon, both, or a day without a break (opens in the one, closes in the other). */
function filledPairs(cells: HoursDayRow['cells']): (readonly [string, string])[] | null {
	const filled = TIME_COLUMNS.map((column) => (isMissingTime(cells.get(column)) ? '0' : '1')).join('');
	const [morning, afternoon] = [['ouverture_am', 'fermeture_am'] as const, ['ouverture_pm', 'fermeture_pm'] as const];
	switch (filled) {
		case '0000':
			return [];
		case '1100':
			return [morning];
		case '0011':
			return [afternoon];
		case '1111':
			return [morning, afternoon];
		case '1001':
			return [['ouverture_am', 'fermeture_pm']];
		default:
			return null;
	}
}

function readRow(cells: HoursDayRow['cells']): DayHours | Fault {
	const day = cells.get('jour') ?? '';
	const weekday = parseWeekday(day);
	if (weekday === null) return { code: 'note_hours_row_day', column: 'jour', read: day };
	const periodColumn = cells.has('periode') ? 'periode' : 'categorie';
	const period = parsePeriod(cells.get(periodColumn));
	if (period === null)
		return { code: 'note_hours_row_period', column: periodColumn, read: cells.get(periodColumn) ?? '' };
	const pairs = filledPairs(cells);
	if (pairs === null) {
		const read = TIME_COLUMNS.map((column) => cells.get(column) ?? '').join(' | ');
		return { code: 'note_hours_row_incomplete', column: null, read };
	}
	const spans: TimeSpan[] = [];
	for (const [opens, closes] of pairs) {
		const span = readSpan(cells, opens, closes);
		if (isFault(span)) return span;
		spans.push(span);
	}
	const overlap = spans.length === 2 && spans[1].start < spans[0].end;
	return { period, weekday, spans, changed: overlap ? ['note_hours_row_overlap'] : [] };
}

function verbatim(rows: readonly HoursDayRow[]): string {
	return rows.map(({ cells }) => [...cells.values()].filter((cell) => cell.trim() !== '').join(' ')).join('\n');
}

/** The spans of a day, by period, those of several rows together. */
function gather(days: readonly DayHours[]): Map<RowPeriod, DayTimes> {
	const weeks = new Map<RowPeriod, Map<Weekday, readonly TimeSpan[]>>();
	for (const { period, weekday, spans } of days) {
		const week = weeks.get(period) ?? new Map<Weekday, readonly TimeSpan[]>();
		const together = [...(week.get(weekday) ?? []), ...spans].toSorted((one, other) => one.start - other.start);
		weeks.set(period, week.set(weekday, together));
	}
	return weeks;
}

/**
 * The schedule of one site out of its rows, one a day (or several, added up). A day without hours, or without a row
 * where its period has others, is closed. Rows of holidays and of summer become rules of their period and never term
 * hours; summer is that of schools. Where rows speak of term alone, the hours of holidays are unknown. A row that
 * cannot be read is rejected with its reason and the others stand.
 * @param siteKey what the rows call the site, for the notes
 */
export function hoursFromDayRows(siteKey: string, rows: readonly HoursDayRow[], file: string): HoursFromRows {
	const notes: Note[] = [];
	const rejected: RejectedRow[] = [];
	const days: DayHours[] = [];
	const noteOf = (severity: NoteSeverity, row: number | null, { code, column, read }: Fault): Note => ({
		severity,
		message: { code, params: { site: siteKey } },
		file,
		row,
		column,
		read
	});
	for (const { row, cells } of rows) {
		const day = readRow(cells);
		if (isFault(day)) {
			const note = noteOf('rejected', row, day);
			notes.push(note);
			rejected.push({ note, cells: Object.fromEntries(cells) });
			continue;
		}
		const twice = days.some((other) => other.period === day.period && other.weekday === day.weekday);
		const changed = twice ? [...day.changed, 'note_hours_row_same_day'] : day.changed;
		for (const code of changed)
			notes.push(noteOf('changed', row, { code, column: 'jour', read: cells.get('jour') ?? '' }));
		days.push(day);
	}
	const told = days.some((day) => day.spans.length > 0);
	const firstRow = rows.at(0)?.row ?? null;
	if (!told && days.length > 0)
		notes.push(noteOf('info', firstRow, { code: 'note_hours_rows_empty', column: null, read: null }));
	if (days.some(({ period }) => period === 'summer' || period === 'july-august')) {
		notes.push(noteOf('info', firstRow, { code: 'note_hours_rows_summer', column: null, read: null }));
	}
	const schedule: OpeningSchedule | null = told
		? { rules: rulesOfWeeks(gather(days)), sourceText: verbatim(rows), syntax: 'rows' }
		: null;
	return { schedule, notes, rejected, rowsKept: days.length };
}
