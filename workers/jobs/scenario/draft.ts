import type { LonLat } from '#domain/geometry.ts';
import type { Message } from '#domain/notes.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import type { Change, NewSite } from '#domain/scenario.ts';
import type { Site, SiteFigures } from '#domain/site.ts';
import { CLOSED_BY_SCENARIO } from '#domain/supply.ts';
import type { Territory } from '#domain/territory.ts';
import { placeIn } from './place-of.ts';
import { roundsSchedule } from './rounds.ts';

/** Why a change could not be made; null once it is made. */
type Refusal = Message | null;

/** The sites of a territory while the changes of a scenario are made to them, one after the other. */
export class NetworkDraft {
	/** Those of the territory in their ranks, then those added. */
	readonly sites: Site[];
	readonly #territory: Territory;
	readonly #canPlace: boolean;
	readonly #ranks: Map<string, number>;

	/** @param canPlace whether times to a new place can be told */
	constructor(territory: Territory, canPlace: boolean) {
		this.#territory = territory;
		this.#canPlace = canPlace;
		this.sites = [...territory.sites];
		this.#ranks = new Map(territory.sites.map(({ id }, rank) => [id, rank]));
	}

	/** Makes a change, or none of it. */
	make(change: Change): Refusal {
		switch (change.kind) {
			case 'hours':
				return this.#alter([change.siteId], (site) => ({ ...site, schedule: change.schedule }));
			case 'surface':
				return this.#alter([change.siteId], (site) => withSurface(site, change.surfaceSquareMetres));
			case 'close':
				return this.#alter([change.siteId], closed);
			case 'merge':
				return this.#merge(change);
			case 'move':
				return this.#move(change.siteId, change.position);
			case 'add':
				return this.#add(change.site, change.site.schedule);
			case 'bookmobile-stop': {
				const schedule = roundsSchedule(change.rounds);
				return schedule === null ? refusal('note_scenario_rounds', change.site.name) : this.#add(change.site, schedule);
			}
		}
	}

	#alter(siteIds: readonly string[], altered: (site: Site) => Site): Refusal {
		const gone = siteIds.find((id) => !this.#ranks.has(id));
		if (gone !== undefined) return refusal('note_scenario_site_gone', gone);
		for (const id of siteIds) {
			const rank = this.#ranks.get(id);
			if (rank !== undefined) this.sites[rank] = altered(this.sites[rank]);
		}
		return null;
	}

	#merge({ siteIds, into, surfaceSquareMetres: surface }: Extract<Change, { kind: 'merge' }>): Refusal {
		return this.#alter([...siteIds, into], (site) =>
			site.id !== into ? closed(site) : surface === null ? site : withSurface(site, surface)
		);
	}

	#move(siteId: string, position: LonLat): Refusal {
		if (!this.#canPlace) return refusal('note_scenario_matrix', siteId);
		return this.#alter([siteId], (site) => {
			const { commune, margin } = placeIn(this.#territory, position);
			const { code = null, name = null } = commune ?? {};
			// Its address was that of the former place.
			return { ...site, position, margin, communeCode: code, communeName: name, address: null, postcode: null };
		});
	}

	#add(site: Omit<NewSite, 'schedule'>, schedule: OpeningSchedule | null): Refusal {
		if (this.#ranks.has(site.id)) return refusal('note_scenario_site_known', site.id);
		if (!this.#canPlace) return refusal('note_scenario_matrix', site.name);
		this.#ranks.set(site.id, this.sites.length);
		this.sites.push(this.#newSite(site, schedule));
		return null;
	}

	#newSite(site: Omit<NewSite, 'schedule'>, schedule: OpeningSchedule | null): Site {
		const { commune, margin } = placeIn(this.#territory, site.position);
		return {
			id: site.id,
			name: site.name,
			kind: site.kind,
			statut: 'unknown',
			openToAll: true,
			counted: { counted: true, reason: 'counted_reason_scenario_added', byUser: false },
			position: site.position,
			address: null,
			postcode: null,
			communeCode: commune?.code ?? site.communeCode,
			communeName: commune?.name ?? site.communeName,
			schedule,
			serviceClass: null,
			figures: { ...NO_FIGURES, surfaceSquareMetres: site.surfaceSquareMetres },
			margin,
			origin: { file: '', row: 0 }
		};
	}
}

const NO_FIGURES: SiteFigures = {
	surfaceSquareMetres: null,
	declaredWeeklyHours: null,
	seats: null,
	entriesPerYear: null,
	loansPerYear: null,
	borrowers: null,
	paidStaffFte: null,
	volunteers: null,
	books: null,
	acquisitionsEuros: null
};

const refusal = (code: string, read: string): Message => ({ code, params: { read } });

function closed(site: Site): Site {
	return { ...site, counted: { counted: false, reason: CLOSED_BY_SCENARIO, byUser: false } };
}

function withSurface(site: Site, surfaceSquareMetres: number): Site {
	return { ...site, figures: { ...site.figures, surfaceSquareMetres } };
}
