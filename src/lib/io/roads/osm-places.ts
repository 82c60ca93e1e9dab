import { PLACE_KINDS, PLACE_NAME_CHARACTERS, type Place } from '#domain/basemap.ts';
import type { Bounds } from '#domain/geometry.ts';
import type { OsmTags } from './osm-entities.ts';
import { roundedPosition } from './road-lines.ts';

/** No place of the world has more people. */
const POPULATION_AT_MOST = 50_000_000;

/** The named places of an OSM file, within bounds where bounds are given. */
export class OsmPlaces {
	/** By node: files joined end to end repeat those of their border. */
	readonly #places = new Map<number, Place>();
	readonly #bounds: Bounds;

	constructor(bounds: Bounds = [-180, -90, 180, 90]) {
		this.#bounds = bounds;
	}

	addNode(id: number, lon: number, lat: number, tags: OsmTags): void {
		const read = tags.get('place');
		if (read === undefined) return;
		const kind = PLACE_KINDS.find((one) => one === read);
		const name = tags.get('name')?.trim() ?? '';
		const [west, south, east, north] = this.#bounds;
		const isWithin = lon >= west && lon <= east && lat >= south && lat <= north;
		if (kind === undefined || name === '' || name.length > PLACE_NAME_CHARACTERS || !isWithin) return;
		this.#places.set(id, {
			name,
			kind,
			position: roundedPosition(lon, lat),
			population: readPopulation(tags.get('population'))
		});
	}

	finish(): Place[] {
		return [...this.#places.values()];
	}
}

/** A whole number, its thousands apart or not ("1 234"); anything else ("~300", "1.234", "300;1999") is not known for sure: null. */
function readPopulation(text: string | undefined): number | null {
	if (text === undefined || !/^\d+(?:\s\d{3})*$/.test(text)) return null;
	const people = Number(text.replace(/\s/g, ''));
	return people <= POPULATION_AT_MOST ? people : null;
}
