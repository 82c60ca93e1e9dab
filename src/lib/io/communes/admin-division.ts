import type { Commune } from '#domain/commune.ts';
import { MaillageError, type Message, type Note } from '#domain/notes.ts';
import { departementOf, parseInseeCode, type EpciCode, type InseeCode } from '#domain/units.ts';
import { parseJson } from '../tables/json-text.ts';
import { headingKey } from '../tables/table.ts';
import { matchNational } from './national-match.ts';

/**
 * What version 6.0.0 of the package describes: communes and EPCI on 1 January 2026, population municipale of 2023 (its
 * README: statistiques/8680726). Its list of EPCI repeats older populations: those of its communes are used alone.
 */
export const ADMIN_VINTAGE = {
	communes: '2026',
	population: '2023',
	attribution: 'INSEE, DGCL, @etalab/decoupage-administratif 6.0.0'
} as const;

/** A commune, or an arrondissement of Paris, Lyon or Marseille. */
export interface AdminCommune {
	readonly code: InseeCode;
	readonly name: string;
	/** Null where nobody is counted (Terres australes). */
	readonly municipalPopulation: number | null;
	readonly epciCode: EpciCode | null;
}

export interface AdminEpci {
	readonly code: EpciCode;
	readonly name: string;
	readonly members: readonly InseeCode[];
}

/** The administrative division of the country, or of some départements. */
export interface AdminDivision {
	readonly communes: ReadonlyMap<InseeCode, AdminCommune>;
	readonly epcis: ReadonlyMap<EpciCode, AdminEpci>;
	/** Codes no longer in use, déléguées and associées: the commune of today. */
	readonly successors: ReadonlyMap<InseeCode, InseeCode>;
}

interface RawCommune {
	readonly code: string;
	readonly nom: string;
	readonly type: string;
	readonly population?: number;
	/** Commune of a déléguée or associée one. */
	readonly chefLieu?: string;
	/** City of an arrondissement municipal. */
	readonly commune?: string;
	readonly anciensCodes?: readonly string[];
}

interface RawEpci {
	readonly code: string;
	readonly nom: string;
	readonly membres: readonly { readonly code: string }[];
}

/**
 * The division in `communes.json` and `epci.json` of @etalab/decoupage-administratif, as bytes.
 * @throws MaillageError `error_admin_division` when a file is not what the package holds, and those of parseJson
 */
export function readAdminDivision(communesJson: Uint8Array, epciJson: Uint8Array): AdminDivision {
	const epcis = new Map<EpciCode, AdminEpci>();
	const epciOf = new Map<string, EpciCode>();
	for (const { code, nom, membres } of rawList<RawEpci>(epciJson, 'epci.json', ['code', 'nom', 'membres'])) {
		const epciCode = code as EpciCode;
		epcis.set(epciCode, {
			code: epciCode,
			name: nom,
			members: membres.flatMap((member) => parseInseeCode(member.code) ?? [])
		});
		for (const member of membres) epciOf.set(member.code, epciCode);
	}
	const communes = new Map<InseeCode, AdminCommune>();
	const successors = new Map<InseeCode, InseeCode>();
	const succeed = (old: string | undefined, today: string | undefined) => {
		const [from, to] = [parseInseeCode(old ?? ''), parseInseeCode(today ?? '')];
		if (from !== null && to !== null && from !== to) successors.set(from, to);
	};
	for (const raw of rawList<RawCommune>(communesJson, 'communes.json', ['code', 'nom', 'type'])) {
		const code = parseInseeCode(raw.code);
		if (code === null) continue;
		if (raw.type === 'commune-deleguee' || raw.type === 'commune-associee') {
			succeed(raw.code, raw.chefLieu);
			continue;
		}
		for (const old of raw.anciensCodes ?? []) succeed(old, raw.code);
		communes.set(code, {
			code,
			name: raw.nom,
			municipalPopulation: raw.population ?? null,
			epciCode: epciOf.get(raw.commune ?? code) ?? null
		});
	}
	return { communes, epcis, successors };
}

function rawList<Raw>(bytes: Uint8Array, file: string, keys: readonly (keyof Raw & string)[]): readonly Raw[] {
	const list = parseJson(bytes, file);
	const sound = (one: unknown) => typeof one === 'object' && one !== null && keys.every((key) => key in one);
	if (!Array.isArray(list) || !list.every(sound))
		throw new MaillageError('error_admin_division', { keys: keys.join(', ') }, file);
	return list as readonly Raw[];
}

/** The EPCI of a SIREN or of a name (any case, accents, punctuation); null when there is none or the name is shared. */
export function findEpci(division: AdminDivision, codeOrName: string): AdminEpci | null {
	const byCode = division.epcis.get(codeOrName.trim() as EpciCode);
	if (byCode !== undefined) return byCode;
	const named = [...division.epcis.values()].filter(({ name }) => headingKey(name) === headingKey(codeOrName));
	return named.length === 1 ? named[0] : null;
}

