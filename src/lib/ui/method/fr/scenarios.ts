import { CHANGE_EXAMPLE, COST_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { LONGEST_MINUTES, STATE_RATES } from '../stated.ts';
import { euros, fixed, minutes, n, percent } from './figures.ts';

const { improved, meanChange, points, reduced, unchanged } = CHANGE_EXAMPLE;
const cost = COST_EXAMPLE;
const { rates } = STATE_RATES;
const away = (each: number | null) => (each === null ? `plus de ${minutes(LONGEST_MINUTES)}` : minutes(each));

export const scenarios: Pick<SectionTexts, 'comparaison' | 'couts'> = {
	comparaison: {
		title: 'Scénarios et comparaison',
		answers: 'Que change un scénario, pour qui, et de combien ?',
		blocks: [
			'Un scénario est une suite de modifications, appliquées dans leur ordre à la situation actuelle ; celles que l’on a écartées ne comptent pas. Les deux situations sont calculées en entier, avec la même question, puis comparées carreau par carreau : minutes jusqu’au lieu compté le plus proche, lieu ouvert ou non au moment choisi, heures d’ouverture à portée, heures utilisables du profil, ou offre, selon la phrase.',
			{
				formula: 'change',
				says: 'Un carreau dont la différence est au-dessus de zéro a un accès amélioré ; au-dessous, réduit ; à zéro, inchangé. Les habitants de chaque sorte s’additionnent, par commune, âge ou profil aussi.',
				symbols: [
					{
						symbol: 'Δ',
						means: 'différence pour le carreau i, en mieux si elle est au-dessus de zéro',
						unit: 'min, h ou offre'
					},
					{ symbol: 'σ', means: '−1 pour des minutes, où moins est mieux ; sinon 1', unit: 'sans unité' },
					{ symbol: 'x', means: 'accès aujourd’hui ; avec ′, sous le scénario', unit: 'min, h ou offre' },
					{ symbol: 'N', means: 'habitants dont l’accès est amélioré (+), réduit (−)', unit: 'habitants' },
					{ symbol: 'P', means: 'habitants du carreau i', unit: 'habitants' }
				]
			},
			{
				list: [
					'Aucun seuil : une seconde de trajet, une minute d’ouverture suffisent. Les calculs sont en nombres entiers, donc exacts ; l’offre seule, faite de fractions, tient pour égaux deux nombres à un milliardième près.',
					`Les temps s’arrêtent à ${minutes(LONGEST_MINUTES)} : passer en deçà est une amélioration, au-delà une réduction, mais leur ampleur n’est pas connue et n’entre dans aucune moyenne.`,
					'« Inconnu » : d’un côté au moins, les horaires de tout ce qui est à portée manquent ; les chiffres d’heures de chaque côté sont sans ces habitants, dont le nombre est donné avant et après. Un lieu nouveau sans horaires n’améliore les heures de personne : elles deviennent inconnues à qui n’a que lui. « Non rattaché » : le carreau est trop loin d’une route.',
					'Les dix communes qui gagnent ou perdent le plus sont rangées par la somme des différences de leurs habitants.',
					'La carte des différences a autant de classes de part et d’autre de zéro, qui est une classe à lui seul ; la plus grande différence d’un carreau habité les règle.',
					'Le seuil des secteurs est figé sur la situation actuelle : sous un scénario, les habitants au-dessous sont comptés au même seuil.'
				]
			},
			'Les temps d’un lieu nouveau ou déplacé sont cherchés comme ceux des autres : sur le même réseau routier, de tous les carreaux vers lui et retour, ou estimés d’après la distance si le territoire n’a pas de routes. Une matrice de temps fournie ne connaît aucun autre endroit : la modification n’est alors pas appliquée, et le motif est dit.'
		],
		example: [
			{
				caption: 'Minutes jusqu’au lieu le plus proche, avant et après',
				headings: ['Habitants', 'Avant', 'Après', 'Différence', 'Accès'],
				rows: points.map(({ after, before, change, people, state }) => [
					n(people),
					away(before),
					away(after),
					change === null ? 'non connue' : minutes(change).replace('-', '−'),
					{ improved: 'amélioré', reduced: 'réduit', unchanged: 'inchangé' }[state]
				])
			},
			`Accès amélioré pour ${n(improved)} habitants, réduit pour ${n(reduced)}, inchangé pour ${n(unchanged)}. Moyenne des différences connues : ${fixed(meanChange, 1)} min.`
		],
		limits: [
			'Les habitants, leurs rythmes et les routes restent ceux d’aujourd’hui : nul ne déménage, aucune ligne ne s’ouvre.',
			'Un accès amélioré n’est pas une fréquentation prévue.',
			'Une tournée d’une semaine sur deux n’est pas dans la semaine type : elle n’y donne pas d’heures utilisables.'
		]
	},
	couts: {
		title: 'Coûts',
		answers: 'Que coûte un scénario par an, qui le paie, et que reste-t-il à payer sans l’aide de l’État ?',
		blocks: [
			'Tout se compte par rapport à la situation actuelle : des heures en plus coûtent, des heures en moins économisent. Les heures sont comptées date par date sur l’année civile des semaines types. Aucun montant n’est supposé : ce que personne n’a dit reste absent, et sa formule dit ce qui manque.',
			{
				formula: 'staff-cost',
				says: 'Le personnel coûte les heures ouvertes en plus, fois les agents en service ensemble, préparation comprise, fois le prix d’une heure payée. Les heures des bénévoles se comptent de même, à part, pour 0 €.',
				symbols: [
					{ symbol: 'C', means: 'coût du personnel', unit: '€ par an' },
					{ symbol: 'H', means: 'heures ouvertes aujourd’hui ; avec ′, sous le scénario', unit: 'h par an' },
					{ symbol: 'a', means: 'agents payés en service ensemble', unit: 'agents' },
					{ symbol: 'ρ', means: 'heures de préparation par heure en service', unit: 'sans unité' },
					{ symbol: 'q', means: 'prix d’une heure payée, charges comprises', unit: '€ par h' },
					{ symbol: 'B', means: 'heures de bénévoles', unit: 'h par an' },
					{ symbol: 'v', means: 'bénévoles en service ensemble', unit: 'bénévoles' }
				]
			},
			{
				formula: 'state-share',
				says: 'L’État peut prendre à sa charge une part du personnel des heures en plus, créneau par créneau. Si d’autres créneaux du même changement coûtent moins, seul le surcoût net est aidé : déplacer des heures à coût constant ne l’est pas.',
				symbols: [
					{ symbol: 'A', means: 'aide de l’État', unit: '€ par an' },
					{ symbol: 'λ', means: 'part du surcoût qui reste, ce qui est économisé ôté', unit: 'sans unité' },
					{ symbol: 's', means: 'sorte de créneau', unit: 'sans unité' },
					{ symbol: 'r', means: 'taux de l’aide pour ce créneau', unit: '%' },
					{ symbol: 'C', means: 'personnel en plus (ou en moins) pour ce créneau', unit: '€ par an' }
				]
			},
			{
				list: [
					'Créneaux : le dimanche ; puis tout ce qui est en vacances scolaires ; en période scolaire, le samedi jusqu’à 13 h et après, les autres jours jusqu’à 19 h et après. Un jour férié compte comme le jour de la semaine où il tombe. En semaine avant 9 h, il n’y a ni taux, ni aide.',
					`Un seul barème régional est publié, en Auvergne-Rhône-Alpes (${STATE_RATES.year}) : ${percent(rates['weekday-day'])} en journée, ${percent(rates['weekday-evening'])} en soirée, le samedi après-midi et en vacances scolaires, ${percent(rates.sunday)} le dimanche. Ailleurs, et le samedi matin, le taux est « à confirmer par la DRAC » : tant qu’il manque, aucun montant.`,
					'Il faut aussi avoir dit que les heures peuvent être aidées. Ni l’investissement, ni le fonctionnement, ni les véhicules n’entrent dans cette part.'
				]
			},
			{
				formula: 'cost-of-year',
				says: 'L’investissement pèse sur la première année. L’aide dure les années que l’on dit, cinq au plus ; l’année d’après, toujours montrée, est sans aide (A = 0). Les autres financeurs ne réduisent pas le reste à payer au-dessous de zéro ; s’il y est déjà, parce que des fermetures économisent, il y reste.',
				symbols: [
					{ symbol: 'G', means: 'coût de l’année y', unit: '€' },
					{ symbol: 'C', means: 'personnel', unit: '€ par an' },
					{ symbol: 'F', means: 'fonctionnement et véhicules', unit: '€ par an' },
					{ symbol: 'I', means: 'investissement', unit: '€' },
					{ symbol: 'y', means: 'année, de 1 à la première sans aide', unit: 'an' },
					{ symbol: 'R', means: 'reste à payer', unit: '€' },
					{ symbol: 'A', means: 'aide de l’État cette année-là', unit: '€' },
					{ symbol: 'O', means: 'autres financeurs', unit: '€ par an' }
				]
			},
			{
				formula: 'euros-per-hour',
				says: 'Le coût annuel, sans l’investissement, divisé par les heures utilisables que gagnent en un an les habitants du profil, sur tout le territoire. Sans gain, ou sans coût, le chiffre n’existe pas.',
				symbols: [
					{ symbol: 'K', means: 'coût d’une heure-habitant utilisable de plus', unit: '€' },
					{ symbol: 'C', means: 'personnel', unit: '€ par an' },
					{ symbol: 'F', means: 'fonctionnement et véhicules', unit: '€ par an' },
					{ symbol: 'w', means: 'semaine type : scolaire, petites vacances, été', unit: 'sans unité' },
					{ symbol: 'n', means: 'jours de cette espèce dans l’année, divisés par 7', unit: 'semaines' },
					{ symbol: 'P', means: 'habitants du profil dans le carreau i', unit: 'habitants' },
					{ symbol: 'U', means: 'heures utilisables aujourd’hui ; avec ′, sous le scénario', unit: 'h par semaine' }
				]
			}
		],
		example: [
			`${n(cost.hours)} h de plus par an le samedi après-midi, ${n(cost.onDuty)} agents à ${euros(cost.perHour)} l’heure : ${euros(cost.staff)} par an, dont ${percent(cost.rate)} d’aide, soit ${euros(cost.state)} ; ${euros(cost.investment)} d’investissement ; ${euros(cost.funders)} par an d’un autre financeur. Un bénévole à chaque heure : ${n(cost.hours)} h, pour 0 €.`,
			{
				caption: 'Année par année',
				headings: ['Année', 'Coût', 'Aide de l’État', 'Autres', 'Reste à payer'],
				rows: cost.years.map(({ from, gross, left, state, to }) => [
					from === to ? n(from) : `${n(from)} à ${n(to)}`,
					euros(gross),
					euros(state),
					euros(cost.funders),
					euros(left)
				])
			},
			`Si les habitants du profil y gagnent ${n(cost.personHours)} heures utilisables par an : ${euros(cost.perPersonHour)} l’heure.`
		],
		limits: [
			'L’aide est une hypothèse : la DRAC décide de l’éligibilité, du taux et de la durée. Le Sénat signale une aide qui décroît dès la quatrième année.',
			'Ni inflation, ni ancienneté, ni remplacements : les prix sont ceux que l’on dit, les mêmes chaque année.',
			'Une tournée d’une semaine sur deux coûte ses heures, mais n’a pas d’heures utilisables dans la semaine type.'
		]
	}
};
