import { untrack } from 'svelte';
import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { ExpectedScenario, FollowedYear, MatchDecision, ToldFollowUp } from '#domain/follow-up.ts';
import { settledQuestion, type Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { readScenarioFile } from '#io/scenario/scenario-json.ts';
import type { DiagnosticRequest, TerritorySource } from '../compute/jobs.ts';
import { territoryClient, type WorkerClient } from '../compute/territory-client.ts';
import type { Atlas } from './atlas.svelte.ts';
import { Followed, type Asker } from './followed.svelte.ts';
import type { KeptStore } from './kept-store.ts';
import { MatchDecisions } from './match-decisions.svelte.ts';
import { Newest } from './newest.ts';
import type { Scenarios } from './scenarios.svelte.ts';

/**
 * Another time of the territory that is open, beside it: both asked the same question, and held against each other. It is in a worker of its
 * own; the territory that is open stays. To be made while a component is.
 */
export class FollowUps {
	readonly #atlas: Atlas;
	readonly #scenarios: Scenarios;
	readonly #client: WorkerClient;
	readonly #newest = new Newest();
	readonly decisions: MatchDecisions;
	/** Share opened of the other time on its way, null when none is. */
	opening = $state<number | null>(null);
	source = $state.raw<TerritorySource | null>(null);
	/** The other time; null until one is open. */
	other = $state.raw<TerritorySummary | null>(null);
	#opened = $state(0);
	/** The other time is the earlier one. */
	otherIsBefore = $state(true);
	/** Of the scenarios of the territory, or of a file: what was expected of the earlier time. */
	#chosenScenario = $state<string | null>(null);
	#scenarioOfFile = $state.raw<ExpectedScenario | null>(null);
	/** Pages that show it: nothing is computed for none. */
	#watchers = $state(0);

	readonly here: Followed<'diagnosticData'>;
	readonly there: Followed<'diagnosticData'>;
	readonly followed: Followed<'followUp'>;
	readonly #expectedHere: Followed<'expected'>;
	readonly #expectedThere: Followed<'expected'>;
	readonly experimented: Followed<'experiment'>;

	/** A scenario of the territory, or of a file; null: none is followed. */
	readonly scenario: ExpectedScenario | null = $derived.by(
		() => this.#scenarioOfFile ?? this.#scenarios.list.find(({ id }) => id === this.#chosenScenario) ?? null
	);
	readonly #question: Question | null = $derived.by(() => {
		const { question } = this.#atlas;
		if (this.#watchers === 0 || this.other === null || question === null) return null;
		return { ...settledQuestion(question), form: 'usable', scenario: null };
	});
	readonly #years = $derived.by(() => {
		const here = yearOf(this.here.current, this.#atlas.baseline);
		const there = yearOf(this.there.current, this.other);
		if (here === null || there === null) return null;
		return this.otherIsBefore ? { before: there, after: here } : { before: here, after: there };
	});
	/** Both times, and the experiment if one is followed, once they are of the question; null until then. */
	readonly told: ToldFollowUp | null = $derived.by(() => {
		const followUp = this.followed.current;
		return followUp && { followUp, experiment: this.experimented.current };
	});

	constructor(
		atlas: Atlas,
		scenarios: Scenarios,
		kept: KeptStore<readonly MatchDecision[]>,
		client: WorkerClient = territoryClient()
	) {
		this.#atlas = atlas;
		this.#scenarios = scenarios;
		this.#client = client;
		this.decisions = new MatchDecisions(kept);
		atlas.life.watch(client, () => this.#reopen());
		const other = this.#otherAsker();
		const data = (): DiagnosticRequest | null => this.#question && { question: this.#question, costs: null };
		this.here = new Followed(atlas, 'diagnosticData', data);
		this.there = new Followed(other, 'diagnosticData', data);
		this.followed = new Followed(
			atlas,
			'followUp',
			() => this.#years && { ...this.#years, decisions: this.decisions.list }
		);
		const expected = (isBefore: boolean) => {
			const { scenario } = this;
			if (this.#question === null || scenario === null) return null;
			const { id, name, modifications } = scenario;
			return { question: this.#question, scenario: isBefore ? { id, name, modifications } : null };
		};
		this.#expectedHere = new Followed(atlas, 'expected', () => expected(!this.otherIsBefore));
		this.#expectedThere = new Followed(other, 'expected', () => expected(this.otherIsBefore));
		this.experimented = new Followed(atlas, 'experiment', () => {
			const [here, there] = [this.#expectedHere.current, this.#expectedThere.current];
			if (here === null || there === null || this.scenario === null) return null;
			const sides = this.otherIsBefore ? { expected: there, counted: here } : { expected: here, counted: there };
			return { scenarioName: this.scenario.name, ...sides, decisions: this.decisions.list };
		});
		$effect(() => {
			const key = this.#key();
			untrack(() => void this.decisions.open(key));
		});
	}

	#otherAsker(): Asker {
		const source = () => this.source;
		const opened = () => this.#opened;
		return {
			client: this.#client,
			get source() {
				return source();
			},
			get opened() {
				return opened();
			},
			held: [],
			sitesAdded: '',
			fail: (error) => this.#atlas.fail(error)
		};
	}

	/** Names both times, in their order. */
	#key(): string | null {
		const here = this.#atlas.baseline;
		if (here === null || this.other === null) return null;
		const sides = this.otherIsBefore ? [this.other, here] : [here, this.other];
		return JSON.stringify(sides.map((side) => [side.name, vintageOf(side)]));
	}

	/** Until the answer is called, the other time is asked what follows from the question. */
	watch(): () => void {
		const count = (by: number) => untrack(() => (this.#watchers += by));
		count(1);
		return () => count(-1);
	}

	/** Opens another time, in the place of the former. Reports a failure rather than throwing. */
	async open(source: TerritorySource): Promise<void> {
		this.opening = 0;
		try {
			const summary = await this.#newest.ask((signal) =>
				this.#client.run('openTerritory', source, { signal, onProgress: (share) => (this.opening = share) })
			);
			if (summary === null) return;
			this.source = source;
			this.other = summary;
			this.#opened += 1;
			const here = this.#atlas.baseline;
			this.otherIsBefore = !(here !== null && yearIn(summary) > yearIn(here));
		} catch (error) {
			this.#atlas.fail(error);
		}
		this.opening = null;
	}

	cancelOpening(): void {
		this.#newest.drop();
		this.opening = null;
	}

	/** Lets the other time go, with its worker. */
	close(): void {
		this.cancelOpening();
		this.source = this.other = this.#scenarioOfFile = this.#chosenScenario = null;
		this.#client.close();
	}

	chooseScenario(id: string | null): void {
		this.#scenarioOfFile = null;
		this.#chosenScenario = id;
	}

	/** Follows the scenario of a file, which does not join those of the territory. Reports a failure rather than throwing. */
	async openScenario(file: File): Promise<void> {
		try {
			const { scenario } = readScenarioFile(new Uint8Array(await file.arrayBuffer()), file.name);
			this.#chosenScenario = scenario.id;
			this.#scenarioOfFile = scenario;
		} catch (error) {
			this.#atlas.fail(error);
		}
	}

	/** The scenario followed is of a file. */
	get isOfFile(): boolean {
		return this.#scenarioOfFile !== null;
	}

	async #reopen(): Promise<void> {
		if (this.source === null) return;
		try {
			await this.#client.run('openTerritory', this.source);
			this.#opened += 1;
		} catch (error) {
			this.#atlas.fail(error);
		}
	}
}

const vintageOf = ({ sources }: TerritorySummary): string | null => sources.sites?.vintage ?? null;

/** The year that the file of sites is of; 0 where it does not tell. */
function yearIn(summary: TerritorySummary): number {
	return Number(/\b(?:19|20)\d\d\b/.exec(vintageOf(summary) ?? '')?.[0] ?? 0);
}

function yearOf(data: DiagnosticData | null, summary: TerritorySummary | null): FollowedYear | null {
	if (data === null || summary === null) return null;
	const { area, sites, communes, figures } = data;
	const { sources, travel } = summary;
	return { area, sites, communes, figures, vintage: vintageOf(summary), travel: travel.origin, sources };
}
