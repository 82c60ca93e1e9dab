import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { IsoDate } from '#domain/calendar.ts';
import { defaultQuestion } from '#domain/default-question.ts';
import type { Message } from '#domain/notes.ts';
import type { Locale } from '#i18n/locale.ts';
import type { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { documentFiles, type Output, type OutputParts } from '../../lib/report/outputs/document-files.ts';
import { areaDiagnostic } from '../area-diagnostic.ts';
import { writeWhole } from '../folder-disk.ts';
import { readRecord, recordedFigures, recordText, UNIT_RECORD, type UnitRecord } from './unit-record.ts';
import type { Unit } from './units.ts';

/** What all units of a batch are made with. */
export interface BatchRequest {
	/** Folder of the territory, or its zip. */
	readonly path: string;
	readonly out: string;
	readonly formats: readonly Output[];
	readonly locale: Locale;
	readonly date: IsoDate;
	/** Names what they are made from (`madeFrom`). */
	readonly madeFrom: string;
}

/**
 * Makes the diagnostic of one unit and writes its folder: files of an earlier run that are not made anew are taken away, and the record that
 * says that all is there is written last.
 * @param about what is to be said of the unit beside its figures
 * @throws MaillageError as `areaDiagnostic` and `writeWhole`; the signal's reason once aborted
 */
export async function makeUnit(
	territory: OpenTerritory,
	{ unit, about }: { readonly unit: Unit; readonly about: readonly Message[] },
	request: BatchRequest,
	parts: OutputParts,
	signal: AbortSignal
): Promise<UnitRecord> {
	const { formats, locale, date, out, madeFrom } = request;
	const question = { ...defaultQuestion(territory.baseline.summary), scope: unit.scope };
	const context = { signal, progress: () => {} };
	const { report, input } = await areaDiagnostic(territory, question, { locale, date }, context, (data) => ({
		...data,
		statements: [...data.statements, ...about]
	}));
	const files = await documentFiles(formats, report, input, parts);
	signal.throwIfAborted();
	const folder = join(out, unit.folder);
	const names = files.map(({ name }) => name);
	const before = ((await readRecord(folder))?.files ?? []).filter((name) => name === basename(name));
	const record: UnitRecord = {
		complete: true,
		made_from: madeFrom,
		made_on: date,
		code: unit.code,
		name: unit.name,
		title: report.title,
		stamps: report.stamps,
		formats,
		files: names,
		figures: recordedFigures(input.data)
	};
	const path = join(folder, UNIT_RECORD);
	await writeWhole(path, recordText({ ...record, complete: false, files: [...new Set([...before, ...names])] }));
	for (const name of before) if (!names.includes(name)) await rm(join(folder, name), { force: true });
	for (const { name, bytes } of files) await writeWhole(join(folder, name), bytes);
	await writeWhole(path, recordText(record));
	return record;
}
