import type { Question } from '#domain/question.ts';
import type { SupplyAnswer } from '#domain/supply-answers.ts';
import type { JobContext } from '#workers/protocol.ts';
import { breather } from '../../../breathe.ts';
import type { TravelSteps } from '../../travel/travel-source.ts';
import type { AtlasSession } from '../session.ts';
import { communesOf, epcisOf, viewOf, type View } from '../view.ts';
import { equityFigures, supplyFiguresByGroup } from './figures.ts';
import { supplyGroups } from './groups.ts';
import { supplyOfPoints } from './supply-of-points.ts';

/**
 * The supply that the people of a question have, how evenly it is shared, by group, commune and EPCI. All the people of the territory share,
 * whoever is asked about.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function supply(session: AtlasSession, question: Question, context: JobContext): Promise<SupplyAnswer> {
	const { signal } = context;
	const pause = breather();
	// Times of the territory, then of its margin.
	const onProgress = (share: number) => context.progress(share / 2);
	const view = await viewOf(session, question, { signal, onProgress });
	const steps = { signal, onProgress: (share: number) => context.progress((1 + share) / 2) };
	const ofPoints = await supplyOfPoints(session, view, steps);
	await pause();
	signal.throwIfAborted();
	const { weights, scopeGroup, times } = view;
	const by = (group: Int32Array, count: number) =>
		supplyFiguresByGroup(ofPoints, weights, times.attached, group, count);
	const [whole] = by(scopeGroup, 1);
	const communes = communesOf(session);
	const epcis = epcisOf(session);
	const groups = supplyGroups(session, view, ofPoints);
	await pause();
	signal.throwIfAborted();
	const inside = session.territory.communes.filter(({ margin }) => !margin);
	return {
		measure: question.measure,
		unit: ofPoints.unit,
		whole: { ...whole, ...equityFigures(ofPoints, whole, weights, scopeGroup) },
		otherNeighbours: await withOtherNeighbours(session, question, steps),
		groups,
		communes: by(communes.group, communes.keys.length).map((one, rank) => ({ ...one, code: inside[rank].code })),
		epcis: by(epcis.group, epcis.keys.length).map((one, rank) => ({ ...one, code: epcis.keys[rank] })),
		countedSites: ofPoints.countedSites,
		sitesWithCapacity: ofPoints.sitesWithCapacity,
		capacityReachingNobody: ofPoints.capacityReachingNobody,
		margin: ofPoints.margin
	};
}

/** The figures of the scope with neighbours in when they were out, and out when they were in; null where the territory has none. */
async function withOtherNeighbours(
	session: AtlasSession,
	question: Question,
	steps: TravelSteps
): Promise<SupplyAnswer['otherNeighbours']> {
	if (!session.territory.sites.some(({ margin }) => margin)) return null;
	const other: View = await viewOf(session, { ...question, withNeighbours: !question.withNeighbours }, steps);
	const ofPoints = await supplyOfPoints(session, other, steps);
	steps.signal?.throwIfAborted();
	return supplyFiguresByGroup(ofPoints, other.weights, other.times.attached, other.scopeGroup, 1)[0];
}
