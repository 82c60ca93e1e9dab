import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IsoDate } from '#domain/calendar.ts';
import type { DiagnosticData, DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import type { Output } from '../../lib/report/outputs/document-files.ts';
import type { Unit } from './units.ts';

/** The file of a unit's folder that says what stands in it, written last. */
export const UNIT_RECORD = 'unit.json';

const FORMAT = { format: 'maillage-diagnostic', schema_version: 1 } as const;

/** A figure as summaries say it. */
export type RecordedFigure = Pick<DiagnosticFigure, 'value' | 'unit' | 'respondents' | 'estimated'>;
export type RecordedFigures = Partial<Record<FigureId, RecordedFigure>>;

/** What stands in a unit's folder. */
export interface UnitRecord {
	/** False while files are being written. */
	readonly complete: boolean;
	/** Names what it was made from (`madeFrom`). */
	readonly made_from: string;
	readonly made_on: IsoDate;
	readonly code: string | null;
	readonly name: string;
	readonly title: string;
	/** Its stamps: fictional, a draft, of estimated times. */
	readonly stamps: readonly string[];
	readonly formats: readonly Output[];
	readonly files: readonly string[];
	/** Every figure of the document by its name. */
	readonly figures: RecordedFigures;
}

/** The record of a folder; null where there is none that this version reads. */
export async function readRecord(folder: string): Promise<UnitRecord | null> {
	try {
		const read = JSON.parse(await readFile(join(folder, UNIT_RECORD), 'utf8')) as UnitRecord & typeof FORMAT;
		const isOurs =
			read.format === FORMAT.format &&
			read.schema_version === FORMAT.schema_version &&
			Array.isArray(read.files) &&
			Array.isArray(read.formats) &&
			typeof read.figures === 'object';
		return isOurs ? read : null;
	} catch {
		return null;
	}
}

export function recordText(record: UnitRecord): string {
	return `${JSON.stringify({ ...FORMAT, ...record }, null, '\t')}\n`;
}

/** Whether what stands in a folder is what would be made: of this unit, from the same, whole, in all these formats. */
export function isMade(
	record: UnitRecord | null,
	unit: Unit,
	from: string,
	formats: readonly Output[]
): record is UnitRecord {
	return (
		record !== null &&
		record.complete &&
		record.made_from === from &&
		record.code === unit.code &&
		formats.every((format) => record.formats.includes(format))
	);
}

/** Whether the files that a record names stand in its folder: one that somebody took away is made anew. */
export async function areThere(folder: string, { files }: UnitRecord): Promise<boolean> {
	const found: string[] = await readdir(folder).catch(() => []);
	return files.every((name) => found.includes(name));
}

export function recordedFigures({ figures }: Pick<DiagnosticData, 'figures'>): RecordedFigures {
	return Object.fromEntries(
		Object.values(figures).map(({ id, value, unit, respondents, estimated }) => [
			id,
			{ value, unit, respondents, estimated }
		])
	);
}
