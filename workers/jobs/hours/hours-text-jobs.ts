import type { HoursTextReading } from '#domain/hours-text.ts';

export interface HoursTextRequest {
	/** Hours in the OpenStreetMap syntax or in French, as typed. */
	readonly text: string;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/** Needs no open territory. A text that cannot be read is an answer, with its reasons, and no failure. */
		readHoursText: Job<HoursTextRequest, HoursTextReading>;
	}
}
