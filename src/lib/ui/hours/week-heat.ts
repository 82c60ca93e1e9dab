import type { WeekStripAnswer } from '#domain/atlas-answers.ts';
import type { WeightBasis } from '#domain/audience-profile.ts';
import { profileInForce } from '#domain/default-profiles.ts';
import type { WeekHeatAnswer } from '#domain/hours-answers.ts';
import { MINUTES_PER_QUARTER, QUARTERS_PER_WEEK, type Question } from '#domain/question.ts';
import { hourRange, type HourRange } from '../week/week-geometry.ts';

/** What the week shows: a library open within the cutoff, or one that people of the profile can be in then. */
export type HeatKind = 'open' | 'usable';

const QUARTERS_PER_DAY = QUARTERS_PER_WEEK / 7;

/** The heat of a kind in the form of the strip of the week. */
export function heatStrip(heat: WeekHeatAnswer, kind: HeatKind): WeekStripAnswer {
	const { sitesOpen } = heat;
	if (kind === 'open') return { people: heat.open, ofPeople: heat.ofPeople, sitesOpen };
	return { people: heat.usable, ofPeople: heat.ofProfile, sitesOpen };
}

/** The question as the words of a kind say whom it counts: a profile's ages, everybody where the population has none. */
export function heatQuestion(question: Question, kind: HeatKind, basis: WeightBasis | null): Question {
	if (kind === 'open') return question;
	if (basis === 'everyone') return { ...question, who: { kind: 'everyone' } };
	const { ages } = profileInForce(question.profile, question.editedProfiles);
	return { ...question, who: { kind: 'ages', ...ages } };
}

/** Hours of the day to draw, the same for both kinds: where a site is open or the profile is free. */
export function heatHours({ sitesOpen, free }: WeekHeatAnswer): HourRange {
	return hourRange({
		sitesOpen: free === null ? sitesOpen : sitesOpen.map((count, quarter) => count || free[quarter])
	});
}

/** A part of the day in which none of the seven days changes, in minutes of the day, and the share 0–1 of each day. */
export interface HeatRow {
	readonly from: number;
	readonly to: number;
	readonly shares: readonly number[];
}

/**
 * The heat as rows to read: quarters of an hour that follow each other and are alike on all seven days together.
 * @param shares 672 shares 0–1
 */
export function heatRows(shares: Float64Array, { fromHour, toHour }: HourRange): HeatRow[] {
	const rows: HeatRow[] = [];
	for (let from = fromHour * 60; from < toHour * 60; from += MINUTES_PER_QUARTER) {
		const quarter = from / MINUTES_PER_QUARTER;
		const days = Array.from({ length: 7 }, (_, day) => shares[day * QUARTERS_PER_DAY + quarter]);
		const before = rows.at(-1);
		const to = from + MINUTES_PER_QUARTER;
		if (before?.shares.every((share, day) => share === days[day])) rows[rows.length - 1] = { ...before, to };
		else rows.push({ from, to, shares: days });
	}
	return rows;
}
