import type { Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import type { Attachments, SearchGraph } from '#core/travel/search-graph.ts';
import { batchesOfPart, sharedBatches, type NextBatch } from '#core/travel/sweep/batches.ts';
import type { SweepLayout } from '#core/travel/sweep/layout.ts';
import type { PartnerSteps, SharedSweep, SweepPartner } from '#core/travel/sweep/partner.ts';
import type { TwoWayProgram, TwoWaySources } from '#core/travel/sweep/two-way-sweep.ts';
import { WorkerClient, type WorkerLike } from '../../worker-client.ts';
import type { JobName, RequestOf } from '../../protocol.ts';
import type { BatchShare } from './sweep-jobs.ts';

/**
 * Measured in Node on 139,165 states (tests/bench/travel/README.md): laying out for 2,000 cells takes 177 ms alone and 131 with a partner, for
 * 60,000 cells 816 and 518; the rows of 40 sites gain nothing (5.6 million), those of 140 sites take 274 ms alone, 172 with a partner
 * (19.5 million). Fewer states were not measured: half of them are taken to gain half as much.
 */
const LEAST = { nodes: 50_000, siteNodes: 10_000_000 };

/** Whether workers of this page may see one memory: elsewhere browsers hide the constructor. */
function kindHere(): TwoWayProgram['kind'] {
	return typeof SharedArrayBuffer === 'undefined' ? 'copied' : 'shared';
}

/** A second worker, started when it is first needed, that holds one program at a time. */
export class WorkerPartner implements SweepPartner {
	readonly kind: TwoWayProgram['kind'];
	readonly least: SweepPartner['least'];
	readonly #client: WorkerClient;
	#held: TwoWayProgram | null = null;
	/** Number of the program held, or of the last that was. */
	#number = 0;

	constructor(make: () => WorkerLike, { kind = kindHere(), least = LEAST }: Partial<SweepPartner> = {}) {
		this.kind = kind;
		this.least = least;
		this.#client = new WorkerClient(make);
	}

	async ready(): Promise<void> {
		await this.#run('readyToSweep', null);
	}

	contract(graph: SearchGraph, steps: PartnerSteps): Promise<Hierarchy> {
		return this.#run('contractRoads', graph, steps);
	}

	layOut(hierarchy: Hierarchy, targets: Attachments, steps: PartnerSteps): Promise<SweepLayout> {
		return this.#run('layOutSweep', { hierarchy, targets }, steps);
	}

	sweep(program: TwoWayProgram, batches: readonly TwoWaySources[], limit: number, steps: PartnerSteps): SharedSweep {
		const { share, next } = this.#shares();
		const joins = this.#held === program ? [] : [this.#join(program, steps)];
		// Sent without waiting for the program to be joined: the partner takes its jobs in order, and its caller is at work.
		const rows = this.#run('sweepBatches', { program: this.#number, batches, limit, share }, steps);
		return { next, rows: Promise.all([rows, ...joins]).then(() => rows) };
	}

	#shares(): { readonly share: BatchShare; readonly next: NextBatch } {
		if (this.kind === 'copied') return { share: { part: 1, partCount: 2 }, next: batchesOfPart(0, 2) };
		const counter = new Int32Array(new SharedArrayBuffer(4));
		return { share: { counter }, next: sharedBatches(counter) };
	}

	#join(program: TwoWayProgram, steps: PartnerSteps): Promise<null> {
		this.#held = program;
		return this.#run('joinSweep', { program, number: ++this.#number }, steps);
	}

	/** Runs a job; after a failure, nothing is known of what the partner holds. */
	async #run<Name extends JobName>(job: Name, request: RequestOf<Name>, steps: PartnerSteps = {}) {
		try {
			return await this.#client.run(job, request, steps);
		} catch (error) {
			this.#held = null;
			throw error;
		}
	}
}
