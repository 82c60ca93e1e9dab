import { POINT_IN_DEFICIT, pointStates } from '#core/sectors/deficit.ts';
import type { Question } from '#domain/question.ts';
import type { Comparison } from '#domain/scenario-answers.ts';
import { breather } from '#workers/breathe.ts';
import type { JobContext } from '#workers/protocol.ts';
import { termsOf } from '../atlas/supply/sectors.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { viewOf } from '../atlas/view.ts';
import { sectorsEvidence, type SectorsEvidence } from '../sectors/evidence.ts';
import { baselineThreshold } from '../sectors/find.ts';
import type { TravelSteps } from '../travel/travel-source.ts';
import { accessOfPoints } from './access-of-points.ts';
import { changeAnswer, changeOfMoments, changeOfProfiles, type Side } from './change-answer.ts';
import { changeOfPoints } from './change-of-points.ts';
import { sideFigures } from './side-figures.ts';

/** A scenario and the territory under it. */
export interface SessionOfScenario {
	readonly id: string;
	readonly session: AtlasSession;
}

/**
 * Scenarios against the territory as it was opened, for one question: exact differences, demand point by demand point, the same whatever
 * was asked before.
 * @param withSectors whether people below the threshold of under-served sectors are counted on each side; the threshold is frozen on the
 * baseline
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function compare(
	baseline: AtlasSession,
	scenarios: readonly SessionOfScenario[],
	{ question, withSectors }: { readonly question: Question; readonly withSectors: boolean },
	{ signal, progress }: JobContext
): Promise<Comparison> {
	const pause = breather();
	const onward = async (share: number) => {
		progress(share);
		await pause();
		signal.throwIfAborted();
	};
	const sides = scenarios.length + 1;
	const stepsOf = (rank: number): TravelSteps => ({
		signal,
		onProgress: (share) => progress((rank + share / 2) / sides)
	});
	const before = await sideOf(baseline, question, stepsOf(0));
	const below = withSectors ? peopleBelow(before) : null;
	const beforeOfPoints = await accessOfPoints(baseline, before.view, stepsOf(0));
	await onward(1 / sides);
	const compared: Comparison['scenarios'][number][] = [];
	for (const [rank, { id, session }] of scenarios.entries()) {
		const after = await sideOf(session, question, stepsOf(rank + 1));
		const afterOfPoints = await accessOfPoints(session, after.view, stepsOf(rank + 1));
		await onward((rank + 1.5) / sides);
		const changes = changeOfPoints(beforeOfPoints, afterOfPoints);
		const answer = changeAnswer(id, before, after, changes);
		const profiles = changeOfProfiles(before, after);
		await onward((rank + 1.8) / sides);
		const change = { ...answer, profiles, moments: changeOfMoments(before, after) };
		const figures = { ...sideFigures(session, after.view), peopleInSectors: below === null ? null : below(after) };
		compared.push({ id, figures, change });
		await onward((rank + 2) / sides);
	}
	const peopleInSectors = below === null ? null : below(before);
	return { baseline: { ...sideFigures(baseline, before.view), peopleInSectors }, scenarios: compared };
}

async function sideOf(session: AtlasSession, question: Question, steps: TravelSteps): Promise<Side> {
	const view = await viewOf(session, question, steps);
	steps.signal?.throwIfAborted();
	return { session, view };
}

/** The people of the territory below the threshold frozen on the baseline, on any side. */
function peopleBelow(baseline: Side): (side: Side) => number {
	const { people } = baseline.session.territory.population;
	const evidence = evidenceOf(baseline);
	const threshold = baselineThreshold(evidence, baseline.session.territory.population);
	return (side) => {
		const states = pointStates(side === baseline ? evidence : evidenceOf(side), threshold);
		return people.reduce((sum, each, point) => (states[point] === POINT_IN_DEFICIT ? sum + each : sum), 0);
	};
}

function evidenceOf({ session, view }: Side): SectorsEvidence {
	const { times, weeks, counted, question, cutoffSeconds } = view;
	return sectorsEvidence(
		{ territory: session.territory, times, weeks, counted },
		termsOf(session, question, cutoffSeconds)
	);
}
