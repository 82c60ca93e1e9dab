import type { HexagonCard } from '#domain/cards.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import type { Question } from '#domain/question.ts';
import { UNREACHABLE } from '#domain/travel.ts';
import { medianMinutesByGroup } from '#core/access/median-minutes.ts';
import { weightedQuantile } from '#core/access/weighted.ts';
import type { JobContext } from '#workers/protocol.ts';
import { usableMinutesAsked } from '../hours/usable-access.ts';
import type { AtlasSession } from '../session.ts';
import { viewOf } from '../view.ts';
import { nearestPlaceName } from './nearest-place.ts';
import { communeNameOf, roundedPeople, sumOver } from './people.ts';

/**
 * The people of a hexagon together; no age and no poverty. Its medians are those by which it is painted.
 * @throws RangeError for a resolution or a hexagon that the territory does not have; what `viewOf` throws
 */
export async function hexagonCard(
	session: AtlasSession,
	{
		question,
		resolution,
		hexagon
	}: { readonly question: Question; readonly resolution: number; readonly hexagon: number },
	{ signal }: Pick<JobContext, 'signal'>
): Promise<HexagonCard> {
	const { territory, basemap } = session;
	const { population } = territory;
	const level = session.hexagons.find((one) => one.resolution === resolution);
	if (level === undefined || !(hexagon >= 0 && hexagon < level.count)) {
		throw new RangeError(`Hexagon ${hexagon} of resolution ${resolution}`);
	}
	const { times, access } = await viewOf(session, question, { signal });
	const points = [...level.hexagonOf.keys()].filter((point) => level.hexagonOf[point] === hexagon);
	const attached = points.filter((point) => times.attached[point] === 1);
	const seconds = weightedQuantile(
		attached.map((point) => (access.nearest[point] === UNREACHABLE ? Infinity : access.nearest[point])),
		attached.map((point) => population.people[point]),
		0.5
	);
	const inside = Int32Array.from(level.hexagonOf, (one) => (one === hexagon ? 0 : -1));
	const [hoursKnown] = access.hoursKnown(population.people, inside, 1);
	const medianHours = (ofPoints: Uint32Array | null) => {
		if (ofPoints === null || hoursKnown === 0) return null;
		const [minutes] = medianMinutesByGroup(ofPoints, population.people, access.toldOfHours, inside, 1);
		return Number.isNaN(minutes) ? null : minutes / 60;
	};
	return {
		resolution,
		hexagon,
		peopleRounded: roundedPeople(sumOver(points, population.people)),
		cells: points.length,
		communeName: communeNameOf(territory, communeOfMost(population, points)),
		placeName: nearestPlaceName(basemap, middleOf(population, points)),
		medianSeconds: seconds === Infinity ? null : seconds,
		medianWeeklyHours: medianHours(access.openMinutes),
		usableHours: medianHours(usableMinutesAsked(session, access, question)),
		attachedPeopleRounded: roundedPeople(sumOver(attached, population.people))
	};
}

/** The commune where most of the people of some demand points live; null when none of them is known. */
function communeOfMost({ communeCodes, people }: Population, points: readonly number[]): string | null {
	const peopleOf = new Map<string, number>();
	for (const point of points) {
		const code = communeCodes[point];
		if (code !== null) peopleOf.set(code, (peopleOf.get(code) ?? 0) + people[point]);
	}
	return [...peopleOf].reduce<readonly [string | null, number]>(
		(most, one) => (one[1] > most[1] ? one : most),
		[null, -1]
	)[0];
}

/** Where the people are: their mean position; the demand points' where nobody lives. */
function middleOf({ lon, lat, people }: Population, points: readonly number[]): LonLat {
	const anybody = points.some((point) => people[point] > 0);
	const weight = (point: number) => (anybody ? people[point] : 1);
	const total = points.reduce((sum, point) => sum + weight(point), 0);
	const mean = (degrees: Float64Array) =>
		points.reduce((sum, point) => sum + degrees[point] * weight(point), 0) / total;
	return [mean(lon), mean(lat)];
}
