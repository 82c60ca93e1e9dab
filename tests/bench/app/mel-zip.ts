import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { writeTerritoryFolder } from '../../../src/cli/folder-disk.ts';
import { assembly } from '../territories/assemblies.ts';

/** What `prepare --out mel.zip` writes of the MEL into `folder`. @returns its path, or null where the data is absent */
export async function melZip(folder: string): Promise<string | null> {
	const request = await assembly('mel', folder);
	if (request === null) return null;
	const { files } = await prepareTerritory(request, { onStep: () => {}, onProgress: () => {} });
	const path = `${folder}/mel.zip`;
	await writeTerritoryFolder(path, files);
	return path;
}
