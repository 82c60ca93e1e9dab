import { describe, expect, it } from 'vitest';
import type { Question } from '#domain/question.ts';
import type { InseeCode } from '#domain/units.ts';
import { hoursTable } from '#workers/jobs/atlas/hours/hours-table.ts';
import { siteSlots } from '#workers/jobs/atlas/hours/site-slots.ts';
import { alone, type MadeSite } from '../atlas-session.ts';
import { questionOf } from '../question.ts';
import { scheduledSession, YEAR } from '../scheduled-session.ts';

const X = 'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30';
const site = (patch: Partial<MadeSite> = {}): MadeSite => ({
	kind: 'library',
	counted: true,
	margin: false,
	commune: 0,
	week: null,
	...patch
});
const sites = [
	site(),
	site({ margin: true }),
	site({ commune: 1 }),
	site({ kind: 'administrative', counted: false }),
	site({ kind: 'return-box', counted: false }),
	site({ counted: false })
];
const texts = [X, 'Sa 12:00-18:00', 'Sa 10:00-14:00; Sa[1] off', X, '24/7', null];
const session = scheduledSession(
	{
		communes: 2,
		sites,
		points: [
			{ people: 650, peopleOver65: 0, commune: 0, attached: true, seconds: [600, 600, 1000, 0, 0, 60] },
			{ people: 65, peopleOver65: 0, commune: 1, attached: true, seconds: [null, null, 300, null, null, null] },
			{ people: 99, peopleOver65: 0, commune: 1, attached: false, seconds: [0, 0, 0, 0, 0, 0] }
		]
	},
	texts
);
const table = (patch: Partial<Question> = {}) => hoursTable(session, questionOf(patch), alone);

describe('the table of hours', () => {
	it('has the public sites of the territory, then the neighbours that count; neither offices nor return boxes', async () => {
		expect((await table()).rows.map((row) => row.site)).toEqual([0, 2, 5, 1]);
		expect((await table({ withNeighbours: false })).rows.map((row) => row.site)).toEqual([0, 2, 5]);
		const takenIn = { kindsLeftOut: [], takenIn: ['s3'], leftOut: ['s1'] };
		expect((await table({ supply: takenIn })).rows.map((row) => row.site)).toEqual([0, 2, 3, 5]);
	});

	it('has those that stand in a commune alone, where the question is of one', async () => {
		const of = (code: string) => table({ scope: { kind: 'commune', code: code as InseeCode } });
		expect((await of('10001')).rows.map((row) => row.site)).toEqual([0, 5]);
		expect((await of('10002')).rows.map((row) => row.site)).toEqual([2]);
	});

	it('gives the hours of the week by moment, and of the year', async () => {
		const [row] = (await table()).rows;
		expect(row.weeklyHours).toBe(13.5);
		expect(row.byMoment).toEqual({
			'weekday-daytime': 360,
			'wednesday-afternoon': 240,
			'weekday-evening': 60,
			'saturday-morning': 150,
			'saturday-afternoon': 0,
			sunday: 0
		});
		expect(row.lunchMinutes).toBe(30);
		expect(row.year).toMatchObject({ year: YEAR, knownTo: null, hoursKnown: null, reasons: [] });
		const { hours, term, smallHolidays, summer } = row.year ?? {};
		expect(Number(term) + Number(smallHolidays) + Number(summer)).toBeCloseTo(Number(hours), 9);
	});

	it('gives those of a civil week, over the year that it is of: 704.5 h in 2026, by period unknown after the published calendar', async () => {
		const civil = await table({ week: '2026-W10' });
		expect(civil.year).toBe(2026);
		expect(civil.rows[0]).toMatchObject({ weeklyHours: 13.5 });
		expect(civil.rows[0].year).toMatchObject({ year: 2026, hours: 704.5, term: null, knownTo: '2026-08-30' });
		// 53 weeks, the last of which begins in December 2026 and is of 2026.
		expect((await table({ week: '2026-W53' })).year).toBe(2026);
	});

	it('counts the mean of what does not hold every week, which its openings show whole or not at all', async () => {
		const second = (await table()).rows[1];
		// All Saturdays of term but the first of each month: four hours three times in four or so; a typical Saturday is open.
		expect(second.openings).toEqual([{ from: 5 * 1440 + 600, to: 5 * 1440 + 840 }]);
		expect(second.weeklyHours).toBeGreaterThan(2.5);
		expect(second.weeklyHours).toBeLessThan(4);
	});

	it('leaves blank what is not known', async () => {
		const blank = (await table()).rows[2];
		expect(blank).toMatchObject({ counted: false, openings: null, weeklyHours: null, byMoment: null, year: null });
		expect(blank).toMatchObject({ lunchMinutes: null, onlyHerePersonHours: null });
		const none = await table({ supply: { kindsLeftOut: [], takenIn: ['s5'], leftOut: ['s0', 's1', 's2'] } });
		expect(none.network).toBeNull();
		const nobody = await table({ supply: { kindsLeftOut: ['library'], takenIn: [], leftOut: [] } });
		expect(nobody.network).toMatchObject({ openings: [], lunchMinutes: 0 });
	});

	it('unites the openings of the counted rows, and tells the free time of the profile', async () => {
		const { network, free } = await table({ profile: 'retired' });
		// Saturday 10:00–12:30, 10:00–14:00 and 12:00–18:00 are one opening.
		expect(network?.openings.at(-1)).toEqual({ from: 5 * 1440 + 600, to: 5 * 1440 + 1080 });
		expect(network?.byMoment['saturday-afternoon']).toBe(300);
		expect(free?.byMoment).toMatchObject({ 'weekday-evening': 0, 'saturday-morning': 240, sunday: 480 });
	});

	it('says what only one site gives to the people of the profile', async () => {
		// Full time: 25–64 of the band 0–64, 40 years of 65. Site 0 at ten minutes: on Saturday its 10:00–12:30 overlap s1's 12:00–18:00 by
		// half an hour, free from 9:00 to 19:00; on weekdays from 18:00 there is too little time.
		const [row] = (await table({ supply: { kindsLeftOut: [], takenIn: [], leftOut: ['s2'] } })).rows;
		expect(row.peopleWithin).toBeCloseTo(400, 9);
		expect(row.onlyHerePersonHours).toBeCloseTo(400 * 2, 9);
	});
});

