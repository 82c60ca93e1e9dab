import type { GridDay, GridSlot } from './week-grid-content.ts';

/** Parts of a slot outside [start, end). */
const outside = (slot: GridSlot, start: number, end: number): GridSlot[] =>
	[
		{ ...slot, end: Math.min(slot.end, start) },
		{ ...slot, start: Math.max(slot.start, end) }
	].filter((part) => part.start < part.end);

/** What is said of the day without being sure is told by whoever draws on it. */
const told = ({ wholeDay }: GridDay) => (wholeDay?.state === 'unknown' ? null : wholeDay);

/**
 * The day, open from `start` to `end`: slots of the public that it touches become one with it, keeping the comment of the first; reserved
 * ones give way where it lies, unsure ones altogether. Minutes after midnight.
 */
export function openedDay(day: GridDay, start: number, end: number): GridDay {
	let opened: GridSlot = { start, end, state: 'open', comment: null };
	const others: GridSlot[] = [];
	for (const slot of day.slots) {
		const apart = slot.end < opened.start || slot.start > opened.end;
		if (apart) others.push(slot);
		else if (slot.state === 'open') {
			const comment = opened.comment ?? slot.comment;
			opened = { ...opened, start: Math.min(opened.start, slot.start), end: Math.max(opened.end, slot.end), comment };
		} else if (slot.state === 'restricted') others.push(...outside(slot, start, end));
		else if (slot.end === start || slot.start === end) others.push(slot);
	}
	return { slots: [...others, opened].toSorted((one, other) => one.start - other.start), wholeDay: told(day) };
}

/** The day, shut to the public from `start` to `end`; reserved hours stay, unsure ones that it touches go. */
export function shutDay(day: GridDay, start: number, end: number): GridDay {
	const slots = day.slots.flatMap((slot) => {
		if (slot.state === 'restricted' || slot.end <= start || slot.start >= end) return [slot];
		return slot.state === 'unknown' ? [] : outside(slot, start, end);
	});
	return { slots, wholeDay: told(day) };
}

/** The day with other times for one slot, which is then open for sure. */
export function retimedDay(day: GridDay, slot: GridSlot, start: number, end: number): GridDay {
	const without = { ...day, slots: day.slots.filter((one) => one !== slot) };
	const opened = openedDay(without, start, end);
	if (slot.comment === null) return opened;
	return {
		...opened,
		slots: opened.slots.map((one) =>
			one.state === 'open' && one.start <= start && one.end >= end && one.comment === null
				? { ...one, comment: slot.comment }
				: one
		)
	};
}

/** Reserved hours of a day and nothing else. */
export function withoutPublicHours({ slots, wholeDay }: GridDay): GridDay {
	return {
		slots: slots.filter(({ state }) => state === 'restricted'),
		wholeDay: wholeDay?.state === 'restricted' ? wholeDay : null
	};
}

/** The day with the public's hours of another, and its own reserved ones where these leave room. */
export function withHoursOf(day: GridDay, other: GridDay): GridDay {
	const copied = other.slots.filter(({ state }) => state !== 'restricted');
	const own = withoutPublicHours(day);
	const reserved = copied.reduce(
		(slots, { start, end }) => slots.flatMap((slot) => outside(slot, start, end)),
		[...own.slots]
	);
	return {
		slots: [...copied, ...reserved].toSorted((one, next) => one.start - next.start),
		wholeDay: own.wholeDay ?? (other.wholeDay?.state === 'unknown' ? other.wholeDay : null)
	};
}

/** Minutes open to the public for sure. */
export function openMinutes(days: readonly GridDay[]): number {
	let minutes = 0;
	for (const { slots } of days) for (const { start, end, state } of slots) if (state === 'open') minutes += end - start;
	return minutes;
}

/** The slot that holds a minute of the day. */
export function slotAt({ slots }: GridDay, minute: number): GridSlot | null {
	return slots.find(({ start, end }) => start <= minute && minute < end) ?? null;
}
