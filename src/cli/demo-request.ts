import { join } from 'node:path';
import type { PrepareRequest } from '#workers/jobs/prepare/prepare.ts';
import { fileSource } from './file-source.ts';
import { nodeLoaders } from './package-files.ts';

const RAW = join(import.meta.dirname, '../../data/demo/raw');

export const DEMO_NAME = 'Entre-Val-et-Monts';

/** What `prepare` is asked for the embedded demo territory: its files, as anybody would give theirs. */
export async function demoRequest(): Promise<PrepareRequest> {
	const raw = (name: string) => fileSource(join(RAW, name));
	return {
		name: DEMO_NAME,
		zone: 'B',
		epciCode: 'CC Entre-Val-et-Monts (territoire fictif)',
		communes: await raw('communes_fictif.geojson'),
		population: await raw('carreaux_200m_fictif.csv'),
		sites: await raw('bibliotheques_fictif.csv'),
		hours: await raw('horaires_fictif.csv'),
		perimeter: null,
		travel: { origin: 'roads', roads: await raw('routes_fictif.osm.pbf'), snapMetres: 1000, cutoffMinutes: 30 },
		marginKm: 30,
		columns: new Map(),
		...nodeLoaders,
		fictional: true
	};
}
