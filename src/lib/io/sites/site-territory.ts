import type { Commune } from '#domain/commune.ts';
import type { LonLat, MultiPolygonRings } from '#domain/geometry.ts';
import type { Message } from '#domain/notes.ts';
import type { InseeCode } from '#domain/units.ts';
import { departementOrNull } from '../communes/insee-code.ts';
import { metresToBounds, metresToPolygons, preparePolygons, type Polygons } from '../geo/polygon-distance.ts';
import { ringArea } from '../geo/polygons.ts';
import { departementOfPostcode, normalisedName } from './site-names.ts';

/** What a site's position is held against. */
export interface SiteTerritory {
	readonly communes: readonly Commune[];
	/** The outline where one was given; null when the perimeter is the communes that are not margin. */
	readonly perimeter: MultiPolygonRings | null;
	/** How far outside a site is kept, as margin. */
	readonly marginMetres: number;
}

/** What a site says of where it is. */
export interface StatedPlace {
	readonly position: LonLat;
	readonly communeCode: InseeCode | null;
	readonly communeName: string | null;
	readonly postcode: string | null;
}

/** Kept, with its commune put right or found, and perhaps a message; or refused with one. */
export type PlaceRead =
	| {
			readonly kept: true;
			readonly margin: boolean;
			readonly communeCode: InseeCode | null;
			readonly communeName: string | null;
			readonly message: Message | null;
	  }
	| { readonly kept: false; readonly message: Message };

/** Simplified outlines and doors on a boundary street: nearer than this to its commune a site is in it. */
const BOUNDARY_METRES = 1000;
/** Further than this from the commune of its address, the position is another place's. */
const CONTRADICTION_METRES = 10_000;

/**
 * The largest commune of metropolitan France, Arles, has 759 km² (IGN): a wider outline is a whole département or region
 * drawn by hand, whose code says nothing of an address in it. Some communes of Guyane are wider: nothing is refused there.
 */
const WIDEST_COMMUNE_KM2 = 1000;
const KM_PER_DEGREE = 111.195;

interface Outline {
	readonly commune: Commune;
	readonly polygons: Polygons;
}

/** The communes and the perimeter, prepared once for all the sites of a file. */
export class TerritoryCheck {
	readonly #outlines: readonly Outline[];
	readonly #perimeter: Polygons | null;
	/** What a site outside is measured to: the perimeter, else the communes that are not margin. */
	readonly #parts: readonly Polygons[];
	readonly #marginMetres: number;
	readonly #byCode: ReadonlyMap<string, Outline>;
	readonly #byName = new Map<string, Outline[]>();

	constructor(territory: SiteTerritory) {
		this.#marginMetres = territory.marginMetres;
		this.#perimeter = territory.perimeter === null ? null : preparePolygons(territory.perimeter);
		this.#outlines = territory.communes.flatMap((commune) =>
			commune.geometry === null ? [] : [{ commune, polygons: preparePolygons(commune.geometry) }]
		);
		this.#parts =
			this.#perimeter === null
				? this.#outlines.filter(({ commune }) => !commune.margin).map(({ polygons }) => polygons)
				: [this.#perimeter];
		this.#byCode = new Map(this.#outlines.map((outline) => [outline.commune.code, outline]));
		for (const outline of this.#outlines) {
			const name = normalisedName(outline.commune.name);
			this.#byName.set(name, [...(this.#byName.get(name) ?? []), outline]);
		}
	}

