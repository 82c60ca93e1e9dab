import type { PeopleShare } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { SideFigures } from '#domain/scenario-answers.ts';
import { hoursText, peopleText, percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileInSentence } from '#i18n/profile-words.ts';
import { modeText, whoText } from '#i18n/question-words.ts';
import { momentText } from '#i18n/week-words.ts';
import { pointsText, signedText } from './gain-words.ts';

/**
 * Which way a figure went; null where one side is not known, or neither way is better. `other-people`: it is of other people than before,
 * some being left out for want of known hours, so that nothing says that anybody is better off.
 */
export type Sense = 'better' | 'worse' | 'same' | 'other-people' | null;

export interface SideValue {
	readonly text: string;
	/** Against the baseline; null where one side is not known, and for the baseline itself. */
	readonly difference: string | null;
	readonly sense: Sense;
}

/** One figure of the baseline and of each scenario beside it. */
export interface FigureLine {
	readonly id: keyof SideFigures;
	readonly label: string;
	readonly baseline: string;
	readonly scenarios: readonly SideValue[];
}

interface Kind {
	readonly id: keyof SideFigures;
	readonly label: string;
	/** Null when not known. */
	readonly value: (figures: SideFigures) => number | null;
	readonly text: (value: number) => string;
	readonly difference: (amount: number) => string;
	/** Null: neither way is better for people. */
	readonly moreIsBetter: boolean | null;
	/** People whom the figure leaves out; nobody where nothing is said. */
	readonly leftOut?: (figures: SideFigures) => number | null;
	/** Those whom the figures above do not count for want of known hours: a line only where there are some. */
	readonly isOfUncounted?: true;
}

/** The figures that say how people's access goes, five of them, each group with whom it leaves out; then what the network is. */
export const FIVE_FIGURES: readonly (keyof SideFigures)[] = [
	'coverage',
	'moment',
	'medianWeeklyHours',
	'hoursUnknownPeople',
	'medianUsableHours',
	'withoutUsable',
	'usableUnknownPeople'
];

/**
 * The figures of both sides in words, in their order.
 * @param question the one that they answer
 */
export function figureLines(
	baseline: SideFigures,
	scenarios: readonly SideFigures[],
	question: Question,
	locale: Locale
): FigureLine[] {
	return kindsOf(question, locale)
		.filter(({ id }) => id !== 'peopleInSectors' || baseline.peopleInSectors !== null)
		.filter(
			({ isOfUncounted, value }) => !isOfUncounted || [baseline, ...scenarios].some((side) => isSomebody(value(side)))
		)
		.map((kind) => {
			const before = kind.value(baseline);
			const unknown = m.not_known({}, { locale });
			return {
				id: kind.id,
				label: kind.label,
				baseline: before === null ? unknown : kind.text(before),
				scenarios: scenarios.map((figures) => sideValue(kind, baseline, figures, unknown))
			};
		});
}

/** Fewer would be told as nobody. */
const isSomebody = (people: number | null) => people !== null && Math.round(people) > 0;

function sideValue(kind: Kind, baseline: SideFigures, scenario: SideFigures, unknown: string): SideValue {
	const [before, after] = [kind.value(baseline), kind.value(scenario)];
	if (after === null) return { text: unknown, difference: null, sense: null };
	const text = kind.text(after);
	if (before === null) return { text, difference: null, sense: null };
	const difference = signedText(after - before, kind.difference);
	if (after === before) return { text, difference, sense: 'same' };
	if (kind.moreIsBetter === null) return { text, difference, sense: null };
	if (!isOfSamePeople(kind, baseline, scenario)) return { text, difference, sense: 'other-people' };
	return { text, difference, sense: after > before === kind.moreIsBetter ? 'better' : 'worse' };
}

function isOfSamePeople({ leftOut = () => 0 }: Kind, baseline: SideFigures, scenario: SideFigures): boolean {
	return Math.round(leftOut(baseline) ?? 0) === Math.round(leftOut(scenario) ?? 0);
}

function kindsOf(question: Question, locale: Locale): readonly Kind[] {
	const options = { locale };
	const who = whoText(question.who, locale);
	const within = { who, minutes: String(question.cutoffMinutes), mode: modeText(question.mode, locale) };
	const profile = profileInSentence(question.profile, question.editedProfiles, locale);
	const percent = (share: number) => m.commune_percent({ percent: percentText(share, locale) }, options);
	const points = (share: number) => pointsText(share, locale);
	const hours = (value: number) => hoursText(value, locale);
	const count = (value: number) => peopleText(value, locale);
	const uncounted = (id: 'hoursUnknownPeople' | 'usableUnknownPeople' | 'peopleNotClassed', label: string): Kind => ({
		id,
		label,
		value: (figures) => figures[id],
		text: count,
		difference: count,
		moreIsBetter: null,
		isOfUncounted: true
	});
	const share = (of: (figures: SideFigures) => PeopleShare) => (figures: SideFigures) => of(figures).share;
	return [
		{
			id: 'coverage',
			label: m.simulation_figure_coverage(within, options),
			value: share(({ coverage }) => coverage),
			text: percent,
			difference: points,
			moreIsBetter: true
		},
		{
			id: 'moment',
			label: m.simulation_figure_moment({ who, moment: momentText(question.minute, locale) }, options),
			value: share(({ moment }) => moment),
			text: percent,
			difference: points,
			moreIsBetter: true,
			leftOut: ({ hoursUnknownPeople }) => hoursUnknownPeople
		},
		{
			id: 'medianWeeklyHours',
			label: m.simulation_figure_weekly({}, options),
			value: ({ medianWeeklyHours }) => medianWeeklyHours,
			text: hours,
			difference: hours,
			moreIsBetter: true,
			leftOut: ({ hoursUnknownPeople }) => hoursUnknownPeople
		},
		uncounted('hoursUnknownPeople', m.simulation_figure_hours_unknown({ who }, options)),
		{
			id: 'medianUsableHours',
			label: m.simulation_figure_usable({ profile }, options),
			value: ({ medianUsableHours }) => medianUsableHours,
			text: hours,
			difference: hours,
			moreIsBetter: true,
			leftOut: ({ usableUnknownPeople }) => usableUnknownPeople
		},
		{
			id: 'withoutUsable',
			label: m.simulation_figure_without({ profile }, options),
			value: share(({ withoutUsable }) => withoutUsable),
			text: percent,
			difference: points,
			moreIsBetter: false,
			leftOut: ({ usableUnknownPeople }) => usableUnknownPeople
		},
		uncounted('usableUnknownPeople', m.simulation_figure_usable_unknown({ profile }, options)),
		{
			id: 'peopleInSectors',
			label: m.simulation_figure_sectors({}, options),
			value: ({ peopleInSectors }) => peopleInSectors,
			text: count,
			difference: count,
			moreIsBetter: false,
			leftOut: ({ peopleNotClassed }) => peopleNotClassed
		},
		uncounted('peopleNotClassed', m.simulation_figure_not_classed({}, options)),
		{
			id: 'countedSites',
			label: m.simulation_figure_sites({}, options),
			value: ({ countedSites }) => countedSites,
			text: count,
			difference: count,
			moreIsBetter: null
		},
		{
			id: 'weeklyOpenHours',
			label: m.simulation_figure_open_hours({}, options),
			value: ({ weeklyOpenHours }) => weeklyOpenHours,
			text: hours,
			difference: hours,
			moreIsBetter: null
		}
	];
}
