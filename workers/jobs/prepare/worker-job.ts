import { MaillageError, type Note, type RejectedRow } from '#domain/notes.ts';
import { blobSource } from '#io/bytes/byte-source.ts';
import { readAdminDivision } from '#io/communes/admin-division.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import type { SweepPartner } from '#core/travel/sweep/partner.ts';
import type { JobHandlers } from '#workers/protocol.ts';
import { wholeBuffer } from '../travel/mode-roads.ts';
import { prepareTerritory, type PrepareRequest } from './prepare.ts';
import type { TravelRequest } from './travel.ts';

/** A file as the page holds it. */
export interface NamedBlob {
	readonly name: string;
	readonly blob: Blob;
}

type Sources = 'communes' | 'population' | 'sites' | 'hours' | 'perimeter' | 'travel';
type Loaders = 'loadSqlJs' | 'loadAdminDivision';

/** A PrepareRequest that can be posted: files as blobs, packages by their addresses. */
export interface PrepareJobRequest extends Omit<PrepareRequest, Sources | Loaders> {
	readonly communes: NamedBlob;
	readonly population: NamedBlob;
	readonly sites: NamedBlob;
	readonly hours: NamedBlob | null;
	readonly perimeter: NamedBlob | null;
	readonly travel:
		| (Omit<Extract<TravelRequest, { origin: 'roads' }>, 'roads'> & { readonly roads: NamedBlob })
		| (Omit<Extract<TravelRequest, { origin: 'matrix' }>, 'matrix'> & { readonly matrix: NamedBlob })
		| { readonly origin: 'estimated' };
	/** Addresses of what is loaded when it is needed: sql.js's sql-wasm.wasm, communes.json and epci.json of the national list. */
	readonly packages: { readonly sqlJs: string; readonly communes: string; readonly epcis: string };
}

export interface PrepareJobResponse {
	/** Path and bytes of every file of the folder but the rejected rows, whose reasons are written in the reader's language. */
	readonly files: readonly (readonly [path: string, bytes: Uint8Array<ArrayBuffer>])[];
	readonly manifest: TerritoryManifest;
	readonly notes: readonly Note[];
	readonly rejected: ReadonlyMap<string, readonly RejectedRow[]>;
}

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		prepareTerritory: Job<PrepareJobRequest, PrepareJobResponse>;
	}
}

/**
 * Prepares a territory from files of the page.
 * @param partner a second worker, for what is long on roads
 * @throws MaillageError what `prepareTerritory` throws, `error_package_fetch`; the signal's reason once aborted
 */
export const prepareTerritoryJob =
	(partner: SweepPartner | null = null): NonNullable<JobHandlers['prepareTerritory']> =>
	async (request, context) => {
		const { packages, ...rest } = request;
		const { signal } = context;
		const load = (url: string) => fetchPackage(url, signal);
		const prepared = await prepareTerritory(
			{
				...rest,
				communes: sourceOf(request.communes),
				population: sourceOf(request.population),
				sites: sourceOf(request.sites),
				hours: request.hours && sourceOf(request.hours),
				perimeter: request.perimeter && sourceOf(request.perimeter),
				travel: travelOf(request.travel),
				loadSqlJs: () => load(packages.sqlJs),
				loadAdminDivision: async () => readAdminDivision(await load(packages.communes), await load(packages.epcis))
			},
			{ onStep: (step) => context.progress(0, step), onProgress: (share) => context.progress(share), signal, partner }
		);
		const { manifest, notes, rejected } = prepared;
		const files = [...prepared.files].map(([path, bytes]) => [path, new Uint8Array(wholeBuffer(bytes))] as const);
		return { response: { files, manifest, notes, rejected }, transfer: files.map(([, { buffer }]) => buffer) };
	};

const sourceOf = ({ name, blob }: NamedBlob) => blobSource(name, blob);

function travelOf(travel: PrepareJobRequest['travel']): TravelRequest {
	switch (travel.origin) {
		case 'roads':
			return { ...travel, roads: sourceOf(travel.roads) };
		case 'matrix':
			return { ...travel, matrix: sourceOf(travel.matrix) };
		case 'estimated':
			return travel;
	}
}

async function fetchPackage(url: string, signal: AbortSignal): Promise<Uint8Array> {
	let reason: string;
	try {
		const response = await fetch(url, { signal });
		if (response.ok) return new Uint8Array(await response.arrayBuffer());
		reason = String(response.status);
	} catch (error) {
		signal.throwIfAborted();
		reason = error instanceof Error ? error.message : String(error);
	}
	throw new MaillageError('error_package_fetch', { url, reason });
}
