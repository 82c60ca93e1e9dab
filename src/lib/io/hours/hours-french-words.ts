import type { Weekday } from '#domain/opening-schedule.ts';

/** The words of hours as French communes write them; keys are lower case without accents. */

function words<Value>(rows: readonly (readonly [Value, string])[]): ReadonlyMap<string, Value> {
	return new Map(rows.flatMap(([value, list]) => list.split(' ').map((word) => [word, value] as const)));
}

export const DAY_NAMES = words<Weekday>([
	[0, 'lundi lundis'],
	[1, 'mardi mardis'],
	[2, 'mercredi mercredis'],
	[3, 'jeudi jeudis'],
	[4, 'vendredi vendredis'],
	[5, 'samedi samedis'],
	[6, 'dimanche dimanches']
]);

/** Read as days only where a number, a sign or a day follows: "je", "sa" and "mer" are words too. */
export const SHORT_DAY_NAMES = words<Weekday>([
	[0, 'lun lu'],
	[1, 'mar ma'],
	[2, 'mer me'],
	[3, 'jeu je'],
	[4, 'ven ve vend'],
	[5, 'sam sa'],
	[6, 'dim di']
]);

export const MONTH_NAMES = words<number>([
	[1, 'janvier janv'],
	[2, 'fevrier fev fevr'],
	[3, 'mars'],
	[4, 'avril avr'],
	[5, 'mai'],
	[6, 'juin'],
	[7, 'juillet juil'],
	[8, 'aout'],
	[9, 'septembre sept'],
	[10, 'octobre oct'],
	[11, 'novembre nov'],
	[12, 'decembre dec']
]);

/** Ranks in the month in letters; −1 is the last. */
export const RANK_WORDS = words<number>([
	[1, 'premier premiers'],
	[2, 'deuxieme deuxiemes second seconds'],
	[3, 'troisieme troisiemes'],
	[4, 'quatrieme quatriemes'],
	[5, 'cinquieme cinquiemes'],
	[-1, 'dernier derniers']
]);
/** What makes a rank of the number it touches. */
export const RANK_ENDINGS: ReadonlySet<string> = new Set('er ers e es eme emes ieme nd nds'.split(' '));

/** Words that join and tell nothing by themselves. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
	(
		'le la les l d de des du au aux a en pendant durant lors chaque municipale communale intercommunale lecture ' +
		'horaire horaires heures jours jour bibliotheque mediatheque est sont puis ainsi que toutes tous tout toute ' +
		'interruption sans continu continue vous accueille nous permanence permanences periode periodes mois y compris ' +
		'habituels habituelles accueil annuelle annuel municipaux plus compte'
	).split(' ')
);

export const EXCEPT_WORDS: ReadonlySet<string> = new Set(['sauf', 'hors', 'excepte', 'exceptes', 'hormis']);
export const ONLY_WORDS: ReadonlySet<string> = new Set(['uniquement', 'seulement', 'exclusivement']);
export const CLOSED_WORDS: ReadonlySet<string> = new Set('ferme fermee fermes fermees fermeture fermetures'.split(' '));
export const OPEN_WORDS: ReadonlySet<string> = new Set(
	'ouvert ouverte ouverts ouvertes ouverture ouvertures'.split(' ')
);
export const PUBLIC_WORDS: ReadonlySet<string> = new Set(['public', 'publics']);

/** Words of a reserved audience; "scolaires" after vacances or période is a period and is read before. */
export const AUDIENCE_WORDS: ReadonlySet<string> = new Set(
	(
		'rendez rdv reserve reservee reserves reservees classe classes scolaire scolaires creche creches groupe groupes ' +
		'collectivite collectivites ecole ecoles college colleges lycee lycees assistantes assistants'
	).split(' ')
);
/** Words that belong to the wording of a reserved audience beside those. */
export const AUDIENCE_LINKS: ReadonlySet<string> = new Set(
	'sur vous aux des de les le la l d pour et accueil accueils maternelle maternelles uniquement seulement exclusivement visite visites'.split(
		' '
	)
);

/**
 * Words that make hours doubtful, whatever stands around them: alternation that names no week, seasons without dates,
 * conditions.
 */
const DOUBTFUL =
	/^(?:exception\w*|selon|suivant|variables?|certaine?s?|altern\w*|fois|quinz\w*|saison\w*|hiver\w*|printemps|automne|environ|vers|parfois|susceptibles?|provisoires?|renseign\w*|consult\w*|confirm\w*|modifi\w*|chang\w*|tempor\w*|travaux|definitive\w*|veilles?|ponts?|si|ou|sauf|hors|excepte\w*|hormis|h|interrompu\w*|suspendu\w*)$/;

/** Whether a word that is not understood may bear on the hours themselves ("selon", "certains", "?"). */
export const isDoubtful = (word: string) => DOUBTFUL.test(word) || /^[?~±#%]$/.test(word);

const TYPO_TARGETS = [
	...DAY_NAMES.keys(),
	...[...MONTH_NAMES.keys()].filter((word) => word.length >= 5),
	...['vacances', 'scolaire', 'scolaires', 'fermeture', 'feries']
];
const KNOWN = new Set([
	...TYPO_TARGETS,
	...EMPTY_WORDS,
	...AUDIENCE_WORDS,
	...AUDIENCE_LINKS,
	...CLOSED_WORDS,
	...OPEN_WORDS,
	...RANK_WORDS.keys()
]);

/** Whether one letter added, left out, changed or swapped with its neighbour makes `one` of `other`. */
function oneLetterAway(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 1) return false;
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	const rests = [one.slice(start), other.slice(start)];
	const [rest, otherRest] = rests;
	if (rest.length !== otherRest.length) {
		const [short, long] = rests.toSorted((first, second) => first.length - second.length);
		return long.slice(1) === short;
	}
	if (rest.slice(1) === otherRest.slice(1)) return true;
	return rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
}

/** The day, month or period that a word of five letters or more is one letter away from, where only one is; else null. */
export function mistypedAs(word: string): string | null {
	if (word.length < 5 || word.length > 12 || KNOWN.has(word)) return null;
	const near = TYPO_TARGETS.filter((target) => oneLetterAway(word, target));
	// "mercredi" and "mercredis" are one day.
	const meanings = new Set(near.map((target) => target.replace(/s$/, '')));
	return meanings.size === 1 ? near[0] : null;
}
