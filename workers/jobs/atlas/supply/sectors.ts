import { profileInForce } from '#domain/default-profiles.ts';
import type { Question } from '#domain/question.ts';
import type { SectorsAnswer } from '#domain/sectors-answer.ts';
import type { JobContext } from '#workers/protocol.ts';
import { contiguitiesOf } from '../../sectors/contiguities.ts';
import { describeSectors } from '../../sectors/describe.ts';
import { sectorsEvidence, type SectorsTerms } from '../../sectors/evidence.ts';
import { baselineThreshold, findSectors } from '../../sectors/find.ts';
import { sectorsPeople } from '../../sectors/people.ts';
import { freeTimeOf } from '../hours/free-time.ts';
import { LeastRecent } from '../least-recent.ts';
import type { AtlasSession } from '../session.ts';
import { viewOf, type View } from '../view.ts';

const ANSWERS_KEPT = 4;
const keptOf = new WeakMap<AtlasSession, LeastRecent<SectorsAnswer>>();

/**
 * The under-served sectors of the perimeter under a question, whatever its scope, people, form and cursor; kept by what they follow. For the
 * terms of the project they are those of `diagnose`.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function sectors(session: AtlasSession, question: Question, context: JobContext): Promise<SectorsAnswer> {
	const { signal } = context;
	const view = await viewOf(session, question, { signal, onProgress: (share) => context.progress(share) });
	signal.throwIfAborted();
	const kept = keptOf.get(session) ?? new LeastRecent<SectorsAnswer>(ANSWERS_KEPT);
	keptOf.set(session, kept);
	return kept.get(keyOf(question), () => found(session, view));
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

function found(session: AtlasSession, { question, times, weeks, counted, cutoffSeconds }: View): SectorsAnswer {
	const { territory, basemap } = session;
	const { population } = territory;
	const input = { territory, times, weeks, counted };
	const terms = termsOf(session, question, cutoffSeconds);
	const evidence = sectorsEvidence(input, terms);
	const threshold = baselineThreshold(evidence, population);
	const groups = findSectors(evidence, threshold, population, contiguitiesOf(population));
	const { minimumUsableSeconds, lowSupply } = threshold;
	return {
		threshold: {
			minimumUsableMinutes: minimumUsableSeconds === null ? null : minimumUsableSeconds / 60,
			distanceAlone:
				minimumUsableSeconds !== null ? null : evidence.openMinutes === null ? 'no-hours' : 'free-time-unknown',
			lowSupplyPer1000: lowSupply === null ? null : lowSupply * 1000
		},
		sectors: describeSectors(input, evidence, groups, basemap),
		people: sectorsPeople(population.people, groups)
	};
}

/** The free time of the sectors' own profile in the week asked for. */
function termsOf(
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
