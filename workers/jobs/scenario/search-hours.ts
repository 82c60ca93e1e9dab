import type { Message } from '#domain/notes.ts';
import type { HoursChoice, HoursProposal, ProposedSlot } from '#domain/proposals.ts';
import type { WeekKind } from '#domain/question.ts';
import type { Site } from '#domain/site.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import type { ProfileShare } from '#domain/weighting.ts';
import { intersectIntervals, sameIntervals, unionIntervals, type Intervals } from '#core/hours/intervals.ts';
import { addableSlots, closedTimes, STEP_MINUTES } from '#core/improve-hours/addable-slots.ts';
import type { HoursCase } from '#core/improve-hours/hours-case.ts';
import { removableCuts, withoutCut } from '#core/improve-hours/removable-cuts.ts';
import { searchAdditions, type Time } from '#core/improve-hours/search-additions.ts';
import { searchMoves } from '#core/improve-hours/search-moves.ts';
import { searchRemovals } from '#core/improve-hours/search-removals.ts';
import { UsableWeek } from '#core/improve-hours/usable-week.ts';
import { withWeekChange } from '#core/improve-hours/weekly-edit.ts';
import type { JobContext } from '#workers/protocol.ts';
import { breather } from '../../breathe.ts';
import type { HoursToImprove } from './hours-to-improve.ts';

const SECONDS_PER_HOUR = 3600;
/** Person-seconds are sums of fractions of people: two figures nearer than this share are the same. */
const ROUNDING = 1e-9;
/** Between two answers told on the way, each of which is made as the last one is. */
const SECONDS_BETWEEN_ANSWERS = 1;

/** All that a search for hours needs: no territory. */
export interface HoursSearch extends HoursToImprove {
	readonly choice: HoursChoice;
	readonly kind: WeekKind;
	/** Of the territory, by rank. */
	readonly sites: readonly Pick<Site, 'id' | 'schedule'>[];
}

/** Hours found: what becomes of the week, and the most that any would gain (of removal, a loss: below 0); null where nothing can be done. */
interface Found {
	readonly week: UsableWeek;
	readonly bound: number | null;
}

/**
 * The best hours that are found within the time limit, and a bound on what any others could do.
 * @throws the signal's reason once aborted
 */
export async function searchHours(
	search: HoursSearch,
	{ signal, progress, known }: JobContext<HoursProposal>
): Promise<HoursProposal> {
	const started = performance.now();
	const gone = () => (performance.now() - started) / 1000;
	const share = () => gone() / search.choice.timeLimitSeconds;
	progress(0);
	const before = new UsableWeek(search.hours);
	let nextAnswer = SECONDS_BETWEEN_ANSWERS;
	const reached = (found: Found) => {
		if (known === undefined || gone() < nextAnswer) return;
		known(proposalOf(search, before, found));
		nextAnswer = gone() + SECONDS_BETWEEN_ANSWERS;
	};
	const steps = searchOf(search, before, { isPast: (part) => share() >= part, reached });
	const breathe = breather();
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done) return proposalOf(search, before, step.value);
		await breathe();
		signal.throwIfAborted();
		progress(Math.min(1, share()));
	}
}

function* searchOf(
	{ hours, adds, removes, choice }: HoursSearch,
	before: UsableWeek,
	time: Time
): Generator<void, Found> {
	const { aim, minutes, blockMinutes, perSiteMinutes } = choice;
	const limits = { minutes, siteMinutes: perSiteMinutes ?? Infinity };
	if (aim === 'remove') {
		const cuts = removableCuts(hours, removes, blockMinutes);
		const { chosen, bound } = yield* searchRemovals(hours, before, cuts, limits, time);
		return chosen === null ? { week: before, bound: null } : { week: chosen.week, bound: -bound };
	}
	const slots = addableSlots(hours, adds, blockMinutes);
	if (aim === 'add') {
		const { chosen, bound } = yield* searchAdditions(hours, before, slots, limits, time);
		return { week: chosen.week, bound };
	}
	const cuts = removableCuts(hours, removes, blockMinutes);
	const { removed, bound } = yield* searchMoves(hours, before, slots, cuts, limits, time);
	return { week: removed?.week ?? before, bound };
}

