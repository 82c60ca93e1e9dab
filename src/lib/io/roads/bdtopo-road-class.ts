import type { RoadClass } from '#domain/basemap.ts';

/** Natures of `troncon_de_route` (BD TOPO 3) that a map of major roads may show: no path, no ferry. */
const DRAWN_NATURES: ReadonlySet<string> = new Set([
	'Route à 1 chaussée',
	'Route à 2 chaussées',
	'Rond-point',
	'Bretelle'
]);

/** IGN's `importance`: 1 between metropolises, 2 between départements, 3 between communes, 4 quick ways within one. */
const CLASS_OF_IMPORTANCE: ReadonlyMap<string | undefined, RoadClass> = new Map([
	['1', 'trunk'],
	['2', 'primary'],
	['3', 'secondary'],
	['4', 'tertiary']
]);

/** The class under which a section is drawn; null for a minor one. A slip road of importance 1 leads to a motorway. */
export function bdTopoRoadClass({ nature, importance }: Readonly<Record<string, string>>): RoadClass | null {
	if (nature === 'Type autoroutier' || (nature === 'Bretelle' && importance === '1')) return 'motorway';
	return DRAWN_NATURES.has(nature) ? (CLASS_OF_IMPORTANCE.get(importance) ?? null) : null;
}
