import type { LonLat } from '#domain/geometry.ts';
import type { Message } from '#domain/notes.ts';
import type { Site } from '#domain/site.ts';
import { metresBetween } from '../geo/polygon-distance.ts';
import { normalisedName } from './site-names.ts';
import { SAME_PLACE_METRES } from './site-rows.ts';

/** 111 m of latitude, and no less than 50 m of longitude up to 63° north. */
const CELL_DEGREES = 0.001;

/** What becomes of a site held against those before it: kept (perhaps under another id), or the same place again. */
export type DuplicateCheck =
	| { readonly kept: Site; readonly message: Message | null; readonly severity: 'info' | 'changed' }
	| { readonly kept: null; readonly message: Message };

/**
 * Sites seen so far, so that none counts twice. The same place again is one with an identifier already taken and the
 * same name, or one within 50 m under the same identifier or the same name. An identifier that stands for several
 * places (a network's) is kept for the first, the others get a number. Two names at one point are both kept, and said.
 */
export class SiteRegister {
	readonly #byId = new Map<string, Site[]>();
	readonly #byNameAndCell = new Map<string, Site[]>();
	readonly #byPoint = new Map<string, Site>();

	/** @param idInFile false where the id was made from the name: namesakes are then no clue to a duplicate */
	check(site: Site, idInFile: boolean): DuplicateCheck {
		const name = normalisedName(site.name);
		const sharers = this.#byId.get(site.id) ?? [];
		const same = idInFile ? sharers.find((other) => isSamePlace(site, other, name)) : undefined;
		if (same !== undefined) return { kept: null, message: messageOf('note_site_id_again', site, same) };
		const namesake = this.#namesakesNear(site.position, name).find(
			(other) => metresBetween(site.position, other.position) <= SAME_PLACE_METRES && !inOtherCommunes(site, other)
		);
		if (namesake !== undefined) return { kept: null, message: messageOf('note_site_again', site, namesake) };
		const point = site.position.map((degrees) => degrees.toFixed(6)).join(' ');
		const neighbour = this.#byPoint.get(point);
		const kept = sharers.length === 0 ? site : { ...site, id: this.#freeId(site.id) };
		this.#add(kept, site.id, name, point);
		if (kept !== site && idInFile)
			return { kept, severity: 'changed', message: messageOf('note_site_id_shared', kept, sharers[0]) };
		return {
			kept,
			severity: 'info',
			message: neighbour === undefined ? null : messageOf('note_site_same_point', site, neighbour)
		};
	}

	/** Earlier sites of this name in the grid cells round a position: never fewer than those within 50 m. */
	#namesakesNear([lon, lat]: LonLat, name: string): Site[] {
		const near: Site[] = [];
		for (const east of [-1, 0, 1]) {
			for (const north of [-1, 0, 1]) {
				near.push(
					...(this.#byNameAndCell.get(cellKey(name, lon + east * CELL_DEGREES, lat + north * CELL_DEGREES)) ?? [])
				);
			}
		}
		return near;
	}

	#freeId(id: string): string {
		let rank = 2;
		while (this.#byId.has(`${id}-${rank}`)) rank++;
		return `${id}-${rank}`;
	}

	#add(site: Site, writtenId: string, name: string, point: string): void {
		const [lon, lat] = site.position;
		for (const id of new Set([site.id, writtenId])) addTo(this.#byId, id, site);
		addTo(this.#byNameAndCell, cellKey(name, lon, lat), site);
		if (!this.#byPoint.has(point)) this.#byPoint.set(point, site);
	}
}

function addTo(map: Map<string, Site[]>, key: string, site: Site): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [site]);
	else list.push(site);
}

function cellKey(name: string, lon: number, lat: number): string {
	return `${Math.floor(lon / CELL_DEGREES)} ${Math.floor(lat / CELL_DEGREES)} ${name}`;
}

function isSamePlace(site: Site, other: Site, name: string): boolean {
	if (inOtherCommunes(site, other)) return false;
	return normalisedName(other.name) === name || metresBetween(site.position, other.position) <= SAME_PLACE_METRES;
}

function inOtherCommunes(a: Site, b: Site): boolean {
	if (a.communeCode !== null && b.communeCode !== null) return a.communeCode !== b.communeCode;
	return (
		a.communeName !== null && b.communeName !== null && normalisedName(a.communeName) !== normalisedName(b.communeName)
	);
}

function messageOf(code: string, site: Site, other: Site): Message {
	const metres = Math.round(metresBetween(site.position, other.position));
	return { code, params: { id: site.id, name: site.name, other: other.name, row: String(other.origin.row), metres } };
}
