import type { Commune } from '#domain/commune.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { Territory } from '#domain/territory.ts';
import { CommuneIndex } from '#io/communes/commune-index.ts';
import { metresToPolygons, preparePolygons, type Polygons } from '#io/geo/polygon-distance.ts';

/** Where a place is in a territory. */
export interface PlaceIn {
	/** Null where no outline holds it. */
	readonly commune: Commune | null;
	/** Outside the perimeter. Nothing is where the outline of nothing is known. */
	readonly margin: boolean;
}

interface Outlines {
	readonly communes: CommuneIndex;
	readonly perimeter: Polygons | null;
	readonly areKnown: boolean;
}

// By the communes, which sessions that differ by their sites share.
const outlinesOf = new WeakMap<Territory['communes'], Outlines>();

/** The commune of a place, and whether it is outside the perimeter, as the import tells it of the sites of a file. */
export function placeIn(territory: Territory, [lon, lat]: LonLat): PlaceIn {
	const { communes, perimeter, areKnown } = outlines(territory);
	const commune = communes.communeOf(lon, lat);
	if (!areKnown) return { commune, margin: false };
	const inside =
		perimeter === null ? commune !== null && !commune.margin : metresToPolygons(perimeter, [lon, lat], 0) === 0;
	return { commune, margin: !inside };
}

function outlines({ communes, perimeter }: Territory): Outlines {
	const known = outlinesOf.get(communes);
	if (known !== undefined) return known;
	const made: Outlines = {
		communes: new CommuneIndex(communes),
		perimeter: perimeter === null ? null : preparePolygons(perimeter),
		areKnown: perimeter !== null || communes.some(({ geometry, margin }) => geometry !== null && !margin)
	};
	outlinesOf.set(communes, made);
	return made;
}
