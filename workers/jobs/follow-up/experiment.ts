import {
	EXPERIMENT_FIGURES,
	SAME_HOURS_MINUTES,
	SAME_PLACE_METRES,
	type Expected,
	type ExpectedSite,
	type Experiment,
	type ExperimentFigure,
	type ExperimentOutcome,
	type ExperimentSite,
	type MatchDecision
} from '#domain/follow-up.ts';
import type { PlacePair } from '#core/follow-up/match-places.ts';
import type { SideFigures } from '#domain/scenario-answers.ts';
import type { FigureUnit } from '#domain/diagnostic.ts';
import { ranksLeft, sameSites } from './same-sites.ts';

const FIGURES: Readonly<
	Record<ExperimentFigure['id'], { readonly unit: FigureUnit; readonly of: (side: SideFigures) => number | null }>
> = {
	'counted-sites': { unit: 'sites', of: ({ countedSites }) => countedSites },
	'weekly-hours': { unit: 'hours', of: ({ weeklyOpenHours }) => weeklyOpenHours },
	coverage: { unit: 'share', of: ({ coverage }) => coverage.share },
	moment: { unit: 'share', of: ({ moment }) => moment.share },
	'median-weekly': { unit: 'hours', of: ({ medianWeeklyHours }) => medianWeeklyHours },
	'median-usable': { unit: 'hours', of: ({ medianUsableHours }) => medianUsableHours },
	'without-usable': { unit: 'share', of: ({ withoutUsable }) => withoutUsable.share }
};

/**
 * What a scenario promised against what was counted afterwards: figures of the whole, and each site that it changes.
 * @param expected of the territory as it was, under the scenario
 * @param counted of the territory as it became, without any
 */
export function experiment(
	scenario: string,
	expected: Expected,
	counted: Expected,
	decisions: readonly MatchDecision[] = []
): Experiment {
	const pairs = sameSites(expected.sites, counted.sites, decisions);
	const pairOf = new Map(pairs.map((pair) => [pair.before, pair]));
	const changed = expected.sites.flatMap((site, rank) => (site.changes.length === 0 ? [] : [rank]));
	const left = ranksLeft(
		counted.sites.length,
		pairs.map(({ after }) => after)
	);
	const gone = expected.sites.flatMap((site, rank) =>
		pairOf.has(rank) || site.changes.includes('closed') || site.changes.includes('added') ? [] : [site.name]
	);
	return {
		scenario,
		figures: EXPERIMENT_FIGURES.map((id) => {
			const { unit, of } = FIGURES[id];
			return {
				id,
				unit,
				before: of(expected.before),
				expected: of(expected.expected),
				counted: of(counted.before)
			};
		}),
		sites: changed.map((rank) => siteOf(expected.sites[rank], pairOf.get(rank) ?? null, counted.sites)),
		others: { opened: left.map((rank) => counted.sites[rank].name), closed: gone },
		notApplied: expected.notApplied
	};
}

function siteOf(site: ExpectedSite, pair: PlacePair | null, counted: readonly ExpectedSite[]): ExperimentSite {
	const found = pair === null ? null : counted[pair.after];
	const isDoubtful = pair !== null && pair.match === null;
	const sure = isDoubtful ? null : found;
	return {
		name: site.name,
		changes: site.changes,
		before: site.hoursBefore,
		expected: site.hoursExpected,
		counted: sure?.hoursBefore ?? null,
		outcome: isDoubtful ? 'doubtful' : outcomeOf(site, found, pair?.metres ?? 0),
		metres: sure === null ? null : (pair?.metres ?? null),
		surface: { expected: site.surfaceExpected, counted: sure?.surfaceExpected ?? null },
		entries: { before: site.entriesPerYear, after: sure?.entriesPerYear ?? null },
		maybe: isDoubtful ? (found?.name ?? null) : null
	};
}

/** The first thing that is not as expected. */
function outcomeOf(
	{ changes, hoursExpected, surfaceExpected }: ExpectedSite,
	found: ExpectedSite | null,
	metres: number
): ExperimentOutcome {
	if (changes.includes('closed')) return found === null ? 'as-expected' : 'not-closed';
	if (found === null) return changes.includes('added') ? 'not-opened' : 'gone';
	if (changes.includes('moved') && metres > SAME_PLACE_METRES) return 'not-moved';
	if (changes.includes('surface') && !changes.includes('hours')) {
		if (found.surfaceExpected === null) return 'unknown';
		if (found.surfaceExpected !== surfaceExpected) return 'other-surface';
		return 'as-expected';
	}
	if (!changes.includes('hours') && !changes.includes('added')) return 'as-expected';
	// Nobody decided the hours of the place: there is nothing to hold it to.
	if (hoursExpected === null) return changes.includes('added') ? 'as-expected' : 'unknown';
	if (found.hoursBefore === null) return 'unknown';
	const gap = found.hoursBefore - hoursExpected;
	if (Math.abs(gap) < SAME_HOURS_MINUTES / 60) return 'as-expected';
	return gap < 0 ? 'fewer-hours' : 'more-hours';
}
