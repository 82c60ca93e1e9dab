import { describe, expect, it } from 'vitest';
import { buildDocument } from '../../src/lib/report/build-document.ts';
import type { ReportContext } from '../../src/lib/report/report-context.ts';
import { TEST_EDITS, testContext, testData } from '../fixtures/diagnostic.ts';

describe('the document as a whole', () => {
	const built = (changes: Partial<typeof TEST_EDITS>, context: Partial<ReportContext> = {}, area = {}) => {
		const data = testData();
		return buildDocument(
			{ ...data, area: { ...data.area, ...area } },
			{ ...TEST_EDITS, ...changes },
			testContext('fr', context)
		);
	};

	it('is stamped until it is validated, and where it is invented', () => {
		expect(built({}).stamps).toEqual(['Document de travail']);
		expect(built({ validated: true }).stamps).toEqual([]);
		expect(built({ validated: true }, {}, { fictional: true }).stamps).toEqual(['Territoire fictif de démonstration']);
		expect(built({ validated: true }, { audience: 'working' }).stamps).toEqual([
			'Usage interne : ne pas diffuser'.replace(' :', '\u00a0:')
		]);
	});

	it('keeps the author’s own words, sections off and their order', () => {
		const { sections, imprint } = built({
			author: 'M. Durand',
			texts: { hours: 'Constats du réseau.', 'governance.prices': 'Gratuit.' },
			sections: [
				{ id: 'hours', on: true },
				{ id: 'frame', on: false },
				{ id: 'governance', on: true }
			]
		});
		expect(imprint).toBe('M. Durand, 21 novembre 2026');
		expect(sections.slice(0, 3).map(({ id }) => id)).toEqual(['hours', 'governance', 'summary']);
		expect(sections[0].blocks[0]).toMatchObject({ kind: 'own', slot: 'hours', text: 'Constats du réseau.' });
		expect(sections[1].blocks).toContainEqual(expect.objectContaining({ slot: 'governance.prices', text: 'Gratuit.' }));
	});

	it('takes no text of the prototype for the author’s', () => {
		const texts = JSON.parse('{"__proto__":"x"}') as Record<string, string>;
		for (const { blocks } of built({ texts }).sections)
			for (const block of blocks) if (block.kind === 'own') expect(block.text).toBe('');
	});
});
