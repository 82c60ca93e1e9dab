import { schoolZoneOf } from '#domain/school-zones.ts';
import type { SchoolZone } from '#domain/calendar.ts';
import type { InseeCode } from '#domain/units.ts';
import { communesOfDepartement, type AdminDivision } from '#io/communes/admin-division.ts';
import type { AdminIndex, DepartementEntry, EpciEntry } from '#io/communes/admin-index.ts';
import { headingKey } from '#io/tables/table.ts';

/** What the territory is: what the files say, or what was chosen by its name. */
export type IntakeArea =
	| { readonly kind: 'file' }
	| { readonly kind: 'perimeter' }
	| { readonly kind: 'epci-of-file'; readonly code: string; readonly name: string }
	| ({ readonly kind: 'epci' } & EpciEntry)
	| ({ readonly kind: 'departement' } & DepartementEntry);

/** What can be chosen by name. */
export type NamedArea = Extract<IntakeArea, { kind: 'epci' | 'departement' }>;

/** Areas whose name or code holds all the words typed (any case, accents), those that begin so first. */
export function searchAreas(index: AdminIndex, typed: string, most = 12): readonly NamedArea[] {
	const words = typed
		.split(/[\s'’-]+/)
		.map(headingKey)
		.filter((word) => word !== '');
	if (words.length === 0) return [];
	const all: NamedArea[] = [
		...index.departements.map((entry) => ({ kind: 'departement', ...entry }) as const),
		...index.epcis.map((entry) => ({ kind: 'epci', ...entry }) as const)
	];
	const rank = ({ name, code }: NamedArea) => {
		const key = headingKey(name);
		if (code === typed.trim().toUpperCase()) return 0;
		if (!words.every((word) => key.includes(word))) return 3;
		return key.startsWith(words.join('')) ? 1 : 2;
	};
	return all
		.map((area) => ({ area, rank: rank(area) }))
		.filter((one) => one.rank < 3)
		.sort((a, b) => a.rank - b.rank || a.area.name.localeCompare(b.area.name, 'fr'))
		.slice(0, most)
		.map(({ area }) => area);
}

/** The communes of an area chosen by name. */
export function communesOfArea(area: NamedArea, division: AdminDivision): readonly InseeCode[] {
	if (area.kind === 'departement') return communesOfDepartement(division, area.code);
	return [...division.epcis].find(([code]) => code === area.code)?.[1].members ?? [];
}

/** Départements whose part of the national list tells the communes of an area. */
export const departementsOfArea = (area: NamedArea): readonly string[] =>
	area.kind === 'departement' ? [area.code] : area.departements;

/** The zone of school holidays of départements; null where they have several or none known. */
export function zoneOfDepartements(departements: readonly string[]): SchoolZone | null {
	const zones = new Set(departements.map(schoolZoneOf));
	const [zone] = zones;
	return zones.size === 1 ? zone : null;
}
