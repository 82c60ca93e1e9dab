import type { Answers } from '#domain/atlas-answers.ts';
import type { Commune } from '#domain/commune.ts';
import type { UsableAnswer } from '#domain/hours-answers.ts';
import type { SupplyAnswer } from '#domain/supply-answers.ts';
import type { AtlasSession } from '../session.ts';
import type { Row, ValuesOf } from './row.ts';

/** Figures of a form of the sentence, where it is the one asked. */
export interface FormFigures {
	readonly usable: UsableAnswer | null;
	readonly supply: SupplyAnswer | null;
}

/** The communes of the perimeter. */
export function communeRows(
	{ territory }: AtlasSession,
	{ communes }: Answers,
	{ usable, supply }: FormFigures
): Row[] {
	const byCode = new Map(territory.communes.map((commune) => [commune.code, commune]));
	const usableOf = new Map(usable?.communes.map((figures) => [figures.code, figures]));
	const supplyOf = new Map(supply?.communes.map((figures) => [figures.code, figures]));
	return communes.map((figures) => {
		const commune = byCode.get(figures.code);
		const usableHere = usableOf.get(figures.code);
		const values: ValuesOf<'communes'> = {
			code: figures.code,
			name: commune?.name ?? null,
			epci: commune?.epciName ?? null,
			'municipal-population': commune?.municipalPopulation ?? null,
			people: figures.people,
			'counted-sites': figures.countedSites,
			'people-covered': figures.coverage.people,
			'share-covered': figures.coverage.share,
			'people-at-moment': figures.moment.people,
			'share-at-moment': figures.moment.share,
			'median-weekly-hours': figures.medianWeeklyHours,
			'people-without-hours': figures.withoutHours.people,
			'people-hours-unknown': figures.hoursUnknownPeople,
			'median-usable-hours': usableHere?.medianHours ?? null,
			'people-without-usable-hours': usableHere?.none.people ?? null,
			'people-usable-hours-unknown': usableHere?.hoursUnknownPeople ?? null,
			'median-supply': supplyOf.get(figures.code)?.median ?? null,
			'people-unattached': figures.unattachedPeople
		};
		return { values, geometry: outlineOf(commune) };
	});
}

function outlineOf(commune: Commune | undefined): object | null {
	const coordinates = commune?.geometry ?? null;
	return coordinates === null ? null : { type: 'MultiPolygon', coordinates };
}
