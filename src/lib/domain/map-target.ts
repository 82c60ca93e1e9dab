import type { InseeCode } from './units.ts';

/** Where the map looks: what the address bar keeps. Degrees; zoom is MapLibre's (the world in 512 px at 0). */
export interface Camera {
	readonly lon: number;
	readonly lat: number;
	readonly zoom: number;
}

/** What is pinned or pointed at on the map, by the pointer, the keyboard or a table's row; ranks are those of the territory's summary. */
export type MapTarget =
	| { readonly kind: 'cell'; readonly cell: number }
	| { readonly kind: 'hexagon'; readonly resolution: number; readonly hexagon: number }
	| { readonly kind: 'commune'; readonly code: InseeCode }
	| { readonly kind: 'site'; readonly site: number }
	/** An under-served sector by its name: no two of a territory are the same. */
	| { readonly kind: 'sector'; readonly name: string };

/** Whether two are the same thing, or both nothing. */
export function sameTarget(a: MapTarget | null, b: MapTarget | null): boolean {
	if (a === null || b === null) return a === b;
	if (a.kind === 'cell') return b.kind === 'cell' && a.cell === b.cell;
	if (a.kind === 'hexagon') return b.kind === 'hexagon' && a.resolution === b.resolution && a.hexagon === b.hexagon;
	if (a.kind === 'commune') return b.kind === 'commune' && a.code === b.code;
	if (a.kind === 'site') return b.kind === 'site' && a.site === b.site;
	return b.kind === 'sector' && a.name === b.name;
}
