import type { LonLat } from '#domain/geometry.ts';
import type { Message } from '#domain/notes.ts';
import type { Site } from '#domain/site.ts';
import { metresBetween } from '../geo/polygon-distance.ts';
import { normalisedName } from './site-names.ts';
import { placeRows, SAME_PLACE_METRES } from './site-rows.ts';
import type { SiteColumns } from './sites-columns.ts';
import type { TableRow } from '../tables/table.ts';

export type SiteFound =
	{ readonly site: Site } | { readonly site: null; readonly message: Message; readonly read: string };

/** The site that a row of another file speaks of: by identifier, else by exact name; never by likeness. */
export class SiteFinder {
	readonly #columns: SiteColumns;
	readonly #byId: ReadonlyMap<string, Site>;
	readonly #byName = new Map<string, Site[]>();
	/** By row number: where the rows themselves say they are. */
	readonly #positions: ReadonlyMap<number, LonLat | null>;

	constructor(columns: SiteColumns, sites: readonly Site[]) {
		this.#columns = columns;
		this.#positions = new Map(placeRows(columns).rows.map(({ row, position }) => [row.row, position]));
		this.#byId = new Map(sites.map((site) => [site.id, site]));
		for (const site of sites) {
			const name = normalisedName(site.name);
			this.#byName.set(name, [...(this.#byName.get(name) ?? []), site]);
		}
	}

	find(row: TableRow): SiteFound {
		const id = this.#columns.text(row.cells, 'id');
		const name = this.#columns.name(row.cells) ?? '';
		const byId = this.#byId.get(id);
		if (byId !== undefined && this.#agrees(byId, row, name)) return { site: byId };
		const read = name === '' ? id : name;
		const namesakes = this.#byName.get(normalisedName(name)) ?? [];
		const candidates = this.#nearest(this.#inCommune(namesakes, row), row);
		if (candidates.length === 1) return { site: candidates[0] };
		if (candidates.length > 1)
			return { site: null, read, message: { code: 'note_hours_site_ambiguous', params: { count: candidates.length } } };
		return {
			site: null,
			read,
			message: { code: namesakes.length > 0 ? 'note_hours_site_elsewhere' : 'note_hours_site_unknown', params: { id } }
		};
	}

	/** An identifier shared by several places (a network's) names one of them only with its name. */
	#agrees(site: Site, row: TableRow, name: string): boolean {
		const shared = this.#byId.has(`${site.id}-2`);
		return (
			!shared ||
			name === '' ||
			(normalisedName(name) === normalisedName(site.name) && this.#inCommune([site], row).length > 0)
		);
	}

	/** Those not known to be in another commune than the row says. */
	#inCommune(sites: readonly Site[], { cells }: TableRow): readonly Site[] {
		const code = this.#columns.text(cells, 'communeCode');
		const commune = normalisedName(this.#columns.text(cells, 'communeName'));
		return sites.filter(
			(site) =>
				(code !== '' && site.communeCode === code) ||
				((code === '' || site.communeCode === null) &&
					(commune === '' || site.communeName === null || normalisedName(site.communeName) === commune))
		);
	}

	/** Among several, those at the row's own position when it has one. */
	#nearest(sites: readonly Site[], row: TableRow): readonly Site[] {
		if (sites.length < 2) return sites;
		const position = this.#positions.get(row.row) ?? null;
		if (position === null) return sites;
		return sites.filter((site) => metresBetween(site.position, position) <= SAME_PLACE_METRES);
	}
}
