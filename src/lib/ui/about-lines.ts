import { profileInForce } from '#domain/default-profiles.ts';
import { WEEK_KINDS, type Question } from '#domain/question.ts';
import { schoolWeekKinds } from '#domain/school-week.ts';
import type { InputKind } from '#domain/territory.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { isCivilWeek } from '#domain/week-choice.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { profileInSentence, windowsText } from '#i18n/profile-words.ts';
import { agesText, weekText } from '#i18n/question-words.ts';
import { measureUnitText } from '#i18n/supply-words.ts';
import { isSupplyChanged } from '../state/supply-choice.ts';

/** What stands under the sentence on every picture and file: the territory, what counts as supply, estimated times. */
export function aboutLines(question: Question, summary: TerritorySummary, locale: Locale): string[] {
	return [
		summary.fictional ? `${summary.name} · ${m.shell_fictional({}, { locale })}` : summary.name,
		supplyLine(question, summary, locale),
		...formLines(question, summary, locale),
		...summary.travel.statements.map((statement) => writeMessage(statement, locale))
	];
}

/** Each source with its year, its maker, its licence and the words that the licence asks for; inputs of one source have one line. */
export function sourceLines({ sources }: TerritorySummary, locale: Locale): string[] {
	const lines = (Object.keys(sources) as InputKind[]).flatMap((kind) => {
		const source = sources[kind];
		if (!source) return [];
		const { title, vintage, publisher, attribution, licence } = source;
		const parts = [title, vintage, publisher, attribution, licence ?? m.about_licence_unknown({}, { locale })];
		return [[...new Set(parts.filter((part) => part !== null && part !== ''))].join(', ')];
	});
	return [...new Set(lines)];
}

/** What counts: as imported, or as the user changed it. */
function supplyLine(question: Question, { hasMargin }: TerritorySummary, locale: Locale): string {
	const supply = isSupplyChanged(question.supply) ? m.about_supply_changed : m.about_supply_imported;
	const lines = [supply({}, { locale })];
	if (hasMargin) {
		lines.push(
			question.withNeighbours ? m.about_neighbours_in({}, { locale }) : m.about_neighbours_out({}, { locale })
		);
	}
	return lines.join(' ');
}

/** Whose free time usable hours are of, and when it is; how supply is measured. */
function formLines(
	{ form, profile, editedProfiles, week, measure }: Question,
	summary: TerritorySummary,
	locale: Locale
) {
	if (form === 'supply') return [m.about_supply_measure({ unit: measureUnitText(measure, locale) }, { locale })];
	if (form !== 'usable') return [];
	const { ages, minimumVisitMinutes, freeWindows } = profileInForce(profile, editedProfiles);
	const params = {
		ages: agesText(ages, locale),
		profile: profileInSentence(profile, editedProfiles, locale),
		minutes: String(minimumVisitMinutes)
	};
	const kinds = isCivilWeek(week) ? schoolWeekKinds(week, summary.calendar.school) : [week];
	const windows = WEEK_KINDS.filter((kind) => kinds.includes(kind)).map((kind) =>
		m.about_profile_windows(
			{ week: weekText(kind, locale), windows: windowsText(freeWindows[kind], locale) },
			{ locale }
		)
	);
	return [[m.about_profile(params, { locale }), ...windows].join(' ')];
}
