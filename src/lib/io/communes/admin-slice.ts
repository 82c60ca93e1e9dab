import * as v from 'valibot';
import { MaillageError } from '#domain/notes.ts';
import type { EpciCode, InseeCode } from '#domain/units.ts';
import { ADMIN_VINTAGE, type AdminDivision } from './admin-division.ts';
import { parseJson } from '../tables/json-text.ts';

const insee = v.pipe(
	v.string(),
	v.regex(/^(?:\d{2}|2[AB])\d{3}$/),
	v.transform((code) => code as InseeCode)
);
const siren = v.pipe(
	v.string(),
	v.regex(/^\d{9}$/),
	v.transform((code) => code as EpciCode)
);
const sliceSchema = v.object({
	format: v.literal('maillage-admin'),
	version: v.literal(1),
	vintage: v.object({ communes: v.string(), population: v.string(), attribution: v.string() }),
	communes: v.array(v.tuple([insee, v.string(), v.nullable(v.number()), v.nullable(siren)])),
	epcis: v.array(v.tuple([siren, v.string(), v.array(insee)])),
	successors: v.array(v.tuple([insee, insee]))
});

/** A part of the division as a small JSON file: what the app loads for one département instead of the whole country. */
export function writeAdminSlice(division: AdminDivision): Uint8Array {
	const slice: v.InferInput<typeof sliceSchema> = {
		format: 'maillage-admin',
		version: 1,
		vintage: ADMIN_VINTAGE,
		communes: [...division.communes.values()].map(({ code, name, municipalPopulation, epciCode }) => [
			code,
			name,
			municipalPopulation,
			epciCode
		]),
		epcis: [...division.epcis.values()].map(({ code, name, members }) => [code, name, [...members]]),
		successors: [...division.successors]
	};
	return new TextEncoder().encode(JSON.stringify(slice));
}

/**
 * Reads a slice back.
 * @throws MaillageError `error_admin_slice` when the file is no slice of this version, and those of parseJson
 */
export function readAdminSlice(bytes: Uint8Array, file: string): AdminDivision {
	const parsed = v.safeParse(sliceSchema, parseJson(bytes, file));
	if (!parsed.success) {
		const [issue] = parsed.issues;
		throw new MaillageError('error_admin_slice', { path: v.getDotPath(issue) ?? '', reason: issue.message }, file);
	}
	const { communes, epcis, successors } = parsed.output;
	return {
		communes: new Map(
			communes.map(([code, name, municipalPopulation, epciCode]) => [
				code,
				{ code, name, municipalPopulation, epciCode }
			])
		),
		epcis: new Map(epcis.map(([code, name, members]) => [code, { code, name, members }])),
		successors: new Map(successors)
	};
}

/** Slices of several départements as one division. */
export function joinDivisions(slices: readonly AdminDivision[]): AdminDivision {
	return {
		communes: new Map(slices.flatMap(({ communes }) => [...communes])),
		epcis: new Map(slices.flatMap(({ epcis }) => [...epcis])),
		successors: new Map(slices.flatMap(({ successors }) => [...successors]))
	};
}
