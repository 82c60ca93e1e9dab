/** A place of the small map, in its own units. */
export interface MapPoint {
	readonly x: number;
	readonly y: number;
}

export interface GestureEffects {
	/** A click or a touch that did not move; on a corner, which is then taken. */
	readonly ontap: (at: MapPoint, corner: number | null) => void;
	readonly onpan: (by: MapPoint) => void;
	/** What was at `from` is now at `to`, so many times as large. */
	readonly onpinch: (by: number, from: MapPoint, to: MapPoint) => void;
	readonly ondrag: (corner: number, at: MapPoint) => void;
	readonly ondrop: (corner: number, at: MapPoint) => void;
	/** A second finger: the corner stays where it was. */
	readonly onleave: () => void;
	/** Whether a corner goes with the hand; else the map does. */
	readonly isHeld: (corner: number) => boolean;
}

/** A hand trembles by so much and has not moved. */
const SLACK = 6;

/** What a mouse or fingers do on a map that is drawn on: put a corner, move one, move the map, change its scale. */
export class PlanGestures {
	readonly #effects: GestureEffects;
	readonly #points = new Map<number, MapPoint>();
	#from: MapPoint = { x: 0, y: 0 };
	/** Under the first finger as it came. */
	#corner: number | null = null;
	/** The corner goes with that finger. */
	#isHeld = false;
	#hasMoved = false;
	/** Until every finger is up: the last one to leave puts no corner. */
	#isPinch = false;

	constructor(effects: GestureEffects) {
		this.#effects = effects;
	}

	/** @param corner the rank of the one that is under it */
	down(id: number, at: MapPoint, corner: number | null): void {
		this.#points.set(id, at);
		if (this.#points.size > 1) {
			if (this.#isHeld && !this.#isPinch) this.#effects.onleave();
			this.#isPinch = true;
			return;
		}
		this.#from = at;
		this.#corner = corner;
		this.#isHeld = corner !== null && this.#effects.isHeld(corner);
		this.#hasMoved = this.#isPinch = false;
	}

	move(id: number, at: MapPoint): void {
		const before = this.#points.get(id);
		if (before === undefined) return;
		if (this.#isPinch) this.#pinch(id, before, at);
		else if (this.#hasMoved || distance(this.#from, at) >= SLACK) {
			this.#hasMoved = true;
			if (this.#corner !== null && this.#isHeld) this.#effects.ondrag(this.#corner, at);
			else this.#effects.onpan({ x: at.x - before.x, y: at.y - before.y });
		} else return;
		this.#points.set(id, at);
	}

	up(id: number, at: MapPoint): void {
		if (!this.#points.delete(id) || this.#isPinch) return;
		if (!this.#hasMoved) this.#effects.ontap(at, this.#corner);
		else if (this.#corner !== null && this.#isHeld) this.#effects.ondrop(this.#corner, at);
	}

	/** The browser took the pointer for itself. */
	cancel(id: number): void {
		if (this.#points.delete(id) && this.#isHeld) this.#effects.onleave();
	}

	#pinch(id: number, before: MapPoint, at: MapPoint): void {
		const other = [...this.#points].find(([one]) => one !== id)?.[1];
		if (other === undefined) return;
		const by = distance(other, at) / Math.max(distance(other, before), 1);
		this.#effects.onpinch(by, middle(other, before), middle(other, at));
	}
}

const distance = (one: MapPoint, other: MapPoint) => Math.hypot(one.x - other.x, one.y - other.y);
const middle = (one: MapPoint, other: MapPoint): MapPoint => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });
