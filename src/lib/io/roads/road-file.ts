import { MaillageError } from '#domain/notes.ts';
import { Gunzip } from 'fflate';
import { readBdTopoRoads } from './bdtopo-roads.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { readFirstBytes } from '../bytes/first-bytes.ts';
import { isGzip } from '../bytes/gunzip-stream.ts';
import { readOsmPbf } from './osm-pbf.ts';
import { readOsmXml } from './osm-xml.ts';
import type { ImportedRoads, RoadReadOptions } from './road-import.ts';

export type RoadFileKind = 'osm-pbf' | 'osm-xml' | 'bdtopo-geojson';

/** How many first bytes `recogniseRoadFile` needs to be sure: a long geometry may come before the properties that tell. */
const ROAD_HEAD_BYTES = 64 * 1024;

/**
 * What kind of roads a file holds, by its first bytes (ROAD_HEAD_BYTES of them, or all); null when they are no roads we read.
 * The name serves only where the bytes leave a doubt: a GeoJSON whose first properties come too late to be seen.
 */
export function recogniseRoadFile(name: string, firstBytes: Uint8Array): RoadFileKind | null {
	if (latin1(firstBytes.subarray(4, 32)).includes('OSMHeader')) return 'osm-pbf';
	const head = latin1(isGzip(firstBytes) ? openHead(firstBytes) : firstBytes)
		.replace(/^\u00ef\u00bb\u00bf/, '')
		.trimStart();
	if (/^<(\?xml|!--|osm)/.test(head) && /<osm[\s>]/.test(head.slice(0, 8192))) return 'osm-xml';
	if (!isGzip(firstBytes) && head.startsWith('{') && head.includes('"FeatureCollection"')) {
		const isSections = /sens_de_circulation|vitesse_moyenne_vl|TRONROUT/i.test(head);
		if (isSections || /troncon_de_route/i.test(head.includes('"properties"') ? head : name)) return 'bdtopo-geojson';
	}
	return null;
}

/**
 * Roads of any file that `recogniseRoadFile` knows.
 * @throws MaillageError error_roads_unrecognised for another file; else what the reader of its format throws.
 */
export async function readRoads(source: ByteSource, options: RoadReadOptions = {}): Promise<ImportedRoads> {
	const head = await readFirstBytes(source, ROAD_HEAD_BYTES);
	const kind = recogniseRoadFile(source.name, head);
	if (kind === 'osm-pbf') return readOsmPbf(source, options);
	if (kind === 'osm-xml') return readOsmXml(source, options);
	if (kind === 'bdtopo-geojson') return readBdTopoRoads(source, options);
	throw new MaillageError(
		'error_roads_unrecognised',
		{ bytes: source.size, read: printable(head.subarray(0, 24)) },
		source.name
	);
}

/** What the first bytes of a gzip file open to. */
function openHead(firstBytes: Uint8Array): Uint8Array {
	let head = new Uint8Array(0);
	const gunzip = new Gunzip((chunk) => {
		if (head.length === 0) head = chunk.slice(0, ROAD_HEAD_BYTES);
	});
	try {
		gunzip.push(firstBytes.subarray(0, 4096), false);
	} catch {
		return head;
	}
	return head;
}

function latin1(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
}

function printable(bytes: Uint8Array): string {
	return latin1(bytes).replace(/[^\u0020-\u007e]/g, '·');
}
