import { CLASS_BEYOND, CLASS_NO_DATA, CLASS_UNATTACHED, type Classes, type Paint } from '#domain/atlas-answers.ts';
import type { DemandPointKind } from '#domain/population.ts';
import type { MapIndicator, Question, QuestionForm } from '#domain/question.ts';
import { hoursText, numberText, peopleText } from './figures.ts';
import { changeConditions, changeLabel } from './legend-change.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { profileInSentence } from './profile-words.ts';
import { supplyTerms } from './sentence-supply.ts';
import { cutoffWord, modeWord, momentWord, weekWord } from './sentence-words.ts';
import { measureUnitText } from './supply-words.ts';

/** A line of the legend. */
export interface LegendRow {
	/** Index of the class, or one of the CLASS_ constants. */
	readonly mark: number;
	readonly label: string;
	/** People of the class, whoever is asked about. */
	readonly people: number;
}

/** The legend of what is painted, in words: for the page and for the picture. */
export interface LegendText {
	/** The indicator's name. */
	readonly title: string;
	/** Under which conditions, and the unit. */
	readonly conditions: string;
	/** How the classes were made. */
	readonly method: string;
	/** Whom the rows count: everyone, and it is said where the question asks about others. */
	readonly whom: string;
	/** The classes in their order with what lies beyond them, then no data and off the network where people live there. */
	readonly rows: readonly LegendRow[];
}

/** Mean area of an H3 cell by resolution, km² (h3geo.org, "Tables of cell statistics"). */
const HEXAGON_KM2: Readonly<Record<number, number>> = {
	4: 1770,
	5: 253,
	6: 36,
	7: 5.2,
	8: 0.74,
	9: 0.11,
	10: 0.015
};

const NAMES = {
	change: m.indicator_change,
	nearest: m.indicator_nearest,
	'open-now': m.indicator_open_now,
	'open-hours': m.indicator_open_hours,
	'usable-hours': m.indicator_usable_hours,
	supply: m.indicator_supply,
	sites: m.indicator_sites,
	density: m.indicator_density,
	'share-65-over': m.indicator_share_65_over,
	'poor-households': m.indicator_poor_households
} as const satisfies Record<MapIndicator, unknown>;

const EXPLANATIONS = {
	change: m.indicator_change_says,
	nearest: m.indicator_nearest_says,
	'open-now': m.indicator_open_now_says,
	'open-hours': m.indicator_open_hours_says,
	'usable-hours': m.indicator_usable_hours_says,
	supply: m.indicator_supply_says,
	sites: m.indicator_sites_says,
	density: m.indicator_density_says,
	'share-65-over': m.indicator_share_65_over_says,
	'poor-households': m.indicator_poor_households_says
} as const satisfies Record<MapIndicator, unknown>;

const DEMAND_POINTS = {
	'grid-200m': m.legend_cells_200,
	'grid-1km': m.legend_cells_1000,
	h3: m.legend_cells_h3,
	commune: m.legend_communes,
	point: m.legend_points
} as const satisfies Record<DemandPointKind, unknown>;

/** "Heures d’ouverture à portée". */
export const indicatorName = (indicator: MapIndicator, locale: Locale): string => NAMES[indicator]({}, { locale });

/** One line that says what the indicator is, without final stop. */
export const indicatorExplanation = (indicator: MapIndicator, locale: Locale): string =>
	EXPLANATIONS[indicator]({}, { locale });

/** Indicators drawn by commune alone, whatever the zoom. */
export const isByCommuneOnly = (indicator: MapIndicator): boolean =>
	indicator === 'share-65-over' || indicator === 'poor-households';

/** What a change is of, where it is told as the value itself. */
const CHANGED = {
	coverage: 'nearest',
	moment: 'open-now',
	openings: 'open-hours',
	usable: 'usable-hours',
	supply: 'supply'
} as const satisfies Record<QuestionForm, MapIndicator>;

function conditions(indicator: MapIndicator, question: Question, locale: Locale): string {
	const options = { locale };
	const mode = modeWord(question.mode, locale);
	const cutoff = cutoffWord(question.cutoffMinutes, locale);
	const week = weekWord(question.week, locale);
	switch (indicator) {
		case 'change':
			return changeConditions(question, locale) ?? conditions(CHANGED[question.form], question, locale);
		case 'nearest':
			return m.legend_nearest({ mode }, options);
		case 'open-now':
			return m.legend_open_now({ mode, week, moment: momentWord(question.minute, locale) }, options);
		case 'open-hours':
			return m.legend_open_hours({ mode, cutoff, week }, options);
		case 'usable-hours':
			return m.legend_usable_hours(
				{ mode, cutoff, week, profile: profileInSentence(question.profile, question.editedProfiles, locale) },
				options
			);
		case 'supply':
			return m.legend_supply(
				{
					terms: supplyTerms(question.measure, { mode, cutoff, week }, locale),
					unit: measureUnitText(question.measure, locale)
				},
				options
			);
		case 'sites':
			return m.legend_sites({ mode, cutoff }, options);
		case 'density':
			return m.legend_density({}, options);
		case 'share-65-over':
			return m.legend_share_65_over({}, options);
		case 'poor-households':
			return m.legend_poor_households({}, options);
	}
}

