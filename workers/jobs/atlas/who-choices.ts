import type { AgeBand, Population } from '#domain/population.ts';
import type { Who } from '#domain/question.ts';
import { bandsBetween } from './view.ts';

type AgeGroup = Pick<AgeBand, 'fromAge' | 'toAge'>;

/** Ages as people speak of them: children, secondary school, students, adults, elders (the ages of the free windows). */
const AGE_GROUPS: readonly AgeGroup[] = [
	{ fromAge: 0, toAge: 10 },
	{ fromAge: 11, toAge: 17 },
	{ fromAge: 18, toAge: 24 },
	{ fromAge: 25, toAge: 64 },
	{ fromAge: 65, toAge: null }
];

/** Whom figures can be of: everyone, the usual age groups where the bands of the data make them exactly (else these bands), poor households. */
export function whoChoices(population: Population): Who[] {
	const bands = [...(population.ageBands ?? [])].sort((one, other) => one.fromAge - other.fromAge);
	const isMade = ({ fromAge, toAge }: AgeGroup) => bandsBetween(population, fromAge, toAge) !== null;
	const groups = AGE_GROUPS.every(isMade) ? AGE_GROUPS : bands;
	return [
		{ kind: 'everyone' },
		...groups.map(({ fromAge, toAge }): Who => ({ kind: 'ages', fromAge, toAge })),
		...(population.poorHouseholds === null ? [] : [{ kind: 'poor-households' } as const])
	];
}
