import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { Change, Scenario } from '#domain/scenario.ts';

/** Where the hours of a site stand in a scenario, and how other ones are said. */
export interface HoursTarget {
	/** The modification that says them; null: the territory's, and a new modification will. */
	readonly modificationId: string | null;
	/** What the scenario says; undefined where it says nothing of them, null where nobody decided them yet. */
	readonly schedule: OpeningSchedule | null | undefined;
	readonly changed: (schedule: OpeningSchedule) => Change;
}

/** Of a place that the scenario makes, its own hours; of a site of the territory, the last change of its hours. */
export function hoursTarget(scenario: Scenario | null, siteId: string): HoursTarget {
	for (const { id, change } of scenario?.modifications.toReversed() ?? []) {
		if (change.kind === 'add' && change.site.id === siteId)
			return {
				modificationId: id,
				schedule: change.site.schedule,
				changed: (schedule) => ({ ...change, site: { ...change.site, schedule } })
			};
		if (change.kind === 'hours' && change.siteId === siteId)
			return {
				modificationId: id,
				schedule: change.schedule,
				changed: (schedule) => ({ ...change, schedule })
			};
	}
	return {
		modificationId: null,
		schedule: undefined,
		changed: (schedule) => ({ kind: 'hours', siteId, schedule })
	};
}
