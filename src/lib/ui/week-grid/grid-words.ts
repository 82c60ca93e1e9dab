import type { WeekKind } from '#domain/audience-profile.ts';
import type { Weekday } from '#domain/opening-schedule.ts';
import type { GridLock, WeekGrid } from '#domain/week-grid.ts';
import type { GridDay } from '#domain/week-grid-content.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { clockText, dayText } from '#i18n/week-words.ts';
import type { Segment, Stretch } from './gestures.ts';

/** What a segment is: "ouvert", "réservé (classes)". */
export function stateText({ wholeDay }: GridDay, { slot }: Segment, locale: Locale): string {
	const said = slot ?? wholeDay;
	if (said === null) return m.week_grid_state_closed({}, { locale });
	const states = {
		open: m.week_grid_state_open,
		unknown: m.week_grid_state_unknown,
		restricted: m.week_grid_state_restricted
	};
	const state = states[said.state]({}, { locale });
	return said.comment === null ? state : m.week_grid_state_with_comment({ state, comment: said.comment }, { locale });
}

/** "mardi, 16 h à 18 h 30, ouvert". */
export function segmentText(weekday: Weekday, day: GridDay, segment: Segment, locale: Locale): string {
	return m.week_grid_cell(
		{
			day: dayText(weekday, locale),
			from: clockText(segment.start, locale),
			to: clockText(segment.end, locale),
			state: stateText(day, segment, locale)
		},
		{ locale }
	);
}

/** "Ouvrir : mardi à jeudi, 16 h à 18 h 30". */
export function drawingText({ days, start, end }: Stretch, opens: boolean, locale: Locale): string {
	const [first, last] = [dayText(days[0], locale), dayText(days[days.length - 1], locale)];
	const named = days.length === 1 ? first : m.week_grid_days({ from: first, to: last }, { locale });
	const said = { days: named, from: clockText(start, locale), to: clockText(end, locale) };
	return opens ? m.week_grid_drawing_open(said, { locale }) : m.week_grid_drawing_shut(said, { locale });
}

/** Name of a period, as the schedule tells it; null: all the year. */
export function periodText(period: WeekKind | null, { summerByMonths }: WeekGrid, locale: Locale): string {
	if (period === null) return m.week_grid_period_all({}, { locale });
	if (period === 'term') return m.week_grid_period_term({}, { locale });
	if (period === 'small-holidays') return m.week_grid_period_small({}, { locale });
	return summerByMonths ? m.week_grid_period_summer_months({}, { locale }) : m.week_grid_period_summer({}, { locale });
}

/** Why a day cannot be changed here. */
export function lockText(lock: GridLock, locale: Locale): string {
	const texts = {
		fallback: m.week_grid_lock_fallback,
		mixed: m.week_grid_lock_mixed,
		night: m.week_grid_lock_night
	};
	return texts[lock]({}, { locale });
}
