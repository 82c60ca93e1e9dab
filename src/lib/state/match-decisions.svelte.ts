import type { MatchDecision } from '#domain/follow-up.ts';
import type { KeptStore } from './kept-store.ts';

/** What the reader decided of sites in doubt, kept in the browser for each pair of times. */
export class MatchDecisions {
	readonly #store: KeptStore<readonly MatchDecision[]>;
	#key: string | null = null;
	list = $state.raw<readonly MatchDecision[]>([]);
	/** The browser keeps nothing: they are in this page alone. */
	refused = $state(false);

	constructor(store: KeptStore<readonly MatchDecision[]>) {
		this.#store = store;
	}

	/** Takes up what was decided of two times. @param key names both; null: none is open */
	async open(key: string | null): Promise<void> {
		if (key === this.#key) return;
		this.#key = key;
		this.list = [];
		if (key === null) return;
		try {
			const kept = await this.#store.read(key);
			if (key === this.#key && this.list.length === 0) this.list = (kept?.value ?? []).filter(isDecision);
		} catch {
			this.refused = true;
		}
	}

	decide(decision: MatchDecision): void {
		this.#take([...this.#without(decision), decision]);
	}

	takeBack(decision: MatchDecision): void {
		this.#take(this.#without(decision));
	}

	#without({ before, after }: MatchDecision): MatchDecision[] {
		return this.list.filter((one) => one.before !== before || one.after !== after);
	}

	#take(list: readonly MatchDecision[]): void {
		this.list = list;
		if (this.#key !== null) void this.#save(this.#key, list);
	}

	async #save(key: string, list: readonly MatchDecision[]): Promise<void> {
		try {
			const known = (await this.#store.read(key))?.version ?? 0;
			const other = await this.#store.write(key, known, list);
			// Another window wrote in between: what was decided last holds.
			if (other !== null) await this.#store.write(key, other.version, list);
			this.refused = false;
		} catch {
			this.refused = true;
		}
	}
}

function isDecision(value: unknown): value is MatchDecision {
	if (typeof value !== 'object' || value === null) return false;
	const { before, after, same } = value as Partial<Record<keyof MatchDecision, unknown>>;
	return typeof before === 'string' && typeof after === 'string' && typeof same === 'boolean';
}
