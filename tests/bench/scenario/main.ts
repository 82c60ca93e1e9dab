// What one edit of a scenario costs in the worker, on the demonstration territory and the Lille metropolis: the scenario set, then the answer,
// the map, the usable hours and the week of the question of the page, as `setScenarios`, `answer`, `paint`, `usable` and `weekStrip` give them. Against the same
// territory opened with those sites, of which nothing is kept. Each run has other hours or another place: the least, the median of what the
// processor did, whatever else it had to do, and what nine in ten take at most.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LonLat } from '#domain/geometry.ts';
import type { Question } from '#domain/question.ts';
import type { Change } from '#domain/scenario.ts';
import type { Site } from '#domain/site.ts';
import type { Mode } from '#domain/travel.ts';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import { atlasHandlers } from '#workers/jobs/atlas/handlers.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import { CAP_SECONDS } from '#workers/jobs/diagnose/coverage.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { applyScenario } from '#workers/jobs/scenario/apply.ts';
import { TerritoryTravel } from '#workers/jobs/travel/territory-travel.ts';
import type { JobHandlers } from '#workers/protocol.ts';
import { alone } from '../../atlas-session.ts';
import { questionOf } from '../../question.ts';
import { modification, sessionAnew } from '../../scenario-session.ts';
import { scheduleOf } from '../../scheduled-session.ts';
import { assembly, type TerritoryName } from '../territories/assemblies.ts';
import { least, quantile } from '../travel/measure.ts';

const RUNS = 15;
const RUNS_ANEW = 3;
const SCENARIO = 'a';

type Opened = Awaited<ReturnType<typeof opened>>;

async function opened(name: TerritoryName) {
	const folder = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
	const request = await assembly(name, folder);
	if (request === null) return null;
	const { files } = await prepareTerritory(request, { onStep: () => {}, onProgress: () => {} });
	rmSync(folder, { recursive: true });
	const reader = {
		has: async (path: string) => files.has(path),
		read: async (path: string) => files.get(path) ?? new Uint8Array()
	};
	const { manifest } = await readTerritoryFolder(reader, name);
	return { session: await openSession(reader, name), reader, manifest };
}

/** The answer, the map, the usable hours and the week, as the page asks for them. */
async function figures({ answer, paint, usable, weekStrip }: JobHandlers, question: Question): Promise<unknown[]> {
	if (!answer || !paint || !usable || !weekStrip) throw new Error('a job is missing');
	const request = { question, indicator: 'usable-hours', level: 'cells', resolution: 8 } as const;
	return [
		await answer(question, alone),
		await paint(request, alone),
		await usable(question, alone),
		await weekStrip(question, alone)
	];
}

async function elapsed(run: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await run();
	return performance.now() - start;
}

/** Milliseconds of the processor, the collection of memory included. */
async function processed(run: () => Promise<unknown>): Promise<number> {
	const start = process.cpuUsage();
	await run();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}

/** What a page may do at one step: other hours each time, or another place. */
function edits(sites: readonly Site[], counted: readonly number[]): Record<string, (turn: number) => Change> {
	const site = sites[counted[0]];
	const beside = (turn: number): LonLat => [site.position[0] + 0.002 + turn * 0.0005, site.position[1] + 0.001];
	const hours = (turn: number) => scheduleOf(`Tu-Fr 10:00-18:${String(turn + 10)}; Sa 09:00-19:00`);
	return {
		'hours of a site': (turn) => {
			const schedule = hours(turn);
			if (schedule === null) throw new Error('no hours');
			return { kind: 'hours', siteId: site.id, schedule };
		},
		'a new site': (turn) => ({
			kind: 'add',
			site: {
				id: 'new-1',
				name: 'Annexe',
				kind: 'branch',
				position: beside(turn),
				communeCode: null,
				communeName: null,
				schedule: hours(0),
				surfaceSquareMetres: null
			}
		}),
		'a site moved': (turn) => ({ kind: 'move', siteId: site.id, position: beside(turn) }),
		'a site closed': (turn) => ({ kind: 'close', siteId: sites[counted[turn % counted.length]].id })
	};
}

