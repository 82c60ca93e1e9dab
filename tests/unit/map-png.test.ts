import { describe, expect, it } from 'vitest';
import { wrapText } from '#domain/wrap-text.ts';
import { layoutPng, MARGIN, TEXT_SIZES, type Measure } from '../../src/lib/map/png-layout.ts';

/** Every character as wide as half its size. */
const measure: Measure = (text, style) => (text.length * TEXT_SIZES[style]) / 2;
const swatch = { rgb: [1, 2, 3], pattern: 'plain' } as const;
const entries = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ label: `Classe ${i} de la carte`, swatch }));
const content = {
	title: 'Temps d’accès à la bibliothèque la plus proche',
	lines: ['En voiture, 86\u00a0% des habitants résident à 15\u00a0min au plus d’une bibliothèque.'],
	legend: { title: 'Minutes', method: 'Classes fixes', entries: entries(8) },
	sources: 'Sources\u00a0: INSEE · © les contributeurs d’OpenStreetMap'
};

describe('wrapping text', () => {
	it('loses no word, breaks no figure from its unit and keeps each line within its room', () => {
		const text = content.lines[0];
		const lines = wrapText(text, 200, (line) => line.length * 7);
		expect(lines.join(' ')).toBe(text);
		expect(lines.length).toBeGreaterThan(1);
		for (const line of lines) expect(line.length * 7).toBeLessThanOrEqual(200);
		expect(lines.some((line) => line.includes('86\u00a0%'))).toBe(true);
	});

	it('gives a word that is too long a line of its own', () => {
		expect(wrapText('a constitutionnellement b', 50, (line) => line.length * 7)).toEqual([
			'a',
			'constitutionnellement',
			'b'
		]);
		expect(wrapText('', 50, () => 0)).toEqual([]);
	});
});

describe('the layout of a printed map', () => {
	for (const width of [1440, 390])
		it(`holds the map whole and every text on the paper, ${width} px wide`, () => {
			const layout = layoutPng(width, 600, content, measure);
			expect(layout.map.width).toBe(width);
			expect(layout.width).toBe(width + 2 * MARGIN);
			for (const { text, style, x, y } of layout.texts) {
				expect(x + measure(text, style)).toBeLessThanOrEqual(layout.width - MARGIN);
				expect(y).toBeLessThanOrEqual(layout.height - MARGIN / 2);
				const onMap = y > layout.map.y && y - TEXT_SIZES[style] < layout.map.y + layout.map.height;
				expect(onMap).toBe(false);
			}
			expect(layout.swatches).toHaveLength(8);
			for (const { y } of layout.swatches) expect(y).toBeGreaterThan(layout.map.y + layout.map.height);
		});

	it('sets the entries of the legend in rows of even length', () => {
		const { swatches } = layoutPng(1000, 600, content, measure);
		const rows = new Map<number, number>();
		for (const { y } of swatches) rows.set(y, (rows.get(y) ?? 0) + 1);
		expect([...rows.values()]).toEqual([4, 4]);
	});

	it('does without a legend', () => {
		const layout = layoutPng(800, 600, { ...content, legend: null }, measure);
		expect(layout.swatches).toEqual([]);
		expect(layout.texts.at(-1)?.text).toContain('OpenStreetMap');
	});
});
