import { describe, expect, it } from 'vitest';
import { setCounted, type Site } from '#domain/site.ts';
import { decideSite, type SiteWords } from '#io/sites/site-kinds.ts';

const decide = (words: Partial<SiteWords>) =>
	decideSite({ name: 'Bibliothèque', type: '', statut: '', openToAll: '', active: false, ...words });
const summary = (words: Partial<SiteWords>) => {
	const { kind, counted } = decide(words);
	return [kind, counted.counted, counted.reason];
};

describe('what a place of the Ministry’s file is', () => {
	it.each([
		['Bâtiment ouvert', 'library', true, 'counted_reason_public_building'],
		['BATIMENT OUVERT', 'library', true, 'counted_reason_public_building'],
		['Lieu uniquement administratif', 'administrative', false, 'counted_reason_administrative'],
		['Bibliothèque départementale', 'departmental', false, 'counted_reason_departmental'],
		['Bibliobus', 'bookmobile', false, 'counted_reason_bookmobile'],
		['Réserve de documents non ouverte au public', 'other', false, 'counted_reason_closed_stacks'],
		['0', 'other', false, 'counted_reason_type_blank']
	])('%s', (type, kind, counted, reason) => expect(summary({ type })).toEqual([kind, counted, reason]));

	it('tells, where the type was left at 0, libraries at work from a network’s office', () => {
		expect(summary({ type: '0', active: true })).toEqual(['library', true, 'counted_reason_type_blank_active']);
		expect(summary({ type: '0', active: true, name: 'Réseau de lecture publique Valence Romans' })).toEqual([
			'administrative',
			false,
			'counted_reason_network'
		]);
	});

	it.each(['Bibliothèque de Lunay (fermé)', 'Bibliothèque de Ollé - Fermée', 'Bibliothèque de Brion INACTIF'])(
		'does not count a building called “%s”',
		(name) =>
			expect(decide({ type: 'Bâtiment ouvert', name }).counted).toMatchObject({
				counted: false,
				reason: 'counted_reason_name_says_closed'
			})
	);

	it.each([
		'Médiathèque de la Ferme du Buisson',
		'Médiathèque Ferme-Modèle',
		'Bibliothèque municipale et scolaire',
		'Médiathèque de l’Ancien Collège'
	])('counts a building called “%s”', (name) =>
		expect(decide({ type: 'Bâtiment ouvert', name }).counted.counted).toBe(true)
	);

	it('does not count a vehicle at its garage, whatever its type says', () => {
		expect(summary({ type: 'Bâtiment ouvert', name: 'Prêt aux collectivités - Bibliobus' })).toEqual([
			'bookmobile',
			false,
			'counted_reason_bookmobile'
		]);
	});

	it('keeps and does not count a type that it does not know', () => {
		expect(decide({ type: 'Piscine' })).toMatchObject({
			kind: 'other',
			typeKnown: false,
			counted: { counted: false, reason: 'counted_reason_type_unknown', byUser: false }
		});
	});
});

describe('what a place of another file is', () => {
	it.each([
		['Mediatheque La Grand-Plage', 'library', true],
		['Bibliotheque Annexe de Beaulieu', 'branch', true],
		['Point lecture', 'book-point', true],
		['Arrêt Bibliobus place du Marché', 'bookmobile-stop', true],
		['Boîte de retour Gare', 'return-box', false],
		['SCD Universite LILLE 2 - Bibliotheque de Pharmacie', 'library', false],
		['Mediatheque departementale du Nord', 'departmental', false],
		['CDI du lycée Pasteur', 'library', false],
		['Archives municipales', 'other', false],
		['Centre de documentation de l’IRTS', 'other', false],
		['Bibliotheque sonore de Lille', 'other', false],
		['L’Odyssée', 'library', true]
	])('%s', (name, kind, counted) => expect(decide({ name })).toMatchObject({ kind, counted: { counted } }));
});

describe('who runs it', () => {
	it.each([
		['bibliothèque municipale', '', 'territoriale'],
		['Bibliothèque intercommunale', '', 'territoriale'],
		['Association loi 1901', '', 'associative'],
		['Comité d’entreprise', '', 'autre'],
		['', 'Bibliothèque pour tous', 'associative'],
		['', 'Médiathèque municipale', 'territoriale'],
		['', 'La Source', 'unknown']
	])('“%s”, “%s”: %s', (statut, name, expected) => expect(decide({ statut, name }).statut).toBe(expected));

	it('takes out of the supply what a column says is not for the public', () => {
		expect(decide({ type: 'Bâtiment ouvert', statut: 'universitaire' }).counted.reason).toBe(
			'counted_reason_university'
		);
		expect(decide({ type: 'Bâtiment ouvert', openToAll: 'Non' }).counted.reason).toBe('counted_reason_reserved');
		expect(decide({ type: 'Bâtiment ouvert', openToAll: 'Oui' }).openToAll).toBe(true);
	});
});

it('lets the user decide otherwise, and remembers that it was the user', () => {
	const site = { id: 'a', counted: { counted: true, reason: 'counted_reason_listed', byUser: false } } as Site;
	expect(setCounted(site, false)).toEqual({
		id: 'a',
		counted: { counted: false, reason: 'counted_reason_user', byUser: true }
	});
	expect(site.counted.counted).toBe(true);
});
