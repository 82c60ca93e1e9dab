import type { Commune } from '#domain/commune.ts';
import type { InseeCode } from '#domain/units.ts';
import { isInFrance } from '../geo/coordinates.ts';
import { normalisedName } from '../sites/site-names.ts';
import { communeCentre } from './commune-centre.ts';

/** A commune whose name is not that of its code in the national list. */
export interface NameDifference {
	readonly code: InseeCode;
	readonly read: string;
	readonly listed: string;
}

/** Which communes of a file are those of the national list that bear their codes. */
export interface NationalMatch {
	/** True where nothing may be taken from the list. */
	readonly strangers: readonly boolean[];
	/** Where the names differ, strangers or not, in the order of the file. */
	readonly differences: readonly NameDifference[];
}

/**
 * Holds the names and places of communes against the national list: five figures are a code in Brazil too. Names agree when
 * the words of one are among the other's ("Percy", "Le Percy"; "Aix", "Aix-en-Pévèle"). In a file where most names agree the others
 * are communes renamed or enlarged since, and their codes are trusted; where fewer than half do, the codes are not INSEE's, and
 * nothing is trusted; at exactly half, each commune answers for itself. A commune with no name, or not in the list, says
 * nothing for or against. An outline outside France is a stranger's in any case.
 */
export function matchNational(
	communes: readonly Commune[],
	listed: ReadonlyMap<InseeCode, { readonly name: string }>
): NationalMatch {
	const agreements = communes.map((commune) => agreementOf(commune, listed.get(commune.code)?.name));
	const agreeing = agreements.filter((agreement) => agreement === true).length;
	const compared = agreements.filter((agreement) => agreement !== null).length;
	const foreign = agreeing * 2 < compared;
	const trusted = agreeing * 2 > compared;
	const strangers = communes.map(
		(commune, rank) => foreign || (!trusted && agreements[rank] === false) || isOutsideFrance(commune)
	);
	const differences = communes.flatMap(({ code, name }, rank): NameDifference[] =>
		agreements[rank] === false ? [{ code, read: name, listed: listed.get(code)?.name ?? '' }] : []
	);
	return { strangers, differences };
}

function agreementOf({ code, name }: Commune, listed: string | undefined): boolean | null {
	if (listed === undefined || name === code) return null;
	const [read, expected] = [` ${normalisedName(name)} `, ` ${normalisedName(listed)} `];
	return read.includes(expected) || expected.includes(read);
}

/** Communes of the Pacific (98…) are French and outside the boxes that tell France. */
function isOutsideFrance(commune: Commune): boolean {
	const centre = communeCentre(commune);
	return centre !== null && !isInFrance(centre) && !commune.code.startsWith('98');
}
