// Small territories as lists, laid out as the kernels read them.
import { UNREACHABLE } from '#domain/travel.ts';
import type { RoundTrips } from '#core/hours/growing-union.ts';
import { packOpenings } from '#core/hours/openings-kernel.ts';
import { usableHours, type UsableHours } from '#core/hours/usable-hours.ts';
import { possibleVisits } from '#core/hours/visits.ts';
import type { PlainTask, PlainTrip, Span } from './usable-hours-plain.ts';

/** Travel times from trips listed by demand point. */
export function roundTrips(points: readonly (readonly PlainTrip[])[], siteCount: number): RoundTrips {
	const rows = points.map((trips) => [...trips].sort((one, other) => one.go - other.go));
	const first = new Uint32Array(rows.length + 1);
	rows.forEach((row, point) => (first[point + 1] = first[point] + row.length));
	const entries = rows.flat();
	return {
		demandCount: points.length,
		siteCount,
		first,
		site: Uint32Array.from(entries, ({ site }) => site),
		toSite: Uint32Array.from(entries, ({ go }) => go),
		fromSite: Uint32Array.from(entries, ({ back }) => back ?? UNREACHABLE)
	};
}

export const packed = (openings: readonly (readonly Span[])[]) =>
	packOpenings(openings.map((spans) => Uint16Array.from(spans.flat())));

/** The visits of tasks, each in a week of its own. */
export function visitsOf(tasks: readonly PlainTask[]) {
	return possibleVisits(
		tasks.map(({ openings }) => packed(openings)),
		tasks.map(({ windows, minimumVisitMinutes }, week) => ({ week, windows: windows.flat(), minimumVisitMinutes }))
	);
}

export function secondsAt(hours: UsableHours, point: number, task: number, cutoff: number): number {
	return hours.seconds[(task * hours.cutoffCount + cutoff) * hours.pointCount + point];
}

/** Usable seconds of the only point of a case, at one cutoff. */
export function usableSeconds(trips: readonly PlainTrip[], task: PlainTask, cutoffSeconds: number): number {
	return usableHours(roundTrips([trips], task.openings.length), visitsOf([task]), [cutoffSeconds]).seconds[0];
}
