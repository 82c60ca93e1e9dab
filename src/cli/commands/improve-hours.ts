import { basename } from 'node:path';
import { DEFAULT_COSTS, NO_COST_SAID } from '#domain/cost.ts';
import type { HoursAim, HoursChoice, HoursProposal } from '#domain/proposals.ts';
import type { Question } from '#domain/question.ts';
import type { Scenario } from '#domain/scenario.ts';
import { gapSentence, profileSentences, profilesText, slotSentence, totalSentence } from '#i18n/improve-words.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { HOURS_PROPOSAL_FORMAT, writeScenarioFile } from '#io/scenario/scenario-json.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { proposeHours } from '#workers/jobs/scenario/propose-hours.ts';
import { provenancedOf, resultHeading } from '#workers/jobs/scenario/session-provenance.ts';
import type { Command } from '../command.ts';
import { diskFolder, requireResultFile, writeWhole } from '../folder-disk.ts';
import { IMPROVE_OPTIONS, improveChoice, improveQuestion } from '../improve-request.ts';

/** `improve-hours`: which hours to add, to move or to take away; the proposal as JSON, with a scenario that `simulate` reads. */
export const command: Command = {
	summary: 'cli_improve_summary',
	positionals: ['DIR'],
	options: IMPROVE_OPTIONS,
	examples: [
		'improve-hours mel --add-hours 10 --out dix-heures.json',
		'improve-hours mel --add-hours 8 --weights student=2,full-time=1 --out ponderee.json',
		'improve-hours mel --add-hours 6 --aim move --profile secondary-pupil --per-site-hours 4 --out deplacer.json'
	],
	async run({ options, positionals, progress, locale, print, say }) {
		const [path] = positionals;
		const text = (code: string) => writeMessage({ code, params: {} }, locale);
		const questionOf = improveQuestion(options);
		await requireResultFile(options.text('out'));
		progress.step(text('cli_step_search'));
		const told = { onProgress: (share: number) => progress.share(share) };
		const session = await openSession(diskFolder(path), path, told);
		const choice = improveChoice(options, session);
		progress.step(text('cli_improve_step'));
		const request = { question: questionOf(session), choice };
		const proposal = await proposeHours(session, request, {
			signal: new AbortController().signal,
			progress: (share) => progress.share(share)
		});
		await writeWhole(options.text('out'), proposalJson(session, request, proposal, options.text('out'), locale));
		for (const sentence of sentences(session, proposal, locale)) print(sentence);
		for (const statement of [...proposal.statements, ...session.summary.travel.statements])
			say(writeMessage(statement, locale));
		say(writeMessage({ code: 'cli_wrote', params: { path: options.text('out') } }, locale));
	}
};

function sentences({ territory: { sites } }: AtlasSession, proposal: HoursProposal, locale: Locale): string[] {
	const names = new Map(sites.map(({ id, name }) => [id, name]));
	if (proposal.slots.length === 0) return [];
	const words = { edited: [], hasAges: proposal.hasAges };
	const gap = gapSentence(proposal, locale);
	return [
		...proposal.slots.map((slot) => slotSentence(slot, names.get(slot.siteId) ?? slot.siteId, words, locale)),
		totalSentence(proposal, words, locale),
		...profileSentences(proposal, [], locale),
		...(gap === null ? [] : [gap])
	];
}

/** Person-hours and minutes of the week as they are; what a scenario file holds under `scenario`. */
function proposalJson(
	session: AtlasSession,
	{ question, choice: { aim, minutes } }: { readonly question: Question; readonly choice: HoursChoice },
	proposal: HoursProposal,
	file: string,
	locale: Locale
): string {
	const { slots, profiles, personHoursBefore: before, personHoursAfter: after, bound, gap, isOptimal } = proposal;
	const changed = (added: boolean) =>
		slots.reduce((sum, slot) => (slot.added === added ? sum + (slot.end - slot.start) / 60 : sum), 0);
	const content = {
		...resultHeading(HOURS_PROPOSAL_FORMAT, provenancedOf(session)),
		question: { mode: question.mode, cutoff_minutes: question.cutoffMinutes, week: question.week },
		aim,
		hours_asked: minutes / 60,
		hours_added: changed(true),
		hours_removed: changed(false),
		gain_person_hours: after - before,
		before,
		after,
		bound,
		gap,
		optimal: isOptimal,
		profiles: profiles.map((one) => ({
			profile: one.profile,
			share: one.share,
			before: one.personHoursBefore,
			after: one.personHoursAfter,
			people_improved: one.peopleImproved,
			people_reduced: one.peopleReduced
		})),
		slots: slots.map(({ siteId, added, start, end, personHours, effects }) => ({
			site_id: siteId,
			added,
			start_minute_of_week: start,
			end_minute_of_week: end,
			person_hours: personHours,
			profiles: effects.map((one) => ({
				profile: one.profile,
				person_hours: one.personHours,
				people: one.people,
				most_minutes: one.mostMinutes
			}))
		})),
		statements: proposal.statements.map((statement) => writeMessage(statement, locale)),
		scenario: JSON.parse(
			new TextDecoder().decode(writeScenarioFile(scenarioOf(aim, minutes, proposal, file, locale), session.territory))
		) as unknown
	};
	return `${JSON.stringify(content, null, '\t')}\n`;
}

const NAMES = {
	add: 'cli_improve_scenario_add',
	move: 'cli_improve_scenario_move',
	remove: 'cli_improve_scenario_remove'
} as const satisfies Record<HoursAim, string>;

/** Told from other proposals by the name of its file. */
function scenarioOf(
	aim: HoursAim,
	minutes: number,
	{ schedules, profiles }: HoursProposal,
	file: string,
	locale: Locale
): Scenario {
	const params = { hours: minutes / 60, profiles: profilesText(profiles, [], locale) };
	return {
		id: identifierOf(basename(file).replace(/\.[^.]*$/, '')),
		name: writeMessage({ code: NAMES[aim], params }, locale),
		modifications: schedules.map(({ siteId, schedule }, rank) => ({
			id: `hours-${rank + 1}`,
			on: true,
			change: { kind: 'hours', siteId, schedule },
			cost: NO_COST_SAID
		})),
		costs: DEFAULT_COSTS
	};
}

/** As scenario files allow: unaccented letters, digits, hyphens. */
function identifierOf(text: string): string {
	const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
	return (
		plain
			.replace(/[^a-z\d]+/gi, '-')
			.replace(/^-+|-+$/g, '')
			.slice(0, 41) || 'improve-hours'
	);
}
