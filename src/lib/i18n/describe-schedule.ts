import type { OpeningRule, OpeningSchedule } from '#domain/opening-schedule.ts';
import { BLANK_RULE } from '#domain/opening-schedule.ts';
import { ENGLISH_SCHEDULE_WORDS } from './describe-schedule-en.ts';
import { FRENCH_SCHEDULE_WORDS } from './describe-schedule-fr.ts';
import type { ScheduleWords } from './describe-schedule-words.ts';

const WORDS: Readonly<Record<'fr' | 'en', ScheduleWords>> = { fr: FRENCH_SCHEDULE_WORDS, en: ENGLISH_SCHEDULE_WORDS };

function daysOf(rule: OpeningRule, words: ScheduleWords): string[] {
	const weekdays = rule.weekdays.map((range) => words.weekdays(range));
	const holidays = rule.holidays.map((selector) => words.holiday(selector));
	if (!rule.holidaysNarrow)
		return weekdays.length + holidays.length > 0 ? [words.list([...weekdays, ...holidays])] : [];
	return [words.during(words.list(holidays)), words.list(weekdays)];
}

/** When the rule holds: "les semaines impaires, mardi et jeudi"; empty where it holds every day. */
function whenOf(rule: OpeningRule, words: ScheduleWords): string {
	const parts = [rule.years.map(words.years), rule.dates.map(words.dates), rule.weeks.map(words.weeks)];
	const periods = parts.filter((part) => part.length > 0).map((part) => words.list(part));
	return [...periods, ...daysOf(rule, words)].join(', ');
}

function whatOf(rule: OpeningRule, words: ScheduleWords): string {
	const times = words.list(rule.times.map(words.span));
	const comment = rule.comment === null ? '' : ` (${words.quote(rule.comment)})`;
	if (rule.state === 'closed') return `${words.closed}${times === '' ? '' : ` ${times}`}${comment}`;
	if (rule.state === 'unknown')
		return times === '' ? `${words.notStated}${comment}` : `${times} (${words.notSure})${comment}`;
	if (rule.state === 'restricted') {
		const whom = rule.comment === null || times !== '' ? `${times}${comment}` : words.quote(rule.comment);
		return [whom, words.restricted].filter((part) => part !== '').join(words.separators.aside);
	}
	return `${times === '' ? words.allDay : times}${comment}`;
}

function ruleLine(rule: OpeningRule, rank: number, words: ScheduleWords): string {
	const when = whenOf(rule, words);
	const what = whatOf(rule, words);
	const timed = rule.times.length > 0 && rule.state !== 'closed';
	const said = `${when === '' ? words.everyDay : when}${timed ? ' ' : words.separators.colon}${what}`;
	// The first rule has none before it to add to.
	return rank === 0 || rule.joins === 'override' ? said : `${words.joins[rule.joins]}${said}`;
}

/**
 * What a schedule says, a line a rule, to confirm beside the text it was read from: "mardi et jeudi 16 h–18 h 30",
 * "en août : fermé". Rules in their order: the later one wins on the days it names, save where it says "en plus" or
 * "sinon". A schedule without rules is closed. Schedules whose openings differ never have the same lines.
 */
export function scheduleLines(schedule: OpeningSchedule, locale: 'fr' | 'en'): readonly string[] {
	const words = WORDS[locale];
	const rules: readonly OpeningRule[] =
		schedule.rules.length === 0 ? [{ ...BLANK_RULE, state: 'closed' }] : schedule.rules;
	return rules.map((rule, rank) => ruleLine(rule, rank, words));
}

/** As `scheduleLines`, in one sentence. */
export function describeSchedule(schedule: OpeningSchedule, locale: 'fr' | 'en'): string {
	return scheduleLines(schedule, locale).join(WORDS[locale].separators.rule);
}
