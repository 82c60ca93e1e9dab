import type { Modification, Scenario } from '#domain/scenario.ts';
import type { AppliedScenario } from '#domain/scenario-answers.ts';
import type { ScenarioInForce } from '../compute/jobs.ts';

/** A scenario as the worker holds it, and what became of it there. */
export interface HeldScenario extends ScenarioInForce {
	readonly applied: AppliedScenario;
	/** Another number each time that it is another, or of another opening: what was answered under it is then asked again. */
	readonly edition: number;
}

/** @param atOnce whether others wait for what it tells, to be asked then */
type SetScenarios = (scenarios: readonly ScenarioInForce[], atOnce: boolean) => Promise<readonly AppliedScenario[]>;

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
	/** What the worker last told that it holds: what is held runs ahead of it while an edit that keeps the sites is on its way. */
	#told: readonly ScenarioInForce[] = [];
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
		this.#own = this.#wanted = this.#told = [];
		this.#opening += 1;
		this.#hold([]);
	}

	/** The worker opened the territory anew, or took other hours: all are sent again. Resolves once they are held. */
	async again(): Promise<void> {
		this.#held = this.#told = [];
		this.#opening += 1;
		await this.#send();
	}

	async #send(): Promise<void> {
		if (this.#sending === null && isSame(this.#wanted, this.#told)) return;
		this.#sending ??= this.#sendAll();
		await this.#sending;
	}

	async #sendAll(): Promise<void> {
		try {
			while (!isSame(this.#wanted, this.#told)) {
				const [sent, opening] = [this.#wanted, this.#opening];
				const edition = ++this.#edition;
				const ahead = this.#ahead(sent);
				const asked = this.#set(sent, ahead === null);
				// The worker answers in order: what is asked from now on is asked under what it was just sent.
				if (ahead !== null) this.#hold(this.#heldNow(sent, ahead, edition));
				const applied = await asked;
				if (opening !== this.#opening) continue;
				this.#told = sent;
				this.#hold(this.#heldNow(sent, applied, edition));
			}
		} catch (error) {
			this.#told = [];
			this.#hold([]);
			this.#onfailure(error);
		}
		this.#sending = null;
	}

	/** What becomes of scenarios, known before the worker tells it: where each leaves the sites where they are in what is held of it; else null. */
	#ahead(sent: readonly ScenarioInForce[]): AppliedScenario[] | null {
		const known = sent.map(({ id, modifications }) => {
			const before = this.#held.find((scenario) => scenario.id === id);
			return before !== undefined && sitesMade(before.modifications) === sitesMade(modifications)
				? before.applied
				: null;
		});
		return known.every((applied) => applied !== null) ? known : null;
	}

	#heldNow(sent: readonly ScenarioInForce[], applied: readonly AppliedScenario[], edition: number): HeldScenario[] {
		return sent.flatMap((scenario) => {
			const became = applied.find(({ id }) => id === scenario.id);
			const before = this.#held.find(({ id }) => id === scenario.id);
			const isUnchanged = before !== undefined && sameModifications(before.modifications, scenario.modifications);
			if (became === undefined) return [];
			const kept = before === undefined ? became : shared(before.applied, became);
			// The same object: nothing that is derived of it is made again.
			if (isUnchanged && kept === before.applied) return [before];
			return [{ ...scenario, applied: kept, edition: isUnchanged ? before.edition : edition }];
		});
	}

	#hold(held: readonly HeldScenario[]): void {
		const isSame = held.length === this.#held.length && held.every((scenario, i) => scenario === this.#held[i]);
		this.#held = held;
		if (!isSame || held.length === 0) this.#onheld(held);
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

/** What modifications make of which sites there are and where, as text: all but the hours and the surface of one. */
function sitesMade(modifications: readonly Modification[]): string {
	const made = modifications.map(({ id, change }) => {
		if (change.kind === 'hours' || change.kind === 'surface') return { id, kind: change.kind, siteId: change.siteId };
		if (change.kind !== 'add') return { id, ...change };
		const { id: siteId, position } = change.site;
		return { id, kind: change.kind, siteId, position };
	});
	return JSON.stringify(made);
}

/** What became of a scenario, with the objects of before where they say the same: most edits leave the sites as they were. */
function shared(before: AppliedScenario, after: AppliedScenario): AppliedScenario {
	if (before === after || JSON.stringify(before) === JSON.stringify(after)) return before;
	return JSON.stringify(before.sites) === JSON.stringify(after.sites) ? { ...after, sites: before.sites } : after;
}
