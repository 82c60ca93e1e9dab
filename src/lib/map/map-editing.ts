import type { Paint } from '#domain/atlas-answers.ts';
import type { Ghost } from './layers/ghost.ts';
import type { Placing } from './pointer.ts';
import type { DragEvents } from './site-drag.ts';

/** What is being placed or dragged on a map, and who is told. */
export interface MapEditing {
	readonly placing: Placing | null;
	readonly dragging: DragEvents | null;
	readonly ghost: Ghost | null;
	/** Painted in the place of what the map shows; null: nothing is. */
	readonly paint: Paint | null;
}

export const NOTHING_EDITED: MapEditing = { placing: null, dragging: null, ghost: null, paint: null };
