import { unzipSync, strFromU8 } from 'fflate';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import { GeoPackage } from '#io/geo/geopackage.ts';
import { readGeometryBlob } from '#io/geo/geopackage-geometry.ts';
import type { ReportDocument, ReportTable } from '../../src/lib/report/document.ts';
import { writeCsvTables } from '../../src/lib/report/outputs/csv.ts';
import { writeDocx } from '../../src/lib/report/outputs/docx.ts';
import { writeGeoJson } from '../../src/lib/report/outputs/geojson.ts';
import { writeGeoPackage } from '../../src/lib/report/outputs/gpkg.ts';
import { writeHtml } from '../../src/lib/report/outputs/html.ts';
import { prose } from '../../src/lib/report/outputs/prose.ts';
import type { Layer } from '../../src/lib/report/outputs/layers.ts';
import { sheetNames } from '../../src/lib/report/outputs/sheet-names.ts';
import { writeXlsx } from '../../src/lib/report/outputs/xlsx.ts';
import type { Picture } from '../../src/lib/report/pictures/picture-input.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';

const HOSTILE = '<script>alert("&")</script>\u0000\u0007';
const FORMULA = '=HYPERLINK("http://x")';

const table: ReportTable = {
	kind: 'table',
	id: 'places',
	caption: 'Lieux',
	columns: [
		{ title: 'Nom', align: 'start' },
		{ title: 'Surface', align: 'end' },
		{ title: 'Part', align: 'end' }
	],
	rows: [
		[
			{ text: FORMULA, value: null, figure: null },
			{ text: '1\u00a0850\u00a0m²', value: 1850.5, unit: 'square-metres', figure: null },
			{ text: '86\u00a0%', value: 0.86, unit: 'share', figure: null }
		],
		[
			{ text: HOSTILE, value: null, figure: null },
			{ text: '', value: null, figure: null },
			{ text: '', value: null, figure: null }
		]
	],
	note: 'Case vide\u00a0: non connu.'
};
const sheet = (id: string, name: string): ReportTable => ({
	kind: 'table',
	id: `site-${id}`,
	caption: name,
	columns: [
		{ title: 'Rubrique', align: 'start' },
		{ title: 'Valeur', align: 'end' }
	],
	rows: [
		[
			{ text: 'Horaires', value: null, figure: null },
			{ text: '9\u00a0h\u00a030', value: 9.5, unit: 'hours', figure: null }
		]
	],
	note: null
});
const document: ReportDocument = {
	locale: 'fr',
	title: `Diagnostic de ${HOSTILE}`,
	subtitle: 'En voiture',
	stamps: ['Document de travail'],
	imprint: 'M. L’Agent, 21 novembre 2026',
	sections: [
		{
			id: 'summary',
			title: 'Synthèse',
			blocks: [
				{ kind: 'key-figures', figures: [{ id: 'sites', text: '12', label: 'lieux', respondents: null }] },
				{
					kind: 'paragraph',
					words: [
						{ kind: 'figure', id: 'sites', text: '1\u00a0234' },
						{ kind: 'text', text: ` ${HOSTILE}` }
					]
				},
				{ kind: 'own', slot: 'summary', prompt: '', text: `Un.\n\nDeux ${HOSTILE}` },
				{ kind: 'picture', picture: 'week', caption: 'La semaine', description: 'Sept jours.' },
				table,
				sheet('a', 'Médiathèque A'),
				sheet('b', 'Médiathèque B')
			]
		}
	]
};
const picture: Picture = {
	svg: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
	width: 10,
	height: 10
};
/** One white pixel. */
const PIXEL = new Uint8Array(
	Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTjW1QAAAABJRU5ErkJggg==', 'base64')
);

/** @throws Error where it is not well formed */
function readXml(text: string): void {
	const parser = new SaxesParser({ xmlns: true });
	parser.on('error', (error) => {
		throw error;
	});
	parser.write(text).close();
}

function partsOf(bytes: Uint8Array): Map<string, string> {
	const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
	for (const [name, part] of parts) if (/\.(xml|rels)$/.test(name)) readXml(part);
	return parts;
}

describe('DOCX', () => {
	it('is well-formed XML with styles, repeated heads, described pictures, pages numbered, in French', async () => {
		const parts = partsOf(await writeDocx(document, { week: picture }, () => PIXEL));
		const body = parts.get('word/document.xml') ?? '';
		expect(body).toContain('<w:tblHeader/>');
		expect(body).toContain('descr="Sept jours."');
		expect(body).toContain('1\u00a0234');
		// The contents count pages by fields that lead to a place of the heading.
		expect(body).toContain('PAGEREF summary \\h');
		expect(body).toContain('w:name="summary"');
		// Sheets of sites stand in two columns.
		expect(body).toMatch(/<w:cols [^>]*w:num="2"/);
		expect(body).not.toContain('<script>');
		expect(body).toContain('w:w="11907"');
		const styles = parts.get('word/styles.xml') ?? '';
		expect(styles).toContain('w:val="fr-FR"');
		// A line of an exact height would cut pictures and titles.
		expect(styles).toContain('w:lineRule="auto"');
		const foot = [...parts].find(([name]) => name.startsWith('word/footer'))?.[1] ?? '';
		expect(foot).toContain('PAGE');
		expect(foot).toContain('NUMPAGES');
	});

	it('leaves out a picture that could not be drawn', async () => {
		const parts = partsOf(await writeDocx(document, {}, () => PIXEL));
		expect(parts.get('word/document.xml')).not.toContain('<pic:pic');
	});
});

describe('XLSX', () => {
	it('has numbers as numbers, units in headings, blanks blank, and no formula', async () => {
		const parts = partsOf(await writeXlsx(document));
		const sheets = [...parts].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name)).map(([, part]) => part);
		// The two sheets of sites are one.
		expect(sheets).toHaveLength(2);
		const all = [...parts.values()].join('');
		expect(sheets.join('')).toContain('<v>1850.5</v>');
		expect(sheets.join('')).not.toContain('<f>');
		expect(all).toContain('Surface (m²)');
		expect(all).toContain('Horaires (h)');
		expect(all).toMatch(/('|&apos;|&#39;)=HYPERLINK/);
	});

	it('names its sheets as Excel allows, no two the same', () => {
		expect(sheetNames(['Lieux des communes de même taille, dans les données chargées'])).toEqual([
			'Lieux des communes de même…'
		]);
		const names = sheetNames(['Coût : [2025]/2026', 'A'.repeat(40), 'a'.repeat(40), "'", 'Lieux', 'lieux']);
		expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
		for (const name of names) {
			expect(name.length).toBeLessThanOrEqual(31);
			expect(name).toMatch(/^[^\\/?*[\]:]+$/);
		}
	});
});

describe('CSV', () => {
	it('is for French Excel: decimal comma, blanks blank, formulas neutralised, and says what it is of', () => {
		const files = writeCsvTables(document);
		expect(files.map(({ name }) => name)).toEqual(['places.csv', 'sites.csv']);
		const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[0].bytes).split('\r\n');
		expect(lines[0]).toBe('\ufeffNom;Surface (m²);Part');
		expect(lines[1]).toBe('"\'=HYPERLINK(""http://x"")";1850,5;0,86');
		expect(lines[2].endsWith(';;')).toBe(true);
		expect(lines).toContain('Document de travail');
	});
});

