import { schoolZoneOf } from '#domain/school-zones.ts';
import type { SchoolZone } from '#domain/calendar.ts';
import { departementOf, type InseeCode } from '#domain/units.ts';
import { communesOfDepartement, type AdminCommune, type AdminDivision } from '#io/communes/admin-division.ts';
import type { AdminIndex } from '#io/communes/admin-index.ts';
import type { ImportArea } from '#io/intake/import-json.ts';
import { headingKey } from '#io/tables/table.ts';
import type { FileLook } from '../../compute/prepare-client.ts';

const NAME_HEADINGS = new Set(['nom', 'name', 'nom_epci', 'nom_officiel', 'libelle'].map(headingKey));

export type IntakeArea = ImportArea;

/** What can be chosen by name. */
export type NamedArea = Extract<IntakeArea, { kind: 'epci' | 'departement' }>;
/** What the national list tells the communes of. */
export type ListedArea = NamedArea | Extract<IntakeArea, { kind: 'communes' }>;

export const isListed = (area: IntakeArea): area is ListedArea =>
	area.kind === 'epci' || area.kind === 'departement' || area.kind === 'communes';

/** Areas whose name or code holds all the words typed (any case, accents), those that begin so first. */
export function searchAreas(index: AdminIndex, typed: string, most = 12): readonly NamedArea[] {
	const words = wordsOf(typed);
	if (words.length === 0) return [];
	const all: NamedArea[] = [
		...index.departements.map((entry) => ({ kind: 'departement', ...entry }) as const),
		...index.epcis.map((entry) => ({ kind: 'epci', ...entry }) as const)
	];
	return found(all, typed, words, most);
}

/** Communes whose name or code holds all the words typed, those that begin so first; those chosen already are left out. */
export function searchCommunes(
	division: AdminDivision,
	departement: string,
	typed: string,
	chosen: readonly AdminCommune[],
	most = 12
): readonly AdminCommune[] {
	const words = wordsOf(typed);
	if (words.length === 0) return [];
	const taken = new Set(chosen.map(({ code }) => code));
	const all = communesOfDepartement(division, departement).flatMap((code) =>
		taken.has(code) ? [] : (division.communes.get(code) ?? [])
	);
	return found(all, typed, words, most);
}

/** A list pasted at once: one name or code a line, or between commas. Those that are no commune's are handed back. */
export function pastedCommunes(
	division: AdminDivision,
	departement: string,
	text: string
): { readonly communes: readonly AdminCommune[]; readonly unknown: readonly string[] } {
	const all = communesOfDepartement(division, departement).flatMap((code) => division.communes.get(code) ?? []);
	const byKey = new Map(
		all.flatMap((one) => [[headingKey(one.name), one] as const, [one.code.toLowerCase(), one] as const])
	);
	const communes: AdminCommune[] = [];
	const unknown: string[] = [];
	for (const read of text.split(/[\n\t,;]+/).map((part) => part.trim())) {
		if (read === '') continue;
		const commune = byKey.get(read.toLowerCase()) ?? byKey.get(headingKey(read));
		if (commune === undefined) unknown.push(read);
		else if (!communes.includes(commune)) communes.push(commune);
	}
	return { communes, unknown };
}

const wordsOf = (typed: string) =>
	typed
		.split(/[\s'’-]+/)
		.map(headingKey)
		.filter((word) => word !== '');

/** Those that hold all the words, that of the code typed first, then those that begin so. */
function found<One extends { readonly name: string; readonly code: string }>(
	all: readonly One[],
	typed: string,
	words: readonly string[],
	most: number
): readonly One[] {
	const rank = ({ name, code }: One) => {
		const key = headingKey(name);
		if (code === typed.trim().toUpperCase()) return 0;
		if (!words.every((word) => key.includes(word))) return 3;
		return key.startsWith(words.join('')) ? 1 : 2;
	};
	return all
		.map((one) => ({ one, rank: rank(one) }))
		.filter((ranked) => ranked.rank < 3)
		.sort((a, b) => a.rank - b.rank || a.one.name.localeCompare(b.one.name, 'fr'))
		.slice(0, most)
		.map(({ one }) => one);
}

/** The communes of an area chosen by name. */
export function communesOfArea(area: NamedArea, division: AdminDivision): readonly InseeCode[] {
	if (area.kind === 'departement') return communesOfDepartement(division, area.code);
	return [...division.epcis].find(([code]) => code === area.code)?.[1].members ?? [];
}

/** Départements whose part of the national list tells the communes of an area. */
export function departementsOfArea(area: ListedArea): readonly string[] {
	if (area.kind === 'communes') return [...new Set(area.communes.map(({ code }) => departementOf(code)))].sort();
	return area.kind === 'departement' ? [area.code] : area.departements;
}

/** The zone of school holidays of départements; null where they have several or none known. */
export function zoneOfDepartements(departements: readonly string[]): SchoolZone | null {
	const zones = new Set(departements.map(schoolZoneOf));
	const [zone] = zones;
	return zones.size === 1 ? zone : null;
}

/** What the file of an outline calls it; empty where it holds several, or no name. */
export function nameOfOutline(look: Pick<FileLook, 'preview'> | null): string {
	const { headings = [], rows = [] } = look?.preview ?? {};
	const column = headings.findIndex((heading) => NAME_HEADINGS.has(headingKey(heading)));
	return rows.length === 1 ? (rows[0][column] ?? '').trim() : '';
}
