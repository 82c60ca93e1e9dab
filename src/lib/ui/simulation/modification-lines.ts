import type { AppliedScenario, Comparison } from '#domain/scenario-answers.ts';
import type { Question } from '#domain/question.ts';
import type { Change, Modification, Scenario } from '#domain/scenario.ts';
import { isCivilWeek } from '#domain/week-choice.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { changeSentence, type SiteOf } from './change-words.ts';
import { gainSentence } from './gain-words.ts';
import type { SlotChanges } from './slot-changes.ts';

/** A modification as the list tells it. */
export interface ModificationLine {
	readonly id: string;
	readonly on: boolean;
	readonly sentence: string;
	/** What it alone brings; null while that is not known. */
	readonly gain: string | null;
	/** What the gain leaves out. */
	readonly caution: string | null;
	/** Why it is not applied. */
	readonly problem: string | null;
	/** Whether it makes a place whose hours are its own. */
	readonly makesSite: boolean;
}

/** The identifier under which the worker holds one modification alone, to tell what it brings. */
export const aloneId = (scenarioId: string, modificationId: string): string => `${scenarioId}/${modificationId}`;

/** The scenarios of one modification each, of those that are on; none where one alone is on: it is the scenario itself. */
export function modificationsAlone({ id, modifications }: Scenario): {
	readonly id: string;
	readonly modifications: readonly Modification[];
}[] {
	const on = modifications.filter((modification) => modification.on);
	if (on.length === 1) return [];
	return on.map((modification) => ({ id: aloneId(id, modification.id), modifications: [modification] }));
}

/** The scenario in which a modification that is on stands alone. */
function scenarioOfAlone({ id, modifications }: Scenario, modificationId: string): string {
	return modifications.filter(({ on }) => on).length === 1 ? id : aloneId(id, modificationId);
}

export interface LinesOf {
	readonly siteOf: SiteOf;
	/** What new hours of a site change in the week asked; null where it is not known. */
	readonly slotsOf: (modification: Modification) => SlotChanges | null;
	/** What became of the scenario; null while it is not held. */
	readonly applied: AppliedScenario | null;
	/** Each modification alone against the baseline, with the question asked; null while it is computed. */
	readonly alone: { readonly question: Question; readonly comparison: Comparison } | null;
}

export function modificationLines(
	scenario: Scenario,
	{ siteOf, slotsOf, applied, alone }: LinesOf,
	locale: Locale
): ModificationLine[] {
	return scenario.modifications.map((modification) => {
		const { id, on, change } = modification;
		const why = on ? applied?.notApplied.find(({ modificationId }) => modificationId === id)?.why : undefined;
		const compared = on
			? alone?.comparison.scenarios.find((one) => one.id === scenarioOfAlone(scenario, id))
			: undefined;
		return {
			id,
			on,
			sentence: changeSentence(change, siteOf, slotsOf(modification), locale),
			gain: alone === null || compared === undefined ? null : gainSentence(compared.change, alone.question, locale),
			caution:
				on && alone !== null && isLeftOut(change, alone.question) ? m.simulation_rounds_left_out({}, { locale }) : null,
			problem: why === undefined ? null : writeMessage(why, locale),
			makesSite: change.kind === 'add'
		};
	});
}

/** A typical week has the hours of every week alone: those of one week in two are in no figure of it. */
function isLeftOut(change: Change, { form, week }: Question): boolean {
	return (
		change.kind === 'bookmobile-stop' && change.rounds.weeks !== 'every' && form !== 'coverage' && !isCivilWeek(week)
	);
}
