import type { Bounds } from '#domain/geometry.ts';
import type { Mode } from '#domain/travel.ts';
import { METRES_PER_DEGREE } from '../../roads/distance.ts';
import { continuousSeconds, reachableMetres, type EstimatedModel } from '../estimated/model.ts';
import { chordToMetres, squaredChord, unitVectors } from '../estimated/straight-line.ts';
import type { TimeFieldSource } from './field.ts';

/**
 * Times to the nearest of `siteLon`, `siteLat` (degrees) by the estimated model, over all that is within `capSeconds`: discs that
 * merge. One site for its own isochrones, all of them for the network's. A site without coordinates reaches nothing.
 */
export function estimatedField(
	model: EstimatedModel,
	mode: Mode,
	siteLon: Float64Array,
	siteLat: Float64Array,
	capSeconds: number
): TimeFieldSource {
	const sites = unitVectors(siteLon, siteLat);
	const sampler = (lon: Float64Array, lat: Float64Array) => {
		const points = unitVectors(lon, lat);
		return Float64Array.from(lon, (_, point) => {
			let nearest = Infinity;
			for (let site = 0; site < siteLon.length; site++) {
				const chord = squaredChord(points, point, sites, site);
				if (chord < nearest) nearest = chord;
			}
			// The estimate never falls with distance: the nearest site is the quickest.
			return nearest === Infinity ? Infinity : continuousSeconds(model.modes[mode], chordToMetres(nearest));
		});
	};
	return { sampler, bounds: boundsWithin(siteLon, siteLat, reachableMetres(model, mode, capSeconds)) };
}

function boundsWithin(lon: Float64Array, lat: Float64Array, metres: number | null): Bounds | null {
	if (metres === null) return null;
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let site = 0; site < lon.length; site++) {
		if (!Number.isFinite(lon[site]) || !Number.isFinite(lat[site])) continue;
		const dLat = metres / METRES_PER_DEGREE;
		const dLon = dLat / Math.cos((Math.min(89, Math.abs(lat[site]) + dLat) * Math.PI) / 180);
		west = Math.min(west, lon[site] - dLon);
		east = Math.max(east, lon[site] + dLon);
		south = Math.min(south, lat[site] - dLat);
		north = Math.max(north, lat[site] + dLat);
	}
	return west > east ? null : [west, south, east, north];
}
