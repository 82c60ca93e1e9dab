import type { JobHandlers } from '#workers/protocol.ts';
import type { Asking } from '../asking.ts';
import { hoursTable } from './hours-table.ts';
import { profiles } from './profiles.ts';
import { siteOpenings } from './site-openings.ts';
import { siteSlots } from './site-slots.ts';
import { usable } from './usable.ts';
import { weekHeat } from './week-heat.ts';

/** The jobs of opening hours and free time, on the open territory. */
export function hoursHandlers(asking: Asking): JobHandlers {
	return {
		usable: asking(usable),
		profiles: asking(profiles),
		weekHeat: asking(weekHeat),
		hoursTable: asking(hoursTable),
		siteOpenings: asking(siteOpenings),
		siteSlots: asking(siteSlots)
	};
}
