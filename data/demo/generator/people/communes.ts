import { traceBorders } from '../ground/borders.ts';
import type { Cell } from './cells.ts';
import type { Point } from '../tools/geometry.ts';
import { lonLat } from '../tools/projection.ts';
import { createRandom } from '../tools/random.ts';
import type { Settlement } from './settlements.ts';

/**
 * No département of France has the number 96: codes of communes and postcodes that begin with it belong to nobody, yet
 * have the form of INSEE's.
 */
const DEPARTEMENT = '96';

export interface Epci {
	/** A SIREN of the form of an EPCI's, its check digit right; département 96 makes it nobody's. */
	readonly siren: string;
	readonly name: string;
}

export const TERRITORY: Epci = {
	siren: siren(`2400${DEPARTEMENT}01`),
	name: 'CC Entre-Val-et-Monts (territoire fictif)'
};

const NEIGHBOURS: readonly { epci: Epci; heading: Point }[] = [
	{
		epci: { siren: siren(`2400${DEPARTEMENT}02`), name: 'CC des Hautes-Combes (territoire fictif)' },
		heading: [0.3, 1]
	},
	{
		epci: { siren: siren(`2400${DEPARTEMENT}03`), name: 'CC du Pays de Corvaux (territoire fictif)' },
		heading: [1, -0.35]
	},
	{
		epci: { siren: siren(`2400${DEPARTEMENT}04`), name: 'CC Plaine-et-Étangs (territoire fictif)' },
		heading: [-0.2, -1]
	},
	{
		epci: { siren: siren(`2400${DEPARTEMENT}05`), name: 'CC du Bas-Sorvannois (territoire fictif)' },
		heading: [-1, 0.1]
	}
];

export interface DemoCommune {
	readonly settlement: Settlement;
	readonly code: string;
	readonly siren: string;
	readonly postcode: string;
	readonly epci: Epci;
	/** Population municipale: near the grid's people, never the same (another year, another count). */
	readonly population: number;
	/** Closed, anticlockwise. */
	readonly outline: readonly Point[];
}

/** Communes in the order of the settlements; codes in the alphabetical order of the names, as INSEE gave them. */
export function nameCommunes(
	settlements: readonly Settlement[],
	owner: Int32Array,
	cells: readonly Cell[]
): DemoCommune[] {
	const random = createRandom('communes');
	const outlines = traceBorders(
		owner,
		settlements.map((_, i) => i)
	);
	const people = settlements.map(() => 0);
	for (const cell of cells) people[cell.communes[0]] += cell.people;
	const alphabetical = settlements
		.map((_, i) => i)
		.sort((a, b) => (plain(settlements[a].name) < plain(settlements[b].name) ? -1 : 1));
	const numbers = new Map<number, number>();
	let number = 0;
	for (const i of alphabetical) numbers.set(i, (number += random.integer(1, 6)));
	return settlements.map((settlement, i): DemoCommune => {
		const n = String(numbers.get(i) ?? 0).padStart(3, '0');
		return {
			settlement,
			code: `${DEPARTEMENT}${n}`,
			siren: siren(`21${DEPARTEMENT}0${n}`),
			postcode: `${DEPARTEMENT}${postalArea(settlement)}`,
			epci: settlement.margin ? neighbourOf(settlement.at) : TERRITORY,
			population: Math.round(people[i] * random.between(0.988, 1.042)) + 3,
			outline: outlines.get(i) ?? []
		};
	});
}

/** GeoJSON, WGS 84: one feature a line. Shared borders have the very same points, so the polygons tile the plane. */
export function communesGeojson(communes: readonly DemoCommune[]): string {
	const features = [...communes]
		.sort((a, b) => (a.code < b.code ? -1 : 1))
		.map(({ settlement, code, siren, epci, population, outline }) => {
			return JSON.stringify({
				type: 'Feature',
				properties: {
					code,
					nom: settlement.name,
					population,
					siren,
					code_epci: epci.siren,
					nom_epci: epci.name,
					centre_lon: round6(lonLat(settlement.at)[0]),
					centre_lat: round6(lonLat(settlement.at)[1]),
					source: 'Données fictives de démonstration'
				},
				geometry: { type: 'Polygon', coordinates: [outline.map((p) => lonLat(p).map(round6))] }
			});
		});
	return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

function round6(degrees: number): number {
	return Math.round(degrees * 1e6) / 1e6;
}

function plain(name: string): string {
	return name
		.normalize('NFD')
		.replace(/[^A-Za-z]/g, '')
		.toLowerCase();
}

/** One post office for each quarter of the map. */
function postalArea({ at }: Settlement): string {
	return `${1 + (at[1] > 24_000 ? 2 : 0) + (at[0] > 25_000 ? 1 : 0)}00`;
}

function neighbourOf(at: Point): Epci {
	const [dx, dy] = [at[0] - 26_000, at[1] - 23_500];
	const best = [...NEIGHBOURS].sort(
		(a, b) => b.heading[0] * dx + b.heading[1] * dy - a.heading[0] * dx - a.heading[1] * dy
	);
	return best[0].epci;
}

/** Eight digits and the ninth that makes Luhn's sum a multiple of ten. */
function siren(eight: string): string {
	let sum = 0;
	for (let i = 0; i < 8; i++) {
		const digit = Number(eight[i]) * (i % 2 === 1 ? 2 : 1);
		sum += digit > 9 ? digit - 9 : digit;
	}
	return `${eight}${(10 - (sum % 10)) % 10}`;
}