async function measured({ session, reader, manifest }: NonNullable<Opened>, mode: Mode) {
	const handlers = atlasHandlers(async () => session);
	const { setScenarios, openTerritory, candidate } = handlers;
	if (!setScenarios || !openTerritory || !candidate) throw new Error('a job is missing');
	await openTerritory({ kind: 'folder', name: '', files: [] }, alone);
	const { sites } = session.territory;
	const counted = [...sites.keys()].filter((rank) => sites[rank].counted.counted && sites[rank].schedule !== null);
	const baseline = questionOf({ mode, minute: (2 * 1440 + 15 * 60) as Question['minute'] });
	const question = { ...baseline, scenario: SCENARIO };
	await figures(handlers, baseline);
	// The roads are read, and the sweep of the demand points laid out, by the first place that is asked.
	const position: LonLat = [sites[counted[0]].position[0] + 0.002, sites[counted[0]].position[1]];
	const first = await elapsed(() => candidate({ question: baseline, position, site: null, marks: null }, alone));
	const rows: Record<string, Record<string, number | null>> = {
		'the first place asked': {
			'least ms': first,
			'processor ms': null,
			'nine in ten ms': null,
			'anew ms': null,
			ratio: null
		}
	};
	for (const [name, edit] of Object.entries(edits(sites, counted))) {
		const set = (turn: number) => setScenarios([{ id: SCENARIO, modifications: [modification(edit(turn))] }], alone);
		await set(0);
		await figures(handlers, question);
		const spent: number[] = [];
		const work: number[] = [];
		for (let turn = 1; turn <= RUNS; turn++) {
			const run = async () => {
				await set(turn);
				await figures(handlers, question);
			};
			work.push(await processed(async () => spent.push(await elapsed(run))));
		}
		const after = applyScenario(session, { id: SCENARIO, modifications: [modification(edit(RUNS))] }).session;
		const keptTravel = after.travel === session.travel;
		const anew: number[] = [];
		for (let turn = 0; turn < RUNS_ANEW; turn++) {
			anew.push(
				await elapsed(async () => {
					const made = sessionAnew(session, after.territory.sites, (territory) =>
						keptTravel ? session.travel : new TerritoryTravel(reader, manifest, territory, CAP_SECONDS)
					);
					const others = atlasHandlers(async () => made);
					await others.openTerritory?.({ kind: 'folder', name: '', files: [] }, alone);
					await figures(others, baseline);
				})
			);
		}
		rows[name] = {
			'least ms': least(spent),
			'processor ms': quantile(work, 0.5),
			'nine in ten ms': quantile(spent, 0.9),
			'anew ms': least(anew),
			ratio: least(anew) / least(spent)
		};
	}
	const moves: number[] = [];
	for (let turn = 0; turn < 3 * RUNS; turn++) {
		const at: LonLat = [position[0] + turn * 0.0003, position[1]];
		moves.push(
			await elapsed(() =>
				candidate({ question, position: at, site: counted[1], marks: { level: 'cells', resolution: 8 } }, alone)
			)
		);
	}
	rows['a step of the pointer'] = {
		'least ms': least(moves),
		'processor ms': null,
		'nine in ten ms': quantile(moves, 0.9),
		'anew ms': null,
		ratio: null
	};
	return { rows, demandPoints: session.territory.population.count, sites: sites.length };
}

const round = (value: number | null) => (value === null ? '' : Number(value.toFixed(1)));
for (const name of ['demo', 'mel'] as const) {
	const territory = await opened(name);
	if (territory === null) {
		console.log(`${name}: no real data`);
		continue;
	}
	for (const mode of ['car', 'bike'] as const) {
		const { rows, demandPoints, sites } = await measured(territory, mode);
		const load = `Load of the machine: ${round(loadavg()[0])} (2 processors).`;
		console.log(`${name}: ${demandPoints} demand points, ${sites} sites, by ${mode}. ${load}`);
		console.table(
			Object.fromEntries(
				Object.entries(rows).map(([step, row]) => [
					step,
					Object.fromEntries(Object.entries(row).map(([what, value]) => [what, round(value)]))
				])
			)
		);
	}
}
console.log(`Peak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB.`);
