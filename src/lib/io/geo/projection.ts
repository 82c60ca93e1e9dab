import proj4 from 'proj4';
import { MaillageError } from '#domain/notes.ts';
import type { LonLat } from '#domain/geometry.ts';

/** EPSG codes read: WGS 84, Lambert-93, the grid of Europe (LAEA), and the grids of La Réunion and Martinique (INSEE cells). */
export type CrsCode = 4326 | 2154 | 3035 | 2975 | 5490 | 2973;

/** proj4 strings of the EPSG registry. */
const DEFINITIONS: Readonly<Record<Exclude<CrsCode, 4326>, string>> = {
	2154: '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m',
	3035: '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m',
	2975: '+proj=utm +zone=40 +south +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m',
	5490: '+proj=utm +zone=20 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m',
	2973: '+proj=utm +zone=20 +ellps=intl +towgs84=126.93,547.94,130.41,-2.7867,5.1612,-0.8584,13.8227 +units=m'
};

/** How the systems are called in files and by people. */
const NAMES: readonly [RegExp, CrsCode][] = [
	[/crs84|wgs ?84|rgf93 ?(?:g|geo)|^(?:4326|4171|4258)$/, 4326],
	[/lambert[ -]?93|^2154$/, 2154],
	[/etrs89.*laea|^laea|^3035$/, 3035],
	[/^2975$/, 2975],
	[/^5490$/, 5490],
	[/^2973$/, 2973]
];

// Making a converter costs more than a thousand conversions: one per system, kept.
const converters = new Map<CrsCode, proj4.Converter>();

function converter(crs: CrsCode): proj4.Converter | null {
	if (crs === 4326) return null;
	const known = converters.get(crs);
	if (known) return known;
	const made = proj4(DEFINITIONS[crs], '+proj=longlat +ellps=GRS80 +towgs84=0,0,0,0,0,0,0');
	converters.set(crs, made);
	return made;
}

/** Systems that can be named, for messages. */
export const KNOWN_CRS = 'EPSG:4326, EPSG:2154, EPSG:3035, EPSG:2975, EPSG:5490, EPSG:2973';

/** Whether a system of this EPSG number is read. */
export function isCrsCode(epsg: number): epsg is CrsCode {
	return epsg === 4326 || Object.hasOwn(DEFINITIONS, String(epsg));
}

/**
 * The system named in `text` ("EPSG:2154", "urn:ogc:def:crs:OGC:1.3:CRS84", "Lambert-93", "3035").
 * ETRS89 and RGF93 in degrees are taken as WGS 84: they differ by less than a metre.
 * @throws MaillageError `error_crs_unknown` naming the systems read
 */
export function parseCrs(text: string, file: string): CrsCode {
	const name = text.trim().toLowerCase();
	const number = /(?:^|epsg[:/].*?)(\d{4,5})$/.exec(name)?.[1];
	for (const [pattern, crs] of NAMES) {
		if (pattern.test(number ?? name)) return crs;
	}
	throw new MaillageError('error_crs_unknown', { read: text, expected: KNOWN_CRS }, file);
}

/** Degrees of a point given in `crs`; not finite where the projection has no such point. */
export function toLonLat(crs: CrsCode, x: number, y: number): LonLat {
	const to = converter(crs);
	if (to === null) return [x, y];
	const [lon, lat] = to.forward([x, y]);
	return [lon, lat];
}

/** Coordinates in `crs` of a point in degrees. */
export function fromLonLat(crs: CrsCode, lon: number, lat: number): [x: number, y: number] {
	const to = converter(crs);
	if (to === null) return [lon, lat];
	const [x, y] = to.inverse([lon, lat]);
	return [x, y];
}

/** Turns whole arrays of `crs` coordinates into degrees, in place: `x` becomes longitudes, `y` latitudes. */
export function toLonLatInPlace(crs: CrsCode, x: Float64Array, y: Float64Array): void {
	const to = converter(crs);
	if (to === null) return;
	const point: [number, number] = [0, 0];
	for (let i = 0; i < x.length; i++) {
		point[0] = x[i];
		point[1] = y[i];
		const [lon, lat] = to.forward(point);
		x[i] = lon;
		y[i] = lat;
	}
}
