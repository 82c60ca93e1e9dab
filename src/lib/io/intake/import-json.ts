import * as v from 'valibot';
import { SCHOOL_ZONES, type SchoolZone } from '#domain/calendar.ts';
import type { SiteCorrection } from '#domain/site-correction.ts';
import { MODES, type Mode } from '#domain/travel.ts';
import { parseInseeCode, type EpciCode, type InseeCode } from '#domain/units.ts';
import type { AdminCommune } from '../communes/admin-division.ts';
import type { DepartementEntry, EpciEntry } from '../communes/admin-index.ts';
import { correctionSchema } from '../sites/corrections-json.ts';
import { FILE_USES, type FileUse } from './recognise.ts';

/** What a territory is: what the files say, or what was chosen by its name. */
export type ImportArea =
	| { readonly kind: 'file' }
	| { readonly kind: 'perimeter' }
	| { readonly kind: 'epci-of-file'; readonly code: string; readonly name: string }
	| ({ readonly kind: 'epci' } & EpciEntry)
	| ({ readonly kind: 'departement' } & DepartementEntry)
	/** Communes chosen one by one. */
	| { readonly kind: 'communes'; readonly communes: readonly AdminCommune[] };

/** A file of an import, apart from its bytes. */
export interface ImportFile {
	/** Names it where its bytes are kept. */
	readonly key: string;
	readonly name: string;
	readonly bytes: number;
	/** What the user says it is; null where it is recognised. */
	readonly stated: FileUse | 'none' | null;
	/** Headings by field, chosen by hand. */
	readonly columns: Readonly<Record<string, string>>;
}

type Corrections = readonly SiteCorrection[];

/** What was chosen and put right for a territory that is not prepared yet. */
export interface ImportWork {
	readonly files: readonly ImportFile[];
	/** Null while the files decide. */
	readonly area: ImportArea | null;
	/** Of an area chosen by name. */
	readonly communes: readonly InseeCode[];
	readonly name: string | null;
	readonly zone: SchoolZone | null;
	readonly marginKm: number;
	readonly cutoffMinutes: number;
	readonly matrixMode: Mode;
	readonly matrixUnit: 'seconds' | 'minutes' | null;
	readonly corrections: {
		readonly list: Corrections;
		/** What stood before each correction, the oldest first, and after those that were undone. */
		readonly past: readonly Corrections[];
		readonly future: readonly Corrections[];
	};
}

/** As many corrections can be undone of an import that is taken up again. */
const MOST_STEPS = 100;
const FORMAT = { format: 'maillage-import', schema_version: 1 } as const;

const text = v.pipe(v.string(), v.maxLength(2000));
const code = v.custom<InseeCode>((read) => typeof read === 'string' && parseInseeCode(read) === read);
const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));
const people = v.nullable(v.pipe(v.number(), v.minValue(0)));
const epciCode = v.nullable(v.custom<EpciCode>((read) => typeof read === 'string' && /^\d{9}$/.test(read)));
const commune = v.object({ code, name: text, municipalPopulation: people, epciCode });
const listed = { code: text, name: text };
const areaSchema = v.variant('kind', [
	v.object({ kind: v.literal('file') }),
	v.object({ kind: v.literal('perimeter') }),
	v.object({ kind: v.literal('epci-of-file'), ...listed }),
	v.object({ kind: v.literal('epci'), ...listed, departements: v.array(text), communes: v.number() }),
	v.object({ kind: v.literal('departement'), ...listed }),
	v.object({ kind: v.literal('communes'), communes: v.array(commune) })
]);
const step = v.array(v.pipe(v.number(), v.integer(), v.minValue(0)));
const schema = v.object({
	format: v.literal(FORMAT.format),
	schema_version: v.literal(FORMAT.schema_version),
	files: v.array(
		v.object({
			key: text,
			name: text,
			bytes: v.number(),
			stated: v.nullable(v.picklist([...FILE_USES, 'none'] as const)),
			columns: v.array(v.tuple([text, text]))
		})
	),
	area: v.nullable(areaSchema),
	communes: v.array(code),
	name: v.nullable(text),
	zone: v.nullable(v.picklist(SCHOOL_ZONES)),
	marginKm: amount,
	cutoffMinutes: amount,
	matrixMode: v.picklist(MODES),
	matrixUnit: v.nullable(v.picklist(['seconds', 'minutes'])),
	corrections: v.object({ all: v.array(correctionSchema), list: step, past: v.array(step), future: v.array(step) })
});

/** An import as a text. Each correction is written once, however many steps it stands in. */
export function writeImport({ corrections, files, ...choices }: ImportWork): string {
	const ranks = new Map<SiteCorrection, number>();
	const rankOf = (one: SiteCorrection) => {
		const rank = ranks.get(one) ?? ranks.size;
		ranks.set(one, rank);
		return rank;
	};
	const past = corrections.past.slice(-MOST_STEPS).map((list) => list.map(rankOf));
	const list = corrections.list.map(rankOf);
	const future = corrections.future.slice(-MOST_STEPS).map((one) => one.map(rankOf));
	return JSON.stringify({
		...FORMAT,
		...choices,
		files: files.map((file) => ({ ...file, columns: Object.entries(file.columns) })),
		corrections: { all: [...ranks.keys()], list, past, future }
	});
}

/** What `writeImport` wrote; null where it is none that this version reads. */
export function readImport(written: string): ImportWork | null {
	const read = v.safeParse(schema, parsed(written));
	if (!read.success) return null;
	const { corrections, files, area, communes, name, zone, marginKm, cutoffMinutes, matrixMode, matrixUnit } =
		read.output;
	const { all } = corrections;
	const steps = [corrections.list, ...corrections.past, ...corrections.future];
	if (steps.some((ranks) => ranks.some((rank) => rank >= all.length))) return null;
	const listOf = (ranks: readonly number[]) => ranks.map((rank) => all[rank]);
	return {
		files: files.map((file) => ({ ...file, columns: Object.fromEntries(file.columns) })),
		...{ area, communes, name, zone, marginKm, cutoffMinutes, matrixMode, matrixUnit },
		corrections: {
			list: listOf(corrections.list),
			past: corrections.past.map(listOf),
			future: corrections.future.map(listOf)
		}
	};
}

function parsed(written: string): unknown {
	try {
		return JSON.parse(written);
	} catch {
		return null;
	}
}
