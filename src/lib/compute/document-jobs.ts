import { zipSync } from 'fflate';
import type { IsoDate } from '#domain/calendar.ts';
import { breather } from '#workers/breathe.ts';
import type { JobHandlers } from '#workers/protocol.ts';
import type { PictureId, ReportDocument } from '../report/document.ts';
import type { NamedFile } from '../report/outputs/csv.ts';
import {
	documentFiles,
	tableFiles,
	type Output,
	type OutputParts,
	type TableOutput
} from '../report/outputs/document-files.ts';
import { drawPicture } from '../report/pictures/draw.ts';
import type { Picture, PictureInput } from '../report/pictures/picture-input.ts';

export interface DrawRequest {
	readonly id: PictureId;
	readonly input: PictureInput;
}

export interface OutputRequest {
	readonly output: Output;
	/** With its author's words. */
	readonly report: ReportDocument;
	readonly input: PictureInput;
	readonly date: IsoDate;
}

/** A document of tables alone. */
export interface TablesRequest {
	readonly output: TableOutput;
	readonly report: ReportDocument;
}

export interface OutputFile {
	readonly bytes: Uint8Array;
	readonly extension: string;
	readonly type: string;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/** A picture of a document; null where what it shows is not there or not known. */
		drawPicture: Job<DrawRequest, Picture | null>;
		/** A document as one file; told as it goes, given up between two pictures. */
		outputFile: Job<OutputRequest, OutputFile>;
		/** A document of tables as one file. */
		tablesFile: Job<TablesRequest, OutputFile>;
	}
}

const ZIP = 'application/zip';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** Where there are several files, they are handed over as one. */
const TYPES: Readonly<Record<Output, string>> = {
	docx: `${OFFICE}.wordprocessingml.document`,
	xlsx: `${OFFICE}.spreadsheetml.sheet`,
	html: 'text/html',
	png: ZIP,
	csv: ZIP,
	gpkg: 'application/geopackage+sqlite3',
	geojson: ZIP
};

/** What the worker of documents does. @param parts what files are written with */
export function documentHandlers(
	parts: Pick<OutputParts, 'png' | 'sql' | 'typefaces'>
): Pick<JobHandlers, 'drawPicture' | 'outputFile' | 'tablesFile'> {
	return {
		drawPicture: async ({ id, input }) => ({ response: drawPicture(id, input), transfer: [] }),
		async outputFile({ output, report, input, date }, { progress, signal }) {
			const pause = breather();
			const step = async (share: number) => {
				progress(share);
				await pause();
				signal.throwIfAborted();
			};
			const files = await documentFiles([output], report, input, { ...parts, date, step });
			return handedOver(output, files);
		},
		tablesFile: async ({ output, report }) => handedOver(output, await tableFiles(output, report))
	};
}

function handedOver(output: Output, files: readonly NamedFile[]): { response: OutputFile; transfer: ArrayBuffer[] } {
	const type = TYPES[output];
	const bytes =
		type === ZIP ? zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes]))) : files[0].bytes;
	const extension = type === ZIP ? `${output}.zip` : output;
	const transfer = bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
	return { response: { bytes, extension, type }, transfer };
}
