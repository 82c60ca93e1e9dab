import { EARTH_RADIUS_METRES } from '../../roads/distance.ts';

/*
 * Straight lines are great circles on a sphere of the Earth's mean radius; against the WGS 84 ellipsoid that is off by 0.5 %
 * at most, far below the model's own error.
 */

/** Unit vectors of points: x, y, z of point i at 3i, 3i + 1, 3i + 2. `lon`, `lat` in degrees. */
export function unitVectors(lon: Float64Array, lat: Float64Array): Float64Array {
	const vectors = new Float64Array(3 * lon.length);
	for (let i = 0; i < lon.length; i++) {
		const lambda = (lon[i] * Math.PI) / 180;
		const phi = (lat[i] * Math.PI) / 180;
		vectors[3 * i] = Math.cos(phi) * Math.cos(lambda);
		vectors[3 * i + 1] = Math.cos(phi) * Math.sin(lambda);
		vectors[3 * i + 2] = Math.sin(phi);
	}
	return vectors;
}

/** Squared chord between vector i of `a` and vector j of `b`: grows with their distance, and costs no trigonometry. */
export function squaredChord(a: Float64Array, i: number, b: Float64Array, j: number): number {
	const dx = a[3 * i] - b[3 * j];
	const dy = a[3 * i + 1] - b[3 * j + 1];
	const dz = a[3 * i + 2] - b[3 * j + 2];
	return dx * dx + dy * dy + dz * dz;
}

/** Metres along the sphere for a squared chord of the unit sphere. */
export function chordToMetres(chordSquared: number): number {
	return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chordSquared) / 2));
}

/** The squared chord of `metres` along the sphere; 4 (the whole sphere) from half its girth on. */
export function metresToSquaredChord(metres: number): number {
	const halfAngle = metres / (2 * EARTH_RADIUS_METRES);
	if (halfAngle >= Math.PI / 2) return 4;
	const chord = 2 * Math.sin(halfAngle);
	return chord * chord;
}