describe('the openings of a site', () => {
	const slots = (at: number, patch: Partial<Question> = {}) =>
		siteSlots(session, { question: questionOf(patch), site: at }, alone);

	it('have whom they alone serve, of all and of the profile', async () => {
		const found = await slots(0, { supply: { kindsLeftOut: [], takenIn: [], leftOut: ['s2'] } });
		expect(found.slots?.map(({ people, personHours }) => [people, personHours])).toEqual([
			[650, 650 * 2.5],
			[650, 650 * 2],
			[650, 650 * 4],
			[650, 650 * 2.5],
			[650, 650 * 2]
		]);
		expect(found.slots?.map(({ profilePeople }) => Math.round(profilePeople ?? NaN))).toEqual([0, 0, 0, 0, 400]);
	});

	it('are not known of a site whose hours are not, or that does not count', async () => {
		expect((await slots(5)).slots).toBeNull();
		expect((await slots(4)).slots).toBeNull();
		expect((await slots(0, { supply: { kindsLeftOut: [], takenIn: [], leftOut: ['s0'] } })).slots).toBeNull();
	});

	it('tell nothing of a profile in a week whose days are not known for schools; nor does the table', async () => {
		const later = { week: '2028-W10', profile: 'secondary-pupil' } as const;
		expect((await slots(0, later)).slots?.map(({ profilePeople }) => profilePeople)).toEqual([
			null,
			null,
			null,
			null,
			null
		]);
		const unknown = await table(later);
		expect(unknown.free).toBeNull();
		expect(unknown.rows[0].onlyHerePersonHours).toBeNull();
		expect(unknown.rows[0].peopleWithin).toBeGreaterThan(0);
		const known = await table({ ...later, profile: 'full-time' });
		expect(known.free).not.toBeNull();
	});

	it('are of a site that is one', async () => {
		await expect(slots(6)).rejects.toThrow(RangeError);
	});
});
