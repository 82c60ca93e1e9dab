import type { LonLat } from '#domain/geometry.ts';
import type { Population } from '#domain/population.ts';
import type { Territory } from '#domain/territory.ts';
import type { Mode, TravelTimes } from '#domain/travel.ts';
import { roadGraphFile, travelTimesFile } from '#io/territory-folder/files.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import { fingerprintOf, readTimesBin, type Fingerprint } from '#io/territory-folder/times-bin.ts';
import { roadGraphChecksum } from '#core/roads/graph-file.ts';
import type { TimeFieldSource } from '#core/travel/isochrone/field.ts';
import { withinCap } from '#core/travel/site-rows.ts';
import { SiteSearch } from '#core/travel/site-search.ts';
import { UNATTACHED, type Snaps } from '#core/travel/snap.ts';
import type { SweepPartner } from '#core/travel/sweep/partner.ts';
import { SiteSweep } from '#core/travel/sweep/site-sweep.ts';
import { travelTimesOfRows } from '#core/travel/travel-times.ts';
import { breather } from '../../breathe.ts';
import { readModeRoads, wholeBuffer } from './mode-roads.ts';
import { positionsOf, type Positions } from './positions.ts';
import { Remembered } from './remembered.ts';
import { roadField, snapped } from './searchable-roads.ts';
import type { FieldReach, ModeRoads, PlacedSite, TravelSource, TravelSteps } from './travel-source.ts';

/** Of the work of computing times, the share that reading the roads is taken for: all but a moment, when they are contracted again. */
const READING_SHARE = 0.9;

/** Travel times on the roads of a territory folder. The roads of a mode are read when they are first searched, and kept. */
export class RoutedTravel implements TravelSource {
	readonly modes: readonly Mode[];
	readonly #folder: FolderReader;
	readonly #territory: Territory;
	readonly #snapMetres: number;
	readonly #capSeconds: number;
	readonly #partner: SweepPartner | null;
	readonly #graphFiles = new Remembered<Mode, ArrayBuffer>();
	readonly #roads = new Remembered<Mode, ModeRoads>();
	readonly #sweeps = new Remembered<Mode, SiteSweep>();
	readonly #searches = new WeakMap<Population, Map<Mode, SiteSearch>>();

	constructor(
		folder: FolderReader,
		travel: { readonly modes: readonly Mode[]; readonly snap_metres: number },
		territory: Territory,
		capSeconds: number,
		partner: SweepPartner | null = null
	) {
		this.modes = travel.modes;
		this.#folder = folder;
		this.#territory = territory;
		this.#snapMetres = travel.snap_metres;
		this.#capSeconds = capSeconds;
		this.#partner = partner;
	}

