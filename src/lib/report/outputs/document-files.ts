import type { IsoDate } from '#domain/calendar.ts';
import type { FigureId } from '#domain/diagnostic.ts';
import { PICTURES, type PictureId, type ReportDocument } from '../document.ts';
import { figureOrigin } from '../figure-origin.ts';
import { printedDocument } from '../printed.ts';
import { drawPicture, type Pictures } from '../pictures/draw.ts';
import type { Picture, PictureInput } from '../pictures/picture-input.ts';
import type { PngMaker } from '../pictures/png.ts';
import type { NamedFile } from './csv.ts';
import type { Typefaces } from './typefaces.ts';

/** Kinds of files that a document becomes. */
export const OUTPUTS = ['docx', 'xlsx', 'html', 'png', 'csv', 'gpkg', 'geojson'] as const;
export type Output = (typeof OUTPUTS)[number];
/** Those that hold tables alone. */
export type TableOutput = Extract<Output, 'xlsx' | 'csv'>;

/** What writers need of where they run: a page asks its own site, the command line its packages. Asked only when it is wanted. */
export interface OutputParts {
	readonly png: () => Promise<PngMaker>;
	/** Bytes of sql.js's module. */
	readonly sql: () => Promise<Uint8Array>;
	readonly typefaces: () => Promise<Typefaces>;
	/** The day that a GeoPackage says it was changed on. */
	readonly date: IsoDate;
	/** Told the share done, 0 … 1, between two pictures: it may wait, and throw to give up. */
	readonly step?: (share: number) => Promise<void>;
}

interface Written extends OutputParts {
	readonly report: ReportDocument;
	readonly input: PictureInput;
	readonly pictures: () => Promise<Pictures>;
	/** The same, as bytes. */
	readonly rendered: () => Promise<ReadonlyMap<Picture, Uint8Array>>;
}

/** Of the work, the share that drawing is, where pictures are made bytes of too. */
const DRAWING_SHARE = 0.3;

/** Writers are heavy: each is loaded when it is wanted. */
const TABLE_WRITERS: Readonly<Record<TableOutput, (report: ReportDocument) => Promise<NamedFile[]>>> = {
	async xlsx(report) {
		const { writeXlsx } = await import('./xlsx.ts');
		return [{ name: 'diagnostic.xlsx', bytes: await writeXlsx(report) }];
	},
	async csv(report) {
		const { writeCsvTables } = await import('./csv.ts');
		return writeCsvTables(report);
	}
};

const WRITERS: Readonly<Record<Output, (written: Written) => Promise<NamedFile[]>>> = {
	async docx({ report, pictures, rendered }) {
		const { writeDocx } = await import('./docx.ts');
		const bytes = await rendered();
		const png = (picture: Picture) => bytes.get(picture) ?? new Uint8Array();
		return [{ name: 'diagnostic.docx', bytes: await writeDocx(report, await pictures(), png) }];
	},
	xlsx: ({ report }) => TABLE_WRITERS.xlsx(report),
	csv: ({ report }) => TABLE_WRITERS.csv(report),
	async html({ report, pictures, typefaces, input: { data, summary, locale } }) {
		const { writeHtml } = await import('./html.ts');
		const origins = (Object.keys(data.figures) as FigureId[]).flatMap(
			(id) => figureOrigin(id, data, summary, locale) ?? []
		);
		const all = [...origins, ...(report.origins ?? [])];
		const { text } = await typefaces();
		return [{ name: 'diagnostic.html', bytes: writeHtml(report, await pictures(), all, [text]) }];
	},
	async png({ pictures, rendered }) {
		const bytes = await rendered();
		const made = Object.entries(await pictures());
		return made.map(([id, picture]) => ({ name: `${id}.png`, bytes: bytes.get(picture) ?? new Uint8Array() }));
	},
	async gpkg({ input, sql, date }) {
		const [{ writeGeoPackage }, { layersOf }] = await Promise.all([import('./gpkg.ts'), import('./layers.ts')]);
		return [{ name: 'diagnostic.gpkg', bytes: await writeGeoPackage(layersOf(input), sql, `${date}T00:00:00.000Z`) }];
	},
	async geojson({ report: { title, subtitle, stamps, imprint }, input }) {
		const [{ writeGeoJson }, { layersOf }] = await Promise.all([import('./geojson.ts'), import('./layers.ts')]);
		return writeGeoJson(layersOf(input), [title, subtitle, ...stamps, imprint]);
	}
};

/**
 * A document as files; tables and layers are a file each in the formats that hold one. Its pictures are drawn once for all of them.
 * @param report with the author's words
 * @throws Error when what writes them cannot be had
 */
export async function documentFiles(
	outputs: readonly Output[],
	report: ReportDocument,
	input: PictureInput,
	parts: OutputParts
): Promise<NamedFile[]> {
	let [drawn, made]: [Promise<Pictures> | null, Promise<ReadonlyMap<Picture, Uint8Array>> | null] = [null, null];
	const pictures = () => (drawn ??= drawnPictures(input, parts));
	const rendered = () => (made ??= renderedPictures(pictures, parts));
	const written = { ...parts, report: printedDocument(report), input, pictures, rendered };
	const files: NamedFile[] = [];
	for (const output of outputs) files.push(...(await WRITERS[output](written)));
	return files;
}

/** A document of tables as files, where there is no picture. */
export const tableFiles = (output: TableOutput, report: ReportDocument): Promise<NamedFile[]> =>
	TABLE_WRITERS[output](report);

async function drawnPictures(input: PictureInput, { step }: OutputParts): Promise<Pictures> {
	const pictures: Partial<Record<PictureId, Picture>> = {};
	for (const [rank, id] of PICTURES.entries()) {
		await step?.((DRAWING_SHARE * rank) / PICTURES.length);
		const picture = drawPicture(id, input);
		if (picture !== null) pictures[id] = picture;
	}
	return pictures;
}

async function renderedPictures(
	drawn: () => Promise<Pictures>,
	{ png, step }: OutputParts
): Promise<ReadonlyMap<Picture, Uint8Array>> {
	const [pictures, make] = await Promise.all([drawn(), png()]);
	const made = new Map<Picture, Uint8Array>();
	for (const [rank, picture] of Object.values(pictures).entries()) {
		await step?.(DRAWING_SHARE + ((1 - DRAWING_SHARE) * rank) / PICTURES.length);
		made.set(picture, make(picture));
	}
	return made;
}
