// One of the workers of a batch: opens the territory once, then makes the units that it is handed, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { MaillageError, type Message } from '#domain/notes.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { nodeOutputParts } from '../area-diagnostic.ts';
import { diskFolder } from '../folder-disk.ts';
import { makeUnit, type BatchRequest } from './make-unit.ts';
import type { UnitRecord } from './unit-record.ts';
import type { Unit } from './units.ts';

/** What a worker is told. */
export type ToWorker = { readonly unit: Unit; readonly about: readonly Message[] } | 'stop';

/** Why something could not be done: a sentence, or a fault of the programme. */
export type Failure =
	{ readonly message: Message; readonly file: string | null } | { readonly fault: string; readonly stack: string };

/** What a worker tells. `open` is told once, first. */
export type FromWorker =
	{ readonly open: true } | { readonly closed: Failure } | { readonly made: UnitRecord } | { readonly failed: Failure };

const port = parentPort;
if (port === null) throw new Error('unit-worker.ts runs in a worker of Node');
const tell = (what: FromWorker) => port.postMessage(what);
const request = workerData as BatchRequest;
const abort = new AbortController();
const territory = new OpenTerritory();
const parts = nodeOutputParts(request.date);

port.on('message', (told: ToWorker) => {
	if (told === 'stop') abort.abort();
	else
		makeUnit(territory, told, request, parts, abort.signal).then(
			(made) => tell({ made }),
			(error: unknown) => tell({ failed: failureOf(error) })
		);
});

try {
	territory.open(await openSession(diskFolder(request.path), request.path, { signal: abort.signal }));
	tell({ open: true });
} catch (error) {
	tell({ closed: failureOf(error) });
}

function failureOf(error: unknown): Failure {
	if (error instanceof MaillageError) return { message: error.detail, file: error.file };
	const isError = error instanceof Error;
	return { fault: isError ? error.message : String(error), stack: isError ? (error.stack ?? '') : '' };
}