/**
 * Fills what the file of communes does not say (population municipale, EPCI, a name that is only the code) from the
 * division; the file goes first. A commune merged since takes the EPCI of the commune it is now part of, and no population.
 * Nothing is taken for a commune that bears the code of another (see matchNational). Notes count what was filled, with the
 * vintage, what stays unknown, and the names that differ.
 */
export function completeCommunes(
	communes: readonly Commune[],
	division: AdminDivision,
	file: string
): { readonly communes: readonly Commune[]; readonly notes: readonly Note[] } {
	const counts = { populations: 0, epcis: 0, merged: 0, unknown: 0 };
	const { strangers, differences } = matchNational(communes, division.communes);
	const completed = communes.map((commune, rank): Commune => {
		if (strangers[rank]) return commune;
		const today = division.communes.get(commune.code);
		const successor =
			today === undefined ? division.communes.get(division.successors.get(commune.code) ?? commune.code) : undefined;
		const reference = today ?? successor;
		if (successor !== undefined) counts.merged++;
		// A code that is not INSEE's is not missing from the list: its file has said so.
		else if (reference === undefined && parseInseeCode(commune.code) !== null) counts.unknown++;
		const municipalPopulation = commune.municipalPopulation ?? today?.municipalPopulation ?? null;
		const epciCode = commune.epciCode ?? reference?.epciCode ?? null;
		if (commune.municipalPopulation === null && municipalPopulation !== null) counts.populations++;
		if (commune.epciCode === null && epciCode !== null) counts.epcis++;
		return {
			...commune,
			name: commune.name === commune.code ? (today?.name ?? commune.name) : commune.name,
			municipalPopulation,
			epciCode,
			epciName: commune.epciName ?? (epciCode === null ? null : (division.epcis.get(epciCode)?.name ?? null))
		};
	});
	const note = (code: string, params: Message['params']): Note => ({
		severity: 'info',
		message: { code, params },
		file,
		row: null,
		column: null,
		read: null
	});
	const notes: Note[] = [];
	const { populations, epcis, merged, unknown } = counts;
	if (populations > 0)
		notes.push(note('note_population_completed', { count: populations, vintage: ADMIN_VINTAGE.population }));
	if (epcis > 0) notes.push(note('note_epci_completed', { count: epcis, vintage: ADMIN_VINTAGE.communes }));
	if (merged > 0) notes.push(note('note_communes_merged', { count: merged, vintage: ADMIN_VINTAGE.communes }));
	if (unknown > 0) notes.push(note('note_communes_unknown', { count: unknown, vintage: ADMIN_VINTAGE.communes }));
	// Codes that are not even of INSEE's shape are said once, by the import of their file.
	const refused = communes.filter(({ code }, rank) => strangers[rank] && parseInseeCode(code) !== null);
	if (refused.length > 0) {
		const [{ code, name }] = refused;
		const listed = division.communes.get(code)?.name ?? '–';
		notes.push(note('note_communes_strangers', { count: refused.length, code, read: name, listed }));
	} else if (differences.length > 0)
		notes.push(note('note_communes_renamed', { count: differences.length, ...differences[0] }));
	return { communes: completed, notes };
}

/** The part of the division that concerns one département: its communes and, whole, the EPCI they belong to. */
export function departementSlice(division: AdminDivision, departement: string): AdminDivision {
	const communes = new Map([...division.communes].filter(([code]) => departementOf(code) === departement));
	const wanted = new Set([...communes.values()].map(({ epciCode }) => epciCode));
	return {
		communes,
		epcis: new Map([...division.epcis].filter(([code]) => wanted.has(code))),
		successors: new Map([...division.successors].filter(([, today]) => departementOf(today) === departement))
	};
}

/** An arrondissement of Paris, Lyon or Marseille, which is a part of a commune and none. */
const ARRONDISSEMENT = /^(?:751|132[01]|6938)/;

/** The communes of a département, arrondissements of cities apart. */
export function communesOfDepartement(division: AdminDivision, departement: string): InseeCode[] {
	return [...division.communes.keys()].filter(
		(code) => departementOf(code) === departement && !ARRONDISSEMENT.test(code)
	);
}

/** Communes as the division tells them: their names, people and EPCI, no outline; those it does not know are left out. */
export function divisionCommunes(division: AdminDivision, codes: readonly InseeCode[]): Commune[] {
	return codes.flatMap((code) => {
		const known = division.communes.get(code);
		if (known === undefined) return [];
		const { name, municipalPopulation, epciCode } = known;
		const epciName = epciCode === null ? null : (division.epcis.get(epciCode)?.name ?? null);
		return [{ code, name, geometry: null, municipalPopulation, epciCode, epciName, centre: null, margin: false }];
	});
}
