import type { TravelTimes } from '#domain/travel.ts';

/** Times of one site: the demand points within the cap by rising rank, seconds there and back. */
export interface SiteRow {
	readonly demand: Uint32Array;
	readonly toSite: Uint32Array;
	/** UNREACHABLE where there is no way back. */
	readonly fromSite: Uint32Array;
}

/** The parts of TravelTimes that rows decide. */
type Entries = Pick<TravelTimes, 'first' | 'site' | 'toSite' | 'fromSite'>;

/** Rows of all sites gathered by demand point, nearest site first (the lower rank among equals). */
export function gatherRows(rows: readonly SiteRow[], demandCount: number): Entries {
	const first = new Uint32Array(demandCount + 1);
	for (const { demand } of rows) for (let i = 0; i < demand.length; i++) first[demand[i] + 1]++;
	for (let point = 0; point < demandCount; point++) first[point + 1] += first[point];
	const entries = emptyEntries(first);
	const filled = first.slice(0, demandCount);
	rows.forEach(({ demand, toSite, fromSite }, site) => {
		for (let i = 0; i < demand.length; i++) {
			const entry = filled[demand[i]]++;
			entries.site[entry] = site;
			entries.toSite[entry] = toSite[i];
			entries.fromSite[entry] = fromSite[i];
		}
	});
	sortEntries(entries, rows.length);
	return entries;
}

/** Puts the entries of each demand point in order. A time and a site make one number, which sorts as they do together. */
function sortEntries({ first, site, toSite, fromSite }: Entries, siteCount: number): void {
	const keys = new Float64Array(siteCount);
	const backFrom = new Uint32Array(siteCount);
	for (let point = 0; point + 1 < first.length; point++) {
		const [start, count] = [first[point], first[point + 1] - first[point]];
		for (let i = 0; i < count; i++) {
			keys[i] = toSite[start + i] * siteCount + site[start + i];
			backFrom[site[start + i]] = fromSite[start + i];
		}
		keys.subarray(0, count).sort();
		for (let i = 0; i < count; i++) {
			const seconds = Math.floor(keys[i] / siteCount);
			const rank = keys[i] - seconds * siteCount;
			site[start + i] = rank;
			toSite[start + i] = seconds;
			fromSite[start + i] = backFrom[rank];
		}
	}
}

/** A site's row, and whether the site hangs on the network. */
export interface PlacedRow {
	readonly row: SiteRow;
	readonly isAttached: boolean;
}

/**
 * The same times with the rows of some sites put in: those of a rank below the site count have moved, the others are added.
 * @param placed by rank; ranks beyond the site count follow it without a gap
 * @throws RangeError for a rank that leaves one
 */
export function withSites(times: TravelTimes, placed: ReadonlyMap<number, PlacedRow>): TravelTimes {
	const added = [...placed.keys()].filter((site) => site >= times.siteCount).length;
	const siteCount = times.siteCount + added;
	for (const site of placed.keys()) {
		if (!(site >= 0 && site < siteCount)) throw new RangeError(`Site ${site} of ${siteCount}`);
	}
	const siteAttached = new Uint8Array(siteCount);
	siteAttached.set(times.siteAttached);
	placed.forEach(({ isAttached }, site) => (siteAttached[site] = isAttached ? 1 : 0));
	const rows = [...placed].map(([site, { row }]) => ({ site, row }));
	const entries = rebuilt(times, (other) => (placed.has(other) ? null : other), rows);
	return { ...times, siteCount, siteAttached, ...entries };
}

/**
 * The same times without a site: the sites after it move up one rank.
 * @throws RangeError for a rank that is none
 */
export function withoutSite(times: TravelTimes, site: number): TravelTimes {
	if (!(site >= 0 && site < times.siteCount)) throw new RangeError(`Site ${site} of ${times.siteCount}`);
	const entries = rebuilt(times, (other) => (other === site ? null : other > site ? other - 1 : other), []);
	const siteAttached = times.siteAttached.filter((_, other) => other !== site);
	return { ...times, siteCount: times.siteCount - 1, siteAttached, ...entries };
}

/**
 * The same times under a lower cap: nothing is searched.
 * @throws RangeError for a higher cap, which these times cannot tell
 */
export function withinCap(times: TravelTimes, capSeconds: number): TravelTimes {
	if (!(capSeconds <= times.capSeconds)) {
		throw new RangeError(`Cap of at most ${times.capSeconds} s expected, got ${capSeconds}`);
	}
	const first = new Uint32Array(times.first.length);
	for (let point = 0; point < times.demandCount; point++) {
		// Entries rise: those within the cap come first.
		let end = times.first[point];
		while (end < times.first[point + 1] && times.toSite[end] <= capSeconds) end++;
		first[point + 1] = first[point] + end - times.first[point];
	}
	const entries = emptyEntries(first);
	for (let point = 0; point < times.demandCount; point++) {
		const [start, count] = [times.first[point], first[point + 1] - first[point]];
		entries.site.set(times.site.subarray(start, start + count), first[point]);
		entries.toSite.set(times.toSite.subarray(start, start + count), first[point]);
		entries.fromSite.set(times.fromSite.subarray(start, start + count), first[point]);
	}
	return { ...times, capSeconds, ...entries };
}

