import { writeMessage } from '#i18n/message.ts';
import { readRoads } from '#io/roads/road-file.ts';
import type { ByteSource } from '#io/bytes/byte-source.ts';
import type { ImportedRoads, RoadReadOptions } from '#io/roads/road-import.ts';
import type { CommandContext } from './command.ts';
import { sayNotes } from './notes.ts';

/** Reads a file of roads of any format, with progress and its notes on standard error. */
export async function readRoadFile(
	source: ByteSource,
	context: CommandContext,
	options: RoadReadOptions = {}
): Promise<ImportedRoads> {
	const { progress, locale } = context;
	progress.step(writeMessage({ code: 'cli_step_roads', params: { file: source.name } }, locale));
	const roads = await readRoads(source, { ...options, onProgress: (share) => progress.share(share) });
	sayNotes(roads.notes, context);
	return roads;
}
