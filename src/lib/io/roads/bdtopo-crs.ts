import { isRecord } from './bdtopo-features.ts';
import { parseCrs, type CrsCode } from '../geo/projection.ts';

/**
 * The system of coordinates of a collection that declares `crs`, and of which `x` and `y` are the first coordinates.
 * Undeclared, it is WGS 84 (the rule of GeoJSON), or Lambert-93 where they are metres of its domain: files exist that were
 * reprojected without saying so, both ways.
 * @throws MaillageError error_crs_unknown for a declared system that is not read
 */
export function sectionsCrs(crs: unknown, x: number, y: number, file: string): CrsCode {
	const name = declaredName(crs);
	const declared = name === null ? 4326 : parseCrs(name, file);
	const isDegrees = Math.abs(x) <= 180 && Math.abs(y) <= 90;
	if (isDegrees) return 4326;
	return declared === 4326 && looksLikeLambert(x, y) ? 2154 : declared;
}

function declaredName(crs: unknown): string | null {
	if (!isRecord(crs) || !isRecord(crs.properties)) return null;
	return typeof crs.properties.name === 'string' ? crs.properties.name.slice(0, 80) : null;
}

/** Metropolitan France in metres: eastings 0–1,300 km, northings 6,000–7,200 km. */
function looksLikeLambert(x: number, y: number): boolean {
	return x > 0 && x < 1_300_000 && y > 6_000_000 && y < 7_200_000;
}
