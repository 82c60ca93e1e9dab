import type { RuleState } from '#domain/opening-schedule.ts';
import type { FrenchPeriod } from './hours-french-periods.ts';
import { bothPeriods, withoutPeriod } from './hours-french-periods.ts';
import type { FrenchDraft, FrenchStatement, HoursNotes } from './hours-french-statements.ts';
import { FrenchHoursFault, namesNothing, onlySingleDates } from './hours-french-statements.ts';

/** What stands around a statement: the period and the audience of its heading and of its sentence. */
export interface Around {
	readonly period: FrenchPeriod;
	readonly audience: string | null;
	readonly doubtful: boolean;
	readonly headed: boolean;
	/** The statement as written. */
	readonly said: string;
	readonly notes: HoursNotes;
}

function stateOf(draft: FrenchDraft, period: FrenchPeriod, around: Around): RuleState {
	const { notes, said } = around;
	const settledByWeeks = draft.alternate && period.weeks.length > 0;
	if (draft.alternate && !settledByWeeks) notes.add('note_hours_french_alternate', { read: said });
	if ((draft.alternate && !settledByWeeks) || draft.doubtful || around.doubtful) return 'unknown';
	if (draft.closed && draft.half === null) return 'closed';
	if (draft.half !== null || (draft.times.length === 0 && draft.comment === null)) {
		notes.add('note_hours_french_times_missing', { read: said });
		return 'unknown';
	}
	if (around.audience === null) return 'open';
	notes.add('note_hours_french_restricted', { comment: around.audience });
	return 'restricted';
}

/** Days are told, or every day is meant: "fermé en août", "le 24 décembre 10h-16h". */
function checkDays(draft: FrenchDraft, period: FrenchPeriod, state: RuleState): RuleState {
	if (draft.days !== null || state === 'closed') return state;
	if (onlySingleDates(period)) return state;
	if (namesNothing(period)) {
		const code = draft.times.length > 0 ? 'error_french_hours_days_missing' : 'error_french_hours_condition';
		throw new FrenchHoursFault(code, draft.position, draft.until);
	}
	// "juillet et août : 10h-12h" does not say on which days.
	return 'unknown';
}

/** "en période scolaire" becomes the year but the school holidays, of which nothing is told. */
function withoutTerm(
	period: FrenchPeriod,
	outside: FrenchStatement['outside']
): Pick<FrenchStatement, 'period' | 'outside'> {
	if (!period.term) return { period, outside };
	const rest = withoutPeriod({ ...period, dates: [], weeks: [] });
	const told = outside.some((one) => one.period.schoolHolidays);
	const added = rest === null || told ? [] : [{ period: rest, state: 'unknown' as const }];
	return { period: { ...period, term: false }, outside: [...outside, ...added] };
}

/**
 * The statement that a draft makes where it stands; null where it says nothing of any time ("sur rendez-vous" alone).
 * Throws `FrenchHoursFault` where hours are told of no day.
 */
export function settleDraft(draft: FrenchDraft, around: Around): FrenchStatement | null {
	const own = draft.period;
	const period = own === null ? around.period : (bothPeriods(around.period, own) ?? own);
	if (draft.days === null && draft.times.length === 0 && draft.comment !== null) {
		around.notes.add('note_hours_french_appointment', { comment: draft.comment });
		return null;
	}
	const state = checkDays(draft, period, stateOf(draft, period, around));
	if (state === 'unknown') around.notes.add('note_hours_french_unknown', { read: around.said });
	return {
		...withoutTerm(period, draft.outside),
		days: draft.days,
		times: draft.times,
		state,
		comment: state === 'restricted' ? around.audience : null,
		exceptPublicHolidays: draft.exceptPublicHolidays,
		headed: around.headed,
		position: draft.position
	};
}
