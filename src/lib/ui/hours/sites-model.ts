import type { HoursTable, SiteHoursRow, YearHours } from '#domain/hours-answers.ts';
import type { Question } from '#domain/question.ts';
import type { SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';
import { dateText, hoursText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { CellValue, TableColumn } from '../tables/table-model.ts';
import { momentHeading, MOMENTS } from './moment-words.ts';

/** How rows stand together. */
export const GROUPINGS = ['none', 'epci', 'class'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A site whose hours the data do not tell at all: it is listed first, to be told. */
export const hasNoHours = ({ year }: SiteHoursRow) => year === null;

/** A row of the table, with the site and the figures it is of. */
export interface SiteLine {
	/** Rank among the territory's sites, as text. */
	readonly key: string;
	readonly row: SiteHoursRow;
	readonly site: SiteSummary;
	readonly values: Readonly<Record<string, CellValue>>;
}

/** Columns in their order; the name and the week, which are drawn, aside. */
export function hoursColumns(question: Question, year: number, locale: Locale): TableColumn[] {
	const options = { locale };
	const hours = (id: string, heading: string): TableColumn => ({ id, heading, kind: 'hours' });
	const minutes = String(question.cutoffMinutes);
	return [
		hours('hours', m.hours_page_col_hours({}, options)),
		...MOMENTS.map((moment) => hours(moment, momentHeading(moment, locale))),
		hours('lunch', m.hours_page_col_lunch({}, options)),
		hours('year', m.hours_page_col_year({ year: String(year) }, options)),
		hours('term', m.hours_page_col_term({}, options)),
		hours('small-holidays', m.hours_page_col_small_holidays({}, options)),
		hours('summer', m.hours_page_col_summer({}, options)),
		{ id: 'within', heading: m.hours_page_col_within({ minutes }, options), kind: 'count' },
		{ id: 'only', heading: m.hours_page_col_only({}, options), kind: 'count' }
	];
}

export const nameColumn = (locale: Locale): TableColumn => ({
	id: 'name',
	heading: m.hours_page_col_name({}, { locale }),
	kind: 'text'
});

const inHours = (minutes: number | null) => (minutes === null ? null : minutes / 60);

/** The rows of the table in the territory's order. */
export function siteLines(table: HoursTable, summary: TerritorySummary): SiteLine[] {
	return table.rows.map((row) => {
		const site = summary.sites[row.site];
		const moments = MOMENTS.map((moment) => [moment, inHours(row.byMoment && row.byMoment[moment])]);
		const values: Record<string, CellValue> = {
			name: site.name,
			commune: site.communeName,
			hours: row.weeklyHours,
			lunch: inHours(row.lunchMinutes),
			year: row.year?.hours ?? null,
			term: row.year?.term ?? null,
			'small-holidays': row.year?.smallHolidays ?? null,
			summer: row.year?.summer ?? null,
			within: row.peopleWithin,
			only: row.onlyHerePersonHours,
			...Object.fromEntries(moments)
		};
		return { key: String(row.site), row, site, values };
	});
}

/** "486 h connues au 30 août 2026": what is known of a year that is not known whole; null of others. */
export function knownPartText(year: YearHours | null, locale: Locale): string | null {
	if (year === null || year.hours !== null || year.hoursKnown === null || year.knownTo === null) return null;
	const params = { hours: hoursText(year.hoursKnown, locale), date: dateText(year.knownTo, locale) };
	return m.hours_page_known_to(params, { locale });
}

export interface LineGroup {
	readonly key: string;
	/** Null of a table that is not grouped. */
	readonly name: string | null;
	readonly lines: readonly SiteLine[];
}

/** The lines in groups by name, those of no known group last; the order of lines within a group is kept. */
export function groupLines(
	lines: readonly SiteLine[],
	grouping: Grouping,
	summary: TerritorySummary,
	locale: Locale
): LineGroup[] {
	if (grouping === 'none') return lines.length === 0 ? [] : [{ key: '', name: null, lines }];
	const epcis = new Map(summary.communes.map(({ code, epciName }) => [code as string, epciName]));
	const nameOf = ({ site }: SiteLine) =>
		grouping === 'class'
			? site.serviceClass && m.hours_page_group_class_of({ letter: site.serviceClass }, { locale })
			: ((site.communeCode && epcis.get(site.communeCode)) ?? null);
	const groups = new Map<string | null, SiteLine[]>();
	for (const line of lines) {
		const name = nameOf(line);
		groups.set(name, [...(groups.get(name) ?? []), line]);
	}
	const unknown =
		grouping === 'class'
			? m.hours_page_group_class_unknown({}, { locale })
			: m.hours_page_group_epci_unknown({}, { locale });
	const { compare } = new Intl.Collator(locale);
	return [...groups]
		.sort(([a], [b]) => Number(a === null) - Number(b === null) || compare(a ?? '', b ?? ''))
		.map(([name, members]) => ({ key: name ?? '', name: name ?? unknown, lines: members }));
}
