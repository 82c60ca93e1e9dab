import { beforeAll, describe, expect, it } from 'vitest';
import type { SitingChoice, SitingProposal } from '#domain/proposals.ts';
import type { Question } from '#domain/question.ts';
import type { Change } from '#domain/scenario.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { viewOf } from '#workers/jobs/atlas/view.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { applyScenario } from '#workers/jobs/scenario/apply.ts';
import { demoRequest } from '../../src/cli/demo-request.ts';
import { Proposals } from '../../src/lib/compute/proposals.ts';
import { alone } from '../atlas-session.ts';
import { questionOf } from '../question.ts';
import { modification } from '../scenario-session.ts';
import { searchWorkers, territoryWorker } from '../served-workers.ts';

const MINUTES = 60_000;
const onFoot = questionOf({ mode: 'foot' });

let session: AtlasSession;
let proposals: Proposals;
beforeAll(async () => {
	const { files } = await prepareTerritory(await demoRequest(), { onStep: () => {}, onProgress: () => {} });
	session = await openSession(
		{ has: async (path) => files.has(path), read: async (path) => files.get(path) ?? new Uint8Array() },
		'demo'
	);
	proposals = new Proposals(await territoryWorker(session), searchWorkers().make);
}, 2 * MINUTES);

function proposed(choice: Partial<SitingChoice>, question: Question = onFoot): Promise<SitingProposal> {
	const whole: SitingChoice = {
		problem: 'mclp',
		candidates: 'commune-centres',
		newSites: 3,
		closable: [],
		weight: 'people',
		minimumPeople: 0,
		budget: null,
		timeLimitSeconds: 10,
		...choice
	};
	return proposals.sites({ question, choice: whole }, { signal: alone.signal, onProgress: () => {} });
}

/** The territory with what is proposed, each a modification. */
function under({ newSites, closed }: SitingProposal): AtlasSession {
	const changes: Change[] = [
		...newSites.map(({ position, name }, rank): Change => ({
			kind: 'add',
			site: {
				id: `new-${rank}`,
				name,
				kind: 'branch',
				position,
				communeCode: null,
				communeName: null,
				schedule: null,
				surfaceSquareMetres: null
			}
		})),
		...closed.map((siteId): Change => ({ kind: 'close', siteId }))
	];
	const modifications = changes.map((change) => modification(change));
	return applyScenario(session, { id: 'proposed', modifications }).session;
}

const covered = async (of: AtlasSession, question: Question) =>
	(await answer(of, question, alone)).whole.coverage.people ?? NaN;

