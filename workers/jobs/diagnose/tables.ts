import type { Indicators } from '#domain/indicator.ts';
import type { Territory } from '#domain/territory.ts';
import type { TravelTimes } from '#domain/travel.ts';
import { peopleInReach } from '#core/access/catchment.ts';
import { writeOsmHours } from '#io/hours/hours-osm.ts';
import { CUTOFF_MINUTES, DEFAULT_CUTOFF_MINUTES } from './coverage.ts';
import { byCommune } from './groups.ts';
import type { TermWeeks } from './openings.ts';

/** A table to write: null is a blank cell, never 0. */
export interface FigureTable {
	readonly headings: readonly string[];
	readonly rows: readonly (readonly (string | number | null)[])[];
}

/** communes.csv: one commune of the perimeter a row, people and shares at each mode and cutoff. */
export function communesTable(territory: Territory, indicators: Indicators): FigureTable {
	const { population, sites, communes } = territory;
	const { keys, group } = byCommune(territory);
	const people = new Float64Array(keys.length);
	group.forEach((commune, point) => {
		if (commune >= 0) people[commune] += population.people[point];
	});
	const hasPoints = new Uint8Array(keys.length);
	group.forEach((commune) => {
		if (commune >= 0) hasPoints[commune] = 1;
	});
	const modes = indicators.travel.modes.map(({ mode }) => mode);
	const coverage = new Map(
		indicators.coverage_by_commune.map((entry) => [`${entry.commune} ${entry.mode} ${entry.cutoff_minutes}`, entry])
	);
	const pairs = modes.flatMap((mode) => CUTOFF_MINUTES.map((minutes) => ({ mode, minutes })));
	const byCode = new Map(communes.map((commune) => [commune.code as string, commune]));
	return {
		headings: [
			'code',
			'name',
			'epci_code',
			'epci_name',
			'population_municipale',
			'grid_people',
			'sites',
			'sites_counted',
			...pairs.flatMap(({ mode, minutes }) => [`${mode}_${minutes}min_people`, `${mode}_${minutes}min_share`])
		],
		rows: keys.map((code, index) => {
			const commune = byCode.get(code);
			const here = sites.filter(({ communeCode }) => communeCode === code);
			return [
				code,
				commune?.name ?? null,
				commune?.epciCode ?? null,
				commune?.epciName ?? null,
				commune?.municipalPopulation ?? null,
				hasPoints[index] === 1 ? people[index] : null,
				here.length,
				here.filter(({ counted }) => counted.counted).length,
				...pairs.flatMap(({ mode, minutes }) => {
					const entry = coverage.get(`${code} ${mode} ${minutes}`);
					return entry === undefined || entry.share === null ? [null, null] : [entry.people, entry.share];
				})
			];
		})
	};
}

/** sites.csv: one site a row, neighbours of the margin included and told. */
export function sitesTable(territory: Territory, times: readonly TravelTimes[], weeks: TermWeeks): FigureTable {
	const { population, sites } = territory;
	const seconds = DEFAULT_CUTOFF_MINUTES * 60;
	const reach = times.map((one) => peopleInReach(one, population.people, seconds));
	return {
		headings: [
			'id',
			'name',
			'kind',
			'statut',
			'counted',
			'counted_reason',
			'margin',
			'commune_code',
			'commune_name',
			'lon',
			'lat',
			'weekly_hours_term',
			'opening_hours',
			'hours_source_text',
			'declared_weekly_hours',
			'surface_m2',
			...times.map(({ mode }) => `people_within_${mode}_${DEFAULT_CUTOFF_MINUTES}min`)
		],
		rows: sites.map((site, index) => [
			site.id,
			site.name,
			site.kind,
			site.statut,
			site.counted.counted ? 1 : 0,
			site.counted.reason,
			site.margin ? 1 : 0,
			site.communeCode,
			site.communeName,
			site.position[0],
			site.position[1],
			weeks.weeklyHours[index],
			site.schedule === null ? null : writeOsmHours(site.schedule),
			site.schedule?.sourceText ?? null,
			site.figures.declaredWeeklyHours,
			site.figures.surfaceSquareMetres,
			...times.map((one, rank) => (one.siteAttached[index] === 1 ? reach[rank][index] : null))
		])
	};
}
