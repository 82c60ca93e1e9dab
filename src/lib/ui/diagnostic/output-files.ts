import { zipSync } from 'fflate';
import type { FigureId } from '#domain/diagnostic.ts';
import type { ReportDocument } from '../../report/document.ts';
import { figureOrigin } from '../../report/figure-origin.ts';
import type { NamedFile } from '../../report/outputs/csv.ts';
import { drawPictures } from '../../report/pictures/draw.ts';
import type { PictureInput } from '../../report/pictures/picture-input.ts';
import { today } from './today.ts';

/** Kinds of files that a document becomes. */
export const OUTPUTS = ['docx', 'xlsx', 'html', 'csv', 'gpkg', 'geojson'] as const;
export type Output = (typeof OUTPUTS)[number];

export interface OutputFile {
	readonly bytes: Uint8Array;
	readonly extension: string;
	readonly type: string;
}

type Writer = (report: ReportDocument, input: PictureInput) => Promise<OutputFile>;

/** Writers are heavy: each is loaded when it is wanted. */
const WRITERS: Readonly<Record<Output, Writer>> = {
	async docx(report, input) {
		const [{ writeDocx }, { sitePngMaker }] = await Promise.all([
			import('../../report/outputs/docx.ts'),
			import('./package-files.ts')
		]);
		const bytes = await writeDocx(report, drawPictures(input), await sitePngMaker());
		const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
		return { bytes, extension: 'docx', type };
	},
	async xlsx(report) {
		const { writeXlsx } = await import('../../report/outputs/xlsx.ts');
		const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
		return { bytes: await writeXlsx(report), extension: 'xlsx', type };
	},
	async html(report, input) {
		const { writeHtml } = await import('../../report/outputs/html.ts');
		const { data, summary, locale } = input;
		const origins = (Object.keys(data.figures) as FigureId[]).flatMap(
			(id) => figureOrigin(id, data, summary, locale) ?? []
		);
		return { bytes: await writeHtml(report, drawPictures(input), origins), extension: 'html', type: 'text/html' };
	},
	async csv(report) {
		const { writeCsvTables } = await import('../../report/outputs/csv.ts');
		return zipped(writeCsvTables(report), 'csv.zip');
	},
	async gpkg(_report, input) {
		const [{ writeGeoPackage }, { layersOf }, { siteSql }] = await Promise.all([
			import('../../report/outputs/gpkg.ts'),
			import('../../report/outputs/layers.ts'),
			import('./package-files.ts')
		]);
		const date = `${today()}T00:00:00.000Z`;
		const bytes = await writeGeoPackage(layersOf(input), siteSql, date);
		return { bytes, extension: 'gpkg', type: 'application/geopackage+sqlite3' };
	},
	async geojson({ title, subtitle, stamps, imprint }, input) {
		const [{ writeGeoJson }, { layersOf }] = await Promise.all([
			import('../../report/outputs/geojson.ts'),
			import('../../report/outputs/layers.ts')
		]);
		return zipped(writeGeoJson(layersOf(input), [title, subtitle, ...stamps, imprint]), 'geojson.zip');
	}
};

/**
 * The document as a file.
 * @param report with the author's words
 * @throws Error when what writes it cannot be fetched from the site
 */
export function outputFile(output: Output, report: ReportDocument, input: PictureInput): Promise<OutputFile> {
	return WRITERS[output](report, input);
}

/** Several files are handed over as one. */
function zipped(files: readonly NamedFile[], extension: string): OutputFile {
	const bytes = zipSync(Object.fromEntries(files.map(({ name, bytes: content }) => [name, content])));
	return { bytes, extension, type: 'application/zip' };
}
