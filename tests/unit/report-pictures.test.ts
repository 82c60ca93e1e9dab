import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import { QUARTERS_PER_WEEK } from '#domain/question.ts';
import type { PolygonMesh } from '#domain/territory-summary.ts';
import { PICTURES } from '../../src/lib/report/document.ts';
import { areaBounds } from '../../src/lib/report/pictures/area.ts';
import { dissolvedPaths } from '../../src/lib/report/pictures/dissolve.ts';
import { drawPicture } from '../../src/lib/report/pictures/draw.ts';
import { frameOf } from '../../src/lib/report/pictures/frame.ts';
import { furnitureBoxes } from '../../src/lib/report/pictures/furniture.ts';
import { linesPath, polygonsPath } from '../../src/lib/report/pictures/paths.ts';
import { NARROW_PICTURE } from '../../src/lib/report/pictures/picture-input.ts';
import { Sheet, SHEET_WIDTH } from '../../src/lib/report/pictures/sheet.ts';
import { escapeXml } from '../../src/lib/report/pictures/svg.ts';
import { textWidth } from '../../src/lib/report/pictures/text-width.ts';
import { shareClass } from '../../src/lib/report/pictures/week.ts';
import { testData } from '../fixtures/diagnostic.ts';
import { summary } from '../summary-fixture.ts';

const SIDE = 0.01;

/** Squares side by side, `columns` to a row. */
function squares(columns: number, rows: number): PolygonMesh {
	const rings = Array.from({ length: columns * rows }, (_, rank) => {
		const [x, y] = [(rank % columns) * SIDE, Math.floor(rank / columns) * SIDE];
		return [x, y, x + SIDE, y, x + SIDE, y + SIDE, x, y + SIDE, x, y];
	});
	return {
		count: rings.length,
		first: Uint32Array.from({ length: rings.length + 1 }, (_, rank) => 5 * rank),
		lonLat: Float64Array.from(rings.flat())
	};
}

describe('outlines and lines', () => {
	const frame = frameOf([0, 0, 4 * SIDE, 3 * SIDE], 720, 300, 560);
	/** Vertices of a path, in pixels. */
	function vertices(path: string): [x: number, y: number][] {
		let [x, y] = [0, 0];
		return [...path.matchAll(/([Ml]?)\s*(-?\d+)\s*(-?\d+)/g)].map(([, command, dx, dy]) => {
			const isMove = command === 'M';
			[x, y] = [(isMove ? 0 : x) + Number(dx) / 4, (isMove ? 0 : y) + Number(dy) / 4];
			return [x, y];
		});
	}
	const isNear = ([x, y]: [number, number]) => x >= -20 && x <= frame.width + 20 && y >= -20 && y <= frame.height + 20;

	it('are cut a little out of the map, however far they go', () => {
		const far = polygonsPath(
			[
				[
					[
						[-50, 0.01],
						[50, 0.01],
						[50, 0.02],
						[-50, 0.02],
						[-50, 0.01]
					]
				]
			],
			frame
		);
		const long = linesPath(
			[
				[
					[-50, 0.015],
					[50, 0.015],
					[50, -50],
					[0.02, -50],
					[0.02, 50]
				]
			],
			frame
		);
		for (const path of [far, long]) {
			expect(vertices(path).length).toBeGreaterThan(1);
			expect(vertices(path).filter((one) => !isNear(one))).toEqual([]);
		}
		expect(vertices(far)).toHaveLength(4);
		// The line comes back: two parts.
		expect(long.match(/M/g)).toHaveLength(2);
	});

	it('are written whole, each vertex once, where they are within the map', () => {
		const square = polygonsPath(
			[
				[
					[
						[0, 0],
						[SIDE, 0],
						[SIDE, SIDE],
						[0, SIDE],
						[0, 0]
					]
				]
			],
			frame
		);
		expect(vertices(square)).toHaveLength(4);
		expect(
			linesPath(
				[
					[
						[0, 0],
						[SIDE, SIDE]
					]
				],
				frame
			).match(/M/g)
		).toHaveLength(1);
	});

	it('are not written where none of them is on the map, even where their box is', () => {
		const corner = polygonsPath(
			[
				[
					[
						[-1, 0.02],
						[0.02, 1],
						[-1, 1],
						[-1, 0.02]
					]
				]
			],
			frame
		);
		expect(corner).toBe('');
	});
});

