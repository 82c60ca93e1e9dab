import { profileInForce } from '#domain/default-profiles.ts';
import type { Question, Who } from '#domain/question.ts';
import { SCENARIOS_COMPARED } from '#domain/scenario.ts';
import type { ChangeOfPeople } from '#domain/scenario-answers.ts';
import { peopleText } from '#i18n/figures.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { scenarioSentence } from '#i18n/scenario-sentence.ts';
import { readScenarioFile } from '#io/scenario/scenario-json.ts';
import { profilePeople } from '#core/hours/profile-weights.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { simulate } from '#workers/jobs/scenario/simulate.ts';
import { UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';
import { diskFolder, readWhole, requireResultFolder, writeFolder } from '../folder-disk.ts';
import { sayNotes } from '../notes.ts';
import { QUESTION_OPTIONS, questionOfOptions } from '../simulate-question.ts';

/** `simulate`: territory folder and scenarios → comparison.json, communes.csv, cells.geojson, cost.json; a sentence for each scenario. */
export const command: Command = {
	summary: 'cli_simulate_summary',
	positionals: ['DIR'],
	options: [
		{ name: 'scenario', value: 'FILE', required: true, repeatable: true, help: 'cli_simulate_scenario' },
		{ name: 'out', value: 'DIR', required: true, help: 'cli_out_folder' },
		...QUESTION_OPTIONS
	],
	examples: [
		'simulate mel --scenario samedis.json --out resultats',
		'simulate mel --scenario a.json --scenario b.json --form openings --minutes 10 --out resultats'
	],
	async run(context) {
		const { options, positionals, progress, locale, say, print } = context;
		const [path] = positionals;
		const files = options.every('scenario');
		if (files.length > SCENARIOS_COMPARED) {
			throw new UsageError('error_simulate_scenarios', { read: files.length, most: SCENARIOS_COMPARED });
		}
		const questionOf = questionOfOptions(options);
		await requireResultFolder(options.text('out'));
		const read = await Promise.all(files.map(async (file) => readScenarioFile(await readWhole(file), file)));
		sayNotes(
			read.flatMap(({ notes }) => notes),
			context
		);
		const text = (code: string) => writeMessage({ code, params: {} }, locale);
		progress.step(text('cli_step_search'));
		const session = await openSession(diskFolder(path), path, { onProgress: (share) => progress.share(share) });
		progress.step(text('cli_step_compare'));
		const question = questionOf(session.summary);
		const simulation = await simulate(
			session,
			read.map(({ scenario }) => scenario),
			question,
			(message) => writeMessage(message, locale),
			{ signal: new AbortController().signal, progress: (share) => progress.share(share) }
		);
		await writeFolder(options.text('out'), simulation.files);
		const who = whoCompared(question, session);
		simulation.scenarios.forEach(({ scenario: { name }, applied, cost }, rank) => {
			const { whole } = simulation.comparison.scenarios[rank].change;
			for (const { modificationId: id, why } of applied.notApplied) {
				const params = { scenario: name, id, why: writeMessage(why, locale) };
				say(writeMessage({ code: 'cli_simulate_not_applied', params }, locale));
			}
			print(scenarioSentence(name, whole, who, cost, locale));
			print(countsText(whole, locale));
			for (const statement of cost.statements) say(writeMessage(statement, locale));
		});
		for (const statement of session.summary.travel.statements) say(writeMessage(statement, locale));
		say(writeMessage({ code: 'cli_wrote', params: { path: options.text('out') } }, locale));
	}
};

/** Of usable hours the ages of the profile, where the data tells them. */
function whoCompared({ form, profile, editedProfiles, who }: Question, { territory }: AtlasSession): Who {
	if (form !== 'usable') return who;
	const compared = profileInForce(profile, editedProfiles);
	const { basis } = profilePeople(territory.population, compared);
	return basis === 'ages' || basis === 'split' ? { kind: 'ages', ...compared.ages } : who;
}

function countsText({ improved, reduced, unchanged, unknown, unattached }: ChangeOfPeople, locale: Locale): string {
	const counts = { improved, reduced, unchanged, unknown, unattached };
	const params = Object.fromEntries(Object.entries(counts).map(([name, people]) => [name, peopleText(people, locale)]));
	return writeMessage({ code: 'cli_simulate_counts', params }, locale);
}
