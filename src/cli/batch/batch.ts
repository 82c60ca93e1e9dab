import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_MEASURES } from '#domain/default-question.ts';
import type { FigureId } from '#domain/diagnostic.ts';
import { MaillageError, type Message } from '#domain/notes.ts';
import { MODES } from '#domain/travel.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { readTerritoryFolder, type LoadedTerritory } from '#io/territory-folder/read.ts';
import { DEFAULT_CUTOFF_MINUTES } from '#workers/jobs/diagnose/coverage.ts';
import { estimatedTimesNotice } from '#workers/jobs/estimated-model.ts';
import { defaultMode } from '#workers/jobs/perimeter-figures.ts';
import type { Output } from '../../lib/report/outputs/document-files.ts';
import { today } from '../../lib/report/today.ts';
import type { CommandContext } from '../command.ts';
import { diskFolder, writeFolder } from '../folder-disk.ts';
import { nodeLoaders } from '../package-files.ts';
import { communesOutside } from './communes-outside.ts';
import { onInterrupt } from './interrupt.ts';
import { madeFrom } from './made-from.ts';
import type { BatchRequest } from './make-unit.ts';
import { makeUnits, NotOpened } from './pool.ts';
import { sortedRows, summaryFigures, summaryFiles, type SummaryOf, type SummaryRow } from './summary.ts';
import { areThere, isMade, readRecord } from './unit-record.ts';
import type { Failure } from './unit-worker.ts';
import { unitsOf, type Unit, type UnitKind } from './units.ts';

/** What is asked of a batch. */
export interface Batch {
	/** Folder of the territory, or its zip. */
	readonly path: string;
	readonly out: string;
	readonly by: UnitKind;
	readonly formats: readonly Output[];
	/** Makes anew what stands there whole. */
	readonly again: boolean;
	readonly sort: { readonly column: string; readonly isDescending: boolean };
}

type Talk = Pick<CommandContext, 'locale' | 'progress' | 'say'>;

/**
 * Writes the diagnostic of each unit of a territory in a folder of its own, and a summary of all. Units that an earlier run made whole from the
 * same are left; one that fails is told and does not stop the others; stopped, what is made stays, and the same command goes on.
 * @throws MaillageError what reading the territory throws; `error_batch_failed` and `error_batch_stopped` once the summary is written
 */
export async function runBatch(batch: Batch, { locale, progress, say }: Talk): Promise<void> {
	const text = (code: string, params: Message['params'] = {}) => writeMessage({ code, params }, locale);
	progress.step(text('batch_step_read'));
	const loaded = await readTerritoryFolder(diskFolder(batch.path), batch.path);
	const request: BatchRequest = { ...batch, locale, date: today(), madeFrom: await madeFrom(batch.path, locale) };
	const { rows, about, of } = await standing(batch, request, loaded, locale);
	if (rows.size === 0) throw new MaillageError('error_batch_none');
	const tasks = [...rows.values()].flatMap(({ unit, status }) =>
		status === 'kept' ? [] : [{ unit, about: about(unit) }]
	);
	if (tasks.length < rows.size) say(text('batch_kept', { count: rows.size - tasks.length }));
	progress.step(text('batch_step_make', { count: tasks.length }));
	const { signal, release } = onInterrupt(() => say(text('batch_stopping')));
	let done = 0;
	try {
		await makeUnits(request, tasks, {
			workers: availableParallelism(),
			signal,
			tell(outcome) {
				const { unit, status } = outcome;
				const record = status === 'made' ? outcome.record : null;
				const reason = status === 'failed' ? failureText(outcome.failure, locale) : null;
				rows.set(unit.folder, { ...(rows.get(unit.folder) as SummaryRow), status, record, reason });
				if (reason !== null) say(text('batch_unit_failed', { name: unit.name, reason }));
				progress.share(++done / tasks.length);
			}
		});
	} catch (error) {
		if (error instanceof NotOpened && 'message' in error.failure)
			throw new MaillageError(error.failure.message.code, error.failure.message.params, error.failure.file);
		throw error;
	} finally {
		release();
	}
	const { column, isDescending } = batch.sort;
	const figures = figuresOf(loaded);
	const sorted = sortedRows([...rows.values()], column, isDescending, figures);
	await writeFolder(batch.out, summaryFiles(of, sorted, figures));
	for (const statement of of.statements) say(statement);
	tellEnd(sorted, batch.out, signal, say, text);
}

