import { describe, expect, it } from 'vitest';
import { CLASS_BEYOND, CLASS_NO_DATA } from '#domain/atlas-answers.ts';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import type { Question } from '#domain/question.ts';
import type { InseeCode, MinuteOfWeek } from '#domain/units.ts';
import { hoursKnownByGroup } from '#core/access/hours-in-reach.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { atMoment } from '#workers/jobs/atlas/at-moment.ts';
import { cellCard } from '#workers/jobs/atlas/cards/cell-card.ts';
import { hexagonCard } from '#workers/jobs/atlas/cards/hexagon-card.ts';
import { usable } from '#workers/jobs/atlas/hours/usable.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import { weekStrip } from '#workers/jobs/atlas/week-strip.ts';
import { alone, everyoneEverywhere, madeSession, type MadePoint, type MadeSite } from '../atlas-session.ts';

const TUESDAY_10 = (24 + 10) * 60;
const question: Question = { ...everyoneEverywhere, minute: TUESDAY_10 as MinuteOfWeek };
const site = (week: readonly number[] | null): MadeSite => ({
	kind: 'library',
	counted: true,
	margin: false,
	commune: 0,
	week
});
const point = (commune: number, people: number, seconds: (number | null)[]): MadePoint => ({
	commune,
	people,
	peopleOver65: 0,
	attached: true,
	seconds
});

// Site 0 of unknown hours, site 1 open on Tuesday from 9 to 11. Within 15 minutes commune 0 reaches site 0 alone (site 1 at 20 minutes),
// commune 1 reaches nothing, commune 2 has 30 people who reach site 0 alone and 10 who reach both.
const session = madeSession({
	communes: 3,
	sites: [site(null), site([TUESDAY_10 - 60, TUESDAY_10 + 60])],
	points: [
		point(0, 20, [60, 1200]),
		point(1, 40, [null, null]),
		point(2, 30, [60, null]),
		point(2, 10, [60, 120]),
		point(0, 0, [60, 120])
	]
});
const draw = (indicator: 'open-now' | 'open-hours' | 'nearest', level: 'cells' | 'communes') =>
	paint(session, { question, indicator, level, resolution: 6 }, alone);

describe('hours that are not known where one lives', () => {
	it('are no hours of a commune: neither none nor some; of one that reaches no site they are none', async () => {
		const { communes, whole } = await answer(session, question, alone);
		const told = communes.map(({ coverage, moment, medianWeeklyHours, withoutHours, hoursUnknownPeople }) => [
			coverage.people,
			moment.people,
			moment.share,
			medianWeeklyHours,
			withoutHours.people,
			hoursUnknownPeople
		]);
		// Nobody lives at the point of commune 0 from which site 1 is near: it tells nothing of its people.
		expect(told).toEqual([
			[20, null, null, null, null, 20],
			[0, 0, 0, 0, 40, 0],
			[40, 10, 1, 2, 0, 30]
		]);
		// Of 100 people 50 reach site 0 alone; of the others 10 have two hours, and 40 have none.
		expect(whole).toMatchObject({
			coverage: { people: 60, ofPeople: 100 },
			moment: { people: 10, ofPeople: 50, share: 0.2 },
			medianWeeklyHours: 0,
			withoutHours: { people: 40, ofPeople: 50, share: 0.8 },
			hoursUnknownPeople: 50
		});
	});

	it('are in no median, mean or share of usable hours, and told beside them', async () => {
		// Full time of everybody, free on Tuesday from 9 to 12: commune 2's 10 people have 9:02–11:00, at 2 min.
		const free = [TUESDAY_10 - 60, TUESDAY_10 + 120];
		const [fullTime] = DEFAULT_PROFILES;
		const edited = { ...fullTime, ages: { fromAge: 0, toAge: null }, minimumVisitMinutes: 15 };
		const freeWindows = { term: free, 'small-holidays': free, summer: free };
		const asked: Question = { ...question, profile: edited.id, editedProfiles: [{ ...edited, freeWindows }] };
		const { whole, communes } = await usable(session, asked, alone);
		expect(
			communes.map(({ medianHours, none, hoursUnknownPeople }) => [medianHours, none, hoursUnknownPeople])
		).toEqual([
			[null, { people: null, ofPeople: 0, share: null }, 20],
			[0, { people: 40, ofPeople: 40, share: 1 }, 0],
			[118 / 60, { people: 0, ofPeople: 10, share: 0 }, 30]
		]);
		expect(whole).toMatchObject({
			medianHours: 0,
			none: { people: 40, ofPeople: 50, share: 0.8 },
			hoursUnknownPeople: 50
		});
		expect(whole.meanHours).toBeCloseTo((10 * 118) / 60 / 50, 12);
	});

	it('are not known at the cursor nor over the week of that commune', async () => {
		const scope = (code: string): Question => ({ ...question, scope: { kind: 'commune', code: code as InseeCode } });
		const request = { indicator: 'nearest', level: 'cells', resolution: 6 } as const;
		const moment = async (asked: Question) =>
			(await atMoment(session, { ...request, question: asked }, alone)).moment.people;
		expect([await moment(scope('10001')), await moment(scope('10002'))]).toEqual([null, 0]);
		expect((await weekStrip(session, scope('10001'), alone)).people).toBeNull();
		// Of the whole territory, the people that the share of the moment is of.
		expect((await weekStrip(session, question, alone)).ofPeople).toBe(50);
		expect((await weekStrip(session, scope('10002'), alone)).people?.every((people) => people === 0)).toBe(true);
	});

	it('have no class on the map, whatever opens beyond the cutoff; their time of access has one', async () => {
		expect([...(await draw('nearest', 'cells')).marks]).toEqual([0, CLASS_BEYOND, 0, 0, 0]);
		const [unknown, none] = [CLASS_NO_DATA, CLASS_BEYOND];
		expect([...(await draw('open-now', 'cells')).marks]).toEqual([unknown, none, unknown, 0, 0]);
		const hours = await draw('open-hours', 'cells');
		expect([...hours.marks]).toEqual([unknown, none, unknown, 0, 0]);
		expect([hours.classes.peopleWithoutData, hours.classes.peopleBeyond]).toEqual([50, 40]);
		// Of commune 2 the 10 people whose hours are known; the last commune is of the margin, without people.
		expect([...(await draw('open-hours', 'communes')).marks]).toEqual([unknown, none, 0, unknown]);
	});

	it('are said of a cell and of a hexagon', async () => {
		const hoursOf = async (cell: number) => (await cellCard(session, { question, cell }, alone)).weeklyHours;
		expect([await hoursOf(0), await hoursOf(1), await hoursOf(3)]).toEqual([null, 0, 2]);
		const alike = madeSession({
			communes: 2,
			sites: [site(null), site([0, 60])],
			points: [point(0, 5, [60, null]), point(1, 0, [60, 60])]
		});
		const { medianSeconds, medianWeeklyHours } = await hexagonCard(
			alike,
			{ question, resolution: 6, hexagon: 0 },
			alone
		);
		expect([medianSeconds, medianWeeklyHours]).toEqual([60, null]);
	});

	it('are of people: not given, of nobody or in no group tells nothing', () => {
		const known = hoursKnownByGroup(
			Uint8Array.of(1, 2, 2, 2, 0),
			Float64Array.of(4, NaN, 0, 7, 3),
			Int32Array.of(0, 0, 0, -1, 1),
			3
		);
		expect([...known]).toEqual([0, 1, 1]);
	});
});
