import type { Message } from '#domain/notes.ts';
import type { PrepareJobResponse } from '../../compute/prepare-client.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';
import type { prepareRequest } from './request.ts';
import { expectedSteps, overallShare, remainingSeconds, stepKey } from './steps.ts';

/** A territory that was prepared: its archive, and what was said on the way. */
export interface Prepared {
	readonly name: string;
	readonly zip: File;
	readonly manifest: PrepareJobResponse['manifest'];
	readonly notes: PrepareJobResponse['notes'];
	readonly rejected: PrepareJobResponse['rejected'];
	readonly seconds: number;
}

/** A preparation under way. */
export interface Preparing {
	readonly steps: readonly Message[];
	/** Of the whole, 0 … 1. */
	readonly share: number;
	readonly remainingSeconds: number | null;
}

/** A territory made of files by a worker: how far it is, and what came of the last one. */
export class Preparation {
	readonly #client: WorkerClient;
	#abort: AbortController | null = null;

	/** Null while nothing is under way. */
	preparing = $state.raw<Preparing | null>(null);
	prepared = $state.raw<Prepared | null>(null);

	constructor(client: WorkerClient) {
		this.#client = client;
	}

	/**
	 * @returns the archive of the territory
	 * @throws what the worker throws; an AbortError once it is cancelled
	 */
	async run({ request, files }: ReturnType<typeof prepareRequest>): Promise<File> {
		const began = performance.now();
		const elapsed = () => (performance.now() - began) / 1000;
		const expected = expectedSteps(files);
		const steps: Message[] = [];
		const { signal } = (this.#abort = new AbortController());
		this.prepared = null;
		this.preparing = { steps: [], share: 0, remainingSeconds: null };
		try {
			const { zip, manifest, notes, rejected } = await this.#client.run('prepareTerritory', request, {
				signal,
				onProgress: (share, step) => {
					if (step !== undefined) steps.push(step);
					const whole = overallShare(expected, steps.map(stepKey), share);
					this.preparing = { steps: [...steps], share: whole, remainingSeconds: remainingSeconds(elapsed(), whole) };
				}
			});
			const file = new File([zip], `${request.name}.zip`, { type: 'application/zip' });
			this.prepared = { name: request.name, zip: file, manifest, notes, rejected, seconds: elapsed() };
			return file;
		} finally {
			this.preparing = null;
		}
	}

	cancel(): void {
		this.#abort?.abort();
	}
}
