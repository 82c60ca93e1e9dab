import type { Commune } from '#domain/commune.ts';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import type { InputKind } from '#domain/territory.ts';
import type { EpciCode, InseeCode } from '#domain/units.ts';
import type { ByteSource } from '#io/bytes/byte-source.ts';
import { ADMIN_VINTAGE, type AdminDivision } from '#io/communes/admin-division.ts';
import { importPerimeter } from '#io/communes/perimeter.ts';
import type { SqlJsLoader } from '#io/geo/geopackage.ts';
import { prepareCommunes } from './communes.ts';
import type { Inputs } from './inputs.ts';
import { markEpci, markPerimeter, type CompletedCommunes } from './perimeter.ts';

/** What says where a territory is. */
export interface AreaRequest {
	readonly epciCode: string | null;
	/** Null when the national list alone tells the communes chosen. */
	readonly communes: ByteSource | null;
	/** The communes of the territory, chosen by name; absent or null when the file, the EPCI or the perimeter says which they are. */
	readonly chosenCommunes?: readonly InseeCode[] | null;
	readonly perimeter: ByteSource | null;
	readonly columns: ReadonlyMap<string, Readonly<Record<string, string>>>;
	readonly loadSqlJs: SqlJsLoader;
	/** The national list of communes and EPCI, at least of these départements. */
	readonly loadAdminDivision: (departements: readonly string[]) => Promise<AdminDivision>;
}

export interface PreparedArea {
	readonly communes: readonly Commune[];
	readonly perimeter: MultiPolygonRings | null;
	readonly epciCode: EpciCode | null;
	readonly completed: Pick<CompletedCommunes, 'vintage' | 'populationSource'>;
	/** For errors about the communes: their file, or the list. */
	readonly communesName: string;
}

/**
 * The communes of a territory and around it, and its outline where one was given.
 * @param begin told of each file before it is read
 * @throws MaillageError what `prepareCommunes`, `markEpci`, `importPerimeter` and `markPerimeter` throw
 */
export async function prepareArea(
	request: AreaRequest,
	inputs: Inputs,
	begin: (source: ByteSource) => void
): Promise<PreparedArea> {
	const { loadSqlJs, loadAdminDivision } = request;
	const columns = (input: InputKind) => request.columns.get(input) ?? {};
	if (request.communes !== null) begin(request.communes);
	const completed = await prepareCommunes(
		{
			communes: request.communes,
			chosenCommunes: request.chosenCommunes ?? null,
			columns: columns('communes'),
			loadSqlJs,
			loadAdminDivision
		},
		inputs
	);
	const communesName = request.communes?.name ?? ADMIN_VINTAGE.attribution;
	let communes: readonly Commune[] = completed.communes;
	if (request.epciCode !== null) communes = markEpci(communes, request.epciCode, completed.division, communesName);
	const epciCode = request.epciCode === null ? null : (communes.find(({ margin }) => !margin)?.epciCode ?? null);
	let perimeter: MultiPolygonRings | null = null;
	if (request.perimeter !== null) {
		begin(request.perimeter);
		const outline = await importPerimeter(await request.perimeter.bytes(), request.perimeter.name, {
			loadSqlJs,
			columns: columns('perimeter'),
			wanted: null
		});
		inputs.add('perimeter', request.perimeter.name, outline, outline.source);
		perimeter = outline.value;
		communes = markPerimeter(communes, perimeter, request.perimeter.name);
	}
	return { communes, perimeter, epciCode, completed, communesName };
}
