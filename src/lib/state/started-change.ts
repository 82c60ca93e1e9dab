import type { LonLat } from '#domain/geometry.ts';

/** A change that is begun elsewhere than in the list: from a card of the map, on whatever page. */
export interface StartedChange {
	readonly kind: 'hours' | 'move' | 'close' | 'add';
	/** Null for a new place. */
	readonly siteId: string | null;
	/** Where a new one would stand. */
	readonly position: LonLat | null;
}
