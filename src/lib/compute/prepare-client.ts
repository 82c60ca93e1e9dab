import sqlJs from 'sql.js/dist/sql-wasm.wasm?url';
import type { PackageAddresses } from '#workers/jobs/prepare/worker-job.ts';
import { watchedWorker } from '#workers/watched-worker.ts';
import { WorkerClient } from '#workers/worker-client.ts';
// The jobs that the worker answers, declared for `WorkerClient.run`.
import type {} from '#workers/jobs/intake/intake-jobs.ts';

export type {
	FileGuess,
	FileLook,
	FileReading,
	NamedEpci,
	ReviewedCommune,
	ReviewedPair,
	ReviewedSite,
	ReviewSitesRequest,
	SitesReview
} from '#workers/jobs/intake/intake-jobs.ts';
export type {
	NamedBlob,
	PackageAddresses,
	PrepareJobRequest,
	PrepareJobResponse
} from '#workers/jobs/prepare/worker-job.ts';

/** A client of the worker that looks at files and prepares territories. The worker starts with the first job. */
export function prepareClient(): WorkerClient {
	return new WorkerClient(() =>
		watchedWorker(new Worker(new URL('../../../workers/prepare.worker.ts', import.meta.url), { type: 'module' }))
	);
}

/** Where the worker finds what it loads. @param admin address of the slices of the national list, with a last "/" */
export function packageAddresses(admin: string): PackageAddresses {
	return { sqlJs: new URL(sqlJs, location.href).href, admin };
}
