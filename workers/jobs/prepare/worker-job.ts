import type { Note, RejectedRow } from '#domain/notes.ts';
import { blobSource } from '#io/bytes/byte-source.ts';
import { writeZip } from '#io/territory-folder/zip-folder.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import type { SweepPartner } from '#core/travel/sweep/partner.ts';
import type { JobHandlers } from '#workers/protocol.ts';
import { wholeBuffer } from '../travel/mode-roads.ts';
import { fetchPackage, loadDivision, type LoadPackage } from './packages.ts';
import { prepareTerritory, type PrepareRequest } from './prepare.ts';
import type { TravelRequest } from './travel.ts';

/** A file as the page holds it. */
export interface NamedBlob {
	readonly name: string;
	readonly blob: Blob;
}

type Sources = 'communes' | 'population' | 'sites' | 'hours' | 'perimeter' | 'travel';
type Loaders = 'loadSqlJs' | 'loadAdminDivision';

/** Addresses of what is loaded when it is needed: sql.js's sql-wasm.wasm, and the folder of the national list's slices, with a last "/". */
export interface PackageAddresses {
	readonly sqlJs: string;
	readonly admin: string;
}

/** A PrepareRequest that can be posted: files as blobs, packages by their addresses. */
export interface PrepareJobRequest extends Omit<PrepareRequest, Sources | Loaders> {
	readonly communes: NamedBlob | null;
	readonly population: NamedBlob | null;
	readonly sites: NamedBlob;
	readonly hours: NamedBlob | null;
	readonly perimeter: NamedBlob | null;
	readonly travel:
		| (Omit<Extract<TravelRequest, { origin: 'roads' }>, 'roads'> & { readonly roads: NamedBlob })
		| (Omit<Extract<TravelRequest, { origin: 'matrix' }>, 'matrix'> & { readonly matrix: NamedBlob })
		| { readonly origin: 'estimated' };
	readonly packages: PackageAddresses;
}

export interface PrepareJobResponse {
	/** The folder as one archive, but the rejected rows, whose reasons are written in the reader's language. */
	readonly zip: Uint8Array<ArrayBuffer>;
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
		const load: LoadPackage = (url) => fetchPackage(url, signal);
		const prepared = await prepareTerritory(
			{
				...rest,
				communes: request.communes && sourceOf(request.communes),
				population: request.population && sourceOf(request.population),
				sites: sourceOf(request.sites),
				hours: request.hours && sourceOf(request.hours),
				perimeter: request.perimeter && sourceOf(request.perimeter),
				travel: travelOf(request.travel),
				loadSqlJs: () => load(packages.sqlJs),
				loadAdminDivision: (departements) => loadDivision(packages.admin, departements, load)
			},
			{ onStep: (step) => context.progress(0, step), onProgress: (share) => context.progress(share), signal, partner }
		);
		const { manifest, notes, rejected } = prepared;
		const zip = new Uint8Array(wholeBuffer(writeZip(prepared.files)));
		return { response: { zip, manifest, notes, rejected }, transfer: [zip.buffer] };
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
