import type { CountedInSupply, SiteKind, SiteStatut } from '#domain/site.ts';
import { normalisedName } from './site-names.ts';

/**
 * What a place is and whether it counts in the supply, decided at import from what the file says of it, with the reason.
 *
 * `type_adresse` of the Ministry's survey (Neoscrib tells the place from the network, so that a network's office must
 * never count beside its buildings), with the number of rows of survey 2023:
 *
 * | value                                      | rows   | kind           | counted |
 * |--------------------------------------------|--------|----------------|---------|
 * | Bâtiment ouvert                            | 15,287 | library        | yes     |
 * | Lieu uniquement administratif              |    190 | administrative | no      |
 * | Bibliothèque départementale                |    155 | departmental   | no      |
 * | Bibliobus                                  |     29 | bookmobile     | no: its stops are the places, and the file has none |
 * | 0 (not filled in)                          |     24 | library        | yes with books or visits (17); no for a network's office or without any |
 * | Réserve de documents non ouverte au public |     17 | other          | no      |
 *
 * A building whose own name says "fermé", "inactif" or "bibliobus" is not counted either. Anyone can overrule all this
 * (setCounted).
 */
export interface SiteDecision {
	readonly kind: SiteKind;
	readonly statut: SiteStatut;
	readonly openToAll: boolean | null;
	readonly counted: CountedInSupply;
	/** False where `type` holds words that no rule knows. */
	readonly typeKnown: boolean;
}

/** What the file says, each as read; empty where it does not. */
export interface SiteWords {
	readonly name: string;
	readonly type: string;
	readonly statut: string;
	readonly openToAll: string;
	/** Books on its shelves or visits in the year, as far as the file tells. */
	readonly active: boolean;
}

interface Rule {
	readonly kind: SiteKind;
	/** Null where the kind says nothing of who runs the place. */
	readonly statut: SiteStatut | null;
	readonly counted: boolean;
	readonly reason: string;
}

const rule = (kind: SiteKind, counted: boolean, reason: string, statut: SiteStatut | null = null): Rule => ({
	kind,
	statut,
	counted,
	reason
});

const ADDRESS_TYPES: ReadonlyMap<string, Rule> = new Map([
	['batiment ouvert', rule('library', true, 'counted_reason_public_building')],
	['batiment ouvert au public', rule('library', true, 'counted_reason_public_building')],
	['lieu uniquement administratif', rule('administrative', false, 'counted_reason_administrative')],
	['bibliotheque departementale', rule('departmental', false, 'counted_reason_departmental', 'territoriale')],
	['bibliobus', rule('bookmobile', false, 'counted_reason_bookmobile')],
	['reserve de documents non ouverte au public', rule('other', false, 'counted_reason_closed_stacks')]
]);

/** A type left at 0: libraries of Tours, Troyes, Valence or Chabeuil, but also a network's office and former annexes. */
function ruleOfBlankType(name: string, active: boolean): Rule {
	if (/\b(?:reseau|direction|service)\b/.test(name)) return rule('administrative', false, 'counted_reason_network');
	return active
		? rule('library', true, 'counted_reason_type_blank_active')
		: rule('other', false, 'counted_reason_type_blank');
}

const LISTED = rule('library', true, 'counted_reason_listed');
const TYPE_UNKNOWN = rule('other', false, 'counted_reason_type_unknown');

/** Words of a normalised type or name, the first rule that finds its words decides. */
const WORD_RULES: readonly (readonly [RegExp, Rule])[] = [
	[
		/\barret\b.*\b(?:biblio|media|bouquin)bus\b|\b(?:biblio|media|bouquin)bus\b.*\barret\b/,
		rule('bookmobile-stop', true, 'counted_reason_listed')
	],
	[/\b(?:(?:biblio|media|bouquin|ludo|lecto)bus|bibliocar)\b/, rule('bookmobile', false, 'counted_reason_bookmobile')],
	[/\bboites? (?:de|a) retours?\b/, rule('return-box', false, 'counted_reason_return_box')],
	[/\buniversit|\bscd\b|\bbu\b/, rule('library', false, 'counted_reason_university', 'universitaire')],
	[
		/\b(?:mediatheque|bibliotheque) departementale\b/,
		rule('departmental', false, 'counted_reason_departmental', 'territoriale')
	],
	[/\bcdi\b|\blycees?\b|\bcolleges?\b/, rule('library', false, 'counted_reason_school', 'scolaire')],
	[
		/\barchives\b|\bcentre (?:de )?(?:documentation|ressources)\b/,
		rule('other', false, 'counted_reason_not_a_library', 'autre')
	],
	[/\bbibliotheque sonore\b/, rule('other', false, 'counted_reason_reserved', 'associative')],
	[
		/\bpoints? (?:de )?(?:lecture|livres?|d acces)\b|\brelais lecture\b|\bdepot (?:lecture|de livres)\b/,
		rule('book-point', true, 'counted_reason_listed')
	],
	[/\bannexe\b/, rule('branch', true, 'counted_reason_listed')],
	[/bibliotheque|mediatheque|ludotheque|\blibrary\b/, rule('library', true, 'counted_reason_listed')]
];

