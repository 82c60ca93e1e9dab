import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LonLat } from '#domain/geometry.ts';

/** The files that the territory of demonstration is made of. */
export const RAW = join(import.meta.dirname, '../data/demo/raw');
export const bytes = (name: string) => new Uint8Array(readFileSync(join(RAW, name)));
export const EPCI_NAME = 'CC Entre-Val-et-Monts (territoire fictif)';

export interface CommuneFeature {
	readonly properties: {
		code: string;
		nom: string;
		population: number;
		siren: string;
		code_epci: string;
		nom_epci: string;
	};
	readonly geometry: { type: string; coordinates: LonLat[][] };
}
/** Members and margin. */
export const communes: CommuneFeature[] = JSON.parse(
	new TextDecoder().decode(bytes('communes_fictif.geojson'))
).features;
export const members = communes.filter(({ properties }) => properties.nom_epci === EPCI_NAME);
export const memberCodes = new Set(members.map(({ properties }) => properties.code));
