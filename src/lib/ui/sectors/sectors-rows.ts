import type { Question } from '#domain/question.ts';
import { SECTOR_CAUSES, type Sector } from '#domain/sector.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import { TABLE_COLUMNS } from '#domain/table-columns.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { modeText } from '#i18n/question-words.ts';
import type { CellValue, ColumnKind, TableColumn, TableRow } from '../tables/table-model.ts';
import { causeText, numbered, roundedToTen, type NumberedSector } from './sector-words.ts';

type Column = (typeof TABLE_COLUMNS)['sectors'][number];

const HEADINGS = {
	name: m.sectors_column_name,
	communes: m.sectors_column_communes,
	people: m.sectors_column_people,
	'people-distance': m.sectors_column_people_distance,
	'people-hours': m.sectors_column_people_hours,
	'people-capacity': m.sectors_column_people_capacity,
	'people-taken-in': m.sectors_column_people_taken_in,
	'main-cause': m.sectors_column_main_cause,
	'nearest-site': m.sectors_column_nearest_site,
	'nearest-minutes': m.sectors_column_nearest_minutes,
	'nearest-weekly-hours': m.sectors_column_nearest_hours,
	deficit: m.sectors_column_deficit,
	rank: m.sectors_column_rank
} as const satisfies Record<Column, unknown>;

const KINDS: Readonly<Record<Column, ColumnKind>> = {
	name: 'text',
	communes: 'text',
	people: 'count',
	'people-distance': 'count',
	'people-hours': 'count',
	'people-capacity': 'count',
	'people-taken-in': 'count',
	'main-cause': 'text',
	'nearest-site': 'text',
	'nearest-minutes': 'count',
	'nearest-weekly-hours': 'hours',
	deficit: 'count',
	rank: 'count'
};

const ON_SCREEN: readonly Column[] = [
	'name',
	'people',
	'main-cause',
	...TABLE_COLUMNS.sectors.filter((column) => !['name', 'people', 'main-cause', 'communes'].includes(column)),
	'communes'
];

function heading(column: Column, question: Question, locale: Locale): string {
	return HEADINGS[column]({ mode: modeText(question.mode, locale) }, { locale });
}

/** Headings in the order of the file's columns. */
export function sectorHeadings(question: Question, locale: Locale): string[] {
	return TABLE_COLUMNS.sectors.map((column) => heading(column, question, locale));
}

/** Columns on screen: the name, the number on the map, then those of the file, the longest texts last. */
export function sectorColumns(question: Question, locale: Locale): TableColumn[] {
	const columns = ON_SCREEN.map((column) => ({
		id: column,
		kind: KINDS[column],
		heading: heading(column, question, locale)
	}));
	return [
		columns[0],
		{ id: 'number', kind: 'count', heading: m.sectors_column_number({}, { locale }) },
		...columns.slice(1)
	];
}

/** One row per sector, keys are names; people to the nearest ten, and unknown where no hours are known. */
export function sectorRows(answer: SectorsAnswer, summary: TerritorySummary, locale: Locale): TableRow[] {
	const names = new Map(summary.communes.map(({ code, name }) => [code, name]));
	return numbered(answer.sectors).map((one) => ({
		key: one.sector.name,
		values: {
			number: one.number,
			...ofSector(one, summary, names, locale),
			...ofCauses(one.sector, answer)
		}
	}));
}

function ofSector(
	{ sector }: NumberedSector,
	{ sites }: TerritorySummary,
	names: ReadonlyMap<string, string>,
	locale: Locale
): Record<string, CellValue> {
	const { nearest } = sector;
	return {
		name: sector.name,
		communes: sector.communeCodes.map((code) => names.get(code) ?? code).join(', '),
		people: roundedToTen(sector.people),
		'people-taken-in': roundedToTen(sector.peopleTakenIn),
		'main-cause': causeText(sector.mainCause, locale),
		'nearest-site': nearest === null ? null : sites[nearest.site].name,
		// Rounded up, as wherever a time is said beside a cutoff.
		'nearest-minutes': nearest?.seconds == null ? null : Math.ceil(nearest.seconds / 60),
		'nearest-weekly-hours': nearest?.weeklyHours ?? null,
		deficit: roundedToTen(sector.deficit),
		rank: sector.rankAgents
	};
}

/** Where no hours are known, that nobody lacks hours was not computed. */
function ofCauses({ peopleByCause }: Sector, { threshold }: SectorsAnswer): Record<string, CellValue> {
	const isKnown = (cause: string) => cause === 'distance' || threshold.minimumUsableMinutes !== null;
	return Object.fromEntries(
		SECTOR_CAUSES.map((cause) => [`people-${cause}`, isKnown(cause) ? roundedToTen(peopleByCause[cause]) : null])
	);
}

/** What the sectors add up to; the rest has no meaning together. */
export function sectorTotal(answer: SectorsAnswer, locale: Locale): TableRow {
	return {
		key: '',
		values: { name: m.sectors_table_total({}, { locale }), people: roundedToTen(answer.people.inSectors) }
	};
}
