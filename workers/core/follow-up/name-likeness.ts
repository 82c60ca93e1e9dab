/**
 * Likeness of two names, 0 … 1: Dice's coefficient of their pairs of letters, counted with repeats. The same both ways round; 1 for the same
 * name, and for no other but one made of the very same pairs.
 * @param one normalised: no case, accents or punctuation
 */
export function nameLikeness(one: string, other: string): number {
	if (one === other) return 1;
	const pairs = new Map<string, number>();
	for (let at = 0; at + 1 < one.length; at++) {
		const pair = one.slice(at, at + 2);
		pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
	}
	let shared = 0;
	for (let at = 0; at + 1 < other.length; at++) {
		const pair = other.slice(at, at + 2);
		const left = pairs.get(pair) ?? 0;
		if (left === 0) continue;
		pairs.set(pair, left - 1);
		shared++;
	}
	const all = Math.max(0, one.length - 1) + Math.max(0, other.length - 1);
	return all === 0 ? 0 : (2 * shared) / all;
}
