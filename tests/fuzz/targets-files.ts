import type { Imported } from '#domain/notes.ts';
import type { Site } from '#domain/site.ts';
import { bytesSource } from '#io/bytes/byte-source.ts';
import { importCommunes } from '#io/communes/communes-import.ts';
import { importPerimeter } from '#io/communes/perimeter.ts';
import { importCostMatrix } from '#io/matrix/cost-matrix.ts';
import { importMatrix } from '#io/matrix/matrix-import.ts';
import { importPopulation } from '#io/population/population-import.ts';
import { readRoads } from '#io/roads/road-file.ts';
import { importPlaceHours } from '#io/sites/place-hours.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites } from '#io/sites/sites-import.ts';
import { importAmounts } from '#io/tables/amounts-csv.ts';
import { importPlaces } from '#io/tables/places-csv.ts';
import { importPoints } from '#io/tables/points-csv.ts';
import { readCellsCsv, writeCellsCsv } from '#io/territory-folder/cells-csv.ts';
import { readCommunesGeojson, writeCommunesGeojson } from '#io/territory-folder/communes-geojson.ts';
import { readMatrixBin, writeMatrixBin } from '#io/territory-folder/matrix-bin.ts';
import { readSitesGeojson, writeSitesGeojson } from '#io/territory-folder/sites-geojson.ts';
import { loadSqlJs } from '../fixtures/geopackage.ts';
import { realData } from '../realdata.ts';
import { checkImported, checkRows, checkPlainValues, checkWrittenBack, Fault, refusedOr } from './laws.ts';
import {
	AMOUNTS,
	cellsPackage,
	communesPackage,
	COSTS,
	demo,
	GZIPPED_MATRIX,
	HOURS_TABLES,
	MATRICES,
	PEOPLE,
	PLACES,
	real,
	ROADS,
	SITES_IN_GEOJSON,
	SITES_IN_JSON,
	SITES_IN_WORKBOOK,
	sixPoints,
	threeCommunes,
	threePeopled,
	threeSites
} from './originals.ts';
import type { Target } from './target.ts';

/** Rows kept of a long file: enough to meet each kind of row. */
const ROWS = { quick: 30, long: 400 } as const;
const FEATURES = { quick: 6, long: 60 } as const;

function must(holds: boolean, says: string): void {
	if (!holds) throw new Fault(says);
}

const onEarth = (lon: ArrayLike<number>, lat: ArrayLike<number>) =>
	Array.from(lon).every((degrees) => Math.abs(degrees) <= 180) &&
	Array.from(lat).every((degrees) => Math.abs(degrees) <= 90);
const amounts = (values: ArrayLike<number>) =>
	Array.from(values).every((value) => value >= 0 && Number.isFinite(value));

/** The sites that files of hours are given to. */
const KNOWN_SITES: readonly Site[] = importSites(threeSites().bytes, 'lieux.csv').value;
const DEMO_SITES: readonly Site[] = importSites(demo('bibliotheques_fictif.csv', 60).bytes, 'lieux.csv').value;

const communes: Target = {
	name: 'communes',
	originals: async (depth) => [
		threeCommunes(),
		await communesPackage(),
		demo('communes_fictif.geojson', FEATURES[depth]),
		...(depth === 'long'
			? real([realData('communes/communes-42-loire.geojson'), realData('mel/communes.geojson')], FEATURES.long)
			: [])
	],
	read: async (file, bytes) => {
		const read = await importCommunes(bytes, file, { loadSqlJs });
		checkRows(read);
		checkPlainValues(read.value);
		checkWrittenBack(read.value, writeCommunesGeojson, (written) => readCommunesGeojson(written, file));
		must(read.value.length === read.rowsKept, 'communes kept');
		must(new Set(read.value.map(({ code }) => code)).size === read.value.length, 'a code twice');
	}
};

const perimeter: Target = {
	name: 'perimeter',
	originals: async (depth) => [
		threeCommunes(),
		await communesPackage(),
		...(depth === 'long' ? real([realData('mel/epci.geojson')], FEATURES.long) : [])
	],
	read: async (file, bytes, random) => {
		const readWanted = async (wanted: string | null) => {
			const read = await importPerimeter(bytes, file, { loadSqlJs, wanted });
			checkImported(read);
			checkPlainValues(read.value);
		};
		await refusedOr(() => readWanted(random.pick(['01004', '__proto__', ''])));
		await readWanted(null);
	}
};

const population: Target = {
	name: 'population',
	originals: async (depth) => [
		sixPoints(),
		await cellsPackage(),
		threePeopled(),
		demo('carreaux_200m_fictif.csv', ROWS[depth]),
		...(depth === 'long'
			? real(
					[realData('porto-alegre/poa_hexgrid.csv'), realData('mel/lille.gpkg'), realData('lot46/pop.csv')],
					ROWS.long
				)
			: [])
	],
	read: async (file, bytes) => {
		const read = await importPopulation(bytes, file, { loadSqlJs });
		checkRows(read);
		const { value } = read;
		must(value.count === value.ids.length && value.count === read.rowsKept, 'points kept');
		must(onEarth(value.lon, value.lat), 'a place that is none');
		must(amounts(value.people), 'people that are no count');
		must(new Set(value.ids).size === value.count, 'an id twice');
		for (const { people } of value.ageBands ?? []) must(amounts(people.filter((one) => !Number.isNaN(one))), 'ages');
		checkWrittenBack(value, writeCellsCsv, (written) => readCellsCsv(written, value.kind, file));
	}
};

