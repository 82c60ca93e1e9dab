import { followUpMethod } from '../../../report/follow-up/follow-up-method.ts';
import { FOLLOW_UP_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { percent } from './figures.ts';

const { alike, renamed } = FOLLOW_UP_EXAMPLE;

/** How two dates of a territory are held against each other. */
export const followed: Pick<SectionTexts, 'suivi'> = {
	suivi: {
		title: 'Suivi de deux dates',
		answers: 'Qu’est-ce qui a changé entre deux dates, et l’expérimentation a-t-elle donné ce qui était prévu ?',
		blocks: [
			'Les deux dates répondent à la même question : mode, temps maximal, semaine, profil, lieux comptés. Chaque lieu d’une date est rapproché d’un seul lieu de l’autre, ou d’aucun.',
			{ list: followUpMethod('fr') },
			'Les sommes (heures, entrées, prêts, emprunteurs, surfaces) portent aux deux dates sur les mêmes lieux : ceux qui sont maintenus, comptés dans l’offre et renseignés aux deux dates. Un écart d’ensemble n’est donné que si les deux dates ont autant de répondants et, dans le périmètre, les mêmes lieux sans réponse.',
			'Le prévu est le scénario appliqué à la date la plus ancienne ; le compté est la date la plus récente, sans scénario, calculée de même.'
		],
		example: [
			`« ${alike.before} » et « ${alike.after} », à ${alike.metres} m : ${percent(alike.likeness)} des paires de lettres sont communes ; c’est le même lieu. « ${renamed.before} » et « ${renamed.after} », à ${renamed.metres} m : ${percent(renamed.likeness)} seulement ; sans identifiant commun, le rapprochement est à confirmer.`
		],
		limits: [
			'Ces seuils sont des conventions de cet outil. Un lieu absent des données n’est pas toujours un lieu fermé.',
			'Un écart ne dit pas sa cause : population, autres lieux, routes et données ont pu changer aussi.'
		]
	}
};
