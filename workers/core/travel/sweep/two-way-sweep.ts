import { UNREACHABLE } from '#domain/travel.ts';
import { reverseHierarchy, type Hierarchy } from '../hierarchy/hierarchy.ts';
import { toSeconds } from '../many-to-many.ts';
import type { SiteRow } from '../site-rows.ts';
import { Arena } from './arena.ts';
import { BEYOND, FARTHEST } from './lanes.ts';
import type { SweepIndex, SweepLayout } from './layout.ts';
import { loadKernel } from './load-kernel.ts';
import { ManyToMany } from './many-to-many.ts';
import type { Reach } from './reach.ts';
import { inSharedMemory } from './shared.ts';
import type { Sources } from './sources.ts';
import { placeProgram, type PlacedProgram } from './sweep.ts';
import type { TimeTable } from './time-table.ts';

/** Some sites: how they are arrived at, and how they are left. */
export interface TwoWaySources {
	/** To be swept with the hierarchy reversed. */
	readonly there: Sources;
	readonly back: Sources;
}

interface PlacedLayout {
	readonly index: SweepIndex;
	readonly program: PlacedProgram;
}

/** All that a worker needs to sweep from demand points to sites and back; it can be posted. */
export type TwoWayProgram =
	| {
			readonly kind: 'copied';
			readonly hierarchy: Hierarchy;
			readonly there: SweepLayout;
			readonly back: SweepLayout;
	  }
	| {
			readonly kind: 'shared';
			readonly memory: WebAssembly.Memory;
			readonly hierarchy: Hierarchy;
			readonly there: PlacedLayout;
			readonly back: PlacedLayout;
	  };

/**
 * The layouts of both directions as a program for other workers: in shared memory, which they join, or to be copied.
 * @param there of the hierarchy reversed
 * @throws RangeError when no shared memory is to be had
 */
export function twoWayProgram(
	hierarchy: Hierarchy,
	there: SweepLayout,
	back: SweepLayout,
	kind: TwoWayProgram['kind']
): TwoWayProgram {
	if (kind === 'copied') return { kind, hierarchy, there, back };
	const arena = Arena.shared();
	const placed = ({ program, index }: SweepLayout): PlacedLayout => ({
		index: inSharedMemory(index),
		program: placeProgram(program, arena)
	});
	return {
		kind,
		hierarchy: inSharedMemory(hierarchy),
		there: placed(there),
		back: placed(back),
		memory: arena.memory
	};
}

/** Rows of sites, there and back, by sweeps in one worker. */
export class TwoWaySweep {
	readonly #toSites: ManyToMany;
	readonly #fromSites: ManyToMany;

	/** One on memory of its own, or on that which the program shares. */
	static of(program: TwoWayProgram): TwoWaySweep {
		const { hierarchy } = program;
		const backwards = reverseHierarchy(hierarchy);
		if (program.kind === 'shared') {
			const arena = new Arena(program.memory);
			const kernel = loadKernel(arena);
			const { there, back } = program;
			return new TwoWaySweep(
				ManyToMany.join(backwards, there.index, there.program, arena, kernel),
				ManyToMany.join(hierarchy, back.index, back.program, arena, kernel)
			);
		}
		const arena = new Arena();
		const kernel = loadKernel(arena);
		return new TwoWaySweep(
			ManyToMany.create(backwards, program.there, arena, kernel),
			ManyToMany.create(hierarchy, program.back, arena, kernel)
		);
	}

	private constructor(toSites: ManyToMany, fromSites: ManyToMany) {
		this.#toSites = toSites;
		this.#fromSites = fromSites;
	}

	/** The ranks of the sites, neighbours side by side: batches of them are swept soonest. */
	order({ there }: TwoWaySources): Uint32Array {
		return this.#toSites.order(there);
	}

	/**
	 * The demand points within a limit of each site, with the times there and back; UNREACHABLE where the way back is longer than
	 * sweeps tell.
	 * @param limit deciseconds, at most FARTHEST
	 */
	rows({ there, back }: TwoWaySources, limit: number): SiteRow[] {
		const reached = this.#toSites.within({ sources: there, limit });
		const table = this.#fromSites.table({ sources: back, limit: FARTHEST });
		return Array.from({ length: reached.first.length - 1 }, (_, site) => rowOf(reached, table, site));
	}
}

function rowOf({ first, column, deciseconds }: Reach, back: TimeTable, site: number): SiteRow {
	const demand = column.slice(first[site], first[site + 1]);
	const toSite = new Uint32Array(demand.length);
	const fromSite = new Uint32Array(demand.length);
	const returning = back.timesAt(site, demand);
	for (let entry = 0; entry < demand.length; entry++) {
		toSite[entry] = toSeconds(deciseconds[first[site] + entry]);
		fromSite[entry] = returning[entry] === BEYOND ? UNREACHABLE : toSeconds(returning[entry]);
	}
	return { demand, toSite, fromSite };
}
