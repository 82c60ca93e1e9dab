import { GRAVITY_DECAY_PER_MINUTE } from '#domain/supply-measure.ts';
import { EQUITY_EXAMPLE, SECTOR_EXAMPLE, SUPPLY_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { DENSITY_LIMITS, E2SFCA_WEIGHTS, LOW_SUPPLY_SHARE } from '../stated.ts';
import { fixed, minutes, n, percent } from './figures.ts';

const { capacityGiven, people, per1000, weeklyHours } = SUPPLY_EXAMPLE;
const { gap, gini, headcount, line, lowerHalfShare, palma, severity, simpleGini, values } = EQUITY_EXAMPLE;
const weights = E2SFCA_WEIGHTS.map(({ minutes: upTo, weight }) => `${n(weight)} up to ${minutes(upTo)}`).join(', ');

export const supply: Pick<SectionTexts, 'offre' | 'equite' | 'secteurs'> = {
	offre: {
		title: 'Supply and demand',
		answers: 'How much supply does one person have, once it is shared with all who reach the same sites?',
		blocks: [
			'The supply of a site is, as you choose, its opening hours a week, its surface, or the one times the other. It is shared in two steps: each site shares it among the people of its catchment, then each person adds up what the sites within reach offer.',
			{
				formula: 'two-step',
				says: 'The ratio of a site is its capacity divided by the people of its catchment, weighted; the supply of a cell is the sum of the ratios of the sites within reach, weighted alike.',
				symbols: [
					{
						symbol: 'R',
						means: 'capacity of site j for one person of its catchment',
						unit: 'h, m² or h × m² a person'
					},
					{ symbol: 'S', means: 'capacity of site j', unit: 'h a week, m² or h × m²' },
					{ symbol: 'P', means: 'people of cell k', unit: 'people' },
					{ symbol: 't', means: 'travel time from the cell to the site', unit: 'min' },
					{ symbol: 'w', means: 'weight of the journey, from 0 to 1', unit: 'no unit' },
					{ symbol: 'A', means: 'supply of cell i; shown for 1,000 people', unit: 'that of R' }
				]
			},
			{
				list: [
					'2SFCA: the weight is 1 up to the longest travel time, 0 beyond.',
					`E2SFCA: the weight is ${weights}, 0 beyond, whatever the longest travel time.`
				]
			},
			{
				formula: 'supply-given',
				says: 'Nothing is lost: the supply of all people added up is the capacity of all the sites that have some within reach. Capacity that reaches nobody, and that which goes to people of the margin, are told apart.',
				symbols: [
					{ symbol: 'P', means: 'people of cell i', unit: 'people' },
					{ symbol: 'A', means: 'supply of cell i', unit: 'h, m² or h × m² a person' },
					{ symbol: 'S', means: 'capacity of site j', unit: 'h a week, m² or h × m²' }
				]
			},
			{
				formula: 'supply-in-reach',
				says: 'Two measures do not share: the cumulative one adds up the capacities within reach; gravity adds them up, each lessened by the journey.',
				symbols: [
					{ symbol: 'K', means: 'cumulative supply of cell i', unit: 'h a week, m² or h × m²' },
					{ symbol: 'G', means: 'gravity of cell i', unit: 'that of K' },
					{ symbol: 'S', means: 'capacity of site j', unit: 'that of K' },
					{ symbol: 't', means: 'travel time from i to j', unit: 'min' },
					{ symbol: 'T', means: 'longest travel time, inclusive', unit: 'min' },
					{
						symbol: 'β',
						means: `${n(GRAVITY_DECAY_PER_MINUTE)}: at 7 min a site counts for half (a convention of this project)`,
						unit: '1/min'
					}
				]
			},
			'The measure “nearest library” is the travel time to the first, second or third nearest counted site, open or not.'
		],
		example: [
			{
				caption: `Two libraries open ${weeklyHours.map((each) => `${n(each)} h`).join(' and ')} a week, three hamlets (E2SFCA)`,
				headings: ['People', 'Time to the first', 'to the second', 'Hours for 1,000 people'],
				rows: people.map((each, hamlet) => [
					n(each),
					...SUPPLY_EXAMPLE.minutes[hamlet].map(minutes),
					fixed(per1000[hamlet], 3)
				])
			},
			`Added up over people, the supply is ${n(capacityGiven)} h: all that the two libraries open.`
		],
		limits: [
			'Supply is shared among people, not among users: visits are not known.',
			'A site whose capacity is not known offers nothing that is known: it does not count as zero, and how many there are is told.',
			'All the people of the territory share, whomever the sentence speaks of.'
		]
	},
	equite: {
		title: 'Equity',
		answers: 'Is supply shared evenly between people?',
		blocks: [
			'People are ranked from who has least supply to who has most. The Lorenz curve tells what share of the whole the first of them have.',
			{
				formula: 'gini',
				says: 'The Gini index is the mean difference between two people, divided by twice the mean: 0 where all have as much, near 1 where one has all.',
				symbols: [
					{ symbol: 'G', means: 'Gini index', unit: 'no unit' },
					{ symbol: 'x', means: 'supply of one person of cell i', unit: 'that of the measure' },
					{ symbol: 'P', means: 'people of the cell; without index, all people', unit: 'people' },
					{ symbol: 'μ', means: 'mean supply', unit: 'that of the measure' }
				]
			},
			{
				formula: 'palma',
				says: 'The Palma ratio is the share of the tenth that has most, divided by that of the four tenths that have least: 0.25 where all have as much.',
				symbols: [
					{ symbol: 'K', means: 'Palma ratio', unit: 'no unit' },
					{ symbol: 'L', means: 'Lorenz curve: share of the whole that the worst served people have', unit: '%' }
				]
			},
			{
				formula: 'fgt',
				says: 'The indices of Foster, Greer and Thorbecke count who is under a line: their share (α = 0), what they lack on average (α = 1), the same squared, where those who lack most weigh most (α = 2).',
				symbols: [
					{ symbol: 'F', means: 'index', unit: 'no unit' },
					{
						symbol: 'z',
						means: `line: ${percent(LOW_SUPPLY_SHARE)} of the median supply of these people (a convention of this project)`,
						unit: 'that of the measure'
					},
					{ symbol: 'x', means: 'supply of one person of cell i', unit: 'that of the measure' },
					{ symbol: 'P', means: 'people of the cell; without index, all people', unit: 'people' },
					{ symbol: 'α', means: 'aversion to lacking: 0, 1 or 2', unit: 'no unit' }
				]
			},
			`Supply is also told by age, for poor households, and by density: dense from ${n(DENSITY_LIMITS.dense)} people per km² within a kilometre around, intermediate from ${n(DENSITY_LIMITS.intermediate)}, sparse below. These are Eurostat’s limits, without its clusters.`
		],
		example: [
			{
				caption: 'Four groups of people',
				headings: ['People', 'Supply of each'],
				rows: EQUITY_EXAMPLE.people.map((each, group) => [n(each), n(values[group])])
			},
			`Gini: ${fixed(gini, 3)}; Palma: ${fixed(palma, 2)}; the half with least has ${percent(lowerHalfShare)} of the whole. Under a line of ${n(line)}: ${percent(headcount)} of people, mean shortfall ${fixed(gap, 2)}, squared ${fixed(severity, 3)}. Of four people who have 1, 2, 3 and 4, the Gini is ${fixed(simpleGini, 2)}.`
		],
		limits: [
			'These indices do not say whether there is enough: a territory where nobody has much is very equal.',
			'People are ranked by supply, not by income. The Palma ratio is not defined where the four tenths with least have nothing.',
			'None of these indices is computed on minutes.'
		]
	},
	secteurs: {
		title: 'Under-served sectors',
		answers: 'Where are the people whom the network serves badly, how many are they, and why?',
		blocks: [
			'A cell is below the threshold where it has no counted site within the longest travel time, or fewer usable hours than the minimum asked for the profile chosen. What is not known is never below it. Where no hours at all are known, distance alone decides.',
			{
				formula: 'deficit',
				says: 'The deficit of a sector is the sum of its people below the threshold, each for the share of the threshold that they lack: all of it, with no site within reach.',
				symbols: [
					{ symbol: 'D', means: 'deficit of the sector', unit: 'people' },
					{ symbol: 'P', means: 'people of cell i, below the threshold', unit: 'people' },
					{
						symbol: 'q',
						means: 'share of the threshold that is lacking (1 with no site within reach)',
						unit: 'no unit'
					},
					{ symbol: 'U', means: 'usable hours of i; minimum asked (min)', unit: 'h a week' }
				]
			},
			{
				list: [
					'Smoothing: a cell takes the state of two thirds or more of the people around it (two cells of 200 m, or the 1 km cells that touch it), and else keeps its own. Communes and points are not smoothed.',
					'Grouping: cells that touch, or that a single empty cell parts, are one sector (hexagons that touch; points within 500 m, communes within 5 km). Below the number of people chosen, a group is not told apart; its people are told beside.',
					'Cause, by what would cure it: distance (no site within reach); hours (sites within reach open long enough, at other times, or too little though supply is not low); capacity (they open less than the threshold in all, and the supply a person is low).',
					`Supply is low under ${percent(LOW_SUPPLY_SHARE)} of the median supply (E2SFCA of hours a week, without the people of the margin).`
				]
			},
			'Sectors stand in alphabetical order. The rank by deficit is a tool for those who plan, not a public ranking.'
		],
		example: [
			{
				caption: `Threshold: within ${minutes(SECTOR_EXAMPLE.cutoffMinutes)} and ${n(SECTOR_EXAMPLE.minimumUsableHours)} h usable a week`,
				headings: ['People', 'Time', 'Usable hours', 'Share lacking', 'Deficit'],
				rows: SECTOR_EXAMPLE.points.map(({ deficit, lacking, minutes: away, people: each, usableHours }) => [
					n(each),
					minutes(away),
					usableHours === null ? 'no site within reach' : `${n(usableHours)} h`,
					fixed(lacking, 2),
					n(deficit)
				])
			},
			`Deficit: ${n(SECTOR_EXAMPLE.deficit)} people.`
		],
		limits: [
			'The threshold is a convention that the user states, not a norm of public libraries.',
			'A cell is never read alone (INSEE advises against it): the sector is the smallest unit commented upon.',
			'Near the edge of the territory the supply a person is rather too high: people of the margin are not in that computation.',
			'The hours that a sector would gain if a site were open throughout a moment of the week are a maximum, not a proposal.'
		]
	}
};
