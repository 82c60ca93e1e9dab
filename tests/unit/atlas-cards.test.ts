import { describe, expect, it } from 'vitest';
import type { Question } from '#domain/question.ts';
import type { InseeCode, MinuteOfWeek } from '#domain/units.ts';
import { cellCard } from '#workers/jobs/atlas/cards/cell-card.ts';
import { communeCard } from '#workers/jobs/atlas/cards/commune-card.ts';
import { hexagonCard } from '#workers/jobs/atlas/cards/hexagon-card.ts';
import { siteCard } from '#workers/jobs/atlas/cards/site-card.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { whoChoices } from '#workers/jobs/atlas/who-choices.ts';
import { alone, everyoneEverywhere, madeSession, positionOf, type MadePoint, type MadeSite } from '../atlas-session.ts';

const TUESDAY_10 = (24 + 10) * 60;
const question: Question = { ...everyoneEverywhere, minute: TUESDAY_10 as MinuteOfWeek };
const tuesdayMorning = [TUESDAY_10 - 60, TUESDAY_10 + 60];
const thursday = [(3 * 24 + 14) * 60, (3 * 24 + 18) * 60];

const site = (more: Partial<MadeSite>): MadeSite => ({
	kind: 'library',
	counted: true,
	margin: false,
	commune: 1,
	week: thursday,
	...more
});
const point = (people: number, seconds: (number | null)[], more: Partial<MadePoint> = {}): MadePoint => ({
	people,
	peopleOver65: people / 4,
	commune: 0,
	attached: true,
	seconds,
	...more
});

/** Sites: 0 closed now, 1 open but not counted, 2 open, 3 of unknown hours, 4 an office, 5 open but far. */
const sites = [
	site({}),
	site({ counted: false, week: tuesdayMorning }),
	site({ week: tuesdayMorning }),
	site({ week: null }),
	site({ kind: 'administrative', counted: false, week: null }),
	site({ week: tuesdayMorning })
];
const made = madeSession({
	communes: 3,
	sites,
	points: [
		point(14, [100, 200, 300, 400, 50, 901]),
		point(103, [600, null, 500, null, null, null]),
		point(96, [null, null, null, null, null, null], { attached: false }),
		point(50, [null, null, null, null, null, 1700], { commune: 2 })
	]
});
const session: AtlasSession = {
	...made,
	summary: { ...made.summary, whoChoices: whoChoices(made.territory.population) }
};
const cell = (rank: number, more: Partial<Question> = {}, of: AtlasSession = session) =>
	cellCard(of, { question: { ...question, ...more }, cell: rank }, alone);
const commune = (rank: number) => communeCard(session, { question, code: String(10_001 + rank) as InseeCode }, alone);

describe('the card of a cell', () => {
	it('lists five public sites by time, each with why it does not serve now', async () => {
		const { nearest, nearestSeconds, sitesInReach, weeklyHours } = await cell(0);
		expect(nearest.map((one) => [one.site, one.seconds, one.notServing])).toEqual([
			[0, 100, 'closed'],
			[1, 200, 'not-counted'],
			[2, 300, null],
			[3, 400, 'hours-unknown'],
			[5, 901, 'too-far']
		]);
		expect(nearest.map(({ opensNext }) => opensNext)).toEqual([
			thursday[0],
			tuesdayMorning[0],
			tuesdayMorning[0],
			null,
			tuesdayMorning[0]
		]);
		// Sites 0, 2 and 3 count within 15 minutes; 0 opens for four hours and 2 for two.
		expect([nearestSeconds, sitesInReach, weeklyHours]).toEqual([100, 3, 6]);
	});

	it('lists an office once the user counts it', async () => {
		const supply = { kindsLeftOut: [], takenIn: ['s4'], leftOut: [] };
		const { nearest, nearestSeconds } = await cell(0, { supply });
		expect([nearest[0].site, nearest[0].notServing, nearestSeconds]).toEqual([4, 'hours-unknown', 50]);
	});

	it('adds sites beyond what was searched, without a time', async () => {
		const { nearest } = await cell(1);
		expect(nearest.map(({ site: rank, seconds }) => [rank, seconds])).toEqual([
			[2, 500],
			[0, 600],
			[1, null],
			[3, null],
			[5, null]
		]);
		expect(nearest.slice(2).map(({ notServing }) => notServing)).toEqual(['too-far', 'too-far', 'too-far']);
	});

	it('tells people to the nearest ten, and neither age nor poverty', async () => {
		expect((await cell(0)).peopleRounded).toBe(10);
		expect((await cell(1)).peopleRounded).toBe(100);
		expect(Object.keys(await cell(1)).filter((key) => /age|poor|band/i.test(key))).toEqual([]);
	});

	it('has no time and no hours off the network', async () => {
		const card = await cell(2);
		expect([card.attached, card.nearestSeconds, card.weeklyHours, card.nearest]).toEqual([false, null, null, []]);
	});

	it('names the nearest place, within two kilometres', async () => {
		const [lon, lat] = positionOf(0);
		const place = (name: string, north: number) =>
			({ name, kind: 'hamlet', position: [lon, lat + north], population: null }) as const;
		const named = (...places: ReturnType<typeof place>[]) =>
			({ ...session, basemap: { roads: [], waterLines: [], waterAreas: [], places } }) as AtlasSession;
		expect((await cell(0, {}, named(place('Loin', 0.01), place('Près', 0.004)))).placeName).toBe('Près');
		// A degree of latitude is 111 km.
		expect((await cell(0, {}, named(place('Trop loin', 0.0181)))).placeName).toBeNull();
		expect((await cell(0)).placeName).toBeNull();
	});
});

