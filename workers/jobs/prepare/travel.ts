import type { Message } from '#domain/notes.ts';
import { MODES, type Mode } from '#domain/travel.ts';
import type { ByteSource } from '#io/bytes/byte-source.ts';
import type { MatrixOptions, TimeUnit } from '#io/matrix/matrix-columns.ts';
import { restoreLostZeros } from '#io/matrix/matrix-ids.ts';
import { importMatrix } from '#io/matrix/matrix-import.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { unstatedSource } from '#io/unstated-source.ts';
import { writeMatrixBin } from '#io/territory-folder/matrix-bin.ts';
import type { SweepPartner } from '#core/travel/sweep/partner.ts';
import type { Inputs } from './inputs.ts';
import { prepareRoads, roadBounds, type Places } from './roads.ts';

/** Where the travel times of a territory come from. */
export type TravelRequest =
	| {
			readonly origin: 'roads';
			readonly roads: ByteSource;
			readonly snapMetres: number;
			/** The longest journeys to be asked for: see `roadBounds`. */
			readonly cutoffMinutes: number;
	  }
	| { readonly origin: 'matrix'; readonly matrix: ByteSource; readonly mode: Mode; readonly unit: TimeUnit | null }
	| { readonly origin: 'estimated' };

export interface PrepareSteps {
	/** A step begins, told as a message. */
	readonly onStep: (message: Message) => void;
	/** Share of the step. */
	readonly onProgress: (share: number) => void;
	readonly signal?: AbortSignal;
	/** A second worker that contracts roads and computes times too. */
	readonly partner?: SweepPartner | null;
}

export interface PreparedTravel {
	readonly manifest: TerritoryManifest['travel'];
	readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads the roads or the matrix, if any, into what the folder keeps of them. */
export async function prepareTravel(
	travel: TravelRequest,
	matrixColumns: Readonly<Record<string, string>>,
	places: Places,
	marginMetres: number,
	inputs: Inputs,
	steps: PrepareSteps
): Promise<PreparedTravel> {
	switch (travel.origin) {
		case 'estimated':
			return { manifest: { origin: 'estimated' }, files: new Map() };
		case 'matrix': {
			const { name } = travel.matrix;
			const options: MatrixOptions = { mapping: matrixColumns, ...(travel.unit === null ? {} : { unit: travel.unit }) };
			const read = importMatrix(await travel.matrix.bytes(), name, options);
			const matrix = restoreLostZeros(read, placeIds(places), name);
			inputs.add('matrix', name, matrix, unstatedSource(name));
			const files = new Map([[FOLDER_FILES.matrix, writeMatrixBin(matrix.value)]]);
			return { manifest: { origin: 'matrix', mode: travel.mode }, files };
		}
		case 'roads': {
			const { cutoffMinutes, snapMetres } = travel;
			const roads = await prepareRoads(travel.roads, roadBounds(places, { cutoffMinutes, marginMetres, snapMetres }), {
				onProgress: steps.onProgress,
				onGraph: (mode) => steps.onStep({ code: 'step_graph', params: { mode } }),
				onContraction: (mode) => steps.onStep({ code: 'step_contraction', params: { mode } }),
				...(steps.signal ? { signal: steps.signal } : {}),
				partner: steps.partner ?? null
			});
			inputs.add('roads', travel.roads.name, roads.read, roads.source);
			const kept = { modes: [...MODES], snap_metres: snapMetres, cutoff_minutes: cutoffMinutes };
			return { manifest: { origin: 'roads', ...kept }, files: roads.files };
		}
	}
}

/** The names that places of a territory may have in a matrix. */
function placeIds({ population, marginPopulation, sites, communes }: Places): Set<string> {
	return new Set([
		...population.ids,
		...marginPopulation.ids,
		...sites.map(({ id }) => id),
		...communes.map(({ code }) => code)
	]);
}