/** The row of a site, to be put among others. */
interface RowOfSite {
	readonly site: number;
	readonly row: SiteRow;
}

/**
 * Entries with sites renamed (null: left out) and rows put in.
 * @param renamed keeps the order of the sites
 */
function rebuilt(times: TravelTimes, renamed: (site: number) => number | null, rows: readonly RowOfSite[]): Entries {
	const names = Int32Array.from({ length: times.siteCount }, (_, other) => renamed(other) ?? -1);
	const { demandCount, first, site: sites, toSite, fromSite } = times;
	const inRows = new Uint32Array(demandCount);
	for (const { row } of rows) for (const point of row.demand) inRows[point]++;
	const entries = emptyEntries(countEntries(times, names, inRows));
	const { site: siteInto, toSite: toInto, fromSite: fromInto } = entries;
	const incoming = new IncomingEntries(rows);
	let slot = 0;
	for (let point = 0; point < demandCount; point++) {
		if (inRows[point] > 0) incoming.gather(point);
		// Most entries are nearer than any that comes in, or come after all of them: told by one number.
		let nextSeconds = incoming.nextSeconds;
		for (let entry = first[point], end = first[point + 1]; entry < end; entry++) {
			const name = names[sites[entry]];
			if (name < 0) continue;
			const seconds = toSite[entry];
			while (seconds >= nextSeconds && incoming.comesBefore(seconds, name)) {
				incoming.put(entries, slot++);
				nextSeconds = incoming.nextSeconds;
			}
			siteInto[slot] = name;
			toInto[slot] = seconds;
			fromInto[slot++] = fromSite[entry];
		}
		while (incoming.left > 0) incoming.put(entries, slot++);
	}
	return entries;
}

/** The entries of one demand point in some rows, nearest site first; demand points are asked for by rising rank. */
class IncomingEntries {
	/** Of the point gathered last, those not yet put. */
	left = 0;
	readonly #rows: readonly RowOfSite[];
	/** Of each row, the entry of the next demand point. */
	readonly #next: Uint32Array;
	/** Rows that hold the point, the one to put last first. */
	readonly #order: number[] = [];

	constructor(rows: readonly RowOfSite[]) {
		this.#rows = rows;
		this.#next = new Uint32Array(rows.length);
	}

	gather(point: number): void {
		this.#order.length = 0;
		this.#rows.forEach(({ row }, rank) => {
			if (row.demand[this.#next[rank]] === point) this.#order.push(rank);
		});
		this.#order.sort((one, other) => this.#seconds(other) - this.#seconds(one) || this.#site(other) - this.#site(one));
		this.left = this.#order.length;
	}

	/** Seconds of the next one; Infinity once all are put. */
	get nextSeconds(): number {
		return this.left === 0 ? Infinity : this.#seconds(this.#order[this.left - 1]);
	}

	/** Whether the next one stands before a site at some time: nearer, or as near and of a lower rank. */
	comesBefore(seconds: number, site: number): boolean {
		const rank = this.#order[this.left - 1];
		const own = this.#seconds(rank);
		return own < seconds || (own === seconds && this.#site(rank) < site);
	}

	/** Writes the next one, and lets it go. */
	put({ site, toSite, fromSite }: Entries, slot: number): void {
		const rank = this.#order[--this.left];
		const { row } = this.#rows[rank];
		const at = this.#next[rank]++;
		site[slot] = this.#site(rank);
		toSite[slot] = row.toSite[at];
		fromSite[slot] = row.fromSite[at];
	}

	#seconds(rank: number): number {
		return this.#rows[rank].row.toSite[this.#next[rank]];
	}

	#site(rank: number): number {
		return this.#rows[rank].site;
	}
}

/** Offsets of the entries that keep a name, and of those of the rows. */
function countEntries(times: TravelTimes, names: Int32Array, inRows: Uint32Array): Uint32Array {
	const { demandCount, first, site: sites } = times;
	const counted = new Uint32Array(demandCount + 1);
	const areAllKept = !names.includes(-1);
	let count = 0;
	for (let point = 0; point < demandCount; point++) {
		const [start, end] = [first[point], first[point + 1]];
		count += inRows[point];
		if (areAllKept) count += end - start;
		else for (let entry = start; entry < end; entry++) if (names[sites[entry]] >= 0) count++;
		counted[point + 1] = count;
	}
	return counted;
}

function emptyEntries(first: Uint32Array): Entries {
	const count = first[first.length - 1];
	return { first, site: new Uint32Array(count), toSite: new Uint32Array(count), fromSite: new Uint32Array(count) };
}
