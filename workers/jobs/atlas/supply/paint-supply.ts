import { CLASS_NO_DATA, CLASS_UNATTACHED, type Paint } from '#domain/atlas-answers.ts';
import { classOfSeconds, classOfSupply, FIXED_SCALES, quantileBounds, type Scale } from '../classes.ts';
import type { Marks } from '../marks.ts';
import { medianClasses, painted } from '../painted.ts';
import type { AtlasSession } from '../session.ts';
import type { View } from '../view.ts';
import { supplyKnown, type SupplyOfPoints } from './supply-of-points.ts';

/**
 * Supply on the map: amounts by quantiles of those who have some, minutes by the classes of every other time. Nothing within reach is beyond;
 * no data where what is in reach is not known. As of what people reach, a hexagon or a commune shows the median of its people, and the legend
 * counts each demand point in its own class.
 */
export function paintSupply(session: AtlasSession, { times }: View, supply: SupplyOfPoints, marks: Marks): Paint {
	const { people } = session.territory.population;
	const scale = scaleOf(supply, people);
	const ofPoints = classesOf(supply, times.attached, scale);
	const peopled = { classes: ofPoints, people, peopleElsewhere: 0 };
	const { group, count } = marks;
	if (group === null) return painted(marks, scale, ofPoints, peopled);
	const known = supplyKnown(supply, people, group, count);
	const ofMarks = medianClasses(ofPoints, people, group, count, scale).map((one, mark) =>
		known[mark] === 0 && one !== CLASS_UNATTACHED ? CLASS_NO_DATA : one
	);
	return painted(marks, scale, ofMarks, peopled);
}

function scaleOf({ best, unit, values, rising }: SupplyOfPoints, people: Float64Array): Scale {
	if (best === 'least') return { ...FIXED_SCALES.nearest, indicator: 'supply', unit };
	const some = rising.filter((point) => values[point] > 0);
	const bounds = quantileBounds(
		Float64Array.from(some, (point) => values[point]),
		Float64Array.from(some, (point) => people[point])
	);
	return {
		indicator: 'supply',
		unit,
		method: 'quantiles',
		bounds: bounds.length > 0 ? bounds : [{ from: 0, to: null }]
	};
}

function classesOf(supply: SupplyOfPoints, attached: Uint8Array, scale: Scale): Uint8Array {
	const { best, values, sitesWithCapacity } = supply;
	const nothingKnown = best === 'most' && sitesWithCapacity === 0;
	return Uint8Array.from(attached, (on, point) => {
		if (on === 0) return CLASS_UNATTACHED;
		if (nothingKnown || Number.isNaN(values[point])) return CLASS_NO_DATA;
		return best === 'least' ? classOfSeconds(scale, values[point] * 60) : classOfSupply(scale, values[point]);
	});
}
