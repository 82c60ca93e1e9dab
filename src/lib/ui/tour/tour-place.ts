/** A rectangle of the window, in CSS pixels. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

type Size = Pick<Box, 'width' | 'height'>;

/**
 * Where a panel stands in the room that is left to it: at the edge where it hides least of what it tells of; at the foot, in the middle,
 * where all are alike.
 */
export function placeBeside(subject: Box | null, panel: Size, room: Box): Pick<Box, 'left' | 'top'> {
	const [right, bottom] = [room.left + room.width - panel.width, room.top + room.height - panel.height];
	const middle = (room.left + right) / 2;
	const places = [bottom, room.top].flatMap((top) => [middle, room.left, right].map((left) => ({ left, top })));
	if (subject === null) return places[0];
	const hidden = places.map((place) => sharedArea(subject, { ...place, ...panel }));
	return places[hidden.indexOf(Math.min(...hidden))];
}

/** What two rectangles share, in square pixels. */
function sharedArea(one: Box, other: Box): number {
	const across = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
	const down = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
	return Math.max(0, across) * Math.max(0, down);
}
