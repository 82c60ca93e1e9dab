// The diagnostic of the demo territory as the files that other programs open.
import { join } from 'node:path';
import type { Paint } from '#domain/atlas-answers.ts';
import { DIAGNOSTIC_SECTIONS } from '#domain/diagnostic.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import { diagnosticData } from '#workers/jobs/diagnostic/diagnostic-data.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import type { JobContext } from '#workers/protocol.ts';
import { diskFolder } from '../src/cli/folder-disk.ts';
import { readPackageFile } from '../src/cli/package-files.ts';
import { buildDocument } from '../src/lib/report/build-document.ts';
import { writeDocx } from '../src/lib/report/outputs/docx.ts';
import { writeGeoPackage } from '../src/lib/report/outputs/gpkg.ts';
import { layersOf } from '../src/lib/report/outputs/layers.ts';
import { writeXlsx } from '../src/lib/report/outputs/xlsx.ts';
import { drawPictures } from '../src/lib/report/pictures/draw.ts';
import { paintsAsked, type PaintedPicture } from '../src/lib/report/pictures/picture-input.ts';
import { pngMaker } from '../src/lib/report/pictures/png.ts';
import { defaultQuestion } from '../src/lib/state/default-question.ts';

const DATE = '2026-01-05';
const alone: JobContext = { progress: () => {}, signal: new AbortController().signal };
const FONTS = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];

/** DOCX, XLSX and GeoPackage by name; the demo must have been prepared (`scripts/build-demo.ts`). */
export async function diagnosticFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
	const session = await openSession(diskFolder(join(import.meta.dirname, '../static/demo')), 'demo');
	const territory = new OpenTerritory();
	territory.open(session);
	const { summary } = session;
	const question = { ...defaultQuestion(summary), form: 'usable' as const };
	const data = await diagnosticData(territory, { question, costs: null }, alone);
	const paints: Partial<Record<PaintedPicture, Paint>> = {};
	for (const { picture, asked } of paintsAsked(summary, data)) paints[picture] = await paint(session, asked, alone);
	const edits = {
		sections: DIAGNOSTIC_SECTIONS.map((id) => ({ id, on: true })),
		texts: {},
		validated: false,
		author: ''
	};
	const document = buildDocument(data, edits, {
		summary,
		scenario: null,
		date: DATE,
		locale: 'fr',
		audience: 'shared'
	});
	const png = await pngMaker({
		wasm: await readPackageFile('@resvg/resvg-wasm/index_bg.wasm'),
		fonts: await Promise.all(FONTS.map((path) => readPackageFile(`@expo-google-fonts/source-sans-3/${path}`)))
	});
	const pictures = drawPictures({ summary, data, paints, locale: 'fr' });
	const layers = layersOf({ summary, data, paints, locale: 'fr' });
	const loadWasm = () => readPackageFile('sql.js/dist/sql-wasm.wasm');
	return new Map([
		['diagnostic.docx', await writeDocx(document, pictures, png)],
		['diagnostic.xlsx', await writeXlsx(document)],
		['diagnostic.gpkg', await writeGeoPackage(layers, loadWasm, DATE)]
	]);
}
