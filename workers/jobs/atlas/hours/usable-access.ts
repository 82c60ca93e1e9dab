import type { Question } from '#domain/question.ts';
import { withChangedPart, withTouched, type TouchedPoints } from '#core/access/touched-points.ts';
import { changedWindows } from '#core/hours/changed-windows.ts';
import type { RoundTrips } from '#core/hours/growing-union.ts';
import { MOMENT_NAMES } from '#core/hours/moments.ts';
import { usableHours, usableSecondsByMoment } from '#core/hours/usable-hours.ts';
import type { PackedOpenings } from '#core/hours/openings-kernel.ts';
import { possibleVisits, type PossibleVisits } from '#core/hours/visits.ts';
import type { Access } from '../access.ts';
import { LeastRecent } from '../least-recent.ts';
import type { AtlasSession } from '../session.ts';
import { freeTimeAsked, type FreeTime } from './free-time.ts';

// The seven profiles twice: as they are, and as a user edits them. By moment they are six times as large, and asked one at a time.
const FREE_TIMES_KEPT = 14;
const BY_MOMENT_KEPT = 7;

/** Usable times under other hours, by free time, and the demand points that they are no longer true of. */
export interface FormerUsable {
	readonly seconds: ReadonlyMap<string, Uint32Array>;
	readonly byMoment: ReadonlyMap<string, Uint32Array>;
	readonly touched: TouchedPoints;
	/** Those hours, where the places are the same; null where some are not. */
	readonly openings: PackedOpenings | null;
}

/** The usable time of each demand point in the free times that were asked for: computed when first asked for, and shared, never written. */
export class UsableAccess {
	readonly #access: Pick<Access, 'times' | 'openings' | 'cutoffSeconds'>;
	readonly #seconds = new LeastRecent<Uint32Array>(FREE_TIMES_KEPT);
	readonly #byMoment = new LeastRecent<Uint32Array>(BY_MOMENT_KEPT);
	readonly #former: FormerUsable | null;

	constructor(access: Pick<Access, 'times' | 'openings' | 'cutoffSeconds'>, former: FormerUsable | null = null) {
		this.#access = access;
		this.#former = former;
	}

	/** What is kept, for the same access under other hours that change nothing but the demand points touched. */
	under(touched: TouchedPoints, samePlaces: boolean): FormerUsable {
		const openings = samePlaces ? this.#access.openings : null;
		return { seconds: this.#seconds.entries(), byMoment: this.#byMoment.entries(), touched, openings };
	}

	/**
	 * Usable seconds of the week of each demand point, one array per free time; those not kept are computed in one sweep. Of a free time asked
	 * by moment under the former hours the moments are renewed, and add up to them: they are asked next.
	 */
	seconds(freeTimes: readonly FreeTime[]): Uint32Array[] {
		const missing = freeTimes.filter((freeTime) => this.#seconds.peek(keyOf(freeTime)) === undefined);
		const isByMoment = (freeTime: FreeTime) => this.#former?.byMoment.has(keyOf(freeTime)) === true;
		const made = new Map<FreeTime, Uint32Array>();
		for (const freeTime of missing) {
			if (isByMoment(freeTime)) made.set(freeTime, sumOfMoments(this.secondsByMoment(freeTime)));
		}
		const toSweep = missing.filter((freeTime) => !made.has(freeTime));
		if (toSweep.length > 0) this.#sweep(toSweep).forEach((values, rank) => made.set(toSweep[rank], values));
		const values = freeTimes.map((freeTime) => this.#seconds.peek(keyOf(freeTime)) ?? made.get(freeTime));
		return freeTimes.map((freeTime, rank) => {
			const value = values[rank];
			if (value === undefined) throw new Error('A free time was not swept');
			return this.#seconds.get(keyOf(freeTime), () => value);
		});
	}

	/** Where every free time was asked under the former hours, only the demand points touched are swept. */
	#sweep(freeTimes: readonly FreeTime[]): Uint32Array[] {
		const { times, cutoffSeconds } = this.#access;
		const { seconds: formerly, touched } = this.#former ?? {};
		const before = freeTimes.flatMap((freeTime) => formerly?.get(keyOf(freeTime)) ?? []);
		const sweep = (of: RoundTrips, visits: PossibleVisits) => {
			const { seconds, pointCount } = usableHours(of, visits, [cutoffSeconds]);
			return freeTimes.map((_, task) => seconds.subarray(task * pointCount, (task + 1) * pointCount));
		};
		const visits = this.#visits(freeTimes);
		if (touched === undefined || before.length < freeTimes.length)
			return sweep(times, visits).map((rows) => rows.slice());
		const changed = this.#changedPart(freeTimes, visits);
		if (changed === null) {
			const rows = sweep(touched.times, visits);
			return rows.map((values, task) => withTouched(before[task], touched.points, values));
		}
		const [now, then] = [sweep(touched.times, changed.now), sweep(touched.times, changed.then)];
		return before.map((values, task) => withChangedPart(values, touched.points, { now: now[task], then: then[task] }));
	}

	/** Usable seconds of each moment (`MOMENT_NAMES`) and demand point, as `usableSecondsByMoment`. */
	secondsByMoment(freeTime: FreeTime): Uint32Array {
		const { times, cutoffSeconds } = this.#access;
		return this.#byMoment.get(keyOf(freeTime), () => {
			const { byMoment, touched } = this.#former ?? {};
			const before = byMoment?.get(keyOf(freeTime));
			const visits = this.visits(freeTime);
			if (!before || !touched) return usableSecondsByMoment(times, visits, cutoffSeconds, 0);
			const sweep = (of: PossibleVisits) => usableSecondsByMoment(touched.times, of, cutoffSeconds, 0);
			const changed = this.#changedPart([freeTime], visits);
			if (changed === null) return withTouched(before, touched.points, sweep(visits), MOMENT_NAMES.length);
			const part = { now: sweep(changed.now), then: sweep(changed.then) };
			return withChangedPart(before, touched.points, part, MOMENT_NAMES.length);
		});
	}

