/** How the Défenseur des droits is reached, as the official form of the statement tells it. */
export const DEFENDER = {
	form: 'https://formulaire.defenseurdesdroits.fr/',
	delegates: 'https://www.defenseurdesdroits.fr/saisir/delegues',
	post: 'Libre réponse 71120, 75342 Paris CEDEX 07'
} as const;
