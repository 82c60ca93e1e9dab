import { describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import type { Change, Modification, NewSite } from '#domain/scenario.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { atlasHandlers } from '#workers/jobs/atlas/handlers.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { weeksOf } from '#workers/jobs/atlas/weeks.ts';
import { applyScenario } from '#workers/jobs/scenario/apply.ts';
import { candidate } from '#workers/jobs/scenario/candidate.ts';
import { compare } from '#workers/jobs/scenario/compare.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { alone, type MadeTerritory } from '../atlas-session.ts';
import { questionOf } from '../question.ts';
import { modification, placedSession, rounds } from '../scenario-session.ts';
import { scheduleOf } from '../scheduled-session.ts';

// Two sites, at the two ends of six demand points of ten people, 185 m of longitude apart.
const made: MadeTerritory = {
	communes: 1,
	points: Array.from({ length: 6 }, () => ({ people: 10, peopleOver65: 1, commune: 0, attached: true, seconds: [] })),
	sites: [0, 1].map(() => ({ kind: 'library', counted: true, margin: false, commune: 0, week: null }))
};
const PLACES: LonLat[] = [
	[3, 48],
	[3.0125, 48]
];
const opened = () => placedSession(made, ['Mo 10:00-12:00', 'Tu 10:00-12:00'], PLACES);
const onFoot = questionOf({ mode: 'foot', cutoffMinutes: 5 });
const CELLS = { level: 'cells', resolution: 8 } as const;
const annexe: NewSite = {
	id: 'new-1',
	name: 'Annexe',
	kind: 'branch',
	position: [3.00625, 48],
	communeCode: null,
	communeName: null,
	schedule: scheduleOf('We 14:00-18:00'),
	surfaceSquareMetres: 80
};
const hoursOf = (siteId: string, text: string): Change => {
	const schedule = scheduleOf(text);
	if (schedule === null) throw new Error(text);
	return { kind: 'hours', siteId, schedule };
};
const under = (session: AtlasSession, ...changes: Change[]) =>
	applyScenario(session, { id: 'a', modifications: changes.map((one) => modification(one)) });

describe('what a scenario does to sites', () => {
	it('keeps their ranks: closed ones do not count whatever the user takes in, added ones come last', async () => {
		const { session, applied } = under(
			opened(),
			{ kind: 'close', siteId: 's0' },
			{ kind: 'add', site: annexe },
			{ kind: 'move', siteId: 's1', position: [3.01, 48] },
			hoursOf('s1', 'Su 10:00-12:00'),
			{ kind: 'surface', siteId: 's1', surfaceSquareMetres: 250 }
		);
		expect(applied).toMatchObject({ closed: [0], moved: [1], added: [2], otherHours: [1], otherSurface: [1] });
		expect(applied.notApplied).toEqual([]);
		expect(applied.sites.map(({ id }) => id)).toEqual(['s0', 's1', 'new-1']);
		expect(applied.sites[0].counted).toEqual({
			counted: false,
			reason: 'counted_reason_scenario_closed',
			byUser: false
		});
		expect(applied.sites[1]).toMatchObject({ position: [3.01, 48], weeklyHours: { term: 2 } });
		expect(applied.sites[1].figures.surfaceSquareMetres).toBe(250);
		expect(applied.sites[2]).toMatchObject({ kind: 'branch', weeklyHours: { term: 4 }, margin: false });
		const takenIn = { ...onFoot, supply: { ...onFoot.supply, takenIn: ['s0'] } };
		const { sites } = await answer(session, takenIn, alone);
		expect(sites.map(({ counted }) => counted)).toEqual([false, true, true]);
		expect(session.baseline?.territory.sites).toHaveLength(2);
	});

	it('merges into one that stays, with its hours and the surface given', () => {
		const merge: Change = { kind: 'merge', siteIds: ['s0', 's1'], into: 's1', surfaceSquareMetres: 900 };
		const { session, applied } = under(opened(), merge);
		expect(applied).toMatchObject({ closed: [0], otherSurface: [1], otherHours: [], moved: [] });
		expect(session.territory.sites[1].figures.surfaceSquareMetres).toBe(900);
		expect(session.weeks.term.weeklyHours[1]).toBe(2);
	});

	it('holds the later of two changes of the same thing, and what comes back to itself is no change', () => {
		const there = under(
			opened(),
			{ kind: 'move', siteId: 's0', position: [3.01, 48] },
			{ kind: 'move', siteId: 's0', position: PLACES[0] },
			hoursOf('s1', 'Sa 10:00-12:00'),
			hoursOf('s1', 'Tu 10:00-12:00')
		);
		expect(there.applied).toMatchObject({ moved: [], otherHours: [], notApplied: [] });
	});

	it('changes a site that an earlier modification adds', () => {
		const { session, applied } = under(opened(), { kind: 'add', site: annexe }, hoursOf('new-1', 'We 14:00-15:00'));
		expect(applied.added).toEqual([2]);
		expect(session.weeks.term.weeklyHours[2]).toBe(1);
	});
});

describe('modifications that cannot be applied', () => {
	it('say why, change nothing, and let the others go on', () => {
		const { session, applied } = under(
			opened(),
			{ kind: 'close', siteId: '__proto__' },
			{ kind: 'merge', siteIds: ['s0', 'gone'], into: 's1', surfaceSquareMetres: null },
			{ kind: 'add', site: { ...annexe, id: 's0' } },
			{ kind: 'bookmobile-stop', site: annexe, rounds: rounds({ end: 16 * 60 }) },
			{ kind: 'close', siteId: 's1' }
		);
		expect(applied.notApplied.map(({ why }) => why)).toEqual([
			{ code: 'note_scenario_site_gone', params: { read: '__proto__' } },
			{ code: 'note_scenario_site_gone', params: { read: 'gone' } },
			{ code: 'note_scenario_site_known', params: { read: 's0' } },
			{ code: 'note_scenario_rounds', params: { read: 'Annexe' } }
		]);
		expect(session.territory.sites.map(({ counted }) => counted.counted)).toEqual([true, false]);
	});

	it('are those of new places where times come from a matrix, which says nothing of them', async () => {
		const session = opened();
		const { travel } = session;
		const place = () => Promise.resolve(null);
		const matrix = Object.assign(Object.create(travel) as AtlasSession['travel'], { canPlace: false, place });
		const ofMatrix = { ...session, travel: matrix };
		const { applied } = under(
			ofMatrix,
			{ kind: 'add', site: annexe },
			{ kind: 'move', siteId: 's0', position: [3.01, 48] },
			{ kind: 'close', siteId: 's0' }
		);
		expect(applied.notApplied.map(({ why }) => why.code)).toEqual(['note_scenario_matrix', 'note_scenario_matrix']);
		expect(applied).toMatchObject({ added: [], moved: [], closed: [0] });
		const request = {
			question: { ...onFoot, mode: 'foot' as const },
			position: annexe.position,
			site: null,
			marks: null
		};
		const times = () => travel.times('foot');
		const known = { ...ofMatrix, travel: Object.assign(Object.create(matrix) as typeof matrix, { times }) };
		Object.defineProperty(known.travel, 'modes', { value: travel.modes });
		await expect(candidate(known, request, alone)).rejects.toMatchObject({
			detail: { code: 'error_candidate_matrix' }
		});
	});
});

describe('the territory that is open', () => {
	const close: Modification = modification({ kind: 'close', siteId: 's0' });
	const open = () => {
		const territory = new OpenTerritory();
		territory.open(opened());
		return territory;
	};

	it('keeps a scenario that changes nothing more, whatever its modifications cost', () => {
		const territory = open();
		territory.setScenarios([{ id: 'a', modifications: [close] }]);
		const before = territory.under('a');
		const dearer = { ...close, cost: { ...close.cost, runningEurosPerYear: 1000 } };
		territory.setScenarios([{ id: 'a', modifications: [structuredClone(dearer)] }]);
		expect(territory.under('a')).toBe(before);
		territory.setScenarios([{ id: 'a', modifications: [{ ...close, on: false }] }]);
		expect(territory.under('a')).not.toBe(before);
	});

	it('is under no other scenario than those set last', () => {
		const territory = open();
		territory.setScenarios([
			{ id: 'a', modifications: [close] },
			{ id: 'b', modifications: [] }
		]);
		expect(territory.under(null)).toBe(territory.baseline);
		territory.setScenarios([{ id: 'b', modifications: [close] }]);
		expect(() => territory.under('a')).toThrow('error_question_scenario');
		territory.open(opened());
		expect(() => territory.under('b')).toThrow('error_question_scenario');
	});

	it('puts corrected hours under its scenarios', () => {
		const territory = open();
		territory.setScenarios([{ id: 'a', modifications: [close, modification(hoursOf('s1', 'We 10:00-13:00'))] }]);
		const corrections = ['s0', 's1'].map((siteId) => ({ siteId, schedule: scheduleOf('Fr 09:00-19:00') }));
		territory.correctHours(corrections);
		expect(territory.baseline.weeks.term.weeklyHours).toEqual([10, 10]);
		expect(territory.under('a').weeks.term.weeklyHours).toEqual([10, 3]);
		expect(territory.under('a').baseline).toBe(territory.baseline);
		territory.correctHours([]);
		expect(territory.under('a').weeks.term.weeklyHours).toEqual([2, 3]);
	});

	it('reads the weeks of the schedules that change, and of no other', () => {
		const session = opened();
		const { session: changed } = under(session, hoursOf('s0', 'We 10:00-13:00'));
		const [before, after] = [session, changed].map((one) => weeksOf(one, '2026-W10').intervals);
		expect(after[0]).not.toEqual(before[0]);
		expect(after[1]).toBe(before[1]);
		expect(changed.weeks.term.intervals[1]).toBe(session.weeks.term.intervals[1]);
	});
});

describe('jobs', () => {
	it('are asked under the scenario that the question names', async () => {
		const handlers = atlasHandlers(async () => opened());
		const { openTerritory, setScenarios, answer: ask, siteCard } = handlers;
		if (!openTerritory || !setScenarios || !ask || !siteCard) throw new Error('a job is missing');
		await expect(setScenarios([], alone)).rejects.toThrow('No territory is open');
		await openTerritory({ kind: 'folder', name: 'essai', files: [] }, alone);
		const add = modification({ kind: 'add', site: annexe });
		const { response } = await setScenarios([{ id: 'a', modifications: [add] }], alone);
		expect(response).toMatchObject([{ id: 'a', added: [2] }]);
		const asked = { ...onFoot, scenario: 'a' };
		expect((await ask(asked, alone)).response.sites).toHaveLength(3);
		expect((await ask(onFoot, alone)).response.sites).toHaveLength(2);
		expect((await siteCard({ question: asked, site: 2 }, alone)).response.weeklyHours.term).toBe(4);
		await expect(ask({ ...onFoot, scenario: 'b' }, alone)).rejects.toMatchObject({
			detail: { code: 'error_question_scenario', params: { read: 'b' } }
		});
	});
});

describe('a place under the pointer', () => {
	it('tells whom it would have within the cutoff, as the scenario that puts a site there', async () => {
		const session = opened();
		const before = (await answer(session, onFoot, alone)).whole.coverage.people;
		const found = await candidate(
			session,
			{ question: onFoot, position: annexe.position, site: null, marks: CELLS },
			alone
		);
		const added = under(session, { kind: 'add', site: annexe }).session;
		const after = await answer(added, onFoot, alone);
		const request = { question: onFoot, withSectors: false, withGroups: true };
		const compared = await compare(session, [{ id: 'a', session: added }], request, alone);
		expect(found).toEqual({
			communeCode: null,
			peopleWithin: after.sites[2].peopleWithin,
			coveredPeople: after.whole.coverage.people,
			coveredBefore: before,
			change: compared.scenarios[0].change.whole,
			paint: await paint(added, { question: onFoot, indicator: 'change', ...CELLS }, alone)
		});
		expect(found.coveredPeople).toBeGreaterThan(found.coveredBefore);
		expect(found.change.improved).toBeGreaterThan(0);
	});

	it('leaves the former place of a site that moves, and brings nothing for one that does not count', async () => {
		const session = opened();
		const position: LonLat = [3.0025, 48];
		const found = await candidate(session, { question: onFoot, position, site: 1, marks: CELLS }, alone);
		const moved = under(session, { kind: 'move', siteId: 's1', position }).session;
		expect(found.coveredPeople).toBe((await answer(moved, onFoot, alone)).whole.coverage.people);
		expect(found.coveredPeople).toBeLessThan(found.coveredBefore);
		expect(found.paint).toEqual(await paint(moved, { question: onFoot, indicator: 'change', ...CELLS }, alone));
		const closed = under(session, { kind: 'close', siteId: 's1' }).session;
		// What a place changes is told against the territory as it was opened: the closing is part of it.
		const idle = await candidate(closed, { question: onFoot, position, site: 1, marks: CELLS }, alone);
		expect(idle.coveredPeople).toBe(idle.coveredBefore);
		expect(idle.paint).toEqual(await paint(closed, { question: onFoot, indicator: 'change', ...CELLS }, alone));
		await expect(candidate(session, { question: onFoot, position, site: 2, marks: null }, alone)).rejects.toThrow(
			RangeError
		);
	});
});
