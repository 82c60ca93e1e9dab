import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { Bounds, LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';

type Area = Pick<DiagnosticData, 'question' | 'area'>;

/** The ground of the area of a diagnostic: the drawn ring, the territory's outline, else its communes; empty where no shape is known. */
export function areaShape({ communes, outline }: TerritorySummary, { question, area }: Area): MultiPolygonRings {
	const { scope } = question;
	if (scope.kind === 'drawn') return [[[...scope.ring, scope.ring[0]]]];
	if (scope.kind === 'territory' && outline.length > 0) return outline;
	const codes = new Set<string>(area.communeCodes);
	return communes.flatMap(({ code, geometry }) => (codes.has(code) && geometry !== null ? geometry : []));
}

/** The box of the area; of the territory where no shape is known. */
export function areaBounds(summary: TerritorySummary, data: Area): Bounds {
	return boundsOf(areaShape(summary, data)) ?? summary.bounds;
}

/** Null where there is nothing. */
export function boundsOf(shape: MultiPolygonRings): Bounds | null {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	const take = ([lon, lat]: LonLat) => {
		west = Math.min(west, lon);
		east = Math.max(east, lon);
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	};
	for (const rings of shape) rings.at(0)?.forEach(take);
	return Number.isFinite(west) ? [west, south, east, north] : null;
}