const STATUT_WORDS: readonly (readonly [RegExp, SiteStatut])[] = [
	[/\bassociati|\bassociation\b|\bpour tous\b|\bamicale\b|\bprive/, 'associative'],
	[/municipal|communa|communaut|departement|territorial|metropol|\bepci\b/, 'territoriale'],
	[/\buniversit/, 'universitaire'],
	[/\bscolaire\b|\blycee\b|\bcollege\b/, 'scolaire']
];

/** "Fermée", "(fermé)", "INACTIF": with its accent or its e, for "la Ferme" is a farm. */
const NAME_SAYS_CLOSED = /(?:^|[\s(–-])(?:ferm[ée]e|fermé|inactive?|inactif)(?=$|[\s)–-])/iu;
const NAME_SAYS_BOOKMOBILE = /\b(?:(?:biblio|media|bouquin|ludo|lecto)bus|bibliocar)\b/;

/** Kind, statut and place in the counted supply of a row, from its words alone. */
export function decideSite(words: SiteWords): SiteDecision {
	const name = normalisedName(words.name);
	const type = normalisedName(words.type);
	const statedStatut = statedStatutOf(normalisedName(words.statut));
	const byType = type === '0' ? ruleOfBlankType(name, words.active) : (ADDRESS_TYPES.get(type) ?? wordRule(type));
	const found = byType ?? (type === '' ? (wordRule(name) ?? LISTED) : TYPE_UNKNOWN);
	const openToAll = found.reason === 'counted_reason_reserved' ? false : yesOrNo(words.openToAll);
	const counted = withdrawn(words.name, name, found, statedStatut, openToAll) ?? found;
	return {
		kind: found.kind === 'library' && NAME_SAYS_BOOKMOBILE.test(name) ? 'bookmobile' : found.kind,
		statut: statedStatut ?? found.statut ?? statutOf(name) ?? 'unknown',
		openToAll,
		counted: { counted: counted.counted, reason: counted.reason, byUser: false },
		typeKnown: type === '' || byType !== null
	};
}

/** What takes out of the supply a place that its type would count. */
function withdrawn(
	written: string,
	name: string,
	found: Rule,
	statedStatut: SiteStatut | null,
	openToAll: boolean | null
): Omit<CountedInSupply, 'byUser'> | null {
	if (!found.counted) return null;
	const out = (reason: string) => ({ counted: false, reason });
	if (NAME_SAYS_CLOSED.test(written.normalize('NFC'))) return out('counted_reason_name_says_closed');
	if (NAME_SAYS_BOOKMOBILE.test(name) && found.kind === 'library') return out('counted_reason_bookmobile');
	if (statedStatut === 'universitaire') return out('counted_reason_university');
	if (statedStatut === 'scolaire') return out('counted_reason_school');
	return openToAll === false ? out('counted_reason_reserved') : null;
}

function wordRule(text: string): Rule | null {
	return WORD_RULES.find(([words]) => words.test(text))?.[1] ?? null;
}

/** Null where the column is blank. */
function statedStatutOf(text: string): SiteStatut | null {
	return text === '' ? null : (statutOf(text) ?? 'autre');
}

function statutOf(text: string): SiteStatut | null {
	return STATUT_WORDS.find(([words]) => words.test(text))?.[1] ?? null;
}

function yesOrNo(text: string): boolean | null {
	const word = normalisedName(text);
	if (/^(?:oui|yes|true|vrai|1)$/.test(word)) return true;
	return /^(?:non|no|false|faux|0)$/.test(word) ? false : null;
}
