import { MaillageError } from '#domain/notes.ts';
import type { Population } from '#domain/population.ts';
import type { Question, Who } from '#domain/question.ts';
import type { Site } from '#domain/site.ts';
import { countingRule } from '#domain/supply.ts';
import type { Territory } from '#domain/territory.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { byCommune, byEpci, type Grouping } from '../diagnose/groups.ts';
import type { TravelSteps } from '../travel/travel-source.ts';
import { Access } from './access.ts';
import { LeastRecent } from './least-recent.ts';
import type { AtlasSession, SiteWeeks } from './session.ts';
import { sameHours, samePlace } from './same-site.ts';
import { pointsInScope } from './scope.ts';
import { weeksOf } from './weeks.ts';

/** A question on an opened territory, made into arrays. They are kept and shared: to be read, never written, never transferred. */
export interface View {
	readonly question: Question;
	readonly times: TravelTimes;
	/** 1 per site counted under this question (import's decision, kinds and sites left out or taken in, margin). */
	readonly counted: Uint8Array;
	/** People asked about, per demand point; households where poor households are. NaN where the source gives none. */
	readonly weights: Float64Array;
	/** 1 per demand point of the question's scope. */
	readonly inScope: Uint8Array;
	/** The scope as one group of demand points: 0 in it, −1 out of it. */
	readonly scopeGroup: Int32Array;
	/** 1 per site that `SitesOpen` is of: the counted ones, within the cutoff of the people asked about where the scope is a part. */
	readonly sitesOfScope: Uint8Array;
	readonly cutoffSeconds: number;
	/** The week asked for, of every site, counted or not. */
	readonly weeks: SiteWeeks;
	/** What the demand points reach; the same object for questions that differ only in form, cursor, people or scope. */
	readonly access: Access;
}

/** What is kept of a session between questions. */
interface Kept {
	readonly accesses: LeastRecent<Access>;
	readonly weights: LeastRecent<Float64Array>;
	readonly scopes: LeastRecent<Pick<View, 'inScope' | 'scopeGroup'>>;
	readonly sitesOfScopes: LeastRecent<Uint8Array>;
	readonly groupings: LeastRecent<Grouping>;
	/** Of sessions whose sites were others, those that have most in common with this one first. */
	readonly formers: readonly Former[];
}

interface Former {
	readonly accesses: LeastRecent<Access>;
	/** One byte per site of the one or the other, 1 where its hours or its place are not the same. */
	readonly changedSites: Uint8Array;
}

// A few more than a user goes back and forth between; an access holds a few numbers per demand point.
const ACCESSES_KEPT = 8;
const WHO_AND_SCOPES_KEPT = 8;
const keptOf = new WeakMap<AtlasSession, Kept>();

function kept(session: AtlasSession): Kept {
	const known = keptOf.get(session);
	if (known !== undefined) return known;
	const made: Kept = {
		accesses: new LeastRecent(ACCESSES_KEPT),
		weights: new LeastRecent(WHO_AND_SCOPES_KEPT),
		scopes: new LeastRecent(WHO_AND_SCOPES_KEPT),
		sitesOfScopes: new LeastRecent(WHO_AND_SCOPES_KEPT),
		groupings: new LeastRecent(2),
		formers: []
	};
	keptOf.set(session, made);
	return made;
}

/**
 * Lets a session take over what was kept of former ones of the same territory, some of whose sites had other hours or places, or counted
 * when they do not: what does not hang on sites is shared, and the rest is made again only where these sites are in reach.
 * @param formers those that have most in common with it first, at least one; what they keep is held, they are not
 */
export function takeOver(session: AtlasSession, formers: readonly AtlasSession[]): void {
	const [{ weights, scopes, groupings, sitesOfScopes }] = formers.map(kept);
	keptOf.set(session, {
		accesses: new LeastRecent(ACCESSES_KEPT),
		weights,
		scopes,
		groupings,
		sitesOfScopes: isSameNetwork(session, formers[0]) ? sitesOfScopes : new LeastRecent(WHO_AND_SCOPES_KEPT),
		formers: formers.map((former) => ({
			accesses: kept(former).accesses,
			changedSites: changedSites(session.territory.sites, former.territory.sites)
		}))
	});
}

/** Whether the same sites stand at the same places, and count alike. */
function isSameNetwork(one: AtlasSession, other: AtlasSession): boolean {
	const others = other.territory.sites;
	return (
		one.travel === other.travel &&
		one.territory.sites.length === others.length &&
		one.territory.sites.every(({ id, counted }, rank) => {
			return id === others[rank].id && JSON.stringify(counted) === JSON.stringify(others[rank].counted);
		})
	);
}

function changedSites(sites: readonly Site[], before: readonly Site[]): Uint8Array {
	const changed = new Uint8Array(Math.max(sites.length, before.length)).fill(1);
	for (let rank = 0; rank < Math.min(sites.length, before.length); rank++) {
		if (isSameSite(sites[rank], before[rank])) changed[rank] = 0;
	}
	return changed;
}