/** Minutes to the nearest, or to the n-th nearest: little is good, and classes hold their upper bound. */
const isTime = (unit: Classes['unit']) => unit === 'minutes' || unit === 'minutes-to-nth';

function withUnit(value: number, unit: Classes['unit'], locale: Locale): string {
	const options = { locale };
	if (isTime(unit)) return cutoffWord(value, locale);
	if (unit === 'hours') return hoursText(value, locale);
	const figure = numberText(locale, { maximumFractionDigits: 2 }, value);
	return unit === 'percent' ? m.sentence_percent({ percent: figure }, options) : figure;
}

function classLabel({ unit, bounds }: Classes, rank: number, locale: Locale): string {
	const options = { locale };
	const { from, to } = bounds[rank];
	if (to === null) return m.legend_at_least({ from: withUnit(from, unit, locale) }, options);
	// A number of sites is whole: from 3 to less than 5 is 3 to 4.
	if (unit === 'sites') {
		if (to - from === 1) return String(from);
		return m.legend_between({ from: String(from), to: String(to - 1) }, options);
	}
	if (from === 0 && !isTime(unit)) return m.legend_below({ to: withUnit(to, unit, locale) }, options);
	const plain = numberText(locale, { maximumFractionDigits: 2 }, from);
	return m.legend_between({ from: plain, to: withUnit(to, unit, locale) }, options);
}

/** What lies beyond the classes: too far, or nothing there. */
function beyondLabel({ indicator, unit, bounds }: Classes, locale: Locale): string {
	const options = { locale };
	const last = bounds.at(-1)?.to ?? null;
	if (indicator === 'open-now' && last !== null)
		return m.legend_none_open({ cutoff: withUnit(last, unit, locale) }, options);
	if (indicator === 'open-hours') return m.legend_no_opening({}, options);
	if (indicator === 'usable-hours') return m.legend_no_usable({}, options);
	if (indicator === 'supply' && !isTime(unit)) return m.legend_no_supply({}, options);
	if (indicator === 'sites' || last === null) return m.legend_no_site({}, options);
	return m.legend_over({ from: withUnit(last, unit, locale) }, options);
}

/** What people reach has a class beyond, of none at all. */
const hasBeyond = (indicator: MapIndicator) =>
	indicator !== 'density' && indicator !== 'change' && !isByCommuneOnly(indicator);

function methodText({ indicator, method }: Classes, locale: Locale): string {
	if (indicator === 'change') return m.legend_change_steps({}, { locale });
	return method === 'fixed' ? m.legend_fixed({}, { locale }) : m.legend_quantiles({}, { locale });
}

export function legendText({ classes }: Paint, question: Question, locale: Locale): LegendText {
	const options = { locale };
	const { indicator } = classes;
	const label = indicator === 'change' ? changeLabel : classLabel;
	const rows: LegendRow[] = classes.bounds.map((_, rank) => ({
		mark: rank,
		label: label(classes, rank, locale),
		people: classes.peoplePerClass[rank]
	}));
	if (hasBeyond(indicator)) {
		const beyond = { mark: CLASS_BEYOND, label: beyondLabel(classes, locale), people: classes.peopleBeyond };
		// Beyond the longest time; below the fewest hours or places.
		if (isTime(classes.unit)) rows.push(beyond);
		else rows.unshift(beyond);
	}
	if (classes.peopleWithoutData > 0)
		rows.push({ mark: CLASS_NO_DATA, label: m.legend_no_data({}, options), people: classes.peopleWithoutData });
	if (classes.peopleUnattached > 0)
		rows.push({ mark: CLASS_UNATTACHED, label: m.legend_unattached({}, options), people: classes.peopleUnattached });
	return {
		title: indicatorName(indicator, locale),
		conditions: conditions(indicator, question, locale),
		method: methodText(classes, locale),
		whom: question.who.kind === 'everyone' ? m.legend_people({}, options) : m.legend_people_all({}, options),
		rows
	};
}

/** What one mark of the map is and, where it gathers people, whose value it shows. */
export function levelNote(
	{ level, resolution, classes }: Pick<Paint, 'level' | 'resolution' | 'classes'>,
	kind: DemandPointKind,
	locale: Locale
): string {
	const options = { locale };
	if (level === 'cells') return DEMAND_POINTS[kind]({}, options);
	const km2 = HEXAGON_KM2[resolution ?? 8] ?? 0;
	const area = numberText(locale, { maximumSignificantDigits: 2 }, km2);
	const marks = level === 'hexagons' ? m.legend_hexagons({ area }, options) : m.legend_communes({}, options);
	// A commune of a population by commune is one demand point.
	const isOnePoint = level === 'communes' && kind === 'commune';
	const gathers = !isOnePoint && classes.indicator !== 'density' && !isByCommuneOnly(classes.indicator);
	return gathers ? m.legend_median({ marks }, options) : marks;
}

/** People of a class of the legend, rounded to ten: a class may hold one cell alone. */
export function classPeopleText(people: number, locale: Locale): string {
	if (people > 0 && people < 5) return m.legend_few({}, { locale });
	return peopleText(Math.round(people / 10) * 10, locale);
}
