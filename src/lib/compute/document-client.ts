import { watchedWorker } from '#workers/watched-worker.ts';
import { WorkerClient } from '#workers/worker-client.ts';
// The jobs that the worker answers, declared for `WorkerClient.run`.
import type {} from './document-jobs.ts';

/** A client of the worker that draws and writes documents. The worker starts with the first job; who made it closes it. */
export function documentClient(): WorkerClient {
	return new WorkerClient(() =>
		watchedWorker(new Worker(new URL('./document.worker.ts', import.meta.url), { type: 'module' }))
	);
}
