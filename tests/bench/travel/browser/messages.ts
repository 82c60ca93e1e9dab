import type { Hierarchy } from '#core/travel/hierarchy/hierarchy.ts';
import type { Attachments, SearchGraph } from '#core/travel/search-graph.ts';
import type { SweepIndex } from '#core/travel/sweep/layout.ts';
import type { NearestSources } from '#core/travel/sweep/nearest.ts';
import type { PlacedProgram } from '#core/travel/sweep/sweep.ts';

/** Memory with a program in it, and what a worker needs beside to use it. */
export interface SharedProgram {
	readonly memory: WebAssembly.Memory;
	readonly index: SweepIndex;
	readonly program: PlacedProgram;
}

/** Which batches a worker takes: those nobody took, by a common counter, or its own part. */
export type Share =
	{ readonly counter: Int32Array<SharedArrayBuffer> } | { readonly part: number; readonly parts: number };

export type Request =
	| { readonly ask: 'contract'; readonly graph: SearchGraph }
	| { readonly ask: 'prepare'; readonly hierarchy: Hierarchy; readonly cells: Attachments; readonly isShared: boolean }
	| { readonly ask: 'join'; readonly hierarchy: Hierarchy; readonly shared: SharedProgram }
	| { readonly ask: 'nearest'; readonly sites: Attachments; readonly limit: number; readonly share: Share };

export interface Answers {
	readonly contract: { readonly milliseconds: number };
	readonly prepare: { readonly shared: SharedProgram | null; readonly isWasm: boolean };
	readonly join: null;
	readonly nearest: NearestSources;
}

export interface BrowserFigures {
	readonly contractionMs: number | null;
	readonly oneWorkerMs: number;
	readonly twoWorkersSharedMs: number;
	readonly twoWorkersCopiesMs: number;
	readonly isWasm: boolean;
}
