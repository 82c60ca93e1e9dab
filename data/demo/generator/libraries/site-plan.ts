/**
 * The network as it was decided, by hand: which places have what. Villages without a line here have no library; the rest
 * of each site (address, figures, hours) is drawn by sites.ts.
 */
export type SiteSize = 'main' | 'town' | 'branch' | 'university' | 'market-town' | 'village' | 'book-point' | 'stop';

export interface PlannedSite {
	readonly commune: string;
	readonly name: string;
	readonly size: SiteSize;
	readonly statut: 'Territoriale' | 'Associative' | 'Universitaire' | 'Scolaire' | 'Départementale';
	/** The Ministry's type_adresse, and three it has not: a survey's own, as a département keeps it. */
	readonly address: string;
	/** Metres east and north of the seat; a place near the seat is chosen when absent. */
	readonly offset?: readonly [number, number];
}

const OPEN = 'Bâtiment ouvert';
export const BOOK_POINT = 'Point d’accès au livre';
export const STOP = 'Arrêt de bibliobus';
const BRANCH = 'Annexe';

const site = (commune: string, name: string, size: SiteSize, more: Partial<PlannedSite> = {}): PlannedSite => {
	return { commune, name, size, statut: 'Territoriale', address: OPEN, ...more };
};

/** Places where the public goes, in the towns and market towns of the territory. */
export const TOWN_SITES: readonly PlannedSite[] = [
	site('Valbourg-sur-Sorvanne', 'Médiathèque Les Trois-Rivières', 'main'),
	site('Valbourg-sur-Sorvanne', 'Bibliothèque des Tanneries', 'branch', { offset: [1150, 250] }),
	site('Valbourg-sur-Sorvanne', 'Annexe du Haut-Clos', 'branch', { address: BRANCH, offset: [-250, 1250] }),
	site('Valbourg-sur-Sorvanne', 'Bibliothèque pour tous du Faubourg', 'village', {
		statut: 'Associative',
		offset: [-900, -150]
	}),
	site('Vauclercy', 'Médiathèque Germaine-Tillion', 'town'),
	site('Vauclercy', 'Annexe du Port', 'branch', { address: BRANCH, offset: [200, -850] }),
	site('Rochefay', 'Médiathèque du Vieux-Moulin', 'town'),
	site('Perrecourt-le-Grand', 'Médiathèque La Passerelle', 'market-town'),
	site('Tressigny', 'Médiathèque de Tressigny', 'market-town'),
	site('Lignerolles-en-Plaine', 'Bibliothèque Colette', 'market-town'),
	site('Pont-sur-Sorvanne', 'Point d’accès au livre Entre-deux-Rives', 'book-point', { address: BOOK_POINT }),
	site('Villechaumont', 'Médiathèque L’Écritoire', 'market-town'),
	site('Orsigny-le-Haut', 'Bibliothèque municipale', 'market-town'),
	site('Neuvy-la-Sorvanne', 'Bibliothèque municipale Jules-Verne', 'market-town')
];

/** Rows of the survey that are not an offer to everyone, or not a place. */
export const OTHER_ROWS: readonly PlannedSite[] = [
	site('Valbourg-sur-Sorvanne', 'Réseau des médiathèques d’Entre-Val-et-Monts', 'stop', {
		address: 'Lieu uniquement administratif',
		offset: [-700, -420]
	}),
	site('Valbourg-sur-Sorvanne', 'Bibliobus Le Colporteur', 'stop', { address: 'Bibliobus', offset: [-690, -400] }),
	site('Valbourg-sur-Sorvanne', 'Bibliothèque universitaire – antenne de Valbourg', 'university', {
		statut: 'Universitaire',
		offset: [900, -900]
	}),
	site('Vauclercy', 'Médiathèque départementale – antenne sud', 'stop', {
		statut: 'Départementale',
		address: 'Bibliothèque départementale',
		offset: [-750, 500]
	})
];

/** Over the border. Villages of the margin follow by themselves. */
export const MARGIN_SITES: readonly PlannedSite[] = [
	site('La Ferté-Corvaux', 'Médiathèque Le Préau', 'town'),
	site('Joinvelle-le-Vieux', 'Bibliothèque municipale', 'market-town'),
	site('Beauchemont', 'Médiathèque L’Orée', 'market-town'),
	site('Saint-Théofrey-des-Bois', 'Bibliothèque municipale', 'market-town')
];

/** How many villages have what, members then margin. */
export const VILLAGE_LIBRARIES = 21;
export const BOOK_POINTS = 6;
export const BOOKMOBILE_STOPS = 4;
export const MARGIN_LIBRARIES = 4;
export const MARGIN_BOOK_POINTS = 2;

/** The upper valley: no village within this many metres of the place has anything, and Pont-sur-Sorvanne next to nothing. */
export const FORGOTTEN = { at: [37_800, 35_000], metres: 8_200 } as const;

/** Names of village libraries, dealt in turn; {place} is the village, {of place} the same after « de ». */
export const VILLAGE_NAMES: readonly string[] = [
	'Bibliothèque municipale',
	'Bibliothèque {of place}',
	'Bibliothèque municipale',
	'Médiathèque La Source',
	'Bibliothèque Au fil des pages',
	'Bibliothèque municipale',
	'Bibliothèque associative Lire à {place}',
	'Médiathèque Le Tilleul',
	'Bibliothèque municipale',
	'Bibliothèque Le Marque-Page',
	'Bibliothèque du Presbytère',
	'Bibliothèque municipale',
	'Médiathèque Marcel-Aymé'
];

/** Whether a row is a place the public may enter. */
export function isOpenPlace({ address }: PlannedSite): boolean {
	return [OPEN, BRANCH, BOOK_POINT, STOP].includes(address);
}
