import { MaillageError, type Message } from '#domain/notes.ts';
import { WorkerDied } from '../compute/territory-client.ts';

/** What went wrong, for the person who must act: a sentence, the file it is about, and a trace for faults of the programme. */
export interface Failure {
	readonly message: Message;
	readonly file: string | null;
	readonly trace: string | null;
}

export function failureOf(error: unknown): Failure {
	if (error instanceof MaillageError) return { message: error.detail, file: error.file, trace: null };
	if (error instanceof WorkerDied)
		return { message: { code: 'error_worker_died', params: {} }, file: null, trace: null };
	const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return { message: { code: 'error_fault', params: {} }, file: null, trace };
}

export function isAbort(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'AbortError';
}
