/** Numbers appended one by one into a typed array that doubles as it fills: 8 (or 4) bytes each where an array of numbers takes more. */
interface NumberArray<Self> {
	[index: number]: number;
	readonly length: number;
	set(from: Self): void;
	subarray(begin: number, end: number): Self;
	slice(begin: number, end: number): Self;
}

class GrowableList<Values extends NumberArray<Values>> {
	length = 0;
	#values: Values;
	readonly #allocate: (length: number) => Values;

	constructor(allocate: (length: number) => Values) {
		this.#allocate = allocate;
		this.#values = allocate(1024);
	}

	push(value: number): void {
		if (this.length === this.#values.length) {
			const larger = this.#allocate(this.#values.length * 2);
			larger.set(this.#values);
			this.#values = larger;
		}
		this.#values[this.length++] = value;
	}

	/** The values so far, sharing the list's memory: not to be kept across a push. */
	view(): Values {
		return this.#values.subarray(0, this.length);
	}

	/** A copy of its exact length. */
	toArray(): Values {
		return this.#values.slice(0, this.length);
	}
}

export type Float64List = GrowableList<Float64Array>;
export type Uint32List = GrowableList<Uint32Array>;

export function float64List(): Float64List {
	return new GrowableList<Float64Array>((length) => new Float64Array(length));
}

export function uint32List(): Uint32List {
	return new GrowableList<Uint32Array>((length) => new Uint32Array(length));
}
