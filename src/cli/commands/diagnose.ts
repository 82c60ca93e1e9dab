import { writeMessage } from '#i18n/message.ts';
import { DEFAULT_MEASURES } from '#domain/default-question.ts';
import { MODES } from '#domain/travel.ts';
import { diagnose } from '#workers/jobs/diagnose/diagnose.ts';
import { estimatedNotice } from '#workers/jobs/estimated-model.ts';
import { sectorsStatements } from '#workers/jobs/sectors/statements.ts';
import { OUTPUTS, type Output } from '../../lib/report/outputs/document-files.ts';
import { UsageError } from '../arguments.ts';
import { runBatch, type Batch } from '../batch/batch.ts';
import { summaryColumns, summaryFigures } from '../batch/summary.ts';
import { UNIT_KINDS } from '../batch/units.ts';
import type { Command, OptionValues } from '../command.ts';
import { diskFolder, requireResultFolder, writeFolder } from '../folder-disk.ts';

/** What the documents of units are written in, when nothing is said. */
const DEFAULT_FORMATS: readonly Output[] = ['html', 'docx', 'xlsx'];
const DESCENDING = ':desc';

/**
 * `diagnose`: territory folder → indicators.json, communes.csv, cells.geojson, sites.csv, sectors.csv, sectors.geojson; with `--by`, the
 * diagnostic of each unit in a folder of its own, and their summary.
 */
export const command: Command = {
	summary: 'cli_diagnose_summary',
	positionals: ['DIR'],
	options: [
		{ name: 'out', value: 'DIR', required: true, help: 'cli_out_folder' },
		{ name: 'by', value: 'WORD', choices: UNIT_KINDS, help: 'batch_by' },
		{ name: 'formats', value: 'A,B,…', help: 'batch_formats' },
		{ name: 'sort', value: 'COLUMN', help: 'batch_sort' },
		{ name: 'again', value: null, help: 'batch_again' }
	],
	examples: [
		'diagnose mel --out resultats',
		'diagnose mel --by commune --formats html,docx,xlsx,geojson,gpkg,csv --out diagnostics',
		'diagnose isere --by epci --sort communes.without-site:desc --out diagnostics'
	],
	async run(context) {
		const { options, positionals, progress, locale, say } = context;
		const [path] = positionals;
		const batch = batchOf(options, path);
		await requireResultFolder(options.text('out'));
		if (batch !== null) return runBatch(batch, context);
		progress.step(writeMessage({ code: 'cli_step_search', params: {} }, locale));
		const { files, indicators } = await diagnose(diskFolder(path), path, {
			onProgress: (share) => progress.share(share)
		});
		await writeFolder(options.text('out'), files);
		const statements = [...sectorsStatements(indicators.sectors), ...estimatedNotice(indicators)];
		for (const statement of statements) say(writeMessage(statement, locale));
		say(writeMessage({ code: 'cli_wrote', params: { path: options.text('out') } }, locale));
	}
};

/**
 * The batch that the options ask for; null without `--by`.
 * @throws UsageError `error_batch_by` for an option of batches without it; `error_cli_choice`
 */
function batchOf(options: OptionValues, path: string): Batch | null {
	const by = UNIT_KINDS.find((kind) => kind === options.optional('by'));
	if (by === undefined) {
		const alone = ['formats', 'sort', 'again'].find((name) => options.has(name));
		if (alone !== undefined) throw new UsageError('error_batch_by', { option: `--${alone}` });
		return null;
	}
	const out = options.text('out');
	return { path, out, by, formats: formatsOf(options), again: options.has('again'), sort: sortOf(options) };
}

function formatsOf(options: OptionValues): readonly Output[] {
	const read = options.optional('formats');
	if (read === null) return DEFAULT_FORMATS;
	const words = read.split(',').map((word) => word.trim());
	const unknown = words.find((word) => !OUTPUTS.some((output) => output === word));
	if (unknown !== undefined)
		throw new UsageError('error_cli_choice', { option: '--formats', read: unknown, choices: OUTPUTS.join(', ') });
	return OUTPUTS.filter((output) => words.includes(output));
}

/** The column is known before anything is made, whatever the mode turns out to be. */
function sortOf(options: OptionValues): Batch['sort'] {
	const read = options.optional('sort') ?? 'name';
	const isDescending = read.endsWith(DESCENDING);
	const column = isDescending ? read.slice(0, -DESCENDING.length) : read;
	const choices = new Set(MODES.flatMap((mode) => summaryColumns(summaryFigures(mode, DEFAULT_MEASURES.profile))));
	if (!choices.has(column))
		throw new UsageError('error_cli_choice', { option: '--sort', read: column, choices: [...choices].join(', ') });
	return { column, isDescending };
}
