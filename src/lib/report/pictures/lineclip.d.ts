// The package has no types of its own.
declare module 'lineclip' {
	export type Point = readonly [x: number, y: number];
	/** Least x, least y, greatest x, greatest y. */
	export type BBox = readonly [number, number, number, number];
	/** The parts of a line that are in a box (Cohen and Sutherland). */
	export function clipPolyline(points: readonly Point[], bbox: BBox): Point[][];
	/** A ring cut to a box (Sutherland and Hodgman); without points where none of it is in. The first may or may not be written again. */
	export function clipPolygon(points: readonly Point[], bbox: BBox): Point[];
}
