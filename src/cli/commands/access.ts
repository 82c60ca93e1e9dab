import { importCostMatrix } from '#io/matrix/cost-matrix.ts';
import { restoreLostZeros } from '#io/matrix/matrix-ids.ts';
import { importAmounts } from '#io/tables/amounts-csv.ts';
import { writeCsv } from '#io/tables/csv-writer.ts';
import { writeMessage } from '#i18n/message.ts';
import { joinPairs } from '#core/access/join-pairs.ts';
import { ACCESS_METHODS, accessMethod } from '../access-method.ts';
import { joinNotes, requirePairs, requirePositiveCosts } from '../access-notes.ts';
import { accessSummary } from '../access-summary.ts';
import type { Command } from '../command.ts';
import { fileSource } from '../file-source.ts';
import { requireResultFile, writeWhole } from '../folder-disk.ts';
import { sayNotes } from '../notes.ts';

/** `access`: supply within reach of each demand point, and how it is shared between people. */
export const command: Command = {
	summary: 'cli_access_summary',
	positionals: [],
	options: [
		{ name: 'matrix', value: 'FILE', required: true, help: 'cli_access_matrix' },
		{ name: 'demand', value: 'FILE', required: true, help: 'cli_access_demand' },
		{ name: 'supply', value: 'FILE', required: true, help: 'cli_access_supply' },
		{ name: 'method', value: 'METHOD', required: true, choices: ACCESS_METHODS, help: 'cli_access_method' },
		{ name: 'cutoff', value: 'N', help: 'cli_access_cutoff' },
		{ name: 'weights', value: 'N:W,…', help: 'cli_access_weights' },
		{ name: 'decay', value: 'exp:B|power:B', help: 'cli_access_decay' },
		{ name: 'out', value: 'FILE', required: true, help: 'cli_out_file' }
	],
	examples: [
		'access --matrix temps.csv --demand carreaux.csv --supply bibliotheques.csv --method 2sfca --cutoff 15 --out acces.csv',
		'access --matrix temps.csv --demand carreaux.csv --supply bibliotheques.csv --method e2sfca --weights 10:1,20:.68,30:.22 --out acces.csv'
	],
	async run(context) {
		const { options, print, locale } = context;
		const method = accessMethod(options);
		await requireResultFile(options.text('out'));
		const matrixFile = await fileSource(options.text('matrix'));
		const demandFile = await fileSource(options.text('demand'));
		const supplyFile = await fileSource(options.text('supply'));
		const files = { matrix: matrixFile.name, demand: demandFile.name, supply: supplyFile.name };
		const demand = importAmounts(await demandFile.bytes(), demandFile.name, 'people');
		const supply = importAmounts(await supplyFile.bytes(), supplyFile.name, 'capacity');
		const knownIds = new Set([...demand.value.ids, ...supply.value.ids]);
		const read = importCostMatrix(await matrixFile.bytes(), matrixFile.name);
		const matrix = restoreLostZeros(read, knownIds, matrixFile.name);
		for (const { notes } of [demand, supply, matrix]) sayNotes(notes, context);
		const joined = joinPairs(matrix.value, demand.value.ids, supply.value.ids);
		requirePairs(joined, demand.value.ids, supply.value.ids, files);
		if (method.refusesZeroCost) requirePositiveCosts(joined.pairs, demand.value.ids, supply.value.ids, files);
		sayNotes(joinNotes(joined, demand.value.ids, supply.value.ids, files), context);
		const access = method.access(joined.pairs, demand.value.amount, supply.value.amount);
		const rows = demand.value.ids.map((id, point) => [id, access[point]]);
		await writeWhole(options.text('out'), writeCsv(['id', 'access'], rows));
		for (const message of accessSummary(access, demand.value.amount, method.isSupply, locale)) {
			print(writeMessage(message, locale));
		}
	}
};
