import { DEFAULT_MINIMUM_VISIT_MINUTES } from '#domain/default-profiles.ts';
import { DEFAULT_SECTORS } from '#domain/question.ts';
import type { Sector, SectorCause, SectorCure } from '#domain/sector.ts';
import type {
	PeopleByCause,
	SectorCureIndicator,
	SectorIndicator,
	SectorsIndicator,
	SectorsPeopleIndicator
} from '#domain/sector-indicator.ts';
import type { Site } from '#domain/site.ts';
import type { SectorsInput } from './evidence.ts';
import type { SectorsFound } from './find.ts';
import { sectorsPeople } from './people.ts';
import type { TerritorySectors } from './territory-sectors.ts';

/** The sectors of a territory as `indicators.json` has them: under the terms of the project. */
export function sectorsIndicator(
	{ territory, times }: SectorsInput,
	{ found, sectors }: TerritorySectors
): SectorsIndicator {
	const { cutoffSeconds, minimumUsableSeconds, lowSupply } = found.threshold;
	const hoursKnown = minimumUsableSeconds !== null;
	return {
		threshold: {
			mode: times.mode,
			cutoff_minutes: cutoffSeconds / 60,
			profile: DEFAULT_SECTORS.profile,
			minimum_visit_minutes: DEFAULT_MINIMUM_VISIT_MINUTES,
			minimum_usable_hours: minimumUsableSeconds === null ? null : minimumUsableSeconds / 3600,
			low_supply_hours_per_1000: lowSupply === null ? null : lowSupply * 1000,
			minimum_people: DEFAULT_SECTORS.minimumPeople
		},
		people: peopleIndicator(territory.population.people, found),
		list: sectors.map((sector) => sectorIndicator(sector, territory.sites, hoursKnown))
	};
}

function peopleIndicator(people: Float64Array, found: SectorsFound): SectorsPeopleIndicator {
	const told = sectorsPeople(people, found);
	return {
		below: told.below,
		below_by_cause: knownCauses(told.belowByCause, told.hoursUnknown !== null),
		hours_unknown: told.hoursUnknown,
		unattached: told.unattached,
		taken_in: told.takenIn,
		left_out: told.leftOut,
		in_sectors: told.inSectors,
		not_individualised: told.notIndividualised
	};
}

/** Without hours, that nobody lacks them could not be computed. */
function knownCauses(
	{ distance, hours, capacity }: Readonly<Record<SectorCause, number>>,
	hoursKnown: boolean
): PeopleByCause {
	return { distance, hours: hoursKnown ? hours : null, capacity: hoursKnown ? capacity : null };
}

function sectorIndicator(sector: Sector, sites: readonly Site[], hoursKnown: boolean): SectorIndicator {
	const { nearest } = sector;
	const site = nearest === null ? null : sites[nearest.site];
	return {
		name: sector.name,
		commune_codes: sector.communeCodes,
		people: sector.people,
		people_by_age:
			sector.ages?.map(({ fromAge, toAge, people }) => ({ from_age: fromAge, to_age: toAge, people })) ?? null,
		people_by_cause: knownCauses(sector.peopleByCause, hoursKnown),
		people_taken_in: sector.peopleTakenIn,
		main_cause: sector.mainCause,
		nearest_site: site?.id ?? null,
		nearest_site_name: site?.name ?? null,
		nearest_seconds: nearest?.seconds ?? null,
		nearest_weekly_hours: nearest?.weeklyHours ?? null,
		cures: sector.cures.map((cure) => cureIndicator(cure, sites)),
		deficit_people: sector.deficit,
		rank_agents: sector.rankAgents
	};
}

function cureIndicator(cure: SectorCure, sites: readonly Site[]): SectorCureIndicator {
	const { people } = cure;
	if (cure.kind === 'closer-site') return { cure: 'closer-site', people };
	const { id: site, name: site_name } = sites[cure.site];
	if (cure.kind === 'open-more') {
		const { missingHours: missing_hours, moments } = cure;
		return { cure: 'open-more', people, site, site_name, missing_hours, moments };
	}
	const { hoursPer1000: hours_per_1000, lowUnderPer1000: low_under_per_1000 } = cure;
	return { cure: 'bigger', people, site, site_name, hours_per_1000, low_under_per_1000 };
}
