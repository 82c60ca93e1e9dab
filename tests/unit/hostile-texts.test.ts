import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { InseeCode } from '#domain/units.ts';
import { GeoPackage } from '#io/geo/geopackage.ts';
import { writeRejectedCsv, writeCsv } from '#io/tables/csv-writer.ts';
import { escapeHtml } from '../../src/lib/map/escape-html.ts';
import { PICTURES, type ReportDocument } from '../../src/lib/report/document.ts';
import { writeCsvTables } from '../../src/lib/report/outputs/csv.ts';
import { writeDocx } from '../../src/lib/report/outputs/docx.ts';
import { writeGeoJson } from '../../src/lib/report/outputs/geojson.ts';
import { writeGeoPackage } from '../../src/lib/report/outputs/gpkg.ts';
import { writeHtml } from '../../src/lib/report/outputs/html.ts';
import type { Layer } from '../../src/lib/report/outputs/layers.ts';
import { sheetNames } from '../../src/lib/report/outputs/sheet-names.ts';
import { writeXlsx } from '../../src/lib/report/outputs/xlsx.ts';
import { drawPicture } from '../../src/lib/report/pictures/draw.ts';
import { testData } from '../fixtures/diagnostic.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';
import { HOSTILE_CELLS } from '../fuzz/hostile-values.ts';
import { site, summary } from '../summary-fixture.ts';

/** Texts as a territory may hold them: none blank, and one of ten thousand characters. */
const TEXTS = [...HOSTILE_CELLS, 'x'.repeat(10_000)].filter((text) => text.trim() !== '');
/** What turns the direction of the words and figures beside it, or hides: no reader sees why. */
const TURNING = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;
const cell = (text: string) => ({ text, value: null, figure: null });

/** A document that says each hostile text wherever a document says a text of a territory. */
const document: ReportDocument = {
	locale: 'fr',
	title: TEXTS.join(' ').slice(0, 5000),
	subtitle: TEXTS[5],
	stamps: TEXTS.slice(0, 12),
	imprint: TEXTS[6],
	sections: [
		{
			id: 'summary',
			title: TEXTS[7],
			blocks: [
				...TEXTS.map((text) => ({ kind: 'paragraph', words: [{ kind: 'text', text }] }) as const),
				...TEXTS.map((text, rank) => ({ kind: 'own', slot: `own-${rank}`, prompt: text, text }) as const),
				{ kind: 'list', items: TEXTS.map((text) => [{ kind: 'text', text }]) },
				{
					kind: 'table',
					id: 'places',
					caption: TEXTS[7],
					columns: TEXTS.slice(0, 8).map((title) => ({ title, align: 'start' })),
					rows: TEXTS.map((text) => Array.from({ length: 8 }, () => cell(text))),
					note: TEXTS[8]
				}
			]
		}
	]
};

/** Every element and attribute of an XML text, each once. @throws Error where it is not well formed */
function namesOf(xml: string): { readonly elements: Set<string>; readonly attributes: Set<string> } {
	const elements = new Set<string>();
	const attributes = new Set<string>();
	const parser = new SaxesParser();
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', (tag) => {
		elements.add(tag.name);
		for (const name of Object.keys(tag.attributes)) attributes.add(name);
	});
	parser.write(xml).close();
	return { elements, attributes };
}

function partsOf(zip: Uint8Array): Map<string, string> {
	return new Map(Object.entries(unzipSync(zip)).map(([name, part]) => [name, strFromU8(part)]));
}

