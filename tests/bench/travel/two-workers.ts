import { Worker } from 'node:worker_threads';
import type { Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import { Arena } from '#core/travel/sweep/arena.ts';
import type { SweepLayout } from '#core/travel/sweep/layout.ts';
import type { SweepRequest } from '#core/travel/sweep/many-to-many.ts';
import { mergeNearest, type NearestSources } from '#core/travel/sweep/nearest.ts';
import { inSharedMemory } from '#core/travel/sweep/shared.ts';
import { placeProgram } from '#core/travel/sweep/sweep.ts';
import { least } from './measure.ts';

/** Least milliseconds of the nearest site of every cell, found by two workers on one memory, their answers merged. */
export async function twoWorkersMilliseconds(
	hierarchy: Hierarchy,
	layout: SweepLayout,
	request: SweepRequest,
	runs: number
): Promise<number> {
	const arena = Arena.shared();
	const counter = new Int32Array(new SharedArrayBuffer(4));
	const workerData = inSharedMemory({ hierarchy, index: layout.index, program: placeProgram(layout.program, arena) });
	const workers = [0, 1].map(
		() =>
			new Worker(new URL('./sweep-worker.mjs', import.meta.url), {
				workerData: { ...workerData, memory: arena.memory, counter }
			})
	);
	const answer = (worker: Worker) =>
		new Promise<unknown>((resolve, reject) => worker.once('message', resolve).once('error', reject));
	await Promise.all(workers.map(answer));
	const times: number[] = [];
	for (let run = 0; run < runs; run++) {
		counter[0] = 0;
		const start = performance.now();
		const answers = Promise.all(workers.map(answer));
		for (const worker of workers) worker.postMessage(request);
		const [a, b] = (await answers) as [NearestSources, NearestSources];
		mergeNearest(a, b);
		times.push(performance.now() - start);
		for (const worker of workers) worker.removeAllListeners('error');
	}
	await Promise.all(workers.map((worker) => worker.terminate()));
	return least(times);
}
