import type { CommuneCard } from '#domain/cards.ts';
import { profileInForce } from '#domain/default-profiles.ts';
import type { UsableFigures } from '#domain/hours-answers.ts';
import { MaillageError } from '#domain/notes.ts';
import type { Population } from '#domain/population.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { InseeCode } from '#domain/units.ts';
import { shareOf } from '#core/access/share.ts';
import { weightedQuantile } from '#core/access/weighted.ts';
import type { JobContext } from '#workers/protocol.ts';
import { figuresByGroup, viewNow } from '../figures.ts';
import { freeTimeOf } from '../hours/free-time.ts';
import { freePeople, usableFiguresByGroup } from '../hours/usable-figures.ts';
import type { AtlasSession } from '../session.ts';
import { bandsBetween, viewOf, type View } from '../view.ts';
import { sumOver } from './people.ts';

/** Under this many people a commune's ages and poverty are not told. */
const FEWEST_PEOPLE = 200;

/**
 * A commune and its figures, beside those of the whole territory, whatever the scope of the question.
 * @throws MaillageError `error_question_scope` for a commune that the territory does not have; what `viewOf` throws
 */
export async function communeCard(
	session: AtlasSession,
	{ question, code }: { readonly question: Question; readonly code: InseeCode },
	{ signal }: Pick<JobContext, 'signal'>
): Promise<CommuneCard> {
	const { communes, population, sites } = session.territory;
	const commune = communes.find((one) => one.code === code);
	if (commune === undefined) throw new MaillageError('error_question_scope', { code });
	const view = await viewOf(session, { ...question, scope: { kind: 'territory' } }, { signal });
	const now = viewNow(view);
	const inside = Int32Array.from(population.communeCodes, (one) => (one === code ? 0 : -1));
	const points = [...inside.keys()].filter((point) => inside[point] === 0);
	const people = sumOver(points, population.people);
	const { name, epciName, municipalPopulation, margin } = commune;
	const here = [...sites.keys()].filter((site) => sites[site].communeCode === code);
	const tellsWho = people >= FEWEST_PEOPLE;
	return {
		code,
		name,
		epciName,
		municipalPopulation,
		people: points.length === 0 ? null : people,
		margin,
		figures: margin ? null : figuresByGroup(now, inside, 1)[0],
		territory: figuresByGroup(now, new Int32Array(population.count), 1)[0],
		usable: margin ? null : usableFigures(session, view, inside),
		sites: here,
		mainSite: here.some((site) => view.counted[site] === 1) ? null : mainSite(view, points, population.people),
		ages: tellsWho ? agesOf(session.summary, population, points) : null,
		poorHouseholdsShare: tellsWho ? poorShare(population, points) : null
	};
}

/** Of the people of the question's profile in a group of demand points. */
function usableFigures(session: AtlasSession, { access, question }: View, group: Int32Array): UsableFigures {
	const profile = profileInForce(question.profile, question.editedProfiles);
	const free = freePeople(session.territory.population, profile, freeTimeOf(session, question.week, profile));
	return usableFiguresByGroup(access, free, question.sectors.minimumUsableMinutes, { group, count: 1 })[0];
}

/**
 * The counted site that is the nearest to most of the people of some demand points, and the time that half of those on the network need to
 * go there; null when none of them has a counted site within what was searched.
 */
function mainSite(view: View, points: readonly number[], people: Float64Array): CommuneCard['mainSite'] {
	const { times, counted } = view;
	const peopleOf = new Map<number, number>();
	for (const point of points) {
		const nearest = nearestCounted(view, point);
		if (nearest !== null) peopleOf.set(nearest, (peopleOf.get(nearest) ?? 0) + people[point]);
	}
	if (peopleOf.size === 0) return null;
	const most = Math.max(...peopleOf.values());
	const site = counted.findIndex((_, rank) => peopleOf.get(rank) === most);
	const attached = points.filter((point) => times.attached[point] === 1);
	const median = weightedQuantile(
		attached.map((point) => secondsTo(view, point, site)),
		attached.map((point) => people[point]),
		0.5
	);
	return { site, medianSeconds: median === Infinity ? null : median };
}

/** Its entries name the nearest site first; null when none of them counts. */
function nearestCounted({ times: { first, site }, counted }: View, point: number): number | null {
	for (let entry = first[point]; entry < first[point + 1]; entry++) {
		if (counted[site[entry]] === 1) return site[entry];
	}
	return null;
}

/** Infinity beyond what was searched. */
function secondsTo({ times: { first, site, toSite } }: View, point: number, wanted: number): number {
	for (let entry = first[point]; entry < first[point + 1]; entry++) {
		if (site[entry] === wanted) return toSite[entry];
	}
	return Infinity;
}

/** Shares by the groups that figures can be asked of, where every age is given; null without any. */
function agesOf(
	{ whoChoices }: TerritorySummary,
	population: Population,
	points: readonly number[]
): CommuneCard['ages'] {
	const bands = population.ageBands ?? [];
	const told = points.filter((point) => bands.every(({ people }) => !Number.isNaN(people[point])));
	const total = bands.reduce((sum, { people }) => sum + sumOver(told, people), 0);
	const shares = whoChoices.flatMap((who) => {
		if (who.kind !== 'ages') return [];
		const { fromAge, toAge } = who;
		const group = bandsBetween(population, fromAge, toAge) ?? [];
		const share = shareOf(
			group.reduce((sum, people) => sum + sumOver(told, people), 0),
			total
		);
		return share === null ? [] : [{ fromAge, toAge, share }];
	});
	return shares.length > 0 ? shares : null;
}

/** Of the households, where both are given; null without any. */
function poorShare({ households, poorHouseholds }: Population, points: readonly number[]): number | null {
	if (households === null || poorHouseholds === null) return null;
	const told = points.filter((point) => !Number.isNaN(households[point]) && !Number.isNaN(poorHouseholds[point]));
	const all = sumOver(told, households);
	return shareOf(sumOver(told, poorHouseholds), all);
}
