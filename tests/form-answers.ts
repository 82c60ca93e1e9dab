import type { ProfileFigures, UsableAnswer, UsableFigures } from '#domain/hours-answers.ts';
import type { EquityFigures, SupplyAnswer, SupplyFigures } from '#domain/supply-answers.ts';
import type { SupplyMeasure } from '#domain/supply-measure.ts';
import { share } from './summary-fixture.ts';

/** Made answers of usable hours and of supply, for what says them in words. */

export function usableFigures(changes: Partial<UsableFigures> = {}): UsableFigures {
	return {
		medianHours: 11.5,
		meanHours: 10,
		none: share(0.08, 50_000),
		belowMinimum: share(0.23, 50_000),
		unattachedPeople: 0,
		hoursUnknownPeople: 0,
		...changes
	};
}

export function usableAnswer(whole: Partial<ProfileFigures> = {}, changes: Partial<UsableAnswer> = {}): UsableAnswer {
	return {
		whole: {
			...usableFigures(),
			profile: 'full-time',
			basis: 'ages',
			minimumVisitMinutes: 30,
			freeMinutes: 28 * 60,
			freeByMoment: null,
			usableByMoment: null,
			...whole
		},
		shortVisit: usableFigures({ medianHours: 12.25, none: share(0.07, 50_000) }),
		otherNeighbours: null,
		communes: [],
		epcis: [],
		...changes
	};
}

const NEUTRAL: EquityFigures = { gini: 0.32, palma: 1.4, lowerHalfShare: 0.31, fgt: null, lorenz: null };

export function supplyAnswer(
	measure: Partial<SupplyMeasure> = {},
	whole: Partial<SupplyFigures & EquityFigures> = {},
	changes: Partial<SupplyAnswer> = {}
): SupplyAnswer {
	const asked: SupplyMeasure = { method: 'e2sfca', capacity: 'hours', rank: 1, ...measure };
	const isShared = asked.method === 'e2sfca' || asked.method === '2sfca';
	return {
		measure: asked,
		unit: asked.method === 'nearest' ? 'minutes-to-nth' : `${asked.capacity}-${isShared ? 'per-1000' : 'in-reach'}`,
		whole: { median: 18, mean: 20, none: share(0.02), unknownPeople: 0, unattachedPeople: 0, ...NEUTRAL, ...whole },
		otherNeighbours: null,
		groups: [],
		communes: [],
		epcis: [],
		countedSites: 45,
		sitesWithCapacity: 45,
		capacityReachingNobody: 0,
		margin: null,
		...changes
	};
}
