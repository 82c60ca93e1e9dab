/** The type of a worker's client, for the layers above: they import no worker. */
export type { WorkerClient } from '#workers/worker-client.ts';
