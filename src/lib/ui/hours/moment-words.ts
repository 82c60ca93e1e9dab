import type { Moment } from '#domain/moments.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';

/** The moments in the order of the week. */
export const MOMENTS: readonly Moment[] = [
	'weekday-daytime',
	'wednesday-afternoon',
	'weekday-evening',
	'saturday-morning',
	'saturday-afternoon',
	'sunday'
];

const LONG = {
	'weekday-daytime': m.hours_page_moment_weekday_daytime,
	'wednesday-afternoon': m.hours_page_moment_wednesday_afternoon,
	'weekday-evening': m.hours_page_moment_weekday_evening,
	'saturday-morning': m.hours_page_moment_saturday_morning,
	'saturday-afternoon': m.hours_page_moment_saturday_afternoon,
	sunday: m.hours_page_moment_sunday
} as const satisfies Record<Moment, unknown>;

const SHORT = {
	'weekday-daytime': m.hours_page_col_weekday_daytime,
	'wednesday-afternoon': m.hours_page_col_wednesday_afternoon,
	'weekday-evening': m.hours_page_col_weekday_evening,
	'saturday-morning': m.hours_page_col_saturday_morning,
	'saturday-afternoon': m.hours_page_col_saturday_afternoon,
	sunday: m.hours_page_col_sunday
} as const satisfies Record<Moment, unknown>;

/** "Soirée, lundi à vendredi dès 18 h". */
export const momentName = (moment: Moment, locale: Locale): string => LONG[moment]({}, { locale });

/** "Soirée, dès 18 h", as the heading of a column. */
export const momentHeading = (moment: Moment, locale: Locale): string => SHORT[moment]({}, { locale });
