import { profileInForce, profilesInForce } from '#domain/default-profiles.ts';
import { schoolWeekKinds } from '#domain/school-week.ts';
import { countingRule } from '#domain/supply.ts';
import { isCivilWeek } from '#domain/week-choice.ts';
import { WEEK_KINDS } from '#domain/audience-profile.ts';
import { dateText, hoursText, minutesText, numberText, peopleText, percentText } from '#i18n/figures.ts';
import { writeMessage } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileText, windowsText } from '#i18n/profile-words.ts';
import { agesText, modeText, weekText, whoText } from '#i18n/question-words.ts';
import { scopeName } from '#i18n/sentence-words.ts';
import { followsCutoff, followsWeek, measureUnitText, methodText } from '#i18n/supply-words.ts';
import { momentText } from '#i18n/week-words.ts';
import { isSupplyChanged } from '../../state/supply-choice.ts';
import { sourceLines } from '../about-lines.ts';
import type { InForce, Maker, Parameter } from './parameter.ts';
import { costs, scenario } from './scenario-parameters.ts';
import type { SectionId } from './section.ts';

const ORIGINS = { roads: m.method_origin_roads, matrix: m.method_origin_matrix, estimated: m.method_origin_estimated };
const KINDS = {
	'grid-200m': m.method_kind_grid_200m,
	'grid-1km': m.method_kind_grid_1km,
	h3: m.method_kind_h3,
	commune: m.method_kind_commune,
	point: m.method_kind_point
};

const mode: Maker = ({ question, locale }) => [
	{ name: m.method_parameter_mode({}, { locale }), value: modeText(question.mode, locale) }
];

const cutoff: Maker = ({ question, locale }) => [
	{ name: m.method_parameter_cutoff({}, { locale }), value: minutesText(question.cutoffMinutes * 60, locale) }
];

const week: Maker = ({ question, summary, locale }) => {
	const value = isCivilWeek(question.week)
		? weekText(question.week, locale)
		: m.method_week_of_year(
				{ week: weekText(question.week, locale), year: String(summary.calendar.weeksYear) },
				{ locale }
			);
	return [{ name: m.method_parameter_week({}, { locale }), value }];
};

const travel: Maker = ({ summary, locale }) => {
	const { origin, snapMetres, statements } = summary.travel;
	return [
		{ name: m.method_parameter_origin({}, { locale }), value: ORIGINS[origin]({}, { locale }) },
		...(snapMetres === null
			? []
			: [
					{
						name: m.method_parameter_snap({}, { locale }),
						value: m.method_metres({ metres: numberText(locale, {}, snapMetres) }, { locale })
					}
				]),
		...statements.map((statement) => ({
			name: m.method_parameter_estimated({}, { locale }),
			value: writeMessage(statement, locale)
		}))
	];
};

const whom: Maker = ({ question, summary, locale }) => [
	{ name: m.method_parameter_who({}, { locale }), value: whoText(question.who, locale) },
	{ name: m.method_parameter_scope({}, { locale }), value: scopeName(question.scope, summary) }
];

const counted: Maker = (inForce) => {
	const { question, summary, locale } = inForce;
	const counts = countingRule(question);
	const sites = summary.sites.filter(counts).length;
	const choice = isSupplyChanged(question.supply) ? m.about_supply_changed : m.about_supply_imported;
	return [
		{
			name: m.method_parameter_counted({}, { locale }),
			value: `${m.method_counted_of({ sites, all: summary.sites.length }, { locale })} ${choice({}, { locale })}`
		},
		...neighbours(inForce)
	];
};

const neighbours: Maker = ({ question, summary, locale }) => {
	if (!summary.hasMargin) return [];
	const words = question.withNeighbours ? m.about_neighbours_in : m.about_neighbours_out;
	return [{ name: m.method_parameter_neighbours({}, { locale }), value: words({}, { locale }) }];
};

const cursor: Maker = ({ question, locale }) => [
	{ name: m.method_parameter_moment({}, { locale }), value: momentText(question.minute, locale) }
];

const profile: Maker = ({ question, locale }) => {
	const { id, minimumVisitMinutes } = profileInForce(question.profile, question.editedProfiles);
	return [
		{ name: m.method_parameter_profile({}, { locale }), value: profileText(id, question.editedProfiles, locale) },
		{ name: m.method_parameter_visit({}, { locale }), value: minutesText(minimumVisitMinutes * 60, locale) }
	];
};

