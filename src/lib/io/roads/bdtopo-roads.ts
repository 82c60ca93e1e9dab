import type { Bounds } from '#domain/geometry.ts';
import { MaillageError, type Note, type RejectedRow } from '#domain/notes.ts';
import type { ByteSource } from '../bytes/byte-source.ts';
import { sectionsCrs } from './bdtopo-crs.ts';
import { bdTopoRoadClass } from './bdtopo-road-class.ts';
import { isRecord, scanFeatures } from './bdtopo-features.ts';
import { projectLine, reaches, readLines, SectionNodes } from './bdtopo-sections.ts';
import { basemapRoads } from './road-basemap.ts';
import { RoadBudget } from './road-limits.ts';
import { bdTopoSource, type ImportedRoads, type RoadReadOptions } from './road-import.ts';
import type { CrsCode } from '../geo/projection.ts';
import { TagSets, WayList } from './road-network-builder.ts';

/** Properties of `troncon_de_route` (BD TOPO 3) that a speed or access profile may read. */
const ROUTING_PROPERTIES = [
	'acces_pieton',
	'acces_vehicule_leger',
	'amenagement_cyclable_droit',
	'amenagement_cyclable_gauche',
	'etat_de_l_objet',
	'importance',
	'itineraire_vert',
	'largeur_de_chaussee',
	'nature',
	'nature_de_la_restriction',
	'nombre_de_voies',
	'position_par_rapport_au_sol',
	'prive',
	'reserve_aux_bus',
	'sens_amenagement_cyclable_droit',
	'sens_amenagement_cyclable_gauche',
	'sens_de_circulation',
	'urbain',
	'vitesse_moyenne_vl'
];
/** Without these no travel time can be told. */
const REQUIRED_PROPERTIES = ['nature', 'sens_de_circulation', 'vitesse_moyenne_vl'];

/** Values of etat_de_l_objet for roads that do not exist yet. */
const NOT_BUILT: ReadonlySet<string> = new Set(['En projet', 'En construction']);

/**
 * Roads of a GeoJSON export of IGN BD TOPO `troncon_de_route`, in WGS 84 or Lambert-93. The file is read twice, one feature
 * in memory at a time. Rows are the features, less those wholly out of bounds.
 * @throws MaillageError when the file is no such GeoJSON (saying at which byte), lacks a property that travel times need,
 * is in another system of coordinates, has no road or too many; the signal's reason when it aborts.
 */
export async function readBdTopoRoads(source: ByteSource, options: RoadReadOptions = {}): Promise<ImportedRoads> {
	const progress = (passesDone: number) => (readBytes: number) => {
		options.signal?.throwIfAborted();
		options.onProgress?.((passesDone + Math.min(1, readBytes / source.size)) / 2);
	};
	const { crs } = await scanFeatures(source, { onBytes: progress(0) });
	const sections = new SectionReader(source.name, crs, options);
	await scanFeatures(source, { onFeature: (feature, rank) => sections.read(feature, rank), onBytes: progress(1) });
	return sections.finish();
}

class SectionReader {
	readonly #file: string;
	readonly #declaredCrs: unknown;
	readonly #bounds: Bounds | undefined;
	readonly #nodes = new SectionNodes();
	readonly #ways = new WayList();
	readonly #tagSets = new TagSets();
	readonly #budget: RoadBudget;
	readonly #missing = new Set(REQUIRED_PROPERTIES);
	readonly #rejected: RejectedRow[] = [];
	#crs: CrsCode | null = null;
	#rowsKept = 0;
	#rowsOut = 0;

	constructor(file: string, crs: unknown, { bounds, limits }: RoadReadOptions) {
		this.#file = file;
		this.#declaredCrs = crs;
		this.#bounds = bounds;
		this.#budget = new RoadBudget(file, bounds, limits);
	}

	read(feature: unknown, rank: number): void {
		const properties = readProperties(feature);
		for (const name of this.#missing) if (properties.has(name)) this.#missing.delete(name);
		const lines = readLines(isRecord(feature) ? feature.geometry : null);
		if (typeof lines === 'string') return this.#reject(rank, properties, lines, 'geometry', null);
		const [x, y] = lines[0][0];
		const crs = (this.#crs ??= sectionsCrs(this.#declaredCrs, x, y, this.#file));
		const degrees = lines.map((line) => projectLine(line, crs)).filter((line) => line !== null);
		if (degrees.length < lines.length) {
			return this.#reject(rank, properties, 'note_bdtopo_out_of_world', 'geometry', `${x} ${y}`);
		}
		const bounds = this.#bounds;
		if (bounds !== undefined && !degrees.some((line) => reaches(line, bounds))) {
			this.#rowsOut++;
			return;
		}
		const state = properties.get('etat_de_l_objet') ?? null;
		if (state !== null && NOT_BUILT.has(state)) {
			return this.#reject(rank, properties, 'note_bdtopo_not_built', 'etat_de_l_objet', state);
		}
		const tagSet = this.#tagSets.intern(routingProperties(properties));
		this.#budget.takePoints(lines.reduce((sum, line) => sum + line.length, 0));
		lines.forEach((line, i) => this.#ways.push(this.#nodes.add(line, degrees[i]), tagSet));
		this.#rowsKept++;
	}

	finish(): ImportedRoads {
		const [property] = this.#missing;
		if (this.#rowsKept + this.#rejected.length + this.#rowsOut === 0)
			throw new MaillageError('error_bdtopo_no_section', {}, this.#file);
		if (property !== undefined) throw new MaillageError('error_bdtopo_property', { property }, this.#file);
		if (this.#rowsKept === 0) {
			const code = this.#rowsOut > 0 ? 'error_bdtopo_no_road_in_bounds' : 'error_bdtopo_no_usable_road';
			throw new MaillageError(code, { count: this.#rejected.length + this.#rowsOut }, this.#file);
		}
		const { lon, lat } = this.#nodes;
		const nodes = { lon: lon.view(), lat: lat.view(), flags: new Uint8Array(lon.length) };
		const network = this.#ways.toNetwork('bdtopo', nodes, this.#tagSets, []);
		return {
			value: network,
			basemap: { roads: basemapRoads(network, bdTopoRoadClass), waterLines: [], waterAreas: [], places: [] },
			notes: this.#rejected.map((row) => row.note),
			rejected: this.#rejected,
			rowsRead: this.#rowsKept + this.#rejected.length,
			rowsKept: this.#rowsKept,
			source: bdTopoSource(this.#file)
		};
	}

	#reject(rank: number, properties: Properties, code: string, column: string, read: string | null): void {
		const note: Note = {
			severity: 'rejected',
			message: { code, params: {} },
			file: this.#file,
			row: rank,
			column,
			read
		};
		const cells = Object.fromEntries([...properties].map(([name, value]) => [name, value ?? '']));
		this.#rejected.push({ note, cells });
	}
}

/** Properties as texts, null where the file says null; names in lower case, as some exports capitalise them. */
type Properties = ReadonlyMap<string, string | null>;

function readProperties(feature: unknown): Properties {
	const properties = new Map<string, string | null>();
	if (!isRecord(feature) || !isRecord(feature.properties)) return properties;
	for (const [name, value] of Object.entries(feature.properties)) {
		const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
		properties.set(name.toLowerCase(), value === null ? null : text);
	}
	return properties;
}

function routingProperties(properties: Properties): [name: string, value: string][] {
	return ROUTING_PROPERTIES.flatMap((name): [string, string][] => {
		const value = properties.get(name);
		return value === undefined || value === null ? [] : [[name, value]];
	});
}
