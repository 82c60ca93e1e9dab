import type { AdminDivision } from '#io/communes/admin-division.ts';
import type { AdminIndex } from '#io/communes/admin-index.ts';
import type { PackageAddresses } from '../../compute/prepare-client.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';

/** The national list of EPCI, départements and communes, fetched in the parts that are asked for. */
export class AdminNames {
	readonly #client: WorkerClient;
	readonly #packages: PackageAddresses;
	readonly #fail: (error: unknown) => void;

	/** The names that a territory is chosen by; null until they are asked for. */
	index = $state.raw<AdminIndex | null>(null);
	/** Parts of the list, by département. */
	divisions = $state.raw<Readonly<Partial<Record<string, AdminDivision>>>>({});

	constructor(client: WorkerClient, packages: PackageAddresses, fail: (error: unknown) => void) {
		this.#client = client;
		this.#packages = packages;
		this.#fail = fail;
	}

	/** The names that a territory is chosen by, fetched once. */
	async loadIndex(): Promise<void> {
		if (this.index !== null) return;
		try {
			this.index = await this.#client.run('adminIndex', this.#packages);
		} catch (error) {
			this.#fail(error);
		}
	}

	/** The communes of a département, to choose some of them by their names. */
	async loadDepartement(code: string): Promise<void> {
		if (this.divisions[code] !== undefined) return;
		try {
			const division = await this.divisionOf([code]);
			this.divisions = { ...this.divisions, [code]: division };
		} catch (error) {
			this.#fail(error);
		}
	}

	/** @throws what the worker throws */
	divisionOf(departements: readonly string[]): Promise<AdminDivision> {
		return this.#client.run('adminDivision', { packages: this.#packages, departements });
	}
}
