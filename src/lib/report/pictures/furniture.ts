import { scaleBar } from '#domain/scale-bar.ts';
import { lengthText } from '#i18n/figures.ts';
import type { Locale } from '#i18n/locale.ts';
import { m } from '#i18n/paraglide/messages.js';
import type { Frame } from './frame.ts';
import { INK } from './ink.ts';
import type { Box } from './labels.ts';
import { element, rounded, text } from './svg.ts';

const LONGEST_BAR = 120;

/** Grounds of the scale and of the north, which hide what is under them. */
const scaleBox = ({ height }: Frame, pixels: number): Box => ({
	west: 6,
	east: 22 + pixels,
	north: height - 34,
	south: height - 5
});
const northBox = ({ width }: Frame): Box => ({ west: width - 32, east: width - 8, north: 8, south: 46 });

/** Room of a map that is not for names. */
export const furnitureBoxes = (frame: Frame): readonly Box[] => [
	scaleBox(frame, scaleBar(frame.pixelsPerMetre, LONGEST_BAR).pixels),
	northBox(frame)
];

const ground = ({ west, east, north, south }: Box): string =>
	element('rect', {
		x: west,
		y: north,
		width: east - west,
		height: south - north,
		fill: INK.paper,
		'fill-opacity': 0.85
	});

/** Scale, north and edge of a map: drawn over all the rest. */
export function mapFurniture(frame: Frame, locale: Locale): string {
	const edge = element('rect', {
		x: 0.5,
		y: 0.5,
		width: frame.width - 1,
		height: frame.height - 1,
		fill: 'none',
		stroke: INK.rule
	});
	return scaleMark(frame, locale) + northMark(frame, locale) + edge;
}

function scaleMark(frame: Frame, locale: Locale): string {
	const { metres, pixels } = scaleBar(frame.pixelsPerMetre, LONGEST_BAR);
	const [x, y] = [14, frame.height - 12];
	const [left, right] = [rounded(x), rounded(x + pixels)];
	return (
		ground(scaleBox(frame, pixels)) +
		element('path', {
			d: `M${left} ${y - 5}V${y}H${right}V${y - 5}`,
			fill: 'none',
			stroke: INK.text,
			'stroke-width': 1.5
		}) +
		text(x + pixels / 2, y - 7, lengthText(metres, locale), { size: 11, fill: INK.text, anchor: 'middle' })
	);
}

function northMark(frame: Frame, locale: Locale): string {
	const x = frame.width - 20;
	return (
		ground(northBox(frame)) +
		element('path', { d: `M${x} 12l6 17l-6 -4l-6 4z`, fill: INK.text }) +
		text(x, 42, m.report_map_north({}, { locale }), { size: 11, bold: true, fill: INK.text, anchor: 'middle' })
	);
}
