import type { Basemap } from '#domain/basemap.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import type { Territory } from '#domain/territory.ts';
import type { InseeCode } from '#domain/units.ts';
import { nearestPlaceName } from '../atlas/cards/nearest-place.ts';

/** A commune names a sector from this share of its people on. */
const NAMING_SHARE = 0.25;
const MOST_COMMUNES = 2;
const MOST_HAMLETS = 2;
/**
 * Side of the boxes that places are sorted in: more than the distance at which a place tells where one is, at any latitude of mainland France
 * (0.03° of longitude are 2.1 km at 51°).
 */
const BOX_DEGREES = 0.03;

/** Name of the place that one lives by; null without one near. */
export type PlaceNameAt = (position: LonLat) => string | null;

/** `nearestPlaceName` for many positions: only the places of the boxes around are looked at. */
export function placeNames(basemap: Basemap | null): PlaceNameAt {
	if (basemap === null) return () => null;
	const boxes = new Map<string, Basemap['places'][number][]>();
	for (const place of basemap.places) {
		const key = boxOf(place.position, 0, 0);
		const box = boxes.get(key);
		if (box === undefined) boxes.set(key, [place]);
		else box.push(place);
	}
	return (position) => {
		const places = AROUND.flatMap(([east, north]) => boxes.get(boxOf(position, east, north)) ?? []);
		return nearestPlaceName({ ...basemap, places }, position);
	};
}

const AROUND = [-1, 0, 1].flatMap((north) => [-1, 0, 1].map((east) => [east, north] as const));
const boxOf = ([lon, lat]: LonLat, east: number, north: number) =>
	`${Math.floor(lon / BOX_DEGREES) + east} ${Math.floor(lat / BOX_DEGREES) + north}`;

/** Communes of some demand points, most people first; those of unknown commune are left out. */
export function communesByPeople({ people, communeCodes }: Population, points: Uint32Array): InseeCode[] {
	const of = new Map<InseeCode, number>();
	for (const point of points) {
		const code = communeCodes[point];
		if (code !== null) of.set(code, (of.get(code) ?? 0) + people[point]);
	}
	return byFallingPeople(of).map(([code]) => code);
}

/**
 * Name of a sector: its communes with a quarter of its people, two at most, then between brackets the two places of the base map that most
 * of its people live by. Without commune, the places; without either, the degrees of its first point.
 */
export function sectorName(
	{ communes, population }: Pick<Territory, 'communes' | 'population'>,
	placeNameAt: PlaceNameAt,
	points: Uint32Array
): string {
	const nameOf = new Map(communes.map(({ code, name }) => [code as string, name]));
	const all = points.reduce((sum, point) => sum + population.people[point], 0);
	const named = communesByPeople(population, points)
		.slice(0, MOST_COMMUNES)
		.filter((code, rank) => rank === 0 || peopleOf(population, points, code) >= NAMING_SHARE * all)
		.map((code) => nameOf.get(code) ?? code);
	const places = placesByPeople(population, placeNameAt, points)
		.filter((name) => !named.includes(name))
		.slice(0, MOST_HAMLETS);
	if (named.length === 0 && places.length === 0) return degrees(population, points[0]);
	if (named.length === 0 || places.length === 0) return [...named, ...places].join(', ');
	return `${named.join(', ')} (${places.join(', ')})`;
}

/** Names that are told apart: the second and later ones of the same name get their number. */
export function distinctNames(names: readonly string[]): string[] {
	const seen = new Map<string, number>();
	return names.map((name) => {
		const times = (seen.get(name) ?? 0) + 1;
		seen.set(name, times);
		return times === 1 ? name : `${name} ${times}`;
	});
}

function peopleOf({ people, communeCodes }: Population, points: Uint32Array, code: InseeCode): number {
	return points.reduce((sum, point) => sum + (communeCodes[point] === code ? people[point] : 0), 0);
}

/** Names of the places that people live by, most people first. */
function placesByPeople({ lon, lat, people }: Population, placeNameAt: PlaceNameAt, points: Uint32Array): string[] {
	const of = new Map<string, number>();
	for (const point of points) {
		const name = placeNameAt([lon[point], lat[point]]);
		if (name !== null) of.set(name, (of.get(name) ?? 0) + people[point]);
	}
	return byFallingPeople(of).map(([name]) => name);
}

/** Most people first; those with as many by their key. */
function byFallingPeople<Key extends string>(of: ReadonlyMap<Key, number>): [Key, number][] {
	return [...of].sort(([one, peopleOne], [other, peopleOther]) => peopleOther - peopleOne || (one < other ? -1 : 1));
}

const degrees = ({ lon, lat }: Population, point: number) => `${lat[point].toFixed(3)}, ${lon[point].toFixed(3)}`;
