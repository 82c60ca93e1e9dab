import type { GeoJsonGeometry } from './geojson.ts';

/** Bytes of the envelope by its code in the flags (OGC 12-128, 2.1.3): none, XY, XYZ, XYM, XYZM. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];
const EMPTY_FLAG = 0x10;
/** Types of well-known binary that are read. */
const POINT = 1;
const POLYGON = 3;
const MULTI_POLYGON = 6;

export interface DamagedGeometry {
	readonly type: 'Damaged';
}

/**
 * The geometry of a GeoPackage blob (header, then ISO or EWKB well-known binary): points, polygons and multipolygons, in
 * the layer's coordinates, heights left out. Null for an empty one or another type.
 * A blob that ends too soon or is none is told as damaged: its feature alone is lost.
 */
export function readGeometryBlob(blob: Uint8Array): GeoJsonGeometry | DamagedGeometry | null {
	try {
		if (blob[0] !== 0x47 || blob[1] !== 0x50) throw new RangeError('magic');
		const flags = blob[3];
		const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
		if (envelope === undefined) throw new RangeError('envelope');
		if (flags & EMPTY_FLAG) return null;
		return new WkbReader(blob, 8 + envelope).geometry();
	} catch (error) {
		if (error instanceof RangeError) return { type: 'Damaged' };
		throw error;
	}
}

/** Reads well-known binary from an offset; DataView throws a RangeError beyond the end. */
class WkbReader {
	readonly #view: DataView;
	#at: number;
	#little = true;
	#ordinates = 2;

	constructor(blob: Uint8Array, offset: number) {
		this.#view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
		this.#at = offset;
	}

	geometry(): GeoJsonGeometry | null {
		switch (this.#header()) {
			case POINT: {
				const [x, y] = this.#position();
				return Number.isNaN(x) ? null : { type: 'Point', coordinates: [x, y] };
			}
			case POLYGON:
				return { type: 'Polygon', coordinates: this.#rings() };
			case MULTI_POLYGON: {
				const polygons: [number, number][][][] = [];
				for (let left = this.#count(9); left > 0; left--) {
					if (this.#header() !== POLYGON) throw new RangeError('part');
					polygons.push(this.#rings());
				}
				return { type: 'MultiPolygon', coordinates: polygons };
			}
			default:
				return null;
		}
	}

	/** Byte order and type; sets how many ordinates a position has (ISO adds thousands for Z, M, ZM; EWKB sets high bits). */
	#header(): number {
		this.#little = this.#view.getUint8(this.#at) === 1;
		const written = this.#uint32At(this.#at + 1);
		this.#at += 5;
		const type = written & 0x0fff_ffff;
		const iso = Math.floor(type / 1000);
		const z = (written & 0x8000_0000) !== 0 || iso === 1 || iso === 3;
		const m = (written & 0x4000_0000) !== 0 || iso === 2 || iso === 3;
		this.#ordinates = 2 + Number(z) + Number(m);
		return type % 1000;
	}

	#rings(): [number, number][][] {
		const rings: [number, number][][] = [];
		for (let left = this.#count(4); left > 0; left--) {
			const ring: [number, number][] = [];
			for (let points = this.#count(8 * this.#ordinates); points > 0; points--) ring.push(this.#position());
			rings.push(ring);
		}
		return rings;
	}

	#position(): [number, number] {
		const x = this.#view.getFloat64(this.#at, this.#little);
		const y = this.#view.getFloat64(this.#at + 8, this.#little);
		this.#at += 8 * this.#ordinates;
		return [x, y];
	}

	/** A number of items of at least `bytesEach`: more than the blob can hold is damage, not a reason to allocate. */
	#count(bytesEach: number): number {
		const count = this.#uint32At(this.#at);
		this.#at += 4;
		if (count * bytesEach > this.#view.byteLength - this.#at) throw new RangeError('count');
		return count;
	}

	#uint32At(at: number): number {
		return this.#view.getUint32(at, this.#little);
	}
}
