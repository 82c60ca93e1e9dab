import type { ChangeAnswer, ChangeOfCommune, ChangeOfPeople } from '#domain/scenario-answers.ts';

/** People of one of the parts that a change makes of a group. */
export interface ChangePart {
	readonly part: 'improved' | 'unchanged' | 'reduced' | 'unknown' | 'unattached';
	readonly people: number;
	/** 0–1 of the group. */
	readonly share: number;
}

const PARTS = ['improved', 'unchanged', 'reduced', 'unknown', 'unattached'] as const;

/** The parts of a group in the order of a bar; those of nobody are left out, save the three that are always told. */
export function changeParts(change: ChangeOfPeople): ChangePart[] {
	const all = PARTS.reduce((sum, part) => sum + change[part], 0);
	return PARTS.filter((part) => PARTS.indexOf(part) < 3 || Math.round(change[part]) > 0).map((part) => ({
		part,
		people: change[part],
		share: all === 0 ? 0 : change[part] / all
	}));
}

export const COMMUNES_NAMED = 10;

/** The communes whose people gain most and lose most, in people × change: at most ten of each, the largest first. */
export function communesByChange({ communes, lessIsBetter }: Pick<ChangeAnswer, 'communes' | 'lessIsBetter'>): {
	readonly up: readonly ChangeOfCommune[];
	readonly down: readonly ChangeOfCommune[];
} {
	const gain = ({ peopleTimesChange: change }: ChangeOfCommune) =>
		change === null ? 0 : lessIsBetter ? -change : change;
	const sorted = communes.filter((commune) => gain(commune) !== 0).toSorted((one, other) => gain(other) - gain(one));
	return {
		up: sorted.filter((commune) => gain(commune) > 0).slice(0, COMMUNES_NAMED),
		down: sorted
			.filter((commune) => gain(commune) < 0)
			.toReversed()
			.slice(0, COMMUNES_NAMED)
	};
}
