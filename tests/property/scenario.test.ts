import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import type { Question } from '#domain/question.ts';
import { sitesNeeded, type Change, type Modification } from '#domain/scenario.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { usableMinutesAsked } from '#workers/jobs/atlas/hours/usable-access.ts';
import { usable } from '#workers/jobs/atlas/hours/usable.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { supply } from '#workers/jobs/atlas/supply/supply.ts';
import { viewOf } from '#workers/jobs/atlas/view.ts';
import { weekStrip } from '#workers/jobs/atlas/week-strip.ts';
import { weeksOf } from '#workers/jobs/atlas/weeks.ts';
import { applyScenario } from '#workers/jobs/scenario/apply.ts';
import { alone } from '../atlas-session.ts';
import { anyQuestion, anyTerritory } from '../atlas-arbitraries.ts';
import { scheduleOf } from '../scheduled-session.ts';
import { estimatedTravel, modification, placedSession, sessionAnew } from '../scenario-session.ts';

const hours = fc.constantFrom(
	null,
	'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30',
	'Mo-Fr 18:00-20:00',
	'Sa[1] 10:00-12:00',
	'week 1-53/2 We 14:00-18:00; SH off',
	'24/7',
	'off'
);
// A walk of half an hour across, as are the demand points.
const place: fc.Arbitrary<LonLat> = fc
	.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: -4, max: 4 }))
	.map(([east, north]) => [3 + east * 0.0025 + 0.0007, 48 + north * 0.0018] as const);
const question = anyQuestion.map((one): Question => ({ ...one, mode: 'foot' }));
const opened = anyTerritory.chain((made) => {
	const ofSites = { minLength: made.sites.length, maxLength: made.sites.length };
	return fc.tuple(fc.array(hours, ofSites), fc.array(place, ofSites)).map(([texts, places]) => ({
		session: placedSession(made, texts, places)
	}));
});

// Sites of the territory, those that scenarios add, and one that nobody has.
const siteId = fc.constantFrom('s0', 's1', 's2', 's3', 's4', 's5', 'new-0', 'new-1', 'gone');
const newSite = fc.record({
	id: fc.constantFrom('new-0', 'new-1', 's0'),
	name: fc.constant('Lieu nouveau'),
	kind: fc.constantFrom('library' as const, 'branch' as const, 'return-box' as const),
	position: place,
	communeCode: fc.constant(null),
	communeName: fc.constant(null),
	surfaceSquareMetres: fc.option(fc.integer({ min: 10, max: 500 }))
});
const change: fc.Arbitrary<Change> = fc.oneof(
	fc.record({ kind: fc.constant('hours' as const), siteId, text: hours }).map(({ kind, siteId: id, text }) => ({
		kind,
		siteId: id,
		schedule: scheduleOf(text) ?? { rules: [], sourceText: '', syntax: 'grid' as const }
	})),
	fc.record({
		kind: fc.constant('add' as const),
		site: fc.tuple(newSite, hours).map(([site, text]) => ({ ...site, schedule: scheduleOf(text) }))
	}),
	fc.record({ kind: fc.constant('close' as const), siteId }),
	fc.record({ kind: fc.constant('move' as const), siteId, position: place }),
	fc.record({
		kind: fc.constant('merge' as const),
		siteIds: fc.uniqueArray(siteId, { maxLength: 2 }),
		into: siteId,
		surfaceSquareMetres: fc.option(fc.integer({ min: 10, max: 900 }))
	}),
	fc.record({
		kind: fc.constant('bookmobile-stop' as const),
		site: newSite.map((site) => ({ ...site, kind: 'bookmobile-stop' as const })),
		rounds: fc.record({
			weekday: fc.constantFrom(0 as const, 2 as const, 5 as const),
			start: fc.constantFrom(600, 1020),
			end: fc.constantFrom(720, 1110),
			weeks: fc.constantFrom('every' as const, 'odd' as const, 'even' as const),
			inSchoolHolidays: fc.boolean()
		})
	}),
	fc.record({
		kind: fc.constant('surface' as const),
		siteId,
		surfaceSquareMetres: fc.integer({ min: 10, max: 900 })
	})
);
const modifications = fc.array(
	fc.tuple(change, fc.boolean()).map(([one, on]) => modification(one, on)),
	{ maxLength: 5 }
);

const under = (session: AtlasSession, changes: readonly Modification[], former?: AtlasSession) =>
	applyScenario(session, { id: 'a', modifications: changes }, former);
const draw = (session: AtlasSession, asked: Question, indicator: 'nearest' | 'sites' | 'open-hours' | 'usable-hours') =>
	paint(session, { question: asked, indicator, level: 'cells', resolution: 8 }, alone);

async function figuresOf(session: AtlasSession, asked: Question) {
	return [
		await answer(session, asked, alone),
		await usable(session, asked, alone),
		await weekStrip(session, asked, alone),
		await supply(session, { ...asked, measure: { method: 'e2sfca', capacity: 'hours-surface', rank: 1 } }, alone),
		await supply(session, { ...asked, measure: { method: '2sfca', capacity: 'hours', rank: 1 } }, alone),
		await draw(session, asked, 'nearest'),
		await draw(session, asked, 'sites'),
		await draw(session, asked, 'open-hours'),
		await draw(session, asked, 'usable-hours'),
		weeksOf(session, '2026-W10'),
		session.summary.sites
	];
}

