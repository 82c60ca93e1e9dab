import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CUTOFF_CHOICES, MAP_INDICATORS } from '#domain/question.ts';
import { swatchOf, type Rgb, type Theme } from '#domain/palette.ts';
import { isochroneColour } from '../../src/lib/map/layers/isochrones.ts';

type Matrix = readonly (readonly [number, number, number])[];

/** Machado, Oliveira, Fernandes (2009), severity 1, on linear RGB. */
const SIGHTS: Readonly<Record<string, Matrix>> = {
	none: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1]
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998]
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881]
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039]
	]
};

const linear = (channel: number) => {
	const value = channel / 255;
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** CIE L*a*b* of linear RGB under D65. */
function lab(rgb: readonly number[]): readonly number[] {
	const [red, green, blue] = rgb.map((value) => Math.min(1, Math.max(0, value)));
	const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
	const x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
	const y = f(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
	const z = f((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** ΔE (CIE 1976) between two colours as somebody sees them. */
function difference(one: Rgb, other: Rgb, sight: Matrix): number {
	const [a, b] = [one, other].map((rgb) => {
		const light = rgb.map(linear);
		return lab(sight.map((row) => row[0] * light[0] + row[1] * light[1] + row[2] * light[2]));
	});
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/**
 * Least ΔE between neighbouring classes. About 2 is just seen side by side; classes that lie apart on a map, at 80 % over its ground, need
 * several times that.
 */
const LEAST_NEIGHBOURS = 8;
/** Between a gain and the loss of the same size, which must never be taken for one another. */
const LEAST_OPPOSITES = 25;

const themes: readonly Theme[] = ['light', 'dark'];
const colours = (indicator: (typeof MAP_INDICATORS)[number], count: number, theme: Theme) =>
	Array.from({ length: count }, (_, mark) => swatchOf(mark, { indicator, unit: 'hours', count }, theme).rgb);

/** The colours of the week, from the style sheet: none, then six classes; of the light theme, then of the dark one. */
const HEAT_CSS = readFileSync(join(import.meta.dirname, '../../src/lib/ui/week/heat.css'), 'utf8');
const heat = [...HEAT_CSS.matchAll(/--heat-\d: #(..)(..)(..);/g)].map(
	([, ...channels]) => channels.map((hex) => parseInt(hex, 16)) as unknown as Rgb
);
const HEAT_CLASSES = 7;

/** Neighbours nearer than what tells them apart. */
const tooNear = (name: string, classes: readonly Rgb[], sight: Matrix) =>
	classes.slice(1).flatMap((colour, rank) => {
		const apart = difference(classes[rank], colour, sight);
		return apart < LEAST_NEIGHBOURS ? [`${name}: ${rank}|${rank + 1} ${apart.toFixed(1)}`] : [];
	});

describe.each(Object.entries(SIGHTS))('palettes, colour blindness: %s', (_, sight) => {
	it('tell neighbouring classes apart, up to seven, in both themes', () => {
		const faults: string[] = [];
		for (const theme of themes)
			for (const indicator of MAP_INDICATORS)
				for (let count = 2; count <= 7; count++) {
					const classes = colours(indicator, count, theme);
					for (let mark = 1; mark < count; mark++) {
						const apart = difference(classes[mark - 1], classes[mark], sight);
						if (apart < LEAST_NEIGHBOURS)
							faults.push(`${theme} ${indicator} ${count}: ${mark - 1}|${mark} ${apart.toFixed(1)}`);
					}
				}
		expect(faults).toEqual([]);
	});

	it('tell the hours of the week and the isochrones apart', () => {
		expect(heat).toHaveLength(2 * HEAT_CLASSES);
		const faults = [heat.slice(0, HEAT_CLASSES), heat.slice(HEAT_CLASSES)].flatMap((classes, rank) =>
			tooNear(`week, ${themes[rank]}`, classes, sight)
		);
		for (const theme of themes) {
			const lines = CUTOFF_CHOICES.map((minutes) => isochroneColour(minutes, theme));
			faults.push(...tooNear(`isochrones, ${theme}`, lines, sight));
		}
		expect(faults).toEqual([]);
	});

	it('never take a gain for a loss', () => {
		const faults: string[] = [];
		for (const theme of themes)
			for (const count of [3, 5, 7]) {
				const classes = colours('change', count, theme);
				for (let mark = 0; mark < (count - 1) / 2; mark++) {
					const apart = difference(classes[mark], classes[count - 1 - mark], sight);
					if (apart < LEAST_OPPOSITES) faults.push(`${theme} ${count}: ${mark} ${apart.toFixed(1)}`);
				}
			}
		expect(faults).toEqual([]);
	});
});