function proposalOf(
	{ hours, profiles, hasAges, statements, sites, kind, choice }: HoursSearch,
	before: UsableWeek,
	{ week, bound }: Found
): HoursProposal {
	const gain = week.personSeconds - before.personSeconds;
	const isOptimal = bound === null ? null : gain >= bound - ROUNDING * Math.max(Math.abs(bound), before.personSeconds);
	const changes = sites.flatMap((site, rank) => {
		const [was, is] = [before.openings(rank), week.openings(rank)];
		return sameIntervals(was, is) ? [] : [{ site, rank, was, is }];
	});
	const slots = changes.flatMap(({ site, rank, was, is }) => slotsOf(week, profiles, site, rank, was, is));
	return {
		slots: slots.sort((one, other) => Math.abs(other.personHours) - Math.abs(one.personHours)),
		schedules: changes.flatMap(({ site: { id, schedule }, was, is }) =>
			schedule === null ? [] : [{ siteId: id, schedule: withWeekChange(schedule, kind, differences(was, is)) }]
		),
		personHoursBefore: before.personSeconds / SECONDS_PER_HOUR,
		personHoursAfter: week.personSeconds / SECONDS_PER_HOUR,
		bound: bound === null ? null : bound / SECONDS_PER_HOUR,
		gap: bound === null ? null : isOptimal ? 0 : gapOf(gain, bound),
		isOptimal,
		hasAges,
		profiles: profiles.map((one, audience) => ({ ...one, ...changeOf(hours, audience, before, week) })),
		statements: [...said(choice, kind, slots, profiles.length), ...statements]
	};
}

/** Of a gain, what is missing of the bound; of a loss, what the bound is short of. */
function gapOf(gain: number, bound: number): number {
	return (bound - gain) / Math.max(Math.abs(bound), Math.abs(gain));
}

const differences = (was: Intervals, is: Intervals) => ({
	added: intersectIntervals(is, closedTimes(was)),
	removed: intersectIntervals(was, closedTimes(is))
});

function slotsOf(
	week: UsableWeek,
	profiles: readonly ProfileShare[],
	{ id: siteId }: HoursSearch['sites'][number],
	rank: number,
	was: Intervals,
	is: Intervals
): ProposedSlot[] {
	const { added, removed } = differences(was, is);
	const told = (start: number, end: number, isAdded: boolean): ProposedSlot => {
		const open = isAdded ? week : new UsableWeek(week);
		if (!isAdded) open.setOpenings(rank, unionIntervals([is, [start, end]]));
		const sign = isAdded ? 1 : -1;
		const effects = open
			.losses(rank, withoutCut(open.openings(rank), { start, end }))
			.map(({ personSeconds, people, mostSeconds }, audience) => ({
				profile: profiles[audience].profile,
				personHours: (sign * personSeconds) / SECONDS_PER_HOUR,
				people,
				mostMinutes: Math.floor(mostSeconds / 60)
			}));
		return {
			siteId,
			added: isAdded,
			start: start as MinuteOfWeek,
			end: end as MinuteOfWeek,
			personHours: effects.reduce((sum, { personHours }, audience) => sum + profiles[audience].share * personHours, 0),
			effects
		};
	};
	const each = (intervals: Intervals, isAdded: boolean) =>
		intervals.flatMap((start, at) => (at % 2 === 0 ? [told(start, intervals[at + 1], isAdded)] : []));
	return [...each(added, true), ...each(removed, false)];
}

/** What becomes of one audience. */
function changeOf(
	{ pointCount, audienceCount, people }: HoursCase,
	audience: number,
	before: UsableWeek,
	after: UsableWeek
) {
	let [peopleImproved, peopleReduced, secondsBefore, secondsAfter] = [0, 0, 0, 0];
	for (let point = 0; point < pointCount; point++) {
		const there = people[point * audienceCount + audience];
		const [was, is] = [before.seconds(point, audience), after.seconds(point, audience)];
		if (is > was) peopleImproved += there;
		if (is < was) peopleReduced += there;
		secondsBefore += there * was;
		secondsAfter += there * is;
	}
	return {
		personHoursBefore: secondsBefore / SECONDS_PER_HOUR,
		personHoursAfter: secondsAfter / SECONDS_PER_HOUR,
		peopleImproved,
		peopleReduced
	};
}

const WEEK_STATEMENTS = {
	term: 'improve_in_term',
	'small-holidays': 'improve_in_small_holidays',
	summer: 'improve_in_summer'
} as const satisfies Record<WeekKind, string>;

/** What must be said beside the proposal. */
function said(
	{ aim, blockMinutes }: HoursChoice,
	kind: WeekKind,
	slots: readonly ProposedSlot[],
	profileCount: number
): Message[] {
	if (slots.length === 0) return [{ code: aim === 'remove' ? 'improve_not_enough' : 'improve_nothing', params: {} }];
	return [
		{ code: WEEK_STATEMENTS[kind], params: {} },
		{ code: profileCount === 1 ? 'improve_one_profile' : 'improve_weighted_profiles', params: {} },
		{ code: 'improve_granularity', params: { step: STEP_MINUTES, block: blockMinutes } }
	];
}