describe('hostile texts are texts and nothing else', () => {
	const noPicture = () => {
		throw new Error('No picture');
	};

	it('in DOCX: well formed, no link but within it, nothing outside the file', async () => {
		for (const [name, part] of partsOf(await writeDocx(document, {}, noPicture))) {
			if (!/\.(xml|rels)$/.test(name)) continue;
			const { elements } = namesOf(part);
			for (const active of ['w:object', 'w:script', 'o:OLEObject', 'w:altChunk', 'script', 'img', 'svg'])
				expect(elements, name).not.toContain(active);
			expect(part, name).not.toContain('TargetMode="External"');
			expect(part.search(TURNING), name).toBe(-1);
			// Links of the table of contents lead within the document.
			expect(part, name).not.toMatch(/<w:hyperlink[^>]*\sr:id=/);
		}
	});

	it('in XLSX: well formed, no formula, no link, cells no longer than Excel takes', async () => {
		for (const [name, part] of partsOf(await writeXlsx(document))) {
			if (!/\.(xml|rels)$/.test(name)) continue;
			const { elements } = namesOf(part);
			for (const active of ['f', 'hyperlink', 'hyperlinks', 'externalReference', 'oleObject', 'script'])
				expect(elements, name).not.toContain(active);
			expect(part, name).not.toContain('TargetMode="External"');
			expect(part.search(TURNING), name).toBe(-1);
			for (const [, text] of part.matchAll(/<t[^>]*>([^<]*)<\/t>/g)) expect(text.length).toBeLessThan(32_767 * 6);
		}
		for (const name of sheetNames(TEXTS)) {
			expect(name.length).toBeLessThanOrEqual(31);
			expect(name).toMatch(/^[^\\/?*[\]:\p{Cc}\p{Cs}]+$/u);
		}
	});

	it('in CSV: no cell that a spreadsheet computes', () => {
		const files = writeCsvTables(document).map(({ bytes }) => bytes);
		const rejected = writeRejectedCsv(
			TEXTS.map((text, row) => ({
				note: { severity: 'rejected', message: { code: text, params: {} }, file: text, row, column: text, read: text },
				cells: { [text]: text }
			})),
			() => 'motif'
		);
		const plain = writeCsv(
			['nom'],
			TEXTS.map((text) => [text]),
			'french-excel'
		);
		for (const bytes of [...files, rejected, plain]) {
			const text = new TextDecoder('utf-8').decode(bytes);
			expect(text).not.toMatch(/(^|[;\r\n])"?[=@]/);
			expect(text).not.toMatch(/(^|[;\r\n])"?[+-](?![\d,.\u202f\u00a0 ]+([;\r\n"]|$))/);
		}
	});

	it('in the HTML file: no element but the document’s own, nothing asked of a network', async () => {
		const origin = {
			id: 'sites' as const,
			name: TEXTS[7],
			text: TEXTS[8],
			why: TEXTS[9],
			formula: TEXTS[10],
			respondents: null,
			estimated: false,
			sources: [],
			method: 'sites'
		};
		const page = new TextDecoder().decode(await writeHtml(document, {}, [origin]));
		const tags = new Set([...page.matchAll(/<([a-zA-Z][\w-]*)/g)].map(([, name]) => name.toLowerCase()));
		for (const active of ['script', 'img', 'svg', 'iframe', 'object', 'embed', 'link', 'base', 'form', 'input'])
			expect(tags).not.toContain(active);
		expect(page).not.toMatch(/<[a-z][^>]*\s(on\w+|src|style)=/i);
		expect(page).not.toMatch(/<[a-z][^>]*\shref="(?!#)/i);
		expect(page.search(TURNING)).toBe(-1);
	});

	it('in GeoJSON and GeoPackage: read back as they were written', async () => {
		const layer: Layer = {
			name: 'communes',
			description: TEXTS[7],
			columns: [{ name: 'name', type: 'text' }],
			features: TEXTS.map((text, rank) => ({ geometry: { type: 'Point', at: [3 + rank / 100, 50] }, values: [text] }))
		};
		const [json] = writeGeoJson([layer], TEXTS).map(
			({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)) as unknown
		);
		expect(
			(json as { features: { properties: { name: string } }[] }).features.map(({ properties }) => properties.name)
		).toEqual(TEXTS.map((text) => text));
		const file = await GeoPackage.open(await writeGeoPackage([layer], loadSqlJs, '2026-11-21'), 'f.gpkg', loadSqlJs);
		const names: unknown[] = [];
		file.eachRow(file.layers[0], ['name'], ([name]) => names.push(name));
		file.close();
		expect(names).toHaveLength(TEXTS.length);
		TEXTS.forEach((text, rank) => {
			// SQLite ends a text at its first NUL, and half a character is none.
			if (!/\0|[\ud800-\udfff]/.test(text)) expect(names[rank]).toBe(text);
		});
	});

	it('in pictures: well formed, drawn elements alone, no address', () => {
		const [commune] = summary().communes;
		const data = testData({ week: { open: null, ofPeople: 0 } });
		const place = summary({
			name: TEXTS[7],
			communes: TEXTS.map((name, rank) => ({
				...commune,
				code: String(rank) as InseeCode,
				name,
				labelAt: [5.31 + rank / 500, 45.91 + rank / 1100],
				bounds: [5.3, 45.9, 5.5, 46]
			})),
			sites: TEXTS.map((name, rank) => site(String(rank), 'library', { name, position: [5.31 + rank / 500, 45.95] }))
		});
		for (const id of PICTURES) {
			const picture = drawPicture(id, { summary: place, data, paints: {}, locale: 'fr' });
			if (picture === null) continue;
			const { elements, attributes } = namesOf(picture.svg);
			for (const active of ['script', 'foreignObject', 'image', 'a', 'img']) expect(elements, id).not.toContain(active);
			expect(picture.svg.search(TURNING), id).toBe(-1);
			for (const attribute of attributes) expect(attribute, id).not.toMatch(/^on|href$|src$/i);
		}
	});

	it('in the words of the map: no tag, no quote that ends an attribute', () => {
		for (const text of TEXTS) expect(escapeHtml(text)).not.toMatch(/[<>"']/);
	});
});
