import { CLASS_BEYOND, CLASS_NO_DATA, CLASS_UNATTACHED, type Classes, type Paint } from '#domain/atlas-answers.ts';
import { medianClassByGroup } from '#core/access/median-class.ts';
import { bestFirst, type Scale } from './classes.ts';
import type { Marks } from './marks.ts';

/**
 * The median class of the attached people of each mark whose class is known; off the network where all of its people are, no data where it
 * has none or nobody's class is known.
 */
export function medianClasses(
	classes: Uint8Array,
	people: Float64Array,
	group: Int32Array | Uint32Array,
	count: number,
	scale: Scale
): Uint8Array {
	const ofMarks = medianClassByGroup(classes, people, group, count, bestFirst(scale), CLASS_NO_DATA);
	turn(ofMarks, CLASS_NO_DATA, CLASS_UNATTACHED);
	turn(ofMarks, CLASS_UNATTACHED, CLASS_NO_DATA);
	return ofMarks;

	/** Marks of one class that hold people of another are of that other one. */
	function turn(marks: Uint8Array, from: number, to: number): void {
		for (let point = 0; point < classes.length; point++) {
			const mark = group[point];
			if (mark >= 0 && marks[mark] === from && classes[point] === to && people[point] > 0) marks[mark] = to;
		}
	}
}

/** Whom the legend counts in each class: one class and one number of people per demand point, or per mark. */
export interface PeopledClasses {
	readonly classes: Uint8Array;
	readonly people: Float64Array;
	/** People of none of these: without data. */
	readonly peopleElsewhere: number;
}

/** The marks with their legend. */
export function painted({ level, resolution }: Marks, scale: Scale, marks: Uint8Array, peopled: PeopledClasses): Paint {
	const ofClass = new Float64Array(256);
	for (let one = 0; one < peopled.classes.length; one++) ofClass[peopled.classes[one]] += peopled.people[one];
	const classes: Classes = {
		...scale,
		peoplePerClass: Array.from(ofClass.subarray(0, scale.bounds.length)),
		peopleBeyond: ofClass[CLASS_BEYOND],
		peopleWithoutData: ofClass[CLASS_NO_DATA] + peopled.peopleElsewhere,
		peopleUnattached: ofClass[CLASS_UNATTACHED]
	};
	return { level, resolution, classes, marks };
}
