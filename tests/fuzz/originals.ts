import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { blob, geoPackage, polygonWkb, square } from '../fixtures/geopackage.ts';
import { collection, MEETING } from '../fixtures/bdtopo-sections.ts';
import { crossroads } from '../fixtures/osm-crossroads.ts';
import { writePbf, writeXml } from '../fixtures/osm-writer.ts';
import { communesGeojson, COMMUNES, POPULATION_CSV, SITES_CSV } from '../fixtures/three-communes.ts';
import { bytes as demoBytes } from '../demo-raw.ts';
import { inlineRows, workbook } from '../fixtures/workbook.ts';
import { gzipSync } from 'fflate';

/** A sound file, to be harmed. */
export interface Original {
	readonly file: string;
	readonly form: 'table' | 'json' | 'bytes';
	readonly bytes: Uint8Array;
}

const UTF8 = (text: string) => new TextEncoder().encode(text);

function formOf(file: string): Original['form'] {
	if (/\.(csv|txt|tsv)$/.test(file)) return 'table';
	return /json$/.test(file) ? 'json' : 'bytes';
}

export const original = (file: string, content: Uint8Array | string): Original => ({
	file,
	form: formOf(file),
	bytes: typeof content === 'string' ? UTF8(content) : content
});

/** The headings and the first rows of a table. */
function firstLines(content: Uint8Array, lines: number): string {
	return new TextDecoder().decode(content).split('\n').slice(0, lines).join('\n');
}

/** The first features of a collection. */
function firstFeatures(content: Uint8Array, features: number): string {
	const read = JSON.parse(new TextDecoder().decode(content)) as { features: unknown[] };
	return JSON.stringify({ ...read, features: read.features.slice(0, features) });
}

/**
 * A file of the demonstration: of a long one the first rows, so that many harmed copies can be read in a short time.
 * @param rows how many are kept where the file is shortened
 */
export function demo(name: string, rows: number): Original {
	const content = demoBytes(name);
	if (name.endsWith('.csv')) return original(name, firstLines(content, rows));
	return original(name, name.endsWith('.geojson') ? firstFeatures(content, rows) : content);
}

/** Real files, where they are; see tests/realdata.ts. */
export function real(paths: readonly (string | null)[], rows: number): Original[] {
	return paths.flatMap((path) => {
		if (path === null || !existsSync(path)) return [];
		const content = new Uint8Array(readFileSync(path));
		const name = basename(path);
		if (name.endsWith('.csv')) return [original(name, firstLines(content, rows))];
		return [original(name, name.endsWith('.geojson') ? firstFeatures(content, rows) : content)];
	});
}

/** The three communes as a GeoPackage. */
export async function communesPackage(): Promise<Original> {
	const rows = COMMUNES.map(
		({ code, nom, west }) => [[code, nom], blob(polygonWkb([square(west, 45.93, 0.06)]))] as const
	);
	const layer = { name: 'communes', epsg: 4326, columns: { code: 'TEXT', nom: 'TEXT' }, rows } as const;
	return original('communes.gpkg', await geoPackage([layer]));
}

/** Two cells of the INSEE's grid as a GeoPackage, in Lambert-93. */
export async function cellsPackage(): Promise<Original> {
	const rows = [0, 1].map(
		(rank) =>
			[
				[`CRS3035RES200mN275460${rank}E391300${rank}`, 12.5, '01004'],
				blob(polygonWkb([square(879_000 + rank * 200, 6_541_000, 200)]))
			] as const
	);
	const columns = { idcar_200m: 'TEXT', ind: 'REAL', lcog_geo: 'TEXT' } as const;
	return original('carreaux.gpkg', await geoPackage([{ name: 'carreaux', epsg: 2154, columns, rows }]));
}

export const threeCommunes = (): Original => original('trois-communes.geojson', communesGeojson());
/** The three communes with their people. */
export const threePeopled = (): Original => {
	const read = JSON.parse(communesGeojson()) as { features: { properties: Record<string, unknown> }[] };
	for (const { properties } of read.features) properties.population = 100;
	return original('communes-habitants.geojson', JSON.stringify(read));
};
/** A road through the three communes. */
export const threeRoad = (): Original =>
	original(
		'route.osm.pbf',
		writePbf({
			nodes: [5.31, 5.37, 5.45].map((lon, rank) => ({ id: rank + 1, lon, lat: 45.96 })),
			ways: [{ id: 1, nodes: [1, 2, 3], tags: { highway: 'primary' } }],
			relations: []
		})
	);
export const threeSites = (): Original => original('lieux.csv', SITES_CSV);
export const sixPoints = (): Original => original('habitants.csv', POPULATION_CSV);

