import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { isPlaceSeen, type Frame } from './frame.ts';
import { INK } from './ink.ts';
import { text } from './svg.ts';
import { textWidth } from './text-width.ts';

const SIZE = 10.5;
const HEIGHT = 11;

export interface Box {
	readonly west: number;
	readonly north: number;
	readonly east: number;
	readonly south: number;
}

/** A square round a place of the map, for what labels leave free. */
export const boxAround = (x: number, y: number, half: number): Box => ({
	west: x - half,
	east: x + half,
	north: y - half,
	south: y + half
});

const overlap = (one: Box, other: Box) =>
	one.west < other.east && other.west < one.east && one.north < other.south && other.north < one.south;

/**
 * Names of the communes of the area, the most peopled first, each where it hides neither another nor what is `taken`; those that find no
 * room are not written.
 */
export function communeLabels(
	{ communes }: TerritorySummary,
	{ area, communes: ofArea }: Pick<DiagnosticData, 'area' | 'communes'>,
	frame: Frame,
	taken: readonly Box[],
	most: number
): string {
	const codes = new Set<string>(area.communeCodes);
	const people = new Map<string, number>(ofArea.map((one) => [one.code, one.municipalPopulation ?? one.people ?? 0]));
	const boxes = [...taken];
	const named = communes
		.filter(({ code }) => codes.has(code))
		.toSorted((one, other) => (people.get(other.code) ?? 0) - (people.get(one.code) ?? 0));
	let written = '';
	let count = 0;
	for (const { name, labelAt } of named) {
		if (count >= most) break;
		if (labelAt === null || !isPlaceSeen(frame, labelAt)) continue;
		const place = freePlace(frame.x(labelAt[0]), frame.y(labelAt[1]), textWidth(name, SIZE), boxes, frame);
		if (place === null) continue;
		boxes.push(place);
		count++;
		written += text((place.west + place.east) / 2, place.south - 2.5, name, {
			size: SIZE,
			fill: INK.text,
			anchor: 'middle',
			halo: INK.paper
		});
	}
	return written;
}

/** Room for a label at a place, or a little beside it. */
function freePlace(
	x: number,
	y: number,
	width: number,
	boxes: readonly Box[],
	{ width: w, height: h }: Frame
): Box | null {
	for (const dy of [0, -10, 10, -18, 18, -26, 26]) {
		for (const dx of [0, -16, 16, -32, 32]) {
			const [left, middle] = [x + dx - width / 2, y + dy];
			const box = {
				west: left - 2,
				east: left + width + 2,
				north: middle - HEIGHT / 2,
				south: middle + HEIGHT / 2 + 2
			};
			const isInside = box.west >= 2 && box.east <= w - 2 && box.north >= 2 && box.south <= h - 2;
			if (isInside && !boxes.some((other) => overlap(box, other))) return box;
		}
	}
	return null;
}
