import { HOURS_EXAMPLE, SITING_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { LONGEST_MINUTES, LONGEST_SLOT_MINUTES, MOST_PLACES, SLOT_STEP_MINUTES } from '../stated.ts';
import { fixed, hours, minutes, n, span } from './figures.ts';

const { answers, cutoffMinutes, hamlets, places } = SITING_EXAMPLE;

export const proposals: Pick<SectionTexts, 'implantation' | 'heures-a-ajouter'> = {
	implantation: {
		title: 'Où placer un lieu',
		answers:
			'Où ouvrir, selon que l’on veut atteindre le plus d’habitants, tout le monde, raccourcir les trajets ou le plus long d’entre eux ?',
		blocks: [
			`Les emplacements possibles sont les carreaux habités, les centres des communes, ou une liste donnée. Au-delà de ${n(MOST_PLACES)} carreaux, on garde les plus peuplés, un par hexagone. Les lieux comptés d’aujourd’hui restent ouverts, sauf ceux que l’on permet de fermer. Quatre problèmes classiques posent la question.`,
			{
				formula: 'mclp',
				says: 'Couverture maximale (MCLP) : avec n lieux au plus, le plus d’habitants à portée.',
				symbols: [
					{
						symbol: 'p',
						means: 'poids du carreau i : ses habitants, ou ceux-ci fois la part d’heures utilisables qui leur manque',
						unit: 'habitants'
					},
					{ symbol: 'z', means: '1 si le carreau i est couvert, sinon 0', unit: 'sans unité' },
					{ symbol: 'y', means: '1 si le lieu j est ouvert, sinon 0', unit: 'sans unité' },
					{ symbol: 't', means: 'temps d’accès du carreau i au lieu j', unit: 'min' },
					{ symbol: 'T', means: 'temps d’accès maximal, inclus', unit: 'min' },
					{ symbol: 'n', means: 'lieux ouverts au plus, ceux qui restent compris', unit: 'lieux' }
				]
			},
			{
				formula: 'lscp',
				says: 'Couverture totale (LSCP) : le moins de lieux possible pour que tous soient à portée.',
				symbols: [
					{ symbol: 'y', means: '1 si le lieu j est ouvert, sinon 0', unit: 'sans unité' },
					{ symbol: 't', means: 'temps d’accès du carreau i au lieu j', unit: 'min' },
					{ symbol: 'T', means: 'temps d’accès maximal, inclus', unit: 'min' }
				]
			},
			{
				formula: 'p-median',
				says: 'p-médiane : avec n lieux au plus, le temps moyen le plus court jusqu’au lieu le plus proche.',
				symbols: [
					{ symbol: 'p', means: 'poids du carreau i', unit: 'habitants' },
					{ symbol: 'S', means: 'lieux ouverts', unit: 'lieux' },
					{ symbol: 't', means: 'temps d’accès du carreau i au lieu j', unit: 'min' },
					{ symbol: 'n', means: 'lieux ouverts au plus, ceux qui restent compris', unit: 'lieux' }
				]
			},
			{
				formula: 'p-center',
				says: 'p-centre : avec n lieux au plus, le trajet du carreau le plus éloigné le plus court possible.',
				symbols: [
					{ symbol: 'S', means: 'lieux ouverts', unit: 'lieux' },
					{ symbol: 't', means: 'temps d’accès du carreau i au lieu j', unit: 'min' },
					{ symbol: 'n', means: 'lieux ouverts au plus, ceux qui restent compris', unit: 'lieux' }
				]
			},
			{
				list: [
					'Fermetures permises, sans budget : autant de lieux ouverts qu’aujourd’hui, chaque nouveau remplaçant un ancien.',
					'Budget : les ouvertures et les fermetures, chacune à son coût (une fermeture peut économiser), n’en dépassent pas le total.',
					'Habitants au moins : chaque lieu nouveau est le plus proche lieu ouvert de ce nombre d’habitants ; à portée, pour les deux problèmes de couverture.'
				]
			},
			'Des choix rapides (le meilleur, puis le suivant, puis des échanges) donnent une solution ; une relaxation du problème donne une borne, que rien ne dépasse ; une exploration par séparation et le solveur exact HiGHS rapprochent l’une de l’autre, dans le temps que l’on accorde.',
			{
				formula: 'gap',
				says: '« Meilleur résultat possible » : la borne est la valeur trouvée, aucune autre solution ne fait mieux, c’est prouvé. Sinon, l’écart dit ce qui peut manquer au plus ; la solution peut déjà être la meilleure sans qu’on l’ait prouvé.',
				symbols: [
					{ symbol: 'E', means: 'écart à la borne', unit: '%' },
					{ symbol: 'B', means: 'borne : aucune solution ne fait mieux', unit: 'celle de V' },
					{ symbol: 'V', means: 'valeur trouvée', unit: 'habitants, lieux ou min' }
				]
			}
		],
		example: [
			{
				caption: `Un lieu à ouvrir parmi trois emplacements, ${minutes(cutoffMinutes)} au plus`,
				headings: ['Habitants', ...places.map((place) => `Temps jusqu’à ${place}`)],
				rows: hamlets.map(({ minutes: away, people }) => [n(people), ...away.map(minutes)])
			},
			`Couverture maximale : ${answers.mclp.place} (${n(answers.mclp.people)} habitants). p-médiane : ${answers.pmedian.place} (${fixed(answers.pmedian.meanMinutes, 1)} min en moyenne). p-centre : ${answers.pcenter.place} (${minutes(answers.pcenter.minutes)} au plus). Pour que tous soient à portée, il en faut ${n(answers.lscp.sites)}.`
		],
		limits: [
			'Ni le terrain, ni le bâti, ni les transports ne sont connus : un emplacement est un quartier à regarder, non une adresse.',
			'Un lieu proposé n’a pas encore d’horaires : seul le trajet compte. Décidez-les ensuite, puis regardez les heures utilisables.',
			`Les habitants qu’aucun emplacement n’atteint restent hors du calcul, et leur nombre est dit ; dans la p-médiane, ils comptent pour ${minutes(LONGEST_MINUTES)} et une seconde.`
		]
	},
	'heures-a-ajouter': {
		title: 'Quelles heures ajouter',
		answers: 'Avec tant d’heures de plus par semaine, où et quand ouvrir pour que le plus d’habitants puissent venir ?',
		blocks: [
			{
				formula: 'hours-added',
				says: 'Parmi les créneaux possibles, ceux qui ajoutent le plus d’heures utilisables aux habitants du profil, ou de plusieurs profils, chacun au poids que l’on dit. Comme chaque heure d’un habitant ne compte qu’une fois, ouvrir quand un autre lieu à sa portée l’est déjà ne lui ajoute rien.',
				symbols: [
					{ symbol: 'a', means: 'profil', unit: 'sans unité' },
					{ symbol: 'ω', means: 'part du profil dans les poids (un seul profil : 1)', unit: 'sans unité' },
					{ symbol: 'P', means: 'habitants du profil a dans le carreau i', unit: 'habitants' },
					{
						symbol: 'U',
						means: 'leurs heures utilisables dans la semaine type, ces créneaux ouverts',
						unit: 'h par semaine'
					},
					{ symbol: 'S', means: 'créneaux ajoutés', unit: 'créneaux' },
					{ symbol: 's', means: 'un créneau, et sa durée', unit: 'h' },
					{ symbol: 'N', means: 'heures à ajouter', unit: 'h par semaine' }
				]
			},
			{
				list: [
					`Un créneau dure au moins le bloc choisi ; il commence et finit toutes les ${minutes(SLOT_STEP_MINUTES)}, ou là où une ouverture, ou le temps permis, commence ou finit. Chacun dure ${hours(LONGEST_SLOT_MINUTES / 60)} au plus, ou deux blocs ; deux qui se touchent en font un plus long. Aucun ne passe minuit.`,
					'Un lieu ne change pas de plus d’heures que la limite dite. Les lieux tenus par des bénévoles seuls sont verrouillés, sauf avis contraire ; les lieux voisins, les bibliobus et les lieux aux horaires inconnus restent comme ils sont.',
					'Recherche : le créneau qui ajoute le plus, ou le plus par minute, puis le suivant ; des échanges ; enfin, tant qu’il reste du temps, tous les choix que la borne n’exclut pas.'
				]
			},
			{
				formula: 'hours-bound',
				says: 'La borne coupe le temps libre en intervalles. Dans chacun, un habitant ne gagne ni plus que ce qui lui en reste, ni plus que ce que lui donnent les créneaux choisis : quel que soit le partage σ entre ces deux limites, nul choix ne gagne plus que B. Le partage est ajusté pas à pas pour l’abaisser ; le meilleur ensemble de créneaux y est calculé exactement.',
				symbols: [
					{ symbol: 'B', means: 'borne du gain', unit: 'heures-habitants' },
					{ symbol: 'P', means: 'habitants du profil dans le carreau i, au poids du profil', unit: 'habitants' },
					{ symbol: 'σ', means: 'partage pour le carreau i et l’intervalle b, de 0 à 1', unit: 'sans unité' },
					{ symbol: 'g', means: 'temps que i peut encore gagner dans b', unit: 'h' },
					{ symbol: 'S', means: 'créneaux qui tiennent ensemble dans les limites', unit: 'créneaux' },
					{ symbol: 's', means: 'un créneau', unit: 'sans unité' },
					{ symbol: 'd', means: 'temps de b que le créneau s donne à i', unit: 'h' }
				]
			},
			'L’écart se lit comme celui des lieux. Déplacer des heures : celles que l’on ajoute, puis autant que l’on retire là où elles manqueront le moins, tant que cela gagne ; la borne est celle des heures ajoutées. Heures qui pourraient partir : ce qu’un lieu est seul à donner est perdu quoi qu’on ferme d’autre ; la somme la plus faible de ces pertes borne la perte. Ce dernier calcul est un document de travail, jamais sur une page partagée.'
		],
		example: [
			{
				caption: `Deux hameaux libres le ${span(HOURS_EXAMPLE.window)} ; L1 et L2 fermés ce jour-là`,
				headings: ['Habitants', 'Temps jusqu’à L1', 'jusqu’à L2'],
				rows: HOURS_EXAMPLE.hamlets.map(({ minutes: away, people }) => [
					n(people),
					...away.map((each) => (each === null ? 'hors de portée' : minutes(each)))
				])
			},
			{
				caption: 'Heures utilisables ajoutées',
				headings: ['Ouvrir', 'Heures-habitants'],
				rows: HOURS_EXAMPLE.choices.map(({ opened, personHours }) => [
					opened.map(({ site, times }) => `L${site + 1}, ${span(times)}`).join(' et '),
					n(personHours)
				])
			}
		],
		limits: [
			'Une proposition vaut pour une semaine type et les profils comptés : les autres habitants peuvent y gagner ou y perdre autrement.',
			'Le mieux est cherché parmi les créneaux de la liste : un créneau de 14 h 10 à 16 h 10 n’en est pas.',
			'Ni les équipes, ni les contrats, ni les usages d’un lieu fermé au public (classes, rangement) ne sont connus : verrouillez ce qui ne peut pas changer.'
		]
	}
};
