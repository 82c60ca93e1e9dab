import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { LonLat } from '#domain/geometry.ts';
import { shortcutOf } from '#domain/shortcuts.ts';
import type { Pointer } from './pointer.ts';

/** Pixels that a pin must be pulled by before it follows: a click is none. */
const PULLED_PIXELS = 4;

export interface DragEvents {
	/** Whether this site may be dragged. */
	canMove(site: number): boolean;
	/** The pin is here: told as it moves. */
	drag(site: number, position: LonLat): void;
	/** Let go there; null: given up (Escape, a second finger), all stays as it was. */
	drop(site: number, position: LonLat | null): void;
}

/** Lets the pins of sites be dragged, by mouse and by finger. The map keeps still meanwhile. */
export class SiteDrag {
	readonly #map: MapLibreMap;
	readonly #pointer: Pointer;
	/** Null: no pin moves. */
	events: DragEvents | null = null;
	#site = 0;
	#from = { x: 0, y: 0 };
	#isPulled = false;
	#release: AbortController | null = null;

	constructor(map: MapLibreMap, pointer: Pointer) {
		[this.#map, this.#pointer] = [map, pointer];
		const grab = (event: MapMouseEvent | MapTouchEvent, isFinger: boolean) => {
			// A second finger is for the map: what was dragged is given up.
			if (this.#release) return this.#end(null);
			if (!this.events || pointer.placing) return;
			const site = pointer.siteAt(event.point.x, event.point.y, isFinger);
			if (site === null || !this.events.canMove(site)) return;
			event.preventDefault();
			this.#hold(site, { x: event.point.x, y: event.point.y });
		};
		map.on('mousedown', (event) => {
			if (event.originalEvent.button === 0) grab(event, false);
		});
		map.on('touchstart', (event) => grab(event, true));
	}

	#hold(site: number, from: { readonly x: number; readonly y: number }): void {
		[this.#site, this.#from, this.#isPulled] = [site, from, false];
		this.#release = new AbortController();
		const { signal } = this.#release;
		// The pointer may leave the map before it lets go.
		window.addEventListener('mousemove', (event) => this.#move(event), { signal });
		window.addEventListener('touchmove', (event) => this.#move(event.touches[0]), { signal });
		window.addEventListener('mouseup', (event) => this.#end(this.#positionOf(event)), { signal });
		window.addEventListener('touchend', (event) => this.#end(this.#positionOf(event.changedTouches[0])), { signal });
		window.addEventListener('touchcancel', () => this.#end(null), { signal });
		window.addEventListener(
			'keydown',
			(event) => {
				if (shortcutOf('app', event) !== 'close') return;
				event.preventDefault();
				this.#end(null);
			},
			{ signal, capture: true }
		);
	}

	#move(at: { readonly clientX: number; readonly clientY: number }): void {
		const { x, y } = this.#pixelOf(at);
		if (!this.#isPulled && Math.hypot(x - this.#from.x, y - this.#from.y) < PULLED_PIXELS) return;
		this.#isPulled = this.#pointer.isDragging = true;
		this.#map.getCanvas().style.cursor = 'grabbing';
		this.events?.drag(this.#site, this.#positionOf(at));
	}

	#end(position: LonLat | null): void {
		this.#release?.abort();
		this.#release = null;
		this.#pointer.isDragging = false;
		this.#map.getCanvas().style.cursor = '';
		if (this.#isPulled) this.events?.drop(this.#site, position);
	}

	#pixelOf({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) {
		const { left, top } = this.#map.getCanvas().getBoundingClientRect();
		return { x: clientX - left, y: clientY - top };
	}

	#positionOf(at: { readonly clientX: number; readonly clientY: number }): LonLat {
		const { x, y } = this.#pixelOf(at);
		const { lng, lat } = this.#map.unproject([x, y]);
		return [lng, lat];
	}
}
