/** The last few values made, by key; making one too many lets go of the one not asked for the longest. */
export class LeastRecent<Value> {
	readonly #capacity: number;
	readonly #kept = new Map<string, Value>();

	/** @param capacity values kept, at least 1 */
	constructor(capacity: number) {
		this.#capacity = capacity;
	}

	/** The value kept under a key, if it is; this is no asking for it. */
	peek(key: string): Value | undefined {
		return this.#kept.get(key);
	}

	/** All that is kept, as it is now. */
	entries(): Map<string, Value> {
		return new Map(this.#kept);
	}

	get(key: string, make: () => Value): Value {
		const kept = this.#kept.has(key);
		const value = kept ? (this.#kept.get(key) as Value) : make();
		// Put back as the last one asked for: a Map keeps the order in which keys are set.
		this.#kept.delete(key);
		this.#kept.set(key, value);
		if (this.#kept.size > this.#capacity) {
			const [oldest] = this.#kept.keys();
			this.#kept.delete(oldest);
		}
		return value;
	}
}
