import { CLOSED, type BuiltEdges } from './edges.ts';
import { headOf, type LeavingEdges } from './leaving-edges.ts';
import { NO_MEMORY, type RestrictionAutomaton } from './restriction-automaton.ts';
import type { TurnRules } from './turn-rules.ts';
import { Uint32List } from './uint32-list.ts';

/** A directed edge without a state: it is closed. */
export const NO_STATE = 0xffff_ffff;

/** The graph that is searched: a state is "at the end of a directed edge, before turning". */
export interface StateGraph {
	readonly stateCount: number;
	readonly first: Uint32Array;
	/** State at the end of the arc. */
	readonly head: Uint32Array;
	/** Deciseconds of the turn, then of the whole edge entered. */
	readonly weight: Uint32Array;
	/** Directed edge that each arc drives. */
	readonly arcEdge: Uint32Array;
	/** State at the end of each directed edge for a journey that started on it. */
	readonly endState: Uint32Array;
}

/**
 * Expands roads to states, only where it matters: of the directed edges that end at a junction, those with the same turns
 * at the same costs share one state. Without turn costs that leaves one state a junction.
 *
 * An edge that serves only the ends of a journey has two states: for journeys that have been on such edges since their start
 * (they may still go anywhere), and for those that came from an open road (they may only go on along such edges).
 */
export function expandStates(
	edges: BuiltEdges,
	leaving: LeavingEdges,
	endsOnly: Uint8Array,
	automaton: RestrictionAutomaton,
	rules: TurnRules
): StateGraph {
	const expansion = new Expansion(edges, leaving, endsOnly, automaton, rules);
	expansion.expandJunctions();
	expansion.expandMemories();
	return expansion.finish();
}

class Expansion {
	readonly #edges: BuiltEdges;
	readonly #leaving: LeavingEdges;
	readonly #endsOnly: Uint8Array;
	readonly #automaton: RestrictionAutomaton;
	readonly #rules: TurnRules;

	/** Raw states: the first of each directed edge, and the one for those who arrive on an ends-only edge. */
	readonly #departing: Uint32Array;
	readonly #arriving: Uint32Array;
	/** Raw states that remember a restriction through ways: edge, memory and whether arriving. */
	readonly #remembering = new Map<string, number>();
	readonly #rememberingList: { raw: number; edge: number; memory: number; arriving: boolean }[] = [];
	#rawCount = 0;
	/** Final state of each raw one. */
	readonly #stateOfRaw = new Uint32List();

	readonly #first = new Uint32List();
	readonly #rawHead = new Uint32List();
	readonly #weight = new Uint32List();
	readonly #arcEdge = new Uint32List();

	constructor(
		edges: BuiltEdges,
		leaving: LeavingEdges,
		endsOnly: Uint8Array,
		automaton: RestrictionAutomaton,
		rules: TurnRules
	) {
		this.#edges = edges;
		this.#leaving = leaving;
		this.#endsOnly = endsOnly;
		this.#automaton = automaton;
		this.#rules = rules;
		const directedCount = 2 * edges.edgeCount;
		this.#departing = new Uint32Array(directedCount).fill(NO_STATE);
		this.#arriving = new Uint32Array(directedCount).fill(NO_STATE);
		for (let edge = 0; edge < directedCount; edge++) {
			if (edges.moving[edge] === CLOSED) continue;
			this.#departing[edge] = this.#newRaw();
			if (endsOnly[edge] === 1) this.#arriving[edge] = this.#newRaw();
		}
	}

