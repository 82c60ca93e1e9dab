import type { LonLat } from '#domain/geometry.ts';
import { MaillageError } from '#domain/notes.ts';
import proj4 from 'proj4';
import { isRecord } from './bdtopo-features.ts';

/** Degrees from the coordinates of a file. */
export type ToLonLat = (x: number, y: number) => LonLat;

/** EPSG:2154, RGF93 / Lambert-93, as the registry defines it. */
const LAMBERT_93 =
	'+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';

const asDegrees: ToLonLat = (x, y) => [x, y];

/** RGF93 and ETRS89 are within centimetres or decimetres of WGS 84, less than the roads are known to. */
const DEGREES = /(CRS84|EPSG:+(4326|4258|4171|9777|9782|9784))$/i;
const LAMBERT = /(EPSG:+(2154|9793|9794)|LAMB93)$/i;

/**
 * How to read the coordinates of a collection that declares `crs`, or of which `x` and `y` are the first when it declares none:
 * WGS 84 (the rule of GeoJSON), or Lambert-93 where they are metres of its domain.
 * @throws MaillageError error_bdtopo_crs for any other
 */
export function toLonLat(crs: unknown, x: number, y: number, file: string): ToLonLat {
	const name = declaredName(crs);
	if (name === null) return looksLikeLambert(x, y) ? lambertToLonLat() : asDegrees;
	// Files exist that were reprojected to metres without changing what they declare.
	if (DEGREES.test(name)) return looksLikeLambert(x, y) ? lambertToLonLat() : asDegrees;
	if (LAMBERT.test(name)) return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? asDegrees : lambertToLonLat();
	throw new MaillageError('error_bdtopo_crs', { read: name.slice(0, 80) }, file);
}

function declaredName(crs: unknown): string | null {
	if (!isRecord(crs) || !isRecord(crs.properties)) return null;
	return typeof crs.properties.name === 'string' ? crs.properties.name : null;
}

/** Metropolitan France in metres: eastings 0–1,300 km, northings 6,000–7,200 km. */
function looksLikeLambert(x: number, y: number): boolean {
	return x > 1000 && x < 1_300_000 && y > 6_000_000 && y < 7_200_000;
}

function lambertToLonLat(): ToLonLat {
	const converter = proj4(LAMBERT_93, 'EPSG:4326');
	return (x, y) => {
		const [lon, lat] = converter.forward([x, y]);
		return [lon as number, lat as number];
	};
}
