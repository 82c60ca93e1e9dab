import type { LonLat } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';
import type { SitingChoice } from '#domain/proposals.ts';
import { communesInScope } from '../atlas/scope.ts';
import type { AtlasSession } from '../atlas/session.ts';
import type { View } from '../atlas/view.ts';

/** Places that one search is given at most: beyond, it would not end in the time that somebody waits. */
export const MOST_PLACES = 2048;

export interface SitingPlaces {
	readonly positions: readonly LonLat[];
	/** As the user gave them, in the order of `positions`; null where the user gave none. */
	readonly names: readonly string[] | null;
	/** True where not every demand point of the scope is one: the most populated of each hexagon are. */
	readonly thinned: boolean;
}

/**
 * Where a site may be put, within the scope of the question; places that the user gave are taken wherever they are.
 * @throws MaillageError `error_siting_too_many_places` for a longer list than can be searched
 */
export function sitingPlaces(session: AtlasSession, view: View, candidates: SitingChoice['candidates']): SitingPlaces {
	if (typeof candidates !== 'string') {
		const count = candidates.length;
		if (count > MOST_PLACES) throw new MaillageError('error_siting_too_many_places', { count, most: MOST_PLACES });
		return {
			positions: candidates.map(({ position }) => position),
			names: candidates.map(({ name }) => name),
			thinned: false
		};
	}
	return candidates === 'commune-centres' ? communeCentres(session, view) : demandPlaces(session, view);
}

/** Their given centre, or a point inside, as maps name them. */
function communeCentres({ summary, territory }: AtlasSession, { question: { scope } }: View): SitingPlaces {
	const codes = new Set(communesInScope(territory, scope).map(({ code }) => code));
	const inScope = summary.communes.filter(({ code }) => codes.has(code));
	const positions = inScope.flatMap(({ labelAt }) => (labelAt === null ? [] : [labelAt]));
	return { positions, names: null, thinned: false };
}

function demandPlaces({ territory: { population }, hexagons }: AtlasSession, { inScope, times }: View): SitingPlaces {
	const all: number[] = [];
	for (let point = 0; point < population.count; point++) {
		if (inScope[point] === 1 && times.attached[point] === 1) all.push(point);
	}
	const at = (points: readonly number[]) =>
		points.map((point): LonLat => [population.lon[point], population.lat[point]]);
	if (all.length <= MOST_PLACES) return { positions: at(all), names: null, thinned: false };
	let fewer = all;
	for (const { hexagonOf } of hexagons) {
		fewer = mostPopulatedByGroup(all, hexagonOf, population.people);
		if (fewer.length <= MOST_PLACES) break;
	}
	const kept = fewer.toSorted((one, other) => population.people[other] - population.people[one] || one - other);
	const positions = at(kept.slice(0, MOST_PLACES).sort((one, other) => one - other));
	return { positions, names: null, thinned: true };
}

/** Of each group the point of most people, the first of equal ones. */
function mostPopulatedByGroup(points: readonly number[], group: Uint32Array, people: Float64Array): number[] {
	const best = new Map<number, number>();
	for (const point of points) {
		const known = best.get(group[point]);
		if (known === undefined || people[point] > people[known]) best.set(group[point], point);
	}
	return [...best.values()].sort((one, other) => one - other);
}
