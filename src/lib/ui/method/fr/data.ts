import { CALENDAR_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { FEWEST_PEOPLE_FOR_SHARES } from '../stated.ts';
import { hours, minutes, n } from './figures.ts';

const calendar = CALENDAR_EXAMPLE;

export const data: Pick<SectionTexts, 'calendrier' | 'perimetre' | 'populations' | 'sources-limites'> = {
	calendrier: {
		title: 'Calendrier et semaines types',
		answers: 'Qu’est-ce qu’une « semaine scolaire », et combien d’heures un lieu ouvre-t-il vraiment ?',
		blocks: [
			'Les horaires sont lus date par date : semaine scolaire, petites vacances, été, une semaine sur deux, premier samedi du mois, jours fériés, fermetures datées. Une semaine type est faite des dates de son espèce dans la dernière année civile entièrement connue du calendrier scolaire ; les jours fériés y sont des jours ordinaires.',
			{
				formula: 'mean-week',
				says: 'Les heures par semaine d’un lieu sont la somme, sur les sept jours, de la moyenne de ce qu’il ouvre aux dates de ce jour.',
				symbols: [
					{ symbol: 'H', means: 'heures par semaine', unit: 'h' },
					{ symbol: 'd', means: 'jour de la semaine, du lundi au dimanche', unit: 'sans unité' },
					{ symbol: 'n', means: 'nombre de dates de ce jour et de cette espèce dans l’année', unit: 'dates' },
					{ symbol: 'h', means: 'heures ouvertes à la date k', unit: 'h' }
				]
			},
			{
				formula: 'typical-week',
				says: 'La semaine type d’un lieu, où l’on cherche qui peut venir et quand, garde les minutes ouvertes à plus de deux tiers des dates : ce sur quoi l’on peut compter. Une semaine sur deux ou le premier samedi du mois n’y est jamais ; une fermeture pour un pont n’en ôte rien.',
				symbols: [
					{ symbol: 'n', means: 'dates du jour d ; parmi elles, celles où la minute m est ouverte', unit: 'dates' },
					{ symbol: 'd', means: 'jour de la semaine, du lundi au dimanche', unit: 'sans unité' },
					{ symbol: 'm', means: 'minute du jour', unit: 'min' }
				]
			},
			'Une semaine donnée est prise telle quelle, jours fériés et changement d’heure compris. Les heures de l’année s’additionnent du 1er janvier au 31 décembre ; si un jour n’est pas connu, le total manque, et l’on dit jusqu’où il est connu.',
			'Les vacances suivent la zone du territoire, jusqu’à la dernière date publiée dans la source ; au-delà elles sont inconnues, jamais prises pour de la période scolaire. En Corse, aucune source n’est tenue : elles sont inconnues. Les jours fériés sont ceux du département, Alsace et Moselle comprises.'
		],
		example: [
			`Un lieu ouvert mardi et jeudi 16 h–18 h 30, mercredi 10 h–12 h et 14 h–18 h, samedi 10 h–12 h 30, fermé les jours fériés : ${hours(calendar.weeklyHours)} par semaine ; en ${calendar.year}, zone ${calendar.zone}, ${hours(calendar.yearlyHours)}, dont ${hours(calendar.termHours)} en période scolaire, ${hours(calendar.smallHolidaysHours)} aux petites vacances et ${hours(calendar.summerHours)} l’été.`,
			`Un lieu ouvert le premier samedi du mois, 10 h–12 h : la même année, ${n(calendar.firstTermSaturdays)} des ${n(calendar.termSaturdays)} samedis scolaires, soit ${minutes(calendar.firstSaturdayMinutes)} par semaine en moyenne ; rien dans la semaine type.`
		],
		limits: [
			'En été et dans les communes de tourisme ou d’études, les habitants restent ceux qui y résident toute l’année.',
			'Une fermeture exceptionnelle qui n’est pas dans le fichier n’est pas connue.',
			'Un horaire que le programme ne comprend pas est « non connu », et il est signalé.'
		]
	},
	perimetre: {
		title: 'Périmètre et voisinage',
		answers: 'Que compte-t-on au bord du territoire ?',
		blocks: [
			'Les habitants sont ceux du périmètre : un EPCI, un contour, ou toutes les communes du fichier. Les lieux voisins, au-delà de ses limites, comptent pour l’accès, car un habitant va où il veut ; un bouton les écarte, et l’écart est dit.',
			'Dans le partage de l’offre (2SFCA, E2SFCA), les habitants de la marge comptent aussi : ils partagent les mêmes lieux. Si les voisins sont écartés, le territoire est pris seul : ni leurs lieux, ni leurs habitants.',
			'Un lieu compte dans l’offre selon ce que dit le fichier : bâtiment ouvert au public, annexe, point d’accès au livre, arrêt de bibliobus. Locaux administratifs, réserves, bibliothèques universitaires, scolaires ou réservées n’y sont pas. L’utilisateur peut en décider autrement ; une boîte de retour n’est jamais une ouverture.'
		],
		example: [],
		limits: [
			'Au-delà des données, rien n’est compté : près d’une frontière, ou d’un territoire absent des fichiers, les lieux manquent et l’accès est sous-estimé. Ce n’est pas « non desservi », c’est non renseigné.',
			'L’accueil des habitants d’une autre commune (tarif, inscription, priorité) n’est pas connu.'
		]
	},
	populations: {
		title: 'Populations et réponses',
		answers: 'De quels habitants parle-t-on, et avec quelle précision ?',
		blocks: [
			'Deux populations existent et ne se confondent pas. Celle des carreaux de l’INSEE (ou du fichier fourni) dit où l’on habite, et sert à tous les calculs d’accès. La population municipale, par commune, est la référence réglementaire. Les deux sont affichées, avec leur millésime.',
			'Les carreaux portent des nombres à virgule : ce sont des estimations. Certains sont imputés par l’INSEE pour protéger le secret statistique ; leur part est dite. Ni l’âge ni la pauvreté ne sont montrés pour un seul carreau, et ses habitants y sont arrondis à la dizaine.',
			`Les parts d’âge et de ménages pauvres d’une commune de moins de ${n(FEWEST_PEOPLE_FOR_SHARES)} habitants ne sont pas montrées.`,
			'Un blanc n’est pas un zéro : une surface, un effectif ou un horaire qui manque est « non connu », et un total dit combien de lieux y répondent.'
		],
		example: [],
		limits: [
			'Ne comparez pas la population d’un carreau entre deux sources ou deux millésimes.',
			'En zone rurale, lisez des groupes de carreaux, jusqu’au canton.',
			'Les ménages pauvres sont des ménages, non des habitants.'
		]
	},
	'sources-limites': {
		title: 'Sources et limites',
		answers: 'D’où viennent les chiffres, sous quelle licence, et que ne disent-ils pas ?',
		blocks: [
			'Tout se calcule sur cet ordinateur ; aucune donnée n’est envoyée. Deux questions égales ont la même réponse : rien n’est tiré au hasard. Chaque source est citée avec son millésime et sa licence, sur la page Données, sous les cartes et dans les fichiers exportés.'
		],
		example: [],
		limits: [
			'Les temps, les heures et les habitants sont des mesures d’accès : ni la fréquentation, ni les collections, ni l’accueil, ni l’accessibilité aux personnes handicapées ne sont mesurés.',
			'Les seuils proposés sont des conventions, énoncées à côté des chiffres, que l’utilisateur change. Ce ne sont pas des normes.',
			'Un territoire dont les données sont anciennes ou lacunaires a des résultats anciens ou lacunaires : la page Données dit ce qui manque.'
		]
	}
};
