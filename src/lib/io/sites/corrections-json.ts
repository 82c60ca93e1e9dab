import * as v from 'valibot';
import { MaillageError } from '#domain/notes.ts';
import type { SiteCorrection } from '#domain/site-correction.ts';
import { parseJson } from '../tables/json-text.ts';

const text = v.pipe(v.string(), v.maxLength(20_000));
const degrees = (most: number) => v.pipe(v.number(), v.minValue(-most), v.maxValue(most));
const named = { site: text, name: text };
/** A correction as it is written. */
export const correctionSchema = v.variant('kind', [
	v.object({ kind: v.literal('moved'), ...named, position: v.tuple([degrees(180), degrees(90)]) }),
	v.object({ kind: v.literal('merged'), ...named, into: text, intoName: text }),
	v.object({ kind: v.literal('distinct'), ...named, other: text, otherName: text }),
	v.object({ kind: v.literal('hours'), ...named, hours: text, text })
]);
const schema = v.object({
	format: v.literal('maillage-site-corrections'),
	version: v.literal(1),
	corrections: v.array(correctionSchema)
});

/** corrections.json of a territory folder: what was put right by hand of its sites, to be put right again when it is prepared anew. */
export function writeCorrections(corrections: readonly SiteCorrection[]): Uint8Array {
	const written = { format: 'maillage-site-corrections', version: 1, corrections };
	return new TextEncoder().encode(`${JSON.stringify(written, null, '\t')}\n`);
}

/** Reads what writeCorrections wrote. @throws MaillageError `error_corrections` naming the entry, and those of parseJson */
export function readCorrections(bytes: Uint8Array, file: string): readonly SiteCorrection[] {
	const read = v.safeParse(schema, parseJson(bytes, file));
	if (read.success) return read.output.corrections;
	const [issue] = read.issues;
	throw new MaillageError('error_corrections', { path: v.getDotPath(issue) ?? '–', reason: issue.message }, file);
}
