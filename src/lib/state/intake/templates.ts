import { writeCsv } from '#io/tables/csv-writer.ts';

/** Tables to fill in, with headings that are recognised, and a first row that shows what is expected. */
export type TemplateName = 'sites' | 'hours' | 'communes';

const TEMPLATES: Readonly<Record<TemplateName, readonly [headings: readonly string[], example: readonly string[]]>> = {
	sites: [
		[
			'identifiant',
			'nom_etablissement',
			'type_adresse',
			'adresse',
			'code_postal',
			'ville',
			'code_insee_commune',
			'latitude',
			'longitude',
			'horaires',
			'surface',
			'etp_salaries',
			'benevoles'
		],
		[
			'BIB-1',
			'Médiathèque (exemple à remplacer)',
			'Bâtiment ouvert',
			'1 place de la Mairie',
			'38000',
			'Grenoble',
			'38185',
			'45,1885',
			'5,7245',
			'mardi et jeudi 16h-18h30, mercredi 10h-12h et 14h-18h, samedi 10h-12h30',
			'250',
			'2,5',
			'4'
		]
	],
	hours: [
		[
			'identifiant',
			'nom_etablissement',
			'ville',
			'lundi',
			'mardi',
			'mercredi',
			'jeudi',
			'vendredi',
			'samedi',
			'dimanche'
		],
		[
			'BIB-1',
			'Médiathèque (exemple à remplacer)',
			'Grenoble',
			'fermé',
			'16h-18h30',
			'10h-12h, 14h-18h',
			'16h-18h30',
			'fermé',
			'10h-12h30',
			'fermé'
		]
	],
	communes: [
		['code_insee', 'nom', 'population', 'latitude', 'longitude'],
		['38185', 'Grenoble (exemple à remplacer)', '156389', '45,1885', '5,7245']
	]
};

/** A template as a CSV that French Excel opens. */
export function templateCsv(name: TemplateName): Uint8Array {
	const [headings, example] = TEMPLATES[name];
	return writeCsv(headings, [example], 'french-excel');
}
