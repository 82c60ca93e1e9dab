import type { RoadClass } from '#domain/basemap.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { UNITS_PER_PIXEL, type Frame } from './frame.ts';
import { INK } from './ink.ts';
import { linesPath, polygonsPath } from './paths.ts';
import { element } from './svg.ts';

/** Roads that a printed map shows, the least first, with their widths in pixels. */
const ROADS: readonly (readonly [RoadClass, number])[] = [
	['secondary', 0.7],
	['primary', 1.2],
	['trunk', 1.6],
	['motorway', 2]
];
/** Secondary roads are drawn where a pixel is at most so many metres: from afar they are only a grey. */
const SECONDARY_METRES = 60;

/** Paths in units, within the map. */
export const inUnits = (inside: string): string =>
	inside === '' ? '' : element('g', { transform: `scale(${1 / UNITS_PER_PIXEL})` }, inside);

const pixels = (count: number) => count * UNITS_PER_PIXEL;

/**
 * Everything beneath the data: ground, the area, water.
 * @param tint `paper` under classes: in black and white the palest of them would read as a tinted ground
 */
export function groundLayer(
	{ basemap }: TerritorySummary,
	shape: MultiPolygonRings,
	frame: Frame,
	tint: 'paper' | 'tinted'
): string {
	const ground = tint === 'paper' ? INK.paper : INK.ground;
	const outside = tint === 'paper' ? INK.paper : INK.outside;
	const { width, height } = frame;
	const area = polygonsPath(shape, frame);
	const water = basemap === null ? '' : polygonsPath(basemap.waterAreas, frame);
	const rivers = basemap === null ? '' : linesPath(basemap.waterLines, frame);
	return (
		element('rect', { width, height, fill: area === '' ? ground : outside }) +
		inUnits(
			(area === '' ? '' : element('path', { d: area, fill: ground, 'fill-rule': 'evenodd' })) +
				(water === '' ? '' : element('path', { d: water, fill: INK.water, 'fill-rule': 'evenodd' })) +
				(rivers === ''
					? ''
					: element('path', { d: rivers, fill: 'none', stroke: INK.water, 'stroke-width': pixels(1) }))
		)
	);
}

/** The main roads, pale with a thin grey edge so that they show on dark and on light classes. */
export function roadLayer({ basemap }: TerritorySummary, frame: Frame): string {
	if (basemap === null) return '';
	const drawn = ROADS.filter(
		([roadClass]) => roadClass !== 'secondary' || 1 / frame.pixelsPerMetre <= SECONDARY_METRES
	);
	const paths = drawn.flatMap(([roadClass, width]) => {
		const lines = basemap.roads.filter((road) => road.roadClass === roadClass).map(({ line }) => line);
		const d = linesPath(lines, frame);
		return d === '' ? [] : [{ d, width }];
	});
	const strokes = (colour: string, more: number) =>
		paths.map(({ d, width }) => element('path', { d, stroke: colour, 'stroke-width': pixels(width + more) })).join('');
	if (paths.length === 0) return '';
	const lines = strokes(INK.roadCasing, 0.6) + strokes(INK.road, 0);
	return inUnits(element('g', { fill: 'none', 'stroke-linejoin': 'round', opacity: 0.75 }, lines));
}

/** Outlines of the communes, thin, and of the area, strong. */
export function outlineLayer({ communes }: TerritorySummary, shape: MultiPolygonRings, frame: Frame): string {
	const all = communes.flatMap(({ geometry }) => geometry ?? []);
	const d = polygonsPath(all, frame);
	const area = polygonsPath(shape, frame);
	return inUnits(
		(d === ''
			? ''
			: element('path', {
					d,
					fill: 'none',
					stroke: INK.communeLine,
					'stroke-width': pixels(0.6),
					'stroke-opacity': 0.8
				})) +
			(area === ''
				? ''
				: element('path', { d: area, fill: 'none', stroke: INK.perimeterLine, 'stroke-width': pixels(1.4) }))
	);
}
