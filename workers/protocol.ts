/**
 * What the page and its workers say to each other. Each job adds its own line to `WorkerJobs`, by declaration merging in
 * the file that holds the job (`declare module '#workers/protocol.ts' { interface WorkerJobs { … } }`): adding a job never
 * edits this file.
 */
import type { Message } from '#domain/notes.ts';

// The base that jobs augment: empty here by design.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface WorkerJobs {}

/** What one job takes and gives: `interface WorkerJobs { diagnose: Job<DiagnoseRequest, DiagnoseResponse> }`. */
export interface Job<Request, Response> {
	readonly request: Request;
	readonly response: Response;
}

export type JobName = keyof WorkerJobs;
export type RequestOf<Name extends JobName> = WorkerJobs[Name] extends Job<infer Request, unknown> ? Request : never;
export type ResponseOf<Name extends JobName> = WorkerJobs[Name] extends Job<unknown, infer Response> ? Response : never;

/** Page → worker. */
export type ToWorker =
	| { readonly type: 'run'; readonly id: number; readonly job: string; readonly request: unknown }
	| { readonly type: 'cancel'; readonly id: number };

/** What a worker that can be watched says first: the name of the lock that it holds for as long as it lives (`watched-worker.ts`). */
export interface Alive {
	readonly type: 'alive';
	readonly lock: string;
}

/** Worker → page. Every `run` is answered by exactly one `done`, `failed` or `cancelled`, whatever happens. */
export type FromWorker =
	/** `step` names the step that the share is of, where the job has several; told once, as the step begins. */
	| { readonly type: 'progress'; readonly id: number; readonly share: number; readonly step?: Message }
	/** The best answer so far of a search: it stands where the search is not waited for. */
	| { readonly type: 'known'; readonly id: number; readonly response: unknown }
	| { readonly type: 'done'; readonly id: number; readonly response: unknown }
	| { readonly type: 'cancelled'; readonly id: number }
	/** `detail` is for the user; `fault` tells a fault of the programme, with its trace. */
	| { readonly type: 'failed'; readonly id: number; readonly detail: Message; readonly file: string | null }
	| { readonly type: 'fault'; readonly id: number; readonly trace: string };

/** What a running job is given besides its request. */
export interface JobContext<Response = unknown> {
	/** Tells the share done, 0 … 1, of the job or of the step that begins. */
	progress(share: number, step?: Message): void;
	/** Aborted when the page no longer wants the answer; long jobs look at it between steps. */
	readonly signal: AbortSignal;
	/** Tells the best answer so far of a search. Absent where nobody keeps it. */
	known?(response: Response): void;
}

/** A response and the buffers in it that may be moved instead of copied. */
export interface Transferable<Response> {
	readonly response: Response;
	readonly transfer: readonly ArrayBuffer[];
}

export type JobHandlers = {
	readonly [Name in JobName]?: (
		request: RequestOf<Name>,
		context: JobContext<ResponseOf<Name>>
	) => Promise<Transferable<ResponseOf<Name>>>;
};
