import { SWOT_THRESHOLDS } from '../../../report/swot-thresholds.ts';
import type { SectionTexts } from '../section.ts';
import { percent } from './figures.ts';

const swot = SWOT_THRESHOLDS;

/** How the points to argue of a diagnostic are drawn from its figures. */
export const argued: Pick<SectionTexts, 'atouts-faiblesses'> = {
	'atouts-faiblesses': {
		title: 'Atouts, faiblesses, opportunités, menaces',
		answers: 'Quels points le diagnostic propose-t-il à la discussion, et d’après quelles règles ?',
		blocks: [
			'Chaque point compare un chiffre du diagnostic à un seuil fixe ou à un repère publié ; la règle est écrite à côté du point. Un chiffre qui n’est pas connu ne propose rien. L’auteur garde, nuance ou écarte chaque point, et ajoute les siens.',
			{
				caption: 'Seuils',
				headings: ['Chiffre', 'Règle', 'Proposé comme'],
				rows: [
					[
						'Part des habitants à portée d’un lieu compté, dans le temps demandé',
						`${percent(swot.coveredWell)} ou plus`,
						'atout'
					],
					['La même', `moins de ${percent(swot.coveredBadly)}`, 'faiblesse'],
					['Communes sans lieu compté', 'aucune', 'atout'],
					['Part des habitants du profil sans heure utilisable', `${percent(swot.fewWithoutUsable)} ou moins`, 'atout'],
					['La même', `plus de ${percent(swot.manyWithoutUsable)}`, 'faiblesse'],
					['Chiffre qui a un repère publié comparable', 'au niveau du repère ou au-dessus', 'atout'],
					['Le même', 'sous le repère', 'faiblesse'],
					['Bénévoles déclarés', 'au moins un', 'atout'],
					['Secteurs prioritaires', 'au moins un', 'faiblesse'],
					[
						'Lieux qui donnent leur surface, leurs emplois, leurs entrées, leurs horaires',
						`moins de ${percent(swot.fewAnswers)}`,
						'faiblesse'
					],
					[
						'Lieux ouverts le soir, le samedi après-midi ou le dimanche, parmi ceux aux horaires connus',
						`${percent(swot.fewSitesOpen)} ou moins`,
						'opportunité'
					],
					['Secteurs prioritaires causés par les horaires', 'au moins un', 'opportunité'],
					[
						'Part des habitants à portée, avec et sans les lieux voisins',
						`écart de ${percent(swot.neighboursMatter)} de la population ou plus`,
						'opportunité et menace'
					],
					['Lieux sans salarié, parmi ceux qui répondent', `${percent(swot.mostlyWithoutPaid)} ou plus`, 'menace'],
					[
						'Ouverture moyenne l’été, rapportée à la semaine scolaire',
						`moins de ${percent(swot.muchLessInSummer)}`,
						'menace'
					],
					['Part des personnes de 65 ans ou plus', `plus de ${percent(swot.manyOlder)}`, 'menace']
				]
			},
			'Quand un chiffre a plusieurs repères, seul compte celui que son éditeur publie lui-même ; si cela ne suffit pas à choisir, aucun point n’est proposé. La surface totale n’est pas comparée : son seuil vaut pour une seule bibliothèque.'
		],
		example: [
			'À 15 min en voiture, 86 % des habitants ont un lieu : c’est moins que le seuil d’un atout et plus que celui d’une faiblesse, donc aucun point n’est proposé. Le samedi à 15 h, 7 lieux sont ouverts sur les 42 aux horaires connus, soit un sixième : c’est moins du quart, et le diagnostic propose d’adapter les horaires, parmi les opportunités.'
		],
		limits: [
			'Ces seuils sont des conventions de cet outil, non des normes : ils ouvrent la discussion et ne la concluent pas.',
			'Entre deux seuils, rien n’est proposé.'
		]
	}
};
