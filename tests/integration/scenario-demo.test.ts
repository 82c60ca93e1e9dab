import { beforeAll, describe, expect, it } from 'vitest';
import type { LonLat } from '#domain/geometry.ts';
import type { Question } from '#domain/question.ts';
import type { Change } from '#domain/scenario.ts';
import type { Territory } from '#domain/territory.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import { atlasHandlers } from '#workers/jobs/atlas/handlers.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { CAP_SECONDS } from '#workers/jobs/diagnose/coverage.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { applyScenario } from '#workers/jobs/scenario/apply.ts';
import { TerritoryTravel } from '#workers/jobs/travel/territory-travel.ts';
import type { JobHandlers } from '#workers/protocol.ts';
import { demoRequest } from '../../src/cli/demo-request.ts';
import { alone } from '../atlas-session.ts';
import { questionOf } from '../question.ts';
import { modification, sessionAnew } from '../scenario-session.ts';
import { scheduleOf } from '../scheduled-session.ts';

const MINUTES = 60_000;
const question = questionOf({ minute: (6 * 1440 + 15 * 60) as MinuteOfWeek });
const SUNDAY = scheduleOf('Su 14:00-18:00');

let reader: FolderReader;
let manifest: TerritoryManifest;
let session: AtlasSession;
/** Ranks of counted sites of the perimeter whose hours are known. */
let libraries: number[];

beforeAll(async () => {
	const { files } = await prepareTerritory(await demoRequest(), { onStep: () => {}, onProgress: () => {} });
	reader = {
		has: async (path) => files.has(path),
		read: async (path) => files.get(path) ?? new Uint8Array()
	};
	({ manifest } = await readTerritoryFolder(reader, 'demo'));
	session = await openSession(reader, 'demo');
	const { sites } = session.territory;
	libraries = [...sites.keys()].filter((rank) => {
		const { counted, margin, schedule } = sites[rank];
		return counted.counted && !margin && schedule !== null;
	});
}, 2 * MINUTES);

const idOf = (rank: number) => session.territory.sites[libraries[rank]].id;
const beside = (rank: number, east: number, north: number): LonLat => {
	const [lon, lat] = session.territory.sites[libraries[rank]].position;
	return [lon + east, lat + north];
};
const travelAnew = (territory: Territory) => new TerritoryTravel(reader, manifest, territory, CAP_SECONDS);

/** One of each kind of change, each of another site. */
function oneOfEach(): Change[] {
	if (SUNDAY === null) throw new Error('no hours');
	const place = { communeCode: null, communeName: null, surfaceSquareMetres: 120 };
	return [
		{ kind: 'hours', siteId: idOf(0), schedule: SUNDAY },
		{
			kind: 'add',
			site: { ...place, id: 'new-1', name: 'Annexe', kind: 'branch', position: beside(1, 0.02, 0.01), schedule: SUNDAY }
		},
		{ kind: 'close', siteId: idOf(2) },
		{ kind: 'move', siteId: idOf(3), position: beside(3, -0.015, 0.012) },
		{ kind: 'merge', siteIds: [idOf(4)], into: idOf(5), surfaceSquareMetres: 1500 },
		{
			kind: 'bookmobile-stop',
			site: { ...place, id: 'new-2', name: 'Place', kind: 'bookmobile-stop', position: beside(6, 0.01, -0.02) },
			rounds: { weekday: 2, start: 840, end: 930, weeks: 'odd', inSchoolHolidays: false }
		},
		{ kind: 'surface', siteId: idOf(7), surfaceSquareMetres: 640 }
	];
}

async function figuresOf(handlers: JobHandlers, asked: Question) {
	const { answer, usable, weekStrip, hoursTable, supply, sectors, paint, siteCard, cellCard } = handlers;
	const drawn = (indicator: 'nearest' | 'usable-hours') =>
		paint?.({ question: asked, indicator, level: 'hexagons', resolution: 7 }, alone);
	return [
		await answer?.(asked, alone),
		await usable?.(asked, alone),
		await weekStrip?.(asked, alone),
		await hoursTable?.(asked, alone),
		await supply?.(asked, alone),
		await sectors?.(asked, alone),
		await drawn('nearest'),
		await drawn('usable-hours'),
		await siteCard?.({ question: asked, site: libraries[3] }, alone),
		await cellCard?.({ question: asked, cell: 0 }, alone)
	];
}

async function handlersOf(opened: AtlasSession): Promise<JobHandlers> {
	const handlers = atlasHandlers(async () => opened);
	await handlers.openTerritory?.({ kind: 'folder', name: 'demo', files: [] }, alone);
	return handlers;
}

