import { MaillageError } from '#domain/notes.ts';
import type { AdminDivision } from '#io/communes/admin-division.ts';
import { readAdminIndex, type AdminIndex } from '#io/communes/admin-index.ts';
import { joinDivisions, readAdminSlice } from '#io/communes/admin-slice.ts';

/** Loads a file of the application. */
export type LoadPackage = (url: string) => Promise<Uint8Array>;

/**
 * A file of the application, fetched.
 * @throws MaillageError `error_package_fetch`; the signal's reason once aborted
 */
export async function fetchPackage(url: string, signal: AbortSignal): Promise<Uint8Array> {
	let reason: string;
	try {
		const response = await fetch(url, { signal });
		if (response.ok) return new Uint8Array(await response.arrayBuffer());
		reason = String(response.status);
	} catch (error) {
		signal.throwIfAborted();
		reason = error instanceof Error ? error.message : String(error);
	}
	throw new MaillageError('error_package_fetch', { url, reason });
}

/** The names of the national list. @throws MaillageError what `load` and readAdminIndex throw */
export async function loadIndex(folder: string, load: LoadPackage): Promise<AdminIndex> {
	return readAdminIndex(await load(`${folder}index.json`), 'index.json');
}

/** The national list of some départements; those that it does not know are left out. @throws MaillageError as loadIndex */
export async function loadDivision(
	folder: string,
	departements: readonly string[],
	load: LoadPackage
): Promise<AdminDivision> {
	if (departements.length === 0) return joinDivisions([]);
	const listed = new Set((await loadIndex(folder, load)).departements.map(({ code }) => code));
	const known = departements.filter((code) => listed.has(code));
	const slices = known.map(async (code) => readAdminSlice(await load(`${folder}${code}.json`), `${code}.json`));
	return joinDivisions(await Promise.all(slices));
}
