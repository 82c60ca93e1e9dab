import type { Message } from '#domain/notes.ts';
import type { OpeningRule, OpeningSchedule, Weekday, WeekdayRange } from '#domain/opening-schedule.ts';
import { BLANK_RULE } from '#domain/opening-schedule.ts';
import { parseFrenchHours } from './hours-french.ts';
import { parseOsmHours, writeOsmHours } from './hours-osm.ts';
import { alternateWeekNotes } from './hours-text.ts';
import { weekdayRanges } from './hours-rows-rules.ts';

/** Something to say of one day's cell, or of the row where `weekday` is null. */
export interface WeekCellNote {
	readonly severity: 'info' | 'changed';
	readonly message: Message;
	readonly weekday: Weekday | null;
}

export interface HoursFromWeekCells {
	/** Null where every cell is blank: not known, which is not closed. */
	readonly schedule: OpeningSchedule | null;
	/** Days without a word: closed beside days that have hours, unknown otherwise. */
	readonly blankDays: readonly Weekday[];
	readonly blankDaysClosed: boolean;
	readonly notes: readonly WeekCellNote[];
}

const DAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const NAMES = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
/** "10-12", "9-12 / 14-18": in the column of a day they can only be hours. */
const WHOLE_HOURS = /^\d{1,2}\s*(?:[-–—]|à)\s*\d{1,2}(?:\s*(?:[/,;+&]|et|puis)\s*\d{1,2}\s*(?:[-–—]|à)\s*\d{1,2})*$/iu;
/** "1er samedi du mois 10h-12h" names its day itself. */
const DAY_NAMED = new RegExp(`\\b(?:${NAMES.join('|')})s?\\b`, 'i');
const TIME = /\d\s*[h:]/i;
const CLOSED_WORDS = /^(?:off|closed)$/i;
const dayRange = (day: Weekday): WeekdayRange => ({ from: day, to: day, nth: [], offsetDays: 0 });

/** The rule held to one day of the week; null where it speaks of others ("tous les jours" in the column of Monday). */
function heldToDay(rule: OpeningRule, day: Weekday): OpeningRule | null {
	const { weekdays, holidays, holidaysNarrow } = rule;
	if (weekdays.length === 0) return { ...rule, weekdays: [dayRange(day)], holidaysNarrow: holidays.length > 0 };
	if (holidays.length > 0 && !holidaysNarrow) return null;
	const plain = weekdays.every(({ from, to, offsetDays }) => from === day && to === day && offsetDays === 0);
	return plain ? rule : null;
}

interface CellRead {
	/** Null where the cell is not understood. */
	readonly rules: readonly OpeningRule[] | null;
	readonly messages: readonly Message[];
}

/** The cell with its day before it, and again before each part that tells hours: "été 9h-12h ; hiver 14h-17h". */
function ofDay(cell: string, day: Weekday): string {
	const parts = cell.split(/\s*;\s*/);
	const named = parts.map((part, rank) =>
		DAY_NAMED.test(part) || (rank > 0 && !TIME.test(part)) ? part : `${NAMES[day]} : ${part}`
	);
	return named.join(' ; ');
}

function readCell(cell: string, day: Weekday): CellRead {
	const whole = WHOLE_HOURS.test(cell);
	const told = whole ? cell.replaceAll(/\d{1,2}/g, '$&h') : CLOSED_WORDS.test(cell) ? 'fermé' : cell;
	const parsed = parseFrenchHours(ofDay(told, day));
	if (!parsed.ok) return { rules: null, messages: [] };
	const held = parsed.schedule.rules.map((rule) => heldToDay(rule, day));
	const rules = held.filter((rule) => rule !== null);
	if (rules.length < held.length) return { rules: null, messages: [] };
	// What the cell was understood as is told of the row as a whole.
	const messages = parsed.notes.filter(({ code }) => code !== 'note_hours_french_read');
	return { rules, messages: whole ? [{ code: 'note_hours_whole_hours', params: {} }, ...messages] : messages };
}

/** Days told alike share their rules: "Tu,Th 16:00-18:30". */
function together(rulesByDay: ReadonlyMap<Weekday, readonly OpeningRule[]>): OpeningRule[] {
	const groups = new Map<string, { days: Weekday[]; rules: readonly OpeningRule[] }>();
	for (const [day, rules] of rulesByDay) {
		const alike = rules.every(({ weekdays }) => weekdays.length === 1 && weekdays[0].nth.length === 0);
		const key = JSON.stringify(alike ? rules.map((rule) => ({ ...rule, weekdays: [] })) : [day, rules]);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, { days: [day], rules });
		else group.days.push(day);
	}
	return [...groups.values()].flatMap(({ days, rules }) =>
		days.length === 1 ? rules : rules.map((rule) => ({ ...rule, weekdays: weekdayRanges(days) }))
	);
}

/**
 * The schedule that a table tells in one column a day: a cell holds what French free text may say of one day ("10h-12h /
 * 14h-18h", "fermé", "sur rdv", "semaines paires 9h-12h"). A blank cell is a closed day where another day of the row has
 * hours, else an unknown one. A cell that is not understood, or that speaks of other days, leaves its day unknown.
 * Never throws.
 * @param cells what each day's cell holds, trimmed; blank or absent where nothing is said
 */
export function hoursFromWeekCells(cells: ReadonlyMap<Weekday, string>): HoursFromWeekCells {
	const told = DAYS.filter((day) => (cells.get(day) ?? '') !== '');
	const blankDays = DAYS.filter((day) => !told.includes(day));
	const notes: WeekCellNote[] = [];
	const rulesByDay = new Map<Weekday, readonly OpeningRule[]>();
	for (const weekday of told) {
		const { rules, messages } = readCell(cells.get(weekday) ?? '', weekday);
		if (rules === null) {
			notes.push({ severity: 'changed', message: { code: 'note_hours_cell_not_read', params: {} }, weekday });
			rulesByDay.set(weekday, [{ ...BLANK_RULE, weekdays: [dayRange(weekday)], state: 'unknown' }]);
			continue;
		}
		rulesByDay.set(weekday, rules);
		for (const message of messages) notes.push({ severity: 'info', message, weekday });
	}
	const blankDaysClosed = [...rulesByDay.values()].flat().some(({ state }) => state === 'open');
	const rules = together(rulesByDay);
	if (!blankDaysClosed && blankDays.length > 0)
		rules.push({ ...BLANK_RULE, weekdays: weekdayRanges(blankDays), state: 'unknown' });
	const sourceText = told.map((day) => `${NAMES[day]} : ${cells.get(day) ?? ''}`).join(' ; ');
	const schedule: OpeningSchedule = { rules, sourceText, syntax: 'french' };
	for (const message of alternateWeekNotes(schedule)) notes.push({ severity: 'info', message, weekday: null });
	const written = writeOsmHours(schedule);
	// A schedule is kept in the OpenStreetMap syntax: one that is too long for it could not be opened again.
	const kept = told.length > 0 && parseOsmHours(written).ok;
	if (told.length > 0) {
		const code = kept ? 'note_hours_french_read' : 'error_french_hours_too_many';
		const params: Message['params'] = kept ? { understood: written } : {};
		notes.unshift({ severity: kept ? 'info' : 'changed', message: { code, params }, weekday: null });
	}
	return { schedule: kept ? schedule : null, blankDays, blankDaysClosed, notes };
}
