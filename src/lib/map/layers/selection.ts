import type { CircleLayerSpecification, ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl';
import type { MapTarget } from '#domain/map-target.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { markRing } from '../camera.ts';
import { collection, lines, points } from '../geojson.ts';
import type { DrawnSector } from './sectors.ts';
import { FAR_SCALE, FAR_ZOOM, NEAR_ZOOM } from '../site-marks.ts';
import { MAP_COLOURS, type Theme } from '../theme.ts';

/** From a mark's edge to the ring around it, CSS pixels. */
const RING_GAP = 4;
/** Radius of the mark of a demand point that has no ground, CSS pixels. */
const POINT_RADIUS = 6;

/** `selected` is pinned, `pointed` is under the pointer or the table's row. */
type Role = 'selected' | 'pointed';

/** Outlines of what is selected and of what is pointed at. */
export function selectionSource(
	summary: TerritorySummary,
	selected: MapTarget | null,
	pointed: MapTarget | null,
	siteRadius: (site: number) => number,
	sectors: readonly DrawnSector[]
): GeoJSON.FeatureCollection {
	const features: GeoJSON.Feature[] = [];
	for (const [target, role] of [
		[pointed, 'pointed'],
		[selected, 'selected']
	] as const) {
		if (target?.kind === 'sector') features.push(...sectorFeatures(sectors, target.name, role));
		else if (target) features.push(...targetFeatures(summary, target, role, siteRadius));
	}
	return collection(features);
}

/** Nothing where no such sector is drawn. */
function sectorFeatures(sectors: readonly DrawnSector[], name: string, role: Role): GeoJSON.Feature[] {
	const shape = sectors.find((sector) => sector.name === name)?.shape;
	if (shape === undefined) return [];
	if (shape.kind === 'area') return [lines(shape.rings.flat(), { role })];
	return shape.positions.map((position) => points(position, { role, radius: POINT_RADIUS }));
}

function targetFeatures(
	summary: TerritorySummary,
	target: Exclude<MapTarget, { kind: 'sector' }>,
	role: Role,
	siteRadius: (site: number) => number
): GeoJSON.Feature[] {
	if (target.kind === 'site') {
		const site = summary.sites.at(target.site);
		return site ? [points(site.position, { role, radius: siteRadius(target.site) })] : [];
	}
	if (target.kind === 'commune') {
		const rings = summary.communes.find(({ code }) => code === target.code)?.geometry;
		return rings ? [lines(rings.flat(), { role })] : [];
	}
	const mesh =
		target.kind === 'cell'
			? summary.cells
			: summary.hexagons.find(({ resolution }) => resolution === target.resolution)?.mesh;
	const mark = target.kind === 'cell' ? target.cell : target.hexagon;
	return mesh && mark < mesh.count ? [lines([markRing(mesh, mark)], { role })] : [];
}

export function selectionLayers(theme: Theme): readonly (LineLayerSpecification | CircleLayerSpecification)[] {
	const { accent, paper } = MAP_COLOURS[theme];
	const ring = (scale: number): ExpressionSpecification => ['+', RING_GAP, ['*', scale, ['get', 'radius']]];
	const width = (selected: number, pointed: number): never =>
		['case', ['==', ['get', 'role'], 'selected'], selected, pointed] as never;
	return [
		{
			id: 'selection-casing',
			type: 'line',
			source: 'selection',
			filter: ['==', ['geometry-type'], 'LineString'],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': paper, 'line-width': width(6, 4), 'line-opacity': 0.9 }
		},
		{
			id: 'selection-line',
			type: 'line',
			source: 'selection',
			filter: ['==', ['geometry-type'], 'LineString'],
			layout: { 'line-join': 'round' },
			paint: { 'line-color': accent, 'line-width': width(3, 1.75) }
		},
		{
			id: 'selection-site',
			type: 'circle',
			source: 'selection',
			filter: ['==', ['geometry-type'], 'Point'],
			paint: {
				'circle-radius': ['interpolate', ['linear'], ['zoom'], FAR_ZOOM, ring(FAR_SCALE), NEAR_ZOOM, ring(1)],
				'circle-color': paper,
				'circle-opacity': 0.7,
				'circle-stroke-color': accent,
				'circle-stroke-width': width(3, 1.75)
			}
		}
	];
}
