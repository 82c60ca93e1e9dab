/** The only door to a worker, for the layers above. */
export { WorkerClient, WorkerFault, type RunOptions, type WorkerLike } from '#workers/worker-client.ts';
