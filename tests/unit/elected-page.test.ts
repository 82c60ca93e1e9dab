import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DiagnosticData, FigureId } from '#domain/diagnostic.ts';
import { electedPage, type ElectedPage } from '../../src/lib/report/elected-page.ts';
import { electedHtml } from '../../src/lib/report/outputs/elected-html.ts';
import { typefacesOf } from '../../src/lib/report/outputs/typefaces.ts';
import { figureText } from '../../src/lib/report/figure-text.ts';
import { wordsText } from '../../src/lib/report/words.ts';
import { TEST_EDITS, TEST_SITE, testContext, testData, testFigures, valuesOf } from '../fixtures/diagnostic.ts';
import { questionOf } from '../question.ts';

const SCENARIO = {
	name: 'Samedis <après-midi>',
	modifications: [{ kind: 'close', sentence: 'Fermer la Médiathèque du Port' }]
} as const;
const NO_MAPS = { before: null, after: null };
const MAPS = { before: { svg: '<svg></svg>', width: 1, height: 1 }, after: null };
const LETTERS = typefacesOf(Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5, 6));
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function pageOf(changes: Partial<DiagnosticData> = {}, scenario: typeof SCENARIO | null = null): ElectedPage {
	const question = questionOf({ form: 'usable', scenario: scenario === null ? null : 's1' });
	return electedPage(testData({ question, ...changes }), TEST_EDITS, testContext('fr', { scenario }));
}

/** The policy that the file states for itself. */
const policyOf = (html: string) => /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';

describe('page of the elected officials', () => {
	it('has three figures, four sentences without a scenario and five with one', () => {
		expect(pageOf().figures.map(({ before }) => before.id)).toEqual([
			'coverage.car.15.share',
			'usable.full-time.median',
			'moment.saturday-afternoon.share'
		]);
		expect(pageOf().sentences).toHaveLength(4);
		expect(pageOf({}, SCENARIO).sentences).toHaveLength(5);
	});

	it('maps hours, and how near a site is where no hours are known and none may be added', () => {
		const figures = testFigures((_, id) => (id.startsWith('hours.') ? null : 0.5));
		expect(pageOf().map).toBe('map-hours');
		expect(pageOf({ figures }).map).toBe('map-access');
		expect(pageOf({ figures }, SCENARIO).map).toBe('map-hours');
		expect(electedHtml(pageOf({ figures }), MAPS, LETTERS)).toContain('aria-label="Carte des temps d’accès');
	});

	it('tells each figure under the scenario in the words of today', () => {
		expect(pageOf().figures.every(({ after }) => after === null)).toBe(true);
		const { figures } = pageOf({}, SCENARIO);
		expect(figures.map(({ after }) => after?.id)).toEqual([
			'scenario.coverage.share',
			'scenario.usable.median',
			'scenario.moment.saturday-afternoon.share'
		]);
		for (const { before, after } of figures) expect(after?.label).toBe(before.label);
	});

	it.each([5, 10, 15, 20, 30] as const)(
		'tells coverage at %i min where they are asked, and compares it',
		(cutoffMinutes) => {
			const question = questionOf({ form: 'usable', scenario: 's1', cutoffMinutes });
			const [coverage] = pageOf({ question }, SCENARIO).figures;
			expect(coverage.before.id).toBe(`coverage.car.${cutoffMinutes}.share`);
			expect(coverage.after?.id).toBe('scenario.coverage.share');
		}
	);

	it('leaves out a figure that is not known, and shows nothing for it', () => {
		const figures = testFigures((unit, id) => (id.startsWith('usable.') ? null : valuesOf(12, 0.42)(unit)));
		expect(pageOf({ figures }).figures.map(({ before }) => before.id)).toEqual([
			'coverage.car.15.share',
			'moment.saturday-afternoon.share'
		]);
		expect(pageOf({ figures: testFigures(() => null) }).figures).toEqual([]);
	});

	it('says where every figure that it tells comes from, as the figures have it', () => {
		const data = testData({ question: questionOf({ form: 'usable', scenario: 's1' }) });
		const page = pageOf({}, SCENARIO);
		const told = new Map<string, string>(page.origins.map(({ id, text }) => [id, text]));
		const spans = page.sentences.flat().filter((span) => span.kind === 'figure');
		const large = page.figures.flatMap(({ before, after }) => [before, ...(after === null ? [] : [after])]);
		expect(spans.length).toBeGreaterThan(6);
		for (const { id, text } of [...spans, ...large]) {
			// The page tells of the area as it is now alone.
			const figure = data.figures[id as FigureId];
			expect(text).toBe(figureText(figure?.value ?? NaN, figure?.unit ?? 'share', 'fr'));
			expect(told.get(id)).toBe(text);
		}
	});

	it('is a working document until it is validated', () => {
		expect(pageOf().stamps).toContain('Document de travail');
		const validated = electedPage(testData(), { ...TEST_EDITS, validated: true }, testContext('fr'));
		expect(validated.stamps).not.toContain('Document de travail');
	});
});

