import type { Message } from '#domain/notes.ts';
import type { HoursChoice, HoursProposal, ProposedSlot } from '#domain/proposals.ts';
import type { Question, WeekKind } from '#domain/question.ts';
import type { Site } from '#domain/site.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
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
import type { AtlasSession } from '../atlas/session.ts';
import { checkChoice, hoursToImprove, type HoursToImprove } from './hours-to-improve.ts';

const SECONDS_PER_HOUR = 3600;
/** Person-seconds are sums of fractions of people: two figures nearer than this share are the same. */
const ROUNDING = 1e-9;

/** Hours found: what becomes of the week, and the most that any would gain (of removal, a loss: below 0). */
interface Found {
	readonly week: UsableWeek;
	readonly bound: number;
}

/**
 * Which hours to add, to move or to take away, for the people of the question's profile in its scope, in its typical week: the hours of
 * other weeks stay as they are. Sites of the margin, bookmobiles and sites whose hours are not known are left as they are.
 * @throws MaillageError as `checkChoice` and `hoursToImprove`; the signal's reason once aborted
 */
export async function proposeHours(
	session: AtlasSession,
	{ question, choice }: { readonly question: Question; readonly choice: HoursChoice },
	{ signal, progress }: JobContext
): Promise<HoursProposal> {
	checkChoice(choice);
	const improve = await hoursToImprove(session, question, choice, { signal, onProgress: progress });
	signal.throwIfAborted();
	const started = performance.now();
	const share = () => (performance.now() - started) / 1000 / choice.timeLimitSeconds;
	const before = new UsableWeek(improve.hours);
	const search = searchOf(improve, before, choice, { isPast: (part) => share() >= part });
	const breathe = breather();
	for (let step = search.next(); ; step = search.next()) {
		if (step.done) return proposalOf(session, question, choice, improve, before, step.value);
		await breathe();
		signal.throwIfAborted();
		progress(Math.min(1, share()));
	}
}

function* searchOf(
	{ hours, adds, removes }: HoursToImprove,
	before: UsableWeek,
	{ aim, minutes, blockMinutes, perSiteMinutes }: HoursChoice,
	time: Time
): Generator<void, Found> {
	const limits = { minutes, siteMinutes: perSiteMinutes ?? Infinity };
	if (aim === 'remove') {
		const cuts = removableCuts(hours, removes, blockMinutes);
		const { chosen, bound } = yield* searchRemovals(hours, before, cuts, limits, time);
		return { week: chosen?.week ?? before, bound: -bound };
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
	{ territory: { sites } }: AtlasSession,
	{ week: kind }: Question,
	choice: HoursChoice,
	{ hours, statements }: HoursToImprove,
	before: UsableWeek,
	{ week, bound }: Found
): HoursProposal {
	const gain = week.personSeconds - before.personSeconds;
	const isOptimal = gain >= bound - ROUNDING * Math.max(Math.abs(bound), before.personSeconds);
	const changes = sites.flatMap((site, rank) => {
		const [was, is] = [before.openings(rank), week.openings(rank)];
		return sameIntervals(was, is) ? [] : [{ site, rank, was, is }];
	});
	const slots = changes.flatMap(({ site, rank, was, is }) => slotsOf(week, site, rank, was, is));
	return {
		slots: slots.sort((one, other) => Math.abs(other.personHours) - Math.abs(one.personHours)),
		schedules: changes.flatMap(({ site: { id, schedule }, was, is }) =>
			schedule === null
				? []
				: [{ siteId: id, schedule: withWeekChange(schedule, kind as WeekKind, differences(was, is)) }]
		),
		personHoursBefore: before.personSeconds / SECONDS_PER_HOUR,
		personHoursAfter: week.personSeconds / SECONDS_PER_HOUR,
		bound: bound / SECONDS_PER_HOUR,
		gap: isOptimal ? 0 : gapOf(gain, bound),
		isOptimal,
		...peopleChanged(hours, before, week),
		statements: [...said(choice, kind as WeekKind, slots), ...statements]
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

function slotsOf(week: UsableWeek, { id: siteId }: Site, rank: number, was: Intervals, is: Intervals): ProposedSlot[] {
	const { added, removed } = differences(was, is);
	const told = (start: number, end: number, isAdded: boolean): ProposedSlot => {
		const open = isAdded ? week : new UsableWeek(week);
		if (!isAdded) open.setOpenings(rank, unionIntervals([is, [start, end]]));
		const loss = open.loss(rank, withoutCut(open.openings(rank), { start, end }));
		return {
			siteId,
			added: isAdded,
			start: start as MinuteOfWeek,
			end: end as MinuteOfWeek,
			personHours: ((isAdded ? 1 : -1) * loss.personSeconds) / SECONDS_PER_HOUR,
			people: loss.people,
			mostMinutes: Math.floor(loss.mostSeconds / 60)
		};
	};
	const each = (intervals: Intervals, isAdded: boolean) =>
		intervals.flatMap((start, at) => (at % 2 === 0 ? [told(start, intervals[at + 1], isAdded)] : []));
	return [...each(added, true), ...each(removed, false)];
}

function peopleChanged(hours: HoursCase, before: UsableWeek, after: UsableWeek) {
	let [peopleImproved, peopleReduced] = [0, 0];
	for (let point = 0; point < hours.pointCount; point++) {
		const more = after.seconds(point) - before.seconds(point);
		if (more > 0) peopleImproved += hours.people[point];
		if (more < 0) peopleReduced += hours.people[point];
	}
	return { peopleImproved, peopleReduced };
}

const WEEK_STATEMENTS = {
	term: 'improve_in_term',
	'small-holidays': 'improve_in_small_holidays',
	summer: 'improve_in_summer'
} as const satisfies Record<WeekKind, string>;

/** What must be said beside the proposal. */
function said({ aim, blockMinutes }: HoursChoice, kind: WeekKind, slots: readonly ProposedSlot[]): Message[] {
	if (slots.length === 0) return [{ code: aim === 'remove' ? 'improve_not_enough' : 'improve_nothing', params: {} }];
	return [
		{ code: WEEK_STATEMENTS[kind], params: {} },
		{ code: 'improve_one_profile', params: {} },
		{ code: 'improve_granularity', params: { step: STEP_MINUTES, block: blockMinutes } }
	];
}
