/** A binary heap of numbers (places in some table) by ascending key; equal keys leave in an order the input fixes. */
export class MinHeap {
	private readonly keys: number[] = [];
	private readonly items: number[] = [];

	get size(): number {
		return this.items.length;
	}

	push(key: number, item: number): void {
		let at = this.items.length;
		this.keys.push(key);
		this.items.push(item);
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (this.keys[parent] <= key) break;
			this.keys[at] = this.keys[parent];
			this.items[at] = this.items[parent];
			at = parent;
		}
		this.keys[at] = key;
		this.items[at] = item;
	}

	get minKey(): number {
		return this.keys[0];
	}

	/** Removes and returns the item of least key; −1 when empty. */
	pop(): number {
		const top = this.items.length > 0 ? this.items[0] : -1;
		const key = this.keys.pop();
		const item = this.items.pop();
		if (key === undefined || item === undefined || this.items.length === 0) return top;
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= this.items.length) break;
			if (child + 1 < this.items.length && this.keys[child + 1] < this.keys[child]) child++;
			if (this.keys[child] >= key) break;
			this.keys[at] = this.keys[child];
			this.items[at] = this.items[child];
			at = child;
		}
		this.keys[at] = key;
		this.items[at] = item;
		return top;
	}
}
