import { SCHOOL_ZONES, type SchoolZone } from '#domain/calendar.ts';
import type { Message } from '#domain/notes.ts';
import { writeMessage } from '#i18n/message.ts';
import { hoursReport } from '#workers/jobs/hours-report.ts';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';

/** `hours`: one expression, on standard output as JSON. */
export const command: Command = {
	summary: 'cli_hours_summary',
	positionals: [],
	options: [
		{ name: 'expr', value: 'TEXT', required: true, help: 'cli_hours_expr' },
		{ name: 'zone', value: 'ZONE', required: true, choices: SCHOOL_ZONES, help: 'cli_prepare_zone' },
		{ name: 'dept', value: 'DEPT', required: true, help: 'cli_hours_dept' },
		{ name: 'year', value: 'YEAR', required: true, help: 'cli_hours_year' }
	],
	examples: [
		'hours --expr "Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30" --zone B --dept 59 --year 2026'
	],
	async run({ options, locale, print }) {
		const year = options.text('year');
		if (!/^\d{4}$/.test(year)) throw new UsageError('error_cli_year', { read: year });
		const report = hoursReport(
			options.text('expr'),
			options.text('zone') as SchoolZone,
			options.text('dept'),
			Number(year)
		);
		const text = (message: Message) => writeMessage(message, locale);
		print(
			JSON.stringify(
				{
					...report,
					reasons: report.reasons.map(({ figure, reason }) => ({ figure, reason: text(reason) })),
					notes: report.notes.map(text)
				},
				null,
				2
			)
		);
	}
};