/** Every profile with its ages, its shortest visit and its free time in the weeks that the question's week is made of. */
const profiles: Maker = ({ question, summary, locale }) => {
	const kinds = isCivilWeek(question.week) ? schoolWeekKinds(question.week, summary.calendar.school) : [question.week];
	return profilesInForce(question.editedProfiles).map(({ ages, freeWindows, id, minimumVisitMinutes }) => {
		const windows = WEEK_KINDS.filter((kind) => kinds.includes(kind)).map((kind) =>
			m.about_profile_windows(
				{ week: weekText(kind, locale), windows: windowsText(freeWindows[kind], locale) },
				{ locale }
			)
		);
		const visit = m.method_profile_visit({ visit: minutesText(minimumVisitMinutes * 60, locale) }, { locale });
		return {
			name: profileText(id, question.editedProfiles, locale),
			value: [`${agesText(ages, locale)}.`, visit, ...windows].join(' ')
		};
	});
};

const measure: Maker = (inForce) => {
	const { question, locale } = inForce;
	return [
		{ name: m.method_parameter_measure({}, { locale }), value: methodText(question.measure.method, locale) },
		{ name: m.method_parameter_unit({}, { locale }), value: measureUnitText(question.measure, locale) },
		...(followsCutoff(question.measure) ? cutoff(inForce) : []),
		...(followsWeek(question.measure) ? week(inForce) : [])
	];
};

const sectors: Maker = ({ question, locale }) => {
	const { minimumPeople, minimumUsableMinutes, profile: id } = question.sectors;
	return [
		{
			name: m.method_parameter_threshold({}, { locale }),
			value: m.method_threshold(
				{
					hours: hoursText(minimumUsableMinutes / 60, locale),
					profile: profileText(id, question.editedProfiles, locale)
				},
				{ locale }
			)
		},
		{ name: m.method_parameter_fewest({}, { locale }), value: peopleText(minimumPeople, locale) }
	];
};

const calendar: Maker = ({ summary, locale }) => {
	const { knownTo, weeksYear } = summary.calendar;
	return [
		{ name: m.method_parameter_zone({}, { locale }), value: summary.zone },
		{ name: m.method_parameter_year({}, { locale }), value: String(weeksYear) },
		{
			name: m.method_parameter_known_to({}, { locale }),
			value: knownTo === null ? m.method_not_known({}, { locale }) : dateText(knownTo, locale)
		}
	];
};

const perimeter: Maker = ({ summary, locale }) => [
	{
		name: m.method_parameter_perimeter({}, { locale }),
		value: summary.epciCode === null ? summary.name : `${summary.name} (SIREN ${summary.epciCode})`
	},
	{
		name: m.method_parameter_margin({}, { locale }),
		value: m.method_kilometres({ km: numberText(locale, {}, summary.marginKm) }, { locale })
	}
];

const population: Maker = ({ summary, locale }) => {
	const { demandPoints, imputedPeople, kind, marginPeople, municipale, municipaleVintage, people } = summary.population;
	const unknown = m.method_not_known({}, { locale });
	const figure = (value: number | null) => (value === null ? unknown : peopleText(value, locale));
	const share = imputedPeople === null || people === 0 ? null : percentText(imputedPeople / people, locale);
	return [
		{
			name: m.method_parameter_points({}, { locale }),
			value: KINDS[kind]({ count: peopleText(demandPoints, locale) }, { locale })
		},
		{ name: m.method_parameter_people({}, { locale }), value: figure(people) },
		{
			name: m.method_parameter_imputed({}, { locale }),
			value: share === null ? unknown : m.method_imputed({ people: figure(imputedPeople), share }, { locale })
		},
		{
			name: m.method_parameter_municipale({}, { locale }),
			value: [figure(municipale), municipaleVintage].filter((part) => part !== null).join(', ')
		},
		{ name: m.method_parameter_margin_people({}, { locale }), value: figure(marginPeople) }
	];
};

const sources: Maker = ({ summary, locale }) =>
	sourceLines(summary, locale).map((line) => ({ name: m.method_parameter_source({}, { locale }), value: line }));

const MAKERS: Readonly<Record<SectionId, readonly Maker[]>> = {
	temps: [mode, travel],
	couverture: [mode, cutoff, whom, counted],
	moments: [cursor, week, mode, cutoff, counted],
	'heures-utilisables': [profile, week, mode, cutoff, counted],
	profils: [week, profiles],
	offre: [measure, mode, counted],
	equite: [measure, mode],
	secteurs: [sectors, mode, cutoff, week],
	comparaison: [scenario, whom, mode, cutoff, week, counted],
	couts: [scenario, costs, profile, mode, cutoff],
	implantation: [whom, mode, cutoff, sectors, counted],
	'heures-a-ajouter': [profile, whom, week, mode, cutoff, counted],
	'atouts-faiblesses': [mode, cutoff, week, profile, counted],
	suivi: [mode, cutoff, week, profile, counted],
	calendrier: [week, calendar],
	perimetre: [perimeter, counted],
	populations: [population],
	'sources-limites': [sources]
};

/** What the figures of a method follow now, in words. */
export function parametersOf(section: SectionId, inForce: InForce): readonly Parameter[] {
	return MAKERS[section].flatMap((maker) => maker(inForce));
}
