import type { AgeRange, AudienceProfile, WeightBasis } from '#domain/audience-profile.ts';
import type { AgeBand, Population } from '#domain/population.ts';

declare const ofProfile: unique symbol;
/** People as one profile weighs them, one value per demand point. Those of another profile are another type: they are never added. */
export type PeopleOfProfile<Id extends string> = Float64Array & { readonly [ofProfile]: (id: Id) => Id };

export interface ProfilePeople<Id extends string = string> {
	readonly profile: Id;
	/** NaN where the source does not tell. */
	readonly people: PeopleOfProfile<Id>;
	readonly basis: WeightBasis;
}

/** "And over" is shared out over the years up to this age, which stands for itself and all beyond. */
const LAST_AGE = 99;

const lastAge = ({ fromAge, toAge }: AgeRange) => Math.max(fromAge, toAge ?? LAST_AGE);
const yearsOf = (ages: AgeRange) => lastAge(ages) - ages.fromAge + 1;

/** Share of each band that the ages take, each year of age from the narrowest band that holds it; null where no band holds some age. */
function bandShares(ages: AgeRange, bands: readonly AgeBand[]): Map<AgeBand, number> | null {
	const narrowestFirst = bands.toSorted((one, other) => yearsOf(one) - yearsOf(other));
	const years = new Map<AgeBand, number>();
	for (let age = ages.fromAge; age <= lastAge(ages); age++) {
		const band = narrowestFirst.find((each) => each.fromAge <= age && age <= lastAge(each));
		if (band === undefined) return null;
		years.set(band, (years.get(band) ?? 0) + 1);
	}
	return new Map([...years].map(([band, taken]) => [band, taken / yearsOf(band)]));
}

/**
 * People of a profile at each demand point. Bands whose edges are not the profile's are split in proportion to the years of age
 * (people taken as spread evenly over a band), and `basis` says so. Bands that overlap are never counted twice.
 */
export function profilePeople<Id extends string>(
	population: Population,
	profile: AudienceProfile<Id>
): ProfilePeople<Id> {
	const told = (people: Float64Array, basis: WeightBasis): ProfilePeople<Id> => ({
		profile: profile.id,
		people: people as PeopleOfProfile<Id>,
		basis
	});
	if (population.ageBands === null) return told(population.people.slice(), 'everyone');
	const shares = bandShares(profile.ages, population.ageBands);
	if (shares === null) return told(new Float64Array(population.count).fill(NaN), 'not-covered');
	const people = new Float64Array(population.count);
	for (const [band, share] of shares) {
		for (let point = 0; point < people.length; point++) people[point] += band.people[point] * share;
	}
	return told(people, [...shares.values()].every((share) => share === 1) ? 'ages' : 'split');
}
