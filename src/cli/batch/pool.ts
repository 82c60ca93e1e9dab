import { Worker } from 'node:worker_threads';
import type { Message } from '#domain/notes.ts';
import type { BatchRequest } from './make-unit.ts';
import type { UnitRecord } from './unit-record.ts';
import type { Failure, FromWorker, ToWorker } from './unit-worker.ts';
import type { Unit } from './units.ts';

/** What became of a unit. */
export type Outcome =
	| { readonly unit: Unit; readonly status: 'made'; readonly record: UnitRecord }
	| { readonly unit: Unit; readonly status: 'failed'; readonly failure: Failure };

/** The territory could not be opened by a worker. */
export class NotOpened extends Error {
	readonly failure: Failure;

	constructor(failure: Failure) {
		super('fault' in failure ? failure.fault : failure.message.code);
		this.failure = failure;
	}
}

export interface Task {
	readonly unit: Unit;
	readonly about: readonly Message[];
}

/**
 * Makes units on several workers, each with the territory open. A unit that fails, or whose worker is lost, does not keep the others from
 * being made; of those that were not begun when the signal is aborted, and those that could not be ended then, nothing is told.
 * @throws NotOpened when a worker cannot open the territory
 */
export async function makeUnits(
	request: BatchRequest,
	tasks: readonly Task[],
	{ workers, signal, tell }: { workers: number; signal: AbortSignal; tell: (outcome: Outcome) => void }
): Promise<void> {
	const left = [...tasks];
	const given = new AbortController();
	const stopped = AbortSignal.any([signal, given.signal]);
	const take = () => (stopped.aborted ? undefined : left.shift());
	const lines = Array.from({ length: Math.min(workers, tasks.length) }, async () => {
		// A worker that is lost is followed by another as long as there are units.
		while (left.length > 0 && !stopped.aborted) await work(request, take, stopped, tell);
	});
	try {
		await Promise.all(lines);
	} finally {
		given.abort();
	}
}

/** One worker, until nothing is left or it is lost. */
function work(
	request: BatchRequest,
	take: () => Task | undefined,
	signal: AbortSignal,
	tell: (outcome: Outcome) => void
): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./unit-worker.mjs', import.meta.url), { workerData: request });
		const send = (what: ToWorker) => worker.postMessage(what);
		let isOpen = false;
		let task: Task | undefined;
		let lost: Error | null = null;
		const stop = () => send('stop');
		signal.addEventListener('abort', stop);
		const next = () => {
			task = take();
			if (task === undefined) void worker.terminate();
			else send({ unit: task.unit, about: task.about });
		};
		worker.on('message', (told: FromWorker) => {
			if ('open' in told) isOpen = true;
			else if ('closed' in told) {
				if (!signal.aborted) reject(new NotOpened(told.closed));
				void worker.terminate();
				return;
			} else if (task !== undefined) {
				if ('made' in told) tell({ unit: task.unit, status: 'made', record: told.made });
				else if (!signal.aborted) tell({ unit: task.unit, status: 'failed', failure: told.failed });
				// After a fault of a module of WebAssembly all that it does fails: what is left is for another worker.
				if ('failed' in told && 'fault' in told.failed) {
					task = undefined;
					void worker.terminate();
					return;
				}
			}
			next();
		});
		worker.on('error', (error) => (lost = error));
		worker.on('exit', () => {
			signal.removeEventListener('abort', stop);
			const failure = { fault: lost?.message ?? 'the worker ended', stack: lost?.stack ?? '' };
			if (!isOpen && !signal.aborted) reject(new NotOpened(failure));
			else if (task !== undefined && !signal.aborted) tell({ unit: task.unit, status: 'failed', failure });
			resolve();
		});
	});
}
