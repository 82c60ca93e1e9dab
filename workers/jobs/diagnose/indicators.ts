import type { Commune } from '#domain/commune.ts';
import type {
	EstimatedError,
	Indicators,
	PopulationIndicators,
	SiteIndicators,
	TravelIndicators
} from '#domain/indicator.ts';
import type { Population } from '#domain/population.ts';
import type { Territory } from '#domain/territory.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { ringArea } from '#io/geo/polygons.ts';
import { coverageIndicators, DEFAULT_CUTOFF_MINUTES } from './coverage.ts';
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
	/** What the import counted. */
	readonly siteCounts: Pick<SiteIndicators, 'read' | 'rejected' | 'repeated' | 'outside' | 'hours_not_understood'>;
}

/**
 * From this density on, people per km², access by car says little (in Lille's métropole half of the people have 18 libraries
 * within 15 minutes by car): the bike is the default mode. A choice of ours, stated in `travel.default_mode`.
 */
const DENSE_PEOPLE_PER_KM2 = 1000;
const KM_PER_DEGREE = 111.195;

/** Every figure of `indicators.json`. */
export function indicatorsOf(input: DiagnosisInput): Indicators {
	const { territory, times } = input;
	const coverages = times.map((one) => coverageIndicators(territory, one));
	const weeks = termWeeks(territory);
	const travel = travelIndicators(input);
	const defaultTimes = times.find(({ mode }) => mode === travel.default_mode) ?? times[0];
	const inside = territory.communes.filter(({ margin }) => !margin);
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
		open_at: times.flatMap((one) => openAtIndicators(territory, one, weeks))
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
		default_mode: defaultMode(territory, times),
		default_cutoff_minutes: DEFAULT_CUTOFF_MINUTES
	};
}

/** By car, except in dense cities. */
function defaultMode({ communes, population }: Territory, times: readonly TravelTimes[]): TravelTimes['mode'] {
	const modes = times.map(({ mode }) => mode);
	const km2 = communes.filter(({ margin }) => !margin).reduce((total, commune) => total + areaKm2(commune), 0);
	const dense = km2 > 0 && sum(population.people) / km2 >= DENSE_PEOPLE_PER_KM2;
	const wanted = dense ? 'bike' : 'car';
	return modes.includes(wanted) ? wanted : modes[0];
}

/** Area of the outer rings less their holes, on the local plane. */
function areaKm2({ geometry }: Commune): number {
	return (geometry ?? []).reduce((total, [outer, ...holes]) => {
		const shrink = Math.cos((outer[0][1] * Math.PI) / 180);
		const degrees = ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);
		return total + degrees * shrink * KM_PER_DEGREE ** 2;
	}, 0);
}

function populationIndicators(
	{ territory, marginPopulation, municipaleVintage, municipaleSource }: DiagnosisInput,
	times: TravelTimes,
	inside: readonly Commune[]
): PopulationIndicators {
	const { population } = territory;
	const known = inside.flatMap(({ municipalPopulation }) =>
		municipalPopulation === null ? [] : [municipalPopulation]
	);
	const complete = inside.length > 0 && known.length === inside.length;
	return {
		kind: population.kind,
		demand_points: population.count,
		total: sum(population.people),
		attached: sumWhere(population.people, times.attached, 1),
		unattached: sumWhere(population.people, times.attached, 0),
		municipale: complete ? known.reduce((total, one) => total + one, 0) : null,
		municipale_vintage: complete ? municipaleVintage : null,
		municipale_source: complete ? municipaleSource : null,
		municipale_communes_known: known.length,
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
