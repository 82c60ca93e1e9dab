import { MINUTES_PER_WEEK } from '#domain/units.ts';
import type { Intervals } from './intervals.ts';
import { normalizeIntervals } from './intervals.ts';
import type { PackedOpenings } from './openings-kernel.ts';

/** One question about free time: one profile in one week. */
export interface UsableTask {
	/** Rank of the week in the openings given. */
	readonly week: number;
	/** Free time, pairs in minutes of the week (`freeWindows`). */
	readonly windows: Intervals;
	/** A shorter visit does not count; 0 counts any. */
	readonly minimumVisitMinutes: number;
}

/**
 * What every site offers to every free window, before travel. A slot is a window of free time in one week with one minimum visit: tasks
 * that share a window share its slot, so it is worked out once. All times are seconds.
 */
export interface PossibleVisits {
	readonly siteCount: number;
	readonly taskCount: number;
	readonly slotCount: number;
	/** Slots of task t: taskSlot[taskFirst[t] … taskFirst[t + 1]). */
	readonly taskFirst: Uint32Array;
	readonly taskSlot: Uint32Array;
	/** Second of the week at which each slot's window begins. */
	readonly slotStart: Uint32Array;
	/** Openings in each slot: of all sites, and of the site that has most. */
	readonly slotOpenings: Uint32Array;
	readonly slotMostOfOneSite: Uint32Array;
	/** siteCount + 1 offsets into `offers`. */
	readonly siteFirst: Uint32Array;
	/** `OFFER` numbers an opening in a slot: slot; start and end of the opening in the window; length of the window; shortest visit ≥ 1. */
	readonly offers: Int32Array;
	/** Of each offer, the rank of its opening in the week (`PackedOpenings.minutes` holds it at twice that). */
	readonly offerOpening: Uint32Array;
}

/** Numbers that an offer takes in `PossibleVisits.offers`. */
export const OFFER = 5;

interface Slot {
	readonly week: number;
	readonly start: number;
	readonly end: number;
	readonly minimum: number;
}

function checkTask({ week, windows, minimumVisitMinutes }: UsableTask, weekCount: number): void {
	if (!Number.isInteger(week) || week < 0 || week >= weekCount) {
		throw new RangeError(`Week of rank ${week}, expected one of the ${weekCount} weeks given`);
	}
	if (!(minimumVisitMinutes >= 0))
		throw new RangeError(`Minimum visit of ${minimumVisitMinutes} minutes, expected ≥ 0`);
	if (windows.some((minute) => !(minute >= 0 && minute <= MINUTES_PER_WEEK))) {
		throw new RangeError(`Free windows ${windows.join(' ')}, expected minutes of the week`);
	}
}

function slotsOf(tasks: readonly UsableTask[], weekCount: number) {
	const ranks = new Map<string, number>();
	const slots: Slot[] = [];
	const taskFirst = new Uint32Array(tasks.length + 1);
	const taskSlot: number[] = [];
	tasks.forEach((task, rank) => {
		checkTask(task, weekCount);
		const windows = normalizeIntervals(task.windows);
		for (let at = 0; at < windows.length; at += 2) {
			const slot = { week: task.week, start: windows[at] * 60, end: windows[at + 1] * 60, minimum: shortest(task) };
			const key = [slot.week, slot.start, slot.end, slot.minimum].join(' ');
			const known = ranks.get(key) ?? slots.push(slot) - 1;
			ranks.set(key, known);
			taskSlot.push(known);
		}
		taskFirst[rank + 1] = taskSlot.length;
	});
	return { slots, taskFirst, taskSlot: Uint32Array.from(taskSlot) };
}

/** A visit of no time at all is none. */
const shortest = ({ minimumVisitMinutes }: UsableTask) => Math.max(1, Math.ceil(minimumVisitMinutes * 60));

/**
 * Lays out what each site offers to each window of the tasks: its openings cut to the window, those too short for a visit even next door
 * left out. Throws `RangeError` when weeks are not of the same sites or a task is not one.
 * @param weeks openings of all sites in each week; a site not counted has an empty week
 */
export function possibleVisits(weeks: readonly PackedOpenings[], tasks: readonly UsableTask[]): PossibleVisits {
	const siteCount = (weeks[0]?.first.length ?? 1) - 1;
	if (weeks.some(({ first }) => first.length !== siteCount + 1)) throw new RangeError('Weeks of different sites');
	const { slots, taskFirst, taskSlot } = slotsOf(tasks, weeks.length);
	const [slotOpenings, slotMostOfOneSite] = [new Uint32Array(slots.length), new Uint32Array(slots.length)];
	const siteFirst = new Uint32Array(siteCount + 1);
	const offers: number[] = [];
	const offerOpening: number[] = [];
	for (let site = 0; site < siteCount; site++) {
		for (let slot = 0; slot < slots.length; slot++) {
			const { week, start, end, minimum } = slots[slot];
			const { first, minutes } = weeks[week];
			const before = offerOpening.length;
			for (let at = first[site]; at < first[site + 1] && minutes[at] * 60 < end; at += 2) {
				const from = Math.max(minutes[at] * 60, start);
				const to = Math.min(minutes[at + 1] * 60, end);
				if (to - from < minimum) continue;
				offers.push(slot, from - start, to - start, end - start, minimum);
				offerOpening.push(at / 2);
			}
			const openings = offerOpening.length - before;
			slotOpenings[slot] += openings;
			slotMostOfOneSite[slot] = Math.max(slotMostOfOneSite[slot], openings);
		}
		siteFirst[site + 1] = offers.length;
	}
	return {
		siteCount,
		taskCount: tasks.length,
		slotCount: slots.length,
		taskFirst,
		taskSlot,
		slotStart: Uint32Array.from(slots, ({ start }) => start),
		slotOpenings,
		slotMostOfOneSite,
		siteFirst,
		offers: Int32Array.from(offers),
		offerOpening: Uint32Array.from(offerOpening)
	};
}
