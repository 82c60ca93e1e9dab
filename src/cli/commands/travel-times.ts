import { MODES, UNREACHABLE, type Mode } from '#domain/travel.ts';
import { importPoints } from '#io/tables/points-csv.ts';
import { writeCsv } from '#io/tables/csv-writer.ts';
import { writeMessage } from '#i18n/message.ts';
import { buildRoadGraph } from '#core/roads/road-graph.ts';
import { manyToManySeconds } from '#core/travel/many-to-many.ts';
import { snapIndex, snapPoints } from '#core/travel/snap.ts';
import { numberOption } from '../arguments.ts';
import type { Command } from '../command.ts';
import { fileSource } from '../file-source.ts';
import { requireResultFile, writeWhole } from '../folder-disk.ts';
import { sayNotes, sayUnattached } from '../notes.ts';
import { readRoadFile } from '../roads.ts';

/** `travel-times`: every origin to every destination on the roads. */
export const command: Command = {
	summary: 'cli_travel_summary',
	positionals: [],
	options: [
		{ name: 'roads', value: 'FILE', required: true, help: 'cli_travel_roads' },
		{ name: 'from', value: 'FILE', required: true, help: 'cli_travel_from' },
		{ name: 'to', value: 'FILE', required: true, help: 'cli_travel_to' },
		{ name: 'mode', value: 'MODE', choices: MODES, fallback: 'car', help: 'cli_travel_mode' },
		{ name: 'cutoff', value: 'MIN', help: 'cli_travel_cutoff' },
		{ name: 'access-leg', value: null, help: 'cli_travel_access' },
		{ name: 'snap-metres', value: 'N', fallback: '1000', help: 'cli_travel_snap' },
		{ name: 'out', value: 'FILE', required: true, help: 'cli_out_file' }
	],
	examples: [
		'travel-times --roads departement.osm.pbf --from mairies.csv --to bibliotheques.csv --mode car --cutoff 30 --out temps.csv'
	],
	async run(context) {
		const { options } = context;
		const snapMetres = numberOption(options, 'snap-metres', 0, 100_000);
		const capSeconds = options.has('cutoff') ? numberOption(options, 'cutoff', 0, 24 * 60) * 60 : Infinity;
		await requireResultFile(options.text('out'));
		const roadFile = await fileSource(options.text('roads'));
		const fromFile = await fileSource(options.text('from'));
		const toFile = await fileSource(options.text('to'));
		const from = importPoints(await fromFile.bytes(), fromFile.name);
		const to = importPoints(await toFile.bytes(), toFile.name);
		const roads = await readRoadFile(roadFile, context);
		context.progress.step(writeMessage({ code: 'cli_step_search', params: {} }, context.locale));
		const graph = buildRoadGraph(roads.value, options.text('mode') as Mode);
		const index = snapIndex(graph);
		const origins = snapPoints(graph, from.value.lon, from.value.lat, snapMetres, index);
		const destinations = snapPoints(graph, to.value.lon, to.value.lat, snapMetres, index);
		const accessLeg = options.has('access-leg') ? 'timed' : 'free';
		const seconds = manyToManySeconds(graph, origins, destinations, { capSeconds, accessLeg });
		const rows = from.value.ids.flatMap((origin, o) =>
			to.value.ids.map((destination, d) => {
				const time = seconds[o * to.value.ids.length + d];
				return [origin, destination, time === UNREACHABLE ? null : time];
			})
		);
		await writeWhole(options.text('out'), writeCsv(['from', 'to', 'seconds'], rows));
		for (const imported of [from, to]) sayNotes(imported.notes, context);
		sayUnattached(fromFile.name, origins, snapMetres, context);
		sayUnattached(toFile.name, destinations, snapMetres, context);
	}
};
