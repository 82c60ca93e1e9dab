import type { JobHandlers } from '#workers/protocol.ts';
import { fetchPackage, loadDivision, loadIndex } from '../prepare/packages.ts';
import type {} from './intake-jobs.ts';
import { lookAtFile } from './look.ts';

/** What the page asks before a territory is prepared: what its files are, and the names of the national list. */
export const intakeHandlers: Pick<JobHandlers, 'lookAtFile' | 'adminIndex' | 'adminDivision'> = {
	lookAtFile: async (request, { signal }) => ({
		response: await lookAtFile(request, () => fetchPackage(request.packages.sqlJs, signal)),
		transfer: []
	}),
	adminIndex: async ({ admin }, { signal }) => ({
		response: await loadIndex(admin, (url) => fetchPackage(url, signal)),
		transfer: []
	}),
	adminDivision: async ({ packages, departements }, { signal }) => ({
		response: await loadDivision(packages.admin, departements, (url) => fetchPackage(url, signal)),
		transfer: []
	})
};
