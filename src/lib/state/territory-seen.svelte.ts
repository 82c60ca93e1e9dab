import { settledQuestion, type MapIndicator, type MapLevel, type Question } from '#domain/question.ts';
import type { SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';
import type { HeldScenario } from './held-scenarios.ts';
import { NOTHING_CHOSEN, type MapState } from './map-url.ts';
import { INDICATOR_OF_FORM } from './of-form.ts';
import { heldOf, questionInForce, summaryUnder, withinSites, withSitesMoved } from './under-scenario.ts';

/**
 * The territory, the question and the map as they are seen: as it was opened, or under the scenario of the question, whose sites then
 * stand among the territory's. Ranks of sites are those of `summary`.
 */
export class TerritorySeen {
	/** The territory as it was opened. */
	baseline = $state.raw<TerritorySummary | null>(null);
	/** The question as the user stated it, which the address keeps. Null until a territory is open. */
	stated = $state.raw<Question | null>(null);
	/** While the reader looks at the baseline, whatever the scenario. */
	flipped = $state(false);
	/** The week strip is in sight. */
	showsStrip = $state(false);
	/** Scenarios that the worker holds: others cannot be asked about. */
	held = $state.raw<readonly HeldScenario[]>([]);
	/** What the map shows, sites out of sight included. */
	protected chosen = $state.raw<MapState>(NOTHING_CHOSEN);
	/** The sites that ranks in `chosen` are of, and what names the added ones of them in sight. */
	#ranked: { readonly sites: readonly SiteSummary[]; readonly added: string } = { sites: [], added: '' };

	/** The question as it is asked: under a scenario once the worker holds it. */
	readonly question: Question | null = $derived(questionInForce(this.stated, this.held, this.flipped));
	readonly #under = $derived(heldOf(this.held, this.question?.scenario ?? null));
	/** The same object as long as the sites are the same, whatever their hours. */
	readonly #sites: readonly SiteSummary[] | null = $derived(this.#under?.applied.sites ?? null);
	readonly summary: TerritorySummary | null = $derived(this.baseline && summaryUnder(this.baseline, this.#sites));
	/** Names the sites that the scenario adds, in their ranks. */
	readonly sitesAdded: string = $derived(addedTo(this.baseline, this.summary));
	readonly map: MapState = $derived(withinSites(this.chosen, this.summary?.sites ?? []));
	level = $state.raw<{ readonly level: MapLevel; readonly resolution: number }>({ level: 'hexagons', resolution: 8 });
	readonly indicator: MapIndicator = $derived(
		indicatorSeen(this.map.indicator, this.question) ?? INDICATOR_OF_FORM[this.question?.form ?? 'coverage']
	);
	/** What is asked of what follows neither the cursor nor the form. */
	protected readonly settled = $derived(this.question && settledQuestion(this.question));
	protected readonly showsSectors = $derived(
		this.map.sectors || this.map.table === 'sectors' || this.map.selection?.kind === 'sector'
	);

	/** The scenario seen and its edition; empty for the baseline. */
	protected get under(): string {
		return this.#under === undefined ? '' : `${this.#under.id}:${this.#under.edition}`;
	}

	/** A territory was opened, and the map chosen on its sites. */
	protected startRanks(): void {
		this.#ranked = { sites: this.summary?.sites ?? [], added: this.sitesAdded };
	}

	/** Where other sites are added than before, has what is pinned keep to its site. True then: what else ranks sites is of others. */
	protected keepRanks(): boolean {
		const { summary, sitesAdded: added } = this;
		if (summary === null || added === this.#ranked.added) return false;
		// A look at the baseline is soon over: what is pinned is pinned again then.
		if (!this.flipped) this.chosen = withSitesMoved(this.chosen, this.#ranked.sites, summary.sites);
		this.#ranked = { sites: this.flipped ? this.#ranked.sites : summary.sites, added };
		return true;
	}
}

/** A change is of a scenario: at the baseline the map shows what the sentence speaks of. */
const indicatorSeen = (chosen: MapIndicator | null, question: Question | null) =>
	chosen === 'change' && !question?.scenario ? null : chosen;

function addedTo(baseline: TerritorySummary | null, summary: TerritorySummary | null): string {
	if (baseline === null || summary === null) return '';
	return summary.sites
		.slice(baseline.sites.length)
		.map(({ id }) => id)
		.join(' ');
}