	#newRaw(): number {
		this.#stateOfRaw.push(NO_STATE);
		return this.#rawCount++;
	}

	/** States at each junction, those alike made one. */
	expandJunctions(): void {
		const { first, edge: edgesOut } = this.#leaving;
		for (let junction = 0; junction + 1 < first.length; junction++) {
			const firstState = this.#first.length;
			for (let i = first[junction]; i < first[junction + 1]; i++) {
				const edge = edgesOut[i] ^ 1;
				if (this.#departing[edge] === NO_STATE) continue;
				const memory = this.#automaton.advance(NO_MEMORY, edge);
				this.#addState(this.#departing[edge], edge, memory, false, firstState);
				if (this.#arriving[edge] !== NO_STATE) {
					this.#addState(this.#arriving[edge], edge, memory, true, firstState);
				}
			}
		}
	}

	/** States that remember a restriction through ways, which may lead to more of them. */
	expandMemories(): void {
		for (let i = 0; i < this.#rememberingList.length; i++) {
			const { raw, edge, memory, arriving } = this.#rememberingList[i];
			this.#addState(raw, edge, memory, arriving, this.#first.length);
		}
	}

	/** Adds a state and its arcs, or joins it to the one of `firstState` … that has the same arcs. */
	#addState(raw: number, edge: number, memory: number, arriving: boolean, firstState: number): void {
		const start = this.#arcEdge.length;
		this.#addArcs(edge, memory, arriving);
		const twin = this.#twinOf(start, firstState);
		if (twin === NO_STATE) {
			this.#stateOfRaw.set(raw, this.#first.length);
			this.#first.push(start);
			return;
		}
		this.#stateOfRaw.set(raw, twin);
		for (const list of [this.#rawHead, this.#weight, this.#arcEdge]) list.length = start;
	}

	#twinOf(start: number, firstState: number): number {
		const count = this.#arcEdge.length - start;
		for (let state = firstState; state < this.#first.length; state++) {
			const twinStart = this.#first.at(state);
			const twinEnd = state + 1 < this.#first.length ? this.#first.at(state + 1) : start;
			if (twinEnd - twinStart !== count) continue;
			let i = 0;
			while (
				i < count &&
				this.#rawHead.at(twinStart + i) === this.#rawHead.at(start + i) &&
				this.#weight.at(twinStart + i) === this.#weight.at(start + i)
			) {
				i++;
			}
			if (i === count) return state;
		}
		return NO_STATE;
	}

	#addArcs(edge: number, memory: number, arriving: boolean): void {
		const junction = headOf(this.#edges, edge);
		const { first, edge: edgesOut } = this.#leaving;
		let exits = 0;
		for (let i = first[junction]; i < first[junction + 1]; i++) {
			if (edgesOut[i] !== (edge ^ 1) && this.#isAllowed(edgesOut[i], memory)) exits++;
		}
		for (let i = first[junction]; i < first[junction + 1]; i++) {
			const next = edgesOut[i];
			if (!this.#isAllowed(next, memory)) continue;
			const isBack = next === (edge ^ 1);
			const may = isBack ? this.#rules.mayTurnBack(edge, exits) : this.#rules.mayTurn(edge, next);
			if (may) this.#addArc(edge, next, memory, arriving);
		}
	}

	/** Whether `next` is open and no restriction remembered forbids it. */
	#isAllowed(next: number, memory: number): boolean {
		if (this.#departing[next] === NO_STATE) return false;
		return memory === NO_MEMORY || this.#automaton.allows(memory, next);
	}

	#addArc(edge: number, next: number, memory: number, arriving: boolean): void {
		const isNextEndsOnly = this.#endsOnly[next] === 1;
		// Who came from an open road into a private one may not drive out into the open again.
		if (arriving && !isNextEndsOnly) return;
		const arrives = isNextEndsOnly && (arriving || this.#endsOnly[edge] === 0);
		this.#rawHead.push(this.#rawOf(next, this.#automaton.advance(memory, next), arrives));
		this.#weight.push(this.#rules.cost(edge, next) + this.#edges.moving[next] + this.#edges.fixed[next >> 1]);
		this.#arcEdge.push(next);
	}

	#rawOf(edge: number, memory: number, arriving: boolean): number {
		if (!this.#automaton.isDeep(memory)) return arriving ? this.#arriving[edge] : this.#departing[edge];
		const key = `${edge} ${memory} ${arriving}`;
		let raw = this.#remembering.get(key);
		if (raw === undefined) {
			raw = this.#newRaw();
			this.#remembering.set(key, raw);
			this.#rememberingList.push({ raw, edge, memory, arriving });
		}
		return raw;
	}

	finish(): StateGraph {
		const stateCount = this.#first.length;
		this.#first.push(this.#arcEdge.length);
		const head = this.#rawHead.toArray();
		for (let arc = 0; arc < head.length; arc++) head[arc] = this.#stateOfRaw.at(head[arc]);
		return {
			stateCount,
			first: this.#first.toArray(),
			head,
			weight: this.#weight.toArray(),
			arcEdge: this.#arcEdge.toArray(),
			endState: this.#departing.map((raw) => (raw === NO_STATE ? NO_STATE : this.#stateOfRaw.at(raw)))
		};
	}
}
