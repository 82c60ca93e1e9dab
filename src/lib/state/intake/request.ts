import type { SiteCorrection } from '#domain/site-correction.ts';
import type { InseeCode } from '#domain/units.ts';
import type { FileUse } from '#io/intake/recognise.ts';
import type {
	NamedBlob,
	PackageAddresses,
	PrepareJobRequest,
	ReviewSitesRequest
} from '../../compute/prepare-client.ts';
import type { Intake } from './intake.svelte.ts';

type Choices = Pick<
	Intake,
	'served' | 'area' | 'name' | 'zone' | 'marginKm' | 'cutoffMinutes' | 'matrixMode' | 'matrixUnit'
> & { readonly siteReview: { readonly corrections: { readonly list: readonly SiteCorrection[] } } };
type Places = Pick<Choices, 'served' | 'area' | 'marginKm' | 'siteReview'>;

const blobOf = (served: Choices['served'], use: FileUse): NamedBlob | null => {
	const given = served.get(use);
	return given === undefined ? null : { name: given.name, blob: given.file };
};

/**
 * What a review of the sites is asked with; null while nothing says where the territory is, or there are no sites.
 * @param communes those chosen by name; null where the files say which they are
 */
export function reviewRequest(
	{ served, area, marginKm, siteReview }: Places,
	communes: readonly InseeCode[] | null,
	packages: PackageAddresses
): ReviewSitesRequest | null {
	const sites = blobOf(served, 'sites');
	if (sites === null || (communes === null && !served.has('communes'))) return null;
	const used = [...served].filter(([use]) => use !== 'population' && use !== 'roads' && use !== 'matrix');
	if (used.some(([, { look }]) => look === null || look.failure !== null)) return null;
	return {
		epciCode: area.kind === 'epci-of-file' ? area.code : null,
		chosenCommunes: communes,
		communes: blobOf(served, 'communes'),
		perimeter: area.kind === 'perimeter' ? blobOf(served, 'perimeter') : null,
		sites,
		hours: blobOf(served, 'hours'),
		marginKm,
		columns: columnsByUse(served),
		corrections: siteReview.corrections.list,
		packages
	};
}

/**
 * What is asked of the worker, and the files it will read, in their order.
 * @param communes those chosen by name; null where the files say which they are
 */
export function prepareRequest(
	{ served, area, name, zone, marginKm, cutoffMinutes, matrixMode, matrixUnit, siteReview }: Choices,
	communes: readonly InseeCode[] | null,
	packages: PackageAddresses
): {
	readonly request: PrepareJobRequest;
	readonly files: readonly { readonly name: string; readonly bytes: number; readonly isRoads: boolean }[];
} {
	if (zone === null) throw new Error('A zone is asked for before a territory is prepared');
	const blob = (use: FileUse) => blobOf(served, use);
	const sites = blob('sites');
	if (sites === null) throw new Error('Sites are asked for before a territory is prepared');
	const [roads, matrix] = [blob('roads'), blob('matrix')];
	const perimeter = area.kind === 'perimeter' ? blob('perimeter') : null;
	const request: PrepareJobRequest = {
		name: name.trim(),
		zone,
		epciCode: area.kind === 'epci-of-file' ? area.code : null,
		chosenCommunes: communes,
		communes: blob('communes'),
		population: blob('population'),
		sites,
		hours: blob('hours'),
		perimeter,
		travel:
			matrix !== null
				? { origin: 'matrix', matrix, mode: matrixMode, unit: matrixUnit }
				: roads !== null
					? { origin: 'roads', roads, snapMetres: 1000, cutoffMinutes }
					: { origin: 'estimated' },
		marginKm,
		columns: columnsByUse(served),
		corrections: siteReview.corrections.list,
		fictional: false,
		packages
	};
	const order: readonly FileUse[] = ['communes', 'perimeter', 'population', 'sites', 'hours', 'roads', 'matrix'];
	const files = order.flatMap((use) => {
		const one = use === 'perimeter' ? perimeter : blob(use);
		return one === null ? [] : [{ name: one.name, bytes: one.blob.size, isRoads: use === 'roads' }];
	});
	return { request, files };
}

/** Columns chosen by hand, by what their file serves as. A file that serves as two was mapped as one of them. */
function columnsByUse(served: Choices['served']): ReadonlyMap<string, Readonly<Record<string, string>>> {
	return new Map([...served].flatMap(([use, file]) => (file.use === use ? [[use, file.columns] as const] : [])));
}
