import { watchedWorker } from '#workers/watched-worker.ts';
import { WorkerClient } from '#workers/worker-client.ts';
// The jobs that the worker answers, declared for `WorkerClient.run`.
import type {} from '#workers/jobs/atlas/atlas-jobs.ts';
import type {} from '#workers/jobs/atlas/hours/hours-jobs.ts';
import type {} from '#workers/jobs/atlas/supply/supply-jobs.ts';
import type {} from '#workers/jobs/diagnostic/diagnostic-jobs.ts';
import type {} from '#workers/jobs/follow-up/follow-up-jobs.ts';
import type {} from '#workers/jobs/scenario/proposal-jobs.ts';
import type {} from '#workers/jobs/scenario/scenario-jobs.ts';

export type { WorkerClient };
export { WorkerDied } from '#workers/worker-client.ts';

/** A client of the worker that holds the opened territory. The worker starts with the first job. */
export function territoryClient(): WorkerClient {
	return new WorkerClient(() =>
		watchedWorker(new Worker(new URL('../../../workers/territory.worker.ts', import.meta.url), { type: 'module' }))
	);
}
