import type { Population } from '#domain/population.ts';
import type { Site } from '#domain/site.ts';
import type { Territory } from '#domain/territory.ts';
import type { Mode, TravelTimes } from '#domain/travel.ts';
import { FOLDER_FILES } from '#io/territory-folder/files.ts';
import type { FolderReader } from '#io/territory-folder/folder.ts';
import { readMatrixBin } from '#io/territory-folder/matrix-bin.ts';
import { travelTimesFromMatrix } from '#core/travel/matrix-times.ts';
import type { TravelSource } from './travel-source.ts';

/** Travel times out of the matrix of a territory: nothing is known of places that it does not name. */
export class MatrixTravel implements TravelSource {
	readonly modes: readonly Mode[];
	readonly #folder: FolderReader;
	readonly #territory: Territory;
	readonly #capSeconds: number;

	constructor(folder: FolderReader, mode: Mode, territory: Territory, capSeconds: number) {
		this.modes = [mode];
		this.#folder = folder;
		this.#territory = territory;
		this.#capSeconds = capSeconds;
	}

	/** @throws MaillageError `error_folder_matrix` */
	times(mode: Mode): Promise<TravelTimes> {
		return this.timesOf(this.#territory.population, mode);
	}

	/** @throws MaillageError `error_folder_matrix` */
	async timesOf(population: Population, mode: Mode): Promise<TravelTimes> {
		const { sites } = this.#territory;
		const matrix = readMatrixBin(await this.#folder.read(FOLDER_FILES.matrix), FOLDER_FILES.matrix);
		const named = new Set([...matrix.fromIds, ...matrix.toIds]);
		const siteIds = sites.map((site) => matrixIdOfSite(site, named));
		return travelTimesFromMatrix(matrix, demandIdsInMatrix(population, named), siteIds, this.#capSeconds, mode);
	}

	roads(): Promise<null> {
		return Promise.resolve(null);
	}

	place(): Promise<null> {
		return Promise.resolve(null);
	}

	places(): Promise<null> {
		return Promise.resolve(null);
	}

	field(): Promise<null> {
		return Promise.resolve(null);
	}
}

/** A site is in a matrix under its own identifier, or under that of its commune. */
function matrixIdOfSite({ id, communeCode }: Site, named: ReadonlySet<string>): string | null {
	if (named.has(id)) return id;
	return communeCode !== null && named.has(communeCode) ? communeCode : null;
}

/** A demand point is in a matrix under its own identifier, or under that of its commune. */
function demandIdsInMatrix({ ids, communeCodes }: Population, named: ReadonlySet<string>): string[] {
	return ids.map((id, point) => (named.has(id) ? id : (communeCodes[point] ?? id)));
}
