import { IconLayer } from '@deck.gl/layers';
import type { SiteAnswer } from '#domain/atlas-answers.ts';
import type { SiteSummary } from '#domain/territory-summary.ts';
import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { collection, points } from '../geojson.ts';
import { hoursStep, markRadius, markShape } from '#domain/site-mark.ts';
import {
	FAR_SCALE,
	FAR_ZOOM,
	MARK_BOX,
	markAtlas,
	markKey,
	markScale,
	NEAR_ZOOM,
	type SiteMark
} from '../site-marks.ts';
import { MAP_COLOURS, type Theme } from '../theme.ts';
import { FONT_REGULAR } from './fonts.ts';
import { ABOVE_SITES } from './order.ts';

/** What is known of the sites under the question; without answers the import's decision and no moment. */
export interface SitesState {
	readonly answers: readonly SiteAnswer[] | null;
	/** Per site 1 open, 0 closed, 255 not known: the cursor's, ahead of the answers'. Null where no moment is asked about. */
	readonly open: Uint8Array | null;
}

export const NO_SITES_STATE: SitesState = { answers: null, open: null };

/** How a site is drawn. */
export function siteMark(site: SiteSummary, rank: number, { answers, open }: SitesState): SiteMark {
	const answer = answers?.[rank];
	const now = open ? open[rank] : null;
	const isOpen = now === null ? null : now === 255 ? null : now === 1;
	const counted = answer?.counted ?? site.counted.counted;
	return {
		shape: markShape(site.kind),
		// Of the week asked; of school weeks until there is an answer.
		step: hoursStep(answer ? answer.weeklyHours : site.weeklyHours.term),
		state: isOpen === null ? 'plain' : isOpen ? 'open' : 'closed',
		pale: !counted
	};
}

/** The sites as marks; larger ones beneath, so that none hides another. */
export class SiteLayer {
	#sites: readonly SiteSummary[];
	#marks: SiteMark[] = [];
	/** Ranks from the largest mark to the smallest, those not counted first. */
	#order: readonly number[] = [];
	#atlas: ReturnType<typeof markAtlas>;
	readonly #scale: number;
	#zoomScale = 1;

	constructor(sites: readonly SiteSummary[], theme: Theme, pixelRatio: number) {
		this.#sites = sites;
		this.#scale = Math.max(2, Math.ceil(pixelRatio));
		this.#atlas = markAtlas(theme, this.#scale);
		this.setState(NO_SITES_STATE, true);
	}

	/** Other sites than those it was made with: a scenario moves some and adds others, after all that there are. */
	setSites(sites: readonly SiteSummary[]): void {
		this.#sites = sites;
	}

	setTheme(theme: Theme): void {
		this.#atlas = markAtlas(theme, this.#scale);
	}

	/** @param neighbours whether sites outside the territory are drawn */
	setState(state: SitesState, neighbours: boolean): void {
		this.#marks = this.#sites.map((site, rank) => siteMark(site, rank, state));
		const depth = (rank: number) => (this.#marks[rank].pale ? 100 : 0) + markRadius(this.#marks[rank].step);
		this.#order = this.#sites
			.map((_, rank) => rank)
			.filter((rank) => neighbours || !this.#sites[rank].margin)
			.sort((a, b) => depth(b) - depth(a));
	}

	/** @returns whether the size of the marks changed */
	setZoom(zoom: number): boolean {
		const before = this.#zoomScale;
		this.#zoomScale = markScale(zoom);
		return this.#zoomScale !== before;
	}

	/** Half-width of a site's mark in CSS pixels, at its full size and as drawn at this zoom. */
	radiusOf(site: number): { readonly full: number; readonly drawn: number } {
		const full = markRadius(this.#marks[site].step);
		return { full, drawn: full * this.#zoomScale };
	}

	/** Ranks of the drawn sites, the uppermost last. */
	get drawn(): readonly number[] {
		return this.#order;
	}

	layer(visible: boolean): IconLayer<number> {
		return new IconLayer<number>({
			id: 'sites',
			data: this.#order,
			visible,
			pickable: false,
			iconAtlas: this.#atlas.image as never,
			iconMapping: this.#atlas.mapping,
			getIcon: (site) => markKey(this.#marks[site]),
			getPosition: (site) => this.#sites[site].position as [number, number],
			getSize: MARK_BOX,
			sizeUnits: 'pixels',
			sizeScale: this.#zoomScale,
			parameters: { depthCompare: 'always', depthWriteEnabled: false },
			// Read by the overlay, which draws the layer within MapLibre's stack.
			...({ beforeId: ABOVE_SITES } as object)
		});
	}
}

/** The transparent image by which the marks take their room among the labels. */
export const ROOM_IMAGE = 'site-room';
/** Side of that image, CSS pixels. */
export const ROOM_PIXELS = 2;
const NAME_SIZE = 11.5;
const NAMES_FROM_ZOOM = 12;

/** Names of the sites and the room of their marks. */
export function siteNameSource(sites: readonly SiteSummary[]): GeoJSON.FeatureCollection {
	return collection(
		sites.map(({ name, position, margin, weeklyHours }) =>
			points(position, { name, margin, radius: markRadius(hoursStep(weeklyHours.term)) + 2 })
		)
	);
}

/** Whether names and the room of marks are the same. */
export function sameSiteNames(some: readonly SiteSummary[], others: readonly SiteSummary[]): boolean {
	return some.length === others.length && some.every((site, rank) => hasSameName(site, others[rank]));
}

const hasSameName = (one: SiteSummary, other: SiteSummary) =>
	one === other ||
	(one.name === other.name &&
		one.margin === other.margin &&
		one.position[0] === other.position[0] &&
		one.position[1] === other.position[1] &&
		hoursStep(one.weeklyHours.term) === hoursStep(other.weeklyHours.term));

/** Names read from near; from afar the room alone, so that no label lies under a mark. */
export function siteNameLayer(theme: Theme): SymbolLayerSpecification {
	const colours = MAP_COLOURS[theme];
	return {
		id: 'site-names',
		type: 'symbol',
		source: 'site-names',
		layout: {
			// Until its image is there.
			visibility: 'none',
			'icon-image': ROOM_IMAGE,
			'icon-size': ['interpolate', ['linear'], ['zoom'], FAR_ZOOM, roomSize(FAR_SCALE), NEAR_ZOOM, roomSize(1)],
			'icon-padding': 0,
			'icon-allow-overlap': true,
			'text-optional': true,
			'text-field': ['step', ['zoom'], '', NAMES_FROM_ZOOM, ['get', 'name']],
			'text-font': FONT_REGULAR,
			'text-size': NAME_SIZE,
			'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
			'text-radial-offset': ['/', ['get', 'radius'], NAME_SIZE],
			'text-max-width': 11,
			'text-padding': 3
		},
		paint: { 'text-color': colours.accent, 'text-halo-color': colours.halo, 'text-halo-width': 1.5 }
	};
}

/** Size of the room's image for a mark at a share of its size. */
function roomSize(scale: number): ExpressionSpecification {
	return ['*', (2 * scale) / ROOM_PIXELS, ['get', 'radius']];
}