/** What stands of each unit before anything is made, by its folder, and what is to be said of it. */
async function standing(
	{ out, by, formats, again }: Batch,
	{ madeFrom: from }: BatchRequest,
	{ territory, manifest }: LoadedTerritory,
	locale: Locale
) {
	const outside = by === 'epci' ? communesOutside(territory.communes, await nodeLoaders.loadAdminDivision()) : null;
	const outsideOf = ({ code }: Unit) => (code === null ? null : (outside?.get(code) ?? null));
	const rows = new Map<string, SummaryRow>();
	for (const unit of unitsOf(territory, by)) {
		const record = again ? null : await readRecord(join(out, unit.folder));
		const isKept = isMade(record, unit, from, formats) && (await areThere(join(out, unit.folder), record));
		rows.set(unit.folder, {
			unit,
			status: isKept ? 'kept' : 'not-made',
			reason: null,
			record: isKept ? record : null,
			communesOutside: outsideOf(unit)?.outside ?? null
		});
	}
	const about = (unit: Unit): Message[] => {
		const found = outsideOf(unit);
		return found === null || found.outside === 0
			? []
			: [{ code: 'batch_epci_partial', params: { count: found.outside, of: found.of } }];
	};
	const leftOut = by === 'epci' ? territory.communes.filter((one) => !one.margin && one.epciCode === null) : [];
	const messages: Message[] = [
		...(leftOut.length === 0 ? [] : [{ code: 'batch_left_out', params: { count: leftOut.length } }]),
		...(manifest.travel.origin === 'estimated' ? estimatedTimesNotice(MODES, DEFAULT_CUTOFF_MINUTES) : [])
	];
	const of: SummaryOf = {
		territory: territory.name,
		fictional: territory.fictional,
		by,
		formats,
		travel: manifest.travel.origin,
		mode: modeOf(territory, manifest),
		statements: messages.map((message) => writeMessage(message, locale)),
		communes_left_out: leftOut.map(({ code }) => code)
	};
	return { rows, about, of };
}

/** The mode that documents are of. */
function modeOf(territory: LoadedTerritory['territory'], { travel }: LoadedTerritory['manifest']) {
	if (travel.origin === 'matrix') return travel.mode;
	return defaultMode(territory, travel.origin === 'roads' ? travel.modes : MODES);
}

const figuresOf = ({ territory, manifest }: LoadedTerritory): FigureId[] =>
	summaryFigures(modeOf(territory, manifest), DEFAULT_MEASURES.profile);

/** In words for whoever reads the summary; where a fault of the programme was met, what it says of itself. */
function failureText(failure: Failure, locale: Locale): string {
	if ('fault' in failure) return writeMessage({ code: 'batch_fault', params: { reason: failure.fault } }, locale);
	const { file, message } = failure;
	return `${file === null ? '' : `${file}${locale === 'fr' ? '\u00a0' : ''}: `}${writeMessage(message, locale)}`;
}

function tellEnd(
	rows: readonly SummaryRow[],
	path: string,
	signal: AbortSignal,
	say: (text: string) => void,
	text: (code: string, params: Message['params']) => string
): void {
	const count = (status: SummaryRow['status']) => rows.filter((row) => row.status === status).length;
	say(text('cli_wrote', { path }));
	if (signal.aborted && count('not-made') > 0)
		throw new MaillageError('error_batch_stopped', { count: count('not-made') });
	if (count('failed') > 0) throw new MaillageError('error_batch_failed', { count: count('failed'), of: rows.length });
}
