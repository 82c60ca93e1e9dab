import type { Bounds, LonLat } from '#domain/geometry.ts';

/** What a small map shows: a middle, and how many degrees of latitude its height is. */
export interface PlanView {
	readonly middle: LonLat;
	readonly degreesHigh: number;
}

/** Size of the map in its own units. */
export interface ViewSize {
	readonly width: number;
	readonly height: number;
}
export const VIEW: ViewSize = { width: 640, height: 400 };
/** On a phone: what is written on it stays large enough. */
export const NARROW_VIEW: ViewSize = { width: 360, height: 400 };

/** The plan of a view: places to its units and back. East and west are shortened as they are at its middle. */
export class Plan {
	readonly #view: PlanView;
	readonly #size: ViewSize;
	readonly #perDegreeNorth: number;
	readonly #perDegreeEast: number;

	constructor(view: PlanView, size: ViewSize = VIEW) {
		this.#view = view;
		this.#size = size;
		this.#perDegreeNorth = size.height / view.degreesHigh;
		this.#perDegreeEast = this.#perDegreeNorth * Math.cos((view.middle[1] * Math.PI) / 180);
	}

	at([lon, lat]: LonLat): readonly [x: number, y: number] {
		const { middle } = this.#view;
		return [
			this.#size.width / 2 + (lon - middle[0]) * this.#perDegreeEast,
			this.#size.height / 2 - (lat - middle[1]) * this.#perDegreeNorth
		];
	}

	placeAt(x: number, y: number): LonLat {
		const { middle } = this.#view;
		return [
			middle[0] + (x - this.#size.width / 2) / this.#perDegreeEast,
			middle[1] - (y - this.#size.height / 2) / this.#perDegreeNorth
		];
	}

	/** A line through places, as the path of a drawing. */
	path(places: readonly LonLat[], isClosed: boolean): string {
		const points = places.map((place) => this.at(place).map((one) => Math.round(one * 10) / 10));
		return points.map(([x, y], rank) => `${rank === 0 ? 'M' : 'L'}${x} ${y}`).join('') + (isClosed ? 'Z' : '');
	}
}

/** The view that holds a whole territory, with room around it. */
export function wholeView([west, south, east, north]: Bounds, size: ViewSize = VIEW): PlanView {
	const middle: LonLat = [(west + east) / 2, (south + north) / 2];
	const wide = (((east - west) * size.height) / size.width) * Math.cos((middle[1] * Math.PI) / 180);
	return { middle, degreesHigh: 1.1 * Math.max(north - south, wide, 0.01) };
}

/** The view with its middle elsewhere, in the territory. */
export function panned(view: PlanView, [lon, lat]: LonLat, [west, south, east, north]: Bounds): PlanView {
	return { ...view, middle: [Math.min(Math.max(lon, west), east), Math.min(Math.max(lat, south), north)] };
}

/** The same place stays where it is while the scale changes. */
export function zoomed(view: PlanView, by: number, around: LonLat, whole: PlanView): PlanView {
	const degreesHigh = Math.min(Math.max(view.degreesHigh / by, whole.degreesHigh / 64), whole.degreesHigh);
	const kept = degreesHigh / view.degreesHigh;
	const middle: LonLat = [
		around[0] + (view.middle[0] - around[0]) * kept,
		around[1] + (view.middle[1] - around[1]) * kept
	];
	return degreesHigh === whole.degreesHigh ? whole : { middle, degreesHigh };
}
