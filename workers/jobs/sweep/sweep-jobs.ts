import { contractGraph } from '#core/travel/hierarchy/contract.ts';
import type { Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import type { Attachments, SearchGraph } from '#core/travel/search-graph.ts';
import type { SiteRow } from '#core/travel/site-rows.ts';
import { batchesOfPart, sharedBatches } from '#core/travel/sweep/batches.ts';
import { sweepLayout, type SweepLayout } from '#core/travel/sweep/layout.ts';
import { TwoWaySweep, type TwoWayProgram, type TwoWaySources } from '#core/travel/sweep/two-way-sweep.ts';
import type { JobHandlers } from '#workers/protocol.ts';
import { breather } from '../../breathe.ts';
import { buffersOf } from '../../buffers.ts';

/** Which batches a worker takes: those that nobody took, by a common counter, or every so many. */
export type BatchShare =
	{ readonly counter: Int32Array<SharedArrayBuffer> } | { readonly part: number; readonly partCount: number };

export interface SweepBatchesRequest {
	/** Number under which the program was given. */
	readonly program: number;
	/** Sites of every batch, of the partner's share and of the others'. */
	readonly batches: readonly TwoWaySources[];
	/** Deciseconds. */
	readonly limit: number;
	readonly share: BatchShare;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/** Answered as soon as the worker runs. */
		readyToSweep: Job<null, null>;
		contractRoads: Job<SearchGraph, Hierarchy>;
		layOutSweep: Job<{ readonly hierarchy: Hierarchy; readonly targets: Attachments }, SweepLayout>;
		/** The program that batches are swept with from now on, instead of any other, and a number for it. */
		joinSweep: Job<{ readonly program: TwoWayProgram; readonly number: number }, null>;
		/** Rows of the batches swept, by the batch's number. */
		sweepBatches: Job<SweepBatchesRequest, ReadonlyMap<number, readonly SiteRow[]>>;
	}
}

/** The jobs of a worker that helps another: each holds the processor no longer than a layout takes, or a batch. */
export function sweepHandlers(): JobHandlers {
	let joined: { readonly number: number; readonly sweep: TwoWaySweep } | null = null;
	return {
		readyToSweep: async () => ({ response: null, transfer: [] }),
		contractRoads: async (graph, { progress, signal }) => {
			const response = await contractGraph(graph, {
				onProgress: (share) => progress(share),
				signal,
				pause: breather()
			});
			return { response, transfer: buffersOf(response) };
		},
		layOutSweep: async ({ hierarchy, targets }) => {
			const response = sweepLayout(hierarchy, targets);
			return { response, transfer: buffersOf(response) };
		},
		joinSweep: async ({ program, number }) => {
			// The former one is let go first: there may not be memory for both.
			joined = null;
			joined = { number, sweep: TwoWaySweep.of(program) };
			return { response: null, transfer: [] };
		},
		sweepBatches: async ({ program, batches, limit, share }, { progress, signal }) => {
			if (joined?.number !== program) throw new Error(`No program ${program} to sweep with`);
			const { sweep } = joined;
			const next = 'counter' in share ? sharedBatches(share.counter) : batchesOfPart(share.part, share.partCount);
			const pause = breather();
			const rows = new Map<number, readonly SiteRow[]>();
			for (let batch = next(); batch < batches.length; batch = next()) {
				rows.set(batch, sweep.rows(batches[batch], limit));
				progress(rows.size / batches.length);
				await pause();
				signal.throwIfAborted();
			}
			return { response: rows, transfer: buffersOf([...rows.values()]) };
		}
	};
}
