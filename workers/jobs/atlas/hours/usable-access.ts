import type { Question } from '#domain/question.ts';
import { usableHours, usableSecondsByMoment } from '#core/hours/usable-hours.ts';
import { possibleVisits, type PossibleVisits } from '#core/hours/visits.ts';
import type { Access } from '../access.ts';
import { LeastRecent } from '../least-recent.ts';
import type { AtlasSession } from '../session.ts';
import { freeTimeAsked, type FreeTime } from './free-time.ts';

// The seven profiles twice: as they are, and as a user edits them. By moment they are six times as large, and asked one at a time.
const FREE_TIMES_KEPT = 14;
const BY_MOMENT_KEPT = 7;

/** The usable time of each demand point in the free times that were asked for: computed when first asked for, and shared, never written. */
export class UsableAccess {
	readonly #access: Pick<Access, 'times' | 'openings' | 'cutoffSeconds'>;
	readonly #seconds = new LeastRecent<Uint32Array>(FREE_TIMES_KEPT);
	readonly #byMoment = new LeastRecent<Uint32Array>(BY_MOMENT_KEPT);

	constructor(access: Pick<Access, 'times' | 'openings' | 'cutoffSeconds'>) {
		this.#access = access;
	}

	/** Usable seconds of the week of each demand point, one array per free time; those not kept are computed in one sweep. */
	seconds(freeTimes: readonly FreeTime[]): Uint32Array[] {
		const missing = freeTimes.filter((freeTime) => this.#seconds.peek(keyOf(freeTime)) === undefined);
		const swept = missing.length > 0 ? this.#sweep(missing) : [];
		const values = freeTimes.map((freeTime) => this.#seconds.peek(keyOf(freeTime)) ?? swept[missing.indexOf(freeTime)]);
		freeTimes.forEach((freeTime, rank) => this.#seconds.get(keyOf(freeTime), () => values[rank]));
		return values;
	}

	#sweep(freeTimes: readonly FreeTime[]): Uint32Array[] {
		const { times, cutoffSeconds } = this.#access;
		const { seconds, pointCount } = usableHours(times, this.#visits(freeTimes), [cutoffSeconds]);
		return freeTimes.map((_, task) => seconds.slice(task * pointCount, (task + 1) * pointCount));
	}

	/** Usable seconds of each moment (`MOMENT_NAMES`) and demand point, as `usableSecondsByMoment`. */
	secondsByMoment(freeTime: FreeTime): Uint32Array {
		const { times, cutoffSeconds } = this.#access;
		return this.#byMoment.get(keyOf(freeTime), () =>
			usableSecondsByMoment(times, this.visits(freeTime), cutoffSeconds, 0)
		);
	}

	/** What the counted sites offer to one free time. */
	visits(freeTime: FreeTime): PossibleVisits {
		return this.#visits([freeTime]);
	}

	#visits(freeTimes: readonly FreeTime[]): PossibleVisits {
		return possibleVisits(
			[this.#access.openings],
			freeTimes.map((freeTime) => ({ week: 0, ...freeTime }))
		);
	}
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
