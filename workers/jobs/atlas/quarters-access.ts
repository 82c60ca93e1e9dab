import { peopleByQuarter, quarterBits, quartersChanged, type KnownQuarters } from '#core/access/week-strip.ts';
import type { Access } from './access.ts';
import { LeastRecent } from './least-recent.ts';

// As many groups of people as a user goes back and forth between.
const PEOPLE_KEPT = 6;

/** People by quarter of an hour under other hours or places of some sites, and the week of each site then. */
export interface FormerQuarters {
	readonly people: ReadonlyMap<string, Float64Array>;
	readonly bits: Uint32Array;
	/** One byte per site, then or now, 1 for these. */
	readonly changedSites: Uint8Array;
	/** Whether all stand where they stood. */
	readonly samePlaces: boolean;
}

/** People who have a site open within the cutoff, at each quarter of an hour of the week: computed when first asked for, shared, never written. */
export class QuartersAccess {
	readonly #access: Pick<Access, 'times' | 'openings' | 'cutoffSeconds'>;
	readonly #people = new LeastRecent<Float64Array>(PEOPLE_KEPT);
	readonly #former: FormerQuarters | null;
	#bits: Uint32Array | null = null;

	constructor(access: Pick<Access, 'times' | 'openings' | 'cutoffSeconds'>, former: FormerQuarters | null = null) {
		this.#access = access;
		this.#former = former;
	}

	/** What is kept, for the same people once some sites have changed; null where nobody asked. */
	under(changedSites: Uint8Array, samePlaces: boolean): FormerQuarters | null {
		const bits = this.#bits;
		return bits === null ? null : { people: this.#people.entries(), bits, changedSites, samePlaces };
	}

	/** The weeks of the counted sites, from `quarterBits`. */
	get bits(): Uint32Array {
		return (this.#bits ??= quarterBits(this.#access.openings));
	}

	/**
	 * As `peopleByQuarter`.
	 * @param key of the people: they are the same where it is
	 */
	people(key: string, people: Float64Array, included: Uint8Array): Float64Array {
		const { times, cutoffSeconds } = this.#access;
		return this.#people.get(key, () =>
			peopleByQuarter(times, cutoffSeconds, this.bits, people, included, this.#known(key))
		);
	}

	#known(key: string): KnownQuarters | null {
		const people = this.#former?.people.get(key);
		if (!this.#former || people === undefined) return null;
		const { bits, changedSites, samePlaces } = this.#former;
		return { people, changed: quartersChanged(bits, this.bits, changedSites, samePlaces) };
	}
}
