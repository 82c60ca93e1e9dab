import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import { coarseOutline } from '#domain/sector-outline.ts';
import type { Sector, SectorShape } from '#domain/sector.ts';
import { UNITS_PER_PIXEL, type Frame } from './frame.ts';
import { inUnits } from './ground.ts';
import { INK } from './ink.ts';
import { boxAround, type Box } from './labels.ts';
import { linesPath, polygonsPath } from './paths.ts';
import { element, text } from './svg.ts';

const BADGE = 7.5;
const LINE = 1.6;

/** Where a kilometre is less than so many pixels, cells are too small for their outline to be read: that of the squares they touch is drawn. */
const COARSE_PIXELS = 30;

export interface SectorLayer {
	readonly svg: string;
	/** Room that the numbers take. */
	readonly taken: readonly Box[];
	readonly isCoarse: boolean;
}

/** Sectors by outline and number. */
export function sectorLayer(sectors: readonly Sector[], frame: Frame): SectorLayer {
	const shapes = sectors.map(({ shape }) => shape);
	const areas = shapes.flatMap((shape) => (shape.kind === 'area' ? [shape.rings] : []));
	const isCoarse = areas.length > 0 && frame.pixelsPerMetre * 1000 < COARSE_PIXELS;
	const d = isCoarse ? linesPath(areas.flatMap(coarseOutline), frame) : polygonsPath(areas.flat(), frame);
	const line = (stroke: string, width: number) =>
		element('path', {
			d,
			fill: 'none',
			stroke,
			'stroke-width': width * UNITS_PER_PIXEL,
			'stroke-linejoin': 'round',
			'stroke-linecap': 'round'
		});
	const outlines = d === '' ? '' : inUnits(line(INK.paper, LINE + 2.4) + line(INK.perimeterLine, LINE));
	const dots = shapes
		.flatMap((shape) => (shape.kind === 'points' ? shape.positions : []))
		.map(([lon, lat]) =>
			element('circle', { cx: frame.x(lon), cy: frame.y(lat), r: 3, fill: INK.paper, stroke: INK.perimeterLine })
		);
	const taken: Box[] = [];
	const badges = shapes.map((shape, rank) => {
		const at = middleOf(shape);
		return at === null ? '' : badge(freePlace(frame.x(at[0]), frame.y(at[1]), taken), rank + 1, taken);
	});
	return { svg: outlines + dots.join('') + badges.join(''), taken, isCoarse };
}

/** A number in a disc. */
export function badge([x, y]: readonly [number, number], number: number, taken: Box[] = []): string {
	taken.push(boxAround(x, y, BADGE));
	return (
		element('circle', { cx: x, cy: y, r: BADGE, fill: INK.paper, stroke: INK.text, 'stroke-width': 1.2 }) +
		text(x, y + 3.4, String(number), { size: number > 99 ? 8 : 9.5, bold: true, fill: INK.text, anchor: 'middle' })
	);
}

/** Beside the badges that are there: two numbers on each other are none. */
function freePlace(x: number, y: number, taken: readonly Box[]): readonly [number, number] {
	for (let ring = 0; ring < 4; ring++) {
		for (let turn = 0; turn < (ring === 0 ? 1 : 8); turn++) {
			const angle = (turn * Math.PI) / 4;
			const [cx, cy] = [x + ring * 12 * Math.cos(angle), y + ring * 12 * Math.sin(angle)];
			const isFree = taken.every(
				(box) =>
					Math.abs((box.west + box.east) / 2 - cx) >= 2 * BADGE ||
					Math.abs((box.north + box.south) / 2 - cy) >= 2 * BADGE
			);
			if (isFree) return [cx, cy];
		}
	}
	return [x, y];
}

/** A place on the ground of a sector: the middle of its largest part, or of its points. Null where it has no ground. */
function middleOf(shape: SectorShape): LonLat | null {
	if (shape.kind === 'points') return shape.positions.at(Math.floor(shape.positions.length / 2)) ?? null;
	return middleOfLargest(shape.rings);
}

function middleOfLargest(parts: MultiPolygonRings): LonLat | null {
	let largest: readonly LonLat[] | null = null;
	let most = 0;
	for (const rings of parts) {
		const area = Math.abs(doubleArea(rings[0] ?? []));
		if (area > most) [most, largest] = [area, rings[0]];
	}
	if (largest === null) return null;
	return onRing(largest, centroid(largest));
}

function doubleArea(ring: readonly LonLat[]): number {
	let sum = 0;
	for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
	return sum;
}

function centroid(ring: readonly LonLat[]): LonLat {
	const [lon0, lat0] = ring[0];
	let [x, y, sum] = [0, 0, 0];
	for (let i = 1; i < ring.length; i++) {
		const [ax, ay, bx, by] = [ring[i - 1][0] - lon0, ring[i - 1][1] - lat0, ring[i][0] - lon0, ring[i][1] - lat0];
		const cross = ax * by - bx * ay;
		x += (ax + bx) * cross;
		y += (ay + by) * cross;
		sum += cross;
	}
	return [lon0 + x / (3 * sum), lat0 + y / (3 * sum)];
}

/** The centroid of a crescent is out of it: then the nearest corner. */
function onRing(ring: readonly LonLat[], [x, y]: LonLat): LonLat {
	let isInside = false;
	let nearest = ring[0];
	for (let i = 1; i < ring.length; i++) {
		const [a, b] = [ring[i - 1], ring[i]];
		if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) isInside = !isInside;
		if (Math.hypot(b[0] - x, b[1] - y) < Math.hypot(nearest[0] - x, nearest[1] - y)) nearest = b;
	}
	return isInside ? [x, y] : nearest;
}
