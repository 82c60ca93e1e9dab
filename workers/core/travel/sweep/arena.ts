const PAGE_BYTES = 65_536;
/** A shared memory must say how far it may grow: 2 GiB, of which only what is used is taken. */
const MOST_SHARED_PAGES = 32_768;
/** Every address is a multiple of this, a processor's cache line. */
const ALIGNMENT = 64;

/**
 * Memory that a WebAssembly kernel and TypeScript both see, handed out piece by piece and never taken back. It grows,
 * and growing makes former views useless: take views anew after every `allocate`.
 */
export class Arena {
	readonly memory: WebAssembly.Memory;
	#free = 0;
	#end = 0;

	/**
	 * @param memory another worker's shared memory, to take pieces of it too; default: memory of its own
	 */
	constructor(memory = new WebAssembly.Memory({ initial: 0 })) {
		this.memory = memory;
	}

	/** An arena whose memory can be posted to other workers; only where the page is cross-origin isolated. */
	static shared(): Arena {
		return new Arena(new WebAssembly.Memory({ initial: 0, maximum: MOST_SHARED_PAGES, shared: true }));
	}

	get isShared(): boolean {
		return !(this.memory.buffer instanceof ArrayBuffer);
	}

	/**
	 * Takes a piece of memory, all zero.
	 * @returns its address
	 * @throws RangeError when the memory cannot grow so far
	 */
	allocate(bytes: number): number {
		const needed = Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
		if (this.#free + needed > this.#end) {
			const pages = Math.ceil(needed / PAGE_BYTES);
			// Growing is atomic: what it adds is nobody else's. It may lie apart from what was left before.
			const start = this.memory.grow(pages) * PAGE_BYTES;
			if (start !== this.#end) this.#free = start;
			this.#end = start + pages * PAGE_BYTES;
		}
		const address = this.#free;
		this.#free += needed;
		return address;
	}

	/** Copies an array into memory; answers its address. */
	place(array: Uint16Array | Uint32Array): number {
		const address = this.allocate(array.byteLength);
		new Uint8Array(this.memory.buffer).set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), address);
		return address;
	}
}
