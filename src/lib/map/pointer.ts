import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { Paint } from '#domain/atlas-answers.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { MapTarget } from '#domain/map-target.ts';
import { shortcutOf } from '#domain/shortcuts.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { SECTOR_NUMBER_LAYERS, SECTOR_OUTLINE_LAYERS, type LayerId, type ShownLayers } from './layers/order.ts';
import type { SiteLayer } from './layers/sites.ts';
import { communeAt, MeshIndex, siteAt } from './picking.ts';

/** How far from a mark still counts as on it, in CSS pixels. */
const MOUSE_TOLERANCE = 3;
const FINGER_TOLERANCE = 12;
/** A line is thin: what lies on either side keeps its own words. */
const OUTLINE_TOLERANCE = 1;

/** Where a thing that is not there yet would stand, as the pointer goes. */
export interface Placing {
	/** Null once the pointer leaves the map. */
	over(position: LonLat | null): void;
	/** Decided: a click, a tap, or Enter at the centre of the map. */
	place(position: LonLat): void;
}

export interface PointerEvents {
	hover(target: MapTarget | null, at: { readonly x: number; readonly y: number }): void;
	click(target: MapTarget | null): void;
}

/** Says what lies under the pointer: the number of a sector, a site, the outline of a sector, else the mark that is drawn, else the commune. */
export class Pointer {
	readonly #map: MapLibreMap;
	readonly #sites: SiteLayer;
	readonly #cells: MeshIndex | null;
	readonly #hexagons: ReadonlyMap<number, MeshIndex>;
	/** Its sites are those of the scenario that is seen. */
	summary: TerritorySummary;
	paint: Paint | null = null;
	shown: ShownLayers;
	/** While something is being placed, nothing is designated. */
	placing: Placing | null = null;
	/** A pin is dragged: what it passes over is not told. */
	isDragging = false;
	/** Whether sectors are drawn: asking the map what lies under each move has its price. */
	hasSectors = false;

	constructor(map: MapLibreMap, summary: TerritorySummary, sites: SiteLayer, shown: ShownLayers) {
		this.#map = map;
		this.summary = summary;
		this.#sites = sites;
		this.shown = shown;
		this.#cells = summary.cells && new MeshIndex(summary.cells);
		this.#hexagons = new Map(summary.hexagons.map(({ resolution, mesh }) => [resolution, new MeshIndex(mesh)]));
	}

	/** Tells of moves, clicks and taps, and of Enter, which designates what is at the centre of the map. */
	listen(events: PointerEvents): void {
		let hovering = false;
		const leave = (at = { x: 0, y: 0 }) => {
			if (hovering) events.hover(null, at);
			hovering = false;
		};
		this.#map.on('mousemove', ({ point, lngLat }: MapMouseEvent) => {
			if (this.isDragging) return leave(point);
			if (this.placing) {
				leave(point);
				this.#map.getCanvas().style.cursor = 'crosshair';
				return this.placing.over([lngLat.lng, lngLat.lat]);
			}
			const target = this.#targetAt(point, [lngLat.lng, lngLat.lat], MOUSE_TOLERANCE);
			this.#map.getCanvas().style.cursor = target ? 'pointer' : '';
			if (!target) return leave(point);
			hovering = true;
			events.hover(target, { x: point.x, y: point.y });
		});
		this.#map.on('mouseout', () => {
			leave();
			this.placing?.over(null);
		});
		this.#map.on('click', ({ point, lngLat, originalEvent }: MapMouseEvent) => {
			if (this.placing) return this.placing.place([lngLat.lng, lngLat.lat]);
			const finger = (originalEvent as Partial<PointerEvent>).pointerType === 'touch';
			events.click(this.#targetAt(point, [lngLat.lng, lngLat.lat], finger ? FINGER_TOLERANCE : MOUSE_TOLERANCE));
		});
		this.#map.getCanvas().addEventListener('keydown', (event) => {
			if (shortcutOf('map', event) !== 'designate') return;
			event.preventDefault();
			const { lng, lat } = this.#map.getCenter();
			if (this.placing) return this.placing.place([lng, lat]);
			events.click(this.#targetAt(this.#map.project([lng, lat]), [lng, lat], FINGER_TOLERANCE));
		});
	}

	/** The site whose mark is there. */
	siteAt(x: number, y: number, isFinger: boolean): number | null {
		if (!this.shown.sites) return null;
		return siteAt(this.#marksOnScreen(), x, y, isFinger ? FINGER_TOLERANCE : MOUSE_TOLERANCE);
	}

	#targetAt({ x, y }: { x: number; y: number }, position: LonLat, tolerance: number): MapTarget | null {
		const numbered = this.#sectorAt(x, y, 0, SECTOR_NUMBER_LAYERS);
		if (numbered) return numbered;
		const site = this.shown.sites ? siteAt(this.#marksOnScreen(), x, y, tolerance) : null;
		if (site !== null) return { kind: 'site', site };
		const outlined = this.#sectorAt(x, y, OUTLINE_TOLERANCE, SECTOR_OUTLINE_LAYERS);
		return outlined ?? this.#markAt(position) ?? this.#communeAt(position);
	}

	#sectorAt(x: number, y: number, tolerance: number, layers: readonly LayerId[]): MapTarget | null {
		if (!this.hasSectors) return null;
		const around: [[number, number], [number, number]] = [
			[x - tolerance, y - tolerance],
			[x + tolerance, y + tolerance]
		];
		const name: unknown = this.#map.queryRenderedFeatures(around, { layers: [...layers] }).at(0)?.properties.name;
		return typeof name === 'string' ? { kind: 'sector', name } : null;
	}

	#markAt(position: LonLat): MapTarget | null {
		if (!this.paint || !this.shown.cells) return null;
		const { level, resolution } = this.paint;
		if (level === 'cells') {
			const cell = this.#cells?.at(position) ?? null;
			return cell === null ? null : { kind: 'cell', cell };
		}
		if (level !== 'hexagons' || resolution === null) return null;
		const hexagon = this.#hexagons.get(resolution)?.at(position) ?? null;
		return hexagon === null ? null : { kind: 'hexagon', resolution, hexagon };
	}

	#communeAt(position: LonLat): MapTarget | null {
		const code = communeAt(this.summary.communes, position);
		return code === null ? null : { kind: 'commune', code };
	}

	*#marksOnScreen() {
		for (const site of this.#sites.drawn) {
			const { x, y } = this.#map.project(this.summary.sites[site].position as [number, number]);
			yield { site, x, y, radius: this.#sites.radiusOf(site).drawn };
		}
	}
}
