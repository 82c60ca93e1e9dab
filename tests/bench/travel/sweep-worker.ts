// One of two workers that sweep together: shares the memory of the program and takes batches from a common counter.
import { parentPort, workerData } from 'node:worker_threads';
import { Arena } from '#core/travel/sweep/arena.ts';
import { sharedBatches } from '#core/travel/sweep/batches.ts';
import { ManyToMany, type SweepRequest } from '#core/travel/sweep/many-to-many.ts';

const { memory, hierarchy, index, program, counter } = workerData;
const times = ManyToMany.join(hierarchy, index, program, new Arena(memory));
parentPort?.on('message', (request: Omit<SweepRequest, 'batches'>) => {
	parentPort?.postMessage(times.nearest({ ...request, batches: sharedBatches(counter) }, 1));
});
parentPort?.postMessage('ready');
