import { writeMessage } from '#i18n/message.ts';
import { diagnose } from '#workers/jobs/diagnose/diagnose.ts';
import { estimatedNotice } from '#workers/jobs/estimated-model.ts';
import { sectorsStatements } from '#workers/jobs/sectors/statements.ts';
import type { Command } from '../command.ts';
import { diskFolder, requireResultFolder, writeFolder } from '../folder-disk.ts';

/** `diagnose`: territory folder → indicators.json, communes.csv, cells.geojson, sites.csv, sectors.csv, sectors.geojson. */
export const command: Command = {
	summary: 'cli_diagnose_summary',
	positionals: ['DIR'],
	options: [{ name: 'out', value: 'DIR', required: true, help: 'cli_out_folder' }],
	examples: ['diagnose mel --out resultats'],
	async run({ options, positionals, progress, locale, say }) {
		const [path] = positionals;
		await requireResultFolder(options.text('out'));
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
