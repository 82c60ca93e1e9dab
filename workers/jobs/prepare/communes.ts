import type { Commune } from '#domain/commune.ts';
import { MaillageError, type Note } from '#domain/notes.ts';
import type { Source } from '#domain/source.ts';
import { departementOf, parseInseeCode, type InseeCode } from '#domain/units.ts';
import type { ByteSource } from '#io/bytes/byte-source.ts';
import { ADMIN_VINTAGE, divisionCommunes, type AdminDivision } from '#io/communes/admin-division.ts';
import { importCommunes } from '#io/communes/communes-import.ts';
import type { SqlJsLoader } from '#io/geo/geopackage.ts';
import type { Inputs } from './inputs.ts';
import { completeFromDivision, type CompletedCommunes } from './perimeter.ts';

export interface CommunesRequest {
	/** Null when the national list alone tells them. */
	readonly communes: ByteSource | null;
	/** The communes of the territory, chosen by name; null when the file says which they are. */
	readonly chosenCommunes: readonly InseeCode[] | null;
	readonly columns: Readonly<Record<string, string>>;
	readonly loadSqlJs: SqlJsLoader;
	/** The national list, at least of these départements. */
	readonly loadAdminDivision: (departements: readonly string[]) => Promise<AdminDivision>;
}

/**
 * The communes of a territory: those of the file, completed from the national list; where they were chosen by name, the others of the
 * file are margin, and those that the file leaves out come from the list, without an outline, which is said.
 * @throws MaillageError those of importCommunes, `error_no_communes` when there is neither a file nor a choice,
 * `error_chosen_communes_absent` when the file has none of those chosen
 */
export async function prepareCommunes(
	request: CommunesRequest,
	inputs: Inputs
): Promise<CompletedCommunes & { readonly division: AdminDivision }> {
	const { communes: source, chosenCommunes: chosen, columns, loadSqlJs } = request;
	if (source === null) return fromList(request, inputs);
	const read = await importCommunes(await source.bytes(), source.name, { loadSqlJs, columns });
	inputs.add('communes', source.name, read, read.source);
	const codes = [...read.value.map(({ code }) => code), ...(chosen ?? [])];
	const division = await request.loadAdminDivision(departementsOf(codes));
	const completed = completeFromDivision(read.value, division, source.name, read.source.vintage);
	inputs.notes.push(...completed.notes);
	if (chosen === null) return { ...completed, division };
	const wanted = new Set<string>(chosen);
	const marked = completed.communes.map((commune) => ({ ...commune, margin: !wanted.has(commune.code) }));
	if (marked.every(({ margin }) => margin))
		throw new MaillageError(
			'error_chosen_communes_absent',
			{ chosen: chosen.length, read: marked.length },
			source.name
		);
	const met = new Set(marked.map(({ code }) => code));
	const missing = divisionCommunes(
		division,
		chosen.filter((code) => !met.has(code))
	);
	if (missing.length > 0) inputs.notes.push(addedNote(missing, source.name));
	return { ...completed, communes: [...marked, ...missing], division };
}

async function fromList({ chosenCommunes, loadAdminDivision }: CommunesRequest, inputs: Inputs) {
	if (chosenCommunes === null) throw new MaillageError('error_no_communes');
	const division = await loadAdminDivision(departementsOf(chosenCommunes));
	const communes = divisionCommunes(division, chosenCommunes);
	const source: Source = {
		title: 'Découpage administratif',
		publisher: 'INSEE, DGCL',
		licence: 'Licence Ouverte 2.0',
		attribution: ADMIN_VINTAGE.attribution,
		vintage: ADMIN_VINTAGE.communes,
		file: '@etalab/decoupage-administratif'
	};
	const counts = { notes: [], rejected: [], rowsRead: communes.length, rowsKept: communes.length };
	inputs.add('communes', source.file, counts, source);
	return {
		communes,
		notes: [],
		vintage: ADMIN_VINTAGE.population,
		populationSource: ADMIN_VINTAGE.attribution,
		division
	};
}

/** Départements of the codes that are INSEE's. */
function departementsOf(codes: readonly string[]): string[] {
	return [...new Set(codes.flatMap((code) => parseInseeCode(code) ?? []).map(departementOf))].sort();
}

function addedNote(missing: readonly Commune[], file: string): Note {
	const names = missing.slice(0, 5).map(({ name }) => name);
	const params = { count: missing.length, names: names.join(', ') + (missing.length > names.length ? '…' : '') };
	return {
		severity: 'info',
		message: { code: 'note_communes_from_list', params },
		file,
		row: null,
		column: null,
		read: null
	};
}
