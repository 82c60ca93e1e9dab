import type { Answers } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { peopleText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { siteKindText } from '#i18n/site-words.ts';
import { siteHeading, type ColumnOf } from './headings.ts';
import type { CellValue, ColumnKind, TableColumn, TableRow } from './table-model.ts';

type SiteValues = Readonly<Record<ColumnOf<'sites'>, CellValue>>;

/** Columns on screen, the name first; identifiers and codes are in the export. */
const SHOWN: readonly (readonly [ColumnOf<'sites'>, ColumnKind])[] = [
	['name', 'text'],
	['kind', 'text'],
	['commune', 'text'],
	['counted', 'yes-no'],
	['outside', 'yes-no'],
	['open-at-moment', 'yes-no'],
	['hours-term', 'hours'],
	['hours-small-holidays', 'hours'],
	['hours-summer', 'hours'],
	['people-within', 'count'],
	['people-only-here', 'count'],
	['surface', 'count'],
	['entries', 'count'],
	['loans', 'count'],
	['borrowers', 'count'],
	['staff', 'decimal'],
	['volunteers', 'count']
];

export function siteColumns(summary: TerritorySummary, question: Question, locale: Locale): TableColumn[] {
	return SHOWN.filter(([id]) => id !== 'outside' || summary.hasMargin).map(([id, kind]) => ({
		id,
		kind,
		heading: siteHeading(id, question, locale)
	}));
}

/** One row per site, in the territory's order; keys are ranks. Figures not computed yet are blank. */
export function siteRows(summary: TerritorySummary, answers: Answers | null, locale: Locale): TableRow[] {
	return summary.sites.map((site, rank) => {
		const answer = answers?.sites[rank] ?? null;
		const values: SiteValues = {
			id: site.id,
			name: site.name,
			kind: siteKindText(site.kind, locale),
			'commune-code': site.communeCode,
			commune: site.communeName,
			counted: answer ? answer.counted : '',
			outside: site.margin,
			'hours-term': site.weeklyHours.term,
			'hours-small-holidays': site.weeklyHours['small-holidays'],
			'hours-summer': site.weeklyHours.summer,
			'open-at-moment': answer ? answer.open : '',
			'people-within': answer ? answer.peopleWithin : '',
			'people-only-here': answer ? answer.peopleOnlyHere : '',
			surface: site.figures.surfaceSquareMetres,
			entries: site.figures.entriesPerYear,
			loans: site.figures.loansPerYear,
			borrowers: site.figures.borrowers,
			staff: site.figures.paidStaffFte,
			volunteers: site.figures.volunteers
		};
		return { key: String(rank), values };
	});
}

/** The network as a whole: how many are counted and open. People are not added up: one person may reach several sites. */
export function siteTotal(summary: TerritorySummary, answers: Answers | null, locale: Locale): TableRow {
	const values: Record<string, CellValue> = { name: m.table_sites_total({}, { locale }) };
	if (answers !== null) {
		// Every site of the table, whatever the scope: `answers.sitesOpen` is of the scope.
		const counted = answers.sites.filter((site) => site.counted);
		const known = counted.filter(({ open }) => open !== null);
		const open = known.filter((site) => site.open);
		const text = (count: number) => peopleText(count, locale);
		values.counted = m.table_counted_of({ counted: text(counted.length), all: text(summary.sites.length) }, { locale });
		values['open-at-moment'] =
			known.length === 0 ? null : m.table_open_of({ open: text(open.length), known: text(known.length) }, { locale });
	}
	return { key: '', values };
}
