/** A list of whole numbers below 2³² that grows without boxing them. */
export class Uint32List {
	#values = new Uint32Array(1024);
	length = 0;

	push(value: number): void {
		if (this.length === this.#values.length) {
			const wider = new Uint32Array(2 * this.length);
			wider.set(this.#values);
			this.#values = wider;
		}
		this.#values[this.length++] = value;
	}

	set(index: number, value: number): void {
		this.#values[index] = value;
	}

	at(index: number): number {
		return this.#values[index];
	}

	/** A copy of the right length. */
	toArray(): Uint32Array {
		return this.#values.slice(0, this.length);
	}
}
