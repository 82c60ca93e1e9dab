import { profilesInForce } from '#domain/default-profiles.ts';
import type { ProfileFigures } from '#domain/hours-answers.ts';
import type { Question } from '#domain/question.ts';
import { breather } from '#workers/breathe.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from '../session.ts';
import { viewOf } from '../view.ts';
import { freeTimeOf } from './free-time.ts';
import { freePeople, profileFigures } from './usable-figures.ts';

/**
 * Usable hours of every profile over the scope of a question, in the order proposed. They overlap: their people are never added.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function profiles(
	session: AtlasSession,
	question: Question,
	{ signal, progress }: JobContext
): Promise<readonly ProfileFigures[]> {
	const { access, scopeGroup } = await viewOf(session, question, { signal, onProgress: progress });
	signal.throwIfAborted();
	const { population } = session.territory;
	const asked = profilesInForce(question.editedProfiles).map((profile) => ({
		profile,
		freeTime: freeTimeOf(session, question.week, profile)
	}));
	access.usable.seconds(asked.flatMap(({ freeTime }) => freeTime ?? []));
	const figures: ProfileFigures[] = [];
	const breathe = breather();
	for (const { profile, freeTime } of asked) {
		await breathe();
		signal.throwIfAborted();
		const free = freePeople(population, profile, freeTime);
		figures.push(profileFigures(access, profile, free, question.sectors.minimumUsableMinutes, scopeGroup));
	}
	return figures;
}
