import type { RestrictedPath } from './restrictions.ts';

/** The memory of a journey that is on no restricted path. */
export const NO_MEMORY = 0;

interface Memory {
	/** Next memory by the directed edge driven. */
	readonly next: Map<number, number>;
	/** Longest shorter memory that also holds. */
	fallback: number;
	readonly forbidden: Set<number>;
	/** When not empty: the only edges allowed. */
	readonly only: Set<number>;
	readonly depth: number;
}

/**
 * What must be remembered of the road driven to know which turns are forbidden: a trie of the restricted paths with
 * fallbacks (Aho, Corasick 1975). A memory of depth 1 is the edge one is on, which the state of the graph knows anyway;
 * deeper ones (restrictions through ways) ask for states of their own.
 */
export class RestrictionAutomaton {
	readonly #memories: Memory[] = [newMemory(0)];

	constructor(paths: readonly RestrictedPath[]) {
		for (const path of paths) this.#insert(path);
		this.#linkFallbacks();
	}

	/** Memory after driving `edge` with `memory` in mind. */
	advance(memory: number, edge: number): number {
		for (let at = memory; ; at = this.#memories[at].fallback) {
			const next = this.#memories[at].next.get(edge);
			if (next !== undefined) return next;
			if (at === NO_MEMORY) return NO_MEMORY;
		}
	}

	/** Whether someone with `memory` may go on to `edge`. */
	allows(memory: number, edge: number): boolean {
		for (let at = memory; at !== NO_MEMORY; at = this.#memories[at].fallback) {
			const { forbidden, only } = this.#memories[at];
			if (forbidden.has(edge) || (only.size > 0 && !only.has(edge))) return false;
		}
		return true;
	}

	/** Whether a memory holds more than the edge one is on. */
	isDeep(memory: number): boolean {
		return this.#memories[memory].depth > 1;
	}

	#insert({ kind, path }: RestrictedPath): void {
		let at = NO_MEMORY;
		for (let i = 0; i + 1 < path.length; i++) {
			at = this.#child(at, path[i]);
			// A mandatory way is mandatory all along, from its first turn.
			if (kind === 'only') this.#memories[at].only.add(path[i + 1]);
		}
		if (kind === 'no') this.#memories[at].forbidden.add(path[path.length - 1]);
	}

	#child(parent: number, edge: number): number {
		const { next, depth } = this.#memories[parent];
		let child = next.get(edge);
		if (child === undefined) {
			child = this.#memories.push(newMemory(depth + 1)) - 1;
			next.set(edge, child);
		}
		return child;
	}

	/** Breadth first, so that a fallback is linked before those that build on it. */
	#linkFallbacks(): void {
		const queue = [...this.#memories[NO_MEMORY].next.values()];
		for (let i = 0; i < queue.length; i++) {
			const memory = this.#memories[queue[i]];
			for (const [edge, child] of memory.next) {
				this.#memories[child].fallback = this.advance(memory.fallback, edge);
				queue.push(child);
			}
		}
	}
}

function newMemory(depth: number): Memory {
	return { next: new Map(), fallback: NO_MEMORY, forbidden: new Set(), only: new Set(), depth };
}

/**
 * Where bikes turn round freely anywhere, a forbidden turn could be dodged by going a little further and back:
 * these paths forbid to come straight back to a restriction.
 * @param leavingHead directed edges that leave the end of an edge
 */
export function dodges(
	paths: readonly RestrictedPath[],
	leavingHead: (edge: number) => readonly number[]
): RestrictedPath[] {
	const added: RestrictedPath[] = [];
	for (const { kind, path } of paths) {
		const driven = path.slice(0, -1);
		const last = path[path.length - 1];
		const exits = kind === 'only' ? [last] : leavingHead(driven[driven.length - 1]).filter((edge) => edge !== last);
		for (const exit of exits) {
			// At a dead end turning back is the only way on.
			if (leavingHead(exit).length > 1) added.push({ kind: 'no', path: [...driven, exit, exit ^ 1] });
		}
	}
	return added;
}
