import { watchedWorker } from '#workers/watched-worker.ts';
import { WorkerClient } from '#workers/worker-client.ts';
// The jobs that the worker answers, declared for `WorkerClient.run`.
import type {} from '#workers/jobs/project/project-jobs.ts';

export type { WholeProject } from '#workers/jobs/project/project-jobs.ts';

/** A client of the worker that reads and writes project files. The worker starts with the first job; who made it closes it. */
export function projectClient(): WorkerClient {
	return new WorkerClient(() =>
		watchedWorker(new Worker(new URL('../../../workers/project.worker.ts', import.meta.url), { type: 'module' }))
	);
}
