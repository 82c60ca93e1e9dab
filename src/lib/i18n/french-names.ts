/** Words a territory's name may begin with that take an article in French. */
const FEMININE = new Set(['communauté', 'métropole', 'ville', 'commune', 'région', 'vallée', 'cc', 'ca', 'cu']);
const MASCULINE = new Set(['département', 'pays', 'grand', 'territoire', 'syndicat', 'bassin', 'canton', 'réseau']);
const ELIDED = new Set(['agglomération', 'eurométropole', 'epci', 'établissement', 'intercommunalité', 'île']);

/** "e" for é, œ or E: the letter that decides of an elision. */
function firstLetters(name: string): string {
	return name.slice(0, 2).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace('œ', 'oe').replace('æ', 'ae');
}

/**
 * "de" before a French place name: d’Entre-Val-et-Monts, de Lille, du Mans, des Lilas, de La Ciotat, de L’Haÿ-les-Roses,
 * de la Métropole européenne de Lille. Y elides before a consonant only (d’Yvetot, de Yutz). No list of aspirated h is kept:
 * "de" stands before every h (de Honfleur).
 */
export function ofPlace(name: string): string {
	const word = (name.split(/[\s-]/, 1)[0] ?? '').toLowerCase();
	if (/^le\s/i.test(name)) return `du ${name.slice(3)}`;
	if (/^les\s/i.test(name)) return `des ${name.slice(4)}`;
	// "Grand-Champ" is a commune, "Grand Lyon" is not: only a whole word takes the article.
	if (/^\S+\s/.test(name) && !name.slice(0, word.length + 1).endsWith('-')) {
		if (FEMININE.has(word)) return `de la ${name}`;
		if (MASCULINE.has(word)) return `du ${name}`;
		if (ELIDED.has(word)) return `de l’${name}`;
	}
	return /^(?:[aeiou]|y[^aeiouy])/.test(firstLetters(name)) ? `d’${name}` : `de ${name}`;
}
