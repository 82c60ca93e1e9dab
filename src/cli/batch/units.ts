import type { Scope } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { InseeCode } from '#domain/units.ts';

/** What diagnostics are made by. */
export const UNIT_KINDS = ['territory', 'epci', 'commune'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** An area that a diagnostic is made of. */
export interface Unit {
	/** Of the EPCI or the commune; null of the whole territory. */
	readonly code: string | null;
	readonly name: string;
	readonly scope: Scope;
	/** Name of its folder, safe on every disk. */
	readonly folder: string;
}

/** The part of an opened territory that its units are read from. */
export type UnitsOf = Pick<TerritorySummary, 'name'> & {
	readonly communes: readonly {
		readonly code: InseeCode;
		readonly name: string;
		readonly epciCode: string | null;
		readonly epciName: string | null;
		readonly margin: boolean;
	}[];
};

/** The units of a territory, its margin apart, alphabetical; communes without EPCI are in none of the EPCI. */
export function unitsOf({ name, communes }: UnitsOf, by: UnitKind): Unit[] {
	const own = communes.filter(({ margin }) => !margin);
	const units: Omit<Unit, 'folder'>[] = [];
	if (by === 'territory') units.push({ code: null, name, scope: { kind: 'territory' } });
	if (by === 'commune')
		units.push(
			...own.map(({ code, name: called }) => ({ code, name: called, scope: { kind: 'commune' as const, code } }))
		);
	if (by === 'epci') {
		const names = new Map<string, string>();
		for (const { epciCode: code, epciName } of own)
			if (code !== null && (names.get(code) ?? code) === code) names.set(code, epciName ?? code);
		units.push(...[...names].map(([code, called]) => ({ code, name: called, scope: { kind: 'epci' as const, code } })));
	}
	const { compare } = new Intl.Collator('fr', { numeric: true });
	units.sort((one, other) => compare(one.name, other.name) || compare(one.code ?? '', other.code ?? ''));
	const taken = new Set<string>();
	return units.map((unit) => ({ ...unit, folder: freeName(folderName(unit), taken) }));
}

const MOST_LETTERS = 80;

/** Letters without accents, digits and hyphens: begins by the code, which tells apart those of one name. */
function folderName({ code, name }: Pick<Unit, 'code' | 'name'>): string {
	const plain = `${code ?? 'territoire'}-${name}`
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.replaceAll('æ', 'ae')
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.replaceAll(/[^a-z0-9]+/g, '-')
		.slice(0, MOST_LETTERS)
		.replaceAll(/^-|-$/g, '');
	return plain === '' ? 'x' : plain;
}

function freeName(name: string, taken: Set<string>): string {
	let free = name;
	for (let rank = 2; taken.has(free); rank++) free = `${name}-${rank}`;
	taken.add(free);
	return free;
}
