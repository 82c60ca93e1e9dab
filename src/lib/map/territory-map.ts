import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Paint } from '#domain/atlas-answers.ts';
import { sameTarget, type MapTarget } from '#domain/map-target.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { attributionsOf } from './attribution.ts';
import { levelAt, pixelsPerMetre, type LevelChoice } from './camera.ts';
import { writeMapWords } from './map-words.ts';
import { fitBounds, flyTo, WholeView } from './moves.ts';
import { captureMap, whenIdle } from './capture.ts';
import { DeckStack } from './deck-stack.ts';
import { addImages, paintCommunes, repaintStyle, showLayers } from './style-changes.ts';
import { isochroneSource, type NestedIsochrones } from './layers/isochrones.ts';
import { ALL_SHOWN, type ShownLayers } from './layers/order.ts';
import { sectorSource, type DrawnSector } from './layers/sectors.ts';
import { selectionSource } from './layers/selection.ts';
import type { SitesState } from './layers/sites.ts';
import { NOTHING } from './geojson.ts';
import { composePng } from './png.ts';
import type { PngRequest, TerritoryMapOptions } from './map-options.ts';
import { Pointer } from './pointer.ts';
import { scaleBar } from './scale-bar.ts';
import { styleOf } from './style.ts';
import type { Theme } from './theme.ts';
import { createWebglMap } from './webgl-map.ts';
import './map.css';

export type { PngRequest, TerritoryMapEvents, TerritoryMapOptions } from './map-options.ts';

/** Milliseconds after which a lost context is not waited for: one taken for other pages' sake is never given back. */
const RESTORED_WITHIN = 1000;

/** The map of a territory. Without WebGL it tells so once and every method does nothing. */
export class TerritoryMap {
	readonly #options: TerritoryMapOptions;
	readonly #map: MapLibreMap | null;
	readonly #stack: DeckStack;
	readonly #pointer: Pointer | null = null;
	#locale: Locale;
	#theme: Theme;
	#shown: ShownLayers = ALL_SHOWN;
	#level: LevelChoice | null = null;
	#paint: Paint | null = null;
	#isochrones: NestedIsochrones | null = null;
	#sectors: readonly DrawnSector[] = [];
	#view: WholeView | null = null;
	#selected: MapTarget | null = null;
	#pointed: MapTarget | null = null;
	/** The style is whole: sources and layers may be changed. */
	#ready = false;
	#destroyed = false;
	#isPainted = false;

