/** Layers of the map from the lowest up. deck.gl's marks are inserted below `ABOVE_MARKS`, its sites below `ABOVE_SITES`. */
export const LAYER_ORDER = [
	'ground',
	'water-areas',
	'communes-fill',
	'communes-hatch',
	'isochrones-fill',
	'water-lines',
	'roads-casing',
	'roads',
	'veil',
	'commune-lines',
	'perimeter-line',
	'isochrones-line',
	'sectors-far-casing',
	'sectors-far-line',
	'sectors-near-casing',
	'sectors-near-line',
	'sectors-point',
	'selection-casing',
	'selection-line',
	'selection-site',
	'isochrones-label',
	'place-labels',
	'commune-labels',
	'site-names',
	'town-labels',
	'sectors-badge',
	'sectors-number',
	'ghost-line',
	'ghost-point'
] as const;
export type LayerId = (typeof LAYER_ORDER)[number];

export const ABOVE_MARKS: LayerId = 'isochrones-fill';
/** Names are read over the marks where they cannot stand beside them. */
export const ABOVE_SITES: LayerId = 'isochrones-label';

/** Families of layers that a user turns on and off. */
export interface ShownLayers {
	readonly communes: boolean;
	readonly roads: boolean;
	readonly water: boolean;
	readonly labels: boolean;
	readonly sites: boolean;
	readonly cells: boolean;
	readonly isochrones: boolean;
	/** Sites and names outside the territory. */
	readonly neighbours: boolean;
}

export const ALL_SHOWN: ShownLayers = {
	communes: true,
	roads: true,
	water: true,
	labels: true,
	sites: true,
	cells: true,
	isochrones: true,
	neighbours: true
};

/** Which family rules each layer; those not named are always drawn. */
export const LAYER_FAMILIES: Readonly<Partial<Record<LayerId, keyof ShownLayers>>> = {
	'water-areas': 'water',
	'water-lines': 'water',
	'communes-fill': 'cells',
	'communes-hatch': 'cells',
	'isochrones-fill': 'isochrones',
	'isochrones-line': 'isochrones',
	'isochrones-label': 'isochrones',
	'roads-casing': 'roads',
	roads: 'roads',
	'commune-lines': 'communes',
	'place-labels': 'labels',
	'commune-labels': 'labels',
	'town-labels': 'labels',
	'site-names': 'sites'
};

/** What one points at to point at a sector: its number, above all; its outline, under the sites. Its ground stays the cells'. */
export const SECTOR_NUMBER_LAYERS: readonly LayerId[] = ['sectors-badge'];
export const SECTOR_OUTLINE_LAYERS: readonly LayerId[] = ['sectors-far-line', 'sectors-near-line', 'sectors-point'];

/** Layers of which the neighbours' features are left out when neighbours are not shown. */
export const NEIGHBOUR_LAYERS: readonly LayerId[] = ['commune-labels', 'town-labels', 'site-names'];
