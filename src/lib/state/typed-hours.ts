import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { writeOsmHours } from '#io/hours/hours-osm-write.ts';
import type { HoursCorrection } from '../compute/jobs.ts';

type Typed = readonly HoursCorrection[];

/** The corrections with other hours of one site; null: without any. */
export function withTyped(typed: Typed, siteId: string, schedule: OpeningSchedule | null): Typed {
	const others = typed.filter((one) => one.siteId !== siteId);
	return schedule === null ? others : [...others, { siteId, schedule }];
}

/** Hours as a text to go on from: as they were typed or read, or in the OpenStreetMap syntax where they were drawn. */
export function writtenHours(schedule: OpeningSchedule | null): string {
	if (schedule === null) return '';
	return schedule.syntax === 'grid' ? writeOsmHours(schedule) : schedule.sourceText;
}

/**
 * Has the worker take corrections, one taking at a time: of those wanted meanwhile only the newest follows, so that hours drawn stroke by
 * stroke never pile up.
 */
export class WorkerHours {
	readonly #take: (typed: Typed) => Promise<void>;
	#wanted: Typed = [];
	#taking: Promise<void> | null = null;

	constructor(take: (typed: Typed) => Promise<void>) {
		this.#take = take;
	}

	/** Resolves once the worker has the newest ones. @throws what `take` throws */
	async want(typed: Typed): Promise<void> {
		this.#wanted = typed;
		this.#taking ??= this.#takeAll();
		await this.#taking;
	}

	async #takeAll(): Promise<void> {
		try {
			let taken: Typed;
			do {
				taken = this.#wanted;
				await this.#take(taken);
			} while (taken !== this.#wanted);
		} finally {
			this.#taking = null;
		}
	}
}
