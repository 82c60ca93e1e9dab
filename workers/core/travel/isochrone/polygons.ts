import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import { EARTH_RADIUS_METRES } from '../../roads/distance.ts';
import { crossing, type Contour, type PaddedField } from './contour.ts';
import type { FieldGrid } from './field.ts';

/** Coordinates are whole numbers of these (about a centimetre), so that straight stretches are recognised exactly. */
const UNITS_PER_DEGREE = 1e7;

export interface Polygons {
	/** Closed rings as RFC 7946 asks: outer ones anticlockwise, holes clockwise. */
	readonly polygons: MultiPolygonRings;
	readonly areaSquareMetres: number;
}

/** A ring in whole units, not closed, without the vertices that lie on a straight stretch. */
interface Ring {
	readonly lon: readonly number[];
	readonly lat: readonly number[];
	/** Positive for an outer ring. */
	readonly areaSquareMetres: number;
}

/**
 * Polygons with their holes. Parts and holes smaller than `smallestSquareMetres` are left out; nesting survives it, as all
 * that lies within a small ring is smaller still. No other simplification: the field's resolution decides the detail.
 * @param grid the grid of which `field` is the padded copy: padded node (column + 1, row + 1) is its node (column, row)
 */
export function contourPolygons(
	contour: Contour,
	field: PaddedField,
	grid: FieldGrid,
	level: number,
	smallestSquareMetres: number
): Polygons {
	const count = contour.ringFirst.length - 1;
	const rings = Array.from({ length: count }, (_, ring) => ringOf(contour, ring, field, grid, level));
	const outerOf = outerRings(contour, rings, field.width);
	const polygons = new Map<number, LonLat[][]>();
	let areaSquareMetres = 0;
	const kept = (ring: number) => Math.abs(rings[ring].areaSquareMetres) >= smallestSquareMetres;
	for (const wantOuter of [true, false]) {
		for (const [rank, ring] of rings.entries()) {
			if (ring.areaSquareMetres > 0 !== wantOuter || !kept(rank) || !kept(outerOf[rank])) continue;
			areaSquareMetres += ring.areaSquareMetres;
			if (wantOuter) polygons.set(rank, [closed(ring)]);
			else polygons.get(outerOf[rank])?.push(closed(ring));
		}
	}
	return { polygons: [...polygons.values()], areaSquareMetres };
}

function ringOf(contour: Contour, ring: number, field: PaddedField, grid: FieldGrid, level: number): Ring {
	const lon: number[] = [];
	const lat: number[] = [];
	for (let k = contour.ringFirst[ring]; k < contour.ringFirst[ring + 1]; k++) {
		const edge = contour.ringEdges[k];
		const node = edge >> 1;
		const share = crossing(field, edge, level);
		const column = (node % field.width) - 1 + ((edge & 1) === 0 ? share : 0);
		const row = Math.floor(node / field.width) - 1 + ((edge & 1) === 1 ? share : 0);
		lon.push(Math.round((grid.west + column * grid.lonStep) * UNITS_PER_DEGREE));
		lat.push(Math.round((grid.south + row * grid.latStep) * UNITS_PER_DEGREE));
	}
	const corners = [...lon.keys()].filter((k) => !isStraight(lon, lat, k));
	const straightened = { lon: corners.map((k) => lon[k]), lat: corners.map((k) => lat[k]) };
	return { ...straightened, areaSquareMetres: sphericalArea(straightened.lon, straightened.lat) };
}

/** Whether vertex k lies exactly on the line through its neighbours: whole units, so the product is exact. */
function isStraight(lon: readonly number[], lat: readonly number[], k: number): boolean {
	const before = (k + lon.length - 1) % lon.length;
	const after = (k + 1) % lon.length;
	const [dx, dy] = [lon[k] - lon[before], lat[k] - lat[before]];
	return dx * (lat[after] - lat[k]) === dy * (lon[after] - lon[k]);
}

/** Area on the sphere, positive anticlockwise: −R²/2 Σ (λ[i+1] − λ[i−1]) sin φ[i] (Chamberlain and Duquette 2007). */
function sphericalArea(lon: readonly number[], lat: readonly number[]): number {
	const toRadians = Math.PI / 180 / UNITS_PER_DEGREE;
	let sum = 0;
	for (let k = 0; k < lon.length; k++) {
		const before = lon[(k + lon.length - 1) % lon.length];
		const after = lon[(k + 1) % lon.length];
		sum += (after - before) * toRadians * Math.sin(lat[k] * toRadians);
	}
	return (-sum * EARTH_RADIUS_METRES * EARTH_RADIUS_METRES) / 2;
}

/**
 * The outer ring each ring belongs to, itself for an outer one. West of a hole's westernmost crossing of a row is the inside of
 * its polygon, and the next crossing met going west there is of the polygon's outer ring or of another of its holes.
 */
function outerRings(contour: Contour, rings: readonly Ring[], width: number): number[] {
	const outerOf = rings.map((ring, rank) => (ring.areaSquareMetres > 0 ? rank : UNKNOWN));
	const westernmost = rings.map((_, rank) => westernmostRowCrossing(contour, rank, width));
	const fromWest = [...rings.keys()]
		.filter((rank) => outerOf[rank] === UNKNOWN)
		.sort((a, b) => ((westernmost[a] >> 1) % width) - ((westernmost[b] >> 1) % width));
	for (const hole of fromWest) {
		let edge = westernmost[hole] - 2;
		let ring = contour.ringOfEdge.get(edge);
		while (ring === undefined) ring = contour.ringOfEdge.get((edge -= 2));
		outerOf[hole] = outerOf[ring];
	}
	return outerOf;
}

const UNKNOWN = -1;

function westernmostRowCrossing({ ringFirst, ringEdges }: Contour, ring: number, width: number): number {
	let best = UNKNOWN;
	for (let k = ringFirst[ring]; k < ringFirst[ring + 1]; k++) {
		const edge = ringEdges[k];
		if ((edge & 1) === 0 && (best === UNKNOWN || (edge >> 1) % width < (best >> 1) % width)) best = edge;
	}
	return best;
}

function closed({ lon, lat }: Ring): LonLat[] {
	return [...lon, lon[0]].map((units, k) => [units / UNITS_PER_DEGREE, lat[k % lat.length] / UNITS_PER_DEGREE]);
}
