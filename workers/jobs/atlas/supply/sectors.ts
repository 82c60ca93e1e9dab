import { profileInForce } from '#domain/default-profiles.ts';
import type { Question } from '#domain/question.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { JobContext } from '#workers/protocol.ts';
import { breather } from '../../../breathe.ts';
import { contiguitiesOf } from '../../sectors/contiguities.ts';
import { describeSectors } from '../../sectors/describe.ts';
import { sectorsEvidence, type SectorsTerms } from '../../sectors/evidence.ts';
import { baselineThreshold, findSectors } from '../../sectors/find.ts';
import { sectorsPeople } from '../../sectors/people.ts';
import { freeTimeOf } from '../hours/free-time.ts';
import { LeastRecent } from '../least-recent.ts';
import type { AtlasSession } from '../session.ts';
import { viewOf, type View } from '../view.ts';

/** Share of the work done after each step, where times are to be computed first. */
const DONE = { times: 0.6, evidence: 0.7, found: 0.85 } as const;

const ANSWERS_KEPT = 4;
const keptOf = new WeakMap<AtlasSession, LeastRecent<SectorsFoundAnswer>>();

/** Sectors, and the demand points below the threshold, after smoothing, of groups of too few people to be told apart. */
export interface SectorsFoundAnswer {
	readonly answer: SectorsAnswer;
	readonly notIndividualised: Uint32Array;
}

/**
 * The under-served sectors of the perimeter under a question, whatever its scope, people, form and cursor; kept by what they follow. For the
 * terms of the project they are those of `diagnose`.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function sectors(session: AtlasSession, question: Question, context: JobContext): Promise<SectorsAnswer> {
	return (await sectorsFound(session, question, context)).answer;
}

/** The same with what is not told apart. @throws as `sectors` */
export async function sectorsFound(
	session: AtlasSession,
	question: Question,
	context: JobContext
): Promise<SectorsFoundAnswer> {
	const { signal } = context;
	const onProgress = (share: number) => context.progress(share * DONE.times);
	const view = await viewOf(session, question, { signal, onProgress });
	signal.throwIfAborted();
	const kept = keptOf.get(session) ?? new LeastRecent<SectorsFoundAnswer>(ANSWERS_KEPT);
	keptOf.set(session, kept);
	const key = keyOf(question);
	const known = kept.peek(key);
	if (known !== undefined) return kept.get(key, () => known);
	const answered = await found(session, view, context);
	return kept.get(key, () => answered);
}

/** What sectors follow, and nothing else. */
function keyOf({ mode, cutoffMinutes, week, withNeighbours, supply, sectors, editedProfiles }: Question): string {
	const { kindsLeftOut, takenIn, leftOut } = supply;
	const { profile, minimumUsableMinutes, minimumPeople } = sectors;
	const { freeWindows, minimumVisitMinutes } = profileInForce(profile, editedProfiles);
	return JSON.stringify([
		[mode, cutoffMinutes, week, withNeighbours, kindsLeftOut, takenIn, leftOut],
		[freeWindows, minimumVisitMinutes, minimumUsableMinutes, minimumPeople]
	]);
}

async function found(
	session: AtlasSession,
	{ question, times, weeks, counted, cutoffSeconds }: View,
	{ signal, progress }: JobContext
): Promise<SectorsFoundAnswer> {
	const pause = breather();
	const after = async (share: number) => {
		progress(share);
		await pause();
		signal.throwIfAborted();
	};
	const { territory, basemap } = session;
	const { population } = territory;
	const input = { territory, times, weeks, counted };
	const evidence = sectorsEvidence(input, termsOf(session, question, cutoffSeconds));
	await after(DONE.evidence);
	const threshold = baselineThreshold(evidence, population);
	const groups = findSectors(evidence, threshold, population, contiguitiesOf(population));
	await after(DONE.found);
	const { minimumUsableSeconds, lowSupply } = threshold;
	const answer: SectorsAnswer = {
		threshold: {
			minimumUsableMinutes: minimumUsableSeconds === null ? null : minimumUsableSeconds / 60,
			distanceAlone:
				minimumUsableSeconds !== null ? null : evidence.openMinutes === null ? 'no-hours' : 'free-time-unknown',
			lowSupplyPer1000: lowSupply === null ? null : lowSupply * 1000
		},
		sectors: describeSectors(input, evidence, groups, basemap),
		people: sectorsPeople(population.people, groups)
	};
	const { smoothed, groups: sectorGroups } = groups;
	const ranks = [...smoothed.keys()];
	const apart = ranks.filter((point) => smoothed[point] === 1 && sectorGroups.sectorOf[point] < 0);
	return { answer, notIndividualised: Uint32Array.from(apart) };
}

/** The free time of the sectors' own profile in the week asked for. */
export function termsOf(
	session: AtlasSession,
	{ week, sectors, editedProfiles }: Question,
	cutoffSeconds: number
): SectorsTerms {
	const freeTime = freeTimeOf(session, week, profileInForce(sectors.profile, editedProfiles));
	return {
		cutoffSeconds,
		freeTime: freeTime === null ? null : { week: 0, ...freeTime },
		minimumUsableSeconds: sectors.minimumUsableMinutes * 60,
		minimumPeople: sectors.minimumPeople
	};
}