describe('ground of a class', () => {
	const frame = frameOf([0, 0, 4 * SIDE, 3 * SIDE], 720, 300, 560);
	const corners = (path: string) => [...path.matchAll(/-?\d+/g)].length / 2;

	it('has no side between two marks of the class: a rectangle of squares has four corners', () => {
		const paths = dissolvedPaths(squares(4, 3), new Uint8Array(12), frame);
		expect([...paths.keys()]).toEqual([0]);
		expect(corners(paths.get(0) ?? '')).toBe(4);
	});

	it('has a hole where another class is', () => {
		const marks = new Uint8Array(9);
		marks[4] = 1;
		const paths = dissolvedPaths(squares(3, 3), marks, frame);
		expect((paths.get(0)?.match(/M/g) ?? []).length).toBe(2);
		expect(corners(paths.get(0) ?? '')).toBe(8);
		expect(corners(paths.get(1) ?? '')).toBe(4);
	});

	it('is not written where it is out of the frame', () => {
		const far = frameOf([10, 10, 10.04, 10.03], 720, 300, 560);
		expect(dissolvedPaths(squares(4, 3), new Uint8Array(12), far).size).toBe(0);
	});
});

describe('frames', () => {
	it('hold their area, north up, at one scale both ways', () => {
		const frame = frameOf([3, 50, 3.2, 50.4], 720, 300, 560);
		for (const [lon, lat] of [
			[3, 50],
			[3.2, 50.4]
		]) {
			expect(frame.x(lon)).toBeGreaterThanOrEqual(0);
			expect(frame.x(lon)).toBeLessThanOrEqual(frame.width);
			expect(frame.y(lat)).toBeGreaterThanOrEqual(0);
			expect(frame.y(lat)).toBeLessThanOrEqual(frame.height);
		}
		expect(frame.y(50.4)).toBeLessThan(frame.y(50));
		// A kilometre north, and a kilometre east at this latitude.
		const [north, east] = [1 / 111.195, 1 / (111.195 * Math.cos((50.2 * Math.PI) / 180))];
		expect(frame.y(50.2) - frame.y(50.2 + north)).toBeCloseTo(1000 * frame.pixelsPerMetre, 1);
		expect(frame.x(3.1 + east) - frame.x(3.1)).toBeCloseTo(1000 * frame.pixelsPerMetre, 1);
	});
});

describe('texts', () => {
	it('stay texts, without what XML does not allow', () => {
		expect(escapeXml('<b a="1">&\u0000\ud800é</b>')).toBe('&lt;b a=&quot;1&quot;&gt;&amp;é&lt;/b&gt;');
	});

	it('have the width of the typeface: accents take none', () => {
		expect(textWidth('n', 1000)).toBe(547);
		expect(textWidth('é', 1000)).toBe(textWidth('e', 1000));
		expect(textWidth('n', 1000, true)).toBeGreaterThan(textWidth('n', 1000));
	});
});

it('parts people with an open place in six classes: nobody apart, everybody in the last', () => {
	expect([0, 0.001, 0.2, 0.39, 0.8, 1].map(shareClass)).toEqual([0, 1, 2, 2, 5, 5]);
});

