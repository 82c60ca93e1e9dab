import { WorkerPartner } from './jobs/sweep/worker-partner.ts';

/** A second worker for the one that calls; null where workers start none. */
export function startSweepPartner(): WorkerPartner | null {
	if (typeof Worker === 'undefined') return null;
	return new WorkerPartner(() => new Worker(new URL('./sweep.worker.ts', import.meta.url), { type: 'module' }));
}
