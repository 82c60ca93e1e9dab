/** What was made once for each key. What failed, or was cancelled, is made again when it is asked for again. */
export class Remembered<Key, Value> {
	readonly #made = new Map<Key, Promise<Value>>();

	get(key: Key, make: () => Promise<Value>): Promise<Value> {
		const known = this.#made.get(key);
		if (known !== undefined) return known;
		const made = make();
		this.#made.set(key, made);
		made.catch(() => this.#made.delete(key));
		return made;
	}
}