/** What each demand point has, of which more is better; minutes to the nearest turned round. */
async function accessOf(session: AtlasSession, asked: Question) {
	const { access } = await viewOf(session, asked);
	return {
		nearness: Array.from(access.nearest, (seconds) => -seconds),
		open: [...access.openMinutes],
		usable: [...(usableMinutesAsked(session, access, asked) ?? [])],
		sites: [...access.sitesInReach]
	};
}
type PointAccess = Awaited<ReturnType<typeof accessOf>>;

function expectNobodyLoses(before: PointAccess, after: PointAccess): void {
	for (const figure of ['nearness', 'open', 'usable', 'sites'] as const) {
		before[figure].forEach((value, point) => expect(after[figure][point]).toBeGreaterThanOrEqual(value));
	}
}

describe('a territory under a scenario', () => {
	it('is the territory opened with those sites, whatever was asked and changed before', async () => {
		await fc.assert(
			fc.asyncProperty(
				opened,
				fc.array(modifications, { minLength: 1, maxLength: 4 }),
				question,
				async ({ session }, steps, asked) => {
					await figuresOf(session, asked);
					let former = session;
					for (const step of steps) {
						const { session: after } = under(session, step, former);
						const anew = sessionAnew(session, after.territory.sites, estimatedTravel);
						expect(await figuresOf(after, asked)).toEqual(await figuresOf(anew, asked));
						former = after;
					}
				}
			),
			{ numRuns: 40 }
		);
	});

	it('in one go is that of its changes one after the other', async () => {
		await fc.assert(
			fc.asyncProperty(opened, modifications, question, async ({ session }, all, asked) => {
				let former = session;
				for (let count = 0; count <= all.length; count++) {
					former = under(session, all.slice(0, count), former).session;
					await figuresOf(former, asked);
				}
				expect(await figuresOf(former, asked)).toEqual(await figuresOf(under(session, all).session, asked));
			}),
			{ numRuns: 30 }
		);
	});

	it('leaves the territory as it was to the bit, and is the same when it is made again', async () => {
		await fc.assert(
			fc.asyncProperty(opened, modifications, question, async ({ session }, changes, asked) => {
				const before = structuredClone(await figuresOf(session, asked));
				const changed = under(session, changes).session;
				const first = structuredClone(await figuresOf(changed, asked));
				const undone = under(session, [], changed).session;
				expect(await figuresOf(undone, asked)).toEqual(before);
				expect(await figuresOf(session, asked)).toEqual(before);
				expect(await figuresOf(under(session, changes, undone).session, asked)).toEqual(first);
			}),
			{ numRuns: 30 }
		);
	});

	it('whose modifications are all switched off changes nothing', async () => {
		await fc.assert(
			fc.asyncProperty(opened, modifications, question, async ({ session }, changes, asked) => {
				const off = changes.map((one) => ({ ...one, on: false }));
				const { session: same, applied } = under(session, off);
				expect(applied).toEqual({
					id: 'a',
					sites: session.summary.sites,
					closed: [],
					moved: [],
					added: [],
					otherHours: [],
					otherSurface: [],
					notApplied: []
				});
				expect(same.travel).toBe(session.travel);
				expect(await figuresOf(same, asked)).toEqual(await figuresOf(session, asked));
			}),
			{ numRuns: 20 }
		);
	});

	it('does not hang on the order of changes of different sites', async () => {
		const independent = modifications.map((all) => {
			const met = new Set<string>();
			return all.filter(({ change: { kind, ...rest } }) => {
				const ids = 'site' in rest ? [rest.site.id] : sitesNeeded({ kind, ...rest } as Change);
				if (ids.some((id) => met.has(id))) return false;
				ids.forEach((id) => met.add(id));
				return true;
			});
		});
		await fc.assert(
			fc.asyncProperty(opened, independent, question, async ({ session }, changes, asked) => {
				const [one, other] = [changes, changes.toReversed()].map((all) => under(session, all).session);
				expect(await accessOf(one, asked)).toEqual(await accessOf(other, asked));
				const { whole, communes } = await answer(one, asked, alone);
				expect(await answer(other, asked, alone)).toMatchObject({ whole, communes });
			}),
			{ numRuns: 40 }
		);
	});

	it('helps nobody by closing, harms nobody by adding a site, or hours to those there are', async () => {
		const added = fc.constantFrom('Mo 18:00-20:00', 'Sa 12:00-14:00', 'Su 14:00-18:00', 'We[1] 09:00-19:00');
		await fc.assert(
			fc.asyncProperty(opened, question, fc.nat(5), newSite, added, async ({ session }, asked, rank, site, more) => {
				const before = await accessOf(session, asked);
				const schedule = scheduleOf(more);
				const add: Change = { kind: 'add', site: { ...site, id: 'new-0', schedule } };
				const larger = under(session, [modification(add)]).session;
				expectNobodyLoses(before, await accessOf(larger, asked));
				const kept = session.territory.sites.at(rank);
				if (kept === undefined) return;
				const closed = under(session, [modification({ kind: 'close', siteId: kept.id })]).session;
				expectNobodyLoses(await accessOf(closed, asked), before);
				if (kept.schedule === null || schedule === null) return;
				const rules = [...kept.schedule.rules, ...schedule.rules.map((rule) => ({ ...rule, joins: 'add' as const }))];
				const longer = { ...kept.schedule, rules };
				const open = under(session, [modification({ kind: 'hours', siteId: kept.id, schedule: longer })]).session;
				expectNobodyLoses(before, await accessOf(open, asked));
			}),
			{ numRuns: 60 }
		);
	});
});
