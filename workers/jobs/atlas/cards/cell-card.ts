import type { CellCard } from '#domain/cards.ts';
import type { Question } from '#domain/question.ts';
import { ONLY_UNKNOWN_HOURS } from '#core/access/hours-in-reach.ts';
import type { JobContext } from '#workers/protocol.ts';
import { usableMinutesAsked } from '../hours/usable-access.ts';
import type { AtlasSession } from '../session.ts';
import { viewOf } from '../view.ts';
import { nearestPlaceName } from './nearest-place.ts';
import { communeNameOf, roundedPeople } from './people.ts';
import { secondsOrNull, sitesNearest } from './site-from-place.ts';

const SITES_LISTED = 5;

/**
 * What may be said of one cell: its own access, and its people to the nearest ten; no age and no poverty.
 * @throws RangeError for a rank that is no demand point; what `viewOf` throws
 */
export async function cellCard(
	session: AtlasSession,
	{ question, cell }: { readonly question: Question; readonly cell: number },
	{ signal }: Pick<JobContext, 'signal'>
): Promise<CellCard> {
	const { territory, basemap } = session;
	const { population } = territory;
	if (!(cell >= 0 && cell < population.count)) throw new RangeError(`Cell ${cell} of ${population.count}`);
	const view = await viewOf(session, question, { signal });
	const attached = view.times.attached[cell] === 1;
	const communeCode = population.communeCodes[cell];
	const { access } = view;
	const hoursKnown = access.withKnownHours > 0 && access.hoursInReach[cell] !== ONLY_UNKNOWN_HOURS;
	const usableMinutes = usableMinutesAsked(session, access, question);
	return {
		cell,
		peopleRounded: roundedPeople(population.people[cell]),
		imputed: population.imputed?.[cell] === 1,
		communeCode,
		communeName: communeNameOf(territory, communeCode),
		placeName: nearestPlaceName(basemap, [population.lon[cell], population.lat[cell]]),
		attached,
		nearestSeconds: secondsOrNull(access.nearest[cell]),
		weeklyHours: attached && hoursKnown ? access.openMinutes[cell] / 60 : null,
		usableHours: usableMinutes !== null && attached && hoursKnown ? usableMinutes[cell] / 60 : null,
		sitesInReach: access.sitesInReach[cell],
		nearest: sitesNearest(territory, view, cell, SITES_LISTED)
	};
}
