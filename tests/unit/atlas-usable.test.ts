import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILES, profileInForce, type DefaultProfile } from '#domain/default-profiles.ts';
import { CLASS_NO_DATA } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { CivilWeek } from '#domain/week-choice.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { siteCard } from '#workers/jobs/atlas/cards/site-card.ts';
import { freeTimeOf } from '#workers/jobs/atlas/hours/free-time.ts';
import { profiles } from '#workers/jobs/atlas/hours/profiles.ts';
import { usable } from '#workers/jobs/atlas/hours/usable.ts';
import { weekHeat } from '#workers/jobs/atlas/hours/week-heat.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { territoryCalendar } from '#workers/jobs/site-weeks.ts';
import { alone, madeSession, type MadeSite } from '../atlas-session.ts';
import { questionOf } from '../question.ts';

const [TU, WE, SA] = [1, 2, 5];
const hours = (day: number, from: number, to: number) => [day * 1440 + from * 60, day * 1440 + to * 60];
const library = (week: readonly number[] | null): MadeSite => ({
	kind: 'library',
	counted: true,
	margin: false,
	commune: 0,
	week
});

// DESIGN §4.3: L1 at 10 min (We 14–18, Sa 10–12), L2 at 20 min (We 17–19), free We 17–20 and Sa 9–13, at least 30 min.
const byHand = madeSession({
	communes: 1,
	sites: [library([...hours(WE, 14, 18), ...hours(SA, 10, 12)]), library(hours(WE, 17, 19))],
	points: [{ people: 13, peopleOver65: 0, commune: 0, attached: true, seconds: [600, 1200] }]
});
const free = [...hours(WE, 17, 20), ...hours(SA, 9, 13)];
const edited: DefaultProfile = {
	...profileInForce('full-time', []),
	freeWindows: { term: free, 'small-holidays': free, summer: free }
};
const asked = questionOf({ cutoffMinutes: 20, editedProfiles: [edited] });

describe('usable hours, worked out by hand', () => {
	it('are 230 minutes, when of the week, and 170 of L1 alone', async () => {
		const { whole, shortVisit, communes } = await usable(byHand, asked, alone);
		expect([whole.medianHours, whole.meanHours]).toEqual([230 / 60, 230 / 60]);
		expect([whole.freeMinutes, whole.minimumVisitMinutes, whole.basis]).toEqual([420, 30, 'split']);
		expect(whole.usableByMoment).toEqual({
			'weekday-daytime': 0,
			'wednesday-afternoon': 50,
			'weekday-evening': 60,
			'saturday-morning': 120,
			'saturday-afternoon': 0,
			sunday: 0
		});
		// People of 25 to 64 are 40 of the 65 years of age of the band 0–64.
		expect(whole.none).toEqual({ people: 0, ofPeople: 8, share: 0 });
		expect(whole.belowMinimum).toEqual({ people: 8, ofPeople: 8, share: 1 });
		expect(shortVisit.meanHours).toBe(230 / 60);
		expect(communes).toMatchObject([{ code: '10001', meanHours: 230 / 60 }]);
		const near = await usable(byHand, { ...asked, cutoffMinutes: 10 }, alone);
		expect(near.whole.meanHours).toBe(170 / 60);
		const three = { ...asked.sectors, minimumUsableMinutes: 230 };
		expect((await usable(byHand, { ...asked, sectors: three }, alone)).whole.belowMinimum.people).toBe(0);
	});

	it('are told by quarter of an hour: from 17:10, so at 17:15 and not at 17:00, to 19:00', async () => {
		const heat = await weekHeat(byHand, { question: asked, cell: null }, alone);
		const told = (values: ArrayLike<number> | null) =>
			Array.from(values ?? []).flatMap((people, quarter) => (people > 0 ? [quarter * 15] : []));
		const quarters = (from: number, to: number) =>
			Array.from({ length: (to - from) / 15 }, (_, rank) => from + rank * 15);
		const [we, sa] = [WE * 1440, SA * 1440];
		// We L1 17:10–18:00, L2 17:20–19:00, which leaves time to be home by 20:00; Sa 10–12.
		expect(told(heat.usable)).toEqual([...quarters(we + 1035, we + 1140), ...quarters(sa + 600, sa + 720)]);
		expect(told(heat.open)).toEqual([...quarters(we + 840, we + 1140), ...quarters(sa + 600, sa + 720)]);
		expect(told(heat.free)).toEqual([...quarters(we + 1020, we + 1200), ...quarters(sa + 540, sa + 780)]);
		expect([heat.ofPeople, heat.ofProfile, heat.sitesWithKnownHours]).toEqual([13, 8, 2]);
		expect(heat.sitesOpen[(we + 1020) / 15]).toBe(2);
	});

	it('are not known of ages that the data do not hold, or of sites of unknown hours; never none', async () => {
		const { population } = byHand.territory;
		const bands = (population.ageBands ?? []).slice(1);
		const old = { ...byHand, territory: { ...byHand.territory, population: { ...population, ageBands: bands } } };
		const { whole } = await usable(old, asked, alone);
		expect([whole.basis, whole.meanHours, whole.none.people, whole.none.share]).toEqual([
			'not-covered',
			null,
			null,
			null
		]);
		expect((await weekHeat(old, { question: asked, cell: null }, alone)).usable).toBeNull();
		const unknown = madeSession({
			communes: 1,
			sites: [library(null), library(hours(TU, 10, 12))],
			points: [{ people: 13, peopleOver65: 0, commune: 0, attached: true, seconds: [600, null] }]
		});
		const figures = (await usable(unknown, asked, alone)).whole;
		expect([figures.medianHours, figures.none.people, figures.usableByMoment]).toEqual([null, null, null]);
		expect([figures.none.ofPeople, figures.hoursUnknownPeople]).toEqual([0, 8]);
	});

	it('follow an edit of the profile, and only of that one', async () => {
		const all = await profiles(byHand, asked, alone);
		const proposed = await profiles(byHand, { ...asked, editedProfiles: [] }, alone);
		expect(all.slice(1)).toEqual(proposed.slice(1));
		// As proposed: We 18–20 (L1 shut, L2 18:20–19:00) and Sa 9–19 (L1 10–12).
		expect([all[0].meanHours, proposed[0].meanHours]).toEqual([230 / 60, 160 / 60]);
	});
});

