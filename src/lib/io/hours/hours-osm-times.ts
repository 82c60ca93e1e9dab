import type { TimeSpan } from '#domain/opening-schedule.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';
import type { HoursReader } from './hours-osm-reader.ts';
import { HOUR_UNIT_WORDS, SUN_WORDS } from './hours-words.ts';

const LAST_HOUR = 48;

/** A time as minutes after midnight, up to 48:00: "9:00", "09:00", "9.00", "9h", "9h30", "9". */
function readTime(reader: HoursReader): number {
	const first = reader.peek();
	if (first.kind === 'word' && SUN_WORDS.has(first.text)) reader.fail('error_hours_sun_time');
	const separated = reader.isTimeAhead();
	const hour = reader.takeNumber('error_hours_time', 0, LAST_HOUR);
	let minute = 0;
	if (reader.takeWord(HOUR_UNIT_WORDS) !== null) {
		const next = reader.peek();
		const touching = next.kind === 'number' && reader.text.slice(next.position - 1, next.position).trim() !== '';
		if (touching) minute = reader.takeNumber('error_hours_minutes', 0, 59);
	} else if (separated) {
		if (reader.take().text === '.') reader.note('note_hours_point_times');
		minute = reader.takeNumber('error_hours_minutes', 0, 59);
	} else {
		reader.note('note_hours_whole_hours');
	}
	const minutes = hour * 60 + minute;
	if (minutes > LAST_HOUR * 60) reader.fail('error_hours_time', { min: 0, max: LAST_HOUR }, first);
	return minutes;
}

function readSpan(reader: HoursReader): TimeSpan {
	const first = reader.peek();
	const start = readTime(reader);
	if (start >= MINUTES_PER_DAY) reader.fail('error_hours_start_after_midnight', {}, first);
	if (reader.takeSymbol('+')) return { start, end: start, openEnd: true };
	const time = reader.text.slice(first.position, reader.peek().position).trim();
	if (!reader.takeSymbol('-')) reader.fail('error_hours_end_missing', { time });
	let end = readTime(reader);
	if (reader.isSymbol('/')) reader.fail('error_hours_repeated_times');
	if (end === start && start > 0) reader.fail('error_hours_empty_span', { time }, first);
	const nextDay = end > 0 && end < start;
	if (end <= start) end += MINUTES_PER_DAY;
	if (end - start > MINUTES_PER_DAY) reader.fail('error_hours_span_too_long', {}, first);
	// "12:00-10:00" is a night of 22 hours in this syntax, and more often a slip of the pen.
	if (nextDay) {
		const read = reader.text.slice(first.position, reader.peek().position).trim();
		reader.note('note_hours_next_day', { read });
	}
	return { start, end, openEnd: reader.takeSymbol('+') };
}

/** Whether two spans of one day share a minute; what runs into the next day is not looked at there. */
export function spansOverlap(spans: readonly TimeSpan[]): boolean {
	const sorted = spans.toSorted((one, other) => one.start - other.start);
	return sorted.some((span, rank) => rank > 0 && span.start < sorted[rank - 1].end);
}

/** Whether what comes next can only be a time. */
export function timeFollows(reader: HoursReader): boolean {
	const next = reader.peek();
	return next.kind === 'number' || (next.kind === 'word' && SUN_WORDS.has(next.text)) || reader.isSymbol('(');
}

/** In a list, after a comma: a time, and not the day or the year that begins another rule. */
function anotherSpanFollows(reader: HoursReader): boolean {
	if (!reader.isSymbol(',')) return false;
	if (reader.isTimeAhead(1)) return true;
	const hour = reader.number(1, 2);
	return hour !== null && (reader.isSymbol('-', 2) || reader.isSymbol('+', 2));
}

/** The spans of one rule, in the order read: "10:00-12:00,14:00-18:00". */
export function readTimes(reader: HoursReader): TimeSpan[] {
	if (reader.isSymbol('(')) reader.fail('error_hours_sun_time');
	const spans = [readSpan(reader)];
	while (anotherSpanFollows(reader)) {
		reader.take();
		spans.push(readSpan(reader));
	}
	if (spansOverlap(spans)) reader.note('note_hours_overlap');
	if (spans.some((span) => span.openEnd)) reader.note('note_hours_open_end');
	return spans;
}
