import type { LonLat } from '#domain/geometry.ts';
import { metresToPolygons, preparePolygons } from '#io/geo/polygon-distance.ts';
import type { ReviewedCommune } from '../../compute/prepare-client.ts';

/** A site on a street that is a border is of the commune across it; outlines are drawn with few points. */
const BORDER_METRES = 250;

/** The commune of the list where a point is; null where it is in none. */
export function communeAt(communes: readonly ReviewedCommune[], position: LonLat): ReviewedCommune | null {
	let [nearest, least]: [ReviewedCommune | null, number] = [null, BORDER_METRES];
	for (const commune of communes) {
		const metres = metresToPolygons(preparePolygons(commune.geometry), position, least);
		if (metres > least) continue;
		[nearest, least] = [commune, metres];
		if (metres === 0) break;
	}
	return nearest;
}

/** A position as people write it: "45,1885 5,7245", "45.1885, 5.7245". Latitude first; null where it is none. */
export function typedPosition(lat: string, lon: string): LonLat | null {
	const [north, east] = [lat, lon].map((text) => {
		const plain = text
			.trim()
			.replace(/\s*°\s*/, '')
			.replace(',', '.');
		return /^[-+]?\d{1,3}(?:\.\d+)?$/.test(plain) ? Number(plain) : NaN;
	});
	return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? [east, north] : null;
}

/** Both halves of a position pasted as one, as maps on the web copy them; null where it is not two numbers. */
export function pastedPosition(text: string): readonly [lat: string, lon: string] | null {
	const found = /^\s*([-+]?\d{1,3}[.,]\d+)\s*[,;\s]\s*([-+]?\d{1,3}[.,]\d+)\s*$/.exec(text);
	return found === null ? null : [found[1], found[2]];
}
