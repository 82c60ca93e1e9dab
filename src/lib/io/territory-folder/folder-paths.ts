import { FOLDER_FILES } from './files.ts';

/**
 * A path as territory folders write it: "/" between names, nothing before the first. Null where it is none that a folder may hold:
 * absolute, climbing above the folder, or of no name.
 */
export function folderPath(text: string): string | null {
	const names = text.replaceAll('\\', '/').split('/');
	const isAbsolute = names[0] === '' || /^[A-Za-z]:$/.test(names[0]);
	const kept = names.filter((name) => name !== '' && name !== '.');
	return isAbsolute || kept.length === 0 || kept.includes('..') || kept.some((name) => name.includes('\0'))
		? null
		: kept.join('/');
}

/**
 * Files by their path within the territory folder. What was given may hold that folder as a whole (a zip of a folder, a folder that was
 * dropped): where territory.json is not at the top but in one single folder of the top, paths are taken from there.
 * @param files paths as given, and what stands there; paths that no folder may hold are left out
 */
export function filesOfTerritory<File>(files: Iterable<readonly [path: string, file: File]>): Map<string, File> {
	const found = new Map<string, File>();
	for (const [given, file] of files) {
		const path = folderPath(given);
		if (path !== null) found.set(path, file);
	}
	if (found.has(FOLDER_FILES.manifest)) return found;
	const tops = [...found.keys()].filter(
		(path) => /^[^/]+\/[^/]+$/.test(path) && path.endsWith(`/${FOLDER_FILES.manifest}`)
	);
	if (tops.length !== 1) return found;
	const top = tops[0].slice(0, -FOLDER_FILES.manifest.length);
	return new Map(
		[...found].flatMap(([path, file]) => (path.startsWith(top) ? [[path.slice(top.length), file] as const] : []))
	);
}
