import type { FolderReader } from '#io/territory-folder/folder.ts';
import type { AdminDivision } from '#io/communes/admin-division.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { writeZip, zipFolder } from '#io/territory-folder/zip-folder.ts';
import { atlasHandlers } from '#workers/jobs/atlas/handlers.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import { prepareTerritory, type PrepareRequest } from '#workers/jobs/prepare/prepare.ts';
import { alone } from '../atlas-session.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';
import { question } from '../summary-fixture.ts';
import { checkImported, checkPlainValues, Fault } from './laws.ts';
import { HOURS_TABLES, original, sixPoints, threeCommunes, threeRoad, threeSites, type Original } from './originals.ts';
import type { Target } from './target.ts';

const NO_DIVISION: AdminDivision = { communes: new Map(), epcis: new Map(), successors: new Map() };
const IDLE = { onStep: () => {}, onProgress: () => {} };

const source = ({ file, bytes }: Pick<Original, 'file' | 'bytes'>) => bytesSource(file, bytes);

/** Three communes, six places of people, three sites; times out of a matrix, on roads, or estimated. */
function request(travel: PrepareRequest['travel']): PrepareRequest {
	return {
		name: 'Trois communes',
		zone: 'A',
		epciCode: null,
		communes: source(threeCommunes()),
		population: source(sixPoints()),
		sites: source(threeSites()),
		hours: null,
		perimeter: null,
		travel,
		marginKm: 5,
		columns: new Map(),
		loadSqlJs,
		loadAdminDivision: () => Promise.resolve(NO_DIVISION),
		fictional: false
	};
}

const MATRIX = original(
	'temps.csv',
	['from,to,minutes', ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((from) => [`${from},1,10`, `${from},2,20`]), ''].join(
		'\n'
	)
);
const matrixTravel = (matrix: Pick<Original, 'file' | 'bytes'>): PrepareRequest['travel'] => ({
	origin: 'matrix',
	matrix: source(matrix),
	mode: 'car',
	unit: null
});

const folderOf = (files: ReadonlyMap<string, Uint8Array>): FolderReader => ({
	has: (path) => Promise.resolve(files.has(path)),
	read: (path) => Promise.resolve(files.get(path) ?? new Uint8Array())
});

/** Opens a territory and asks of it what the first page asks. */
async function look(folder: FolderReader): Promise<void> {
	const handlers = atlasHandlers(() => openSession(folder, 'essai'));
	const { openTerritory, answer, weekStrip } = handlers;
	if (!openTerritory || !answer || !weekStrip) throw new Fault('No such job');
	const opened = await openTerritory({ kind: 'url', base: '' }, alone);
	checkPlainValues(opened.response);
	const [mode] = opened.response.travel.modes;
	for (const form of ['coverage', 'usable'] as const) {
		const asked = question({ form, mode });
		checkPlainValues((await answer(asked, alone)).response);
		checkPlainValues((await weekStrip(asked, alone)).response);
	}
}

type Input = 'communes' | 'population' | 'sites' | 'hours' | 'perimeter' | 'roads' | 'matrix';

const inputOriginals = (): readonly (readonly [Input, Original])[] => [
	['communes', threeCommunes()],
	['population', sixPoints()],
	['sites', threeSites()],
	['hours', HOURS_TABLES[0]],
	['hours', HOURS_TABLES[1]],
	['perimeter', threeCommunes()],
	['matrix', MATRIX],
	['roads', threeRoad()]
];

/** One harmed input among sound ones: what `prepare` makes of it opens, and answers. */
const prepare: Target = {
	name: 'prepare',
	originals: () => inputOriginals().map(([input, one]) => ({ ...one, file: `${input}/${one.file}` })),
	read: async (path, bytes) => {
		const [input, file] = path.split('/');
		const harmed = { file, bytes };
		const travel: PrepareRequest['travel'] =
			input === 'matrix'
				? matrixTravel(harmed)
				: input === 'roads'
					? { origin: 'roads', roads: source(harmed), snapMetres: 1000, cutoffMinutes: 30 }
					: { origin: 'estimated' };
		const isTable = ['communes', 'population', 'sites', 'hours', 'perimeter'].includes(input);
		const asked = { ...request(travel), ...(isTable ? { [input]: source(harmed) } : {}) };
		const { files, notes, rejected } = await prepareTerritory(asked, IDLE);
		const counted = [...rejected.values()].flat();
		checkImported({ notes, rejected: counted, rowsRead: counted.length, rowsKept: 0 });
		await look(folderOf(files));
	}
};

let prepared: Promise<ReadonlyMap<string, Uint8Array>> | null = null;
const preparedFiles = () =>
	(prepared ??= prepareTerritory(request(matrixTravel(MATRIX)), IDLE).then(({ files }) => files));

/** One harmed file among the sound ones of a territory folder. */
const folder: Target = {
	name: 'territory folder',
	originals: async () =>
		[...(await preparedFiles())]
			.filter(([path]) => path !== 'notes.json')
			.map(([path, bytes]) => ({
				file: path,
				bytes,
				form: path.endsWith('.csv') ? 'table' : path.endsWith('json') ? 'json' : 'bytes'
			})),
	read: async (path, bytes) => look(folderOf(new Map([...(await preparedFiles()), [path, bytes]])))
};

const zip: Target = {
	name: 'territory zip',
	originals: async () => [{ file: 'territoire.zip', form: 'bytes', bytes: writeZip(await preparedFiles()) }],
	read: async (file, bytes) => {
		const opened = await zipFolder(new Blob([bytes as Uint8Array<ArrayBuffer>]), file);
		await look(opened);
	}
};

export const TERRITORY_TARGETS: readonly Target[] = [prepare, folder, zip];
