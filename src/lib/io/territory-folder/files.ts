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
	/** What was put right by hand of the sites, for when it is prepared anew. */
	corrections: 'corrections.json',
	matrix: 'matrix.bin',
	basemap: 'basemap.json',
	rejectedFolder: 'rejected',
	roadsFolder: 'roads',
	timesFolder: 'times'
} as const;

/** The road graph of one mode. */
export function roadGraphFile(mode: Mode): string {
	return `${FOLDER_FILES.roadsFolder}/${mode}.graph`;
}

/** The contraction hierarchy of the road graph of one mode: what makes its searches fast, and can always be built again. */
export function hierarchyFile(mode: Mode): string {
	return `${FOLDER_FILES.roadsFolder}/${mode}.hierarchy`;
}

/** The travel times by road between the territory's own demand points and sites; built again when either was changed. */
export function travelTimesFile(mode: Mode): string {
	return `${FOLDER_FILES.timesFolder}/${mode}.bin`;
}

/** The rows of one input that were left out, with their reasons. */
export function rejectedFile(input: string): string {
	return `${FOLDER_FILES.rejectedFolder}/${input}.csv`;
}
