import type { Commune } from '#domain/commune.ts';
import type {
	EstimatedError,
	Indicators,
	PopulationIndicators,
	SiteIndicators,
	TravelIndicators
} from '#domain/indicator.ts';
import type { Population } from '#domain/population.ts';
import type { SectorsIndicator } from '#domain/sector-indicator.ts';
import type { Territory } from '#domain/territory.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { defaultMode, municipalPopulation, perimeterCommunes } from '../perimeter-figures.ts';
import { coverageIndicators, DEFAULT_CUTOFF_MINUTES } from './coverage.ts';
import { usableHoursIndicators } from './usable-hours.ts';
import { openAtIndicators, openingsIndicators, termWeeks } from './openings.ts';

/** What the diagnosis is computed from. */
export interface DiagnosisInput {
	readonly territory: Territory;
	/** Demand points loaded beyond the perimeter; null when there are none. */
	readonly marginPopulation: Population | null;
	/** One entry per mode, at least one; all of the same origin. */
	readonly times: readonly TravelTimes[];
	/** Null unless times are estimated. */
	readonly estimatedError: EstimatedError | null;
	/** Modes whose times were measured against something; the others rest on a stated assumption. */
	readonly calibratedModes: ReadonlySet<string>;
	readonly municipaleVintage: string | null;
	readonly municipaleSource: string;
	readonly sectors: SectorsIndicator;
	/** What the import counted. */
	readonly siteCounts: Pick<SiteIndicators, 'read' | 'rejected' | 'repeated' | 'outside' | 'hours_not_understood'>;
}

/** Every figure of `indicators.json`. */
export function indicatorsOf(input: DiagnosisInput): Indicators {
	const { territory, times } = input;
	const coverages = times.map((one) => coverageIndicators(territory, one));
	const weeks = termWeeks(territory);
	const travel = travelIndicators(input);
	const defaultTimes = times.find(({ mode }) => mode === travel.default_mode) ?? times[0];
	const inside = perimeterCommunes(territory);
	return {
		format: 'maillage-indicators',
		version: 1,
		territory: {
			name: territory.name,
			epci_code: territory.epciCode,
			school_zone: territory.zone,
			fictional: territory.fictional,
			communes: inside.length,
			communes_without_site: communesWithoutSite(inside, territory)
		},
		sources: territory.sources,
		travel,
		population: populationIndicators(input, defaultTimes, inside),
		sites: siteIndicators(input),
		coverage: coverages.flatMap(({ coverage }) => coverage),
		coverage_without_neighbours: coverages.flatMap(({ coverage_without_neighbours }) => coverage_without_neighbours),
		coverage_by_age: coverages.flatMap(({ coverage_by_age }) => coverage_by_age),
		coverage_of_poor_households: coverages.flatMap(({ coverage_of_poor_households }) => coverage_of_poor_households),
		coverage_by_commune: coverages.flatMap(({ coverage_by_commune }) => coverage_by_commune),
		coverage_by_epci: coverages.flatMap(({ coverage_by_epci }) => coverage_by_epci),
		openings: times.flatMap((one) => openingsIndicators(territory, one, weeks)),
		open_at: times.flatMap((one) => openAtIndicators(territory, one, weeks)),
		usable_hours: times.flatMap((one) => usableHoursIndicators(territory, one, weeks.sites)),
		sectors: input.sectors
	};
}

function communesWithoutSite(inside: readonly Commune[], { sites }: Territory): number {
	const served = new Set(sites.filter(({ counted }) => counted.counted).map(({ communeCode }) => communeCode));
	return inside.filter(({ code }) => !served.has(code)).length;
}

function travelIndicators({ territory, times, estimatedError, calibratedModes }: DiagnosisInput): TravelIndicators {
	const { people } = territory.population;
	const { origin } = times[0];
	return {
		origin,
		estimated: origin === 'estimated',
		estimated_error: estimatedError,
		modes: times.map(({ mode, attached }) => {
			const on = sumWhere(people, attached, 1);
			return { mode, calibrated: calibratedModes.has(mode), attached: on, unattached: sumWhere(people, attached, 0) };
		}),
		default_mode: defaultMode(
			territory,
			times.map(({ mode }) => mode)
		),
		default_cutoff_minutes: DEFAULT_CUTOFF_MINUTES
	};
}

function populationIndicators(
	{ territory, marginPopulation, municipaleVintage, municipaleSource }: DiagnosisInput,
	times: TravelTimes,
	inside: readonly Commune[]
): PopulationIndicators {
	const { population } = territory;
	const municipale = municipalPopulation(inside);
	return {
		kind: population.kind,
		demand_points: population.count,
		total: sum(population.people),
		attached: sumWhere(population.people, times.attached, 1),
		unattached: sumWhere(population.people, times.attached, 0),
		municipale,
		municipale_vintage: municipale === null ? null : municipaleVintage,
		municipale_source: municipale === null ? null : municipaleSource,
		municipale_communes_known: inside.filter((commune) => commune.municipalPopulation !== null).length,
		margin: marginPopulation === null ? 0 : sum(marginPopulation.people),
		imputed_demand_points:
			population.imputed === null ? null : population.imputed.reduce((total, one) => total + one, 0),
		imputed_people: population.imputed === null ? null : sumWhere(population.people, population.imputed, 1)
	};
}

function siteIndicators({ territory, siteCounts }: DiagnosisInput): SiteIndicators {
	const inside = territory.sites.filter(({ margin }) => !margin);
	return {
		read: siteCounts.read,
		kept: inside.length,
		rejected: siteCounts.rejected,
		repeated: siteCounts.repeated,
		margin: territory.sites.length - inside.length,
		outside: siteCounts.outside,
		with_hours: inside.filter(({ schedule }) => schedule !== null).length,
		hours_not_understood: siteCounts.hours_not_understood,
		counted: inside.filter(({ counted }) => counted.counted).length
	};
}

function sum(values: Float64Array): number {
	return values.reduce((total, one) => total + one, 0);
}

function sumWhere(values: Float64Array, flags: Uint8Array, flag: number): number {
	return values.reduce((total, one, index) => (flags[index] === flag ? total + one : total), 0);
}
