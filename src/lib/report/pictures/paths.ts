import { clipPolygon, clipPolyline, type BBox, type Point } from 'lineclip';
import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import { simplifiedVertices } from '#io/geo/simplify.ts';
import { boundsOf } from './area.ts';
import { isSeen, UNITS_PER_PIXEL, type Frame } from './frame.ts';

/** Nothing nearer than this to its line is drawn, pixels. */
const TOLERANCE = 0.35;
/** What is further out of the map than this is cut off, pixels: more than any stroke is wide. The drawing of PNG fails on what is far away. */
const AROUND = 20;

/** A path of whole numbers, quarters of a pixel, each point told from the one before: short, and drawn within a group of scale 1/4. */
export class PathWriter {
	#written = '';
	#x = 0;
	#y = 0;

	/** @param xy pairs in units */
	add(xy: readonly number[], isClosed: boolean): void {
		this.#written += `M${xy[0]} ${xy[1]}l`;
		[this.#x, this.#y] = [xy[0], xy[1]];
		let steps = '';
		for (let i = 2; i < xy.length; i += 2) {
			const [dx, dy] = [xy[i] - this.#x, xy[i + 1] - this.#y];
			steps += `${steps === '' || dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
			[this.#x, this.#y] = [xy[i], xy[i + 1]];
		}
		this.#written += steps === '' ? '0 0' : steps;
		if (isClosed) this.#written += 'z';
	}

	get path(): string {
		return this.#written;
	}
}

const units = (pixels: number) => Math.round(pixels * UNITS_PER_PIXEL);

/** Polygons as one path, to be filled by the even-odd rule; "" where none is seen. */
export function polygonsPath(shape: MultiPolygonRings, frame: Frame): string {
	const writer = new PathWriter();
	for (const rings of shape) {
		const bounds = boundsOf([rings]);
		if (bounds === null || !isSeen(frame, bounds)) continue;
		for (const ring of rings) {
			// Closed by the path itself.
			const xy = inWholeUnits(clipPolygon(simplified(ring, frame), around(frame)), true);
			if (xy.length >= 6) writer.add(xy, true);
		}
	}
	return writer.path;
}

/** Lines as one path; "" where none is seen. */
export function linesPath(lines: readonly (readonly LonLat[])[], frame: Frame): string {
	const writer = new PathWriter();
	for (const line of lines) {
		const bounds = boundsOf([[line]]);
		if (bounds === null || !isSeen(frame, bounds)) continue;
		for (const part of clipPolyline(simplified(line, frame), around(frame))) {
			const xy = inWholeUnits(part, false);
			if (xy.length >= 4) writer.add(xy, false);
		}
	}
	return writer.path;
}

const around = ({ width, height }: Frame): BBox => [-AROUND, -AROUND, width + AROUND, height + AROUND];

/** A line in pixels, without what is too near to be told apart. */
function simplified(line: readonly LonLat[], frame: Frame): Point[] {
	const kept = simplifiedVertices(
		line.map(([lon]) => lon),
		line.map(([, lat]) => lat),
		TOLERANCE / frame.pixelsPerMetre
	);
	return Array.from(kept, (vertex): Point => [frame.x(line[vertex][0]), frame.y(line[vertex][1])]);
}

/** Pairs in units, none twice in a row; of a ring, the first is not written again. */
function inWholeUnits(points: readonly Point[], isRing: boolean): number[] {
	const xy: number[] = [];
	for (const point of points) {
		const [x, y] = [units(point[0]), units(point[1])];
		if (x !== xy.at(-2) || y !== xy.at(-1)) xy.push(x, y);
	}
	while (isRing && xy.length > 2 && xy[0] === xy.at(-2) && xy[1] === xy.at(-1)) xy.splice(-2);
	return xy;
}
