import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PROFILES, profileInForce } from '#domain/default-profiles.ts';
import { proposedLocks } from '#domain/proposed-locks.ts';
import type { HoursChoice, HoursProposal } from '#domain/proposals.ts';
import type { Question } from '#domain/question.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { readScenarioFile } from '#io/scenario/scenario-json.ts';
import { profilePeople } from '#core/hours/profile-weights.ts';
import { freeTimeAsked } from '#workers/jobs/atlas/hours/free-time.ts';
import { withCorrectedHours } from '#workers/jobs/atlas/hours/correct-hours.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { viewOf } from '#workers/jobs/atlas/view.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { proposeHours } from '#workers/jobs/scenario/propose-hours.ts';
import { demoRequest } from '../../src/cli/demo-request.ts';
import { diskFolder, writeTerritoryFolder } from '../../src/cli/folder-disk.ts';
import { alone } from '../atlas-session.ts';
import { plainSpaces, runCli, runCliWell } from '../cli.ts';
import { questionOf } from '../question.ts';

const root = mkdtempSync(join(tmpdir(), 'maillage-improve-'));
const folder = join(root, 'demo');
let demo: AtlasSession;
let choice: HoursChoice;
beforeAll(async () => {
	const { files } = await prepareTerritory(await demoRequest(), { onStep: () => {}, onProgress: () => {} });
	await writeTerritoryFolder(folder, files);
	demo = await openSession(diskFolder(folder), folder);
	choice = {
		aim: 'add',
		weights: null,
		minutes: 360,
		blockMinutes: 120,
		allowed: [0, 1, 2, 3, 4, 5].flatMap((day) => [day * 1440 + 540, day * 1440 + 1200] as MinuteOfWeek[]),
		perSiteMinutes: null,
		locked: proposedLocks(demo.territory.sites).map(({ siteId }) => siteId),
		timeLimitSeconds: 10
	};
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Person-hours of usable time a week, as the map's own figures are made. */
async function personHours(session: AtlasSession, question: Question): Promise<number> {
	const { access, inScope, times } = await viewOf(session, question);
	const { people } = profilePeople(session.territory.population, profileInForce(question.profile, []));
	const freeTime = freeTimeAsked(session, question);
	const [seconds] = freeTime === null ? [] : access.usable.seconds([freeTime]);
	return people.reduce(
		(sum, weight, point) => sum + (inScope[point] & times.attached[point] ? (weight * seconds[point]) / 3600 : 0),
		0
	);
}

const minutesOf = ({ slots }: HoursProposal, added: boolean) =>
	slots.reduce((sum, slot) => (slot.added === added ? sum + slot.end - slot.start : sum), 0);

describe('hours proposed on the demonstration', () => {
	const asked: readonly (readonly [string, Partial<Question>, Partial<HoursChoice>])[] = [
		['added', {}, {}],
		['added for pupils, little at each site', { profile: 'secondary-pupil' }, { perSiteMinutes: 120 }],
		['moved', {}, { aim: 'move', minutes: 240 }],
		['taken away', { profile: 'retired' }, { aim: 'remove', minutes: 240 }]
	];

	it.each(asked)('%s give what the map says once the schedules are corrected', async (_, question, change) => {
		const full = questionOf({ week: 'term', ...question });
		const made = { ...choice, ...change };
		const proposal = await proposeHours(demo, { question: full, choice: made }, alone);
		const after = withCorrectedHours(demo, proposal.schedules);
		expect(proposal.personHoursBefore).toBeCloseTo(await personHours(demo, full), 3);
		expect(proposal.personHoursAfter).toBeCloseTo(await personHours(after, full), 3);
		const gain = proposal.personHoursAfter - proposal.personHoursBefore;
		expect(gain).toBeLessThanOrEqual((proposal.bound ?? NaN) + 1e-6);
		expect(proposal.slots.length).toBeGreaterThan(0);
		const locked = new Set(made.locked);
		for (const { siteId, added, start, end, effects } of proposal.slots) {
			expect(locked.has(siteId)).toBe(false);
			for (const { mostMinutes } of effects) expect(mostMinutes).toBeLessThanOrEqual(end - start);
			if (added) expect(end - start).toBeGreaterThanOrEqual(made.blockMinutes);
		}
		if (made.aim === 'add') expect(minutesOf(proposal, true)).toBeLessThanOrEqual(made.minutes);
		if (made.aim === 'remove') expect(minutesOf(proposal, false)).toBeGreaterThanOrEqual(made.minutes);
		if (made.aim === 'move') expect(minutesOf(proposal, false)).toBeGreaterThanOrEqual(minutesOf(proposal, true));
		for (const week of ['small-holidays', 'summer'] as const) {
			const then = { ...full, week };
			expect(await personHours(after, then)).toBeCloseTo(await personHours(demo, then), 6);
		}
	});

	it('for several profiles give what the map says of each, and of all by their weights', async () => {
		const weights = [
			{ profile: 'student', weight: 2 },
			{ profile: 'full-time', weight: 0 },
			{ profile: 'retired', weight: 1 }
		] as const;
		const request = { question: questionOf({ week: 'term' }), choice: { ...choice, weights } };
		const proposal = await proposeHours(demo, request, alone);
		const after = withCorrectedHours(demo, proposal.schedules);
		expect(proposal.profiles.map(({ profile }) => profile)).toEqual(['student', 'retired']);
		for (const { profile, personHoursBefore, personHoursAfter } of proposal.profiles) {
			expect(personHoursBefore).toBeCloseTo(await personHours(demo, { ...request.question, profile }), 3);
			expect(personHoursAfter).toBeCloseTo(await personHours(after, { ...request.question, profile }), 3);
		}
		const [student, retired] = proposal.profiles;
		const mean = (key: 'personHoursBefore' | 'personHoursAfter') => (2 * student[key] + retired[key]) / 3;
		expect(proposal.personHoursBefore).toBeCloseTo(mean('personHoursBefore'), 3);
		expect(proposal.personHoursAfter).toBeCloseTo(mean('personHoursAfter'), 3);
		expect(proposal.personHoursAfter - proposal.personHoursBefore).toBeLessThanOrEqual((proposal.bound ?? NaN) + 1e-6);
		expect(proposal.slots.length).toBeGreaterThan(0);
		expect(proposal.statements.map(({ code }) => code)).toContain('improve_weighted_profiles');
	});

	it('for one profile that has all the weight are those of that profile alone, to the last bit', async () => {
		const question = questionOf({ week: 'term' });
		const weights = DEFAULT_PROFILES.map(({ id }) => ({ profile: id, weight: id === 'student' ? 5 : 0 }));
		const weighed = await proposeHours(demo, { question, choice: { ...choice, weights, timeLimitSeconds: 60 } }, alone);
		const asked = {
			question: { ...question, profile: 'student' as const },
			choice: { ...choice, timeLimitSeconds: 60 }
		};
		expect(weighed).toEqual(await proposeHours(demo, asked, alone));
	});

	it('are the same each time', async () => {
		const request = { question: questionOf({ week: 'term' }), choice: { ...choice, timeLimitSeconds: 60 } };
		const [one, other] = [await proposeHours(demo, request, alone), await proposeHours(demo, request, alone)];
		expect(other).toEqual(one);
		expect(one.isOptimal).toBe(true);
	});

	it('are none, and no best, where there are not as many to take away', async () => {
		const request = {
			question: questionOf({ week: 'term' }),
			choice: { ...choice, aim: 'remove', minutes: 900_000 }
		} as const;
		const proposal = await proposeHours(demo, request, alone);
		expect(proposal).toMatchObject({ slots: [], schedules: [], isOptimal: null, bound: null, gap: null });
		expect(proposal.personHoursAfter).toBe(proposal.personHoursBefore);
		expect(proposal.statements.map(({ code }) => code)).toContain('improve_not_enough');
	});

	it('end when they are cancelled', async () => {
		const abort = new AbortController();
		const request = { question: questionOf({ week: 'term' }), choice };
		const progress = () => abort.abort(new Error('cancelled'));
		await expect(proposeHours(demo, request, { signal: abort.signal, progress })).rejects.toThrow('cancelled');
	});

	it.each([
		[{ minutes: 60 }, {}, 'error_improve_minutes'],
		[{ minutes: NaN }, {}, 'error_improve_minutes'],
		[{ blockMinutes: 0 }, {}, 'error_improve_block'],
		[{ perSiteMinutes: 60 }, {}, 'error_improve_site_limit'],
		[{ allowed: [] }, {}, 'error_improve_allowed'],
		[{ allowed: [60, 30] as MinuteOfWeek[] }, {}, 'error_improve_allowed'],
		[{ weights: [] }, {}, 'error_improve_weights'],
		[{ weights: [{ profile: 'student', weight: 0 }] }, {}, 'error_improve_weights'],
		[{}, { week: '2026-W02' }, 'error_improve_week']
	] as const)('are refused where they make no sense: %o %o', async (change, question, code) => {
		const request = { question: questionOf({ week: 'term', ...question }), choice: { ...choice, ...change } };
		await expect(proposeHours(demo, request, alone)).rejects.toMatchObject({ detail: { code } });
	});

	it('are refused where every site is locked', async () => {
		const locked = demo.territory.sites.map(({ id }) => id);
		const request = { question: questionOf({ week: 'term' }), choice: { ...choice, locked } };
		await expect(proposeHours(demo, request, alone)).rejects.toMatchObject({
			detail: { code: 'error_improve_no_site' }
		});
	});
});

describe('the command improve-hours', () => {
	const out = join(root, 'six.json');

	it('says the slots, and writes a scenario that is read', async () => {
		const run = await runCliWell('improve-hours', folder, '--add-hours', '6', '--time-limit', '5', '--out', out);
		const lines = plainSpaces(run.stdout).trim().split('\n');
		expect(lines[0]).toMatch(
			/^Ouvrir .+ le \S+ de .+ à .+ : [\d ]+ personnes de 25 à 64 ans gagneraient jusqu’à .+ par semaine\.$/
		);
		const written = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown> & { slots: unknown[] };
		expect(written).toMatchObject({ aim: 'add', hours_asked: 6, hours_removed: 0 });
		expect(lines).toHaveLength(written.slots.length + 2);
		const { scenario, territory } = readScenarioFile(readFileSync(out), 'six.json');
		expect([scenario.id, territory.name]).toEqual(['six', demo.territory.name]);
		expect(scenario.modifications.length).toBeGreaterThan(0);
		expect(scenario.modifications.every(({ on, change }) => on && change.kind === 'hours')).toBe(true);
		expect(written).toMatchObject({ format: 'maillage-hours-proposal', question: { week: 'term' }, fictional: true });
		const results = join(root, 'six');
		const simulated = await runCliWell('simulate', folder, '--scenario', out, '--out', results);
		expect(plainSpaces(simulated.stdout)).toMatch(
			/^« 6 h à ajouter \(actif à temps plein\) » améliorerait l’accès de /
		);
	});

	it('counts several profiles by their weights, and says so', async () => {
		const options = ['--weights', 'student=2, full-time=1', '--time-limit', '5', '--out', out];
		const { stdout } = await runCliWell('improve-hours', folder, '--add-hours', '6', ...options);
		expect(plainSpaces(stdout)).toContain('poids : étudiant 67 %, actif à temps plein 33 %.');
		expect(plainSpaces(stdout)).toMatch(/Au rythme d’un étudiant : [\d ]+ h de plus par semaine/);
		const { profiles } = JSON.parse(readFileSync(out, 'utf8')) as { profiles: { profile: string; share: number }[] };
		expect(profiles.map(({ profile, share }) => [profile, share])).toEqual([
			['student', 2 / 3],
			['full-time', 1 / 3]
		]);
	});

	it('refuses what it cannot do, and says what to do', async () => {
		const refused = (...options: string[]) =>
			runCli('improve-hours', folder, '--add-hours', '6', '--out', out, ...options);
		expect((await refused('--allowed', 'someday')).stderr).toContain('someday');
		expect((await refused('--lock', 'nowhere')).stderr).toContain('nowhere');
		expect((await refused('--block-minutes', '0')).code).toBe(2);
		expect((await refused('--weights', 'etudiant=1')).stderr).toMatch(/etudiant.+full-time, part-time/s);
		for (const weights of ['student', 'student=-1', 'student=0', 'student=1,student=2'])
			expect((await refused('--weights', weights)).code).toBe(2);
		expect((await refused('--weights', 'student=1', '--profile', 'retired')).code).toBe(2);
	});
});
