import { gatherCells, type Cell } from './people/cells.ts';
import { communesGeojson, nameCommunes, type DemoCommune } from './people/communes.ts';
import { hoursCsv, populationCsv, sitesCsv } from './files/csv-files.ts';
import { scatterHamlets } from './people/hamlets.ts';
import { filosofiRows } from './people/households.ts';
import { settlePeople } from './people/housing.ts';
import { shapeLandscape } from './ground/landscape.ts';
import { osmData } from './files/osm-data.ts';
import type { OsmData } from './files/osm-entities.ts';
import { writeOsmPbf } from './files/osm-pbf-writer.ts';
import { partitionGround } from './ground/partition.ts';
import { buildRoads, type Roadworks } from './roads/roadworks.ts';
import { placeSettlements } from './people/settlements.ts';
import { placeSites, type DemoSite } from './libraries/sites.ts';

/** 1 January 2026: the date the invented survey of roads bears. */
const ROADS_DATE = 1_767_225_600;

/** Towns spread over the land around before villages do. */
const HEAD_START = { town: 1300, 'market-town': 500, village: 0 };

/** The invented territory, whole. */
export interface Demo {
	readonly communes: readonly DemoCommune[];
	readonly cells: readonly Cell[];
	readonly sites: readonly DemoSite[];
	readonly works: Roadworks;
	readonly osm: OsmData;
	/** The raw files by name. */
	readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Makes Entre-Val-et-Monts: the same bytes at every run, on every machine. */
export function makeTerritory(): Demo {
	const land = shapeLandscape();
	const { settlements, beyond } = placeSettlements(land);
	const seats = settlements.map(({ at, rank }) => ({ at, headStart: HEAD_START[rank] }));
	const owner = partitionGround(land, [...seats, ...beyond.map((at) => ({ at, headStart: 0 }))]);
	const hamlets = scatterHamlets(land, settlements, owner);
	const works = buildRoads(land, settlements, hamlets, beyond);
	const cells = gatherCells(settlePeople(works, settlements, hamlets, works.places, owner));
	const communes = nameCommunes(settlements, owner, cells);
	const sites = placeSites(communes, works.net);
	const osm = osmData(works, land, settlements, hamlets, works.places);
	const rows = filosofiRows(
		cells,
		communes.map(({ code }) => code),
		settlements.map(({ hilly }) => hilly)
	);
	const text = new TextEncoder();
	const files = new Map([
		['carreaux_200m_fictif.csv', text.encode(populationCsv(rows))],
		['communes_fictif.geojson', text.encode(communesGeojson(communes))],
		['bibliotheques_fictif.csv', text.encode(sitesCsv(sites))],
		['horaires_fictif.csv', text.encode(hoursCsv(sites))],
		[
			'routes_fictif.osm.pbf',
			writeOsmPbf(osm, {
				program: 'maillage data/demo/generate.ts',
				source: 'Entre-Val-et-Monts, territoire fictif de démonstration',
				timestamp: ROADS_DATE
			})
		]
	]);
	return { communes, cells, sites, works, osm, files };
}