describe('a scenario on the demonstration territory', { timeout: 3 * MINUTES }, () => {
	it('answers as the territory opened with its sites, change after change, in two modes; undone, as before', async () => {
		const handlers = await handlersOf(session);
		const { setScenarios } = handlers;
		if (!setScenarios) throw new Error('a job is missing');
		const questions = (['car', 'bike'] as const).map((mode) => ({ ...question, mode, scenario: 'a' }));
		const before = structuredClone(await figuresOf(handlers, question));
		const changes = oneOfEach().map((one) => modification(one));
		// Asked halfway, so that what is kept is of other places.
		for (const count of [1, 2, 4]) {
			await setScenarios([{ id: 'a', modifications: changes.slice(0, count) }], alone);
			for (const asked of questions) await handlers.answer?.(asked, alone);
			for (const asked of questions) await handlers.usable?.(asked, alone);
		}
		const { response } = await setScenarios([{ id: 'a', modifications: changes }], alone);
		const [ranks, count] = [libraries, session.territory.sites.length];
		expect(response).toMatchObject([
			{ closed: [ranks[2], ranks[4]], moved: [ranks[3]], added: [count, count + 1], notApplied: [] }
		]);
		const { sites } = applyScenario(session, { id: 'a', modifications: changes }).session.territory;
		const others = await handlersOf(sessionAnew(session, sites, travelAnew));
		for (const asked of questions) {
			const anew = await figuresOf(others, { ...asked, scenario: null });
			expect(await figuresOf(handlers, asked)).toEqual(anew);
		}
		expect(await figuresOf(handlers, question)).toEqual(before);
		await setScenarios([{ id: 'a', modifications: [] }], alone);
		expect(await figuresOf(handlers, { ...question, scenario: 'a' })).toEqual(before);
	});

	it('draws the isochrones of a site where it moves to', async () => {
		const [, , , move] = oneOfEach();
		const { session: moved } = applyScenario(session, { id: 'a', modifications: [modification(move)] });
		const asked = { question: { ...question, mode: 'foot' as const }, sites: [libraries[3]], cutoffs: [10 as const] };
		const draw = async (opened: AtlasSession) => (await handlersOf(opened)).isochrones?.(asked, alone);
		const there = await draw(moved);
		expect(there).toEqual(await draw(sessionAnew(session, moved.territory.sites, travelAnew)));
		expect(there).not.toEqual(await draw(session));
	});

	it('says the commune of a new place, and whether it is in the perimeter, as the import would', async () => {
		const { communes } = session.territory;
		const inside = communes.find(({ margin, centre }) => !margin && centre !== null);
		const outside = communes.find(({ margin, centre }) => margin && centre !== null);
		const places = [inside, outside].flatMap((commune) =>
			commune?.centre ? [{ commune, centre: commune.centre }] : []
		);
		expect(places).toHaveLength(2);
		for (const { commune, centre } of places) {
			const move = modification({ kind: 'move', siteId: idOf(0), position: centre });
			const { session: moved } = applyScenario(session, { id: 'a', modifications: [move] });
			expect(moved.territory.sites[libraries[0]]).toMatchObject({
				communeCode: commune.code,
				communeName: commune.name,
				margin: commune.margin
			});
		}
	});

	it('tells at a place under the pointer what the scenario that has it answers', async () => {
		const handlers = await handlersOf(session);
		const { candidate, setScenarios, answer } = handlers;
		if (!candidate || !setScenarios || !answer) throw new Error('a job is missing');
		const asked = { ...question, cutoffMinutes: 5 as const };
		const position = beside(3, -0.015, 0.012);
		const found = (await candidate({ question: asked, position, site: libraries[3], marks: null }, alone)).response;
		const move = modification({ kind: 'move', siteId: idOf(3), position });
		await setScenarios([{ id: 'a', modifications: [move] }], alone);
		const after = (await answer({ ...asked, scenario: 'a' }, alone)).response;
		expect(found.coveredPeople).toBe(after.whole.coverage.people);
		expect(found.peopleWithin).toBe(after.sites[libraries[3]].peopleWithin);
		expect(found.communeCode).toBe(session.territory.communes.find(({ code }) => code === found.communeCode)?.code);
		const nowhere = (await candidate({ question: asked, position: [40, 10], site: null, marks: null }, alone)).response;
		expect(nowhere).toMatchObject({
			communeCode: null,
			peopleWithin: null,
			coveredPeople: found.coveredBefore,
			coveredBefore: found.coveredBefore,
			change: { improved: 0, reduced: 0, unknown: 0, peopleTimesChange: 0 },
			paint: null
		});
	});
});
