import type { FileUse } from '#io/intake/recognise.ts';
import type { GivenFile } from './given-file.svelte.ts';

/** The file that serves as each thing. */
export type Served = ReadonlyMap<FileUse, GivenFile>;

/**
 * Which file serves as what: of several of one kind, the first given. A file that surely holds communes beside what it was taken for (the
 * layers of a GeoPackage) gives them where no other file does.
 */
export function servedBy(files: readonly GivenFile[]): Served {
	const served = new Map<FileUse, GivenFile>();
	for (const file of files)
		if (file.use !== null && file.failure === null && !served.has(file.use)) served.set(file.use, file);
	if (!served.has('communes')) {
		const beside = files.find(
			({ use, look }) =>
				use === 'population' && look?.guesses.some((one) => one.use === 'communes' && one.sureness === 'sure')
		);
		if (beside !== undefined) served.set('communes', beside);
	}
	// Times come from roads or from a matrix, not from both: the matrix was computed by somebody who knew why.
	if (served.has('matrix')) served.delete('roads');
	return served;
}

/** Whether the file of sites tells their hours too. */
export function sitesTellHours(served: Served): boolean {
	return served.get('sites')?.look?.guesses.some(({ use }) => use === 'hours') ?? false;
}
