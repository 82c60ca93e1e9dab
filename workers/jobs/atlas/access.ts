import type { TravelTimes } from '#domain/travel.ts';
import { sitesInReach } from '#core/access/catchment.ts';
import { nearestSeconds } from '#core/access/coverage.ts';
import { hoursInReach, hoursKnownByGroup, hoursUnknownByGroup, toldOfHours } from '#core/access/hours-in-reach.ts';
import { touchedPoints, withTouched, type TouchedPoints } from '#core/access/touched-points.ts';
import type { RoundTrips } from '#core/hours/growing-union.ts';
import { MOMENT_NAMES } from '#core/hours/moments.ts';
import { unionOfOpeningsByMoment } from '#core/hours/openings-by-moment.ts';
import { packOpenings, sitesOpenAt, unionOfOpenings, type PackedOpenings } from '#core/hours/openings-kernel.ts';
import { UsableAccess } from './hours/usable-access.ts';
import { QuartersAccess } from './quarters-access.ts';
import type { SiteWeeks } from './session.ts';

/**
 * The same access under other hours or places of some sites, more sites or fewer, others of them counted: what it has of demand points that
 * reach none of these, then and now, is as true now.
 */
export interface FormerAccess {
	readonly access: Access;
	/** One byte per site, then or now, 1 where its hours or its place are no longer the same. */
	readonly changedSites: Uint8Array;
}

/** What a former access has of each demand point, and those of which it is no longer true. */
interface Before {
	readonly openMinutes: Uint32Array | null;
	readonly openMinutesByMoment: Uint32Array | null;
	readonly sitesInReach: Uint32Array | null;
	readonly hoursInReach: Uint8Array | null;
	readonly touched: TouchedPoints;
}

interface Touch {
	readonly changed: Uint8Array;
	readonly cutoffSeconds: number;
	readonly touched: TouchedPoints;
}
const lastTouch = new WeakMap<TravelTimes, Touch>();

/**
 * `touchedPoints` where the places are the same, told once of the supplies of one edit of hours, with and without neighbours: most touch the
 * same points. Not where places move: what is kept of the times of now would keep those of before, and these others.
 */
function touchedOnce(times: TravelTimes, changed: Uint8Array, cutoffSeconds: number): TouchedPoints {
	const last = lastTouch.get(times);
	if (last?.cutoffSeconds === cutoffSeconds && last.changed.every((one, site) => one === changed[site])) {
		return last.touched;
	}
	const touched = touchedPoints(times, changed, cutoffSeconds);
	lastTouch.set(times, { changed, cutoffSeconds, touched });
	return touched;
}

/** A minute of the week. To be read, never written. */
export interface OpenNow {
	readonly minuteOfWeek: number;
	/** One byte per site: 1 where it counts and is open. */
	readonly open: Uint8Array;
	/** Seconds from each demand point to the nearest of these, as `nearestSeconds`. */
	readonly nearest: Uint32Array;
}

/** What each demand point reaches under a supply, a mode, a cutoff and a week: each part is computed when it is first asked for, once. */
export class Access {
	readonly times: TravelTimes;
	/** One byte per site: 1 where it counts. */
	readonly counted: Uint8Array;
	readonly weeks: SiteWeeks;
	readonly cutoffSeconds: number;
	/** Counted sites whose hours are known. */
	readonly withKnownHours: number;
	/** What is usable in some free time. */
	readonly usable: UsableAccess;
	/** Who has a site open at each quarter of an hour. */
	readonly quarters: QuartersAccess;
	#nearest: Uint32Array | null = null;
	/** At the cursor that was asked last. */
	#openNow: OpenNow | null = null;
	#openings: PackedOpenings | null = null;
	#openMinutes: Uint32Array | null = null;
	#openMinutesByMoment: Uint32Array | null = null;
	#sitesInReach: Uint32Array | null = null;
	#hoursInReach: Uint8Array | null = null;
	#toldOfHours: Uint8Array | null = null;
	readonly #before: Before | null;