	/**
	 * Whether a site is inside, in the margin or outside, and whether its position agrees with its address: one that lies
	 * further than 10 km from the commune of its address, or in a commune of which neither name nor département agree
	 * with it, is refused, for its times would be another place's. An outline wider than any commune contradicts nothing.
	 */
	place(site: StatedPlace): PlaceRead {
		if (this.#parts.length === 0) return kept(site, false, null, null);
		const stated = this.#statedCommune(site);
		const at = this.#outlines.find(({ polygons }) => metresToPolygons(polygons, site.position, 0) === 0) ?? null;
		const distance = stated === null ? 0 : metresToPolygons(stated.polygons, site.position, Infinity);
		if (stated !== null && distance > CONTRADICTION_METRES) {
			return refused('note_site_contradicts_commune', {
				commune: stated.commune.name,
				km: Math.round(distance / 1000)
			});
		}
		if (stated === null && at !== null && contradicts(site, at.commune) && isOfOneCommune(at.commune)) {
			return refused('note_site_contradicts_address', {
				address: addressOf(site),
				commune: at.commune.name,
				departement: departementOrNull(at.commune.code) ?? ''
			});
		}
		const message =
			stated !== null && distance > BOUNDARY_METRES
				? {
						code: 'note_site_far_from_commune',
						params: { commune: stated.commune.name, km: Math.round(distance / 100) / 10 }
					}
				: null;
		const commune = stated ?? at;
		const near = stated !== null && distance <= BOUNDARY_METRES ? stated : null;
		if (this.#isInside(site.position, [at, near])) return kept(site, false, commune?.commune ?? null, message);
		const outside = this.#metresOutside(site.position);
		if (outside > this.#marginMetres)
			return refused('note_site_outside_territory', {
				km: Math.round(outside / 1000),
				margin: this.#marginMetres / 1000
			});
		return kept(site, true, commune?.commune ?? null, message);
	}

	#isInside(position: LonLat, communes: readonly (Outline | null)[]): boolean {
		if (this.#perimeter !== null) return metresToPolygons(this.#perimeter, position, 0) === 0;
		return communes.some((outline) => outline !== null && !outline.commune.margin);
	}

	/** Metres to the perimeter: to its likeliest part first, so that few others are near enough to be measured. */
	#metresOutside(position: LonLat): number {
		const atLeast = this.#parts.map(({ bounds }) => metresToBounds(bounds, position));
		let likeliest = 0;
		for (let part = 1; part < atLeast.length; part++) if (atLeast[part] < atLeast[likeliest]) likeliest = part;
		let nearest = metresToPolygons(this.#parts[likeliest], position, Infinity);
		this.#parts.forEach((polygons, part) => {
			if (atLeast[part] < nearest) nearest = Math.min(nearest, metresToPolygons(polygons, position, nearest));
		});
		return nearest;
	}

	/** The commune of the address, by its code, else by its name where the postcode speaks for it. */
	#statedCommune(site: StatedPlace): Outline | null {
		const byCode = site.communeCode === null ? undefined : this.#byCode.get(site.communeCode);
		if (byCode !== undefined) return byCode;
		const departement = departementOfPostcode(site.postcode);
		if (site.communeName === null || departement === null) return null;
		const named = (this.#byName.get(normalisedName(site.communeName)) ?? []).filter(
			({ commune }) => departementOrNull(commune.code) === departement
		);
		return named.length === 1 ? named[0] : null;
	}
}

function contradicts(site: StatedPlace, at: Commune): boolean {
	const departement =
		site.communeCode === null ? departementOfPostcode(site.postcode) : departementOrNull(site.communeCode);
	const here = departementOrNull(at.code);
	if (departement === null || here === null || departement === here || site.communeName === null) return false;
	return normalisedName(site.communeName) !== normalisedName(at.name);
}

/** Whether an outline is no wider than a commune can be. Degrees are shrunk at the latitude of its first point. */
function isOfOneCommune({ geometry }: Commune): boolean {
	if (geometry === null) return false;
	const squareDegrees = geometry.reduce((sum, [outer]) => sum + ringArea(outer), 0);
	const shrink = Math.cos((geometry[0][0][0][1] * Math.PI) / 180);
	return squareDegrees * shrink * KM_PER_DEGREE ** 2 < WIDEST_COMMUNE_KM2;
}

function addressOf({ postcode, communeName, communeCode }: StatedPlace): string {
	return [postcode ?? communeCode ?? '', communeName ?? ''].join(' ').trim();
}

function kept(site: StatedPlace, margin: boolean, commune: Commune | null, message: Message | null): PlaceRead {
	return {
		kept: true,
		margin,
		communeCode: commune?.code ?? site.communeCode,
		communeName: site.communeName ?? commune?.name ?? null,
		message
	};
}

function refused(code: string, params: Message['params']): PlaceRead {
	return { kept: false, message: { code, params } };
}
