import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { Site } from '#domain/site.ts';

/** Whether two sites stand at the very same place. */
export function samePlace({ position: one }: Pick<Site, 'position'>, { position: other }: Pick<Site, 'position'>) {
	return one[0] === other[0] && one[1] === other[1];
}

/** Whether two schedules say the same, however they were written. */
export function sameHours(one: OpeningSchedule | null, other: OpeningSchedule | null): boolean {
	return one === other || JSON.stringify(one?.rules) === JSON.stringify(other?.rules);
}
