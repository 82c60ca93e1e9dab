import { MaillageError } from '#domain/notes.ts';
import { PbfReader } from 'pbf';
import type { ByteSource } from '../bytes/byte-source.ts';
import type { OsmVisitor } from './osm-entities.ts';
import { decoding, inflateBlock, pbfBlocks, type PbfBlock } from './osm-pbf-blocks.ts';
import { BLOCK_KINDS, visitPrimitiveBlock } from './osm-pbf-primitives.ts';
import { assembleOsmRoads, osmPassCount } from './osm-road-network.ts';
import { osmSource, type ImportedRoads, type RoadReadOptions } from './road-import.ts';

const KNOWN_FEATURES: ReadonlySet<string> = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/**
 * Roads of an .osm.pbf file: see `assembleOsmRoads` for what is kept. The file is read two or three times, one block at a time.
 * @throws MaillageError when the file is not OSM PBF, is cut or altered (saying at which block and byte), needs a feature
 * or a compression that is not read, or has no road; the signal's reason when it aborts.
 */
export async function readOsmPbf(source: ByteSource, options: RoadReadOptions = {}): Promise<ImportedRoads> {
	const passCount = osmPassCount(options.bounds);
	const kindsOfBlock = new Map<number, number>();
	let passesDone = 0;
	let vintage: string | null = null;
	const pass = async (visitor: OsmVisitor) => {
		const asked = kindsAsked(visitor);
		for await (const block of pbfBlocks(source)) {
			options.signal?.throwIfAborted();
			if (block.type === 'OSMHeader') vintage = readHeader(block);
			else if (block.type === 'OSMData' && (kindsOfBlock.get(block.block) ?? asked) & asked) {
				decoding(block, () => kindsOfBlock.set(block.block, visitPrimitiveBlock(inflateBlock(block), visitor)));
			}
			options.onProgress?.((passesDone + Math.min(1, block.endByte / source.size)) / passCount);
		}
		passesDone++;
	};
	const imported = await assembleOsmRoads(source.name, pass, options);
	return { ...imported, source: osmSource(source.name, vintage) };
}

function kindsAsked(visitor: OsmVisitor): number {
	return (
		(visitor.node ? BLOCK_KINDS.nodes : 0) |
		(visitor.way ? BLOCK_KINDS.ways : 0) |
		(visitor.relation ? BLOCK_KINDS.relations : 0)
	);
}

/** Checks that the file asks for nothing unknown, and returns the date of its data (YYYY-MM-DD) where it tells. */
function readHeader(block: PbfBlock): string | null {
	const features: string[] = [];
	let timestampSeconds = 0;
	decoding(block, () => {
		const bytes = inflateBlock(block);
		const reader = new PbfReader(bytes);
		for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
			if (field === 4) features.push(reader.readString());
			else if (field === 32) timestampSeconds = reader.readVarint(true);
		}
		if (reader.pos !== bytes.length) throw new Error('incomplete header');
	});
	const feature = features.find((name) => !KNOWN_FEATURES.has(name));
	if (feature !== undefined) throw new MaillageError('error_pbf_feature', { feature }, block.file);
	// Years 1970 to 9999: anything else is no date.
	return timestampSeconds > 0 && timestampSeconds < 253402300800
		? new Date(timestampSeconds * 1000).toISOString().slice(0, 10)
		: null;
}
