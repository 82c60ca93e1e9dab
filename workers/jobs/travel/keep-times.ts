import type { Mode } from '#domain/travel.ts';
import { travelTimesFile } from '#io/territory-folder/files.ts';
import type { FolderFiles } from '#io/territory-folder/folder.ts';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import { writeTimesBin } from '#io/territory-folder/times-bin.ts';
import type { SweepPartner } from '#core/travel/sweep/partner.ts';
import { CAP_SECONDS } from '../diagnose/coverage.ts';
import { RoutedTravel } from './routed-travel.ts';
import type { TravelSteps } from './travel-source.ts';

/**
 * The travel times by road of a territory's own sites, within the diagnosis's longest cutoff, as files to keep in its folder; none for
 * a territory without roads, whose times are quick to compute. They are computed from the folder as it will be read, so that positions are the very same.
 */
export async function keptTimes(
	files: FolderFiles,
	steps: TravelSteps & { readonly onMode: (mode: Mode) => void; readonly partner?: SweepPartner | null }
): Promise<Map<string, Uint8Array>> {
	const folder = {
		has: async (path: string) => files.has(path),
		read: async (path: string) => files.get(path) ?? new Uint8Array()
	};
	const { manifest, territory } = await readTerritoryFolder(folder, '');
	const kept = new Map<string, Uint8Array>();
	if (manifest.travel.origin !== 'roads') return kept;
	for (const mode of manifest.travel.modes) {
		steps.onMode(mode);
		// One of its own for each mode: the roads of one are let go before the next's are read.
		const travel = new RoutedTravel(folder, manifest.travel, territory, CAP_SECONDS, steps.partner);
		const fingerprint = await travel.fingerprint(mode);
		if (fingerprint === null) continue;
		kept.set(travelTimesFile(mode), writeTimesBin(await travel.computedTimes(mode, steps), fingerprint));
	}
	return kept;
}
