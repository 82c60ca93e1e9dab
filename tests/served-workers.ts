import { atlasHandlers } from '#workers/jobs/atlas/handlers.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { searchHandlers } from '#workers/jobs/scenario/search-handlers.ts';
import type { FromWorker, JobHandlers, ToWorker } from '#workers/protocol.ts';
import { serve, type Endpoint } from '#workers/serve.ts';
import { WorkerClient, type WorkerLike } from '#workers/worker-client.ts';

/** Handlers behind a channel that copies and moves what it is given, as a worker does; on this very thread. */
export function servedHere(handlers: JobHandlers): WorkerLike {
	const { port1, port2 } = new MessageChannel();
	port1.start();
	port2.start();
	// A channel that is open keeps Node from ending.
	for (const port of [port1, port2]) (port as unknown as { unref(): void }).unref();
	serve(port2 as unknown as Endpoint, handlers);
	return {
		postMessage: (message: ToWorker, transfer: Transferable[]) => port1.postMessage(message, transfer as ArrayBuffer[]),
		addEventListener(type: string, listener: ((event: { data: FromWorker }) => void) | ((event: object) => void)) {
			if (type === 'message') port1.addEventListener('message', listener as unknown as EventListener);
		},
		terminate: () => port1.close()
	};
}

/** The worker of a territory that is open. */
export async function territoryWorker(session: AtlasSession): Promise<WorkerClient> {
	const client = new WorkerClient(() => servedHere(atlasHandlers(async () => session)));
	await client.run('openTerritory', { kind: 'url', base: '' });
	return client;
}

/** Workers of searches, and how many were made. */
export function searchWorkers(): { readonly make: () => WorkerLike; readonly made: () => number } {
	let made = 0;
	return { make: () => (made++, servedHere(searchHandlers())), made: () => made };
}
