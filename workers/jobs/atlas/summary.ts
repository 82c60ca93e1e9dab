import type { Basemap } from '#domain/basemap.ts';
import type { Commune } from '#domain/commune.ts';
import type { Bounds, MultiPolygonRings } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import { WEEK_KINDS, type WeekKind } from '#domain/question.ts';
import type { Site } from '#domain/site.ts';
import type { Territory } from '#domain/territory.ts';
import type {
	CommuneSummary,
	HexagonLevel,
	InputCount,
	PolygonMesh,
	PopulationSummary,
	SiteSummary,
	TerritorySummary,
	TravelSummary
} from '#domain/territory-summary.ts';
import type { Mode } from '#domain/travel.ts';
import { communeCentre } from '#io/communes/commune-centre.ts';
import { outlineOf } from '#io/geo/outline.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { isoDateOf } from '#core/hours/civil-date.ts';
import { DEFAULT_CUTOFF_MINUTES } from '../diagnose/coverage.ts';
import { estimatedTimesNotice } from '../estimated-model.ts';
import { defaultMode, municipalPopulation, perimeterCommunes } from '../perimeter-figures.ts';
import { schoolCalendar } from '../school-calendars.ts';
import type { TerritoryCalendar } from '../site-weeks.ts';
import type { AtlasSession } from './session.ts';
import { whoChoices } from './who-choices.ts';

/** What a summary is made of. */
export interface SummaryParts {
	readonly manifest: TerritoryManifest;
	readonly territory: Territory;
	readonly marginPopulation: Population | null;
	/** Modes that the territory has times for, at least one. */
	readonly modes: readonly Mode[];
	readonly weeks: AtlasSession['weeks'];
	readonly dates: TerritoryCalendar;
	readonly basemap: Basemap | null;
	readonly cells: PolygonMesh | null;
	readonly hexagons: readonly HexagonLevel[];
}

/** What the page is told of a territory that has been opened. */
export function summaryOf(parts: SummaryParts): TerritorySummary {
	const { manifest, territory, basemap, cells, hexagons } = parts;
	const { name, fictional, epciCode, zone, sources, population } = territory;
	return {
		name,
		fictional,
		epciCode,
		zone,
		bounds: perimeterBounds(territory),
		communes: territory.communes.map(communeSummary),
		epcis: epcisOf(perimeterCommunes(territory)),
		sites: territory.sites.map((site, rank) => siteSummary(site, rank, parts.weeks)),
		hasMargin: territory.sites.some(({ margin }) => margin),
		marginKm: manifest.margin_km,
		population: populationSummary(parts),
		travel: travelSummary(parts),
		whoChoices: whoChoices(population),
		outline: territoryOutline(territory),
		basemap,
		sources,
		calendar: {
			weeksYear: parts.dates.year,
			knownTo: parts.dates.calendar.schoolKnown && isoDateOf(parts.dates.calendar.schoolKnown.to),
			school: schoolCalendar(territory.zone)
		},
		inputs: inputCounts(manifest),
		cells,
		hexagons
	};
}

function territoryOutline(territory: Territory): MultiPolygonRings {
	const { perimeter } = territory;
	if (perimeter !== null) return outlineOf([perimeter]);
	return outlineOf(perimeterCommunes(territory).flatMap(({ geometry }) => (geometry === null ? [] : [geometry])));
}

function communeSummary(commune: Commune): CommuneSummary {
	const { code, name, epciCode, epciName, municipalPopulation, margin, geometry } = commune;
	return {
		code,
		name,
		epciCode,
		epciName,
		municipalPopulation,
		margin,
		geometry,
		labelAt: geometry === null ? null : communeCentre(commune),
		bounds: geometry === null ? null : boundsOf(geometry)
	};
}

/** By name. An EPCI whose communes do not name it goes by its code. */
function epcisOf(communes: readonly Commune[]): TerritorySummary['epcis'] {
	const names = new Map<string, string>();
	for (const { epciCode, epciName } of communes) {
		if (epciCode !== null && (epciName !== null || !names.has(epciCode))) names.set(epciCode, epciName ?? epciCode);
	}
	return [...names]
		.map(([code, name]) => ({ code, name }))
		.sort((one, other) => one.name.localeCompare(other.name, 'fr'));
}

/** What the page is told of a site. @param weeks of all sites, in which it has this rank */
export function siteSummary(site: Site, rank: number, weeks: AtlasSession['weeks']): SiteSummary {
	const { id, name, kind, statut, openToAll, counted, position, communeCode, communeName } = site;
	const { serviceClass, figures, margin } = site;
	const hours = WEEK_KINDS.map((week) => [week, weeks[week].weeklyHours[rank]] as const);
	return {
		id,
		name,
		kind,
		statut,
		openToAll,
		counted,
		position,
		communeCode,
		communeName,
		serviceClass,
		figures,
		margin,
		weeklyHours: Object.fromEntries(hours) as Record<WeekKind, number | null>
	};
}

function populationSummary({ manifest, territory, marginPopulation }: SummaryParts): PopulationSummary {
	const { kind, count, people, imputed } = territory.population;
	const municipale = municipalPopulation(perimeterCommunes(territory));
	return {
		kind,
		demandPoints: count,
		people: sum(people),
		marginPeople: marginPopulation === null ? 0 : sum(marginPopulation.people),
		municipale,
		municipaleVintage: municipale === null ? null : manifest.municipale_vintage,
		imputedPeople: imputed === null ? null : sum(people.map((one, point) => (imputed[point] === 1 ? one : 0)))
	};
}

function travelSummary({ manifest, territory, modes }: SummaryParts): TravelSummary {
	const { travel } = manifest;
	const { origin } = travel;
	return {
		origin,
		modes,
		defaultMode: defaultMode(territory, modes),
		defaultCutoffMinutes: DEFAULT_CUTOFF_MINUTES,
		snapMetres: travel.origin === 'roads' ? travel.snap_metres : null,
		statements: origin === 'estimated' ? estimatedTimesNotice(modes, DEFAULT_CUTOFF_MINUTES) : [],
		drawsIsochrones: origin !== 'matrix'
	};
}

function inputCounts({ inputs }: TerritoryManifest): Record<string, InputCount> {
	return Object.fromEntries(
		Object.entries(inputs).map(([input, { file, rows_read, rows_kept, rows_rejected }]) => [
			input,
			{ file, rowsRead: rows_read, rowsKept: rows_kept, rowsRejected: rows_rejected }
		])
	);
}

/** Box of the outline given, else of the communes' polygons, else of the demand points. */
function perimeterBounds(territory: Territory): Bounds {
	const { perimeter, population } = territory;
	const polygons = perimeter ?? perimeterCommunes(territory).flatMap(({ geometry }) => geometry ?? []);
	if (polygons.length > 0) return boundsOf(polygons);
	return boxOf((add) => population.lon.forEach((lon, point) => add(lon, population.lat[point])));
}

/** Box of the outer rings. */
function boundsOf(polygons: MultiPolygonRings): Bounds {
	return boxOf((add) => polygons.forEach(([outer]) => outer.forEach(([lon, lat]) => add(lon, lat))));
}

function boxOf(addAll: (add: (lon: number, lat: number) => void) => void): Bounds {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	addAll((lon, lat) => {
		west = Math.min(west, lon);
		south = Math.min(south, lat);
		east = Math.max(east, lon);
		north = Math.max(north, lat);
	});
	return [west, south, east, north];
}

function sum(values: Float64Array): number {
	return values.reduce((total, one) => total + one, 0);
}
