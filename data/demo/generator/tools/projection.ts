import proj4 from 'proj4';
import type { Point } from './geometry.ts';

const LAMBERT_93 =
	'+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m +no_defs';
const LAEA_EUROPE = '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs';
const WGS_84 = '+proj=longlat +datum=WGS84 +no_defs';

/** Where the invented territory is laid, in Lambert 93 metres: inland, in school zone B; nothing there is described. */
const ORIGIN: Point = [824_000, 6_788_000];

const toWgs84 = proj4(LAMBERT_93, WGS_84);
const toLaea = proj4(LAMBERT_93, LAEA_EUROPE);

/** Degrees, longitude first, rounded to seven decimals (a centimetre), the precision of OpenStreetMap. */
export function lonLat(p: Point): [number, number] {
	const [lon, lat] = toWgs84.forward([ORIGIN[0] + p[0], ORIGIN[1] + p[1]]);
	return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

/** EPSG:3035, metres: the plane of INSEE's grid. */
export function laeaEurope(p: Point): [x: number, y: number] {
	const [x, y] = toLaea.forward([ORIGIN[0] + p[0], ORIGIN[1] + p[1]]);
	return [x, y];
}
