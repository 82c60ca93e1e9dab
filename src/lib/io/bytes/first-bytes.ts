import type { ByteSource } from './byte-source.ts';

/** The first `count` bytes of a file, fewer when it is shorter, without reading the rest. */
export async function readFirstBytes(source: ByteSource, count: number): Promise<Uint8Array> {
	const first = new Uint8Array(count);
	let length = 0;
	for await (const chunk of source.stream()) {
		const taken = chunk.subarray(0, count - length);
		first.set(taken, length);
		length += taken.length;
		if (length === count) break;
	}
	return first.subarray(0, length);
}
