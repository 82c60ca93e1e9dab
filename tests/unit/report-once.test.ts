import { describe, expect, it } from 'vitest';
import type { DiagnosticData, DiagnosticSectionId } from '#domain/diagnostic.ts';
import { buildDocument } from '../../src/lib/report/build-document.ts';
import type { ReportBlock, ReportTable } from '../../src/lib/report/document.ts';
import { leftOutWords, table, valueCell, wordCell, wordColumn } from '../../src/lib/report/tables.ts';
import { wordsText } from '../../src/lib/report/words.ts';
import { SectionWriter } from '../../src/lib/report/writer.ts';
import { summary } from '../summary-fixture.ts';
import {
	TEST_EDITS,
	TEST_SITE,
	testContext,
	testData,
	testFigures,
	testSector,
	valuesOf
} from '../fixtures/diagnostic.ts';
import { blockTexts } from '../fixtures/report-text.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const unknown = testFigures(() => null);

function blocks(
	id: DiagnosticSectionId,
	changes: Partial<DiagnosticData>,
	context = testContext('fr')
): readonly ReportBlock[] {
	const document = buildDocument(testData(changes), TEST_EDITS, context);
	return document.sections.find((one) => one.id === id)?.blocks ?? [];
}
const texts = (...args: Parameters<typeof blocks>) =>
	blocks(...args)
		.flatMap(blockTexts)
		.map(plain);
const tableOf = (id: string, all: readonly ReportBlock[]): ReportTable | undefined =>
	all.find((block): block is ReportTable => block.kind === 'table' && block.id === id);

describe('what is missing is said once', () => {
	it.each(['means', 'activity'] as const)('in %s, by one note where nothing is known', (id) => {
		const said = texts(id, { figures: unknown });
		expect(said.filter((text) => text.startsWith('Aucun chiffre'))).toHaveLength(1);
		expect(said.filter((text) => /^Données? manquante/.test(text))).toEqual([]);
	});

	it('among the limits, where times are estimated', () => {
		const statements = [
			{ code: 'estimated_times', params: {} },
			{ code: 'estimated_assumption', params: { kmh: 15, longer: 30 } }
		];
		const travel = { ...summary().travel, origin: 'estimated' as const };
		const context = testContext('fr', { summary: summary({ travel }) });
		const said = texts('sources', { statements }, context).filter((text) => /ni routes ni matrice/.test(text));
		expect(said).toHaveLength(1);
	});

	it('of what no site answered, among the weaknesses', () => {
		const known = testFigures(valuesOf(12, 0.42));
		const asked = { known: 0, of: 12, what: 'sites' as const };
		const figures = Object.fromEntries(
			Object.entries(known).map(([id, figure]) => [id, { ...figure, respondents: asked }])
		) as DiagnosticData['figures'];
		const said = texts('swot', { figures }).filter((text) => text.includes('à consolider'));
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(/^.* ; .* : aucun lieu renseigné sur 12, à consolider \(règle : moins de la moitié\)\.$/);
	});
});

describe('a column that no row tells', () => {
	const writer = new SectionWriter(testData(), TEST_EDITS, testContext('fr'));
	const titles = ['Commune', 'Population', 'Ouverture à portée'];
	const words = leftOutWords(titles, (column) => (column === 2 ? 'Aucun horaire.' : ''), writer);
	const of = (rows: (number | null)[][]) =>
		table(
			'communes',
			'',
			titles.map(wordColumn),
			rows.map(([people, hours]) => [
				wordCell('A'),
				valueCell(people, 'people', 'fr'),
				valueCell(hours, 'hours', 'fr')
			]),
			{ empty: 'Vide.', leftOut: words }
		);

	it('is left out, and the table says why', () => {
		const told = of([
			[1, null],
			[null, null]
		]);
		expect(told.columns.map(({ title }) => title)).toEqual(['Commune', 'Population']);
		expect(told.rows.every((row) => row.length === 2)).toBe(true);
		expect(plain(told.note ?? '')).toBe(
			'Vide. Colonnes absentes, faute de données : ouverture à portée. Aucun horaire.'
		);
	});

	it('is kept as soon as one row tells it, and empty cells are not zero', () => {
		const told = of([
			[1, null],
			[2, 0]
		]);
		expect(told.columns).toHaveLength(3);
		expect(told.rows[0][2].text).toBe('');
		expect(told.note).toBe('Vide.');
		expect(of([[1, 2]]).note).toBeNull();
		expect(of([]).columns).toHaveLength(3);
	});

	it('of the table of communes goes with the reason of its figure', () => {
		const commune = testData().communes[0];
		const untold = { ...commune, medianUsableHours: null, shareWithoutUsable: null };
		const told = tableOf('communes', blocks('annexes', { communes: [untold], figures: unknown }));
		expect(told?.columns.map(({ title }) => title)).not.toContain('Sans heure utilisable');
		expect(plain(told?.note ?? '')).toMatch(
			/faute de données : ouverture utilisable \(médiane\) ; sans heure utilisable\. ./
		);
		expect(plain(told?.note ?? '')).not.toContain('heures utilisables au rythme');
	});
});

describe('a site that is named for a sector', () => {
	it('is named with its commune', () => {
		const site = { ...TEST_SITE, name: 'Bibliothèque pour tous', communeCode: null, communeName: 'Provin' };
		const context = testContext('fr', { summary: summary({ sites: [site] }) });
		const sector = {
			...testSector('Annœullin', 900, 'hours'),
			nearest: { site: 0, seconds: 600, weeklyHours: 4 },
			cures: [{ kind: 'open-more' as const, people: 900, site: 0, missingHours: 1.5, moments: [] }]
		};
		const all = blocks('sectors', { sectors: [sector], figures: testFigures(valuesOf(1, 0.42)) }, context);
		expect(tableOf('sectors', all)?.rows[0].map(({ text }) => text)).toContain('Bibliothèque pour tous (Provin)');
		const said = all.flatMap((block) => (block.kind === 'list' ? block.items.map(wordsText) : []));
		expect(said.map(plain).join(' ')).toContain('Ouvrir davantage « Bibliothèque pour tous (Provin) »');
	});
});
