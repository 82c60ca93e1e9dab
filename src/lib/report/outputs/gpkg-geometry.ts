import type { Bounds, LonLat } from '#domain/geometry.ts';
import type { Geometry } from './layers.ts';

/** Types of well-known binary (OGC 06-103r4). */
const WKB = { Point: 1, Polygon: 3, MultiPoint: 4, MultiPolygon: 6 } as const;
const LITTLE_ENDIAN = 1;
/** Flags of the header: little-endian, an envelope of four numbers. */
const FLAGS = 0b0000_0011;
const HEADER_BYTES = 8 + 32;

/** The box of a geometry. */
export function geometryBounds(geometry: Geometry): Bounds {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const [lon, lat] of positionsOf(geometry)) {
		west = Math.min(west, lon);
		east = Math.max(east, lon);
		south = Math.min(south, lat);
		north = Math.max(north, lat);
	}
	return [west, south, east, north];
}

function positionsOf(geometry: Geometry): readonly LonLat[] {
	if (geometry.type === 'Point') return [geometry.at];
	return geometry.type === 'MultiPoint' ? geometry.at : geometry.rings.flat(2);
}

/** A geometry as GeoPackage stores it (OGC 12-128, 2.1.3): header, envelope, well-known binary. */
export function geometryBlob(geometry: Geometry, srsId: number): Uint8Array {
	const writer = new BinaryWriter(HEADER_BYTES + wkbBytes(geometry));
	for (const byte of [0x47, 0x50, 0, FLAGS]) writer.byte(byte);
	writer.uint32(srsId);
	const [west, south, east, north] = geometryBounds(geometry);
	for (const edge of [west, east, south, north]) writer.double(edge);
	writeWkb(writer, geometry);
	return writer.bytes;
}

function wkbBytes(geometry: Geometry): number {
	switch (geometry.type) {
		case 'Point':
			return 21;
		case 'MultiPoint':
			return 9 + 21 * geometry.at.length;
		case 'MultiPolygon':
			return geometry.rings.reduce(
				(sum, rings) => sum + 9 + rings.reduce((all, ring) => all + 4 + 16 * ring.length, 0),
				9
			);
	}
}

function writeWkb(writer: BinaryWriter, geometry: Geometry): void {
	switch (geometry.type) {
		case 'Point':
			writePoint(writer, geometry.at);
			return;
		case 'MultiPoint':
			writer.head(WKB.MultiPoint, geometry.at.length);
			for (const at of geometry.at) writePoint(writer, at);
			return;
		case 'MultiPolygon':
			writer.head(WKB.MultiPolygon, geometry.rings.length);
			for (const rings of geometry.rings) {
				writer.head(WKB.Polygon, rings.length);
				for (const ring of rings) {
					writer.uint32(ring.length);
					for (const [lon, lat] of ring) {
						writer.double(lon);
						writer.double(lat);
					}
				}
			}
	}
}

function writePoint(writer: BinaryWriter, [lon, lat]: LonLat): void {
	writer.byte(LITTLE_ENDIAN);
	writer.uint32(WKB.Point);
	writer.double(lon);
	writer.double(lat);
}

/** Little-endian, one after the other. */
class BinaryWriter {
	readonly bytes: Uint8Array;
	readonly #view: DataView;
	#at = 0;

	constructor(length: number) {
		this.bytes = new Uint8Array(length);
		this.#view = new DataView(this.bytes.buffer);
	}

	/** Byte order, type and number of parts. */
	head(type: number, count: number): void {
		this.byte(LITTLE_ENDIAN);
		this.uint32(type);
		this.uint32(count);
	}

	byte(value: number): void {
		this.#view.setUint8(this.#at, value);
		this.#at += 1;
	}

	uint32(value: number): void {
		this.#view.setUint32(this.#at, value, true);
		this.#at += 4;
	}

	double(value: number): void {
		this.#view.setFloat64(this.#at, value, true);
		this.#at += 8;
	}
}