describe('file of the elected officials’ page', () => {
	const svg =
		'<svg xmlns="http://www.w3.org/2000/svg"><pattern id="a"><path/></pattern><path fill="url(#a)"/><text>url(#a)</text></svg>';
	const drawn = { svg, width: 720, height: 600 };
	const html = electedHtml(pageOf({}, SCENARIO), { before: drawn, after: drawn }, LETTERS);

	it('allows nothing but its own style and letters, which are in it', () => {
		const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
		const hash = createHash('sha256').update(style).digest('base64');
		expect(policyOf(html).replaceAll('&#39;', "'")).toBe(
			`default-src 'none'; style-src 'sha256-${hash}'; script-src 'none'; font-src data:; base-uri 'none'; form-action 'none'`
		);
		expect(html.replace(style, '')).not.toMatch(/<script|\sstyle=|\son\w+=|<link|<img|@import/i);
		expect(style.match(/url\(.{0,12}/g)).toEqual(['url(data:font/wo', 'url(data:font/wo']);
		expect(style).toContain('base64,AQID');
	});

	it('carries its maps whole, and each has its own definitions', () => {
		for (const name of ['is-before', 'is-after'])
			expect(html).toContain(
				`<pattern id="${name}-a"><path/></pattern><path fill="url(#${name}-a)"/><text>url(#a)</text>`
			);
	});

	it('names no address but of the names of SVG', () => {
		expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|\/\/\w/);
	});

	it('writes names as text', () => {
		expect(html).toContain('Samedis &lt;après-midi&gt;');
		expect(html).not.toContain('<après-midi>');
	});

	it('names no place, no closing and nobody’s staff', () => {
		expect(html).not.toContain(TEST_SITE.name);
		expect(html).not.toContain('Fermer');
		expect(plain(html)).not.toMatch(/bénévole|ETP|salarié/i);
	});

	it('has the sentences and the figures of the page', () => {
		const page = pageOf({}, SCENARIO);
		const words = plain(
			html
				.replaceAll(/<[^>]+>/g, '')
				.replaceAll('&lt;', '<')
				.replaceAll('&gt;', '>')
		);
		for (const sentence of page.sentences) expect(words).toContain(plain(wordsText(sentence)));
		for (const { before } of page.figures) expect(words).toContain(plain(before.label));
		for (const { id } of page.origins) expect(html).toContain(`id="o-${id.replaceAll('.', '-')}"`);
	});

	it('switches by two radio buttons, and has none without a scenario', () => {
		expect(html.match(/type="radio"/g)).toHaveLength(2);
		const alone = electedHtml(pageOf(), NO_MAPS, LETTERS);
		expect(alone).not.toContain('type="radio"');
		expect(alone.replaceAll(/<style>[^]*<\/style>/g, '')).not.toMatch(/is-after|is-before/);
		expect(alone).toContain('La carte n’a pas pu être dessinée.');
	});
});
