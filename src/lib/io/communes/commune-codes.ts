import type { Note } from '#domain/notes.ts';
import type { InseeCode } from '#domain/units.ts';
import { propertyText, type FeatureTable } from '../geo/features.ts';
import type { Feature } from '../geo/geojson.ts';
import { normalisedName } from '../sites/site-names.ts';
import { isMissing } from '../tables/numbers.ts';
import type { CommuneColumns } from './communes-columns.ts';
import { readInseeCode } from './insee-code.ts';

/** How the communes of one file are told apart. */
export interface CommuneCodes {
	/** Codes that are not INSEE's: outside France, where no national list says anything of them. */
	readonly foreign: boolean;
	/** About the whole file. */
	readonly notes: readonly Note[];
	/** Null when the feature has no code, or one that is not the kind of the file. */
	codeOf(feature: Feature): { readonly code: InseeCode; readonly repaired: boolean } | null;
}

/**
 * Codes of the features of a file: INSEE's as soon as one feature has one; else those of the property, as they are written
 * (IBGE, NUTS, initials); without any property of codes, ids made of the names of the polygons. Null when nothing tells
 * the features apart, or when a few INSEE codes stand in a property that is not one of codes.
 */
export function communeCodes(table: FeatureTable, columns: CommuneColumns): CommuneCodes | null {
	const { code, name } = columns.properties;
	if (code === undefined) return columns.someInseeCode ? null : madeCodes(table, name);
	const texts = table.features.map((feature) => propertyText(feature, code));
	if (texts.every(isMissing) || texts.some((text) => readInseeCode(text) !== null)) {
		return { foreign: false, notes: [], codeOf: (feature) => readInseeCode(propertyText(feature, code)) };
	}
	const read = texts.find((text) => !isMissing(text)) ?? null;
	return {
		foreign: true,
		notes: [fileNote(table, 'note_commune_codes_foreign', code, read)],
		codeOf: (feature) => {
			const text = propertyText(feature, code);
			// The brand is INSEE's and the code is not: it is the key of the commune all the same, and no INSEE code equals it.
			return isMissing(text) ? null : { code: text as InseeCode, repaired: false };
		}
	};
}

/** Ids from names ("porto-alegre"), where most polygons have one or there is but one polygon ("commune-1"). */
function madeCodes(table: FeatureTable, nameProperty: string | undefined): CommuneCodes | null {
	const { features } = table;
	const polygons = features.filter(({ geometry }) => isPolygon(geometry));
	const named = polygons.filter((feature) => propertyText(feature, nameProperty) !== '');
	if (polygons.length === 0 || (polygons.length > 1 && named.length * 2 <= polygons.length)) return null;
	const ids = new Map<number, string>();
	const taken = new Set<string>();
	for (const feature of features) {
		const id = madeId(propertyText(feature, nameProperty), feature.rank, taken);
		taken.add(id);
		ids.set(feature.rank, id);
	}
	return {
		foreign: true,
		notes: [fileNote(table, 'note_commune_codes_made', nameProperty ?? null, [...taken][0] ?? null)],
		codeOf: ({ rank }) => {
			const id = ids.get(rank);
			// As above: an id of ours in the place of a code.
			return id === undefined ? null : { code: id as InseeCode, repaired: false };
		}
	};
}

function isPolygon(geometry: unknown): boolean {
	const type = typeof geometry === 'object' && geometry !== null && 'type' in geometry ? geometry.type : null;
	return type === 'Polygon' || type === 'MultiPolygon';
}

/** Never one already taken, never what could be read as an INSEE code. */
function madeId(name: string, rank: number, taken: ReadonlySet<string>): string {
	const slug = normalisedName(name).replaceAll(' ', '-');
	const id = slug === '' || readInseeCode(slug) !== null ? `commune-${slug === '' ? rank : slug}` : slug;
	if (!taken.has(id)) return id;
	let unique = `${id}-${rank}`;
	while (taken.has(unique)) unique += `-${rank}`;
	return unique;
}

function fileNote({ file }: FeatureTable, code: string, column: string | null, read: string | null): Note {
	return { severity: 'info', message: { code, params: {} }, file, row: null, column, read };
}
