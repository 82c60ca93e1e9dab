import type { HolidaySelector, WeekdayRange } from '#domain/opening-schedule.ts';
import type { HoursReader } from './hours-osm-reader.ts';
import { DAY_UNIT_WORDS, HOLIDAY_WORDS, WEEKDAY_WORDS } from './hours-words.ts';

export interface DaySelectors {
	readonly weekdays: readonly WeekdayRange[];
	readonly holidays: readonly HolidaySelector[];
	readonly holidaysNarrow: boolean;
}

const MOST_OFFSET_DAYS = 366;

/** "+2 days", "-1 day"; 0 where none follows. */
export function readOffsetDays(reader: HoursReader): number {
	const sign = reader.isSymbol('+') ? 1 : reader.isSymbol('-') ? -1 : 0;
	if (sign === 0 || reader.number(1) === null || reader.word(DAY_UNIT_WORDS, 2) === null) return 0;
	reader.take();
	const days = reader.takeNumber('error_hours_offset', 1, MOST_OFFSET_DAYS);
	reader.takeWord(DAY_UNIT_WORDS);
	return sign * days;
}

function readNthOne(reader: HoursReader, into: Set<number>): void {
	const fromEnd = reader.takeSymbol('-');
	const from = reader.takeNumber('error_hours_nth', 1, 5);
	if (fromEnd || !reader.takeSymbol('-')) {
		into.add(fromEnd ? -from : from);
		return;
	}
	const to = reader.takeNumber('error_hours_nth', from, 5);
	for (let nth = from; nth <= to; nth++) into.add(nth);
}

/** "[1]", "[-1]", "[1,3]", "[1-3]"; empty where no bracket follows. */
function readNth(reader: HoursReader): number[] {
	if (!reader.takeSymbol('[')) return [];
	const nth = new Set<number>();
	do readNthOne(reader, nth);
	while (reader.takeSymbol(','));
	if (!reader.takeSymbol(']')) reader.fail('error_hours_bracket_open');
	return [...nth];
}

function readWeekday(reader: HoursReader): WeekdayRange {
	const from = reader.takeWord(WEEKDAY_WORDS) ?? reader.fail('error_hours_day_expected');
	if (reader.isSymbol('-') && reader.word(WEEKDAY_WORDS, 1) !== null) {
		reader.take();
		const to = reader.takeWord(WEEKDAY_WORDS) ?? from;
		if (reader.isSymbol('[')) reader.fail('error_hours_nth_of_range');
		return { from, to, nth: [], offsetDays: 0 };
	}
	const nth = readNth(reader);
	if (reader.isSymbol('-') && reader.number(1) === null) reader.fail('error_hours_day_expected', {}, reader.peek(1));
	return { from, to: from, nth, offsetDays: readOffsetDays(reader) };
}

function readHoliday(reader: HoursReader): HolidaySelector {
	const kind = reader.takeWord(HOLIDAY_WORDS) ?? reader.fail('error_hours_day_expected');
	return { kind, offsetDays: readOffsetDays(reader) };
}

function dayAhead(reader: HoursReader, ahead: number): boolean {
	return reader.word(WEEKDAY_WORDS, ahead) !== null || reader.word(HOLIDAY_WORDS, ahead) !== null;
}

/** Weekdays and holidays of one rule: "Mo-Fr,PH" (either) or "SH Mo-Fr" (both at once). Empty where none follows. */
export function readDays(reader: HoursReader): DaySelectors {
	const weekdays: WeekdayRange[] = [];
	const holidays: HolidaySelector[] = [];
	let holidaysNarrow = false;
	while (dayAhead(reader, 0)) {
		if (reader.word(HOLIDAY_WORDS) !== null) holidays.push(readHoliday(reader));
		else weekdays.push(readWeekday(reader));
		if (reader.isSymbol(',') && dayAhead(reader, 1)) {
			if (holidaysNarrow && reader.word(HOLIDAY_WORDS, 1) !== null)
				reader.fail('error_hours_holidays_mixed', {}, reader.peek(1));
			reader.take();
		} else if (dayAhead(reader, 0)) {
			const narrows = weekdays.length === 0 && reader.word(WEEKDAY_WORDS) !== null;
			if (!narrows) reader.fail('error_hours_comma_expected');
			holidaysNarrow = true;
		}
	}
	return { weekdays, holidays, holidaysNarrow };
}
