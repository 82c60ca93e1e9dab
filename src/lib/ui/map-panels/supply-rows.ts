import type { Question, SupplyChoice } from '#domain/question.ts';
import type { SiteKind } from '#domain/site.ts';
import { countingRule } from '#domain/supply.ts';
import type { SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';

/** A kind of place of which the import counts some. */
export interface KindRow {
	readonly kind: SiteKind;
	/** Places of this kind that the import counts, among those in question. */
	readonly places: number;
	readonly counted: boolean;
}

/** Places whose counting a user may want to look at. */
export interface SupplyRows {
	readonly kinds: readonly KindRow[];
	/** Left out by the import, by name: taken in again or not. */
	readonly byImport: readonly SiteSummary[];
	/** Left out one by one by the user, by name. */
	readonly byUser: readonly SiteSummary[];
	/** Places that count, and places in question: those of the margin are where neighbours count. */
	readonly counted: number;
	readonly all: number;
	/** Places of the margin that the import counts. */
	readonly neighbours: number;
}

/** What counts in the supply, kind by kind, and the places that do not. */
export function supplyRows(question: Question, { sites }: Pick<TerritorySummary, 'sites'>): SupplyRows {
	const { supply, withNeighbours } = question;
	const inQuestion = sites.filter(({ margin }) => withNeighbours || !margin);
	const places = new Map<SiteKind, number>();
	for (const { kind, counted } of inQuestion) if (counted.counted) places.set(kind, (places.get(kind) ?? 0) + 1);
	const leftOut = new Set(supply.leftOut);
	const byName = (a: SiteSummary, b: SiteSummary) => a.name.localeCompare(b.name, 'fr');
	return {
		kinds: [...places].map(([kind, count]) => ({
			kind,
			places: count,
			counted: !supply.kindsLeftOut.includes(kind)
		})),
		byImport: inQuestion.filter(({ counted }) => !counted.counted).sort(byName),
		byUser: inQuestion.filter(({ id, counted }) => counted.counted && leftOut.has(id)).sort(byName),
		counted: inQuestion.filter(countingRule(question)).length,
		all: inQuestion.length,
		neighbours: sites.filter(({ margin, counted }) => margin && counted.counted).length
	};
}

/** The choice with a kind counted or left out. */
export function withKind(supply: SupplyChoice, kind: SiteKind, counted: boolean): SupplyChoice {
	const others = supply.kindsLeftOut.filter((one) => one !== kind);
	return { ...supply, kindsLeftOut: counted ? others : [...others, kind] };
}