/** A session that reads the schedules of its sites in any week, zone B. */
function withSchedules(...schedules: readonly string[]): AtlasSession {
	const made = madeSession({
		communes: 1,
		sites: schedules.map(() => library([])),
		points: [{ people: 13, peopleOver65: 4, commune: 0, attached: true, seconds: schedules.map(() => 600) }]
	});
	const sites = made.territory.sites.map((site, rank) => {
		const parsed = parseOsmHours(schedules[rank]);
		if (!parsed.ok) throw new Error(parsed.error.message.code);
		return { ...site, schedule: parsed.schedule };
	});
	return { ...made, ...territoryCalendar({ zone: 'B', communes: [] }), territory: { ...made.territory, sites } };
}

describe('a civil week', () => {
	const session = withSchedules('Tu 10:00-12:00; PH off', 'week 1-53/2 Sa 10:00-12:00');
	const of = (week: CivilWeek, more: Partial<Question> = {}) => questionOf({ week, ...more });

	it('has its public holidays and its own odd Saturdays', async () => {
		// Armistice day is a Tuesday in 2025, of week 46; 47 is odd.
		const hoursOf = async (week: CivilWeek) =>
			(await answer(session, of(week), alone)).sites.map(({ weeklyHours }) => weeklyHours);
		expect(await hoursOf('2025-W46')).toEqual([0, 0]);
		expect(await hoursOf('2025-W47')).toEqual([2, 2]);
		expect(await hoursOf('2025-W48')).toEqual([2, 0]);
		const { civilWeek } = await siteCard(session, { question: of('2025-W47'), site: 1 }, alone);
		expect(civilWeek).toEqual({ week: '2025-W47', openings: [{ from: 7800, to: 7920 }], weeklyHours: 2 });
	});

	it('is of the free time of its days: term or holidays', () => {
		const pupil = profileInForce('secondary-pupil', []);
		const minutes = (week: CivilWeek) => {
			const windows = freeTimeOf(session, week, pupil)?.windows;
			return windows?.reduce((sum, minute, at) => sum + (at % 2 === 1 ? minute : -minute), 0);
		};
		const [term, holidays] = [(4 * 2.5 + 6 + 10 + 8) * 60, (6 * 10 + 8) * 60];
		expect([minutes('2025-W47'), minutes('2025-W43'), minutes('2026-W30')]).toEqual([term, holidays, holidays]);
	});

	it('beyond the known school calendar is not known for pupils, and is for those whose free time is always the same', async () => {
		const question = of('2035-W10');
		const all = await profiles(session, question, alone);
		for (const [rank, { id }] of DEFAULT_PROFILES.entries()) {
			const hangsOnSchool = id === 'secondary-pupil' || id === 'accompanied-child';
			const { freeMinutes, freeByMoment, usableByMoment, meanHours, medianHours, none } = all[rank];
			const told = [freeMinutes, freeByMoment, usableByMoment, meanHours, medianHours, none.people];
			expect(told.map((each) => each === null)).toEqual(told.map(() => hangsOnSchool));
		}
		const pupil = { ...question, profile: 'secondary-pupil' as const };
		const heat = await weekHeat(session, { question: pupil, cell: null }, alone);
		expect([heat.free, heat.usable]).toEqual([null, null]);
		expect(heat.open).not.toBeNull();
		const drawn = await paint(
			session,
			{ question: pupil, indicator: 'usable-hours', level: 'cells', resolution: 7 },
			alone
		);
		expect([...drawn.marks]).toEqual([CLASS_NO_DATA]);
	});
});