describe('the card of a hexagon', () => {
	it('gathers its people, to the nearest ten', async () => {
		// The first three points.
		const card = await hexagonCard(session, { question, resolution: 6, hexagon: 0 }, alone);
		expect([card.cells, card.peopleRounded, card.attachedPeopleRounded]).toEqual([3, 210, 120]);
		// Of 117 attached people 103 are at 500 s and 14 nearer; all have the four hours of one site and the two of another.
		expect([card.medianSeconds, card.medianWeeklyHours]).toEqual([500, 6]);
		expect(card.communeName).toBe('Commune 0');
	});

	it('has no median beyond what was searched', async () => {
		const far = madeSession({ communes: 1, sites: [site({})], points: [point(10, [null]), point(9, [60])] });
		const card = await hexagonCard(far, { question, resolution: 6, hexagon: 0 }, alone);
		expect([card.medianSeconds, card.medianWeeklyHours]).toEqual([null, 0]);
	});
});

describe('the card of a commune', () => {
	it('names the counted site nearest to most of its people, where it has none', async () => {
		// 103 people are nearest to site 2, 14 to site 0; the nearest of the others does not count.
		const { mainSite, figures, people, sites: here } = await commune(0);
		expect([people, here, mainSite]).toEqual([213, [], { site: 2, medianSeconds: 500 }]);
		expect(figures?.coverage).toEqual({ people: 117, ofPeople: 117, share: 1 });
	});

	it('has no main site where sites count, and no figures in the margin', async () => {
		expect(await commune(1)).toMatchObject({ mainSite: null, sites: [0, 1, 2, 3, 4, 5], people: null });
		expect(await commune(3)).toMatchObject({ margin: true, figures: null, people: null, mainSite: null });
	});

	it('stands beside the whole territory, whatever the scope asked', async () => {
		const scope = { kind: 'commune', code: '10003' as InseeCode } as const;
		const card = await communeCard(session, { question: { ...question, scope }, code: '10001' as InseeCode }, alone);
		expect(card.territory.coverage).toEqual({ people: 117, ofPeople: 167, share: 117 / 167 });
	});

	it('tells ages from 200 people on, by the groups that can be asked of', async () => {
		const ages = async (code: string) =>
			(await communeCard(session, { question, code: code as InseeCode }, alone)).ages;
		expect(await ages('10001')).toEqual([
			{ fromAge: 0, toAge: 64, share: 0.75 },
			{ fromAge: 65, toAge: null, share: 0.25 }
		]);
		expect(await ages('10003')).toBeNull();
	});

	it('is refused for a commune that is not there', async () => {
		await expect(communeCard(session, { question, code: '99999' as InseeCode }, alone)).rejects.toMatchObject({
			detail: { code: 'error_question_scope', params: { code: '99999' } }
		});
	});
});

describe('the card of a site', () => {
	it('counts people within each cutoff of it alone, and whom it alone serves', async () => {
		const card = await siteCard(session, { question, site: 2 }, alone);
		expect(card.within.map(({ people }) => people)).toEqual([14, 117, 117, 117, 117]);
		expect(card.peopleOnlyHere).toBe(0);
		const without = { ...question, supply: { kindsLeftOut: [], takenIn: [], leftOut: ['s0', 's3'] } };
		expect((await siteCard(session, { question: without, site: 2 }, alone)).peopleOnlyHere).toBe(117);
	});

	it('says nothing of a week that is not known', async () => {
		const card = await siteCard(session, { question, site: 3 }, alone);
		expect([card.open, card.opensNext, card.weeks.term, card.restrictedHours]).toEqual([null, null, null, null]);
	});
});