	constructor(options: TerritoryMapOptions) {
		const { container, summary, theme, camera, events } = options;
		this.#options = options;
		this.#locale = options.locale;
		this.#theme = theme;
		this.#stack = new DeckStack(summary, theme, devicePixelRatio);
		const map = createWebglMap({
			container,
			style: styleOf(summary, theme),
			camera,
			bounds: summary.bounds,
			label: '',
			attributions: attributionsOf(summary)
		});
		this.#map = map;
		if (!map) {
			queueMicrotask(() => events.failed('no-webgl'));
			return;
		}
		this.#pointer = new Pointer(map, summary, this.#stack.sites, this.#shown);
		this.#pointer.listen({
			hover: (target, at) => {
				this.highlight(target);
				events.hover(target, at);
			},
			click: (target) => events.click(target)
		});
		this.#listenToCamera(map);
		writeMapWords(map, summary.name, this.#locale);
		map.getCanvasContainer().append(Object.assign(document.createElement('div'), { className: 'map-crosshair' }));
		map.once('load', () => this.#start(map));
		map.once('webglcontextlost', () => this.#lose(map));
	}

	/** What the zoom calls for; null for a population by commune, or without a map. */
	get level(): LevelChoice | null {
		return this.#level;
	}

	/** Colours the marks of the paint's level, or the communes; null leaves the base map bare. */
	setPaint(paint: Paint | null): void {
		this.#paint = paint;
		if (this.#pointer) this.#pointer.paint = paint;
		this.#stack.setPaint(paint);
		if (this.#ready) this.#drawCommunes();
		this.#draw();
	}

	setSites(state: SitesState): void {
		this.#stack.setSites(state, this.#shown);
		this.#draw();
	}

	setIsochrones(answer: NestedIsochrones | null): void {
		this.#isochrones = answer;
		const label = (minutes: number) => writeMessage({ code: 'map_minutes', params: { minutes } }, this.#locale);
		this.#setSource('isochrones', () => (answer ? isochroneSource(answer, label, this.#theme) : NOTHING));
	}

	/** Outlines the under-served sectors, each with its number; none where they are not shown. */
	setSectors(sectors: readonly DrawnSector[]): void {
		this.#sectors = sectors;
		if (this.#pointer) this.#pointer.hasSectors = this.#ready && sectors.length > 0;
		this.#setSource('sectors', () => sectorSource(sectors));
		this.#drawSelection();
	}

	/** Families not named stay as they are. */
	setLayers(shown: Partial<ShownLayers>): void {
		this.#shown = { ...this.#shown, ...shown };
		if (this.#pointer) this.#pointer.shown = this.#shown;
		if (this.#ready && this.#map) showLayers(this.#map, this.#shown);
		this.#draw();
	}

	/** Pins a thing: its outline stays until another is pinned. */
	select(target: MapTarget | null): void {
		if (sameTarget(this.#selected, target)) return;
		this.#selected = target;
		this.#drawSelection();
	}

	/** Points at a thing, as the pointer or a row of a table does. */
	highlight(target: MapTarget | null): void {
		if (sameTarget(this.#pointed, target)) return;
		this.#pointed = target;
		this.#drawSelection();
	}

	/** Moves to a thing: a commune or a sector is fitted, a site or a mark is centred. */
	flyTo(target: MapTarget): void {
		this.#lookCloser();
		if (this.#map) flyTo(this.#map, this.#options.summary, this.#sectors, target, this.#duration);
	}

	/** The whole territory. */
	fit(): void {
		if (this.#view) this.#view.isWhole = true;
		if (this.#map) fitBounds(this.#map, this.#options.summary.bounds, this.#duration);
	}

	zoomIn(): void {
		this.#lookCloser();
		this.#map?.zoomIn({ duration: this.#duration });
	}

	zoomOut(): void {
		this.#lookCloser();
		this.#map?.zoomOut({ duration: this.#duration });
	}

	setLocale(locale: Locale): void {
		this.#locale = locale;
		if (this.#map) writeMapWords(this.#map, this.#options.summary.name, locale);
		this.setIsochrones(this.#isochrones);
	}

	setTheme(theme: Theme): void {
		if (theme === this.#theme) return;
		this.#theme = theme;
		this.#stack.setTheme(theme);
		const map = this.#map;
		if (map && this.#ready) {
			repaintStyle(map, theme);
			this.#drawCommunes();
		}
		this.#draw();
	}

	/**
	 * The map on paper, in light colours: title, sentences, legend, scale and sources with it.
	 * Waits for a map that is still being drawn.
	 * @throws Error without WebGL, or when the browser cannot make so large an image
	 */
	async png({ title, lines, sources, legend = null, notes = [], scale }: PngRequest): Promise<Blob> {
		const map = this.#map;
		if (!map) throw new Error('no map to print');
		if (!this.#ready) await new Promise((resolve) => map.once('load', resolve));
		const theme = this.#theme;
		this.setTheme('light');
		try {
			if (theme !== 'light') await whenIdle(map);
			const image = await captureMap(map, scale, (canvas) => this.#stack.followPixels(canvas));
			const { clientWidth: width, clientHeight: height } = map.getContainer();
			const bar = scaleBar(pixelsPerMetre(map.getZoom(), map.getCenter().lat), Math.min(160, width / 3));
			const foot = writeMessage({ code: 'map_sources', params: { sources } }, this.#locale);
			const text = { title, lines, legend, notes, sources: foot };
			return await composePng({ image, width, height, bar }, text, scale, this.#locale);
		} finally {
			this.setTheme(theme);
		}
	}

	/** To be called when the frame changed size untold (leaving full screen, printing). */
	resize(): void {
		this.#map?.resize();
	}

	destroy(): void {
		this.#destroyed = true;
		this.#ready = false;
		this.#map?.remove();
	}

	#start(map: MapLibreMap): void {
		this.#ready = true;
		this.#stack.setZoom(map.getZoom());
		this.#stack.attach(map, this.#shown);
		addImages(map, this.#theme);
		this.setLayers({});
		this.setIsochrones(this.#isochrones);
		this.#drawCommunes();
		this.setSectors(this.#sectors);
	}

	/** deck.gl has no way back from a lost context: the owner makes another map once the browser can draw again, or may be able to. */
	#lose(map: MapLibreMap): void {
		this.#ready = false;
		const tell = () => {
			clearTimeout(timer);
			if (!this.#destroyed) this.#options.events.lost();
		};
		const timer = setTimeout(tell, RESTORED_WITHIN);
		map.once('webglcontextrestored', tell);
	}

	#lookCloser(): void {
		if (this.#view) this.#view.isWhole = false;
	}

	#listenToCamera(map: MapLibreMap): void {
		const { events, summary, camera } = this.#options;
		const view = new WholeView(map, summary.bounds, camera === null);
		this.#view = view;
		const choose = () => {
			if (this.#destroyed) return;
			const choice = levelAt(summary.cells, summary.hexagons, map.getZoom(), map.getCenter().lat);
			const same = choice?.level === this.#level?.level && choice?.resolution === this.#level?.resolution;
			this.#level = choice;
			if (choice && !same) events.level(choice.level, choice.resolution);
		};
		// The owner has no map in hand until the constructor returns.
		queueMicrotask(choose);
		map.on('zoom', () => {
			choose();
			if (this.#stack.setZoom(map.getZoom())) this.#draw();
		});
		map.on('moveend', () => {
			const { lng, lat } = map.getCenter();
			events.camera(view.isWhole ? null : { lon: lng, lat, zoom: map.getZoom() });
		});
	}

	#draw(): void {
		if (!this.#ready) return;
		this.#stack.draw(this.#shown);
		if (this.#paint && !this.#isPainted) {
			this.#isPainted = true;
			// The frame after the one that draws it: what benchmarks call the map being there.
			this.#map?.once('render', () => requestAnimationFrame(() => performance.mark('maillage:map')));
		}
	}

	#drawCommunes(): void {
		if (this.#map) paintCommunes(this.#map, this.#paint, this.#options.summary.communes, this.#theme);
	}

	#drawSelection(): void {
		this.#setSource('selection', () =>
			selectionSource(
				this.#options.summary,
				this.#selected,
				this.#pointed,
				(site) => this.#stack.sites.radiusOf(site).full,
				this.#sectors
			)
		);
	}

	#setSource(id: 'isochrones' | 'sectors' | 'selection', make: () => GeoJSON.FeatureCollection): void {
		if (this.#ready) this.#map?.getSource<GeoJSONSource>(id)?.setData(make());
	}

	/** Milliseconds of a move. */
	get #duration(): number {
		return this.#options.reducedMotion ? 0 : 500;
	}
}
