import { describe, expect, it } from 'vitest';
import { CLASS_NO_DATA, CLASS_UNATTACHED } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { Comparison } from '#domain/scenario-answers.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { atMoment } from '#workers/jobs/atlas/at-moment.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { compare } from '#workers/jobs/scenario/compare.ts';
import { alone, madeSession, type MadePoint, type MadeSite } from '../atlas-session.ts';
import { questionOf } from '../question.ts';

const at = (day: number, hour: number) => (day * 24 + hour) * 60;
const [WEDNESDAY, SATURDAY, SUNDAY] = [2, 5, 6];

const place = (week: readonly number[] | null, changes: Partial<MadeSite> = {}): MadeSite => ({
	kind: 'library',
	counted: true,
	margin: false,
	commune: 0,
	week,
	...changes
});
const home = (people: number, commune: number, seconds: readonly (number | null)[], attached = true): MadePoint => ({
	people,
	peopleOver65: people / 4,
	commune,
	attached,
	seconds
});

// Wednesday 14–18 h within 5 min of A; Saturday 10–12 h within 10 min of A and 3 min of B; a place of unknown hours near C alone.
const points = [
	home(100, 0, [300, 600, null]),
	home(40, 1, [null, 180, null]),
	home(8, 1, [null, null, 60]),
	home(4, 0, [300, 300, 300], false)
];
const before = madeSession({
	communes: 2,
	points,
	sites: [place([at(WEDNESDAY, 14), at(WEDNESDAY, 18)]), place([at(SATURDAY, 10), at(SATURDAY, 12)]), place(null)]
});
/** The first opens on Sunday 14–17 h instead; the second closes. */
const after = madeSession({
	communes: 2,
	points,
	sites: [
		place([at(WEDNESDAY, 14), at(WEDNESDAY, 18), at(SUNDAY, 14), at(SUNDAY, 17)]),
		place([], { counted: false }),
		place(null)
	]
});

const comparedUnder = async (patch: Partial<Question>, scenario: AtlasSession = after, withSectors = false) =>
	compare(
		before,
		[{ id: 'x', session: scenario }],
		{ question: questionOf(patch), withSectors, withGroups: true },
		alone
	);
const changeUnder = async (patch: Partial<Question>): Promise<Comparison['scenarios'][number]['change']> => {
	const { scenarios } = await comparedUnder(patch);
	expect(scenarios.map(({ id }) => id)).toEqual(['x']);
	return scenarios[0].change;
};

describe('a scenario against the baseline', () => {
	it('tells open hours worked by hand: A from 6 h to 7 h, B from 2 h to none, C not known, D off the network', async () => {
		const { unit, lessIsBetter, whole, largestGain, largestLoss, communes } = await changeUnder({ form: 'openings' });
		expect([unit, lessIsBetter]).toEqual(['hours', false]);
		expect(whole).toEqual({
			improved: 100,
			reduced: 40,
			unchanged: 0,
			unknown: 8,
			unattached: 4,
			peopleTimesChange: 100 * 1 + 40 * -2
		});
		expect([largestGain, largestLoss]).toEqual([1, 2]);
		expect(communes).toMatchObject([
			{ code: '10001', people: 104, improved: 100, reduced: 0, unattached: 4, peopleTimesChange: 100, meanChange: 1 },
			{ code: '10002', people: 48, improved: 0, reduced: 40, unknown: 8, peopleTimesChange: -80, meanChange: -2 }
		]);
	});

	it('is of minutes for coverage, less being better; to beyond what is computed is worse, by how much is not said', async () => {
		const change = await changeUnder({ form: 'coverage' });
		expect([change.unit, change.lessIsBetter]).toEqual(['minutes', true]);
		// A still has the first at 5 min; B has nothing within half an hour; C keeps its own.
		expect(change.whole).toMatchObject({ improved: 0, reduced: 40, unchanged: 108, unknown: 0, unattached: 4 });
		expect(change.whole.peopleTimesChange).toBe(0);
		expect([change.largestGain, change.largestLoss]).toEqual([null, null]);
	});

	it('is of one open or none at the cursor for the moment', async () => {
		const onSunday = await changeUnder({ form: 'moment', minute: at(SUNDAY, 15) as MinuteOfWeek });
		expect(onSunday).toMatchObject({ unit: 'open', largestGain: 1, largestLoss: null });
		expect(onSunday.whole).toMatchObject({ improved: 100, unchanged: 40, unknown: 8, peopleTimesChange: 100 });
	});

	it('counts of usable hours the people of the profile, and of each age its own', async () => {
		const { whole, profiles, ages } = await changeUnder({ form: 'usable', profile: 'retired' });
		// Free Mo–Sa 9–18 and Su 10–18, at 5 min there and back. A quarter of each place is 65 or over.
		expect(whole).toMatchObject({ improved: 25, reduced: 10, unknown: 2, unattached: 1 });
		expect(profiles.find(({ id }) => id === 'retired')?.change).toEqual(whole);
		expect(ages).toMatchObject([
			{ fromAge: 0, toAge: 64, improved: 75, reduced: 30, unknown: 6, unattached: 3 },
			{ fromAge: 65, toAge: null, improved: 25, reduced: 10, unknown: 2, unattached: 1 }
		]);
	});

	it('tells hours of each moment per person asked about, attached, of whom hours are known', async () => {
		const { moments } = await changeUnder({ form: 'openings' });
		const of = (name: string) => moments.find(({ moment }) => moment === name);
		// Of 148 attached, 8 reach a site of unknown hours alone.
		const told = 140;
		expect(of('sunday')?.hoursBefore).toBe(0);
		expect(of('sunday')?.hoursAfter).toBeCloseTo((100 * 3) / told, 12);
		expect(of('saturday-morning')).toMatchObject({ hoursBefore: (140 * 2) / told, hoursAfter: 0 });
		expect(of('wednesday-afternoon')?.hoursBefore).toBeCloseTo((100 * 4) / told, 12);
		expect(of('wednesday-afternoon')?.hoursAfter).toBeCloseTo((100 * 4) / told, 12);
	});

	it('sets figures side by side, people in sectors only where they are asked for', async () => {
		const { baseline, scenarios } = await comparedUnder({ form: 'coverage', cutoffMinutes: 5 });
		expect(baseline).toMatchObject({ countedSites: 3, peopleInSectors: null, coverage: { people: 148 } });
		expect(scenarios[0].figures).toMatchObject({ countedSites: 2, peopleInSectors: null, coverage: { people: 108 } });
		const asked = await comparedUnder({ form: 'coverage', cutoffMinutes: 5 }, after, true);
		// Before, 4 usable hours of full-time workers are nobody's but A's: none at all. C's are not known.
		expect(asked.baseline.peopleInSectors).toBe(140);
		expect(asked.scenarios[0].figures.peopleInSectors).toBe(140);
		expect([asked.baseline.peopleNotClassed, asked.scenarios[0].figures.peopleNotClassed]).toEqual([8, 8]);
	});

	it('tells whom a place without hours makes unknown, who are no longer below, nor without', async () => {
		const untold = madeSession({
			communes: 2,
			points,
			sites: [place([at(WEDNESDAY, 14), at(WEDNESDAY, 18)]), place(null), place(null)]
		});
		const { baseline, scenarios } = await comparedUnder({ form: 'openings', cutoffMinutes: 5 }, untold, true);
		// The 40 had two hours on Saturday alone, of which full-time workers have less than four.
		expect(baseline).toMatchObject({ hoursUnknownPeople: 8, peopleInSectors: 140, peopleNotClassed: 8 });
		const [{ figures, change }] = scenarios;
		expect(figures).toMatchObject({ hoursUnknownPeople: 48, peopleInSectors: 100, peopleNotClassed: 48 });
		expect(figures.moment.ofPeople).toBe(100);
		expect(change.whole).toMatchObject({ improved: 0, unknown: 48 });
	});
});

