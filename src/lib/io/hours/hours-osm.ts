import type { Message } from '#domain/notes.ts';
import type { OpeningRule, OpeningSchedule, RuleState } from '#domain/opening-schedule.ts';
import { BLANK_RULE, isRestrictingComment } from '#domain/opening-schedule.ts';
import { readDateSelectors } from './hours-osm-dates.ts';
import { readDays } from './hours-osm-days.ts';
import { HoursReader } from './hours-osm-reader.ts';
import { readTimes, timeFollows } from './hours-osm-times.ts';
import type { HoursFault } from './hours-osm-tokens.ts';
import { HoursSyntaxError } from './hours-osm-tokens.ts';
import { STATE_WORDS } from './hours-words.ts';

export { writeOsmHours } from './hours-osm-write.ts';

/** OpenStreetMap holds 255 characters; a library's whole year with its closures fits well within this. */
const MOST_HOURS_CHARACTERS = 5000;

/** Where the reading stopped, for the person who must correct the text. */
export interface HoursError {
	/** Its params hold `position` (from 1), `before` and `read`; its text says what was expected. */
	readonly message: Message;
	/** Offset in the text, from 0. */
	readonly position: number;
	/** What stands there; empty at the end of the text. */
	readonly read: string;
}

export type HoursParsed =
	| { readonly ok: true; readonly schedule: OpeningSchedule; readonly notes: readonly Message[] }
	| { readonly ok: false; readonly error: HoursError };

function isAlways(reader: HoursReader): boolean {
	return reader.peek().text === '24' && reader.isSymbol('/', 1) && reader.peek(2).text === '7';
}

function hasSelector(rule: OpeningRule): boolean {
	return [rule.years, rule.dates, rule.weeks, rule.weekdays, rule.holidays].some((list) => list.length > 0);
}

/** The state that a rule without a word of state has, by its comment and its times. */
function impliedState(reader: HoursReader, comment: string | null, timed: boolean, read: string): RuleState {
	if (comment !== null) {
		reader.note('note_hours_comment_unknown', { comment });
		return 'unknown';
	}
	if (timed) return 'open';
	// "Dec 24,10:00-12:00": a comma after days without hours joins nothing.
	if (reader.isSymbol(',') && reader.isTimeAhead(1)) reader.fail('error_hours_separator_expected');
	reader.note('note_hours_times_missing', { rule: read });
	return 'unknown';
}

function readState(reader: HoursReader, timed: boolean, start: number): Pick<OpeningRule, 'state' | 'comment'> {
	const stated = reader.takeWord(STATE_WORDS);
	const comment = reader.peek().kind === 'comment' ? reader.take().text : null;
	if (comment !== null && stated !== 'closed' && isRestrictingComment(comment)) {
		reader.note('note_hours_restricted', { comment });
		return { state: 'restricted', comment };
	}
	const read = reader.text.slice(start, reader.peek().position).trim();
	return { state: stated ?? impliedState(reader, comment, timed, read), comment };
}

function readRule(reader: HoursReader, joins: OpeningRule['joins']): OpeningRule {
	const first = reader.peek();
	const dates = readDateSelectors(reader);
	if (reader.isSymbol(':')) reader.take();
	const days = readDays(reader);
	if (reader.isSymbol(':')) reader.take();
	const always = isAlways(reader);
	if (always) for (let token = 0; token < 3; token++) reader.take();
	const times = !always && timeFollows(reader) ? readTimes(reader) : [];
	const timed = always || times.length > 0;
	const rule = { ...BLANK_RULE, joins, ...dates, ...days, times };
	const next = reader.peek();
	const nothingRead = !timed && !hasSelector(rule) && next.kind !== 'comment' && reader.word(STATE_WORDS) === null;
	if (nothingRead) reader.fail(next.kind === 'word' ? 'error_hours_unknown_word' : 'error_hours_rule_expected');
	const settled: OpeningRule = { ...rule, ...readState(reader, timed, first.position) };
	if (joins === 'override' && !always && !hasSelector(settled) && first.position > 0) {
		reader.note('note_hours_rule_without_day', {
			rule: reader.text.slice(first.position, reader.peek().position).trim()
		});
	}
	return settled;
}

function readSeparator(reader: HoursReader): OpeningRule['joins'] {
	if (reader.takeSymbol('||')) return 'fallback';
	if (reader.takeSymbol(';')) return 'override';
	const next = reader.peek();
	if (!reader.isSymbol(',')) {
		return reader.fail(next.kind === 'word' ? 'error_hours_unknown_word' : 'error_hours_separator_expected');
	}
	reader.take();
	return 'add';
}

function readRules(reader: HoursReader): OpeningRule[] {
	const rules: OpeningRule[] = [];
	let joins: OpeningRule['joins'] = 'override';
	while (reader.peek().kind !== 'end') {
		if (reader.takeSymbol(';')) continue;
		const rule = readRule(reader, joins);
		rules.push(rule);
		if (reader.peek().kind !== 'end') joins = readSeparator(reader);
	}
	if (rules.length === 0) reader.fail('error_hours_empty');
	if (reader.unusualWords.size > 0)
		reader.note('note_hours_words_read', { words: [...reader.unusualWords].join(', ') });
	return rules;
}

/** What precedes a place in the text, enough to find it. */
function textBefore(text: string, position: number): string {
	const start = Math.max(0, position - 24);
	return `${start > 0 ? '…' : ''}${text.slice(start, position).trim()}`;
}

function errorOf(text: string, fault: HoursFault): HoursError {
	const { code, params, position } = fault;
	const read = fault.read.slice(0, 40);
	const before = textBefore(text, position);
	return { message: { code, params: { ...params, position: position + 1, before, read } }, position, read };
}

/**
 * Reads opening hours in the OpenStreetMap syntax: `;`, `,` and `||` between rules; years, dates, `easter`, ISO weeks,
 * weekdays with their rank in the month, PH, SH, times beyond midnight, open ends, states and comments. French and
 * English words for days and months, "9h30", "9.30" and day before month are read too, with a note. Days without hours
 * ("Sa[2,4]") are `unknown`: the specification says open all day, which no library means. Never throws.
 */
export function parseOsmHours(text: string): HoursParsed {
	if (text.length > MOST_HOURS_CHARACTERS) {
		const params = { length: text.length, limit: MOST_HOURS_CHARACTERS };
		const fault = { code: 'error_hours_too_long', params, position: MOST_HOURS_CHARACTERS, read: text.slice(0, 40) };
		return { ok: false, error: errorOf(text, fault) };
	}
	try {
		const reader = new HoursReader(text);
		const rules = readRules(reader);
		return { ok: true, schedule: { rules, sourceText: text, syntax: 'osm' }, notes: reader.notes };
	} catch (problem) {
		if (problem instanceof HoursSyntaxError) return { ok: false, error: errorOf(text, problem.fault) };
		throw problem;
	}
}
