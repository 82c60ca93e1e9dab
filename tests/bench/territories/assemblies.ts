import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { PrepareRequest } from '#workers/jobs/prepare/prepare.ts';
import { demoRequest } from '../../../src/cli/demo-request.ts';
import { fileSource } from '../../../src/cli/file-source.ts';
import { nodeLoaders } from '../../../src/cli/package-files.ts';
import { realData } from '../../realdata.ts';

/** The demonstration territory, and three real ones. */
export type TerritoryName = 'demo' | 'mel' | 'isere' | 'porto-alegre';

/** What `prepare` is asked for each territory; null where the data is absent. */
export async function assembly(name: TerritoryName, folder: string): Promise<PrepareRequest | null> {
	if (name === 'demo') return demoRequest();
	const files = { mel: melFiles, isere: isereFiles, 'porto-alegre': portoAlegreFiles }[name](folder);
	if (files === null) return null;
	const source = (path: string) => fileSource(path);
	return {
		name,
		zone: files.zone,
		epciCode: files.epciCode,
		communes: await source(files.communes),
		population: await source(files.population),
		sites: await source(files.sites),
		hours: null,
		perimeter: null,
		travel:
			files.roads !== null
				? { origin: 'roads', roads: await source(files.roads), snapMetres: 1000, cutoffMinutes: 30 }
				: files.matrix !== null
					? { origin: 'matrix', matrix: await source(files.matrix), mode: 'car', unit: null }
					: { origin: 'estimated' },
		marginKm: 30,
		columns: new Map(),
		...nodeLoaders,
		fictional: false
	};
}

interface Files {
	readonly zone: 'A' | 'B';
	readonly epciCode: string | null;
	readonly communes: string;
	readonly population: string;
	readonly sites: string;
	readonly roads: string | null;
	readonly matrix: string | null;
}

function melFiles(): Files | null {
	const communes = realData('mel/communes.geojson');
	const population = realData('mel/lille.gpkg');
	const sites = realData('mel/bibliotheques-mel.json');
	if (communes === null || population === null || sites === null) return null;
	return { zone: 'B', epciCode: '200093201', communes, population, sites, roads: null, matrix: null };
}

function isereFiles(): Files | null {
	const communes = realData('isere/isere.geojson');
	const matrix = realData('isere/TimeDistCarIsere.csv');
	const sites = realData('ministere/adresses-des-bibliotheques-publiques.csv');
	if (communes === null || matrix === null || sites === null) return null;
	return { zone: 'A', epciCode: null, communes, population: communes, sites, roads: null, matrix };
}

/** Brazil has no INSEE communes: one outline around the hexagons stands for them, and schools stand for libraries. */
function portoAlegreFiles(folder: string): Files | null {
	const population = realData('porto-alegre/poa_hexgrid.csv');
	const roads = realData('porto-alegre/porto-alegre.osm.pbf');
	if (population === null || roads === null) return null;
	const outline = [
		[-51.4, -30.35],
		[-50.9, -30.35],
		[-50.9, -29.85],
		[-51.4, -29.85],
		[-51.4, -30.35]
	];
	const commune = {
		type: 'Feature',
		properties: { code: '99416', nom: 'Porto Alegre' },
		geometry: { type: 'Polygon', coordinates: [outline] }
	};
	const communes = join(folder, 'commune.geojson');
	writeFileSync(communes, JSON.stringify({ type: 'FeatureCollection', features: [commune] }));
	const { data } = Papa.parse<Record<string, string>>(readFileSync(population, 'utf8'), {
		header: true,
		skipEmptyLines: true
	});
	const sites = join(folder, 'sites.csv');
	const schools = data
		.filter(({ schools }) => Number(schools) > 0)
		.map(({ id, lon, lat }) => ({ id, name: `Escola ${id}`, lon, lat }));
	writeFileSync(sites, Papa.unparse(schools));
	return { zone: 'A', epciCode: null, communes, population, sites, roads, matrix: null };
}
