import type { Paint } from '#domain/atlas-answers.ts';
import type { IsoDate } from '#domain/calendar.ts';
import { UNEDITED, type DiagnosticData } from '#domain/diagnostic.ts';
import { diagnosticQuestion, type Question } from '#domain/question.ts';
import type { Locale } from '#i18n/locale.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import { diagnosticData } from '#workers/jobs/diagnostic/diagnostic-data.ts';
import type { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import type { JobContext } from '#workers/protocol.ts';
import { buildDocument } from '../lib/report/build-document.ts';
import type { ReportDocument } from '../lib/report/document.ts';
import type { OutputParts } from '../lib/report/outputs/document-files.ts';
import { TYPEFACE_FILES, typefacesOf, type Typefaces } from '../lib/report/outputs/typefaces.ts';
import { paintsAsked, type PaintedPicture, type PictureInput } from '../lib/report/pictures/picture-input.ts';
import { pngMaker, type PngMaker } from '../lib/report/pictures/png.ts';
import { readPackageFile } from './package-files.ts';

/** The diagnostic of an area: its document, and what its pictures and layers are drawn from. */
export interface AreaDiagnostic {
	readonly report: ReportDocument;
	readonly input: PictureInput;
}

/**
 * The diagnostic of the scope of a question, as the application writes it before its author did anything: to be circulated, and a draft.
 * @param completed what is known beside the territory, put with the figures
 * @throws MaillageError as `diagnosticData`; the signal's reason once aborted
 */
export async function areaDiagnostic(
	territory: OpenTerritory,
	question: Question,
	{ locale, date }: { readonly locale: Locale; readonly date: IsoDate },
	context: JobContext,
	completed: (data: DiagnosticData) => DiagnosticData = (data) => data
): Promise<AreaDiagnostic> {
	const session = territory.baseline;
	const { summary } = session;
	const data = completed(
		await diagnosticData(territory, { question: diagnosticQuestion(question), costs: null }, context)
	);
	const paints: Partial<Record<PaintedPicture, Paint>> = {};
	for (const { picture, asked } of paintsAsked(summary, data)) paints[picture] = await paint(session, asked, context);
	const report = buildDocument(data, UNEDITED, { summary, scenario: null, date, locale, audience: 'shared' });
	return { report, input: { summary, data, paints, locale } };
}

const RESVG = '@resvg/resvg-wasm/index_bg.wasm';
const FONTS = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'].map(
	(path) => `@expo-google-fonts/source-sans-3/${path}`
);

async function readTypefaces(): Promise<Typefaces> {
	const [text, sentence] = await Promise.all([TYPEFACE_FILES.text, TYPEFACE_FILES.sentence].map(readPackageFile));
	return typefacesOf(text, sentence);
}

/** What writers of files need, from the installed packages; each is read once. */
export function nodeOutputParts(date: IsoDate): OutputParts {
	let png: Promise<PngMaker> | null = null;
	let sql: Promise<Uint8Array> | null = null;
	let typefaces: Promise<Typefaces> | null = null;
	const readPng = async () => {
		const [wasm, ...fonts] = await Promise.all([RESVG, ...FONTS].map(readPackageFile));
		return pngMaker({ wasm, fonts });
	};
	return {
		date,
		png: () => (png ??= readPng()),
		sql: () => (sql ??= readPackageFile('sql.js/dist/sql-wasm.wasm')),
		typefaces: () => (typefaces ??= readTypefaces())
	};
}
