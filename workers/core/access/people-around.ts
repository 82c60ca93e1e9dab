import { METRES_PER_DEGREE } from '../roads/distance.ts';

/** Places with people, degrees. */
export interface Peopled {
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	readonly people: Float64Array;
}

/** One number for two whole coordinates under 2^25 either way. */
const boxKey = (x: number, y: number) => x * 2 ** 26 + y;

/**
 * People at most `metres` around each place as the crow flies (inclusive), its own among them, on the local plane: to be used for a few km.
 * @param metres > 0
 * @param others of whom some may be the places themselves
 * @returns one value per place
 */
export function peopleAround(
	{ lon, lat }: Omit<Peopled, 'people'>,
	others: readonly Peopled[],
	metres: number
): Float64Array {
	const stepLat = metres / METRES_PER_DEGREE;
	// Meridians draw together with latitude: a step that is wide enough at the furthest place is for all.
	const furthest = Math.min(89, lat.reduce((most, one) => Math.max(most, Math.abs(one)), 0) + stepLat);
	const stepLon = stepLat / Math.cos((furthest * Math.PI) / 180);
	const columnOf = (degrees: number) => Math.floor(degrees / stepLon);
	const rowOf = (degrees: number) => Math.floor(degrees / stepLat);
	const boxes = new Map<number, number[]>();
	for (const { lon: x, lat: y, people } of others) {
		for (let place = 0; place < people.length; place++) {
			if (!(people[place] > 0)) continue;
			const key = boxKey(columnOf(x[place]), rowOf(y[place]));
			const box = boxes.get(key);
			if (box === undefined) boxes.set(key, [x[place], y[place], people[place]]);
			else box.push(x[place], y[place], people[place]);
		}
	}
	const around = new Float64Array(lon.length);
	const farthestSquare = stepLat * stepLat;
	for (let place = 0; place < lon.length; place++) {
		const shrink = Math.cos((lat[place] * Math.PI) / 180);
		const [column, row] = [columnOf(lon[place]), rowOf(lat[place])];
		for (let box = 0; box < 9; box++) {
			const inBox = boxes.get(boxKey(column - 1 + (box % 3), row - 1 + Math.floor(box / 3)));
			if (inBox === undefined) continue;
			for (let at = 0; at < inBox.length; at += 3) {
				const east = (inBox[at] - lon[place]) * shrink;
				const north = inBox[at + 1] - lat[place];
				if (east * east + north * north <= farthestSquare) around[place] += inBox[at + 2];
			}
		}
	}
	return around;
}