/** Whether a site stands where the other does and has its hours. */
function isSameSite(one: Site, other: Site): boolean {
	if (one === other) return true;
	return samePlace(one, other) && sameHours(one.schedule, other.schedule);
}

/**
 * The arrays that a question stands for. The first question in a mode computes or reads its travel times.
 * @throws MaillageError `error_question_mode`, `error_question_who`, `error_question_scope` when the territory does not have what is asked
 * (a link made on another territory); what the readers of the folder throw
 */
export async function viewOf(session: AtlasSession, question: Question, steps: TravelSteps = {}): Promise<View> {
	const { territory, travel } = session;
	const { mode, cutoffMinutes, week, withNeighbours, supply, who, scope } = question;
	if (!travel.modes.includes(mode)) throw new MaillageError('error_question_mode', { mode });
	const { accesses, weights, scopes, sitesOfScopes, formers } = kept(session);
	const weighed = weights.get(JSON.stringify(who), () => weightsOf(territory.population, who));
	const inside = scopes.get(JSON.stringify(scope), () => {
		const inScope = pointsInScope(territory, scope);
		return { inScope, scopeGroup: Int32Array.from(inScope, (one) => one - 1) };
	});
	const times = await travel.times(mode, steps);
	const { kindsLeftOut, takenIn, leftOut } = supply;
	const key = JSON.stringify([mode, cutoffMinutes, week, withNeighbours, kindsLeftOut, takenIn, leftOut]);
	const access = accesses.get(key, () => {
		const counted = countedSites(territory, question);
		const [before = null] = formers.flatMap(({ accesses: others, changedSites }) => {
			const access = others.peek(key);
			return access === undefined ? [] : [{ access, changedSites }];
		});
		return new Access(times, counted, weeksOf(session, week), cutoffMinutes * 60, before);
	});
	const sitesOfScope = sitesOfScopes.get(JSON.stringify([key, who, scope]), () =>
		scope.kind === 'territory' ? access.counted : sitesWithin(access, weighed, inside.inScope)
	);
	return {
		question,
		times,
		counted: access.counted,
		weights: weighed,
		...inside,
		sitesOfScope,
		cutoffSeconds: access.cutoffSeconds,
		weeks: access.weeks,
		access
	};
}

/** One byte per site: 1 for a counted one within the cutoff of somebody asked about in the scope. */
export function sitesWithin(
	{ times, counted, cutoffSeconds }: Access,
	weights: Float64Array,
	inScope: Uint8Array
): Uint8Array {
	const { first, site, toSite } = times;
	const within = new Uint8Array(counted.length);
	for (let point = 0; point < inScope.length; point++) {
		// NaN, not given, is nobody.
		if (inScope[point] === 0 || !(weights[point] > 0)) continue;
		for (let entry = first[point]; entry < first[point + 1] && toSite[entry] <= cutoffSeconds; entry++) {
			within[site[entry]] = counted[site[entry]];
		}
	}
	return within;
}

/** The communes of the perimeter as groups of demand points, in the order of the territory's communes. */
export function communesOf(session: AtlasSession): Grouping {
	return kept(session).groupings.get('communes', () => byCommune(session.territory));
}

/** The EPCI of the perimeter as groups of demand points. */
export function epcisOf(session: AtlasSession): Grouping {
	return kept(session).groupings.get('epcis', () => byEpci(session.territory));
}

/** One byte per site, 1 where it counts under a question (`countingRule`). */
export function countedSites({ sites }: Territory, question: Question): Uint8Array {
	const counts = countingRule(question);
	return Uint8Array.from(sites, (site) => (counts(site) ? 1 : 0));
}

/**
 * People (or poor households) asked about at each demand point; NaN where the source gives none.
 * @throws MaillageError `error_question_who` where the data has no such bands, or no poor households
 */
export function weightsOf(population: Population, who: Who): Float64Array {
	if (who.kind === 'everyone') return population.people;
	if (who.kind === 'poor-households') {
		if (population.poorHouseholds === null) throw new MaillageError('error_question_who');
		return population.poorHouseholds;
	}
	const bands = bandsBetween(population, who.fromAge, who.toAge);
	if (bands === null) throw new MaillageError('error_question_who');
	return bands.length === 1 ? bands[0] : sumOf(bands, population.count);
}

/** The bands that make up exactly the ages asked for; null when the edges are not those of bands, or a band between is missing. */
export function bandsBetween(population: Population, fromAge: number, toAge: number | null): Float64Array[] | null {
	const bands = [...(population.ageBands ?? [])].sort((one, other) => one.fromAge - other.fromAge);
	const found: Float64Array[] = [];
	let next: number | null = fromAge;
	for (const band of bands) {
		if (band.fromAge !== next) continue;
		found.push(band.people);
		if (band.toAge === toAge) return found;
		if (band.toAge === null) return null;
		next = band.toAge + 1;
	}
	return null;
}

function sumOf(bands: readonly Float64Array[], count: number): Float64Array {
	const sum = new Float64Array(count);
	for (const people of bands) for (let point = 0; point < count; point++) sum[point] += people[point];
	return sum;
}
