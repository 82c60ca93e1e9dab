import { describe, expect, it } from 'vitest';
import { CLASS_BEYOND, CLASS_NO_DATA, CLASS_UNATTACHED } from '#domain/atlas-answers.ts';
import { MAP_INDICATORS, type MapIndicator } from '#domain/question.ts';
import { fanIndices, meshData, paintMesh } from '../../src/lib/map/layers/mesh-buffers.ts';
import { cividis, swatchOf, type Scale, type Rgb } from '#domain/palette.ts';
import { fillVertexColours, paintTable, PATTERN_CODES } from '../../src/lib/map/palette.ts';

const lightness = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** Two squares and a triangle, each ring closed. */
const mesh = {
	count: 3,
	first: Uint32Array.of(0, 5, 10, 14),
	lonLat: Float64Array.from([0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 2, 0, 3, 0, 3, 1, 2, 1, 2, 0, 4, 0, 5, 0, 4, 1, 4, 0])
};

const scale = (indicator: MapIndicator, count: number, unit: Scale['unit'] = 'hours'): Scale => ({
	indicator,
	unit,
	count
});

describe('palette', () => {
	it('is cividis: its ends as published, lighter all along', () => {
		expect(cividis(0)).toEqual([0, 32, 77]);
		expect(cividis(1)).toEqual([255, 234, 70]);
		for (let i = 1; i <= 20; i++) expect(lightness(cividis(i / 20))).toBeGreaterThan(lightness(cividis((i - 1) / 20)));
	});

	it('darkens with time and with scarcity: the worst is the darkest, beyond is darker still', () => {
		for (const count of [3, 5, 7])
			for (const [indicator, unit, isLastWorst] of [
				['nearest', 'minutes', true],
				['open-now', 'minutes', true],
				['supply', 'minutes-to-nth', true],
				['supply', 'hours-per-1000', false],
				['open-hours', 'hours', false],
				['usable-hours', 'hours', false],
				['sites', 'sites', false]
			] as const) {
				const scaled = scale(indicator, count, unit);
				const shades = Array.from({ length: count }, (_, mark) => lightness(swatchOf(mark, scaled, 'light').rgb));
				const worstLast = isLastWorst ? shades : shades.reverse();
				for (let i = 1; i < count; i++) expect(worstLast[i]).toBeLessThan(worstLast[i - 1]);
				const beyond = lightness(swatchOf(CLASS_BEYOND, scaled, 'light').rgb);
				expect(beyond).toBeLessThan(worstLast[count - 1]);
			}
	});

	it('is blue where a change is better, orange where it is worse, neutral where there is none', () => {
		for (const theme of ['light', 'dark'] as const)
			for (const count of [3, 7]) {
				const colours = Array.from({ length: count }, (_, mark) => swatchOf(mark, scale('change', count), theme).rgb);
				const middle = (count - 1) / 2;
				for (const [red, , blue] of colours.slice(0, middle)) expect(blue).toBeGreaterThan(red);
				for (const [red, , blue] of colours.slice(middle + 1)) expect(red).toBeGreaterThan(blue);
				const [neutral] = colours.slice(middle);
				expect(Math.max(...neutral) - Math.min(...neutral)).toBeLessThan(12);
				// The further from none, the further from the ground.
				const away = theme === 'light' ? -1 : 1;
				for (let step = 1; step <= middle; step++)
					for (const side of [-1, 1]) {
						const [nearer, further] = [colours[middle + side * (step - 1)], colours[middle + side * step]];
						expect(away * (lightness(further) - lightness(nearer))).toBeGreaterThan(0);
					}
			}
	});

	it('never gives two classes of an indicator one colour', () => {
		for (const indicator of MAP_INDICATORS)
			for (let count = 1; count <= 7; count++) {
				const colours = Array.from({ length: count }, (_, mark) =>
					swatchOf(mark, scale(indicator, count), 'light').rgb.join()
				);
				expect(new Set(colours).size).toBe(count);
			}
	});

	it('tells what is not known by a pattern, not by colour alone', () => {
		expect(swatchOf(CLASS_NO_DATA, scale('nearest', 5), 'light').pattern).toBe('hatched');
		expect(swatchOf(CLASS_UNATTACHED, scale('nearest', 5), 'dark').pattern).toBe('dotted');
		expect(swatchOf(CLASS_BEYOND, scale('nearest', 5), 'light').pattern).toBe('plain');
	});
});

describe('buffers of a mesh', () => {
	it('cuts each ring of n corners into n − 2 triangles that stay within it', () => {
		expect([...fanIndices(mesh)]).toEqual([0, 1, 2, 0, 2, 3, 5, 6, 7, 5, 7, 8, 10, 11, 12]);
	});

	it('gives every vertex the colour of its mark, and a class that is none the look of no data', () => {
		const table = paintTable(scale('nearest', 5), 'light');
		const colours = new Uint32Array(14);
		const patterns = new Uint8ClampedArray(14);
		fillVertexColours(Uint8Array.of(2, CLASS_UNATTACHED, 9), mesh.first, table, colours, patterns);
		const bytes = new Uint8Array(colours.buffer);
		expect([...bytes.subarray(0, 3)]).toEqual([...swatchOf(2, scale('nearest', 5), 'light').rgb]);
		expect(new Set(colours.subarray(0, 5)).size).toBe(1);
		expect([...patterns]).toEqual([
			...Array(5).fill(PATTERN_CODES.plain),
			...Array(5).fill(PATTERN_CODES.dotted),
			...Array(4).fill(PATTERN_CODES.hatched)
		]);
	});

	it('keeps the polygons of a mesh when it is painted again, and renews its colours for deck.gl to see', () => {
		const data = meshData(mesh);
		const { getPolygon, indices, getFillColor } = data.attributes;
		paintMesh(data, Uint8Array.of(0, 1, 2), scale('nearest', 5), 'light');
		expect(data.attributes.getPolygon).toBe(getPolygon);
		expect(data.attributes.indices).toBe(indices);
		expect(data.attributes.getFillColor).not.toBe(getFillColor);
		expect(data.attributes.getFillColor.value).toBe(getFillColor.value);
		expect([...getFillColor.value.subarray(0, 3)]).toEqual([...cividis(1)]);
	});
});
