import type { WeekOpening } from '#domain/cards.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { clockText, dayAndMinute, dayText } from '#i18n/week-words.ts';
import { openingsByDay, type DayOpening } from '../cards/week-bars.ts';

const spanText = ({ from, to }: DayOpening, locale: Locale) =>
	m.site_span({ from: clockText(from, locale), to: clockText(to, locale) }, { locale });

/** "mardi 16 h–18 h 30"; past midnight it ends on the day it began. */
export function slotText({ from, to }: WeekOpening, locale: Locale): string {
	const { day, minute } = dayAndMinute(from);
	const end = minute + (to - from);
	const times = { from: minute, to: end > MINUTES_PER_DAY ? end - MINUTES_PER_DAY : end };
	return `${dayText(day, locale)} ${spanText(times, locale)}`;
}

/** "mercredi : 10 h–12 h, 14 h–18 h": a line a day that is open; one that says closed where none is. */
export function weekLines(openings: readonly WeekOpening[], locale: Locale): string[] {
	const lines = openingsByDay(openings).flatMap((spans, day) => {
		if (spans.length === 0) return [];
		const times = spans.map((span) => spanText(span, locale)).join(', ');
		return [m.hours_page_week_bar({ day: dayText(day, locale), times }, { locale })];
	});
	return lines.length > 0 ? lines : [m.hours_page_closed_all_week({}, { locale })];
}
