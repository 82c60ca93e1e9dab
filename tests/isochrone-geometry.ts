import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import type { FieldGrid, TimeField } from '#core/travel/isochrone/field.ts';

const UNITS_PER_DEGREE = 1e7;

/** Latitudes are cut in so many bands, of which a point is looked up in one. */
const BANDS = 512;

/** Rings of polygons whose segments are gathered by latitude, so that many points can be looked up. */
export class PolygonLookup {
	readonly #rings: readonly (readonly LonLat[])[];
	/** Of segment s: longitude and latitude of its two ends, from 4 s. */
	readonly #ends: Float64Array;
	/** Segments that each band holds some of. */
	readonly #bands: readonly number[][];
	readonly #south: number;
	readonly #bandHeight: number;

	constructor(polygons: MultiPolygonRings) {
		this.#rings = polygons.flat();
		this.#ends = Float64Array.from(
			this.#rings.flatMap((ring) => ring.slice(1).flatMap((end, i) => [...ring[i], ...end]))
		);
		const latitudes = this.#ends.filter((_, at) => at % 2 === 1);
		this.#south = latitudes.reduce((least, lat) => Math.min(least, lat), Infinity);
		const north = latitudes.reduce((most, lat) => Math.max(most, lat), -Infinity);
		this.#bandHeight = north > this.#south ? (north - this.#south) / BANDS : 1;
		this.#bands = Array.from({ length: BANDS }, () => []);
		for (let at = 0; at < this.#ends.length; at += 4) {
			const bands = [this.#band(this.#ends[at + 1]), this.#band(this.#ends[at + 3])];
			for (let band = Math.min(...bands); band <= Math.max(...bands); band++) this.#bands[band].push(at);
		}
	}

	#band(lat: number): number {
		return Math.min(BANDS - 1, Math.max(0, Math.floor((lat - this.#south) / this.#bandHeight)));
	}

	/** Even-odd rule over all rings: right for disjoint polygons with holes. */
	holds(lon: number, lat: number): boolean {
		let inside = false;
		for (const at of this.#bands[this.#band(lat)]) {
			const [lonA, latA] = [this.#ends[at], this.#ends[at + 1]];
			const [lonB, latB] = [this.#ends[at + 2], this.#ends[at + 3]];
			if (latA > lat !== latB > lat && lon < lonA + ((lat - latA) * (lonB - lonA)) / (latB - latA)) inside = !inside;
		}
		return inside;
	}

	/** Inside, or exactly on a ring, in whole units of 10⁻⁷ degree. */
	holdsOrTouches([lon, lat]: LonLat): boolean {
		return this.#rings.some((ring) => isOnRing([lon, lat], ring)) || this.holds(lon, lat);
	}
}

const units = ([lon, lat]: LonLat) => [Math.round(lon * UNITS_PER_DEGREE), Math.round(lat * UNITS_PER_DEGREE)] as const;

/** Twice the signed area of a, b, c, exact on whole units of a small place. */
function turn(a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number {
	return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function isOnRing(point: LonLat, ring: readonly LonLat[]): boolean {
	const p = units(point);
	return ring.slice(1).some((end, i) => isOnSegment(p, units(ring[i]), units(end)));
}

function isOnSegment(
	p: readonly [number, number],
	a: readonly [number, number],
	b: readonly [number, number]
): boolean {
	if (turn(a, b, p) !== 0) return false;
	const between = (value: number, from: number, to: number) =>
		Math.min(from, to) <= value && value <= Math.max(from, to);
	return between(p[0], a[0], b[0]) && between(p[1], a[1], b[1]);
}

/** What RFC 7946 and simple features ask of polygons, and is not so here; empty when all is well. Quadratic: for small rings. */
export function polygonFaults(polygons: MultiPolygonRings): string[] {
	const faults: string[] = [];
	const segments: {
		a: readonly [number, number];
		b: readonly [number, number];
		ring: number;
		rank: number;
		last: number;
	}[] = [];
	for (const [index, ring] of polygons.flat().entries()) {
		const [first, last] = [ring[0], ring[ring.length - 1]];
		if (first[0] !== last[0] || first[1] !== last[1]) faults.push('a ring is not closed');
		if (ring.length < 4) faults.push('a ring has fewer than 4 positions');
		for (let i = 0; i + 1 < ring.length; i++) {
			segments.push({ a: units(ring[i]), b: units(ring[i + 1]), ring: index, rank: i, last: ring.length - 2 });
		}
	}
	for (const rings of polygons) {
		for (const [rank, ring] of rings.entries()) {
			if (signedArea(ring) > 0 !== (rank === 0))
				faults.push(rank === 0 ? 'an outer ring is clockwise' : 'a hole is not');
			if (rank > 0 && !new PolygonLookup([[rings[0]]]).holds(...ring[0])) faults.push('a hole is outside its ring');
		}
	}
	for (let i = 0; i < segments.length; i++) {
		for (let j = i + 1; j < segments.length; j++) {
			const [one, other] = [segments[i], segments[j]];
			const gap = other.rank - one.rank;
			if (one.ring === other.ring && (gap === 1 || gap === one.last)) continue;
			if (meet(one.a, one.b, other.a, other.b)) faults.push('rings meet');
		}
	}
	return faults;
}

function meet(
	a: readonly [number, number],
	b: readonly [number, number],
	c: readonly [number, number],
	d: readonly [number, number]
): boolean {
	if (isOnSegment(a, c, d) || isOnSegment(b, c, d) || isOnSegment(c, a, b) || isOnSegment(d, a, b)) return true;
	return turn(a, b, c) > 0 !== turn(a, b, d) > 0 && turn(c, d, a) > 0 !== turn(c, d, b) > 0;
}

function signedArea(ring: readonly LonLat[]): number {
	const [west, south] = ring[0];
	let sum = 0;
	for (let i = 0; i + 1 < ring.length; i++) {
		sum += (ring[i][0] - west) * (ring[i + 1][1] - south) - (ring[i + 1][0] - west) * (ring[i][1] - south);
	}
	return sum / 2;
}

/** A grid of square steps near 47° N, its first node at 2° E, 47° N. */
export function madeGrid(columns: number, rows: number, stepMetres: number): FieldGrid {
	const latStep = stepMetres / ((6_371_008.8 * Math.PI) / 180);
	const middle = 47 + ((rows - 1) / 2) * latStep;
	return { west: 2, south: 47, lonStep: latStep / Math.cos((middle * Math.PI) / 180), latStep, columns, rows };
}

/** A field of values written row by row, the southern row first. */
export function madeField(rows: readonly (readonly number[])[], stepMetres = 100): TimeField {
	return { grid: madeGrid(rows[0].length, rows.length, stepMetres), seconds: Float32Array.from(rows.flat()) };
}

/** Numbers between 0 and 1, always the same (xorshift32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}
