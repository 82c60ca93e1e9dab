import type { AgeBand, Population } from '#domain/population.ts';
import type { Who } from '#domain/question.ts';

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
export function whoChoices({ ageBands, poorHouseholds }: Population): Who[] {
	const bands = [...(ageBands ?? [])].sort((one, other) => one.fromAge - other.fromAge);
	const groups = AGE_GROUPS.every((group) => isMadeOf(group, bands)) ? AGE_GROUPS : bands;
	return [
		{ kind: 'everyone' },
		...groups.map(({ fromAge, toAge }): Who => ({ kind: 'ages', fromAge, toAge })),
		...(poorHouseholds === null ? [] : [{ kind: 'poor-households' } as const])
	];
}

/** Whether some of the bands, rising, follow each other from the first age of the group to its last. */
function isMadeOf({ fromAge, toAge }: AgeGroup, bands: readonly AgeGroup[]): boolean {
	let next: number | null = fromAge;
	for (const band of bands) {
		if (next !== null && band.fromAge === next) next = band.toAge === null ? null : band.toAge + 1;
		if (next === (toAge === null ? null : toAge + 1)) return true;
	}
	return false;
}
