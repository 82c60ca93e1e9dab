import { cellToBoundary } from 'h3-js';
import type { Indicators } from '#domain/indicator.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import type { Territory } from '#domain/territory.ts';
import { UNREACHABLE, type TravelTimes } from '#domain/travel.ts';
import { sitesInReach } from '#core/access/catchment.ts';
import { nearestSeconds } from '#core/access/coverage.ts';
import { hoursInReach, ONLY_UNKNOWN_HOURS } from '#core/access/hours-in-reach.ts';
import { unionOfOpenings } from '#core/hours/openings-kernel.ts';
import { cellPolygon, parseCellId } from '#io/geo/grid-cell-id.ts';
import { writeFeatures } from '#io/territory-folder/features.ts';
import { DEFAULT_CUTOFF_MINUTES, sitesCounted } from './coverage.ts';
import { provenance } from './metadata.ts';
import type { TermWeeks } from './openings.ts';

/**
 * cells.geojson: each demand point with its own access, as a square, a hexagon or a point. Ages and poverty are left out:
 * INSEE asks that a single cell never be read for them.
 */
export function cellsGeojson(
	territory: Territory,
	indicators: Indicators,
	times: readonly TravelTimes[],
	weeks: TermWeeks
): Uint8Array {
	const { population } = territory;
	const kept = sitesCounted(territory, true);
	const seconds = DEFAULT_CUTOFF_MINUTES * 60;
	const perMode = times.map((one) => ({
		mode: one.mode,
		attached: one.attached,
		nearest: nearestSeconds(one, kept),
		inReach: sitesInReach(one, kept, seconds),
		openMinutes: unionOfOpenings(one, seconds, weeks.counted),
		hours: hoursInReach(one, kept, weeks.known, seconds)
	}));
	const features = Array.from({ length: population.count }, (_, point) => {
		const properties: Record<string, unknown> = {
			id: population.ids[point],
			commune: population.communeCodes[point],
			people: population.people[point],
			imputed: population.imputed === null ? null : population.imputed[point] === 1
		};
		for (const { mode, attached, nearest, inReach, openMinutes, hours } of perMode) {
			const on = attached[point] === 1;
			properties[`${mode}_attached`] = on;
			// Null beyond the cap as well as off the network: which of the two, _attached tells.
			properties[`${mode}_nearest_seconds`] = on && nearest[point] !== UNREACHABLE ? nearest[point] : null;
			properties[`${mode}_sites_${DEFAULT_CUTOFF_MINUTES}min`] = on ? inReach[point] : null;
			properties[`${mode}_open_hours_${DEFAULT_CUTOFF_MINUTES}min`] =
				on && weeks.known.includes(1) && hours[point] !== ONLY_UNKNOWN_HOURS ? openMinutes[point] / 60 : null;
		}
		return { type: 'Feature', properties, geometry: cellGeometry(population, point) };
	});
	return writeFeatures(features, { metadata: provenance(indicators) });
}

/** Degrees to the centimetre. */
const degrees = (value: number) => Number(value.toFixed(7));

/** The true square of a grid cell, the hexagon of an H3 cell, else a point. */
export function cellGeometry({ kind, ids, lon, lat }: Population, point: number): object {
	if (kind === 'grid-200m' || kind === 'grid-1km') {
		const cell = parseCellId(ids[point]);
		if (cell !== null)
			return { type: 'Polygon', coordinates: [cellPolygon(cell).map(([x, y]) => [degrees(x), degrees(y)])] };
	}
	if (kind === 'h3') {
		const boundary = cellToBoundary(ids[point], true) as LonLat[];
		return { type: 'Polygon', coordinates: [boundary.map(([x, y]) => [degrees(x), degrees(y)])] };
	}
	return { type: 'Point', coordinates: [lon[point], lat[point]] };
}
