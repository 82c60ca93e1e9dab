import { MaillageError, type Note } from '#domain/notes.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { gunzipStream, isGzip, plainStream } from '../bytes/gunzip-stream.ts';
import type { OsmVisitor } from './osm-entities.ts';
import { assembleOsmRoads, osmPassCount } from './osm-road-network.ts';
import { OsmXmlParser, type OsmXmlHeader } from './osm-xml-entities.ts';
import { readFirstBytes } from '../bytes/first-bytes.ts';
import { osmSource, type ImportedRoads, type RoadReadOptions } from './road-import.ts';

/**
 * Roads of an OSM XML file (.osm, .osm.gz), as `readOsmPbf` reads those of a PBF. The text is read two or three times, a
 * piece at a time, and never held.
 * @throws MaillageError when the file is not OSM XML, is cut or altered (saying at which line or byte), or has no road;
 * the signal's reason when it aborts.
 */
export async function readOsmXml(source: ByteSource, options: RoadReadOptions = {}): Promise<ImportedRoads> {
	const passCount = osmPassCount(options.bounds);
	const isCompressed = isGzip(await readFirstBytes(source, 2));
	let header: OsmXmlHeader = { vintage: null, remark: null };
	let passesDone = 0;
	const pass = async (visitor: OsmVisitor) => {
		const parser = new OsmXmlParser(source.name, visitor);
		const decoder = new TextDecoder('utf-8', { fatal: true });
		for await (const { bytes, readBytes } of isCompressed ? gunzipStream(source) : plainStream(source)) {
			options.signal?.throwIfAborted();
			parser.write(decode(source.name, decoder, bytes, readBytes));
			options.onProgress?.((passesDone + Math.min(1, readBytes / source.size)) / passCount);
		}
		parser.end();
		passesDone++;
		header = parser.header;
	};
	const imported = await assembleOsmRoads(source.name, pass, options);
	return {
		...imported,
		notes: [...remarkNotes(source.name, header), ...imported.notes],
		source: osmSource(source.name, header.vintage)
	};
}

function decode(file: string, decoder: TextDecoder, bytes: Uint8Array, byte: number): string {
	try {
		return decoder.decode(bytes, { stream: true });
	} catch {
		throw new MaillageError('error_osm_xml_encoding', { byte }, file);
	}
}

function remarkNotes(file: string, { remark }: OsmXmlHeader): Note[] {
	if (remark === null) return [];
	return [
		{
			severity: 'info',
			message: { code: 'note_osm_remark', params: { remark } },
			file,
			row: null,
			column: null,
			read: remark
		}
	];
}
