import type { Expected, ExpectedChange, ExpectedScenario, ExpectedSite } from '#domain/follow-up.ts';
import type { Question } from '#domain/question.ts';
import type { JobContext } from '#workers/protocol.ts';
import { answer } from '../atlas/answer.ts';
import { NOT_PUBLIC } from '../atlas/cards/site-from-place.ts';
import { standsInScope } from '../atlas/scope.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { SCENARIO_MINUTE } from '../diagnostic/scenario-figures.ts';
import { applyScenario } from '../scenario/apply.ts';
import { compare } from '../scenario/compare.ts';

/**
 * What a territory is expected to become under a scenario, in the area of a question and at the moment that scenarios are told at; without one,
 * what it is, both sides then the same.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function expected(
	baseline: AtlasSession,
	{ question, scenario }: { readonly question: Question; readonly scenario: ExpectedScenario | null },
	{ signal, progress }: JobContext
): Promise<Expected> {
	const asked: Question = { ...question, scenario: null, minute: SCENARIO_MINUTE };
	const under =
		scenario === null
			? null
			: applyScenario(baseline, { ...scenario, modifications: scenario.modifications.filter(({ on }) => on) });
	const { baseline: before, scenarios } = await compare(
		baseline,
		under === null ? [] : [{ id: under.applied.id, session: under.session }],
		{ question: asked, withSectors: false, withGroups: false },
		{ signal, progress: (share) => progress(share * 0.8) }
	);
	const quiet: JobContext = { signal, progress: () => {} };
	const hoursBefore = (await answer(baseline, asked, quiet)).sites;
	const hoursExpected = under === null ? hoursBefore : (await answer(under.session, asked, quiet)).sites;
	const session = under?.session ?? baseline;
	const changes = changesOf(under?.applied ?? null);
	const stands = standsInScope(session.territory, question.scope);
	const sites = session.territory.sites.flatMap((site, rank): ExpectedSite[] => {
		const isPublic = hoursExpected[rank].counted || !(NOT_PUBLIC.has(site.kind) || site.kind === 'return-box');
		if (!isPublic || !stands(site)) return [];
		const { id, name, kind, position, communeCode, figures } = site;
		return [
			{
				id,
				name,
				kind,
				position,
				communeCode,
				changes: changes.get(rank) ?? [],
				hoursBefore: hoursBefore[rank]?.weeklyHours ?? null,
				hoursExpected: changes.get(rank)?.includes('closed') ? null : hoursExpected[rank].weeklyHours,
				surfaceExpected: figures.surfaceSquareMetres,
				entriesPerYear: figures.entriesPerYear
			}
		];
	});
	progress(1);
	return {
		before,
		expected: scenarios[0]?.figures ?? before,
		sites,
		notApplied: under?.applied.notApplied.map(({ why }) => why) ?? []
	};
}

/** By rank. */
function changesOf(applied: ReturnType<typeof applyScenario>['applied'] | null): Map<number, ExpectedChange[]> {
	const changes = new Map<number, ExpectedChange[]>();
	if (applied === null) return changes;
	const { closed, added, moved, otherHours, otherSurface } = applied;
	for (const [change, ranks] of Object.entries({ closed, added, moved, hours: otherHours, surface: otherSurface })) {
		for (const rank of ranks) changes.set(rank, [...(changes.get(rank) ?? []), change as ExpectedChange]);
	}
	return changes;
}
