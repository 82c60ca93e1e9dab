import type { Random } from '../tools/random.ts';

const HAMLET_HEADS: readonly string[] = [
	'La Grange',
	'Le Moulin',
	'La Ferme',
	'Le Hameau',
	'La Croix',
	'Les Vernes',
	'Le Bas',
	'Le Haut',
	'La Motte',
	'Les Essarts',
	'La Maison',
	'Le Clos',
	'La Borde',
	'Le Pré',
	'La Fosse',
	'Les Quatre',
	'Le Champ',
	'La Côte',
	'Le Gué',
	'La Fontaine'
];

const HAMLET_TAILS: Readonly<Record<string, readonly string[]>> = {
	'La Grange': ['Neuve', 'aux Moines', 'Rouge', 'du Bois', 'Brûlée'],
	'Le Moulin': ['Neuf', 'à Vent', 'du Haut', 'Foulon', 'aux Ânes'],
	'La Ferme': ['de Beaulieu', 'du Temple', 'des Aulnes', 'de la Voie', 'du Chêne'],
	'Le Hameau': ['des Prés', 'Vert', 'du Lavoir', 'de la Borne'],
	'La Croix': ['Blanche', 'du Frêne', 'Saint-Marc', 'de Pierre', 'Rompue'],
	'Les Vernes': ['Basses', 'Hautes', 'du Ru'],
	'Le Bas': ['de l’Étang', 'du Chemin', 'Verger', 'de la Combe'],
	'Le Haut': ['Chemin', 'du Mont', 'de la Lande', 'Chêne'],
	'La Motte': ['aux Loups', 'Ronde', 'de Terre', 'Grise'],
	'Les Essarts': ['Longs', 'du Roi', 'Neufs', 'Brûlés'],
	'La Maison': ['Blanche', 'Neuve', 'du Garde', 'Forestière', 'Rouge'],
	'Le Clos': ['Robin', 'des Poiriers', 'du Puits', 'Marin', 'Girard'],
	'La Borde': ['Neuve', 'aux Bœufs', 'du Guet', 'Marin'],
	'Le Pré': ['aux Oies', 'Long', 'du Curé', 'Jolly', 'des Saules'],
	'La Fosse': ['aux Renards', 'Noire', 'à l’Argile'],
	'Les Quatre': ['Vents', 'Chemins', 'Bornes', 'Ormes'],
	'Le Champ': ['du Four', 'de la Pierre', 'Ferré', 'Robert'],
	'La Côte': ['aux Vignes', 'Pelée', 'du Loup', 'Saint-Jean'],
	'Le Gué': ['des Dames', 'Pavé', 'aux Vaches'],
	'La Fontaine': ['Froide', 'aux Chênes', 'Sainte-Anne', 'du Berger']
};

const HAMLET_ALONE: readonly string[] = [
	'Beauregard',
	'Bel-Air',
	'Malassise',
	'Les Bruyères',
	'La Renardière',
	'Les Aulnaies',
	'La Charbonnière',
	'La Tuilerie',
	'Chantereine',
	'Le Plessis',
	'La Verrerie',
	'Les Granges',
	'La Boissière',
	'Les Tilleuls',
	'Le Jard',
	'Les Grands Champs',
	'La Briqueterie',
	'Le Rond-Buisson',
	'Les Maisonnettes',
	'La Ramée',
	'Les Carrières',
	'Le Val Marie',
	'La Gagnerie',
	'Les Brosses',
	'Mocquesouris',
	'Tournebride',
	'La Belle Étoile',
	'Les Petites Loges',
	'La Bergerie',
	'Le Colombier'
];

/** A hamlet's name not yet in `used`, which gets it. */
export function hamletName(random: Random, used: Set<string>): string {
	for (;;) {
		const head = random.pick(HAMLET_HEADS);
		const name = random.chance(0.4) ? random.pick(HAMLET_ALONE) : `${head} ${random.pick(HAMLET_TAILS[head])}`;
		if (used.has(name)) continue;
		used.add(name);
		return name;
	}
}
