import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readAdminDivision } from '#io/communes/admin-division.ts';
import type { PrepareRequest } from '#workers/jobs/prepare/prepare.ts';

/** A file of an installed package, by its place in it: packages need not export what they ship. */
export async function readPackageFile(path: string): Promise<Uint8Array> {
	const [scope, name] = path.split('/');
	const packageName = scope.startsWith('@') ? `${scope}/${name}` : scope;
	const paths = createRequire(import.meta.url).resolve.paths(packageName) ?? [];
	for (const folder of paths) {
		const bytes = await readFile(join(folder, path)).catch(() => null);
		if (bytes !== null) return new Uint8Array(bytes);
	}
	throw new Error(`Package file not found: ${path}`);
}

/** What the preparation of a territory loads only when it needs it, from the installed packages. */
export const nodeLoaders = {
	loadSqlJs: () => readPackageFile('sql.js/dist/sql-wasm.wasm'),
	loadAdminDivision: async () =>
		readAdminDivision(
			await readPackageFile('@etalab/decoupage-administratif/data/communes.json'),
			await readPackageFile('@etalab/decoupage-administratif/data/epci.json')
		)
} satisfies Pick<PrepareRequest, 'loadSqlJs' | 'loadAdminDivision'>;
