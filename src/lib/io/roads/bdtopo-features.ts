import { MaillageError } from '#domain/notes.ts';
import type { ByteSource } from '../bytes/byte-source.ts';

/** A section of road is a few kilobytes; what is beyond is not a feature, and would fill the memory. */
const MAX_FEATURE_BYTES = 16 * 1024 * 1024;
const MAX_ENVELOPE_BYTES = 1024 * 1024;
/** A line in a feature is five levels; thousands are there to exhaust whoever follows them. */
const MAX_LEVELS = 100;

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

export interface FeatureScanOptions {
	/** Called for each feature, parsed, with its rank from 1. Without it the features are passed over. */
	readonly onFeature?: (feature: unknown, rank: number) => void;
	/** Called as the file is read, with the bytes read so far. */
	readonly onBytes?: (readBytes: number) => void;
}

/**
 * Reads a GeoJSON FeatureCollection of any size, one feature in memory at a time.
 * Returns the collection's own members (type, crs, name…), `features` left empty.
 * @throws MaillageError error_geojson_truncated, error_geojson_syntax (both say at which byte and feature),
 * error_geojson_not_collection.
 */
export async function scanFeatures(
	source: ByteSource,
	options: FeatureScanOptions = {}
): Promise<Readonly<Record<string, unknown>>> {
	const scanner = new FeatureScanner(source.name, options.onFeature ?? null);
	let readBytes = 0;
	for await (const bytes of source.stream()) {
		scanner.push(bytes);
		readBytes += bytes.length;
		options.onBytes?.(readBytes);
	}
	return scanner.end();
}

/** Where the scanner stands: around the features, between two of them, or in one. */
type Place = 'envelope' | 'first feature' | 'separator' | 'feature' | 'in feature';

class FeatureScanner {
	readonly #file: string;
	readonly #onFeature: FeatureScanOptions['onFeature'] | null;
	readonly #decoder = new TextDecoder('utf-8', { fatal: true });
	#place: Place = 'envelope';
	#depth = 0;
	#inString = false;
	#isEscaped = false;
	/** Of the feature or the envelope in hand: its pieces from the chunks before this one, and their length. */
	#pieces: Uint8Array[] = [];
	#pieceBytes = 0;
	#envelope: Uint8Array[] = [];
	#envelopeBytes = 0;
	/** The last string met among the collection's own members: `features` just before the array. */
	#name: number[] = [];
	#rank = 0;
	#featureByte = 0;
	#byte = 0;

	constructor(file: string, onFeature: FeatureScanOptions['onFeature'] | null) {
		this.#file = file;
		this.#onFeature = onFeature;
	}

	push(chunk: Uint8Array): void {
		let at = 0;
		while (at < chunk.length) {
			if (this.#place === 'envelope') at = this.#pushEnvelope(chunk, at);
			else if (this.#place === 'in feature') at = this.#pushFeature(chunk, at);
			else this.#pushBetween(chunk[at++], this.#byte + at - 1);
		}
		this.#byte += chunk.length;
	}

	end(): Readonly<Record<string, unknown>> {
		const isOpen = this.#place !== 'envelope' || this.#depth > 0 || this.#inString;
		if (isOpen) throw this.#error('error_geojson_truncated', this.#byte);
		const envelope = this.#parse(this.#envelope, 0);
		if (!isRecord(envelope) || envelope.type !== 'FeatureCollection' || !Array.isArray(envelope.features)) {
			throw new MaillageError('error_geojson_not_collection', {}, this.#file);
		}
		return envelope;
	}

	/** Reads up to the array of features, or to the end of the chunk; returns where it stopped. */
	#pushEnvelope(chunk: Uint8Array, start: number): number {
		let at = start;
		while (at < chunk.length && this.#place === 'envelope') {
			const byte = chunk[at++];
			if (this.#inString) {
				this.#readString(byte);
				if (this.#depth === 1 && this.#inString && this.#name.length < 16) this.#name.push(byte);
			} else if (byte === QUOTE) {
				this.#inString = true;
				this.#name = [];
			} else if (byte === OPEN_BRACKET && this.#depth === 1 && String.fromCharCode(...this.#name) === 'features') {
				this.#place = 'first feature';
			} else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) this.#depth++;
			else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) this.#depth--;
		}
		this.#envelope.push(chunk.slice(start, at));
		this.#envelopeBytes += at - start;
		if (this.#envelopeBytes > MAX_ENVELOPE_BYTES) throw this.#error('error_geojson_syntax', this.#byte + start);
		return at;
	}

	#pushBetween(byte: number, position: number): void {
		if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return;
		if (byte === OPEN_BRACE && this.#place !== 'separator') {
			this.#place = 'in feature';
			this.#rank++;
			this.#featureByte = position;
			this.#depth = 1;
			this.#pieces = [Uint8Array.of(byte)];
			this.#pieceBytes = 1;
		} else if (byte === COMMA && this.#place === 'separator') this.#place = 'feature';
		else if (byte === CLOSE_BRACKET && this.#place !== 'feature') {
			this.#place = 'envelope';
			this.#depth = 1;
			this.#name = [];
			this.#envelope.push(Uint8Array.of(byte));
		} else throw this.#error('error_geojson_syntax', position);
	}

	/** Reads up to the end of the feature, or of the chunk; returns where it stopped. */
	#pushFeature(chunk: Uint8Array, start: number): number {
		let at = start;
		while (at < chunk.length && this.#depth > 0) {
			const byte = chunk[at++];
			if (this.#inString) this.#readString(byte);
			else if (byte === QUOTE) this.#inString = true;
			else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
				if (++this.#depth > MAX_LEVELS) throw this.#error('error_geojson_syntax', this.#byte + at - 1);
			} else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) this.#depth--;
		}
		this.#pieceBytes += at - start;
		if (this.#pieceBytes > MAX_FEATURE_BYTES) throw this.#error('error_geojson_syntax', this.#featureByte);
		if (this.#onFeature) this.#pieces.push(this.#depth > 0 ? chunk.slice(start, at) : chunk.subarray(start, at));
		if (this.#depth === 0) {
			this.#onFeature?.(this.#parse(this.#pieces, this.#featureByte), this.#rank);
			this.#pieces = [];
			this.#place = 'separator';
		}
		return at;
	}

	#readString(byte: number): void {
		if (this.#isEscaped) this.#isEscaped = false;
		else if (byte === BACKSLASH) this.#isEscaped = true;
		else if (byte === QUOTE) this.#inString = false;
	}

	#parse(pieces: readonly Uint8Array[], byte: number): unknown {
		try {
			return JSON.parse(this.#decoder.decode(concat(pieces))) as unknown;
		} catch {
			throw this.#error('error_geojson_syntax', byte);
		}
	}

	#error(code: string, byte: number): MaillageError {
		return new MaillageError(code, { byte, feature: this.#rank }, this.#file);
	}
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}

/** Whether a value of JSON is an object, neither null nor an array. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
