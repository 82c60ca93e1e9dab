import type { SiteCard } from '#domain/cards.ts';
import type { Message } from '#domain/notes.ts';
import { CUTOFF_CHOICES, WEEK_KINDS, type Question, type WeekKind } from '#domain/question.ts';
import { isCivilWeek, referenceWeek } from '#domain/week-choice.ts';
import { peopleInReach } from '#core/access/catchment.ts';
import { peopleOnlyHere } from '#core/access/only-here.ts';
import { isoDateOf } from '#core/hours/civil-date.ts';
import { weeklyMinutes, type WeeklyMinutes } from '#core/hours/reference-week.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { AtlasSession } from '../session.ts';
import { viewOf, type View } from '../view.ts';
import { openingsOf } from '../week-openings.ts';
import { stateAt } from './site-from-place.ts';

/**
 * One site: its three weeks and the civil one asked, what of them is not for the public or not known, and whom it is within reach of, alone.
 * @throws RangeError for a rank that is no site; what `viewOf` throws
 */
export async function siteCard(
	session: AtlasSession,
	{ question, site }: { readonly question: Question; readonly site: number },
	{ signal }: Pick<JobContext, 'signal'>
): Promise<SiteCard> {
	const { territory, weeks, calendar, year } = session;
	if (!(site >= 0 && site < territory.sites.length)) throw new RangeError(`Site ${site} of ${territory.sites.length}`);
	const view = await viewOf(session, question, { signal });
	const { address, schedule } = territory.sites[site];
	const read = schedule === null ? null : weeklyMinutes(schedule, referenceWeek(question.week, year), calendar);
	const attached = view.times.siteAttached[site] === 1;
	return {
		site,
		address,
		schedule,
		weeks: ofEachWeek((kind) => openingsOf(weeks[kind], site)),
		weeklyHours: ofEachWeek((kind) => weeks[kind].weeklyHours[site]),
		civilWeek: isCivilWeek(question.week)
			? {
					week: question.week,
					openings: openingsOf(view.weeks, site),
					weeklyHours: view.weeks.weeklyHours[site]
				}
			: null,
		restrictedHours: read === null || read.minutes === null ? null : hoursOf(read.restrictedMinutes),
		reasons: read === null ? [] : reasonsOf(read),
		attached,
		within: attached ? peopleWithin(view, site) : [],
		peopleOnlyHere: attached ? onlyHere(view)[site] : null,
		...stateAt(view.weeks, site, question.minute)
	};
}

const hoursOf = (minutes: number | null) => (minutes === null ? null : minutes / 60);

/** Why some of the week is not known, or up to when what it is a mean over is. */
function reasonsOf({ minutes, reasons, knownUntil }: WeeklyMinutes): readonly Message[] {
	if (knownUntil === null || minutes === null) return reasons;
	return [...reasons, { code: 'reason_mean_of_known_part', params: { date: isoDateOf(knownUntil) } }];
}

function ofEachWeek<Value>(valueOf: (kind: WeekKind) => Value): Readonly<Record<WeekKind, Value>> {
	return Object.fromEntries(WEEK_KINDS.map((kind) => [kind, valueOf(kind)])) as Record<WeekKind, Value>;
}

/** People asked about, in the scope, within each cutoff of a site. */
function peopleWithin({ times, weights, inScope }: View, site: number): SiteCard['within'] {
	const asked = weights.map((weight, point) => (inScope[point] === 1 ? weight : NaN));
	return CUTOFF_CHOICES.map((cutoffMinutes) => ({
		cutoffMinutes,
		people: peopleInReach(times, asked, cutoffMinutes * 60)[site]
	}));
}

function onlyHere({ times, counted, weights, inScope, cutoffSeconds }: View): Float64Array {
	return peopleOnlyHere(times, counted, weights, inScope, cutoffSeconds);
}