	/** @param former of the same demand points and cutoff; what it has is taken over, and it is not held */
	constructor(
		times: TravelTimes,
		counted: Uint8Array,
		weeks: SiteWeeks,
		cutoffSeconds: number,
		former: FormerAccess | null = null
	) {
		this.times = times;
		this.counted = counted;
		this.weeks = weeks;
		this.cutoffSeconds = cutoffSeconds;
		this.withKnownHours = counted.reduce((sum, counts, site) => sum + (counts & weeks.known[site]), 0);
		if (former === null) {
			this.usable = new UsableAccess(this);
			this.quarters = new QuartersAccess(this);
			this.#before = null;
			return;
		}
		const { access } = former;
		const isCounted = (site: number) => (counted[site] ?? 0) | (access.counted[site] ?? 0);
		const isOther = (site: number) => (counted[site] ?? 0) ^ (access.counted[site] ?? 0);
		const changed = former.changedSites.map((one, site) => (one & isCounted(site)) | isOther(site));
		const samePlaces = times === access.times;
		const touched = samePlaces
			? touchedOnce(times, changed, cutoffSeconds)
			: touchedPoints(times, changed, cutoffSeconds, access.times);
		this.usable = new UsableAccess(this, access.usable.under(touched, samePlaces));
		this.quarters = new QuartersAccess(this, access.quarters.under(changed, samePlaces));
		this.#before = {
			openMinutes: access.#openMinutes,
			openMinutesByMoment: access.#openMinutesByMoment,
			sitesInReach: access.#sitesInReach,
			hoursInReach: access.#hoursInReach,
			touched
		};
		// Reading the first entry of every demand point again costs less than telling of which it is another.
		const isSameNetwork = samePlaces && !changed.some((one, site) => one === 1 && isOther(site) === 1);
		this.#nearest = isSameNetwork ? access.#nearest : null;
	}

	/** Seconds from each demand point to its nearest counted site; UNREACHABLE beyond the cap of the times. */
	get nearest(): Uint32Array {
		return (this.#nearest ??= nearestSeconds(this.times, this.counted));
	}

	/** The weeks of the counted sites; empty for the others. */
	get openings(): PackedOpenings {
		const { intervals } = this.weeks;
		const none = new Uint16Array(0);
		return (this.#openings ??= packOpenings(intervals.map((week, site) => (this.counted[site] === 1 ? week : none))));
	}

	/** Minutes of the week, per demand point, when a counted site within the cutoff is open. */
	get openMinutes(): Uint32Array {
		return (this.#openMinutes ??= this.#renewed(this.#before?.openMinutes, (times) =>
			unionOfOpenings(times, this.cutoffSeconds, this.openings)
		));
	}

	/** The same of each moment of the week: of moment m (`MOMENT_NAMES`) and point p at m × demandCount + p. */
	get openMinutesByMoment(): Uint32Array {
		return (this.#openMinutesByMoment ??= this.#renewed(
			this.#before?.openMinutesByMoment,
			(times) => unionOfOpeningsByMoment(times, this.cutoffSeconds, this.openings),
			MOMENT_NAMES.length
		));
	}

	/** Counted sites within the cutoff of each demand point. */
	get sitesInReach(): Uint32Array {
		return (this.#sitesInReach ??= this.#renewed(this.#before?.sitesInReach, (times) =>
			sitesInReach(times, this.counted, this.cutoffSeconds)
		));
	}

	/** What is known of the hours of the counted sites within the cutoff of each demand point: one of the constants of `hours-in-reach.ts`. */
	get hoursInReach(): Uint8Array {
		return (this.#hoursInReach ??= this.#renewed(this.#before?.hoursInReach, (times) =>
			hoursInReach(times, this.counted, this.weeks.known, this.cutoffSeconds)
		));
	}

	/** One byte per demand point: 1 where its people are those of figures of hours (see `toldOfHours`). */
	get toldOfHours(): Uint8Array {
		return (this.#toldOfHours ??= toldOfHours(this.times.attached, this.hoursInReach));
	}

	/** Values of all demand points: computed where those of before are no longer true, everywhere where there are none. */
	#renewed<Values extends Uint32Array | Uint8Array>(
		before: Values | null | undefined,
		valuesOf: (times: RoundTrips) => Values,
		layers = 1
	): Values {
		const touched = this.#before?.touched;
		if (!before || !touched) return valuesOf(this.times);
		return withTouched(before, touched.points, valuesOf(touched.times), layers);
	}

	/**
	 * One byte per group of demand points: 1 where figures of hours over its people are known (see `hoursKnownByGroup`). Where the hours of
	 * no counted site are known, they are of no group.
	 */
	hoursKnown(people: Float64Array, group: Int32Array | Uint32Array, groupCount: number): Uint8Array {
		if (this.withKnownHours === 0) return new Uint8Array(groupCount);
		return hoursKnownByGroup(this.hoursInReach, people, group, groupCount);
	}

	/** Attached people of each group who reach counted sites of which none has known hours: in no figure of hours, and told beside them. */
	hoursUnknownPeople(people: Float64Array, group: Int32Array, groupCount: number): Float64Array {
		return hoursUnknownByGroup(this.hoursInReach, people, this.times.attached, group, groupCount);
	}

	/** What is open at a minute of the week, and how far it is. */
	openAt(minuteOfWeek: number): OpenNow {
		if (this.#openNow?.minuteOfWeek !== minuteOfWeek) {
			const open = sitesOpenAt(this.openings, minuteOfWeek);
			this.#openNow = { minuteOfWeek, open, nearest: nearestSeconds(this.times, open) };
		}
		return this.#openNow;
	}
}
