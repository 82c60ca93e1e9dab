import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { FollowedYear, MatchDecision } from '#domain/follow-up.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { writeMessage } from '#i18n/message.ts';
import { readScenarioFile } from '#io/scenario/scenario-json.ts';
import { experimentSentences } from '../../lib/report/follow-up/experiment-tables.ts';
import { followUpJson } from '../../lib/report/follow-up/follow-up-document.ts';
import { followUpSentences } from '../../lib/report/follow-up/follow-up-sentences.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import { diagnosticData } from '#workers/jobs/diagnostic/diagnostic-data.ts';
import { expected } from '#workers/jobs/follow-up/expected.ts';
import { experiment } from '#workers/jobs/follow-up/experiment.ts';
import { followUp } from '#workers/jobs/follow-up/follow-up.ts';
import { followUpTables } from '#workers/jobs/follow-up/files.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { diskFolder, readWhole, requireResultFolder, writeFolder } from '../folder-disk.ts';
import { sayNotes } from '../notes.ts';
import { QUESTION_OPTIONS, questionOfOptions } from '../simulate-question.ts';

/** `follow-up`: two territory folders → follow-up.json, sites.csv, figures.csv, communes.csv; with a scenario, what it promised. */
export const command: Command = {
	summary: 'cli_follow_up_summary',
	positionals: ['DIR_BEFORE', 'DIR_AFTER'],
	options: [
		{ name: 'out', value: 'DIR', required: true, help: 'cli_out_folder' },
		{ name: 'scenario', value: 'FILE', help: 'cli_follow_up_scenario' },
		{ name: 'same', value: 'PAIR', repeatable: true, help: 'cli_follow_up_same' },
		{ name: 'other', value: 'PAIR', repeatable: true, help: 'cli_follow_up_other' },
		...QUESTION_OPTIONS
	],
	examples: [
		'follow-up mel-2025 mel-2026 --out suivi',
		'follow-up mel-2025 mel-2026 --scenario samedis.json --same 59350A=59350B --out suivi'
	],
	async run(context) {
		const { options, positionals, progress, locale, say, print } = context;
		const decisions = [
			...options.every('same').map((read) => decisionOf(read, true)),
			...options.every('other').map((read) => decisionOf(read, false))
		];
		const questionOf = questionOfOptions(options);
		await requireResultFolder(options.text('out'));
		const file = options.optional('scenario');
		const scenario = file === null ? null : readScenarioFile(await readWhole(file), file);
		if (scenario !== null) sayNotes(scenario.notes, context);
		const run = { signal: new AbortController().signal, progress: (share: number) => progress.share(share) };
		const text = (code: string) => writeMessage({ code, params: {} }, locale);
		const open = async (path: string) => {
			progress.step(text('cli_step_search'));
			const territory = new OpenTerritory();
			territory.open(await openSession(diskFolder(path), path, { onProgress: run.progress }));
			return territory;
		};
		const [before, after] = [await open(positionals[0]), await open(positionals[1])];
		// The same question of both, so that what differs is the territory.
		const question: Question = questionOf(before.baseline.summary);
		progress.step(text('cli_step_compare'));
		const years = [];
		for (const territory of [before, after]) {
			const data = await diagnosticData(territory, { question, costs: null }, run);
			years.push(yearOf(data, territory.baseline.summary));
		}
		const followed = followUp(years[0], years[1], decisions);
		const tried =
			scenario === null
				? null
				: experiment(
						scenario.scenario.name,
						await expected(before.baseline, { question, scenario: scenario.scenario }, run),
						await expected(after.baseline, { question, scenario: null }, run),
						decisions
					);
		const told = { followUp: followed, experiment: tried };
		const files = new Map([['follow-up.json', followUpJson(told)], ...followUpTables(told)]);
		await writeFolder(options.text('out'), files);
		for (const sentence of followUpSentences(followed, locale)) print(sentence);
		if (tried !== null) for (const sentence of experimentSentences(tried, locale)) print(sentence);
		say(writeMessage({ code: 'cli_wrote', params: { path: options.text('out') } }, locale));
	}
};

/** @throws UsageError `error_follow_up_pair` */
function decisionOf(read: string, same: boolean): MatchDecision {
	const at = read.indexOf('=');
	if (at <= 0 || at === read.length - 1) throw new UsageError('error_follow_up_pair', { read });
	return { before: read.slice(0, at), after: read.slice(at + 1), same };
}

function yearOf(
	{ area, sites, communes, figures }: DiagnosticData,
	{ sources, travel }: TerritorySummary
): FollowedYear {
	return { area, sites, communes, figures, vintage: sources.sites?.vintage ?? null, travel: travel.origin, sources };
}
