// A made territory whose sites offer something known, with people beyond its perimeter.
import type { Population } from '#domain/population.ts';
import type { Question } from '#domain/question.ts';
import type { SupplyMeasure } from '#domain/supply-measure.ts';
import type { TravelTimes } from '#domain/travel.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { madeSession, type MadePoint, type MadeTerritory } from './atlas-session.ts';
import { questionOf } from './question.ts';

/** What one site offers; null where it is not known. */
export interface MadeOffer {
	readonly weeklyHours: number | null;
	readonly squareMetres: number | null;
}

export function supplySession(
	made: MadeTerritory,
	offers: readonly MadeOffer[],
	margin: readonly MadePoint[] = []
): AtlasSession {
	const session = madeSession(made);
	const weeklyHours = offers.map((offer) => offer.weeklyHours);
	const term = { ...session.weeks.term, weeklyHours };
	const sites = session.territory.sites.map((site, rank) => ({
		...site,
		figures: { ...site.figures, surfaceSquareMetres: offers[rank].squareMetres }
	}));
	const ofMargin = madeSession({ ...made, points: margin });
	return {
		...session,
		territory: { ...session.territory, sites },
		weeks: { term, 'small-holidays': term, summer: term },
		marginPopulation: margin.length === 0 ? null : ofMargin.territory.population,
		travel: travelOf(session, ofMargin)
	};
}

function travelOf(session: AtlasSession, ofMargin: AtlasSession): AtlasSession['travel'] {
	const times = (): Promise<TravelTimes> => session.travel.times('car');
	const timesOf = (_: Population): Promise<TravelTimes> => ofMargin.travel.times('car');
	// Only what supply asks of travel is made.
	return { modes: ['car'], times, timesOf } as unknown as AtlasSession['travel'];
}

export const asked = (measure: Partial<SupplyMeasure>, patch: Partial<Question> = {}) =>
	questionOf({ form: 'supply', measure: { method: 'e2sfca', capacity: 'hours', rank: 1, ...measure }, ...patch });

/** A demand point in a commune of its own rank. */
export const pointAt = (
	commune: number,
	people: number,
	minutes: readonly (number | null)[],
	more: Partial<MadePoint> = {}
): MadePoint => ({
	people,
	peopleOver65: 0,
	commune,
	attached: true,
	seconds: minutes.map((each) => (each === null ? null : Math.round(each * 60))),
	...more
});

/** Counted libraries of the perimeter, one for each offer. */
export const libraries = (count: number): MadeTerritory['sites'] =>
	Array.from({ length: count }, () => ({
		kind: 'library' as const,
		counted: true,
		margin: false,
		commune: 0,
		week: [600, 720]
	}));

export const hours = (...each: readonly (number | null)[]): MadeOffer[] =>
	each.map((weeklyHours) => ({ weeklyHours, squareMetres: null }));
