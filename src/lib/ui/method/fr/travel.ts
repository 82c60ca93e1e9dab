import { COVERAGE_EXAMPLE, ESTIMATED_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import {
	ACCESS_KMH,
	CAR_KMH,
	ESTIMATED,
	LIMIT_SHARE,
	LONGEST_MINUTES,
	RIDING_KMH,
	STEPS_KMH,
	TURN_SECONDS,
	URBAN_SECTION_SECONDS,
	WALKING_KMH
} from '../stated.ts';
import { hours, minutes, n, percent } from './figures.ts';

const { car, detour } = ESTIMATED;
const { attached, cutoffMinutes, points, share, unattached, within } = COVERAGE_EXAMPLE;

export const travel: Pick<SectionTexts, 'temps' | 'couverture'> = {
	temps: {
		title: 'Temps d’accès',
		answers: 'Combien de temps faut-il pour aller de chez soi à un lieu de lecture publique, et pour en revenir ?',
		blocks: [
			'Le domicile est le centre du carreau (ou le point de la commune) ; le lieu est à son adresse. L’aller et le retour sont calculés l’un et l’autre : un sens unique ou une interdiction de tourner les rend différents. Les calculs se font au dixième de seconde, et le résultat est arrondi une seule fois, à la seconde.',
			'Sur un réseau routier, le temps est celui du chemin le plus rapide parmi tous ceux que le mode peut prendre.',
			{
				formula: 'roads-time',
				says: 'Le temps est la somme du trajet jusqu’à la route, des tronçons parcourus, des carrefours, et du trajet de la route au lieu.',
				symbols: [
					{ symbol: 't', means: 'temps d’accès, du domicile i au lieu j', unit: 's' },
					{ symbol: 'd', means: 'distance en ligne droite entre le domicile, ou le lieu, et la route', unit: 'm' },
					{
						symbol: 'a',
						means: `vitesse sur cette distance : ${n(ACCESS_KMH.car)} km/h en voiture et à vélo, ${n(ACCESS_KMH.foot)} km/h à pied`,
						unit: 'm/s'
					},
					{ symbol: 'ℓ', means: 'longueur de chaque tronçon e du chemin', unit: 'm' },
					{ symbol: 'v', means: 'vitesse sur ce tronçon', unit: 'm/s' },
					{ symbol: 'p', means: 'temps perdu à chaque carrefour c : virage, feu', unit: 's' }
				]
			},
			{
				list: [
					`En voiture, sur OpenStreetMap : ${percent(LIMIT_SHARE)} de la vitesse limite quand elle est signalée ; sinon une vitesse courante par classe de route (${n(CAR_KMH.motorway)} km/h sur autoroute, ${n(CAR_KMH.primary)} sur route primaire, ${n(CAR_KMH.secondary)} sur secondaire, ${n(CAR_KMH.tertiary)} sur tertiaire, ${n(CAR_KMH.residential)} en rue résidentielle, ${n(CAR_KMH.living_street)} en zone de rencontre) ; moins sur un mauvais revêtement.`,
					`Aux carrefours, en voiture, sur OpenStreetMap : ${n(TURN_SECONDS.right)} s pour tourner à angle droit à droite, ${n(TURN_SECONDS.left)} s à gauche, ${n(TURN_SECONDS.back)} s pour un demi-tour ; ${n(TURN_SECONDS.signal)} s par feu, pour tous les modes.`,
					`En voiture, sur la BD TOPO de l’IGN : la vitesse moyenne de chaque tronçon, et ${n(URBAN_SECTION_SECONDS)} s de plus par tronçon urbain ; les virages ne coûtent rien.`,
					`À vélo : ${n(RIDING_KMH)} km/h, moins sur les chemins ; à pied : ${n(WALKING_KMH)} km/h, ${n(STEPS_KMH)} km/h dans les escaliers.`,
					'Un domicile trop loin de toute route utilisable est « non relié au réseau routier » : ses habitants sont comptés à part, jamais à zéro minute.'
				]
			},
			'Avec une matrice fournie, les temps sont ceux du fichier. Sans routes ni matrice, ils sont estimés d’après la distance à vol d’oiseau, et chaque page, carte ou tableau le dit.',
			{
				formula: 'estimated-time',
				says: 'Le temps estimé est un temps de départ, plus la distance allongée d’un détour, parcourue à une vitesse qui croît avec la distance.',
				symbols: [
					{ symbol: 't', means: 'temps estimé, le même à l’aller et au retour', unit: 's' },
					{ symbol: 'd', means: 'distance à vol d’oiseau', unit: 'm' },
					{ symbol: 'τ', means: `départ et arrivée, en voiture : ${n(car.terminalSeconds)}`, unit: 's' },
					{ symbol: 'δ', means: `détour : ${n(detour)}`, unit: 'sans unité' },
					{
						symbol: 'v',
						means: `vitesse, de v₀ = ${n(car.startMetresPerSecond)} vers v₁ = ${n(car.topMetresPerSecond)} en voiture`,
						unit: 'm/s'
					},
					{
						symbol: 'h',
						means: `distance à laquelle la vitesse est à mi-chemin, en voiture : ${n(car.halfSpeedMetres)}`,
						unit: 'm'
					}
				]
			},
			`À vélo (${n(ESTIMATED.bikeKmh)} km/h) et à pied (${n(ESTIMATED.footKmh)} km/h), la vitesse estimée est une convention, qui n’est calée sur rien.`,
			'Les isochrones sont les contours d’une grille de temps vers le plus proche des lieux retenus : la courbe de 10 min est toujours dans celle de 15 min, et « à 15 min au plus » s’y entend comme dans les tableaux. Leur finesse dépend de l’étendue à dessiner, et elle est dite. Elles ne se dessinent pas à partir d’une matrice.'
		],
		example: [
			`Temps estimés pour ${n(ESTIMATED_EXAMPLE.metres / 1000)} km à vol d’oiseau : ${n(ESTIMATED_EXAMPLE.seconds.car)} s en voiture (environ ${minutes(Math.round(ESTIMATED_EXAMPLE.seconds.car / 60))}), ${minutes(ESTIMATED_EXAMPLE.seconds.bike / 60)} à vélo ; à pied, ${hours(ESTIMATED_EXAMPLE.seconds.foot / 3600)}, au-delà de ce qui est retenu.`
		],
		limits: [
			'Ni circulation, ni heure de pointe, ni météo, ni stationnement : ce sont des temps de route libre.',
			'Ni transports en commun, ni covoiturage.',
			'Le trajet part toujours du domicile et y revient : ni travail, ni école, ni étape.',
			`Au-delà de ${n(LONGEST_MINUTES)} min, aucun temps n’est calculé.`
		]
	},
	couverture: {
		title: 'Couverture',
		answers: 'Quelle part des habitants a une bibliothèque à moins de tant de minutes ?',
		blocks: [
			{
				formula: 'coverage',
				says: 'La couverture est le nombre d’habitants dont le lieu compté le plus proche est au temps choisi au plus, divisé par le nombre d’habitants reliés au réseau.',
				symbols: [
					{ symbol: 'C', means: 'couverture', unit: '%' },
					{
						symbol: 'P',
						means: 'habitants du carreau i (ou la tranche d’âge, ou les ménages pauvres, selon la phrase)',
						unit: 'habitants'
					},
					{ symbol: 't', means: 'temps d’accès de i au plus proche des lieux comptés dans l’offre', unit: 'min' },
					{ symbol: 'T', means: 'temps d’accès maximal, inclus', unit: 'min' }
				]
			},
			'La même part se calcule par commune, par EPCI et pour le territoire, et à un moment de la semaine : il faut alors que le lieu soit ouvert à ce moment (voir « Moments et ouvertures », et qui n’y compte pas faute d’horaires connus).',
			'Les habitants non reliés au réseau ne sont ni au numérateur ni au dénominateur ; leur nombre est dit à côté.',
			'Sur la carte, les classes des temps, des heures et du nombre de lieux sont les mêmes partout, pour que deux cartes se comparent. Celles de l’offre, de la densité et des parts sont des quantiles : chaque classe a à peu près autant d’habitants. Pour ce que l’on rejoint, un hexagone ou une commune prend la classe médiane de ses habitants.'
		],
		example: [
			{
				caption: `Quatre hameaux et un temps d’accès maximal de ${n(cutoffMinutes)} min`,
				headings: ['Habitants', 'Temps', 'Compté'],
				rows: points.map(({ people, minutes: away }) => [
					n(people),
					away === null ? 'non relié' : minutes(away),
					away === null ? 'à part' : away <= cutoffMinutes ? 'oui' : 'non'
				])
			},
			`${n(within)} habitants sur ${n(attached)} : ${percent(share)}. Les ${n(unattached)} habitants non reliés sont dits à part. À ${n(cutoffMinutes)} min exactement, on est dans le temps choisi.`
		],
		limits: [
			'À un seuil près, on est dedans ou dehors : 15 min 1 s n’est pas « à 15 min au plus ». Comparez plusieurs temps.',
			'Avoir une bibliothèque près de chez soi n’est pas y aller, ni y trouver ce que l’on cherche : ni fréquentation, ni collections, ni services ne sont mesurés.',
			'Les classes A à E d’un lieu sont celles du fichier ; elles ne sont jamais recalculées.'
		]
	}
};
