import type { AdminDivision } from '#io/communes/admin-division.ts';
import type { EpciCode, InseeCode } from '#domain/units.ts';

/**
 * Communes that EPCI have beyond those loaded, by the EPCI's code, after the national division: an EPCI astride a border is then diagnosed in
 * part, and it must be said. An EPCI that the division does not know is absent. Communes that merged since count as what they are of today.
 */
export function communesOutside(
	communes: readonly { readonly code: string; readonly epciCode: string | null; readonly margin: boolean }[],
	{ epcis, successors }: Pick<AdminDivision, 'epcis' | 'successors'>
): ReadonlyMap<string, { readonly outside: number; readonly of: number }> {
	const own = communes.filter(({ margin }) => !margin);
	const loaded = new Set<string>(own.map(({ code }) => successors.get(code as InseeCode) ?? code));
	const found = new Map<string, { outside: number; of: number }>();
	for (const code of new Set(own.flatMap(({ epciCode }) => epciCode ?? []))) {
		const members = epcis.get(code as EpciCode)?.members;
		if (members === undefined) continue;
		found.set(code, { outside: members.filter((one) => !loaded.has(one)).length, of: members.length });
	}
	return found;
}
