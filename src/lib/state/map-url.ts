import type { Camera, MapTarget } from '#domain/map-target.ts';
import { MAP_INDICATORS, type MapIndicator } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { parseInseeCode } from '#domain/units.ts';

/** Which reachable areas are drawn: of one site, of all counted ones, or none. */
export type IsochroneChoice = number | 'counted' | null;

/** Tables that stand beside the map. */
export type MapTable = 'communes' | 'sites' | 'sectors';

/** Everything of the map that a link keeps, the question apart. */
export interface MapState {
	/** Null: the one that goes with the form of the sentence. */
	readonly indicator: MapIndicator | null;
	/** What is pinned. */
	readonly selection: MapTarget | null;
	readonly isochrone: IsochroneChoice;
	/** Null: the whole territory. */
	readonly camera: Camera | null;
	readonly table: MapTable | null;
	/** Whether the under-served sectors are drawn. */
	readonly sectors: boolean;
}

export const NOTHING_CHOSEN: MapState = {
	indicator: null,
	selection: null,
	isochrone: null,
	camera: null,
	table: null,
	sectors: false
};

const INDICATORS = {
	change: 'changement',
	nearest: 'temps',
	'open-now': 'ouvert',
	'open-hours': 'heures',
	'usable-hours': 'heures-utilisables',
	supply: 'offre',
	sites: 'lieux',
	density: 'population',
	'share-65-over': '65-ans-et-plus',
	'poor-households': 'menages-pauvres'
} as const satisfies Record<MapIndicator, string>;
const TABLES = { communes: 'communes', sites: 'lieux', sectors: 'secteurs' } as const satisfies Record<
	MapTable,
	string
>;

const NAMES = {
	indicator: 'carte',
	selection: 'fiche',
	isochrone: 'isochrone',
	camera: 'vue',
	table: 'tableau',
	sectors: 'secteurs'
};

function selectionWord(selection: MapTarget, { sites }: TerritorySummary): string {
	switch (selection.kind) {
		case 'cell':
			return `carreau-${selection.cell}`;
		case 'hexagon':
			return `hexagone-${selection.resolution}-${selection.hexagon}`;
		case 'commune':
			return `commune-${selection.code}`;
		case 'site':
			return `lieu-${sites[selection.site].id}`;
		case 'sector':
			return `secteur-${selection.name}`;
	}
}

function selectionOf(word: string | null, summary: TerritorySummary): MapTarget | null {
	const [kind, ...rest] = (word ?? '').split('-');
	const name = rest.join('-');
	switch (kind) {
		case 'carreau': {
			const cell = wholeNumber(name);
			return cell !== null && cell < summary.population.demandPoints ? { kind: 'cell', cell } : null;
		}
		case 'hexagone': {
			const [resolution, hexagon] = rest.map(wholeNumber);
			const level = summary.hexagons.find((one) => one.resolution === resolution);
			if (level === undefined || hexagon === null || hexagon >= level.mesh.count) return null;
			return { kind: 'hexagon', resolution: level.resolution, hexagon };
		}
		case 'commune': {
			const code = parseInseeCode(name);
			return code !== null && summary.communes.some((one) => one.code === code) ? { kind: 'commune', code } : null;
		}
		case 'lieu': {
			const site = summary.sites.findIndex(({ id }) => id === name);
			return site >= 0 ? { kind: 'site', site } : null;
		}
		case 'secteur':
			// Whether there is such a sector hangs on the question: the card says so where there is none.
			return name === '' ? null : { kind: 'sector', name };
		default:
			return null;
	}
}

function wholeNumber(text: string): number | null {
	return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function cameraOf(word: string | null): Camera | null {
	const values = (word ?? '').split(',').map(Number);
	if (values.length !== 3 || !values.every(Number.isFinite)) return null;
	const [lon, lat, zoom] = values;
	return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22 ? { lon, lat, zoom } : null;
}

/** Writes the state of the map into the parameters of an address; the other parameters stay. */
export function writeMapState(state: MapState, parameters: URLSearchParams, summary: TerritorySummary): void {
	const put = (name: string, value: string | null) =>
		value === null ? parameters.delete(name) : parameters.set(name, value);
	const { indicator, selection, isochrone, camera, table } = state;
	put(NAMES.indicator, indicator && INDICATORS[indicator]);
	put(NAMES.selection, selection && selectionWord(selection, summary));
	put(
		NAMES.isochrone,
		isochrone === null ? null : isochrone === 'counted' ? 'reseau' : `lieu-${summary.sites[isochrone].id}`
	);
	put(NAMES.camera, camera && `${camera.lon.toFixed(4)},${camera.lat.toFixed(4)},${camera.zoom.toFixed(2)}`);
	put(NAMES.table, table && TABLES[table]);
	put(NAMES.sectors, state.sectors ? 'oui' : null);
}

/** The state of the map that an address tells; what it says of another territory is dropped. */
export function readMapState(parameters: URLSearchParams, summary: TerritorySummary): MapState {
	const carte = parameters.get(NAMES.indicator);
	const table = parameters.get(NAMES.table);
	const isochrone = parameters.get(NAMES.isochrone);
	const ofSite = selectionOf(isochrone, summary);
	return {
		indicator: MAP_INDICATORS.find((indicator) => INDICATORS[indicator] === carte) ?? null,
		selection: selectionOf(parameters.get(NAMES.selection), summary),
		isochrone: isochrone === 'reseau' ? 'counted' : ofSite?.kind === 'site' ? ofSite.site : null,
		camera: cameraOf(parameters.get(NAMES.camera)),
		table: (Object.keys(TABLES) as MapTable[]).find((key) => TABLES[key] === table) ?? null,
		sectors: parameters.get(NAMES.sectors) === 'oui'
	};
}