describe('HTML', () => {
	it('keeps ages on one line, and text as text', () => {
		expect(prose('Part des 25-64 ans <b>')).toBe('Part des <span class="held">25-64 ans</span> &lt;b&gt;');
		expect(prose('25 à 64 ans, samedi 9\u00a0h–12\u00a0h\u00a030\u202f;')).toBe(
			'<span class="held">25 à 64 ans</span>, samedi <span class="held">9\u00a0h–12\u00a0h\u00a030</span>\u202f;'
		);
		// From each digit on, this would take hours.
		const digits = '1'.repeat(5_000_000);
		expect(prose(digits)).toBe(digits);
	});

	it('runs nothing, loads nothing, and keeps text as text', async () => {
		const origin = {
			id: 'sites' as const,
			name: 'Lieux',
			text: '12',
			why: null,
			formula: HOSTILE,
			respondents: null,
			estimated: false,
			sources: [],
			method: 'sites'
		};
		const page = new TextDecoder().decode(await writeHtml(document, { week: picture }, [origin]));
		expect(page).toContain('default-src &#39;none&#39;');
		expect(page).toContain('script-src &#39;none&#39;');
		expect(page).not.toMatch(/<script|<link|<img|\sstyle=|\son\w+=|url\(http/);
		expect(page).toContain('&lt;script&gt;');
		expect(page).toContain('<a class="figure" href="#figure-sites">1\u00a0234</a>');
		expect(page).toContain('id="figure-sites"');
		const css = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
		const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
		expect(page).toContain(`sha256-${Buffer.from(digest).toString('base64')}`);
	});
});

describe('geographic files', () => {
	const square: LonLat[] = [
		[3, 50],
		[3, 51],
		[4, 51],
		[4, 50],
		[3, 50]
	];
	const layers: Layer[] = [
		{
			name: 'communes',
			description: "L'aire",
			columns: [
				{ name: 'name', type: 'text' },
				{ name: 'people', type: 'integer' },
				{ name: 'counted', type: 'boolean' }
			],
			features: [
				{ geometry: { type: 'MultiPolygon', rings: [[square]] }, values: ["L'Aire", 12, true] },
				{ geometry: null, values: [HOSTILE, null, false] }
			]
		},
		{
			name: 'sites',
			description: '',
			columns: [{ name: 'hours', type: 'real' }],
			features: [{ geometry: { type: 'Point', at: [3.5, 50.5] }, values: [9.5] }]
		}
	];

	it('are read back as they were written, blanks as blanks', async () => {
		const bytes = await writeGeoPackage(layers, loadSqlJs, '2026-11-21');
		const file = await GeoPackage.open(bytes, 'essai.gpkg', loadSqlJs);
		expect(file.layers.map(({ name, epsg, geometryColumn }) => [name, epsg, geometryColumn])).toEqual([
			['communes', 4326, 'geom'],
			['sites', 4326, 'geom']
		]);
		const rows: unknown[][] = [];
		file.eachRow(file.layers[0], ['name', 'people', 'counted', 'geom'], (cells) => rows.push([...cells]));
		expect(rows[0].slice(0, 3)).toEqual(["L'Aire", 12, 1]);
		expect(readGeometryBlob(rows[0][3] as Uint8Array)).toEqual({ type: 'MultiPolygon', coordinates: [[square]] });
		expect(rows[1].slice(1)).toEqual([null, 0, null]);
		file.close();
	});

	it('say that they are GeoPackages: application, version, systems, extent', async () => {
		const bytes = await writeGeoPackage(layers, loadSqlJs, '2026-11-21');
		const view = new DataView(bytes.buffer, bytes.byteOffset);
		// SQLite file format: user version at 60, application id at 68.
		expect([view.getUint32(60), view.getUint32(68)]).toEqual([10300, 0x47504b47]);
		const { default: initialise } = await import('sql.js');
		const wasm = readFileSync(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
		const database = new (await initialise({ wasmBinary: new Uint8Array(wasm).buffer })).Database(bytes);
		const values = (sql: string) => database.exec(sql)[0].values;
		expect(values('PRAGMA integrity_check')).toEqual([['ok']]);
		expect(values('SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id').flat()).toEqual([-1, 0, 4326]);
		expect(values("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = 'communes'")).toEqual([
			[3, 50, 4, 51]
		]);
		expect(values('SELECT geometry_type_name FROM gpkg_geometry_columns ORDER BY table_name').flat()).toEqual([
			'MULTIPOLYGON',
			'POINT'
		]);
		database.close();
	});

	it('turn outer rings anticlockwise in GeoJSON, as RFC 7946 asks', () => {
		const [communes] = writeGeoJson(layers, ['Essai']).map(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes)));
		expect(communes.features[0].geometry.coordinates[0][0]).toEqual(square.toReversed());
		expect(communes.features[1].geometry).toBeNull();
		expect(communes.features[0].properties).toEqual({ name: "L'Aire", people: 12, counted: true });
	});
});
