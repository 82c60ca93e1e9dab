import { DEFENDER } from './defender.ts';
import type { Statement } from './statement.ts';

export const STATEMENT_FR: Statement = {
	title: 'Déclaration d’accessibilité',
	sections: [
		{
			title: 'Engagement',
			blocks: [
				'L’organisme qui publie cette application s’engage à la rendre accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à l’application Maillage, dans la version publiée ici.'
			]
		},
		{
			title: 'État de conformité',
			blocks: [
				'Maillage est non conforme avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1, au sens de la réglementation : aucun audit n’a encore été réalisé, et sans audit aucun taux de conformité ne peut être annoncé.',
				'L’application est conçue d’après les critères du RGAA 4.1 et des WCAG 2.2, niveau AA. Des contrôles automatiques sont passés à chaque version ; ils ne remplacent pas un audit, et ne voient qu’une partie des critères.'
			]
		},
		{
			title: 'Résultats des tests',
			blocks: [
				'Contrôles réalisés par les auteurs de l’application, sans valeur d’audit :',
				{
					list: [
						'contrôle automatique (axe-core, règles de niveaux A et AA des WCAG 2.0 à 2.2) de chaque page et des fenêtres, listes, fiches et tableaux qui s’y ouvrent : en français et en thème clair, en anglais et en thème sombre, en fenêtre d’ordinateur et de téléphone ; de l’import de fichiers (aucun, donnés, territoire prêt), en français ;',
						'parcours au clavier seul de chaque page, dans les deux sens : ordre, nom et repère visible de ce qui reçoit le focus, aucun piège ; retour du focus d’où l’on vient, fenêtre, liste, formulaire, tableau ou fiche refermés ; commandes de la carte, grille d’horaires, dessin d’un secteur et visite guidée utilisés au clavier seul ;',
						'principales pages regardées dans une fenêtre de 720 × 450 (agrandissement à 200 %), de 320 de large (agrandissement à 400 %) et de téléphone ; un contrôle automatique vérifie que les titres se suivent et que rien n’y déborde en largeur, hors des tableaux, qui défilent dans leur cadre ;',
						'chaque page mesurée avec l’espacement du texte augmenté (critère 1.4.12), en fenêtre d’ordinateur et de téléphone : aucun texte coupé ; pages Carte, Horaires, Simulation, Diagnostic et import regardées avec les couleurs imposées par le système ; mouvements réduits respectés ;',
						'palettes de données, de la semaine et des isochrones vérifiées par simulation des trois daltonismes (protanopie, deutéranopie, tritanopie).'
					]
				}
			]
		},
		{
			title: 'Contenus non accessibles',
			blocks: ['Faute d’audit, cette liste n’est pas exhaustive.']
		},
		{
			title: 'Non-conformités connues',
			isNested: true,
			blocks: [
				{
					list: [
						'La carte est une image dessinée par le navigateur : son contenu n’est pas lu par les lecteurs d’écran. Ce qu’elle montre est aussi en tableaux (bouton « Tableaux »), en fiches et en phrases ; ses commandes s’utilisent au clavier.',
						'Les noms tracés sur la carte ne suivent ni la taille ni l’espacement de texte choisis dans le navigateur ; ils s’agrandissent en rapprochant la carte.',
						'La semaine et le dessin d’un secteur sont des commandes particulières, utilisables au clavier ; elles n’ont pas été vérifiées avec chaque lecteur d’écran.',
						'Les documents produits (PDF imprimé par le navigateur, Word, classeurs) ont des titres, des tableaux et des textes de remplacement ; leur accessibilité n’a pas été contrôlée par un outil dédié.',
						'Les images PNG de la carte sont à accompagner d’une description par qui les diffuse.',
						'Dans une fenêtre très basse (page agrandie à 400 %), le haut de page et les onglets prennent une grande part de la place ; la carte et ses panneaux se lisent en faisant défiler.',
						'Dans le tableau des lieux de la page Horaires, en revenant en arrière au clavier, des en-têtes de colonnes qui ont le focus peuvent être en partie sous la première colonne.',
						'L’espacement du texte augmenté et les couleurs imposées par le système n’ont pas été vérifiés dans chaque état de chaque page.',
						'Les noms lus dans les fichiers de l’utilisateur sont affichés tels quels, sans indication de leur langue.'
					]
				}
			]
		},
		{
			title: 'Dérogations pour charge disproportionnée',
			isNested: true,
			blocks: ['Aucune.']
		},
		{
			title: 'Contenus non soumis à l’obligation d’accessibilité',
			isNested: true,
			blocks: [
				'Les cartes en ligne, dès lors que les informations essentielles sont fournies sous une forme accessible : ici, les tableaux, les fiches et la phrase qui accompagnent chaque carte.'
			]
		},
		{
			title: 'Établissement de cette déclaration',
			blocks: ['Cette déclaration a été établie le 22 novembre 2026, par une auto-évaluation.']
		},
		{
			title: 'Technologies utilisées',
			isNested: true,
			blocks: [{ list: ['HTML5', 'CSS', 'JavaScript', 'SVG', 'WebGL', 'WAI-ARIA'] }]
		},
		{
			title: 'Environnement de test',
			isNested: true,
			blocks: [
				'Contrôles faits avec Chromium sous Linux, au clavier et à la souris, en fenêtres d’ordinateur et de téléphone. Aucune vérification n’a encore été faite avec NVDA, JAWS, VoiceOver ou TalkBack, ni par des personnes qui s’en servent.'
			]
		},
		{
			title: 'Outils pour évaluer l’accessibilité',
			isNested: true,
			blocks: [
				{
					list: [
						'axe-core, conduit par Playwright',
						'simulation des daltonismes (Machado, Oliveira et Fernandes, 2009)'
					]
				}
			]
		},
		{
			title: 'Pages du site ayant fait l’objet de la vérification',
			isNested: true,
			blocks: [
				'Carte, Horaires, Simulation, Territoire, Diagnostic, Suivi, Synthèse pour les élus, Données, Charger mon territoire (import), Mes projets, Méthode, Accessibilité.'
			]
		},
		{
			title: 'Retour d’information et contact',
			blocks: [
				'Si vous n’arrivez pas à accéder à un contenu ou à un service, écrivez à l’organisme qui vous a donné l’adresse de cette application : il vous orientera vers une alternative accessible, ou vous enverra le contenu sous une autre forme. Les fichiers de l’application ne contiennent pas son adresse : elle figure sur le site où vous avez trouvé le lien.'
			]
		},
		{
			title: 'Voies de recours',
			blocks: [
				'Cette procédure est à utiliser dans le cas suivant : vous avez signalé à l’organisme responsable un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et vous n’avez pas obtenu de réponse satisfaisante. Vous pouvez :',
				{
					list: [
						{ text: 'écrire un message au Défenseur des droits', href: DEFENDER.form },
						{ text: 'contacter le délégué du Défenseur des droits dans votre région', href: DEFENDER.delegates },
						`envoyer un courrier par la poste (gratuit, ne pas mettre de timbre)\u00a0: Défenseur des droits, ${DEFENDER.post}`
					]
				}
			]
		}
	]
};