	/**
	 * What sites offer in the windows in which it is not what it was, now and then; null where sweeping both costs as much as sweeping all. An
	 * edit of hours is mostly of one day: the windows of the others are as they were.
	 */
	#changedPart(
		freeTimes: readonly FreeTime[],
		all: PossibleVisits
	): { readonly now: PossibleVisits; readonly then: PossibleVisits } | null {
		const former = this.#former?.openings;
		if (!former) return null;
		const { openings } = this.#access;
		const parts = freeTimes.map((freeTime) => ({
			...freeTime,
			windows: changedWindows(former, openings, freeTime.windows)
		}));
		const [now, then] = [visitsOf(openings, parts), visitsOf(former, parts)];
		return now.offers.length + then.offers.length < all.offers.length ? { now, then } : null;
	}

	/** What the counted sites offer to one free time. */
	visits(freeTime: FreeTime): PossibleVisits {
		return this.#visits([freeTime]);
	}

	#visits(freeTimes: readonly FreeTime[]): PossibleVisits {
		return visitsOf(this.#access.openings, freeTimes);
	}
}

const visitsOf = (openings: PackedOpenings, freeTimes: readonly FreeTime[]) =>
	possibleVisits(
		[openings],
		freeTimes.map((freeTime) => ({ week: 0, ...freeTime }))
	);

/** @param byMoment of moment m and point p at m × points + p */
function sumOfMoments(byMoment: Uint32Array): Uint32Array {
	const points = byMoment.length / MOMENT_NAMES.length;
	const sum = byMoment.slice(0, points);
	for (let at = points, point = 0; at < byMoment.length; at++) {
		sum[point] += byMoment[at];
		point = point + 1 === points ? 0 : point + 1;
	}
	return sum;
}

const keyOf = ({ windows, minimumVisitMinutes }: FreeTime) => JSON.stringify([windows, minimumVisitMinutes]);

/**
 * Whole usable minutes of the week of each demand point, in the free time of the question's profile; a part of a minute alone is one, which
 * is not none. Null when that free time is not known.
 */
export function usableMinutesAsked(session: AtlasSession, access: Access, question: Question): Uint32Array | null {
	const freeTime = freeTimeAsked(session, question);
	if (freeTime === null) return null;
	const [seconds] = access.usable.seconds([freeTime]);
	return seconds.map((each) => (each > 0 && each < 60 ? 1 : Math.floor(each / 60)));
}
