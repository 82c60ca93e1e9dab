import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Paint } from '#domain/atlas-answers.ts';
import type { SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';
import { sameTarget, type MapTarget } from '#domain/map-target.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { attributionsOf } from '#domain/attribution.ts';
import { pixelsPerMetre } from './camera.ts';
import { writeMapWords } from './map-words.ts';
import { MapCamera } from './map-camera.ts';
import { captureMap, whenIdle } from './capture.ts';
import { DeckStack } from './deck-stack.ts';
import { addImages, paintCommunes, repaintStyle, showLayers } from './style-changes.ts';
import { ghostSource, type Ghost } from './layers/ghost.ts';
import { isochroneSource, type NestedIsochrones } from './layers/isochrones.ts';
import { ALL_SHOWN, type ShownLayers } from './layers/order.ts';
import { sectorSource, type DrawnSector } from './layers/sectors.ts';
import { selectionSource } from './layers/selection.ts';
import { sameSiteNames, siteNameSource, type SitesState } from './layers/sites.ts';
import { NOTHING } from './geojson.ts';
import { composePng } from './png.ts';
import { OncePerTurn } from './once-per-turn.ts';
import type { PngRequest, TerritoryMapOptions } from './map-options.ts';
import { Pointer, type Placing } from './pointer.ts';
import { SiteDrag, type DragEvents } from './site-drag.ts';
import { scaleBar } from '#domain/scale-bar.ts';
import { styleOf } from './style.ts';
import type { Theme } from './theme.ts';
import { createWebglMap, markNextDrawing } from './webgl-map.ts';
import './map.css';

export type { PngRequest, TerritoryMapEvents, TerritoryMapOptions } from './map-options.ts';

/** Sources of MapLibre's whose data change. */
type DataSource = 'isochrones' | 'sectors' | 'selection' | 'ghost' | 'site-names';

/** Milliseconds after which a lost context is not waited for: one taken for other pages' sake is never given back. */
const RESTORED_WITHIN = 1000;

/** The map of a territory. Without WebGL it tells so once and every method does nothing. */
export class TerritoryMap {
	readonly #options: TerritoryMapOptions;
	readonly #map: MapLibreMap | null;
	readonly #stack: DeckStack;
	readonly #pointer: Pointer | null = null;
	readonly #drag: SiteDrag | null = null;
	#summary: TerritorySummary;
	#ghost: Ghost | null = null;
	#locale: Locale;
	#theme: Theme;
	#shown: ShownLayers = ALL_SHOWN;
	#paint: Paint | null = null;
	#isochrones: NestedIsochrones | null = null;
	#sectors: readonly DrawnSector[] = [];
	readonly #camera: MapCamera | null = null;
	#selected: MapTarget | null = null;
	#pointed: MapTarget | null = null;
	/** The style is whole: sources and layers may be changed. */
	#ready = false;
	#destroyed = false;
	#isPainted = false;
	/** Paint, pins and layers change one after the other within a turn. */
	readonly #drawing = new OncePerTurn(() => this.#draw());

	constructor(options: TerritoryMapOptions) {
		const { container, summary, theme, camera, events } = options;
		this.#options = options;
		this.#summary = summary;
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
		this.#drag = new SiteDrag(map, this.#pointer);
		this.#camera = new MapCamera(map, options, (zoom) => {
			if (this.#stack.setZoom(zoom)) this.#drawing.ask();
		});
		writeMapWords(map, summary.name, this.#locale);
		map.getCanvasContainer().append(Object.assign(document.createElement('div'), { className: 'map-crosshair' }));
		map.once('load', () => this.#start(map));
		map.once('webglcontextlost', () => this.#lose(map));
	}

	/** Colours the marks of the paint's level, or the communes; null leaves the base map bare. */
	setPaint(paint: Paint | null): void {
		const hasCommunes = [paint, this.#paint].some((one) => one?.level === 'communes');
		this.#paint = paint;
		if (this.#pointer) this.#pointer.paint = paint;
		this.#stack.setPaint(paint);
		if (this.#ready && hasCommunes) this.#drawCommunes();
		this.#drawing.ask();
	}

	/** @param sites those of the territory in their order, where the scenario puts them, then those it adds */
	setSites(sites: readonly SiteSummary[], state: SitesState): void {
		if (sites !== this.#summary.sites) {
			const before = this.#summary.sites;
			this.#summary = { ...this.#summary, sites };
			this.#stack.sites.setSites(sites);
			if (this.#pointer) this.#pointer.summary = this.#summary;
			// Labels are placed anew over the whole map: not for hours that leave the marks as they are.
			if (!sameSiteNames(before, sites)) this.#setSource('site-names', () => siteNameSource(sites));
		}
		this.#stack.setSites(state, this.#shown);
		this.#drawing.ask();
	}

	/** While given, clicks place a thing and designate nothing. */
	setPlacing(placing: Placing | null): void {
		if (this.#pointer) this.#pointer.placing = placing;
	}

	/** Which pins may be dragged, and who is told; null: none. */
	setDragging(events: DragEvents | null): void {
		if (this.#drag) this.#drag.events = events;
	}

	/** Draws a site where it might stand. */
	setGhost(ghost: Ghost | null): void {
		if (ghost === this.#ghost) return;
		this.#ghost = ghost;
		this.#setSource('ghost', () => ghostSource(ghost));
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
		this.#drawing.ask();
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
		this.#camera?.flyTo(this.#summary, this.#sectors, target);
	}

	/** The whole territory. */
	fit(): void {
		this.#camera?.fit();
	}

	/** One level closer or farther. */
	zoomBy(steps: 1 | -1): void {
		this.#camera?.zoomBy(steps);
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
		this.#drawing.ask();
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
		this.#drawing.now();
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
		this.#camera?.leave();
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
		this.setGhost(this.#ghost);
		this.#setSource('site-names', () => siteNameSource(this.#summary.sites));
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

	#draw(): void {
		if (!this.#ready) return;
		this.#stack.draw(this.#shown);
		if (this.#paint && !this.#isPainted) {
			this.#isPainted = true;
			if (this.#map) markNextDrawing(this.#map);
		}
	}

	#drawCommunes(): void {
		if (this.#map) paintCommunes(this.#map, this.#paint, this.#options.summary.communes, this.#theme);
	}

	#drawSelection(): void {
		this.#setSource('selection', () =>
			selectionSource(
				this.#summary,
				this.#selected,
				this.#pointed,
				(site) => this.#stack.sites.radiusOf(site).full,
				this.#sectors
			)
		);
	}

	#setSource(id: DataSource, make: () => GeoJSON.FeatureCollection): void {
		if (this.#ready) this.#map?.getSource<GeoJSONSource>(id)?.setData(make());
	}
}
