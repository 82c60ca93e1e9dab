import { MINUTES_PER_QUARTER, QUARTERS_PER_WEEK } from '#domain/question.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import type { Atlas } from './atlas.svelte.ts';

/** Quarters of an hour a second; the first ones where less motion is asked for: each of them is then a still picture. */
const SPEEDS = { plain: [4, 8, 16], still: [1, 2, 4] } as const;

/**
 * Plays the week: the cursor goes on by quarters of an hour, and skips the hours when nobody can be in an open library. The
 * next step waits until the former is shown, so that a slow machine plays slower and never piles up.
 */
export class Player {
	readonly #atlas: Atlas;
	playing = $state(false);
	readonly speeds: readonly number[];
	speed: number = $state(0);

	constructor(atlas: Atlas, reducedMotion: boolean) {
		this.#atlas = atlas;
		this.speeds = SPEEDS[reducedMotion ? 'still' : 'plain'];
		this.speed = this.speeds[reducedMotion ? 0 : 1];
	}

	toggle(): void {
		if (this.playing) this.stop();
		else void this.#play();
	}

	stop(): void {
		if (!this.playing) return;
		this.playing = false;
		this.#atlas.settle();
	}

	async #play(): Promise<void> {
		this.playing = true;
		while (this.playing && this.#atlas.question !== null) {
			const shown = pause(1000 / this.speed);
			this.#atlas.moveCursor(nextMinute(this.#atlas.question.minute, this.#atlas.strip.value?.people ?? null));
			await Promise.all([shown, this.#atlas.atCursor()]);
		}
	}
}

const pause = (milliseconds: number) => new Promise<void>((resume) => setTimeout(resume, milliseconds));

/** The next quarter with somebody within reach of an open library, or the one just before it so that a closed hour is seen. */
export function nextMinute(minute: MinuteOfWeek, people: Float64Array | null): MinuteOfWeek {
	const now = Math.floor(minute / MINUTES_PER_QUARTER);
	const after = (steps: number) => (now + steps) % QUARTERS_PER_WEEK;
	if (people === null || people.every((count) => count === 0)) return at(after(1));
	let steps = 1;
	while (people[after(steps)] === 0 && people[after(steps + 1)] === 0) steps++;
	return at(after(steps));
}

const at = (quarter: number) => (quarter * MINUTES_PER_QUARTER) as MinuteOfWeek;
