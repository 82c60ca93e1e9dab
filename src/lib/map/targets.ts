import type { MapLevel } from '#domain/question.ts';
import type { InseeCode } from '#domain/units.ts';

/** Where the map looks: what the address bar keeps. Zoom is MapLibre's (the world in 512 px at 0). */
export interface Camera {
	readonly lon: number;
	readonly lat: number;
	readonly zoom: number;
}

/** What the pointer, the keyboard or a table's row designates; ranks are those of the territory's summary. */
export type MapTarget =
	| { readonly kind: 'cell'; readonly cell: number }
	| { readonly kind: 'hexagon'; readonly resolution: number; readonly hexagon: number }
	| { readonly kind: 'commune'; readonly code: InseeCode }
	| { readonly kind: 'site'; readonly site: number };

/** The levels between which the zoom chooses; communes are the owner's choice. */
export type MarkLevel = Exclude<MapLevel, 'communes'>;

export function sameTarget(a: MapTarget | null, b: MapTarget | null): boolean {
	if (a === null || b === null) return a === b;
	if (a.kind === 'cell') return b.kind === 'cell' && a.cell === b.cell;
	if (a.kind === 'hexagon') return b.kind === 'hexagon' && a.resolution === b.resolution && a.hexagon === b.hexagon;
	if (a.kind === 'commune') return b.kind === 'commune' && a.code === b.code;
	return b.kind === 'site' && a.site === b.site;
}
