import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Bounds } from '#domain/geometry.ts';
import type { MapTarget } from '#domain/map-target.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { boundsOf, markRing } from './camera.ts';
import type { DrawnSector } from './layers/sectors.ts';
import { FIT_PADDING } from './webgl-map.ts';

/** Zooms at which a single thing is looked at. */
const SITE_ZOOM = 13;
const MARK_ZOOM = 12.5;
/** A sector of one cell is not looked at closer than this. */
const SECTOR_MAX_ZOOM = 13.5;
const ANY_ZOOM = 22;

/** Fits a box in the frame. @param duration milliseconds */
export function fitBounds(map: MapLibreMap, bounds: Bounds, duration: number, maxZoom = ANY_ZOOM): void {
	map.fitBounds(bounds as [number, number, number, number], { padding: FIT_PADDING, duration, maxZoom });
}

/** Keeps the whole territory in the frame as the frame changes size, until somebody looks closer. */
export class WholeView {
	isWhole: boolean;

	constructor(map: MapLibreMap, bounds: Bounds, isWhole: boolean) {
		this.isWhole = isWhole;
		map.on('movestart', (event) => {
			// Moves of the programme's own have no event of the user behind them.
			if (event.originalEvent) this.isWhole = false;
		});
		map.on('resize', () => {
			if (this.isWhole) fitBounds(map, bounds, 0);
		});
	}
}

/** Fits a commune or a sector, or centres a site or a mark without zooming out; does nothing for a thing without a place. */
export function flyTo(
	map: MapLibreMap,
	summary: TerritorySummary,
	sectors: readonly DrawnSector[],
	target: MapTarget,
	duration: number
): void {
	const bounds = target.kind === 'sector' ? sectorBounds(sectors, target.name) : targetBounds(summary, target);
	if (!bounds) return;
	if (target.kind === 'commune') return fitBounds(map, bounds, duration);
	if (target.kind === 'sector') return fitBounds(map, bounds, duration, SECTOR_MAX_ZOOM);
	const zoom = Math.max(map.getZoom(), target.kind === 'site' ? SITE_ZOOM : MARK_ZOOM);
	map.easeTo({ center: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2], zoom, duration });
}

function sectorBounds(sectors: readonly DrawnSector[], name: string): Bounds | null {
	const shape = sectors.find((sector) => sector.name === name)?.shape;
	if (shape === undefined) return null;
	return boundsOf(shape.kind === 'area' ? shape.rings.flat(2) : shape.positions);
}

function targetBounds(summary: TerritorySummary, target: Exclude<MapTarget, { kind: 'sector' }>): Bounds | null {
	if (target.kind === 'commune') return summary.communes.find(({ code }) => code === target.code)?.bounds ?? null;
	if (target.kind === 'site') {
		const site = summary.sites.at(target.site);
		return site ? boundsOf([site.position]) : null;
	}
	const mesh =
		target.kind === 'cell'
			? summary.cells
			: summary.hexagons.find(({ resolution }) => resolution === target.resolution)?.mesh;
	return mesh ? boundsOf(markRing(mesh, target.kind === 'cell' ? target.cell : target.hexagon)) : null;
}
