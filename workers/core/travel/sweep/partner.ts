import type { Hierarchy } from '../hierarchy/hierarchy.ts';
import type { Attachments, SearchGraph } from '../search-graph.ts';
import type { SiteRow } from '../site-rows.ts';
import type { NextBatch } from './batches.ts';
import type { SweepLayout } from './layout.ts';
import type { TwoWayProgram, TwoWaySources } from './two-way-sweep.ts';

/** Work handed to a partner: what looks after it. */
export interface PartnerSteps {
	/** Called with the share of the whole work that the partner has done. */
	readonly onProgress?: (share: number) => void;
	readonly signal?: AbortSignal;
}

/** Batches of sites swept by two workers at once. */
export interface SharedSweep {
	/** The batches that fall to the caller. */
	readonly next: NextBatch;
	/** The rows of the batches that the partner swept, by the batch's number; rejects when the partner failed or was told to stop. */
	readonly rows: Promise<ReadonlyMap<number, readonly SiteRow[]>>;
}

/** A second worker that takes a part of what is long. What it fails to do, its caller does alone. */
export interface SweepPartner {
	/** How programs come to it. */
	readonly kind: TwoWayProgram['kind'];
	/** What is worth handing over: nodes of a graph to be laid out, and sites times nodes to be swept. */
	readonly least: { readonly nodes: number; readonly siteNodes: number };
	/** Resolves once it runs: what it is given from then on, it does while its caller computes. Rejects when it cannot. */
	ready(): Promise<void>;
	/** `contractGraph` in its thread. */
	contract(graph: SearchGraph, steps: PartnerSteps): Promise<Hierarchy>;
	/** `sweepLayout` in its thread. */
	layOut(hierarchy: Hierarchy, targets: Attachments, steps: PartnerSteps): Promise<SweepLayout>;
	/** Starts to sweep batches, at most LANES sites each, of which the caller takes its own. */
	sweep(program: TwoWayProgram, batches: readonly TwoWaySources[], limit: number, steps: PartnerSteps): SharedSweep;
}

/** A partner that runs; null without one, or for a graph that is not worth it. */
export async function readied(partner: SweepPartner | null, nodeCount: number): Promise<SweepPartner | null> {
	if (partner === null || nodeCount < partner.least.nodes) return null;
	try {
		await partner.ready();
		return partner;
	} catch {
		return null;
	}
}