describe('the map of a change', () => {
	const drawn = (patch: Partial<Question>, level: 'cells' | 'communes' = 'cells') =>
		paint(
			{ ...after, baseline: before },
			{ question: questionOf(patch), indicator: 'change', level, resolution: 8 },
			alone
		);

	it('has classes from better through none to worse, and nobody without a class', async () => {
		const { marks, classes } = await drawn({ form: 'openings' });
		expect(classes.bounds).toEqual([
			{ from: 1, to: 2 },
			{ from: 0.5, to: 1 },
			{ from: 0, to: 0.5 },
			{ from: 0, to: 0 },
			{ from: -0.5, to: 0 },
			{ from: -1, to: -0.5 },
			{ from: -2, to: -1 }
		]);
		// One hour more, two less.
		expect([...marks]).toEqual([1, 6, CLASS_NO_DATA, CLASS_UNATTACHED]);
		expect(classes.peoplePerClass).toEqual([0, 100, 0, 0, 0, 0, 40]);
		expect([classes.peopleWithoutData, classes.peopleUnattached, classes.peopleBeyond]).toEqual([8, 4, 0]);
	});

	it('puts in the last class of its side what changes from or to beyond the times that are computed', async () => {
		const { marks, classes } = await drawn({ form: 'coverage' });
		expect([...marks]).toEqual([3, 6, 3, CLASS_UNATTACHED]);
		expect(classes).toMatchObject({ unit: 'minutes', method: 'fixed' });
	});

	it('is of communes by the median of their people', async () => {
		const { marks } = await drawn({ form: 'openings' }, 'communes');
		expect([...marks]).toEqual([1, 6, CLASS_NO_DATA]);
	});

	it('follows the cursor where the sentence speaks of the moment, and there alone', async () => {
		const minute = at(SUNDAY, 15) as MinuteOfWeek;
		const session = { ...after, baseline: before };
		const requestOf = (form: 'moment' | 'openings') =>
			({ question: questionOf({ form, minute }), indicator: 'change', level: 'cells', resolution: 8 }) as const;
		const { paint: painted } = await atMoment(session, requestOf('moment'), alone);
		expect(painted).toEqual(await drawn({ form: 'moment', minute }));
		expect([...(painted?.marks ?? [])]).toEqual([0, 1, CLASS_NO_DATA, CLASS_UNATTACHED]);
		expect((await atMoment(session, requestOf('openings'), alone)).paint).toBeNull();
	});

	it('is of no change at all without a scenario', async () => {
		const request = { question: questionOf(), indicator: 'change', level: 'cells', resolution: 8 } as const;
		const { classes } = await paint(before, request, alone);
		expect(classes.peoplePerClass).toEqual([0, 0, 0, 148, 0, 0, 0]);
	});
});
