import { WEEK_KINDS } from '#domain/audience-profile.ts';
import type { DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import { totalMinutes, unionIntervals } from '#core/hours/intervals.ts';
import { figuresByGroup, viewNow } from '../atlas/figures.ts';
import { yearAsked, yearHoursOf } from '../atlas/hours/year-hours.ts';
import { sitesWithin } from '../atlas/view.ts';
import type { Area } from './area.ts';
import { figure, ratio, say, sumOf, type Figures } from './figure.ts';

const HOURS_INPUTS = ['sites', 'hours', 'calendar'] as const;

/** Hours of the counted sites of an area, and those that its people have within the cutoff, in the week asked. */
export function hoursFigures(area: Area): Figures {
	return [
		meanWeekly(area, 'hours.mean-weekly', area.view.weeks.weeklyHours),
		...WEEK_KINDS.map((kind) => meanWeekly(area, `hours.weekly.${kind}`, area.session.weeks[kind].weeklyHours)),
		networkWeekly(area),
		yearly(area),
		...withinReach(area)
	];
}

const whyNoHours = ({ counted }: Area) =>
	say(counted.length === 0 ? 'diagnostic_why_no_site' : 'diagnostic_why_site_hours');

function meanWeekly(area: Area, id: FigureId, weeklyHours: readonly (number | null)[]): DiagnosticFigure {
	const hours = area.counted.flatMap((rank) => weeklyHours[rank] ?? []);
	const total = sumOf(hours);
	return figure(ratio(total, hours.length), whyNoHours(area), {
		id,
		unit: 'hours',
		respondents: { known: hours.length, of: area.counted.length, what: 'sites' },
		formula: say('diagnostic_formula_mean_hours', { total: Math.round(total * 100) / 100, known: hours.length }),
		method: 'calendrier',
		inputs: HOURS_INPUTS
	});
}

/** How long of the week at least one counted site of the area is open. */
function networkWeekly(area: Area): DiagnosticFigure {
	const { intervals, known } = area.view.weeks;
	const told = area.counted.filter((rank) => known[rank] === 1);
	const union = unionIntervals(told.map((rank) => Array.from(intervals[rank])));
	const respondents = { known: told.length, of: area.counted.length };
	return figure(told.length === 0 ? null : totalMinutes(union) / 60, whyNoHours(area), {
		id: 'hours.network-weekly',
		unit: 'hours',
		respondents: { ...respondents, what: 'sites' },
		formula: say('diagnostic_formula_network_hours', respondents),
		method: 'calendrier',
		inputs: HOURS_INPUTS
	});
}

/** Hours of a civil year, added site by site, of those whose whole year is known. */
function yearly(area: Area): DiagnosticFigure {
	const year = yearAsked(area.session, area.view.question);
	const hours = area.counted.flatMap((rank) => yearOfSite(area, rank) ?? []);
	const respondents = { known: hours.length, of: area.counted.length };
	const why = say(area.counted.length === 0 ? 'diagnostic_why_no_site' : 'diagnostic_why_year', { year: String(year) });
	return figure(hours.length === 0 ? null : sumOf(hours), why, {
		id: 'hours.year',
		unit: 'hours',
		respondents: { ...respondents, what: 'sites' },
		formula: say('diagnostic_formula_year_hours', { year: String(year), ...respondents }),
		method: 'calendrier',
		inputs: HOURS_INPUTS
	});
}

/** Hours of the civil year of the question; null where some day is not known. */
export function yearOfSite({ session, view }: Area, rank: number): number | null {
	const { schedule } = session.territory.sites[rank];
	return schedule === null ? null : yearHoursOf(schedule, yearAsked(session, view.question), session.calendar).hours;
}

/** Counted sites within the cutoff of the people asked about, wherever they stand, and how many have known hours. */
export function sitesInReach({ view }: Area): NonNullable<DiagnosticFigure['respondents']> {
	const within = sitesWithin(view.access, view.weights, view.inScope);
	const of = sumOf(within);
	const known = within.reduce((sum, one, rank) => sum + (one & view.weeks.known[rank]), 0);
	return { known, of, what: 'sites' };
}

function withinReach(area: Area): Figures {
	const { view } = area;
	const [figures] = figuresByGroup(viewNow(view), view.scopeGroup, 1);
	const { people, ofPeople, share } = figures.withoutHours;
	const making = {
		respondents: sitesInReach(area),
		method: 'couverture',
		inputs: ['population', ...HOURS_INPUTS, ...area.timesInputs],
		estimated: area.estimatedTimes
	} as const;
	const minutes = view.question.cutoffMinutes;
	const why = ofPeople + figures.hoursUnknownPeople > 0 ? say('diagnostic_why_reach_hours') : area.whyNobody;
	return [
		figure(figures.medianWeeklyHours, why, {
			...making,
			id: 'hours.median-within-reach',
			unit: 'hours',
			formula: say('diagnostic_formula_median_hours', { minutes })
		}),
		figure(share, why, {
			...making,
			id: 'hours.without.share',
			unit: 'share',
			formula: say('diagnostic_formula_without_hours', {
				minutes,
				part: Math.round(people ?? 0),
				of: Math.round(ofPeople)
			})
		})
	];
}
