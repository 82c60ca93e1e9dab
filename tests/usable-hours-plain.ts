// Usable hours as DESIGN states them, visit by visit. Slow and plain; it shares nothing with the kernels.

/** Minutes of the week. */
export type Span = readonly [start: number, end: number];

/** The way from a demand point to a site, in seconds; `back` null where none is known. */
export interface PlainTrip {
	readonly site: number;
	readonly go: number;
	readonly back: number | null;
}

export interface PlainTask {
	/** Of each site. */
	readonly openings: readonly (readonly Span[])[];
	/** Disjoint and not touching. */
	readonly windows: readonly Span[];
	readonly minimumVisitMinutes: number;
}

/** Every visit one can make, in seconds of the week. */
export function visitsPlainly(trips: readonly PlainTrip[], task: PlainTask, cutoffSeconds: number): Span[] {
	const visits: Span[] = [];
	for (const { site, go, back } of trips) {
		if (go > cutoffSeconds || back === null) continue;
		for (const [s, e] of task.windows) {
			for (const [o, c] of task.openings[site]) {
				const visit: Span = [Math.max(o * 60, s * 60 + go), Math.min(c * 60, e * 60 - back)];
				const lasts = visit[1] - visit[0];
				if (lasts > 0 && lasts >= task.minimumVisitMinutes * 60) visits.push(visit);
			}
		}
	}
	return visits;
}

export const secondsSummed = (visits: readonly Span[]) => visits.reduce((sum, [from, to]) => sum + to - from, 0);

/** Seconds in at least one visit. */
export function secondsUnited(visits: readonly Span[]): number {
	let [seconds, until] = [0, -Infinity];
	for (const [from, to] of [...visits].sort((one, other) => one[0] - other[0])) {
		seconds += Math.max(0, to - Math.max(from, until));
		until = Math.max(until, to);
	}
	return seconds;
}

export function usableSecondsPlainly(trips: readonly PlainTrip[], task: PlainTask, cutoffSeconds: number): number {
	return secondsUnited(visitsPlainly(trips, task, cutoffSeconds));
}
