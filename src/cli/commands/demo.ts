import { writeMessage } from '#i18n/message.ts';
import type { Command } from '../command.ts';
import { diagnoseDemo, headlines } from '../demo.ts';
import { writeFolder } from '../folder-disk.ts';

/** `demo`: the headline figures of the embedded, invented territory. */
export const command: Command = {
	summary: 'cli_demo_summary',
	positionals: [],
	options: [{ name: 'out', value: 'DIR', help: 'cli_out_folder' }],
	examples: ['demo', 'demo --out resultats-demo'],
	async run({ options, progress, locale, print }) {
		const { indicators, files } = await diagnoseDemo((message) => progress.step(writeMessage(message, locale)));
		const out = options.optional('out');
		if (out !== null) await writeFolder(out, files);
		for (const message of headlines(indicators, locale)) print(writeMessage(message, locale));
	}
};