const sites: Target = {
	name: 'sites',
	originals: (depth) => [
		threeSites(),
		SITES_IN_WORKBOOK,
		SITES_IN_JSON,
		SITES_IN_GEOJSON,
		...HOURS_TABLES,
		demo('bibliotheques_fictif.csv', ROWS[depth]),
		...(depth === 'long'
			? real(
					[
						realData('mel/bibliotheques-mel.json'),
						realData('ministere/adresses-des-bibliotheques-publiques.csv'),
						realData('porto-alegre/poa_points_of_interest.csv')
					],
					ROWS.long
				)
			: [])
	],
	read: async (file, bytes) => {
		const read = importSites(bytes, file);
		checkRows(read);
		checkPlainValues(read.value);
		must(
			onEarth(
				read.value.map(({ position }) => position[0]),
				read.value.map(({ position }) => position[1])
			),
			'a place'
		);
		must(new Set(read.value.map(({ id }) => id)).size === read.value.length, 'an id twice');
		for (const { figures } of read.value) {
			must(amounts(Object.values(figures).filter((figure) => figure !== null)), 'a figure below zero');
		}
		checkWrittenBack(read.value, writeSitesGeojson, (written) => readSitesGeojson(written, file));
	}
};

const hours: Target = {
	name: 'hours',
	originals: (depth) => [...HOURS_TABLES, threeSites(), demo('horaires_fictif.csv', ROWS[depth])],
	read: async (file, bytes) => {
		const known = file.startsWith('horaires_fictif') ? DEMO_SITES : KNOWN_SITES;
		const read = importHours(bytes, file, known);
		checkRows(read);
		must(read.value.length === known.length, 'sites lost');
		checkWrittenBack(read.value, writeSitesGeojson, (written) => readSitesGeojson(written, file));
		const places = importPlaceHours(bytes, file);
		checkRows(places);
		checkPlainValues(places.value);
	}
};

const matrix: Target = {
	name: 'matrix',
	originals: (depth) => [
		...MATRICES,
		GZIPPED_MATRIX,
		...(depth === 'long' ? real([realData('isere/TimeDistCarIsere.csv')], ROWS.long) : [])
	],
	read: async (file, bytes) => {
		const read = importMatrix(bytes, file);
		checkImported(read);
		const { fromIds, toIds, first, to } = read.value;
		must(first.length === fromIds.length + 1 && first[first.length - 1] === to.length, 'offsets');
		must(
			to.every((rank) => rank < toIds.length),
			'a place that is not named'
		);
		checkWrittenBack(read.value, writeMatrixBin, (written) => readMatrixBin(written, file));
	}
};

const costMatrix: Target = {
	name: 'costs',
	originals: () => [COSTS],
	read: async (file, bytes) => {
		const read = importCostMatrix(bytes, file);
		checkImported(read);
		must(amounts(read.value.value), 'a cost below zero');
	}
};

const tables: Target = {
	name: 'amounts, points and places',
	originals: () => [AMOUNTS, PEOPLE, PLACES, sixPoints()],
	read: async (file, bytes, random) => {
		const readers = [
			() => importAmounts(bytes, file, 'capacity'),
			() => importAmounts(bytes, file, 'people'),
			() => importPlaces(bytes, file),
			() => importPoints(bytes, file)
		];
		const check = (read: Imported<unknown>) => {
			checkImported(read);
			checkPlainValues(read.value);
		};
		await refusedOr(() => check(random.pick(readers)()));
		const own = [AMOUNTS, PEOPLE, PLACES].findIndex((one) => one.file === file);
		check(readers.at(own)?.() ?? readers[3]());
	}
};

const roads: Target = {
	name: 'roads',
	originals: (depth) => [
		...ROADS,
		...(depth === 'long'
			? [
					demo('routes_fictif.osm.pbf', 0),
					...real([realData('bdtopo/troncon_de_route-marseille10.geojson'), realData('osm/andorra.osm.pbf')], 200)
				]
			: [])
	],
	read: async (file, bytes) => {
		const read = await readRoads(bytesSource(file, bytes));
		checkImported(read);
		const { wayNodes, nodeLon, nodeLat } = read.value;
		must(
			wayNodes.every((node) => node < nodeLon.length),
			'a node that is not there'
		);
		must(onEarth(nodeLon, nodeLat), 'a node that is nowhere');
		checkPlainValues(read.basemap);
	}
};

export const FILE_TARGETS: readonly Target[] = [
	communes,
	perimeter,
	population,
	sites,
	hours,
	matrix,
	costMatrix,
	tables,
	roads
];