describe('where to put a branch, on the demo', () => {
	it('brings as many people as it says, once its places are modifications', { timeout: MINUTES }, async () => {
		const proposal = await proposed({});
		expect(proposal.newSites).toHaveLength(3);
		expect(proposal.isOptimal).toBe(true);
		expect(proposal.coveredBefore).toBeCloseTo(await covered(session, onFoot), 6);
		expect(proposal.coveredPeople).toBeCloseTo(await covered(under(proposal), onFoot), 6);
		expect(proposal.objective).toBeCloseTo(proposal.coveredPeople, 6);
		expect(proposal.objectiveBefore).toBeCloseTo(proposal.coveredBefore, 6);
		for (const { name, communeCode } of proposal.newSites) {
			expect(name).not.toBe('');
			expect(session.territory.communes.map(({ code }) => code)).toContain(communeCode);
		}
	});

	it('finds no place better than the best one alone, tried one by one', { timeout: MINUTES }, async () => {
		const proposal = await proposed({ newSites: 1 });
		const view = await viewOf(session, onFoot);
		const best = await Promise.all(
			session.summary.communes
				.filter(({ margin }) => !margin)
				.map(async ({ labelAt }) => {
					if (labelAt === null) return 0;
					const placed = await session.travel.place(session.territory.population, 'foot', labelAt);
					const { nearest } = view.access;
					if (placed === null) return expect.unreachable();
					const { demand, toSite } = placed.row;
					return demand.reduce((people, point, at) => {
						const isGained = nearest[point] > view.cutoffSeconds && toSite[at] <= view.cutoffSeconds;
						return isGained ? people + view.weights[point] : people;
					}, 0);
				})
		);
		expect(proposal.coveredPeople - proposal.coveredBefore).toBeCloseTo(Math.max(...best), 6);
		expect(proposal.newSites[0].peopleOnlyHere).toBeCloseTo(Math.max(...best), 6);
	});

	it('takes every demand point for a place, or the most populated of each hexagon', { timeout: MINUTES }, async () => {
		const everywhere = await proposed({ candidates: 'demand-points' });
		const centres = await proposed({});
		expect(everywhere.coveredPeople).toBeGreaterThan(centres.coveredPeople);
		expect(everywhere.statements.map(({ code }) => code)).toContain('note_siting_places_thinned');
		expect(everywhere.bound).toBeGreaterThanOrEqual(everywhere.objective - 1e-6);
	});

	it(
		'keeps to a minimum of people and to a budget, and closes only what may close',
		{ timeout: 2 * MINUTES },
		async () => {
			const free = await proposed({ newSites: 5 });
			const least = Math.min(...free.newSites.map(({ peopleOnlyHere }) => peopleOnlyHere));
			const fewer = await proposed({ newSites: 5, minimumPeople: Math.ceil(least) + 1 });
			expect(fewer.newSites.length).toBeLessThanOrEqual(5);
			expect(fewer.objective).toBeLessThanOrEqual(free.objective + 1e-6);
			const bought = await proposed({ newSites: 5, budget: { perNewSite: 100_000, perClosure: 0, total: 250_000 } });
			expect(bought.newSites).toHaveLength(2);
			const counted = session.territory.sites.filter(({ counted: { counted }, margin }) => counted && !margin);
			const closable = counted.map(({ id }) => id);
			const moved = await proposed({ newSites: 2, closable });
			expect(moved.closed).toHaveLength(moved.newSites.length);
			expect(closable).toEqual(expect.arrayContaining([...moved.closed]));
			expect(moved.coveredPeople).toBeCloseTo(await covered(under(moved), onFoot), 6);
			expect(moved.objective).toBeGreaterThanOrEqual(moved.objectiveBefore ?? Infinity);
		}
	);

	it('opens no place that brings nothing, however many it may', { timeout: MINUTES }, async () => {
		const [first] = (await proposed({ newSites: 1 })).newSites;
		const { newSites } = await proposed({ newSites: 2, candidates: [first, { ...first, name: 'the same place' }] });
		expect(newSites.map(({ position }) => position)).toEqual([first.position]);
	});

	it('answers each problem in its own terms', { timeout: 2 * MINUTES }, async () => {
		const byCar = questionOf({ cutoffMinutes: 10 });
		const median = await proposed({ problem: 'pmedian', newSites: 2 }, byCar);
		expect(median.objective).toBeLessThan(median.objectiveBefore ?? 0);
		const all = await proposed({ problem: 'lscp' }, byCar);
		expect(all.objective).toBe(
			session.territory.sites.filter(({ counted }) => counted.counted).length + all.newSites.length - all.closed.length
		);
		const leftOut = all.statements.find(({ code }) => code === 'note_siting_not_to_cover');
		const view = await viewOf(session, byCar);
		const attached = view.weights.reduce((sum, people, point) => sum + people * view.times.attached[point], 0);
		expect(all.coveredPeople).toBeCloseTo(await covered(under(all), byCar), 6);
		expect(Math.round(attached - all.coveredPeople)).toBe(leftOut?.params.count ?? 0);
		const center = await proposed({ problem: 'pcenter', newSites: 2 }, byCar);
		expect(center.objective).toBeLessThanOrEqual(center.objectiveBefore ?? Infinity);
	});

	it('weighs who lacks usable hours, and stays within the scope', { timeout: MINUTES }, async () => {
		const lacking = await proposed({ weight: 'people-without-hours', newSites: 1 });
		expect(lacking.objective).toBeLessThan(lacking.coveredPeople);
		const [{ code }] = session.territory.communes.filter(({ margin }) => !margin);
		const inside = await proposed(
			{ newSites: 1, candidates: 'demand-points' },
			questionOf({ mode: 'foot', scope: { kind: 'commune', code } })
		);
		expect(inside.newSites.map(({ communeCode }) => communeCode)).toEqual([code]);
	});

	it('tells everybody whom places serve, whoever they were sought for', { timeout: MINUTES }, async () => {
		const lacking = { weight: 'people-without-hours' } as const;
		for (const choice of [lacking, { ...lacking, problem: 'lscp' as const }]) {
			const proposal = await proposed(choice);
			expect(proposal.coveredBefore).toBeCloseTo(await covered(session, onFoot), 6);
			expect(proposal.coveredPeople).toBeCloseTo(await covered(under(proposal), onFoot), 6);
		}
	});

	it('takes places of a list by their names, and tells those that nobody reaches', { timeout: MINUTES }, async () => {
		const centres = await proposed({ newSites: 1 });
		const [{ position, name }] = centres.newSites;
		const far = { name: 'Brest', position: [-4.49, 48.39] as const };
		const listed = await proposed({ newSites: 1, candidates: [far, { name: 'Ancienne gare', position }] });
		expect(name).not.toBe('Ancienne gare');
		expect(listed.newSites).toEqual([{ ...centres.newSites[0], name: 'Ancienne gare' }]);
		expect(listed.coveredPeople).toBe(centres.coveredPeople);
		expect(listed.statements).toContainEqual({
			code: 'note_siting_places_unreached',
			params: { count: 1, names: 'Brest' }
		});
		await expect(proposed({ candidates: [far] })).rejects.toMatchObject({ detail: { code: 'error_siting_no_place' } });
		await expect(proposed({ candidates: Array<typeof far>(2049).fill(far) })).rejects.toMatchObject({
			detail: { code: 'error_siting_too_many_places', params: { count: 2049, most: 2048 } }
		});
	});
});
