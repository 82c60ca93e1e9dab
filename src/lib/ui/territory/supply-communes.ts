import type { Scope } from '#domain/question.ts';
import { besideScope } from '#domain/scope-communes.ts';
import type { SupplyAnswer } from '#domain/supply-answers.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { peopleText, percentText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { supplyAmountText } from '#i18n/supply-words.ts';
import type { CellValue, TableColumn, TableRow } from '../tables/table-model.ts';

/** Columns of the table of communes by supply; a measure in minutes tells who is beyond rather than who has none. */
export function supplyColumns({ unit }: SupplyAnswer, locale: Locale): TableColumn[] {
	const options = { locale };
	const isMinutes = unit === 'minutes-to-nth';
	return [
		{ id: 'name', kind: 'text', heading: m.equity_commune({}, options) },
		{ id: 'median', kind: 'decimal', heading: m.equity_commune_median({}, options) },
		{ id: 'mean', kind: 'decimal', heading: m.equity_commune_mean({}, options) },
		{
			id: 'none',
			kind: 'share',
			heading: isMinutes ? m.equity_commune_beyond({}, options) : m.equity_commune_none({}, options)
		},
		{ id: 'unattached', kind: 'count', heading: m.equity_commune_unattached({}, options) }
	];
}

/** The communes of the perimeter, of the part that the question is about; keys are INSEE codes. */
export function supplyRows({ communes }: SupplyAnswer, summary: TerritorySummary, scope: Scope): TableRow[] {
	const byCode = new Map(summary.communes.map((commune) => [commune.code, commune]));
	const shown = new Set(summary.communes.filter(besideScope(scope)).map(({ code }) => code));
	return communes
		.filter(({ code }) => shown.has(code))
		.map(({ code, median, mean, none, unattachedPeople }) => ({
			key: code,
			values: { name: byCode.get(code)?.name ?? code, median, mean, none: none.share, unattached: unattachedPeople }
		}));
}

/** What a cell shows: "–" where the value is not known. */
export function supplyCellText(id: string, value: CellValue, { unit }: SupplyAnswer, locale: Locale): string {
	if (typeof value === 'string') return value;
	if (typeof value !== 'number') return '–';
	if (id === 'none') return percentText(value, locale);
	return id === 'unattached' ? peopleText(value, locale) : supplyAmountText(value, unit, locale);
}
