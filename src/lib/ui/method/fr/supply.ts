import { GRAVITY_DECAY_PER_MINUTE } from '#domain/supply-measure.ts';
import { EQUITY_EXAMPLE, SECTOR_EXAMPLE, SUPPLY_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { DENSITY_LIMITS, E2SFCA_WEIGHTS, LOW_SUPPLY_SHARE } from '../stated.ts';
import { fixed, minutes, n, percent } from './figures.ts';

const { capacityGiven, people, per1000, weeklyHours } = SUPPLY_EXAMPLE;
const { gap, gini, headcount, line, lowerHalfShare, palma, severity, simpleGini, values } = EQUITY_EXAMPLE;
const weights = E2SFCA_WEIGHTS.map(({ minutes: upTo, weight }) => `${n(weight)} jusqu’à ${minutes(upTo)}`).join(', ');

export const supply: Pick<SectionTexts, 'offre' | 'equite' | 'secteurs'> = {
	offre: {
		title: 'Offre et demande',
		answers:
			'De combien d’offre dispose un habitant, une fois partagée avec tous ceux qui rejoignent les mêmes lieux ?',
		blocks: [
			'L’offre d’un lieu est, au choix, ses heures d’ouverture par semaine, sa surface, ou leur produit. Elle se partage en deux temps : chaque lieu la divise entre les habitants de son bassin, puis chaque habitant additionne ce que lui offrent les lieux à sa portée.',
			{
				formula: 'two-step',
				says: 'Le rapport d’un lieu est sa capacité divisée par les habitants de son bassin, pondérés ; l’offre d’un carreau est la somme des rapports des lieux à portée, pondérés de même.',
				symbols: [
					{ symbol: 'R', means: 'capacité du lieu j par habitant de son bassin', unit: 'h, m² ou h × m² par habitant' },
					{ symbol: 'S', means: 'capacité du lieu j', unit: 'h par semaine, m² ou h × m²' },
					{ symbol: 'P', means: 'habitants du carreau k', unit: 'habitants' },
					{ symbol: 't', means: 'temps d’accès du carreau au lieu', unit: 'min' },
					{ symbol: 'w', means: 'poids du trajet, de 0 à 1', unit: 'sans unité' },
					{ symbol: 'A', means: 'offre du carreau i ; affichée pour 1 000 habitants', unit: 'celle de R' }
				]
			},
			{
				list: [
					'2SFCA : le poids est 1 jusqu’au temps d’accès maximal, 0 au-delà.',
					`E2SFCA : le poids est ${weights}, 0 au-delà, quel que soit le temps d’accès maximal.`
				]
			},
			{
				formula: 'supply-given',
				says: 'Rien ne se perd : l’offre de tous les habitants, additionnée, est la capacité de tous les lieux qui en ont à portée. La capacité qui n’atteint personne, et celle qui va aux habitants de la marge, sont dites à part.',
				symbols: [
					{ symbol: 'P', means: 'habitants du carreau i', unit: 'habitants' },
					{ symbol: 'A', means: 'offre du carreau i', unit: 'h, m² ou h × m² par habitant' },
					{ symbol: 'S', means: 'capacité du lieu j', unit: 'h par semaine, m² ou h × m²' }
				]
			},
			{
				formula: 'supply-in-reach',
				says: 'Deux mesures ne partagent pas : le cumul additionne les capacités à portée ; la gravité les additionne en réduisant chacune avec le trajet.',
				symbols: [
					{ symbol: 'K', means: 'cumul du carreau i', unit: 'h par semaine, m² ou h × m²' },
					{ symbol: 'G', means: 'gravité du carreau i', unit: 'celle de K' },
					{ symbol: 'S', means: 'capacité du lieu j', unit: 'celle de K' },
					{ symbol: 't', means: 'temps d’accès de i à j', unit: 'min' },
					{ symbol: 'T', means: 'temps d’accès maximal, inclus', unit: 'min' },
					{
						symbol: 'β',
						means: `${n(GRAVITY_DECAY_PER_MINUTE)} : à 7 min, un lieu compte pour moitié (convention de ce projet)`,
						unit: '1/min'
					}
				]
			},
			'La mesure « lieu le plus proche » est le temps d’accès au premier, deuxième ou troisième lieu compté le plus proche, ouvert ou non.'
		],
		example: [
			{
				caption: `Deux bibliothèques ouvertes ${weeklyHours.map((each) => `${n(each)} h`).join(' et ')} par semaine, trois hameaux (E2SFCA)`,
				headings: ['Habitants', 'Temps jusqu’à la première', 'jusqu’à la seconde', 'Heures pour 1 000 habitants'],
				rows: people.map((each, hamlet) => [
					n(each),
					...SUPPLY_EXAMPLE.minutes[hamlet].map(minutes),
					fixed(per1000[hamlet], 3)
				])
			},
			`Additionnée sur les habitants, l’offre fait ${n(capacityGiven)} h : tout ce que les deux bibliothèques ouvrent.`
		],
		limits: [
			'L’offre se partage entre les habitants, non entre les usagers : la fréquentation n’est pas connue.',
			'Un lieu dont la capacité n’est pas connue n’offre rien de connu : il n’est pas compté pour zéro, et leur nombre est dit.',
			'Tous les habitants du territoire partagent, quels que soient les habitants dont parle la phrase.'
		]
	},
	equite: {
		title: 'Équité',
		answers: 'L’offre est-elle partagée également entre les habitants ?',
		blocks: [
			'Les habitants sont rangés de celui qui a le moins d’offre à celui qui en a le plus. La courbe de Lorenz dit quelle part du tout revient aux premiers d’entre eux.',
			{
				formula: 'gini',
				says: 'L’indice de Gini est l’écart moyen entre deux habitants, divisé par deux fois la moyenne : 0 si tous ont autant, près de 1 si un seul a tout.',
				symbols: [
					{ symbol: 'G', means: 'indice de Gini', unit: 'sans unité' },
					{ symbol: 'x', means: 'offre d’un habitant du carreau i', unit: 'celle de la mesure' },
					{ symbol: 'P', means: 'habitants du carreau ; sans indice, de tous', unit: 'habitants' },
					{ symbol: 'μ', means: 'offre moyenne', unit: 'celle de la mesure' }
				]
			},
			{
				formula: 'palma',
				says: 'Le rapport de Palma est la part du dixième qui a le plus, divisée par celle des quatre dixièmes qui ont le moins : 0,25 si tous ont autant.',
				symbols: [
					{ symbol: 'K', means: 'rapport de Palma', unit: 'sans unité' },
					{ symbol: 'L', means: 'courbe de Lorenz : part du tout qu’ont les habitants les moins servis', unit: '%' }
				]
			},
			{
				formula: 'fgt',
				says: 'Les indices de Foster, Greer et Thorbecke comptent ceux qui sont sous un seuil : leur part (α = 0), ce qui leur manque en moyenne (α = 1), le même au carré, où les plus démunis pèsent davantage (α = 2).',
				symbols: [
					{ symbol: 'F', means: 'indice', unit: 'sans unité' },
					{
						symbol: 'z',
						means: `seuil : ${percent(LOW_SUPPLY_SHARE)} de l’offre médiane des habitants considérés (convention de ce projet)`,
						unit: 'celle de la mesure'
					},
					{ symbol: 'x', means: 'offre d’un habitant du carreau i', unit: 'celle de la mesure' },
					{ symbol: 'P', means: 'habitants du carreau ; sans indice, de tous', unit: 'habitants' },
					{ symbol: 'α', means: 'aversion au manque : 0, 1 ou 2', unit: 'sans unité' }
				]
			},
			`L’offre se lit aussi par âge, pour les ménages pauvres, et selon la densité : dense à partir de ${n(DENSITY_LIMITS.dense)} habitants au km² dans un rayon d’un kilomètre, intermédiaire à partir de ${n(DENSITY_LIMITS.intermediate)}, peu dense en deçà. Ce sont les seuils d’Eurostat, sans ses regroupements.`
		],
		example: [
			{
				caption: 'Quatre groupes d’habitants',
				headings: ['Habitants', 'Offre de chacun'],
				rows: EQUITY_EXAMPLE.people.map((each, group) => [n(each), n(values[group])])
			},
			`Gini : ${fixed(gini, 3)} ; Palma : ${fixed(palma, 2)} ; la moitié la moins servie a ${percent(lowerHalfShare)} du tout. Sous un seuil de ${n(line)} : ${percent(headcount)} des habitants, manque moyen ${fixed(gap, 2)}, au carré ${fixed(severity, 3)}. Pour quatre personnes qui ont 1, 2, 3 et 4, le Gini est ${fixed(simpleGini, 2)}.`
		],
		limits: [
			'Ces indices ne disent pas si l’offre est suffisante : un territoire où personne n’a presque rien est très égal.',
			'Les habitants sont rangés selon l’offre, non selon le revenu. Le rapport de Palma n’est pas défini si les quatre dixièmes les moins servis n’ont rien.',
			'Aucun de ces indices n’est calculé sur des minutes.'
		]
	},
	secteurs: {
		title: 'Secteurs déficitaires',
		answers: 'Où sont les habitants que le réseau sert mal, combien sont-ils, et pourquoi ?',
		blocks: [
			'Un carreau est sous le seuil s’il n’a aucun lieu compté au temps d’accès maximal, ou moins d’heures utilisables que le minimum demandé pour le profil retenu. Ce qui n’est pas connu n’est jamais sous le seuil. Sans aucun horaire connu, la distance décide seule.',
			{
				formula: 'deficit',
				says: 'Le déficit d’un secteur est la somme de ses habitants sous le seuil, chacun pour la part du seuil qui lui manque : toute, s’il n’a aucun lieu à portée.',
				symbols: [
					{ symbol: 'D', means: 'déficit du secteur', unit: 'habitants' },
					{ symbol: 'P', means: 'habitants du carreau i, sous le seuil', unit: 'habitants' },
					{ symbol: 'q', means: 'part du seuil qui manque (1 sans lieu à portée)', unit: 'sans unité' },
					{ symbol: 'U', means: 'heures utilisables de i ; minimum demandé (min)', unit: 'h par semaine' }
				]
			},
			{
				list: [
					'Lissage : un carreau prend l’état des deux tiers au moins des habitants autour de lui (deux carreaux de 200 m, ou les carreaux de 1 km qui le touchent), et garde sinon le sien. Communes et points ne sont pas lissés.',
					'Regroupement : les carreaux qui se touchent, ou que sépare un seul carreau vide, font un secteur (hexagones qui se touchent ; points à 500 m, communes à 5 km). Sous le nombre d’habitants choisi, un groupe n’est pas individualisé ; ses habitants sont dits à part.',
					'Cause, selon ce qui y remédierait : l’éloignement (aucun lieu à portée) ; l’inadéquation des horaires (les lieux à portée ouvrent assez, à d’autres moments, ou trop peu sans que l’offre soit faible) ; le manque de capacité (ils ouvrent moins que le seuil en tout, et l’offre par habitant est faible).',
					`L’offre est faible sous ${percent(LOW_SUPPLY_SHARE)} de l’offre médiane (E2SFCA des heures par semaine, sans les habitants de la marge).`
				]
			},
			'Les secteurs se rangent par ordre alphabétique. Le rang par déficit est un outil de travail pour les agents, non un classement public.'
		],
		example: [
			{
				caption: `Seuil : ${minutes(SECTOR_EXAMPLE.cutoffMinutes)} au plus et ${n(SECTOR_EXAMPLE.minimumUsableHours)} h utilisables par semaine`,
				headings: ['Habitants', 'Temps', 'Heures utilisables', 'Part qui manque', 'Déficit'],
				rows: SECTOR_EXAMPLE.points.map(({ deficit, lacking, minutes: away, people: each, usableHours }) => [
					n(each),
					minutes(away),
					usableHours === null ? 'aucun lieu à portée' : `${n(usableHours)} h`,
					fixed(lacking, 2),
					n(deficit)
				])
			},
			`Déficit : ${n(SECTOR_EXAMPLE.deficit)} habitants.`
		],
		limits: [
			'Le seuil est une convention que l’utilisateur énonce, non une norme de la lecture publique.',
			'Un carreau ne se lit jamais seul (recommandation de l’INSEE) : le secteur est la plus petite maille commentée.',
			'Près du bord du territoire, l’offre par habitant est plutôt surestimée : les habitants de la marge ne sont pas dans ce calcul-là.',
			'Les heures que gagnerait un secteur si un lieu était ouvert sans interruption à un moment de la semaine sont un maximum, non une proposition.'
		]
	}
};
