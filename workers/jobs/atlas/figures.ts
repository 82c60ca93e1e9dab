import type { Figures, PeopleShare, SitesOpen } from '#domain/atlas-answers.ts';
import { coverageByGroup, unattachedByGroup, type GroupCoverage } from '#core/access/coverage.ts';
import { medianMinutesByGroup } from '#core/access/median-minutes.ts';
import { shareOf } from '#core/access/share.ts';
import type { AtlasSession } from './session.ts';
import type { View } from './view.ts';

/** A view at the cursor of its question. */
export interface ViewNow {
	readonly view: View;
	/** One byte per site: 1 where it counts and is open. */
	readonly open: Uint8Array;
	/** Seconds from each demand point to the nearest of these. */
	readonly nearestOpen: Uint32Array;
}

/** Looks at a view at the cursor of its question. */
export function viewNow(view: View): ViewNow {
	const { open, nearest: nearestOpen } = view.access.openAt(view.question.minute);
	return { view, open, nearestOpen };
}

/**
 * The figures of a question over groups of demand points, in the order of the groups. Those of hours are not known of a group that reaches
 * counted sites, of which none has known hours; of any other, those who reach only such sites are in none of them, and are told apart.
 * @param group index of each demand point's group, −1 for none
 */
export function figuresByGroup({ view, nearestOpen }: ViewNow, group: Int32Array, groupCount: number): Figures[] {
	const { access, weights, cutoffSeconds } = view;
	const { attached } = view.times;
	const hoursKnown = access.hoursKnown(weights, group, groupCount);
	const { toldOfHours } = access;
	const within = (values: Uint32Array, among: Uint8Array, atMost: number) =>
		coverageByGroup(values, weights, among, group, groupCount, atMost);
	const coverage = within(access.nearest, attached, cutoffSeconds);
	const moment = within(nearestOpen, toldOfHours, cutoffSeconds);
	// At most no minute at all.
	const without = within(access.openMinutes, toldOfHours, 0);
	const unattached = unattachedByGroup(weights, attached, group, groupCount);
	const hoursUnknown = access.hoursUnknownPeople(weights, group, groupCount);
	const median = medianMinutesByGroup(access.openMinutes, weights, toldOfHours, group, groupCount);
	return Array.from({ length: groupCount }, (_, index) => ({
		coverage: peopleShare(coverage, index, true),
		unattachedPeople: unattached[index],
		hoursUnknownPeople: hoursUnknown[index],
		moment: peopleShare(moment, index, hoursKnown[index] === 1),
		medianWeeklyHours: hoursKnown[index] === 1 && !Number.isNaN(median[index]) ? median[index] / 60 : null,
		withoutHours: peopleShare(without, index, hoursKnown[index] === 1)
	}));
}

/** The share at the cursor of the people of a question's scope. */
export function momentShare({ view, nearestOpen }: ViewNow): PeopleShare {
	const { access, weights, cutoffSeconds } = view;
	const within = coverageByGroup(nearestOpen, weights, access.toldOfHours, view.scopeGroup, 1, cutoffSeconds);
	return peopleShare(within, 0, access.hoursKnown(weights, view.scopeGroup, 1)[0] === 1);
}

function peopleShare({ within, attached }: GroupCoverage, index: number, known: boolean): PeopleShare {
	const ofPeople = attached[index];
	return {
		people: known ? within[index] : null,
		ofPeople,
		share: known ? shareOf(within[index], ofPeople) : null
	};
}

/** How many of the sites of a question's scope are open at the cursor. */
export function sitesOpenNow({ territory }: AtlasSession, { view, open }: ViewNow): SitesOpen {
	const { sitesOfScope, weeks } = view;
	const countWhere = (holds: (site: number) => boolean) =>
		sitesOfScope.reduce((total, one, site) => (one === 1 && holds(site) ? total + 1 : total), 0);
	const isKnown = (site: number) => weeks.known[site] === 1;
	const withKnownHours = countWhere(isKnown);
	return {
		open: withKnownHours > 0 ? countWhere((site) => open[site] === 1) : null,
		withKnownHours,
		counted: countWhere(() => true),
		outsideWithKnownHours: countWhere((site) => isKnown(site) && territory.sites[site].margin)
	};
}
