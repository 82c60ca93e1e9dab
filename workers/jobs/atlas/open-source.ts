import { fileListFolder } from '#io/territory-folder/file-list-folder.ts';
import { urlFolder, type UrlFolderOptions } from '#io/territory-folder/url-folder.ts';
import { zipFolder } from '#io/territory-folder/zip-folder.ts';
import type { SweepPartner } from '#core/travel/sweep/partner.ts';
import type { TravelSteps } from '../travel/travel-source.ts';
import type { TerritorySource } from './atlas-jobs.ts';
import { openSession } from './open.ts';
import type { AtlasSession } from './session.ts';

export interface OpenWith extends Pick<UrlFolderOptions, 'fetch'> {
	/** A second worker for the travel times of the territory. */
	readonly partner?: SweepPartner | null;
}

/**
 * Opens a territory wherever it is.
 * @throws MaillageError what `openSession` and the reader of such a place throw
 */
export async function openSource(
	source: TerritorySource,
	steps: TravelSteps = {},
	{ fetch, partner = null }: OpenWith = {}
): Promise<AtlasSession> {
	switch (source.kind) {
		case 'url': {
			const { signal } = steps;
			// Nothing is aborted once the territory is open: the signal is of use to the opening alone.
			const folder = await urlFolder(source.base, { ...(signal && { signal }), ...(fetch && { fetch }) });
			return openSession(folder, source.base, steps, partner);
		}
		case 'zip':
			return openSession(await zipFolder(source.file, source.file.name), source.file.name, steps, partner);
		case 'folder':
			return openSession(fileListFolder(source.files), source.name, steps, partner);
	}
}
