import { blobSource } from '#io/bytes/byte-source.ts';
import { readCorrections } from '#io/sites/corrections-json.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import { fileListFolder } from '#io/territory-folder/file-list-folder.ts';
import { zipFolder } from '#io/territory-folder/zip-folder.ts';
import type { JobHandlers } from '#workers/protocol.ts';
import type { TerritorySource } from '../atlas/atlas-jobs.ts';
import { fetchPackage, loadDivision, loadIndex } from '../prepare/packages.ts';
import type { NamedBlob } from '../prepare/worker-job.ts';
import type {} from './intake-jobs.ts';
import { lookAtFile } from './look.ts';
import { reviewSites } from './review.ts';

type Asked = 'lookAtFile' | 'reviewSites' | 'keptCorrections' | 'adminIndex' | 'adminDivision';

/** What the page asks before a territory is prepared: what its files are, their sites, and the names of the national list. */
export const intakeHandlers: Pick<JobHandlers, Asked> = {
	lookAtFile: async (request, { signal }) => ({
		response: await lookAtFile(request, () => fetchPackage(request.packages.sqlJs, signal)),
		transfer: []
	}),
	reviewSites: async (request, { signal }) => {
		const { packages } = request;
		const response = await reviewSites({
			...request,
			communes: request.communes && sourceOf(request.communes),
			perimeter: request.perimeter && sourceOf(request.perimeter),
			sites: sourceOf(request.sites),
			hours: request.hours && sourceOf(request.hours),
			loadSqlJs: () => fetchPackage(packages.sqlJs, signal),
			loadAdminDivision: (departements) =>
				loadDivision(packages.admin, departements, (url) => fetchPackage(url, signal))
		});
		return { response, transfer: [] };
	},
	keptCorrections: async (source) => ({ response: await keptCorrections(source), transfer: [] }),
	adminIndex: async ({ admin }, { signal }) => ({
		response: await loadIndex(admin, (url) => fetchPackage(url, signal)),
		transfer: []
	}),
	adminDivision: async ({ packages, departements }, { signal }) => ({
		response: await loadDivision(packages.admin, departements, (url) => fetchPackage(url, signal)),
		transfer: []
	})
};

const sourceOf = ({ name, blob }: NamedBlob) => blobSource(name, blob);

async function keptCorrections(source: TerritorySource) {
	if (source.kind === 'url') return [];
	const folder = source.kind === 'zip' ? await zipFolder(source.file, source.file.name) : fileListFolder(source.files);
	const path = FOLDER_FILES.corrections;
	return (await folder.has(path)) ? readCorrections(await folder.read(path), path) : [];
}
