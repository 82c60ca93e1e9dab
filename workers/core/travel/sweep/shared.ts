type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/**
 * A copy of a record whose typed arrays, at any depth, lie in shared memory: posted to a worker it is not copied again.
 * For a hierarchy and the index of a layout, where the page is cross-origin isolated.
 */
export function inSharedMemory<Kind>(value: Kind): Kind {
	if (isNumbers(value)) return sharedCopy(value);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inSharedMemory(part)])) as Kind;
}

function isNumbers(value: unknown): value is Numbers {
	return (
		value instanceof Uint8Array ||
		value instanceof Uint16Array ||
		value instanceof Uint32Array ||
		value instanceof Int32Array
	);
}

function sharedCopy<Kind extends Numbers>(array: Kind): Kind {
	const buffer = new SharedArrayBuffer(array.byteLength);
	const copy = new (array.constructor as { new (buffer: SharedArrayBuffer): Kind })(buffer);
	copy.set(array);
	return copy;
}
