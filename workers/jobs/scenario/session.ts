import { MaillageError } from '#domain/notes.ts';
import type { Modification } from '#domain/scenario.ts';
import type { AppliedScenario } from '#domain/scenario-answers.ts';
import { withCorrectedHours } from '../atlas/hours/correct-hours.ts';
import type { HoursCorrection } from '../atlas/hours/hours-jobs.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { applyScenario, type UnderScenario } from './apply.ts';
import type { ScenarioInForce } from './scenario-jobs.ts';

/** A scenario on the territory that is open. */
export interface Held extends UnderScenario {
	readonly scenario: ScenarioInForce;
}

/** The territory that is open: as it was opened, with the hours that the user corrected, and under each scenario. */
export class OpenTerritory {
	#opened: AtlasSession | null = null;
	#baseline: AtlasSession | null = null;
	#scenarios: ReadonlyMap<string, Held> = new Map();

	/** Opens a territory in the place of the former one, without corrections or scenarios. */
	open(session: AtlasSession): void {
		this.#opened = this.#baseline = session;
		this.#scenarios = new Map();
	}

	/** The territory without any scenario. A job asked for before one is open is a fault of the programme. */
	get baseline(): AtlasSession {
		if (this.#baseline === null) throw new Error('No territory is open');
		return this.#baseline;
	}

	/**
	 * The territory under a scenario; null: without any.
	 * @throws MaillageError `error_question_scenario` for one that is not held
	 */
	under(scenario: string | null): AtlasSession {
		return scenario === null ? this.baseline : this.held(scenario).session;
	}

	/**
	 * A scenario, the territory under it and what became of it there.
	 * @throws MaillageError `error_question_scenario` for one that is not held
	 */
	held(scenario: string): Held {
		const held = this.#scenarios.get(scenario);
		if (held === undefined) throw new MaillageError('error_question_scenario', { read: scenario });
		return held;
	}

	/**
	 * Puts corrections of hours in the place of former ones; scenarios apply to the corrected territory.
	 * @throws MaillageError as `withCorrectedHours`
	 */
	correctHours(corrections: readonly HoursCorrection[]): AtlasSession {
		const { baseline } = this;
		const corrected = withCorrectedHours(this.#opened ?? baseline, corrections, baseline);
		this.#baseline = corrected;
		this.#scenarios = new Map(
			[...this.#scenarios].map(([id, { scenario, session }]) => [
				id,
				{ scenario, ...applyScenario(corrected, scenario, session) }
			])
		);
		return corrected;
	}

	/** Puts scenarios in the place of former ones. Those that change nothing more are the very same. */
	setScenarios(scenarios: readonly ScenarioInForce[]): AppliedScenario[] {
		const { baseline } = this;
		const former = this.#scenarios;
		const held = scenarios.map((scenario) => {
			const before = former.get(scenario.id);
			const same = sharedWith(before?.scenario, scenario);
			return before?.scenario === same
				? before
				: { scenario: same, ...applyScenario(baseline, same, before?.session ?? baseline) };
		});
		this.#scenarios = new Map(held.map((one) => [one.scenario.id, one]));
		return held.map(({ applied }) => applied);
	}
}

/**
 * A scenario whose changes are the objects of before wherever they say the same, so that what is kept by schedule is found again; the scenario
 * of before itself where all of them are, in the same order. What modifications cost changes nothing of the territory.
 */
function sharedWith(before: ScenarioInForce | undefined, scenario: ScenarioInForce): ScenarioInForce {
	if (before === undefined) return scenario;
	const known = new Map(before.modifications.map((one) => [one.id, one]));
	const modifications = scenario.modifications.map((one) => sharedModification(known.get(one.id), one));
	const isSame =
		modifications.length === before.modifications.length &&
		modifications.every((one, rank) => one === before.modifications[rank]);
	return isSame ? before : { ...scenario, modifications };
}

function sharedModification(before: Modification | undefined, modification: Modification): Modification {
	if (before === undefined || JSON.stringify(before.change) !== JSON.stringify(modification.change))
		return modification;
	return before.on === modification.on ? before : { ...modification, change: before.change };
}
