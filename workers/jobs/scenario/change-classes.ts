import { CLASS_NO_DATA, CLASS_UNATTACHED } from '#domain/atlas-answers.ts';
import type { ChangeUnit } from '#domain/scenario-answers.ts';
import type { Scale } from '../atlas/classes.ts';
import {
	ACCESS_IMPROVED,
	ACCESS_UNCHANGED,
	ACCESS_UNKNOWN,
	POINT_UNATTACHED,
	type ChangeOfPoints
} from './change-of-points.ts';

/** Three steps of a change from zero up, in units: a class ends at each of the first two, the third says how far they serve. */
type Steps = readonly [number, number, number];

const MINUTE_STEPS: readonly Steps[] = [
	[1, 2, 5],
	[2, 5, 10],
	[5, 10, 20]
];
const HOUR_STEPS: readonly Steps[] = [
	[0.5, 1, 2],
	[1, 3, 6],
	[2, 5, 10],
	[5, 10, 20]
];

const ROUND_STEPS: readonly Steps[] = [
	[1, 2, 5],
	[2, 5, 10],
	[5, 10, 20]
];

/** The finest steps of the unit that serve for changes up to the largest; of supplies round numbers. */
function stepsOf(unit: ChangeUnit, largest: number): Steps {
	const isTime = unit === 'minutes' || unit === 'minutes-to-nth';
	const ladder = isTime ? MINUTE_STEPS : unit === 'hours' ? HOUR_STEPS : roundSteps(largest);
	return ladder.find((steps) => steps[2] >= largest) ?? ladder[ladder.length - 1];
}

/** Steps of 1, 2 and 5 times powers of ten, around a number. */
function roundSteps(largest: number): Steps[] {
	const power = largest > 0 ? Math.floor(Math.log10(largest)) - 1 : 0;
	// The text of a decimal number is read exactly, a power is not always computed so.
	const times = (step: number, exponent: number) => Number(`${step}e${exponent}`);
	return [power, power + 1].flatMap((exponent) =>
		ROUND_STEPS.map(([one, two, three]): Steps => [times(one, exponent), times(two, exponent), times(three, exponent)])
	);
}

/**
 * Classes of a change, the best first, as many better as worse round the middle one, which is exactly none. Their steps follow from the
 * largest change, for the better or the worse, of any demand point where somebody lives: they are the same at every level.
 */
export function changeScale({ unit, lessIsBetter, change }: ChangeOfPoints, people: Float64Array): Scale {
	let largest = 0;
	for (let point = 0; point < change.length; point++) {
		// NaN is larger than nothing.
		if (people[point] > 0 && Math.abs(change[point]) > largest) largest = Math.abs(change[point]);
	}
	const common = { indicator: 'change', unit, method: 'fixed' } as const;
	const [first, second, last] = stepsOf(unit, largest);
	const rising =
		unit === 'open'
			? [{ from: 0, to: 1 }]
			: [
					{ from: 0, to: first },
					{ from: first, to: second },
					{ from: second, to: Math.max(last, largest) }
				];
	const falling = rising.map(({ from, to }) => ({ from: -to, to: from === 0 ? 0 : -from }));
	const [better, worse] = lessIsBetter ? [falling, rising] : [rising, falling];
	return { ...common, bounds: [...better.toReversed(), { from: 0, to: 0 }, ...worse] };
}

/**
 * The class of each demand point. A change to or from beyond the times that are computed is of the last class of its side: how large it is
 * is not known.
 */
export function changeClasses({ states, change }: ChangeOfPoints, { bounds }: Scale): Uint8Array {
	const middle = (bounds.length - 1) / 2;
	// From the middle out, what each class of one side holds at most, in absolute value.
	const ends = bounds.slice(middle + 1).map(({ from, to }) => Math.max(Math.abs(from), Math.abs(to ?? Infinity)));
	return Uint8Array.from(states, (state, point) => {
		if (state === POINT_UNATTACHED) return CLASS_UNATTACHED;
		if (state === ACCESS_UNKNOWN) return CLASS_NO_DATA;
		if (state === ACCESS_UNCHANGED) return middle;
		const within = ends.findIndex((end) => Math.abs(change[point]) <= end);
		const away = within === -1 ? ends.length : within + 1;
		return state === ACCESS_IMPROVED ? middle - away : middle + away;
	});
}
