import * as v from 'valibot';
import { MaillageError } from '#domain/notes.ts';
import { departementOf } from '#domain/units.ts';
import { parseJson } from '../tables/json-text.ts';
import type { AdminDivision } from './admin-division.ts';

/** A département as it is chosen by its name. */
export interface DepartementEntry {
	readonly code: string;
	readonly name: string;
}

/** An EPCI as it is chosen by its name, with the départements whose slices tell its communes. */
export interface EpciEntry {
	readonly code: string;
	readonly name: string;
	readonly departements: readonly string[];
	readonly communes: number;
}

/** What can be chosen by name, of the whole country: some tens of kilobytes. */
export interface AdminIndex {
	readonly departements: readonly DepartementEntry[];
	readonly epcis: readonly EpciEntry[];
}

const departementCode = v.pipe(v.string(), v.regex(/^(?:\d{2,3}|2[AB])$/));
const indexSchema = v.object({
	format: v.literal('maillage-admin-index'),
	version: v.literal(1),
	departements: v.array(v.tuple([departementCode, v.string()])),
	epcis: v.array(v.tuple([v.pipe(v.string(), v.regex(/^\d{9}$/)), v.string(), v.array(departementCode), v.number()]))
});

/** @param names of départements, by code: those of the division that have none keep their code */
export function writeAdminIndex(division: AdminDivision, names: ReadonlyMap<string, string>): Uint8Array {
	const departements = [...new Set([...division.communes.keys()].map(departementOf))].sort();
	const index: v.InferInput<typeof indexSchema> = {
		format: 'maillage-admin-index',
		version: 1,
		departements: departements.map((code) => [code, names.get(code) ?? code]),
		epcis: [...division.epcis.values()].map(({ code, name, members }) => [
			code,
			name,
			[...new Set(members.map(departementOf))].sort(),
			members.length
		])
	};
	return new TextEncoder().encode(JSON.stringify(index));
}

/**
 * Reads an index back.
 * @throws MaillageError `error_admin_slice` when the file is no index of this version, and those of parseJson
 */
export function readAdminIndex(bytes: Uint8Array, file: string): AdminIndex {
	const parsed = v.safeParse(indexSchema, parseJson(bytes, file));
	if (!parsed.success) {
		const [issue] = parsed.issues;
		throw new MaillageError('error_admin_slice', { path: v.getDotPath(issue) ?? '', reason: issue.message }, file);
	}
	const { departements, epcis } = parsed.output;
	return {
		departements: departements.map(([code, name]) => ({ code, name })),
		epcis: epcis.map(([code, name, of, communes]) => ({ code, name, departements: of, communes }))
	};
}