	/** Those kept in the folder, if they are of these very places and roads and go as far; else computed. */
	async times(mode: Mode, steps: TravelSteps): Promise<TravelTimes> {
		const kept = await this.#keptTimes(mode);
		return kept !== null && kept.capSeconds >= this.#capSeconds
			? withinCap(kept, this.#capSeconds)
			: this.computedTimes(mode, steps);
	}

	/** The times computed on the roads, whatever the folder keeps. */
	async computedTimes(mode: Mode, steps: TravelSteps): Promise<TravelTimes> {
		const roads = await this.#roadsFirst(mode, steps);
		return this.#swept(roads, roads.demand, await this.#sweep(mode, steps), steps);
	}

	async timesOf(population: Population, mode: Mode, steps: TravelSteps): Promise<TravelTimes> {
		const roads = await this.#roadsFirst(mode, steps);
		const demand = snapped(roads, population);
		// The second worker sweeps for the demand points of the territory.
		const sweep = await SiteSweep.create(
			roads.graph,
			roads.hierarchy,
			demand,
			{ capSeconds: this.#capSeconds },
			{ ...steps, pause: breather() }
		);
		return this.#swept(roads, demand, sweep, steps);
	}

	#roadsFirst(mode: Mode, steps: TravelSteps): Promise<ModeRoads> {
		return this.roads(mode, { ...steps, onProgress: (share) => steps.onProgress?.(share * READING_SHARE) });
	}

	async #swept(roads: ModeRoads, demand: Snaps, sweep: SiteSweep, steps: TravelSteps): Promise<TravelTimes> {
		const sites = snapped(roads, positionsOf(this.#territory.sites));
		const rows = await sweep.rows(sites, {
			...steps,
			onProgress: (share) => steps.onProgress?.(READING_SHARE + share * (1 - READING_SHARE)),
			pause: breather()
		});
		return travelTimesOfRows(roads.graph, demand, sites, rows, this.#capSeconds);
	}

	/** @throws MaillageError what `decodeRoadGraph` throws */
	roads(mode: Mode, steps: TravelSteps): Promise<ModeRoads> {
		return this.#roads.get(mode, async () => {
			const { population } = this.#territory;
			return readModeRoads(this.#folder, mode, await this.#graphFile(mode), population, this.#snapMetres, steps);
		});
	}

	async place(from: Population, mode: Mode, position: LonLat, steps: TravelSteps): Promise<PlacedSite> {
		const positions = positionsOf([{ position }]);
		if (from === this.#territory.population) return (await this.places(mode, positions, steps))[0];
		const roads = await this.roads(mode, steps);
		const place = snapped(roads, positions);
		return { row: this.#searchFrom(roads, from, mode).row(place, 0), isAttached: place.edge[0] !== UNATTACHED };
	}

	async places(mode: Mode, positions: Positions, steps: TravelSteps): Promise<PlacedSite[]> {
		const snaps = snapped(await this.roads(mode, steps), positions);
		const rows = await (await this.#sweep(mode, steps)).rows(snaps);
		return rows.map((row, place) => ({ row, isAttached: snaps.edge[place] !== UNATTACHED }));
	}

	/** Searches for other demand points than the territory's: places are few, and a sweep would be laid out for them. */
	#searchFrom(roads: ModeRoads, from: Population, mode: Mode): SiteSearch {
		const known = this.#searches.get(from) ?? new Map<Mode, SiteSearch>();
		this.#searches.set(from, known);
		const search =
			known.get(mode) ?? new SiteSearch(roads.graph, snapped(roads, from), { capSeconds: this.#capSeconds });
		known.set(mode, search);
		return search;
	}

	async field(mode: Mode, places: Positions, reach: FieldReach, steps: TravelSteps): Promise<TimeFieldSource> {
		return roadField(await this.roads(mode, steps), places, reach);
	}

	/** What the times depend on; null where the folder holds no graph of this version. */
	async fingerprint(mode: Mode): Promise<Fingerprint | null> {
		const graphChecksum = roadGraphChecksum(await this.#graphFile(mode));
		if (graphChecksum === null) return null;
		const { population, sites } = this.#territory;
		const { lon, lat } = positionsOf(sites);
		return fingerprintOf({
			demandLon: population.lon,
			demandLat: population.lat,
			siteLon: lon,
			siteLat: lat,
			snapMetres: this.#snapMetres,
			graphChecksum
		});
	}

	/** Read once, for its checksum and for the roads, which are views of it. */
	#graphFile(mode: Mode): Promise<ArrayBuffer> {
		return this.#graphFiles.get(mode, async () => wholeBuffer(await this.#folder.read(roadGraphFile(mode))));
	}

	async #keptTimes(mode: Mode): Promise<TravelTimes | null> {
		const file = travelTimesFile(mode);
		if (!(await this.#folder.has(file))) return null;
		const fingerprint = await this.fingerprint(mode);
		return fingerprint === null ? null : readTimesBin(wholeBuffer(await this.#folder.read(file)), mode, fingerprint);
	}

	#sweep(mode: Mode, steps: TravelSteps): Promise<SiteSweep> {
		return this.#sweeps.get(mode, async () => {
			const { graph, hierarchy, demand } = await this.roads(mode, steps);
			return SiteSweep.create(
				graph,
				hierarchy,
				demand,
				{ capSeconds: this.#capSeconds },
				{ ...steps, pause: breather(), partner: this.#partner }
			);
		});
	}
}
