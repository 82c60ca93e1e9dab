import type { LonLat } from '#domain/geometry.ts';

/** Corners of a sector as they are drawn, in their order; the last side, back to the first, closes it. */
export type SectorRing = readonly LonLat[];

/** Whether some side crosses or touches another that it does not meet at a corner. @param isClosed with the side that closes it */
export function ringCrosses(ring: SectorRing, isClosed: boolean): boolean {
	const count = ring.length;
	const sides = isClosed ? count : count - 1;
	const end = (side: number) => ring[(side + 1) % count];
	for (let one = 0; one < sides; one++) {
		for (let other = one + 2; other < sides; other++) {
			const doMeet = isClosed && one === 0 && other === sides - 1;
			if (!doMeet && segmentsTouch(ring[one], end(one), ring[other], end(other))) return true;
		}
		// A side that goes back along the one before.
		if ((isClosed || one + 1 < sides) && count > 2 && goesBack(ring[one], end(one), ring[(one + 2) % count]))
			return true;
	}
	return false;
}

/** The ring with one more corner; null where the new side would cross another. */
export function withCorner(ring: SectorRing, corner: LonLat): SectorRing | null {
	return allowed([...ring, corner]);
}

/** The ring with a corner elsewhere; null where a side would cross another. */
export function withCornerAt(ring: SectorRing, rank: number, corner: LonLat): SectorRing | null {
	return allowed(ring.map((one, at) => (at === rank ? corner : one)));
}

/** The ring without a corner; null where the side that takes its place would cross another. */
export function withoutCorner(ring: SectorRing, rank: number): SectorRing | null {
	return allowed(ring.filter((_, at) => at !== rank));
}

/** The side that closes it may still cross others while it is drawn. */
const allowed = (ring: SectorRing) => (ringCrosses(ring, false) ? null : ring);

/** Above 0 where the path turns left at `b`, below where it turns right, 0 straight on or back. */
function turn(a: LonLat, b: LonLat, c: LonLat): number {
	return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function segmentsTouch(a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean {
	const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
	if (abc * abd < 0 && cda * cdb < 0) return true;
	const ends: [number, LonLat, LonLat, LonLat][] = [
		[abc, a, b, c],
		[abd, a, b, d],
		[cda, c, d, a],
		[cdb, c, d, b]
	];
	return ends.some(([turned, from, to, at]) => turned === 0 && isWithin(from, to, at));
}

const isWithin = (from: LonLat, to: LonLat, at: LonLat) =>
	[0, 1].every((axis) => at[axis] >= Math.min(from[axis], to[axis]) && at[axis] <= Math.max(from[axis], to[axis]));

function goesBack(a: LonLat, b: LonLat, c: LonLat): boolean {
	if (turn(a, b, c) !== 0) return false;
	return (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) <= 0;
}
