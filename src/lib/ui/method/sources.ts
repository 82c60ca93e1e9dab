import type { SectionId } from './section.ts';

/** A work or a document that a method is after, named as it was published. */
export interface Reference {
	readonly authors: string;
	readonly year: string;
	readonly title: string;
	readonly where: string;
}

const reference = (authors: string, year: string, title: string, where: string): Reference => ({
	authors,
	year,
	title,
	where
});

const OSRM = reference(
	'Project OSRM',
	'2022',
	'Open Source Routing Machine 5.27, profiles car, bicycle, foot',
	'github.com/Project-OSRM'
);
const DELAFONTAINE = reference(
	'M. Delafontaine, T. Neutens, T. Schwanen, N. Van de Weghe',
	'2011',
	'The impact of opening hours on the equity of individual space–time accessibility',
	'Computers, Environment and Urban Systems 35'
);
const LUO_QI = reference(
	'W. Luo, Y. Qi',
	'2009',
	'An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial accessibility to primary care physicians',
	'Health & Place 15'
);
const FISHER = reference(
	'M. L. Fisher',
	'1981',
	'The Lagrangian relaxation method for solving integer programming problems',
	'Management Science 27'
);
const INSEE_GRID = reference(
	'INSEE',
	'',
	'Données carroyées, Fichier localisé social et fiscal (Filosofi)',
	'insee.fr'
);

/** What each method is after. */
export const REFERENCES: Readonly<Record<SectionId, readonly Reference[]>> = {
	temps: [
		OSRM,
		reference('IGN', '', 'BD TOPO, tronçons de route', 'geoservices.ign.fr'),
		reference('neocarto', '2021', 'rspatial, TimeDistCarIsere (OSRM, OpenStreetMap)', 'github.com/neocarto')
	],
	couverture: [],
	moments: [],
	'heures-utilisables': [DELAFONTAINE],
	profils: [DELAFONTAINE],
	offre: [
		LUO_QI,
		reference(
			'W. Luo, F. Wang',
			'2003',
			'Measures of spatial accessibility to health care in a GIS environment',
			'Environment and Planning B 30'
		),
		reference(
			'W. G. Hansen',
			'1959',
			'How accessibility shapes land use',
			'Journal of the American Institute of Planners 25'
		)
	],
	equite: [
		reference(
			'M. O. Lorenz',
			'1905',
			'Methods of measuring the concentration of wealth',
			'Publications of the American Statistical Association 9'
		),
		reference('J. G. Palma', '2011', 'Homogeneous middles vs. heterogeneous tails', 'Development and Change 42'),
		reference(
			'J. Foster, J. Greer, E. Thorbecke',
			'1984',
			'A class of decomposable poverty measures',
			'Econometrica 52'
		),
		reference('Eurostat', '2021', 'Applying the Degree of Urbanisation', 'ec.europa.eu/eurostat')
	],
	secteurs: [LUO_QI, INSEE_GRID],
	comparaison: [],
	couts: [
		reference(
			'République française',
			'',
			'Code général des collectivités territoriales, art. R. 1614-75',
			'legifrance.gouv.fr'
		),
		reference(
			'Préfecture du Rhône',
			'2023',
			'Adaptation ou extension des horaires d’ouverture des bibliothèques',
			'rhone.gouv.fr'
		),
		reference('Sénat', '2023', 'Rapport n° 133 (2023-2024), tome III, annexe 44', 'senat.fr')
	],
	implantation: [
		reference(
			'R. Church, C. ReVelle',
			'1974',
			'The maximal covering location problem',
			'Papers of the Regional Science Association 32'
		),
		reference(
			'C. Toregas, R. Swain, C. ReVelle, L. Bergman',
			'1971',
			'The location of emergency service facilities',
			'Operations Research 19'
		),
		reference(
			'S. L. Hakimi',
			'1964',
			'Optimum locations of switching centers and the absolute centers and medians of a graph',
			'Operations Research 12'
		),
		reference('E. Minieka', '1970', 'The m-center problem', 'SIAM Review 12'),
		reference(
			'M. B. Teitz, P. Bart',
			'1968',
			'Heuristic methods for estimating the generalized vertex median of a weighted graph',
			'Operations Research 16'
		),
		FISHER,
		reference(
			'Q. Huangfu, J. A. J. Hall',
			'2018',
			'Parallelizing the dual revised simplex method',
			'Mathematical Programming Computation 10'
		)
	],
	'atouts-faiblesses': [],
	suivi: [
		reference('L. R. Dice', '1945', 'Measures of the amount of ecologic association between species', 'Ecology 26')
	],
	'heures-a-ajouter': [
		DELAFONTAINE,
		FISHER,
		reference(
			'M. Minoux',
			'1978',
			'Accelerated greedy algorithms for maximizing submodular set functions',
			'Optimization Techniques, Lecture Notes in Control and Information Sciences 7'
		)
	],
	calendrier: [
		reference('Ministère de l’Éducation nationale', '', 'Calendrier scolaire', 'education.gouv.fr'),
		reference('OpenStreetMap', '', 'Key:opening_hours, specification', 'wiki.openstreetmap.org')
	],
	perimetre: [],
	populations: [INSEE_GRID],
	'sources-limites': []
};
