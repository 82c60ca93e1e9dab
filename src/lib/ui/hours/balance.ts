import type { FreeWindows } from '#domain/audience-profile.ts';
import type { ByMoment, HoursTable, ProfileFigures } from '#domain/hours-answers.ts';
import { MINUTES_PER_DAY } from '#domain/units.ts';
import { numberText, percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { momentName, MOMENTS } from './moment-words.ts';

const [LUNCH_FROM, LUNCH_TO] = [12 * 60, 14 * 60];

/** One moment of the week, in minutes a week; null is not known. */
export interface BalanceRow {
	readonly key: string;
	readonly name: string;
	/** When at least one counted site is open. */
	readonly open: number | null;
	/** When the profile is free. */
	readonly free: number | null;
	/** Mean over the people of the profile. */
	readonly usable: number | null;
}

/**
 * Opening, free time and what is usable of it: the whole week, each moment, then the lunch hours, which cut across the moments and have no
 * usable figure of their own.
 */
export function balanceRows(table: HoursTable, profile: ProfileFigures | null, locale: Locale): BalanceRow[] {
	const { network, free } = table;
	const usable = profile?.usableByMoment ?? null;
	const whole: BalanceRow = {
		key: 'all',
		name: m.hours_page_moment_all({}, { locale }),
		open: network && totalMinutes(network.byMoment),
		free: free && totalMinutes(free.byMoment),
		usable: usable && totalMinutes(usable)
	};
	const moments = MOMENTS.map((moment) => ({
		key: moment,
		name: momentName(moment, locale),
		open: network && network.byMoment[moment],
		free: free && free.byMoment[moment],
		usable: usable && usable[moment]
	}));
	const lunch: BalanceRow = {
		key: 'lunch',
		name: m.hours_page_moment_lunch({}, { locale }),
		open: network && network.lunchMinutes,
		free: free && lunchMinutes(free.windows),
		usable: null
	};
	return [whole, ...moments, lunch];
}

export function totalMinutes(byMoment: ByMoment): number {
	return MOMENTS.reduce((sum, moment) => sum + byMoment[moment], 0);
}

/** Minutes from 12 to 14 h, of any day, of windows of the week. */
export function lunchMinutes(windows: FreeWindows): number {
	let minutes = 0;
	for (let at = 0; at < windows.length; at += 2) {
		for (let day = 0; day < 7; day++) {
			const from = Math.max(windows[at], day * MINUTES_PER_DAY + LUNCH_FROM);
			minutes += Math.max(0, Math.min(windows[at + 1], day * MINUTES_PER_DAY + LUNCH_TO) - from);
		}
	}
	return minutes;
}

/** "0,9 h ouverte par heure libre ; 40 % du temps libre utilisable": empty where nothing can be said. */
export function balanceText({ open, free, usable }: BalanceRow, locale: Locale): string {
	if (free === null) return '';
	if (free === 0) return m.hours_page_balance_no_free({}, { locale });
	const said: string[] = [];
	if (open !== null) {
		const perHour = open / free;
		const ratio = numberText(locale, { maximumFractionDigits: 1 }, perHour);
		// French has the plural from two on.
		const write = Math.round(perHour * 10) >= 20 ? m.hours_page_balance_ratio_many : m.hours_page_balance_ratio;
		said.push(write({ ratio }, { locale }));
	}
	if (usable !== null)
		said.push(m.hours_page_balance_used({ percent: percentText(usable / free, locale) }, { locale }));
	return said.join(locale === 'fr' ? '\u202f; ' : '; ');
}