describe('pictures', () => {
	const commune = summary().communes[0];
	const place = summary({
		communes: [{ ...commune, name: 'Le <Val> & l’"Eau"', labelAt: [5.4, 45.95], bounds: [5.3, 45.9, 5.5, 46] }]
	});

	it('are well formed whatever names hold, and absent where what they show is not known', () => {
		for (const locale of ['fr', 'en'] as const)
			for (const id of PICTURES) {
				const data = testData({ week: { open: null, ofPeople: 0 } });
				const picture = drawPicture(id, { summary: place, data, paints: {}, locale });
				if (picture === null) continue;
				const parser = new SaxesParser({ xmlns: true });
				parser.on('error', (error) => {
					throw error;
				});
				parser.write(picture.svg).close();
				expect(picture.height).toBeGreaterThan(0);
			}
		const unknown = testData({ week: { open: null, ofPeople: 0 } });
		expect(drawPicture('week', { summary: place, data: unknown, paints: {}, locale: 'fr' })).toBeNull();
		expect(drawPicture('map-access', { summary: place, data: unknown, paints: {}, locale: 'fr' })).toBeNull();
	});

	it('write no name of a commune under the scale or the north', () => {
		const data = testData({ area: { ...testData().area, communeCodes: [commune.code] } });
		for (const width of [NARROW_PICTURE, SHEET_WIDTH]) {
			const frame = frameOf(areaBounds(place, data), width, 300, 480);
			const [west, south, east, north] = frame.bounds;
			for (const [x, y] of [
				[50, frame.height - 20],
				[frame.width - 20, 27]
			]) {
				const labelAt: LonLat = [
					west + (x / frame.width) * (east - west),
					north - (y / frame.height) * (north - south)
				];
				const cornered = summary({ communes: [{ ...commune, name: 'Coin', labelAt }] });
				const { svg } = drawPicture('map-sites', { summary: cornered, data, paints: {}, locale: 'fr', width }) ?? {
					svg: ''
				};
				const [, atX, atY] = /<text x="([\d.]+)" y="([\d.]+)"[^>]*>Coin</.exec(svg) ?? [];
				const half = textWidth('Coin', 10.5) / 2;
				for (const box of furnitureBoxes(frame)) {
					const isBeside = Number(atX) + half <= box.west || Number(atX) - half >= box.east;
					expect(isBeside || Number(atY) - 8 >= box.south || Number(atY) <= box.north).toBe(true);
				}
			}
		}
	});

	it('are as wide as a narrow window has them, their bars too, and no word runs out', () => {
		const data = testData({ week: { open: new Float64Array(QUARTERS_PER_WEEK).fill(600), ofPeople: 1_201 } });
		for (const id of ['week', 'moments', 'map-sites'] as const) {
			const picture = drawPicture(id, { summary: summary(), data, paints: {}, locale: 'fr', width: NARROW_PICTURE });
			expect(picture?.width).toBe(NARROW_PICTURE);
			const ends = [...(picture?.svg ?? '').matchAll(/<text([^>]*)>([^<]*)</g)].map(([, attributes, words]) => {
				const of = (name: string) => Number(new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? 0);
				const width = textWidth(words, of('font-size'), attributes.includes('font-weight'));
				const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1];
				return of('x') + (anchor === 'end' ? 0 : anchor === 'middle' ? width / 2 : width);
			});
			expect(ends.length).toBeGreaterThan(3);
			expect(Math.max(...ends)).toBeLessThanOrEqual(NARROW_PICTURE);
			const bars = [...(picture?.svg ?? '').matchAll(/<rect x="([\d.]+)"[^>]* width="([\d.]+)"/g)];
			for (const [, x, width] of bars) expect(Number(x) + Number(width)).toBeLessThanOrEqual(NARROW_PICTURE);
		}
	});
});

describe('words under a picture', () => {
	/** Advances of Arial (hmtx), thousandths of an em: of the letters of the words below. */
	const ARIAL: Readonly<Record<string, number>> = Object.fromEntries(
		[
			[' ijl’', 222],
			['tf', 278],
			['r', 333],
			['abdeghnopquéè0123456789', 556],
			['ckvxyzsç', 500],
			['m', 833]
		].flatMap(([letters, advance]) => [...String(letters)].map((letter) => [letter, Number(advance)]))
	);
	const inArial = (words: string, size: number) =>
		([...words].reduce((sum, letter) => sum + (ARIAL[letter] ?? 556), 0) / 1000) * size;

	it('have room where Arial stands for the typeface', () => {
		for (const words of ['non relié au réseau routier', 'aucune ouverture connue', 'hors du périmètre, compté'])
			for (const count of [3, 4, 7, 8]) {
				const sheet = new Sheet();
				const entries = Array.from({ length: count }, () => ({ label: words, sample: '' }));
				sheet.legend(entries);
				const { svg } = sheet.picture('');
				const starts = [...svg.matchAll(/<text[^>]*\bx="(\d+)"[^>]*>/g)].map(([, x]) => Number(x));
				expect(starts.length).toBeGreaterThanOrEqual(count);
				for (const x of starts) expect(x + inArial(words, 12)).toBeLessThanOrEqual(SHEET_WIDTH + 16);
			}
	});
});