export const SITES_IN_WORKBOOK: Original = {
	file: 'lieux.xlsx',
	form: 'bytes',
	bytes: workbook([
		{
			name: 'Lieux',
			rows: inlineRows(
				SITES_CSV.trim()
					.split('\n')
					.map((line) => line.replaceAll('"', '').split(','))
			)
		}
	])
};

export const SITES_IN_JSON = original(
	'lieux.json',
	JSON.stringify([
		{
			fields: {
				code_bib: 'A1',
				nom: 'Médiathèque',
				geo_point_2d: [50.6, 3.06],
				opening_hours: 'Tu-Sa 10:00-18:00',
				surface: 120
			}
		},
		{ fields: { code_bib: 'A2', nom: 'Bibliothèque', geo_point_2d: [50.61, 3.07], opening_hours: 'mardi 10h-12h' } }
	])
);

export const SITES_IN_GEOJSON = original(
	'lieux.geojson',
	JSON.stringify({
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				properties: { id: 'A1', nom: 'Médiathèque', surface: 120, statut: 'Territoriale' },
				geometry: { type: 'Point', coordinates: [5.33, 45.96] }
			},
			{
				type: 'Feature',
				properties: { id: 'A2', nom: 'Point lecture', lundi: '10h-12h', mardi: 'fermé' },
				geometry: { type: 'Point', coordinates: [5.39, 45.96] }
			}
		]
	})
);

export const HOURS_TABLES: readonly Original[] = [
	original(
		'horaires-par-jour.csv',
		[
			'nom,jour,periode,ouverture_am,fermeture_am,ouverture_pm,fermeture_pm,latitude,longitude',
			'Médiathèque d’Ambérieu,mardi,scolaire,10:00:00,12:00:00,14:00:00,18:00:00,45.96,5.33',
			'Médiathèque d’Ambérieu,mercredi,scolaire,NA,NA,14:00:00,18:00:00,45.96,5.33',
			'Médiathèque d’Ambérieu,mardi,été,10:00:00,12:00:00,NA,NA,45.96,5.33',
			'Bibliothèque de Douvres,samedi,scolaire,10:00:00,12:00:00,,,45.96,5.45',
			''
		].join('\n')
	),
	original(
		'horaires-semaine.csv',
		[
			'id;nom;latitude;longitude;lundi;mardi;mercredi;jeudi;vendredi;samedi;dimanche',
			'1;Médiathèque d’Ambérieu;45,96;5,33;;10h-12h;10h-12h et 14h-18h;;16h-19h;9h30-12h;fermé',
			'2;Bibliothèque d’Ambronay;45,96;5,39;fermé;fermé;14h à 18h;;;10-12;',
			''
		].join('\n')
	),
	original(
		'horaires-texte.csv',
		[
			'nom,horaires,latitude,longitude',
			'"Médiathèque d’Ambérieu","Mardi et jeudi : 10h-12h, 14h-18h ; samedi : 10h-17h sauf juillet",45.96,5.33',
			'Bibliothèque de Douvres,"Mo-Fr 09:00-12:00; Sa[1] 10:00-12:00; PH off",45.96,5.45',
			''
		].join('\n')
	)
];

export const MATRICES: readonly Original[] = [
	original('temps.csv', 'from_id,to_id,travel_time_p50\na,x,12\na,y,30\nb,x,\nb,y,7\nc,x,1e10\n'),
	original('temps-carres.csv', 'origine;x;y\na;12;30\nb;;7\nc;inf;0,5\n'),
	original('temps-insee.csv', 'idSrc,idDst,duree_minutes\n01004,01007,10\n01007,01149,9\n')
];
export const GZIPPED_MATRIX: Original = {
	file: 'temps.csv.gz',
	form: 'bytes',
	bytes: gzipSync(MATRICES[0].bytes)
};
export const COSTS = original('couts.csv', 'from,to,value\na,x,12\na,y,1.5\nb,x,0\n');
export const AMOUNTS = original('offre.csv', 'id,capacity\na,12\nb,7.5\nc,0\n');
export const PEOPLE = original('demande.csv', 'id,people\na,12\nb,7.5\nc,0\n');
export const PLACES = original(
	'sites-possibles.csv',
	'nom;longitude;latitude\nÀ la gare;5,33;45,96\nAu marché;5,39;45,95\n'
);

export const ROADS: readonly Original[] = [
	original('routes.osm.pbf', writePbf(crossroads(), { entitiesPerBlock: 3 })),
	original('routes-claires.osm.pbf', writePbf(crossroads(), { compression: 'none', dense: false })),
	original('routes.osm', writeXml(crossroads())),
	original('routes.osm.gz', gzipSync(UTF8(writeXml(crossroads())))),
	original('troncon_de_route.geojson', collection(MEETING))
];
