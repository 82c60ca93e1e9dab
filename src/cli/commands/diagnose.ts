import { writeMessage } from '#i18n/message.ts';
import { diagnose } from '#workers/jobs/diagnose/diagnose.ts';
import type { Command } from '../command.ts';
import { diskFolder, writeFolder } from '../folder-disk.ts';

/** `diagnose`: territory folder → indicators.json, communes.csv, cells.geojson, sites.csv. */
export const command: Command = {
	summary: 'cli_diagnose_summary',
	positionals: ['DIR'],
	options: [{ name: 'out', value: 'DIR', required: true, help: 'cli_out_folder' }],
	examples: ['diagnose mel --out resultats'],
	async run({ options, positionals, progress, locale, say }) {
		const [path] = positionals;
		progress.step(writeMessage({ code: 'cli_step_search', params: {} }, locale));
		const { files, indicators } = await diagnose(diskFolder(path), path, {
			onProgress: (share) => progress.share(share)
		});
		await writeFolder(options.text('out'), files);
		const error = indicators.travel.estimated_error;
		if (error !== null) {
			const percent = Math.round(error.median_absolute_relative_error * 100);
			const params = { percent, on: error.calibrated_on };
			say(writeMessage({ code: 'cli_estimated', params }, locale));
		}
		say(writeMessage({ code: 'cli_wrote', params: { path: options.text('out') } }, locale));
	}
};
