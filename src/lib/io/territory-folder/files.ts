import type { Mode } from '#domain/travel.ts';

/** Where each thing stands in a territory folder. */
export const FOLDER_FILES = {
	manifest: 'territory.json',
	communes: 'communes.geojson',
	cells: 'cells.csv',
	marginCells: 'cells-margin.csv',
	sites: 'sites.geojson',
	perimeter: 'perimeter.geojson',
	notes: 'notes.json',
	matrix: 'matrix.bin',
	basemap: 'basemap.json',
	rejectedFolder: 'rejected',
	roadsFolder: 'roads'
} as const;

/** The road graph of one mode. */
export function roadGraphFile(mode: Mode): string {
	return `${FOLDER_FILES.roadsFolder}/${mode}.graph`;
}

/** The rows of one input that were left out, with their reasons. */
export function rejectedFile(input: string): string {
	return `${FOLDER_FILES.rejectedFolder}/${input}.csv`;
}
