import type { Message } from '#domain/notes.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import { unattachedByGroup } from '#core/access/coverage.ts';
import { estimatedTimesNotice } from '../estimated-model.ts';
import type { Area } from './area.ts';
import { say } from './figure.ts';

/** Fewer would be told as nobody. */
const ONE_PERSON = 0.5;

/** What must be said beside the figures of an area. */
export function statementsOf(area: Area, threshold: SectorsAnswer['threshold']): Message[] {
	const { session, view, counted } = area;
	const { week, cutoffMinutes, mode } = view.question;
	const unknownHours = counted.filter((rank) => view.weeks.known[rank] === 0).length;
	const hoursPartly = counted.filter((rank) => view.weeks.known[rank] === 1 && view.weeks.weeklyHours[rank] === null);
	const [unattached] = unattachedByGroup(view.weights, view.times.attached, view.scopeGroup, 1);
	const { access, scopeGroup, weights } = view;
	// Where nobody's hours are known, each figure says why.
	const isToldOfHours = access.hoursKnown(weights, scopeGroup, 1)[0] === 1;
	const hoursUnknown = isToldOfHours ? access.hoursUnknownPeople(weights, scopeGroup, 1)[0] : 0;
	const { imputed, people } = session.territory.population;
	const imputedPeople = people.reduce(
		(sum, one, point) => sum + one * (imputed?.[point] ?? 0) * view.inScope[point],
		0
	);
	return [
		...(area.estimatedTimes ? estimatedTimesNotice([mode], cutoffMinutes) : []),
		...when(imputedPeople >= ONE_PERSON, 'diagnostic_says_imputed', Math.round(imputedPeople)),
		...when(unattached >= ONE_PERSON, 'diagnostic_says_unattached', Math.round(unattached)),
		// Without any, there are no figures of hours to be short of them.
		...(unknownHours === counted.length
			? when(unknownHours > 0, 'diagnostic_says_no_hours')
			: when(unknownHours > 0, 'diagnostic_says_hours_unknown', unknownHours)),
		...when(hoursPartly.length > 0, 'diagnostic_says_hours_partly', hoursPartly.length),
		...when(hoursUnknown >= ONE_PERSON, 'diagnostic_says_hours_unknown_people', Math.round(hoursUnknown)),
		...when(week === 'summer', 'diagnostic_says_summer'),
		...when(threshold.distanceAlone === 'no-hours', 'diagnostic_says_distance_no_hours'),
		...when(threshold.distanceAlone === 'free-time-unknown', 'diagnostic_says_distance_no_calendar'),
		...when(!area.ofWholeCommunes, 'diagnostic_says_drawn')
	];
}

function when(holds: boolean, code: string, count?: number): Message[] {
	return holds ? [say(code, count === undefined ? {} : { count })] : [];
}
