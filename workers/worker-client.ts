import { MaillageError, type Message } from '#domain/notes.ts';
import type { FromWorker, JobName, RequestOf, ResponseOf, ToWorker } from './protocol.ts';

/** What the client needs of a `Worker`. */
export interface WorkerLike {
	postMessage(message: ToWorker, transfer: Transferable[]): void;
	addEventListener(type: 'message', listener: (event: { data: FromWorker }) => void): void;
	addEventListener(type: 'error' | 'messageerror', listener: (event: { message?: string }) => void): void;
	terminate(): void;
}

export interface RunOptions<Response = unknown> {
	/** Once aborted, the run rejects with an AbortError and the worker is told to stop. */
	readonly signal?: AbortSignal;
	/** Called with the share done, 0 … 1, of the job, or of its step that begins; then the step is named. */
	readonly onProgress?: (share: number, step?: Message) => void;
	/** Called with the best answer so far of a search. */
	onKnown?(response: Response): void;
	/** The answer is told as soon as it comes: others are asked once it is known. */
	readonly atOnce?: boolean;
	/** Buffers of the request to be moved instead of copied. */
	readonly transfer?: readonly Transferable[];
}

/** A fault of the programme in a worker, with its trace; nothing the user could have done otherwise. */
export class WorkerFault extends Error {
	readonly trace: string;

	constructor(trace: string) {
		super(trace.split('\n', 1)[0]);
		this.name = 'WorkerFault';
		this.trace = trace;
	}
}

/** The worker is no more: it crashed, or the browser ended it, mostly for want of memory. What it was doing can be asked again. */
export class WorkerDied extends WorkerFault {
	constructor(trace: string) {
		super(trace);
		this.name = 'WorkerDied';
	}
}

/**
 * How long an answer waits for the others that are asked of the same worker, in milliseconds. What follows one edit comes as a handful of short
 * answers one after the other: shown together, the page is drawn once in their place, and works less.
 */
const TOGETHER_MS = 45;

type Settled = Exclude<FromWorker, { readonly type: 'progress' | 'known' }>;

interface Pending {
	readonly atOnce: boolean;
	resolve(response: unknown): void;
	reject(reason: unknown): void;
	onProgress(share: number, step?: Message): void;
	onKnown(response: unknown): void;
}

/** The only door to a worker: runs its jobs, one promise each. The worker starts with the first job, and again after it died. */
export class WorkerClient {
	/**
	 * Called once a worker has been started in the place of one that died, before the job that made it start: jobs run from here come
	 * first. The new worker holds nothing of what the former held.
	 */
	onRestart: (nextJob: JobName) => void = () => {};
	/** Called once a worker died, after what it was doing was rejected with `WorkerDied`. */
	onDeath: () => void = () => {};
	readonly #make: () => WorkerLike;
	readonly #pending = new Map<number, Pending>();
	/** Last words of the worker, to be told together; by the number of their run, which is pending until then. */
	readonly #arrived = new Map<number, Settled>();
	#telling: ReturnType<typeof setTimeout> | undefined;
	#worker: WorkerLike | null = null;
	#hasDied = false;
	#lastId = 0;

	constructor(make: () => WorkerLike) {
		this.#make = make;
	}

	/**
	 * Runs a job.
	 * @throws MaillageError what the user can act on; WorkerFault a fault of the programme, or a worker that died; an AbortError
	 * (DOMException) once the signal is aborted
	 */
	run<Name extends JobName>(
		job: Name,
		request: RequestOf<Name>,
		{ signal, onProgress = () => {}, onKnown, atOnce = false, transfer = [] }: RunOptions<ResponseOf<Name>> = {}
	): Promise<ResponseOf<Name>> {
		return new Promise((resolve, reject) => {
			if (signal?.aborted) return reject(abortError());
			const worker = this.#started(job);
			const id = ++this.#lastId;
			const abort = () => {
				this.#pending.delete(id);
				if (!this.#arrived.delete(id)) worker.postMessage({ type: 'cancel', id }, []);
				reject(abortError());
				this.#tellOnceAllArrived();
			};
			const settled = () => signal?.removeEventListener('abort', abort);
			// A request that cannot be copied throws here, before it is waited for.
			worker.postMessage({ type: 'run', id, job, request }, [...transfer]);
			signal?.addEventListener('abort', abort);
			this.#pending.set(id, {
				resolve: (response) => (settled(), resolve(response as ResponseOf<Name>)),
				reject: (reason) => (settled(), reject(reason)),
				atOnce,
				onProgress,
				onKnown: (response) => onKnown?.(response as ResponseOf<Name>)
			});
		});
	}

	/** Ends the worker; what it was doing rejects with an AbortError. The next job starts another. */
	close(): void {
		this.#end(abortError());
	}

	#started(job: JobName): WorkerLike {
		if (this.#worker !== null) return this.#worker;
		const worker = this.#make();
		this.#worker = worker;
		worker.addEventListener('message', ({ data }) => this.#hear(data));
		const die = ({ message }: { message?: string }) => {
			if (this.#worker !== worker) return;
			this.#hasDied = true;
			this.#end(new WorkerDied(message ?? 'The worker stopped'));
			this.onDeath();
		};
		worker.addEventListener('error', die);
		worker.addEventListener('messageerror', die);
		if (this.#hasDied) {
			this.#hasDied = false;
			this.onRestart(job);
		}
		return worker;
	}

	#hear(message: FromWorker): void {
		// Unknown once cancelled: its last messages may have been under way.
		const pending = this.#pending.get(message.id);
		if (pending === undefined) return;
		if (message.type === 'progress') return pending.onProgress(message.share, message.step);
		if (message.type === 'known') return pending.onKnown(message.response);
		this.#arrived.set(message.id, message);
		if (pending.atOnce) return this.#tell();
		this.#telling ??= setTimeout(() => this.#tell(), TOGETHER_MS);
		this.#tellOnceAllArrived();
	}

	#tellOnceAllArrived(): void {
		if (this.#arrived.size > 0 && this.#arrived.size === this.#pending.size) this.#tell();
	}

	/** Settles what arrived, in the order it came. */
	#tell(): void {
		clearTimeout(this.#telling);
		this.#telling = undefined;
		const arrived = [...this.#arrived.values()];
		this.#arrived.clear();
		for (const message of arrived) this.#settle(message);
	}

	#settle(message: Settled): void {
		const pending = this.#pending.get(message.id);
		if (pending === undefined) return;
		this.#pending.delete(message.id);
		if (message.type === 'done') pending.resolve(message.response);
		else if (message.type === 'cancelled') pending.reject(abortError());
		else if (message.type === 'fault') pending.reject(new WorkerFault(message.trace));
		else pending.reject(new MaillageError(message.detail.code, message.detail.params, message.file));
	}

	#end(reason: unknown): void {
		this.#worker?.terminate();
		this.#worker = null;
		this.#tell();
		const pending = [...this.#pending.values()];
		this.#pending.clear();
		for (const { reject } of pending) reject(reason);
	}
}

function abortError(): DOMException {
	return new DOMException('The job was cancelled', 'AbortError');
}
