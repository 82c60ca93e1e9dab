import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import { simplifiedVertices } from '#io/geo/simplify.ts';
import { boundsOf } from './area.ts';
import { isSeen, UNITS_PER_PIXEL, type Frame } from './frame.ts';

/** Nothing nearer than this to its line is drawn, pixels. */
const TOLERANCE = 0.35;

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
			const xy = placed(ring, frame);
			// Closed by the path itself.
			if (xy.length >= 8) writer.add(xy.slice(0, -2), true);
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
		const xy = placed(line, frame);
		if (xy.length >= 4) writer.add(xy, false);
	}
	return writer.path;
}

/** A line in units, without what is too near to be told apart. */
function placed(line: readonly LonLat[], frame: Frame): number[] {
	const kept = simplifiedVertices(
		line.map(([lon]) => lon),
		line.map(([, lat]) => lat),
		TOLERANCE / frame.pixelsPerMetre
	);
	const xy: number[] = [];
	for (const vertex of kept) {
		const [x, y] = [units(frame.x(line[vertex][0])), units(frame.y(line[vertex][1]))];
		if (x !== xy.at(-2) || y !== xy.at(-1)) xy.push(x, y);
	}
	return xy;
}
