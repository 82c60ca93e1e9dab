import {
	AttributionControl,
	Map as MapLibreMap,
	ScaleControl,
	setWorkerUrl,
	type LngLatBoundsLike,
	type StyleSpecification
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Bounds } from '#domain/geometry.ts';
import type { Camera } from '#domain/map-target.ts';
import { escapeHtml } from './escape-html.ts';

/** Room around what is fitted, in CSS pixels. */
export const FIT_PADDING = 32;
const MIN_ZOOM = 4;
const MAX_ZOOM = 17;

export interface WebglMapOptions {
	readonly container: HTMLElement;
	readonly style: StyleSpecification;
	readonly camera: Camera | null;
	readonly bounds: Bounds;
	readonly label: string;
	readonly attributions: readonly string[];
}

/** A MapLibre map without rotation or tilt (north is up on every page); null where the browser has no WebGL. */
export function createWebglMap(options: WebglMapOptions): MapLibreMap | null {
	const { container, style, camera, bounds, label, attributions } = options;
	setWorkerUrl(workerUrl);
	let map: MapLibreMap;
	try {
		map = new MapLibreMap({
			container,
			style,
			...(camera
				? { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom }
				: { bounds: bounds as unknown as LngLatBoundsLike, fitBoundsOptions: { padding: FIT_PADDING } }),
			minZoom: MIN_ZOOM,
			maxZoom: MAX_ZOOM,
			attributionControl: false,
			dragRotate: false,
			pitchWithRotate: false,
			touchPitch: false,
			renderWorldCopies: false,
			fadeDuration: 0,
			canvasContextAttributes: { antialias: true },
			locale: { 'Map.Title': label }
		});
	} catch {
		container.replaceChildren();
		return null;
	}
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.addControl(new ScaleControl({ maxWidth: 110, unit: 'metric' }), 'bottom-left');
	map.addControl(new AttributionControl({ customAttribution: attributions.map(escapeHtml) }), 'bottom-right');
	// On a narrow map the sources fold into a button; MapLibre would first lay them open over the scale.
	const sources = container.querySelector('.maplibregl-ctrl-attrib.maplibregl-compact');
	sources?.classList.remove('maplibregl-compact-show');
	sources?.removeAttribute('open');
	return map;
}

/** Tells benchmarks that the map is there: the frame after the one that draws it. */
export function markNextDrawing(map: MapLibreMap): void {
	map.once('render', () => requestAnimationFrame(() => performance.mark('maillage:map')));
}
