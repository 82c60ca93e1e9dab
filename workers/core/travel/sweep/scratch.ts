import type { Arena } from './arena.ts';

/** Memory that a worker uses for its answers, kept by purpose from one request to the next. */
export class Scratch {
	readonly #arena: Arena;
	readonly #regions = new Map<string, { address: number; bytes: number }>();

	constructor(arena: Arena) {
		this.#arena = arena;
	}

	/** Memory for a purpose, of any content; what was there before for that purpose may be lost. */
	region(purpose: string, bytes: number): number {
		const known = this.#regions.get(purpose);
		if (known !== undefined && known.bytes >= bytes) return known.address;
		const address = this.#arena.allocate(bytes);
		this.#regions.set(purpose, { address, bytes });
		return address;
	}

	/** Memory for a purpose, with a copy of an array in it. */
	place(purpose: string, array: Uint16Array | Uint32Array): number {
		const address = this.region(purpose, array.byteLength);
		const view = array instanceof Uint16Array ? this.halves(address, array.length) : this.words(address, array.length);
		view.set(array);
		return address;
	}

	/** A view of 16-bit numbers, good until memory is next asked for. */
	halves(address: number, count: number): Uint16Array {
		return new Uint16Array(this.#arena.memory.buffer, address, count);
	}

	/** A view of 32-bit numbers, good until memory is next asked for. */
	words(address: number, count: number): Uint32Array {
		return new Uint32Array(this.#arena.memory.buffer, address, count);
	}
}
