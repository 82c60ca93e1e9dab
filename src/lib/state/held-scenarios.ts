import type { Modification, Scenario } from '#domain/scenario.ts';
import type { AppliedScenario } from '#domain/scenario-answers.ts';
import type { ScenarioInForce } from '../compute/jobs.ts';

/** A scenario as the worker holds it, and what became of it there. */
export interface HeldScenario extends ScenarioInForce {
	readonly applied: AppliedScenario;
	/** Another number each time that it is another, or of another opening: what was answered under it is then asked again. */
	readonly edition: number;
}

type SetScenarios = (scenarios: readonly ScenarioInForce[]) => Promise<readonly AppliedScenario[]>;

/** What the worker is told of scenarios: the modifications switched on. */
export function inForce(scenarios: readonly Scenario[]): ScenarioInForce[] {
	return scenarios.map(({ id, modifications }) => ({ id, modifications: modifications.filter(({ on }) => on) }));
}

/**
 * Keeps the worker's scenarios as they are wanted. They are sent together, one sending at a time: of those wanted meanwhile only the
 * newest follows, so that a drag never piles up and always ends on its last place.
 */
export class HeldScenarios {
	readonly #set: SetScenarios;
	readonly #onheld: (held: readonly HeldScenario[]) => void;
	readonly #onfailure: (error: unknown) => void;
	/** The reader's own, and others held beside them. */
	#own: readonly ScenarioInForce[] = [];
	#beside: () => readonly ScenarioInForce[] = () => [];
	#wanted: readonly ScenarioInForce[] = [];
	#held: readonly HeldScenario[] = [];
	#sending: Promise<void> | null = null;
	/** Changes with what the worker has open: what it answered before is of nothing any more. */
	#opening = 0;
	#edition = 0;

	/**
	 * @param onheld told what is held, each time that it is something else
	 * @param onfailure told what went wrong: none is held then, until others are wanted
	 */
	constructor(set: SetScenarios, onheld: (held: readonly HeldScenario[]) => void, onfailure: (error: unknown) => void) {
		this.#set = set;
		this.#onheld = onheld;
		this.#onfailure = onfailure;
	}

	/** Has the worker hold these, in the place of former ones. */
	want(scenarios: readonly ScenarioInForce[]): void {
		this.#own = scenarios;
		this.#wantAll();
	}

	/**
	 * Has it hold others beside those: what a page compares and nobody keeps, as each modification alone. They are read each time that the
	 * reader's own are wanted, so that an edit is one sending.
	 */
	alongside(scenarios: () => readonly ScenarioInForce[]): void {
		this.#beside = scenarios;
		this.#wantAll();
	}

	#wantAll(): void {
		this.#wanted = [...this.#own, ...this.#beside()];
		void this.#send();
	}

	/** Another territory is open: none is held, none is wanted. */
	forget(): void {
		this.#own = this.#wanted = [];
		this.#opening += 1;
		this.#hold([]);
	}

	/** The worker opened the territory anew, or took other hours: all are sent again. Resolves once they are held. */
	async again(): Promise<void> {
		this.#held = [];
		this.#opening += 1;
		await this.#send();
	}

	async #send(): Promise<void> {
		if (this.#sending === null && isSame(this.#wanted, this.#held)) return;
		this.#sending ??= this.#sendAll();
		await this.#sending;
	}

	async #sendAll(): Promise<void> {
		try {
			while (!isSame(this.#wanted, this.#held)) {
				const [sent, opening] = [this.#wanted, this.#opening];
				const applied = await this.#set(sent);
				if (opening === this.#opening) this.#hold(this.#heldNow(sent, applied));
			}
		} catch (error) {
			this.#hold([]);
			this.#onfailure(error);
		}
		this.#sending = null;
	}

	#heldNow(sent: readonly ScenarioInForce[], applied: readonly AppliedScenario[]): HeldScenario[] {
		const next = ++this.#edition;
		return sent.flatMap((scenario) => {
			const became = applied.find(({ id }) => id === scenario.id);
			const before = this.#held.find(({ id }) => id === scenario.id);
			const isUnchanged = before !== undefined && sameModifications(before.modifications, scenario.modifications);
			const edition = isUnchanged ? before.edition : next;
			return became === undefined ? [] : [{ ...scenario, applied: became, edition }];
		});
	}

	#hold(held: readonly HeldScenario[]): void {
		this.#held = held;
		this.#onheld(held);
	}
}

function isSame(one: readonly ScenarioInForce[], other: readonly ScenarioInForce[]): boolean {
	return (
		one.length === other.length &&
		one.every(
			({ id, modifications }, i) => id === other[i].id && sameModifications(modifications, other[i].modifications)
		)
	);
}

/** Modifications are never edited in place: another one is another object. */
function sameModifications(one: readonly Modification[], other: readonly Modification[]): boolean {
	return one.length === other.length && one.every((modification, i) => modification === other[i]);
}
