import Flatbush from 'flatbush';
import type { Site, SiteKind } from '#domain/site.ts';
import { metresBetween } from '../geo/polygon-distance.ts';
import { normalisedName } from './site-names.ts';

/** Two sites that may be one place, and why. */
export interface LikelySame {
	readonly one: Site;
	readonly other: Site;
	readonly metres: number;
	readonly why: 'identifier' | 'name' | 'place';
}

/** What stands at the address of another place without being it. */
const OTHER_KINDS: ReadonlySet<SiteKind> = new Set([
	'bookmobile',
	'bookmobile-stop',
	'return-box',
	'administrative',
	'departmental'
]);
/** Sites of alike names nearer than this may be one. */
const NEAR_METRES = 400;
/** So near, a name that says nothing may be that of the other. */
const NEXT_DOOR_METRES = 100;
/** Nearer than this, whatever their names. */
const TOUCHING_METRES = 25;
const METRES_PER_DEGREE = 111_195;
/** Words that many libraries share: they tell none apart. */
const COMMON_WORDS = new Set(
	'bibliotheque mediatheque ludotheque bibliotheques municipale municipal intercommunale communale publique point lecture centre annexe relais de du des la le les l d et a au aux en saint'.split(
		' '
	)
);

/**
 * Pairs of sites that may be the same place told twice, the nearest first: the same identifier in the same commune, or names alike within 400 m,
 * or one point.
 * @param writtenId the identifier as its file has it, before namesakes were numbered; empty where it has none
 */
export function likelySame(all: readonly Site[], writtenId: (site: Site) => string): readonly LikelySame[] {
	const sites = all.filter(({ kind }) => !OTHER_KINDS.has(kind));
	if (sites.length < 2) return [];
	const pairs = new Map<string, LikelySame>();
	const take = (a: number, b: number, why: LikelySame['why']) => {
		const [one, other] = [sites[Math.min(a, b)], sites[Math.max(a, b)]];
		const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
		if (!pairs.has(key)) pairs.set(key, { one, other, why, metres: metresBetween(one.position, other.position) });
	};
	const byId = new Map<string, number[]>();
	sites.forEach((site, rank) => {
		const id = writtenId(site);
		if (id !== '') byId.set(id, [...(byId.get(id) ?? []), rank]);
	});
	// An identifier that many share is a network's, and says nothing of places.
	for (const [one, ...others] of byId.values())
		if (others.length === 1 && sameCommune(sites[one], sites[others[0]])) take(one, others[0], 'identifier');
	const words = sites.map(({ name, communeName }) => ownWords(name, communeName));
	const tree = new Flatbush(sites.length);
	for (const { position } of sites) tree.add(position[0], position[1]);
	tree.finish();
	sites.forEach(({ position: [lon, lat] }, rank) => {
		const north = NEAR_METRES / METRES_PER_DEGREE;
		const east = north / Math.cos((lat * Math.PI) / 180);
		for (const near of tree.search(lon - east, lat - north, lon + east, lat + north)) {
			if (near <= rank) continue;
			const metres = metresBetween(sites[rank].position, sites[near].position);
			if (metres <= TOUCHING_METRES) take(rank, near, 'place');
			else if (areAlike(words[rank], words[near], metres)) take(rank, near, 'name');
		}
	});
	return [...pairs.values()].sort((a, b) => a.metres - b.metres);
}

const sameCommune = (a: Site, b: Site) =>
	a.communeCode === null || b.communeCode === null || a.communeCode === b.communeCode;

/** The words of a name that tell it from others: neither what libraries are called nor the commune. */
function ownWords(name: string, communeName: string | null): ReadonlySet<string> {
	const commune = new Set(normalisedName(communeName ?? '').split(' '));
	return new Set(
		normalisedName(name)
			.split(' ')
			.filter((word) => word !== '' && !COMMON_WORDS.has(word) && !commune.has(word))
	);
}

/** Names that share their own words; one that has none of its own is alike another such, or any from next door. */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>, metres: number): boolean {
	const [short, long] = one.size <= other.size ? [one, other] : [other, one];
	if (short.size === 0 && long.size > 0) return metres <= NEXT_DOOR_METRES;
	return metres <= NEAR_METRES && [...short].every((word) => long.has(word));
}
