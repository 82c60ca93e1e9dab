import type { MatchDecision } from '#domain/follow-up.ts';
import type { Site } from '#domain/site.ts';
import { normalisedName } from '#io/sites/site-names.ts';
import { matchPlaces, type MatchedPlace, type PlacePair } from '#core/follow-up/match-places.ts';

export type NamedPlace = Pick<Site, 'id' | 'name' | 'position' | 'communeCode'>;

/** Which sites of two sides are the same ones, or may be. */
export function sameSites(
	before: readonly NamedPlace[],
	after: readonly NamedPlace[],
	decisions: readonly MatchDecision[]
): PlacePair[] {
	return matchPlaces(before.map(placeOf), after.map(placeOf), decisions);
}

const placeOf = ({ id, name, position: [lon, lat], communeCode }: NamedPlace): MatchedPlace => ({
	id,
	name: normalisedName(name),
	lon,
	lat,
	communeCode
});

/** Ranks, of so many, that are in none of these. */
export function ranksLeft(count: number, taken: readonly number[]): number[] {
	const isTaken = new Set(taken);
	return Array.from({ length: count }, (_, rank) => rank).filter((rank) => !isTaken.has(rank));
}
