import type { DeckProps, Layer } from '@deck.gl/core';
import { SolidPolygonLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Paint } from '#domain/atlas-answers.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { cellLayer, type MarkLayer } from './layers/cells.ts';
import { hexagonLayers } from './layers/hexagons.ts';
import { ABOVE_MARKS, type ShownLayers } from './layers/order.ts';
import { NO_SITES_STATE, SiteLayer, type SitesState } from './layers/sites.ts';
import type { Theme } from './theme.ts';

type Device = Parameters<NonNullable<DeckProps['onDeviceInitialized']>>[0];

/** Holds the marks' place in MapLibre's stack before there is any: the overlay only adds places while no source is loading. */
const anchor = () => new SolidPolygonLayer({ id: 'marks-anchor', data: [], ...({ beforeId: ABOVE_MARKS } as object) });

/** What deck.gl draws within the map: the marks below the roads, the sites above all. */
export class DeckStack {
	readonly sites: SiteLayer;
	readonly #cells: MarkLayer | null;
	readonly #hexagons: ReadonlyMap<number, MarkLayer>;
	readonly #overlay: MapLibreOverlay;
	#device: Device | null = null;
	#paint: Paint | null = null;
	#drawn: MarkLayer | null = null;
	#sitesState: SitesState = NO_SITES_STATE;
	#theme: Theme;

	constructor(summary: TerritorySummary, theme: Theme, pixelRatio: number) {
		this.#theme = theme;
		this.#cells = cellLayer(summary.cells);
		this.#hexagons = hexagonLayers(summary.hexagons);
		this.sites = new SiteLayer(summary.sites, theme, pixelRatio);
		this.#overlay = new MapLibreOverlay({
			interleaved: true,
			layers: [],
			onDeviceInitialized: (device) => {
				this.#device = device;
			}
		});
	}

	/** To be called when the map's style is whole and before anything of it is changed: the overlay takes its places then. */
	attach(map: MapLibreMap, shown: ShownLayers): void {
		this.draw(shown);
		map.addControl(this.#overlay);
	}

	/** Follows a canvas whose pixels changed in number while its size on the page did not: deck.gl observes the size alone. */
	followPixels({ width, height }: HTMLCanvasElement): void {
		this.#device?.getDefaultCanvasContext().setDrawingBufferSize(width, height);
	}

	/** Marks of the paint's level are drawn, those of other levels hidden; null and level communes hide all. */
	setPaint(paint: Paint | null): void {
		this.#paint = paint;
		const layer = paint && this.#layerOf(paint);
		this.#drawn = paint && layer?.paint(paint, this.#theme) ? layer : null;
	}

	setSites(state: SitesState, shown: ShownLayers): void {
		this.#sitesState = state;
		this.sites.setState(state, shown.neighbours);
	}

	setTheme(theme: Theme): void {
		this.#theme = theme;
		this.sites.setTheme(theme);
		this.setPaint(this.#paint);
	}

	/** Marks shrink as one zooms out. @returns whether they must be drawn anew */
	setZoom(zoom: number): boolean {
		return this.sites.setZoom(zoom);
	}

	/** Hands the layers to deck.gl as they are now. */
	draw(shown: ShownLayers): void {
		this.sites.setState(this.#sitesState, shown.neighbours);
		const marks = [this.#cells, ...this.#hexagons.values()].map(
			(layer) => layer?.layer(shown.cells && layer === this.#drawn) ?? null
		);
		this.#overlay.setProps({ layers: [anchor(), ...marks, this.sites.layer(shown.sites)] as (Layer | null)[] });
	}

	#layerOf(paint: Paint): MarkLayer | null {
		if (paint.level === 'cells') return this.#cells;
		return paint.level === 'hexagons' && paint.resolution !== null
			? (this.#hexagons.get(paint.resolution) ?? null)
			: null;
	}
}
