/**
 * A file to import, wherever it is: a Blob of the page, bytes of an archive, a file on disk (src/cli/file-source.ts).
 * It can be streamed more than once, so that a reader of roads may pass twice without holding the file.
 */
export interface ByteSource {
	/** Name without folders, for notes and sources. */
	readonly name: string;
	readonly size: number;
	stream(): AsyncIterable<Uint8Array>;
	bytes(): Promise<Uint8Array>;
}

/** Bytes already in memory. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
	return {
		name,
		size: bytes.byteLength,
		async *stream() {
			yield bytes;
		},
		bytes: () => Promise.resolve(bytes)
	};
}

/** A File dropped on the page, or any Blob with a name. */
export function blobSource(name: string, blob: Blob): ByteSource {
	return {
		name,
		size: blob.size,
		async *stream() {
			const reader = blob.stream().getReader();
			for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
		},
		bytes: async () => new Uint8Array(await blob.arrayBuffer())
	};
}
