import { BORROW_AND_RETURN_MINUTES, DEFAULT_MINIMUM_VISIT_MINUTES } from '#domain/default-profiles.ts';
import { MINUTES_PER_QUARTER } from '#domain/question.ts';
import { PROFILE_EXAMPLE, USABLE_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { hours, minutes, n, span } from './figures.ts';

const { firstSiteMinutes, openMinutes, sites, summedMinutes, usableMinutes, visits, windows } = USABLE_EXAMPLE;
const ages = (from: number, to: number | null) => (to === null ? `${from} ans ou plus` : `${from}-${to} ans`);

export const hoursOfPeople: Pick<SectionTexts, 'moments' | 'heures-utilisables' | 'profils'> = {
	moments: {
		title: 'Moments et ouvertures',
		answers: 'À tel moment de la semaine, qui a une bibliothèque ouverte à sa portée ?',
		blocks: [
			{
				formula: 'coverage-at',
				says: 'Même calcul que la couverture, avec les seuls lieux ouverts à ce moment.',
				symbols: [
					{ symbol: 'C', means: 'couverture au moment m', unit: '%' },
					{ symbol: 'm', means: 'minute de la semaine, du lundi 0 h au dimanche 24 h', unit: 'min' },
					{ symbol: 'B', means: 'lieux comptés dans l’offre et ouverts à la minute m', unit: 'lieux' },
					{ symbol: 't', means: 'temps d’accès du carreau i au plus proche d’entre eux', unit: 'min' },
					{ symbol: 'T', means: 'temps d’accès maximal, inclus', unit: 'min' },
					{ symbol: 'P', means: 'habitants du carreau i', unit: 'habitants' }
				]
			},
			`Un lieu ouvert de 10 h à 12 h l’est à 10 h, et ne l’est plus à 12 h. La bande de la semaine donne la situation au début de chaque quart d’heure (${n(MINUTES_PER_QUARTER)} min).`,
			'La semaine se partage en six moments, qui ne se recouvrent pas : journée en semaine (du lundi au vendredi avant 18 h, mercredi après-midi à part), mercredi de 12 h à 18 h, soirée (du lundi au vendredi dès 18 h), samedi matin (jusqu’à 13 h), samedi après-midi, dimanche. Les heures de 12 h à 14 h sont dites à côté.',
			'Seules comptent les ouvertures à tout public. L’accueil sur rendez-vous, des classes ou des crèches est montré, jamais compté. Un lieu dont les horaires ne sont pas connus n’est ni ouvert ni fermé. De qui n’a que de tels lieux à sa portée, on ne sait pas s’il en a un d’ouvert : il n’est ni au numérateur ni au dénominateur, et son nombre est dit à côté. Si personne n’a à sa portée de lieu aux horaires connus, le chiffre est « non connu ».'
		],
		example: [
			`${sites.map(({ name, openings }) => `${name} ouvre ${openings.map(span).join(' et ')}`).join(' ; ')}. Le mercredi à 17 h 30, les deux sont ouverts ; à 18 h, ${sites[1].name} seul l’est encore : seuls ceux qui sont assez près de lui comptent.`
		],
		limits: [
			'Avoir une bibliothèque ouverte à cet instant ne dit pas que l’on a le temps d’y aller et d’y rester : c’est l’objet des heures utilisables.',
			'Les habitants sont ceux qui résident là ; où ils se trouvent dans la journée n’est pas connu.'
		]
	},
	'heures-utilisables': {
		title: 'Heures d’ouverture utilisables',
		answers:
			'Combien d’heures par semaine quelqu’un peut-il vraiment passer dans une bibliothèque ouverte, compte tenu de son temps libre et du trajet aller et retour ?',
		blocks: [
			'Sans profil, on compte les ouvertures : la durée pendant laquelle au moins un lieu à portée est ouvert. Deux lieux ouverts en même temps ne comptent qu’une fois.',
			{
				formula: 'openings',
				says: 'Les heures d’ouverture à portée sont la durée de la réunion des ouvertures des lieux au temps choisi au plus.',
				symbols: [
					{ symbol: 'H', means: 'ouverture à portée du carreau i', unit: 'h par semaine' },
					{ symbol: 'O', means: 'ouvertures du lieu j dans la semaine', unit: 'min' },
					{ symbol: 't', means: 'temps d’accès de i à j', unit: 'min' },
					{ symbol: 'T', means: 'temps d’accès maximal, inclus', unit: 'min' }
				]
			},
			'Avec un profil, chaque plage de temps libre et chaque ouverture donnent une visite possible : on part au début de la plage, on est rentré avant sa fin.',
			{
				formula: 'visit',
				says: 'La visite va de la plus tardive de l’ouverture et de l’arrivée, à la plus précoce de la fermeture et du départ ; elle ne compte que si elle dure au moins la visite minimale.',
				symbols: [
					{ symbol: 'V', means: 'visite possible', unit: 'min' },
					{ symbol: 's', means: 'début de la plage libre (e : sa fin)', unit: 'min' },
					{ symbol: 'o', means: 'début de l’ouverture (c : sa fin)', unit: 'min' },
					{ symbol: 't', means: 'trajet aller (→) et retour (←)', unit: 'min' },
					{ symbol: 'δ', means: 'visite minimale', unit: 'min' }
				]
			},
			{
				formula: 'usable',
				says: 'Les heures utilisables sont la durée de la réunion de toutes les visites possibles.',
				symbols: [
					{ symbol: 'U', means: 'heures utilisables du carreau i', unit: 'h par semaine' },
					{ symbol: 'V', means: 'visites possibles de i au lieu j', unit: 'min' },
					{ symbol: 't', means: 'trajet aller de i à j', unit: 'min' },
					{ symbol: 'T', means: 'temps d’accès maximal, inclus', unit: 'min' }
				]
			},
			{
				formula: 'median',
				says: '« La moitié des habitants disposent d’au moins tant d’heures » : la plus grande durée que la moitié des habitants atteint ou dépasse. Elle n’est pas interpolée : quelqu’un l’a vraiment.',
				symbols: [
					{ symbol: 'M', means: 'durée médiane', unit: 'h par semaine' },
					{ symbol: 'x', means: 'durée essayée', unit: 'h par semaine' },
					{ symbol: 'H', means: 'durée du carreau i (utilisable, ou d’ouverture)', unit: 'h par semaine' },
					{ symbol: 'P', means: 'habitants du carreau i', unit: 'habitants' }
				]
			},
			'Qui n’a à sa portée que des lieux aux horaires inconnus n’est pas « sans aucune heure » : ses heures ne sont pas connues. Il est hors de la médiane, de la moyenne et des deux termes de chaque pourcentage d’heures ; ces habitants sont comptés à côté. Qui n’a aucun lieu à sa portée n’a aucune heure, et c’est connu. Si un seul des lieux à portée a des horaires connus, ce sont ses heures qui comptent : c’est au moins ce dont on dispose.',
			'Ce que donne « lui seul » un lieu ou un créneau est le temps utilisable qui serait perdu sans lui, tout le reste gardé, multiplié par les habitants qui le perdraient. Les pertes de deux lieux ne s’additionnent pas.'
		],
		example: [
			{
				caption: `Temps libre : ${windows.map(span).join(', ')} ; visite minimale : ${minutes(USABLE_EXAMPLE.minimumVisitMinutes)}`,
				headings: ['Lieu', 'Trajet', 'Ouverture', 'Visite possible'],
				rows: visits.map(({ site, visit }) => {
					const { minutesAway, name, openings } = sites[site];
					const opening = openings.find(([from, to]) => visit[0] >= from && visit[1] <= to);
					return [name, minutes(minutesAway), opening === undefined ? '' : span(opening), span(visit)];
				})
			},
			`En tout ${minutes(usableMinutes)} utilisables (${hours(usableMinutes / 60)}). La somme des visites, ${minutes(summedMinutes)}, compterait deux fois le mercredi ; ${sites[0].name} seul en donne ${n(firstSiteMinutes)} ; les lieux sont ouverts ${n(openMinutes)} min en tout.`
		],
		limits: [
			'Le temps libre est une hypothèse, pas une enquête : voyez les profils, et changez-les.',
			'Un lieu dont le retour n’est pas connu (matrice à sens unique) ne compte pas ; il est dit.',
			'Le nombre de places assises et l’affluence ne sont pas pris en compte.'
		]
	},
	profils: {
		title: 'Profils horaires',
		answers: 'De qui parle-t-on quand on dit « au rythme d’un actif à temps plein » ?',
		blocks: [
			'Un profil, ce sont des plages de temps libre dans la semaine, et les âges qu’il pèse. Les données disent les âges, pas l’activité : on écrit donc « les 25-64 ans, au rythme d’un actif à temps plein », jamais « les actifs ».',
			'Les profils se recouvrent : une personne de 30 ans est pesée par trois d’entre eux. Leurs habitants ne s’additionnent jamais.',
			{
				formula: 'profile',
				says: 'Les habitants d’un profil sont ceux de chaque tranche d’âge, au prorata des années d’âge que le profil y prend.',
				symbols: [
					{ symbol: 'Q', means: 'habitants du profil dans le carreau i', unit: 'habitants' },
					{ symbol: 'P', means: 'habitants de la tranche d’âge b dans ce carreau', unit: 'habitants' },
					{ symbol: 'n', means: 'années d’âge de la tranche que le profil comprend', unit: 'années' },
					{ symbol: 'N', means: 'années d’âge de la tranche (la dernière est étendue jusqu’à 99 ans)', unit: 'années' }
				]
			},
			`La visite minimale proposée est de ${minutes(DEFAULT_MINIMUM_VISIT_MINUTES)} ; le même calcul avec ${minutes(BORROW_AND_RETURN_MINUTES)}, pour un emprunt ou un retour, se lit à côté. Plages, âges et visite minimale se modifient ; ce qui est modifié est marqué, et se trouve dans l’adresse de la page.`,
			'Pendant les vacances scolaires, les élèves et les enfants sont libres du lundi au samedi de 9 h à 19 h ; les autres profils gardent leurs plages. Une semaine donnée prend chaque jour dans la semaine type de ce jour ; si la nature d’un jour n’est pas connue et que le profil en dépend, le chiffre est « non connu ».'
		],
		example: [
			{
				caption: `Un profil des ${ages(PROFILE_EXAMPLE.ages.fromAge, PROFILE_EXAMPLE.ages.toAge)}, dans un carreau`,
				headings: ['Tranche d’âge', 'Habitants', 'Comptés'],
				rows: PROFILE_EXAMPLE.bands.map(({ fromAge, people, taken, toAge }) => [
					ages(fromAge, toAge),
					n(people),
					n(taken)
				])
			},
			`${n(PROFILE_EXAMPLE.people)} habitants. La tranche coupée compte pour la moitié de ses années ; la page dit alors que les âges sont partagés au prorata.`
		],
		limits: [
			'Les plages sont des conventions de ce projet, discutables et modifiables.',
			'Où les données n’ont pas d’âges, tous les habitants sont pesés, et c’est dit.',
			'L’absence de voiture n’est pas un profil : choisissez le mode « à pied » ou « à vélo ».'
		]
	}
};
