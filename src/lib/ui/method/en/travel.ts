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
		title: 'Travel time',
		answers: 'How long does it take to go from home to a library, and to come back?',
		blocks: [
			'Home is the centre of the grid cell (or the point of the commune); the site is at its address. The way there and the way back are each computed: a one-way street or a turn that is not allowed makes them differ. Times are computed in tenths of a second and rounded once, to the second.',
			'On a road network, the time is that of the fastest of all the paths that the mode may take.',
			{
				formula: 'roads-time',
				says: 'The time is the sum of the stretch to the road, the sections driven, the junctions, and the stretch from the road to the site.',
				symbols: [
					{ symbol: 't', means: 'travel time, from home i to site j', unit: 's' },
					{ symbol: 'd', means: 'straight distance between the home, or the site, and the road', unit: 'm' },
					{
						symbol: 'a',
						means: `speed over that distance: ${n(ACCESS_KMH.car)} km/h by car and by bike, ${n(ACCESS_KMH.foot)} km/h on foot`,
						unit: 'm/s'
					},
					{ symbol: 'ℓ', means: 'length of each section e of the path', unit: 'm' },
					{ symbol: 'v', means: 'speed on that section', unit: 'm/s' },
					{ symbol: 'p', means: 'time lost at each junction c: turn, signal', unit: 's' }
				]
			},
			{
				list: [
					`By car, on OpenStreetMap: ${percent(LIMIT_SHARE)} of the speed limit where one is signed; else a usual speed by class of road (${n(CAR_KMH.motorway)} km/h on motorways, ${n(CAR_KMH.primary)} on primary roads, ${n(CAR_KMH.secondary)} on secondary, ${n(CAR_KMH.tertiary)} on tertiary, ${n(CAR_KMH.residential)} on residential streets, ${n(CAR_KMH.living_street)} on living streets); less on a bad surface.`,
					`At junctions, by car, on OpenStreetMap: ${n(TURN_SECONDS.right)} s for a right-angled turn to the right, ${n(TURN_SECONDS.left)} s to the left, ${n(TURN_SECONDS.back)} s to turn back; ${n(TURN_SECONDS.signal)} s for a signal, for every mode.`,
					`By car, on IGN’s BD TOPO: the mean speed of each section, and ${n(URBAN_SECTION_SECONDS)} s more for each section in town; turns cost nothing.`,
					`By bike: ${n(RIDING_KMH)} km/h, less on tracks; on foot: ${n(WALKING_KMH)} km/h, ${n(STEPS_KMH)} km/h on steps.`,
					'A home too far from every usable road is “off the road network”: its people are counted apart, never as zero minutes.'
				]
			},
			'With a matrix, times are those of the file. Without roads or a matrix, they are estimated from the straight line, and every page, map or table says so.',
			{
				formula: 'estimated-time',
				says: 'The estimated time is a time to start, then the distance lengthened by a detour, at a speed that grows with the distance.',
				symbols: [
					{ symbol: 't', means: 'estimated time, the same there and back', unit: 's' },
					{ symbol: 'd', means: 'straight line', unit: 'm' },
					{ symbol: 'τ', means: `starting and ending, by car: ${n(car.terminalSeconds)}`, unit: 's' },
					{ symbol: 'δ', means: `detour: ${n(detour)}`, unit: 'no unit' },
					{
						symbol: 'v',
						means: `speed, from v₀ = ${n(car.startMetresPerSecond)} towards v₁ = ${n(car.topMetresPerSecond)} by car`,
						unit: 'm/s'
					},
					{
						symbol: 'h',
						means: `distance at which the speed is half-way, by car: ${n(car.halfSpeedMetres)}`,
						unit: 'm'
					}
				]
			},
			`By bike (${n(ESTIMATED.bikeKmh)} km/h) and on foot (${n(ESTIMATED.footKmh)} km/h), the estimated speed is an assumption, fitted on nothing.`,
			'Isochrones are the contours of a grid of times to the nearest of the sites chosen: the line of 10 min is always within that of 15 min, and “within 15 min” means the same as in the tables. How fine they are depends on how much there is to draw, and is told. They cannot be drawn from a matrix.'
		],
		example: [
			`Estimated times over ${n(ESTIMATED_EXAMPLE.metres / 1000)} km as the crow flies: ${n(ESTIMATED_EXAMPLE.seconds.car)} s by car (about ${minutes(Math.round(ESTIMATED_EXAMPLE.seconds.car / 60))}), ${minutes(ESTIMATED_EXAMPLE.seconds.bike / 60)} by bike; on foot ${hours(ESTIMATED_EXAMPLE.seconds.foot / 3600)}, beyond what is kept.`
		],
		limits: [
			'No traffic, no rush hour, no weather, no parking: these are times on free roads.',
			'No public transport, no car sharing.',
			'Journeys start from home and end there: no work, no school, no stop on the way.',
			`Beyond ${n(LONGEST_MINUTES)} min no time is computed.`
		]
	},
	couverture: {
		title: 'Coverage',
		answers: 'What share of people have a library within so many minutes?',
		blocks: [
			{
				formula: 'coverage',
				says: 'Coverage is the number of people whose nearest counted site is within the time chosen, divided by the number of people on the road network.',
				symbols: [
					{ symbol: 'C', means: 'coverage', unit: '%' },
					{
						symbol: 'P',
						means: 'people of cell i (or its age group, or its poor households, as the sentence says)',
						unit: 'people'
					},
					{ symbol: 't', means: 'travel time from i to the nearest of the counted sites', unit: 'min' },
					{ symbol: 'T', means: 'longest travel time, inclusive', unit: 'min' }
				]
			},
			'The same share is computed by commune, by EPCI and over the territory, and at a moment of the week: the site must then be open at that moment (see “Moments and openings”, and who is not in it for want of known hours).',
			'People off the road network are in neither number; how many they are is told beside.',
			'On the map, classes of times, hours and numbers of sites are the same everywhere, so that two maps compare. Those of supply, density and shares are quantiles: each class has about as many people. For what is reached, a hexagon or a commune takes the median class of its people.'
		],
		example: [
			{
				caption: `Four hamlets and a longest travel time of ${n(cutoffMinutes)} min`,
				headings: ['People', 'Time', 'Counted'],
				rows: points.map(({ people, minutes: away }) => [
					n(people),
					away === null ? 'off the network' : minutes(away),
					away === null ? 'apart' : away <= cutoffMinutes ? 'yes' : 'no'
				])
			},
			`${n(within)} people of ${n(attached)}: ${percent(share)}. The ${n(unattached)} people off the network are told apart. At ${n(cutoffMinutes)} min exactly, one is within the time chosen.`
		],
		limits: [
			'A threshold has an inside and an outside: 15 min 1 s is not “within 15 min”. Compare several times.',
			'To have a library near home is not to go there, nor to find what one looks for: neither visits, nor collections, nor services are measured.',
			'The A to E classes of a site are those of the file; they are never worked out again.'
		]
	}
};
