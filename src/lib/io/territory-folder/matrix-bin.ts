import { MaillageError } from '#domain/notes.ts';
import type { TimeMatrix } from '#domain/time-matrix.ts';

/**
 * matrix.bin: "MLGTIMES", version, length of the names in bytes, length of `to` (u32 each), the names as JSON padded to 4 bytes,
 * then first, to and seconds as little-endian u32.
 */
const MAGIC = 'MLGTIMES';
const VERSION = 1;
const HEADER_BYTES = 20;

const padded = (length: number) => Math.ceil(length / 4) * 4;

export function writeMatrixBin(matrix: TimeMatrix): Uint8Array {
	const names = new TextEncoder().encode(JSON.stringify({ from: matrix.fromIds, to: matrix.toIds }));
	const arrays = [matrix.first, matrix.to, matrix.seconds];
	const words = arrays.reduce((total, { length }) => total + length, 0);
	const bytes = new Uint8Array(HEADER_BYTES + padded(names.length) + words * 4);
	const view = new DataView(bytes.buffer);
	bytes.set(new TextEncoder().encode(MAGIC));
	view.setUint32(8, VERSION, true);
	view.setUint32(12, names.length, true);
	view.setUint32(16, matrix.to.length, true);
	bytes.set(names, HEADER_BYTES);
	let at = HEADER_BYTES + padded(names.length);
	for (const array of arrays) {
		for (const value of array) {
			view.setUint32(at, value, true);
			at += 4;
		}
	}
	return bytes;
}

/**
 * Reads what writeMatrixBin wrote.
 * @throws MaillageError `error_folder_matrix` when it is not, or not whole
 */
export function readMatrixBin(bytes: Uint8Array, file: string): TimeMatrix {
	const fault = () => new MaillageError('error_folder_matrix', { bytes: bytes.length }, file);
	if (bytes.length < HEADER_BYTES || new TextDecoder().decode(bytes.subarray(0, 8)) !== MAGIC) throw fault();
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const namesLength = view.getUint32(12, true);
	const toLength = view.getUint32(16, true);
	if (view.getUint32(8, true) !== VERSION || HEADER_BYTES + namesLength > bytes.length) throw fault();
	let names: { from: string[]; to: string[] } | null;
	try {
		names = JSON.parse(
			new TextDecoder().decode(bytes.subarray(HEADER_BYTES, HEADER_BYTES + namesLength))
		) as typeof names;
	} catch {
		throw fault();
	}
	let at = HEADER_BYTES + padded(namesLength);
	if (
		names === null ||
		!isNames(names.from) ||
		!isNames(names.to) ||
		bytes.length !== at + (names.from.length + 1 + 2 * toLength) * 4
	)
		throw fault();
	const take = (length: number) =>
		Uint32Array.from({ length }, () => {
			const value = view.getUint32(at, true);
			at += 4;
			return value;
		});
	const [first, to, seconds] = [take(names.from.length + 1), take(toLength), take(toLength)];
	const holdsTogether =
		first[0] === 0 &&
		first[first.length - 1] === toLength &&
		first.every((offset, row) => row === 0 || offset >= first[row - 1]) &&
		to.every((rank) => rank < names.to.length);
	if (!holdsTogether) throw fault();
	return { fromIds: names.from, toIds: names.to, first, to, seconds };
}

const isNames = (names: unknown): boolean => Array.isArray(names) && names.every((name) => typeof name === 'string');
