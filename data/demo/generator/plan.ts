import type { Point } from './tools/geometry.ts';

/**
 * What is drawn by hand: the sketch of Entre-Val-et-Monts, an invented territory. Everything else grows from it and from
 * seeded chance. Kilometres from the south-west corner.
 */
export const WIDTH_KM = 53;
export const HEIGHT_KM = 48;

const km = (x: number, y: number): Point => [x * 1000, y * 1000];

/** The intercommunality's outline, roughly: communes whose centre lies within it are its members. */
export const OUTLINE: readonly Point[] = [
	km(11.8, 15.4),
	km(16, 12.8),
	km(21, 10.2),
	km(28, 11),
	km(34, 11.6),
	km(38.6, 15.4),
	km(41, 20),
	km(40.4, 25),
	km(43.8, 29.2),
	km(44.6, 35),
	km(40, 39.8),
	km(32, 39),
	km(26, 35.2),
	km(19, 36),
	km(13.8, 32.2),
	km(10.9, 27.8),
	km(9.9, 21)
];

/** The Sorvanne, from the hills of the north-east to the plain of the south-west. */
export const RIVER: readonly Point[] = [
	km(56, 36),
	km(48, 35),
	km(45, 34),
	km(42, 32.2),
	km(39.5, 31.6),
	km(37, 29.6),
	km(35, 29.3),
	km(33, 26.6),
	km(31.2, 24.4),
	km(29, 23.7),
	km(26, 22.2),
	km(22.8, 21.8),
	km(20.6, 19.9),
	km(18, 19.1),
	km(15, 17),
	km(12.5, 16.6),
	km(9, 15),
	km(5, 14.2),
	km(-2, 12.5)
];

/** Where roads cross the river: the nearest point of the river to each of these. */
export const RIVER_BRIDGES: readonly Point[] = [
	km(48, 35),
	km(43.4, 33),
	km(41, 32.1),
	km(34.9, 29.2),
	km(31.6, 25.1),
	km(31, 24),
	km(30.1, 23.5),
	km(26.6, 22.3),
	km(21, 20.6),
	km(18, 19.4),
	km(17, 18.8),
	km(13.3, 16.3),
	km(7.5, 14.7)
];

/** The motorway, north-west to south-east. */
export const MOTORWAY: readonly Point[] = [
	km(-3, 38.5),
	km(4, 35),
	km(10.5, 31.4),
	km(15.5, 27.6),
	km(20, 24.2),
	km(23.6, 19.4),
	km(28, 15.6),
	km(34, 13),
	km(39.5, 9.6),
	km(45, 6),
	km(56, 1.2)
];

/** Interchanges, kilometres down the motorway, and their names. */
export const INTERCHANGES: readonly { alongKm: number; name: string; number: number }[] = [
	{ alongKm: 22.6, name: 'Rochefay', number: 21 },
	{ alongKm: 36.2, name: 'Valbourg-Sud', number: 22 },
	{ alongKm: 52.6, name: 'La Ferté', number: 23 }
];

export type Rank = 'town' | 'market-town' | 'village';

export interface Seat {
	readonly name: string;
	readonly at: Point;
	readonly people: number;
	readonly rank: Rank;
	/** Outside the intercommunality. */
	readonly margin: boolean;
}

const seat = (name: string, at: Point, people: number, rank: Rank, margin = false): Seat => {
	return { name, at, people, rank, margin };
};

/** The seats placed by hand: three towns, eight market towns, and what lies just over the border. */
export const SEATS: readonly Seat[] = [
	seat('Valbourg-sur-Sorvanne', km(31, 24), 20_300, 'town'),
	seat('Vauclercy', km(18, 19.4), 11_600, 'town'),
	seat('Rochefay', km(20.5, 30.6), 6_300, 'town'),
	seat('Perrecourt-le-Grand', km(25.6, 25.9), 3_900, 'market-town'),
	seat('Tressigny', km(27.6, 13.6), 3_400, 'market-town'),
	seat('Lignerolles-en-Plaine', km(36.6, 19.2), 3_100, 'market-town'),
	seat('Pont-sur-Sorvanne', km(41, 32.1), 3_300, 'market-town'),
	seat('Villechaumont', km(13.2, 24.2), 2_700, 'market-town'),
	seat('Orsigny-le-Haut', km(25.3, 31.9), 2_200, 'market-town'),
	seat('Hautevelle-les-Monts', km(35.6, 36.7), 2_900, 'market-town'),
	seat('Neuvy-la-Sorvanne', km(13.3, 16.3), 2_000, 'market-town'),
	seat('La Ferté-Corvaux', km(44.3, 15.3), 7_200, 'town', true),
	seat('Joinvelle-le-Vieux', km(6.3, 19.5), 2_300, 'market-town', true),
	seat('Beauchemont', km(16.3, 40.3), 1_900, 'market-town', true),
	seat('Saint-Théofrey-des-Bois', km(31.5, 6.3), 1_500, 'market-town', true)
];
