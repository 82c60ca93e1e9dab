import { MaillageError } from '#domain/notes.ts';
import { Gunzip } from 'fflate';
import type { ByteSource } from './byte-source.ts';
import { crc32 } from './crc32.ts';

/** Compressed bytes opened at a time: what a bomb can yield before it is stopped. */
const STEP_BYTES = 16 * 1024;
/** A file in memory comes as one chunk: a text that size would be more than a string can be. */
const PLAIN_STEP_BYTES = 256 * 1024;
/** Text compresses ten to forty times; what inflates more than this is no text. */
const MAX_RATIO = 200;

/** Whether these first bytes are those of a gzip file (RFC 1952). */
export function isGzip(firstBytes: Uint8Array): boolean {
	return firstBytes[0] === 0x1f && firstBytes[1] === 0x8b;
}

/** One piece of an opened file, and how many bytes of the file as stored have been read to get there. */
export interface OpenedChunk {
	readonly bytes: Uint8Array;
	readonly readBytes: number;
}

/** The file's bytes as they are, a piece at a time, as `gunzipStream` gives those of a compressed one. */
export async function* plainStream(source: ByteSource): AsyncGenerator<OpenedChunk> {
	let readBytes = 0;
	for await (const chunk of source.stream()) {
		for (let at = 0; at < chunk.length; at += PLAIN_STEP_BYTES) {
			const bytes = chunk.subarray(at, at + PLAIN_STEP_BYTES);
			readBytes += bytes.length;
			yield { bytes, readBytes };
		}
	}
}

/**
 * What a gzip file holds, a piece at a time. The size and checksum are verified when the file is a single gzip member, as
 * nearly all are.
 * @throws MaillageError error_gzip_corrupt (cut or altered, saying near which byte) or error_gzip_bomb.
 */
export async function* gunzipStream(source: ByteSource): AsyncGenerator<OpenedChunk> {
	const check = new MemberCheck();
	let readBytes = 0;
	let openedBytes = 0;
	let opened: Uint8Array[] = [];
	let memberCount = 1;
	const gunzip = new Gunzip((chunk) => opened.push(chunk));
	gunzip.onmember = () => memberCount++;
	const corrupt = () => new MaillageError('error_gzip_corrupt', { byte: readBytes }, source.name);
	const push = (bytes: Uint8Array, isLast: boolean) => {
		try {
			gunzip.push(bytes, isLast);
		} catch {
			throw corrupt();
		}
		const chunks = opened.filter((chunk) => chunk.length > 0);
		opened = [];
		for (const chunk of chunks) {
			check.add(chunk);
			openedBytes += chunk.length;
		}
		if (openedBytes > MAX_RATIO * readBytes + 1024 * 1024) {
			throw new MaillageError('error_gzip_bomb', { byte: readBytes, ratio: MAX_RATIO }, source.name);
		}
		return chunks;
	};
	for await (const stored of source.stream()) {
		for (let at = 0; at < stored.length; at += STEP_BYTES) {
			const step = stored.subarray(at, at + STEP_BYTES);
			readBytes += step.length;
			check.remember(step);
			for (const bytes of push(step, false)) yield { bytes, readBytes };
		}
	}
	for (const bytes of push(new Uint8Array(0), true)) yield { bytes, readBytes };
	if (memberCount === 1 && !check.holds()) throw corrupt();
}

/** CRC-32 and length of what was opened, against the last eight bytes of the file. */
class MemberCheck {
	#crc = 0;
	#length = 0;
	#tail = new Uint8Array(0);

	add(opened: Uint8Array): void {
		this.#crc = crc32(opened, this.#crc);
		this.#length += opened.length;
	}

	remember(stored: Uint8Array): void {
		const joined = new Uint8Array(this.#tail.length + Math.min(8, stored.length));
		joined.set(this.#tail);
		joined.set(stored.subarray(-8), this.#tail.length);
		this.#tail = joined.slice(-8);
	}

	holds(): boolean {
		if (this.#tail.length < 8) return false;
		const trailer = new DataView(this.#tail.buffer);
		return trailer.getUint32(0, true) === this.#crc && trailer.getUint32(4, true) === this.#length % 2 ** 32;
	}
}
