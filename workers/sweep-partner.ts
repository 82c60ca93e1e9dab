import { WorkerPartner } from './jobs/sweep/worker-partner.ts';
import { watchedWorker } from './watched-worker.ts';

/** A second worker for the one that calls; null where workers start none. */
export function startSweepPartner(): WorkerPartner | null {
	if (typeof Worker === 'undefined') return null;
	return new WorkerPartner(() =>
		watchedWorker(new Worker(new URL('./sweep.worker.ts', import.meta.url), { type: 'module' }))
	);
}
