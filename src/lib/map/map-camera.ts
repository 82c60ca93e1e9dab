import type { Map as MapLibreMap } from 'maplibre-gl';
import type { MapTarget } from '#domain/map-target.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { levelAt, type LevelChoice } from './camera.ts';
import type { DrawnSector } from './layers/sectors.ts';
import type { TerritoryMapOptions } from './map-options.ts';
import { fitBounds, flyTo, WholeView } from './moves.ts';

/** Where the map looks: tells its owner of each move and of the level that the zoom calls for, and moves on demand. */
export class MapCamera {
	readonly #map: MapLibreMap;
	readonly #options: TerritoryMapOptions;
	readonly #view: WholeView;
	#level: LevelChoice | null = null;
	#hasLeft = false;

	/** @param onzoom told of every zoom, after the level */
	constructor(map: MapLibreMap, options: TerritoryMapOptions, onzoom: (zoom: number) => void) {
		const { events, summary, camera } = options;
		[this.#map, this.#options] = [map, options];
		const view = new WholeView(map, summary.bounds, camera === null);
		this.#view = view;
		// The owner has no map in hand until the constructor returns.
		queueMicrotask(() => this.#chooseLevel());
		map.on('zoom', () => {
			this.#chooseLevel();
			onzoom(map.getZoom());
		});
		map.on('moveend', () => {
			const { lng, lat } = map.getCenter();
			events.camera(view.isWhole ? null : { lon: lng, lat, zoom: map.getZoom() });
		});
	}

	flyTo(summary: TerritorySummary, sectors: readonly DrawnSector[], target: MapTarget): void {
		this.#view.isWhole = false;
		flyTo(this.#map, summary, sectors, target, this.#duration);
	}

	/** The whole territory. */
	fit(): void {
		this.#view.isWhole = true;
		fitBounds(this.#map, this.#options.summary.bounds, this.#duration);
	}

	zoomBy(steps: 1 | -1): void {
		this.#view.isWhole = false;
		if (steps > 0) this.#map.zoomIn({ duration: this.#duration });
		else this.#map.zoomOut({ duration: this.#duration });
	}

	/** The map is no more: nothing is told. */
	leave(): void {
		this.#hasLeft = true;
	}

	#chooseLevel(): void {
		if (this.#hasLeft) return;
		const { summary, events } = this.#options;
		const choice = levelAt(summary.cells, summary.hexagons, this.#map.getZoom(), this.#map.getCenter().lat);
		const same = choice?.level === this.#level?.level && choice?.resolution === this.#level?.resolution;
		this.#level = choice;
		if (choice && !same) events.level(choice.level, choice.resolution);
	}

	/** Milliseconds of a move. */
	get #duration(): number {
		return this.#options.reducedMotion ? 0 : 500;
	}
}
