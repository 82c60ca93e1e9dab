import { SCHOOL_ZONES, type SchoolZone } from '#domain/calendar.ts';
import type { OpeningSchedule } from '#domain/opening-schedule.ts';
import { scheduleLines } from '#i18n/describe-schedule.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { importPlaceHours } from '#io/sites/place-hours.ts';
import { hoursReport, scheduleReport, type HoursPlace, type HoursReport } from '#workers/jobs/hours-report.ts';
import { UsageError } from '../arguments.ts';
import type { Command, CommandContext, OptionValues } from '../command.ts';
import { fileSource } from '../file-source.ts';
import { sayNotes } from '../notes.ts';

/** `hours`: of one text, or of each place of a file, on standard output as JSON: as read, as understood, and the figures. */
export const command: Command = {
	summary: 'cli_hours_summary',
	positionals: [],
	options: [
		{ name: 'expr', value: 'TEXT', help: 'cli_hours_expr' },
		{ name: 'file', value: 'FILE', help: 'cli_hours_file' },
		{ name: 'zone', value: 'ZONE', required: true, choices: SCHOOL_ZONES, help: 'cli_prepare_zone' },
		{ name: 'dept', value: 'DEPT', required: true, help: 'cli_hours_dept' },
		{ name: 'year', value: 'YEAR', required: true, help: 'cli_hours_year' }
	],
	examples: [
		'hours --expr "Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30" --zone B --dept 59 --year 2026',
		'hours --expr "mardi et jeudi 16h-18h30, fermé en août" --zone B --dept 59 --year 2026',
		'hours --file lieux.csv --zone B --dept 59 --year 2026'
	],
	async run(context) {
		const { options, print } = context;
		const place = placeOf(options);
		const [expression, path] = [options.optional('expr'), options.optional('file')];
		if ((expression === null) === (path === null)) throw new UsageError('error_cli_expr_or_file');
		const told = expression === null ? await ofFile(path ?? '', place, context) : ofText(expression, place, context);
		print(JSON.stringify(told, null, 2));
	}
};

function placeOf(options: OptionValues): HoursPlace {
	const year = options.text('year');
	if (!/^\d{4}$/.test(year)) throw new UsageError('error_cli_year', { read: year });
	return { zone: options.text('zone') as SchoolZone, departement: options.text('dept'), year: Number(year) };
}

/** What was understood stands beside what was read. */
function understoodOf(schedule: OpeningSchedule, locale: Locale) {
	return { read: schedule.sourceText, says: scheduleLines(schedule, locale) };
}

function figuresOf(report: HoursReport, locale: Locale) {
	const reasons = report.reasons.map(({ figure, reason }) => ({ figure, reason: writeMessage(reason, locale) }));
	return { ...report, reasons };
}

function ofText(text: string, place: HoursPlace, { locale }: CommandContext) {
	const { schedule, notes, ...report } = hoursReport(text, place.zone, place.departement, place.year);
	const written = notes.map((note) => writeMessage(note, locale));
	return { ...understoodOf(schedule, locale), ...figuresOf(report, locale), notes: written };
}

async function ofFile(path: string, place: HoursPlace, context: CommandContext) {
	const { locale } = context;
	const source = await fileSource(path);
	const { value, notes } = importPlaceHours(await source.bytes(), source.name);
	sayNotes(notes, context);
	return value.map(({ id, name, communeName, row, schedule }) => ({
		id,
		name,
		commune: communeName,
		row,
		...(schedule === null ? { read: null, says: [] } : understoodOf(schedule, locale)),
		figures: schedule === null ? null : figuresOf(scheduleReport(schedule, place), locale)
	}));
}
