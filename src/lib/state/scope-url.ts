import type { LonLat } from '#domain/geometry.ts';
import {
	FEWEST_RING_CORNERS,
	MOST_GROUP_COMMUNES,
	MOST_RING_CORNERS,
	MOST_SCOPE_NAME_LETTERS,
	type Scope
} from '#domain/question.ts';
import { plainWords } from '#domain/plain-words.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { parseInseeCode, type InseeCode } from '#domain/units.ts';

/** A metre or so: nobody draws finer. Corners are whole numbers of these, each as its difference from the one before, in base 36. */
const STEPS_PER_DEGREE = 1e5;
/** Codes and corners stand before the name, which may hold anything. */
const NAME_AFTER = '_';

/**
 * What a scope is in an address: `commune-59350`, `epci-200040947`, `communes-59350.59009_Nom`, `secteur-….…_Nom` (a drawn one); null for the
 * territory, which has no word of its own.
 */
export function scopeWord(scope: Scope): string | null {
	switch (scope.kind) {
		case 'territory':
			return null;
		case 'communes':
			return `communes-${scope.codes.join('.')}${NAME_AFTER}${scope.name}`;
		case 'drawn':
			return `secteur-${ringWord(scope.ring)}${NAME_AFTER}${scope.name}`;
		default:
			return `${scope.kind}-${scope.code}`;
	}
}

/** The scope of a word; null where there is none, or it is not of this territory, or larger than a scope may be. */
export function scopeOfWord(word: string | null, summary: TerritorySummary): Scope | null {
	const [, kind, made, name] = /^(epci|communes?|secteur)-([\w.-]*?)(?:_(.*))?$/su.exec(plainWords(word ?? '')) ?? [];
	switch (kind) {
		case 'epci':
			return name === undefined && summary.epcis.some(({ code }) => code === made) ? { kind, code: made } : null;
		case 'commune': {
			const [code = null] = communesOf([made], summary) ?? [];
			return name === undefined && code !== null ? { kind, code } : null;
		}
		case 'communes': {
			const codes = communesOf(made.split('.'), summary);
			return codes !== null && isName(name) ? { kind, codes, name } : null;
		}
		case 'secteur': {
			const ring = ringOf(made);
			return ring !== null && isName(name) ? { kind: 'drawn', name, ring } : null;
		}
		default:
			return null;
	}
}

const isName = (name: string | undefined): name is string =>
	name !== undefined && name.trim() !== '' && name.length <= MOST_SCOPE_NAME_LETTERS;

/** These communes of the perimeter, each once; null where one is not of it. */
function communesOf(words: readonly string[], { communes }: TerritorySummary): InseeCode[] | null {
	if (words.length > MOST_GROUP_COMMUNES) return null;
	const known = new Set(communes.flatMap(({ code, margin }) => (margin ? [] : [code])));
	const codes = new Set(words.map(parseInseeCode));
	const ofTerritory = [...codes].filter((code) => code !== null && known.has(code));
	return ofTerritory.length === codes.size ? (ofTerritory as InseeCode[]) : null;
}

/** A ring with its corners where an address can say them. */
export function roundedRing(ring: readonly LonLat[]): LonLat[] {
	return ring.map(([lon, lat]) => [steps(lon) / STEPS_PER_DEGREE, steps(lat) / STEPS_PER_DEGREE]);
}

// Without a zero below zero.
const steps = (degrees: number) => Math.round(degrees * STEPS_PER_DEGREE) + 0;

function ringWord(ring: readonly LonLat[]): string {
	let [lonBefore, latBefore] = [0, 0];
	const words = ring.map(([lon, lat]) => {
		const [x, y] = [steps(lon), steps(lat)];
		const word = `${(x - lonBefore).toString(36)}.${(y - latBefore).toString(36)}`;
		[lonBefore, latBefore] = [x, y];
		return word;
	});
	return words.join('.');
}

function ringOf(word: string): LonLat[] | null {
	const words = word.split('.');
	const corners = words.length / 2;
	if (!(corners >= FEWEST_RING_CORNERS && corners <= MOST_RING_CORNERS && Number.isInteger(corners))) return null;
	if (!words.every((one) => /^-?[\da-z]{1,6}$/.test(one))) return null;
	const ring: LonLat[] = [];
	let [x, y] = [0, 0];
	for (let corner = 0; corner < corners; corner++) {
		x += parseInt(words[2 * corner], 36);
		y += parseInt(words[2 * corner + 1], 36);
		if (Math.abs(x) > 180 * STEPS_PER_DEGREE || Math.abs(y) > 90 * STEPS_PER_DEGREE) return null;
		ring.push([x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE]);
	}
	return ring;
}
