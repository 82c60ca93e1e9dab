import type { PolygonMesh } from '#domain/territory-summary.ts';
import { isSeen, UNITS_PER_PIXEL, type Frame } from './frame.ts';
import { PathWriter } from './paths.ts';

/** A corner this near to the line of its neighbours is none, in units. */
const STRAIGHT = 0.8;
/** A corner as one number: its x and y in units, from −32,768 on. */
const HALF = 32_768;
const SIDE = 65_536;

/**
 * The ground of each class of marks as one path: sides that two marks of a class share are left out, so that there is no seam between
 * them and the path is short.
 * @param marks class of each polygon of the mesh
 * @returns paths by class, in units of the frame, for the even-odd rule; classes of which nothing is seen are absent
 */
export function dissolvedPaths(mesh: PolygonMesh, marks: Uint8Array, frame: Frame): Map<number, string> {
	const sides = new Map<number, Sides>();
	for (let mark = 0; mark < mesh.count; mark++) {
		const ring = cornersOf(mesh, mark, frame);
		if (ring === null) continue;
		const ofClass = sides.get(marks[mark]) ?? new Sides();
		sides.set(marks[mark], ofClass);
		ofClass.addRing(ring);
	}
	const paths = new Map<number, string>();
	for (const [one, ofClass] of [...sides].sort(([a], [b]) => a - b)) {
		const writer = new PathWriter();
		for (const loop of ofClass.loops()) {
			const corners = withoutStraight(loop);
			if (corners.length >= 3)
				writer.add(
					corners.flatMap((corner) => [xOf(corner), yOf(corner)]),
					true
				);
		}
		if (writer.path !== '') paths.set(one, writer.path);
	}
	return paths;
}

const xOf = (corner: number) => Math.floor(corner / SIDE) - HALF;
const yOf = (corner: number) => (corner % SIDE) - HALF;

/** Corners of a mark, turning one way, the first not repeated; null where it is not seen or has no ground at this scale. */
function cornersOf({ first, lonLat }: PolygonMesh, mark: number, frame: Frame): number[] | null {
	const corners: number[] = [];
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	let turn = 0;
	for (let vertex = first[mark]; vertex < first[mark + 1]; vertex++) {
		const [lon, lat] = [lonLat[2 * vertex], lonLat[2 * vertex + 1]];
		[west, east] = [Math.min(west, lon), Math.max(east, lon)];
		[south, north] = [Math.min(south, lat), Math.max(north, lat)];
		const x = Math.round(frame.x(lon) * UNITS_PER_PIXEL) + HALF;
		const y = Math.round(frame.y(lat) * UNITS_PER_PIXEL) + HALF;
		if (x < 0 || y < 0 || x >= SIDE || y >= SIDE) return null;
		const corner = x * SIDE + y;
		if (corners.at(-1) !== corner) corners.push(corner);
	}
	if (corners.length > 1 && corners[0] === corners[corners.length - 1]) corners.pop();
	if (corners.length < 3 || !isSeen(frame, [west, south, east, north])) return null;
	corners.forEach((corner, rank) => {
		const next = corners[(rank + 1) % corners.length];
		turn += xOf(corner) * yOf(next) - xOf(next) * yOf(corner);
	});
	if (turn === 0) return null;
	return turn > 0 ? corners : corners.reverse();
}

/** Directed sides of the marks of a class; one that is gone both ways lies between two marks, and is no edge. */
class Sides {
	readonly #to = new Map<number, number[]>();

	addRing(ring: readonly number[]): void {
		ring.forEach((corner, rank) => this.#add(corner, ring[(rank + 1) % ring.length]));
	}

	#add(from: number, to: number): void {
		const back = this.#to.get(to);
		const rank = back?.indexOf(from) ?? -1;
		if (back !== undefined && rank >= 0) {
			back.splice(rank, 1);
			if (back.length === 0) this.#to.delete(to);
			return;
		}
		const known = this.#to.get(from);
		if (known) known.push(to);
		else this.#to.set(from, [to]);
	}

	/** Closed lines around what is left. As many sides come to a corner as leave it, so that each line comes back to its start. */
	*loops(): Generator<number[]> {
		for (const start of [...this.#to.keys()]) {
			while (this.#to.has(start)) {
				const loop = [start];
				for (let at = this.#leave(start); at !== start && at !== null; at = this.#leave(at)) loop.push(at);
				yield loop;
			}
		}
	}

	#leave(from: number): number | null {
		const next = this.#to.get(from);
		const to = next?.pop() ?? null;
		if (next?.length === 0) this.#to.delete(from);
		return to;
	}
}

/** A loop without the corners that lie on the line of those kept beside them. */
function withoutStraight(loop: readonly number[]): number[] {
	const kept: number[] = [];
	loop.forEach((corner, rank) => {
		const before = kept.at(-1) ?? loop[loop.length - 1];
		if (!isStraight(before, corner, loop[(rank + 1) % loop.length])) kept.push(corner);
	});
	return kept;
}

function isStraight(before: number, corner: number, after: number): boolean {
	const [x, y] = [xOf(after) - xOf(before), yOf(after) - yOf(before)];
	const [dx, dy] = [xOf(corner) - xOf(before), yOf(corner) - yOf(before)];
	const along = dx * x + dy * y;
	const length = Math.hypot(x, y);
	return length > 0 && along >= 0 && along <= length * length && Math.abs(dx * y - dy * x) <= STRAIGHT * length;
}
