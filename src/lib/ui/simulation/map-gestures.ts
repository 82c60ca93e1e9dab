import type { LonLat } from '#domain/geometry.ts';
import type { MapEditing } from '../../map/map-editing.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { asksPlace, type OpenForm } from './open-form.ts';
import type { Placement } from './placement.svelte.ts';

interface GestureEvents {
	/** A place was put down for the form. */
	readonly onplace: () => void;
	/** A site was dragged to another place. */
	readonly onmove: (siteId: string, position: LonLat) => void;
}

/** What the pointer does on the map: it puts down the place that a form asks for, drags sites where no form is open, else nothing. */
export function mapGestures(
	form: OpenForm | null,
	placement: Placement,
	atlas: Pick<Atlas, 'summary'>,
	{ onplace, onmove }: GestureEvents
): Pick<MapEditing, 'placing' | 'dragging'> {
	if (form !== null) return { placing: asksPlace(form) ? placing(placement, onplace) : null, dragging: null };
	return {
		placing: null,
		dragging: {
			canMove: (site) => atlas.summary?.sites[site]?.margin === false,
			drag(site, position) {
				const from = atlas.summary?.sites[site].position;
				if (from) placement.dragged = { site, position, from };
			},
			drop(site, position) {
				if (position === null) return placement.clear();
				placement.decide();
				const siteId = atlas.summary?.sites[site].id;
				if (siteId !== undefined) onmove(siteId, position);
			}
		}
	};
}

function placing(placement: Placement, onplace: () => void): MapEditing['placing'] {
	return {
		over: (position) => (placement.over = position),
		place(position) {
			placement.over = null;
			placement.position = position;
			onplace();
		}
	};
}
