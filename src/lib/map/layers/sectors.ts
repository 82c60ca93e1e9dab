import type { CircleLayerSpecification, LineLayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { LonLat, MultiPolygonRings, PolygonRings } from '#domain/geometry.ts';
import type { SectorShape } from '#domain/sector.ts';
import { collection, lines, points } from '../geojson.ts';
import { MAP_COLOURS, type Theme } from '../theme.ts';
import { FONT_SEMIBOLD } from './fonts.ts';
import { coarseOutline } from '#domain/sector-outline.ts';

/** An under-served sector as the map draws it: by its outline and its number in the list. */
export interface DrawnSector {
	readonly name: string;
	readonly number: number;
	readonly shape: SectorShape;
}

/** Half-width of the disc that a number stands in, and of the ring around a point without ground, CSS pixels. */
const BADGE_RADIUS = 11;
const POINT_RADIUS = 7;
/** Zoom from which cells are told apart well enough for their true outline. */
const TRUE_OUTLINE_ZOOM = 11;
/** Latitudes at which the widest part of a sector is looked for. */
const SCANS = 15;
/** Of the widest: of the stretches as wide, the one nearest to the middle is the farthest from edges. */
const WIDE_ENOUGH = 0.7;

/** The outlines, as they are read from afar and true; the points that have no ground; the places of the numbers. */
export function sectorSource(sectors: readonly DrawnSector[]): GeoJSON.FeatureCollection {
	return collection(
		sectors.flatMap(({ name, number, shape }) => {
			const ground =
				shape.kind === 'area'
					? [
							lines(coarseOutline(shape.rings), { name, part: 'far' }),
							lines(shape.rings.flat(), { name, part: 'near' })
						]
					: shape.positions.map((position) => points(position, { name, part: 'point' }));
			const at = numberPosition(shape);
			return at === null ? ground : [...ground, points(at, { name, part: 'number', number })];
		})
	);
}

/**
 * Where the number of a sector stands: the middle of a wide stretch of its largest part, so on its own ground; of points, the one
 * nearest to their middle. Null without ground.
 */
export function numberPosition(shape: SectorShape): LonLat | null {
	return shape.kind === 'area' ? widestMiddle(shape.rings) : middlePoint(shape.positions);
}

function middlePoint(positions: readonly LonLat[]): LonLat | null {
	const mean = [0, 1].map((axis) => positions.reduce((sum, position) => sum + position[axis], 0) / positions.length);
	const away = ([lon, lat]: LonLat) => Math.hypot(lon - mean[0], lat - mean[1]);
	return positions.reduce<LonLat | null>(
		(best, position) => (best === null || away(position) < away(best) ? position : best),
		null
	);
}

function widestMiddle(parts: MultiPolygonRings): LonLat | null {
	const largest = parts.reduce<PolygonRings | null>(
		(kept, part) => (kept === null || areaOf(part[0]) > areaOf(kept[0]) ? part : kept),
		null
	);
	if (largest === null) return null;
	const lats = largest[0].map(([, lat]) => lat);
	const [south, north] = [Math.min(...lats), Math.max(...lats)];
	const stretches: { readonly width: number; readonly at: LonLat }[] = [];
	for (let scan = 0; scan < SCANS; scan++) {
		const lat = south + ((scan + 0.5) / SCANS) * (north - south);
		const crossings = largest.flatMap((ring) => crossingsAt(ring, lat)).sort((one, other) => one - other);
		for (let at = 1; at < crossings.length; at += 2) {
			const width = crossings[at] - crossings[at - 1];
			stretches.push({ width, at: [(crossings[at] + crossings[at - 1]) / 2, lat] });
		}
	}
	const widest = Math.max(...stretches.map(({ width }) => width));
	const away = ({ at }: (typeof stretches)[number]) => Math.abs(at[1] - (south + north) / 2);
	const wide = stretches.filter(({ width }) => width >= WIDE_ENOUGH * widest);
	return wide.toSorted((one, other) => away(one) - away(other)).at(0)?.at ?? null;
}

/** Longitudes at which a ring crosses a latitude. */
function crossingsAt(ring: readonly LonLat[], lat: number): number[] {
	const found: number[] = [];
	for (let i = 1; i < ring.length; i++) {
		const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
		if (y1 > lat !== y2 > lat) found.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
	}
	return found;
}

/** Twice the area in square degrees: to compare alone. */
function areaOf(ring: readonly LonLat[]): number {
	let sum = 0;
	for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
	return Math.abs(sum);
}

/** Ink between two bands of paper reads over every colour of data; the numbers stand above all else. */
export function sectorLayers(
	theme: Theme
): readonly (LineLayerSpecification | CircleLayerSpecification | SymbolLayerSpecification)[] {
	const { ink, paper } = MAP_COLOURS[theme];
	return [
		// From afar scattered cells are a maze: what is around them is told.
		...outline('far', theme, { maxzoom: TRUE_OUTLINE_ZOOM }),
		...outline('near', theme, { minzoom: TRUE_OUTLINE_ZOOM }),
		{
			id: 'sectors-point',
			type: 'circle',
			source: 'sectors',
			filter: ['==', ['get', 'part'], 'point'],
			paint: {
				'circle-radius': POINT_RADIUS,
				'circle-color': paper,
				'circle-opacity': 0.5,
				'circle-stroke-color': ink,
				'circle-stroke-width': 2.25
			}
		},
		{
			id: 'sectors-badge',
			type: 'circle',
			source: 'sectors',
			filter: ['==', ['get', 'part'], 'number'],
			paint: {
				'circle-radius': BADGE_RADIUS,
				'circle-color': paper,
				'circle-stroke-color': ink,
				'circle-stroke-width': 1.75
			}
		},
		{
			id: 'sectors-number',
			type: 'symbol',
			source: 'sectors',
			filter: ['==', ['get', 'part'], 'number'],
			layout: {
				'text-field': ['to-string', ['get', 'number']],
				'text-font': FONT_SEMIBOLD,
				'text-size': 13,
				// Names give way to numbers, not numbers to names.
				'text-allow-overlap': true,
				'text-padding': BADGE_RADIUS / 2
			},
			paint: { 'text-color': ink }
		}
	];
}

/** The stroke of an outline and the paper on either side of it. */
function outline(
	part: 'far' | 'near',
	theme: Theme,
	zooms: Pick<LineLayerSpecification, 'minzoom' | 'maxzoom'>
): LineLayerSpecification[] {
	const { ink, paper } = MAP_COLOURS[theme];
	const of = {
		type: 'line',
		source: 'sectors',
		filter: ['==', ['get', 'part'], part] as never,
		layout: { 'line-join': 'round', 'line-cap': 'round' },
		...zooms
	} as const;
	const [casing, line] = part === 'far' ? ([3.5, 1.5] as const) : ([5, 2.25] as const);
	return [
		{ id: `sectors-${part}-casing`, ...of, paint: { 'line-color': paper, 'line-width': casing, 'line-opacity': 0.9 } },
		{ id: `sectors-${part}-line`, ...of, paint: { 'line-color': ink, 'line-width': line } }
	];
}
