/** Whole numbers of 32 bits as one to five bytes, seven bits each, lowest first (LEB128): small ones take one. */
export class VarintWriter {
	#bytes = new Uint8Array(1 << 16);
	#length = 0;

	/** An unsigned number. */
	put(value: number): void {
		if (this.#length + 5 > this.#bytes.length) this.#grow();
		let rest = value >>> 0;
		while (rest > 0x7f) {
			this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
			rest >>>= 7;
		}
		this.#bytes[this.#length++] = rest;
	}

	/** A signed number; those next to zero, either side, are small. */
	putSigned(value: number): void {
		this.put((value << 1) ^ (value >> 31));
	}

	bytes(): Uint8Array {
		return this.#bytes.subarray(0, this.#length);
	}

	#grow(): void {
		const grown = new Uint8Array(2 * this.#bytes.length);
		grown.set(this.#bytes);
		this.#bytes = grown;
	}
}

/** Reads what a VarintWriter wrote. Past the end it reads zeros, and tells. */
export class VarintReader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** Whether all the bytes, and no more, were read. */
	get isAtEnd(): boolean {
		return this.#at === this.#bytes.length;
	}

	next(): number {
		let byte = this.#bytes[this.#at++];
		let value = byte & 0x7f;
		for (let shift = 7; byte > 0x7f && shift < 35; shift += 7) {
			byte = this.#bytes[this.#at++];
			value |= (byte & 0x7f) << shift;
		}
		return value >>> 0;
	}

	nextSigned(): number {
		const value = this.next();
		return (value >>> 1) ^ -(value & 1);
	}
}
