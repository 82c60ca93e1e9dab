import { POINT_IN_DEFICIT, POINT_UNKNOWN, pointStates } from '#core/sectors/deficit.ts';
import type { Question } from '#domain/question.ts';
import type { Comparison, SideFigures } from '#domain/scenario-answers.ts';
import { breather } from '#workers/breathe.ts';
import type { JobContext } from '#workers/protocol.ts';
import { LeastRecent } from '../atlas/least-recent.ts';
import { termsOf } from '../atlas/supply/sectors.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { viewOf } from '../atlas/view.ts';
import { sectorsEvidence, type SectorsEvidence } from '../sectors/evidence.ts';
import { baselineThreshold } from '../sectors/find.ts';
import type { TravelSteps } from '../travel/travel-source.ts';
import { accessOfPoints } from './access-of-points.ts';
import { changeAnswer, changeOfMoments, changeOfProfiles, type Side } from './change-answer.ts';
import { changeOfPoints, type AccessOfPoints } from './change-of-points.ts';
import type { ComparisonRequest } from './scenario-jobs.ts';
import { sideFigures, type SectorsSide } from './side-figures.ts';

/** A scenario and the territory under it. */
export interface SessionOfScenario {
	readonly id: string;
	readonly session: AtlasSession;
}

/**
 * Scenarios against the territory as it was opened, for one question: exact differences, demand point by demand point, the same whatever
 * was asked before.
 * @param withGroups whether profiles and moments are compared
 * @param withSectors whether people below the threshold of under-served sectors are counted on each side; the threshold is frozen on the
 * baseline
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function compare(
	baseline: AtlasSession,
	scenarios: readonly SessionOfScenario[],
	{ question, withSectors, withGroups }: Omit<ComparisonRequest, 'scenarios'>,
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
	const sectorsOf = withSectors ? sectorsSides(before) : () => NOT_ASKED;
	const { ofPoints: beforeOfPoints, figures: baselineFigures } = await baselineOf(before, stepsOf(0));
	await onward(1 / sides);
	const compared: Comparison['scenarios'][number][] = [];
	for (const [rank, { id, session }] of scenarios.entries()) {
		const after = await sideOf(session, question, stepsOf(rank + 1));
		const afterOfPoints = await accessOfPoints(session, after.view, stepsOf(rank + 1));
		await onward((rank + 1.5) / sides);
		const changes = changeOfPoints(beforeOfPoints, afterOfPoints);
		const answer = changeAnswer(id, before, after, changes);
		const profiles = withGroups ? changeOfProfiles(before, after) : [];
		await onward((rank + 1.8) / sides);
		const change = { ...answer, profiles, moments: withGroups ? changeOfMoments(before, after) : [] };
		const figures = { ...sideFigures(session, after.view), ...sectorsOf(after) };
		compared.push({ id, figures, change });
		await onward((rank + 2) / sides);
	}
	return { baseline: { ...baselineFigures, ...sectorsOf(before) }, scenarios: compared };
}

/** What is told of the territory as it was opened: the same from one edit of a scenario to the next. To be read, never written. */
interface OfBaseline {
	readonly ofPoints: AccessOfPoints;
	readonly figures: Omit<SideFigures, keyof SectorsSide>;
}

// The questions that one goes back and forth between.
const BASELINES_KEPT = 4;
const keptOf = new WeakMap<AtlasSession, LeastRecent<OfBaseline>>();

async function baselineOf({ session, view }: Side, steps: TravelSteps): Promise<OfBaseline> {
	const kept = keptOf.get(session) ?? new LeastRecent<OfBaseline>(BASELINES_KEPT);
	keptOf.set(session, kept);
	const key = JSON.stringify({ ...view.question, scenario: null });
	const known = kept.peek(key);
	const told = known ?? {
		ofPoints: await accessOfPoints(session, view, steps),
		figures: sideFigures(session, view)
	};
	return kept.get(key, () => told);
}

async function sideOf(session: AtlasSession, question: Question, steps: TravelSteps): Promise<Side> {
	const view = await viewOf(session, question, steps);
	steps.signal?.throwIfAborted();
	return { session, view };
}

const NOT_ASKED: SectorsSide = { peopleInSectors: null, peopleNotClassed: null };

/** The people of the territory below the threshold frozen on the baseline, and those who cannot be classed, on any side. */
function sectorsSides(baseline: Side): (side: Side) => SectorsSide {
	const { people } = baseline.session.territory.population;
	const evidence = evidenceOf(baseline);
	const threshold = baselineThreshold(evidence, baseline.session.territory.population);
	return (side) => {
		const states = pointStates(side === baseline ? evidence : evidenceOf(side), threshold);
		const peopleOf = (state: number) =>
			people.reduce((sum, each, point) => (states[point] === state ? sum + each : sum), 0);
		return { peopleInSectors: peopleOf(POINT_IN_DEFICIT), peopleNotClassed: peopleOf(POINT_UNKNOWN) };
	};
}

function evidenceOf({ session, view }: Side): SectorsEvidence {
	const { times, weeks, counted, question, cutoffSeconds } = view;
	return sectorsEvidence(
		{ territory: session.territory, times, weeks, counted },
		termsOf(session, question, cutoffSeconds)
	);
}
