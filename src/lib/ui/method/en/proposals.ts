import { HOURS_EXAMPLE, SITING_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { LONGEST_MINUTES, LONGEST_SLOT_MINUTES, MOST_PLACES, SLOT_STEP_MINUTES } from '../stated.ts';
import { fixed, hours, minutes, n, span } from './figures.ts';

const { answers, cutoffMinutes, hamlets, places } = SITING_EXAMPLE;

export const proposals: Pick<SectionTexts, 'implantation' | 'heures-a-ajouter'> = {
	implantation: {
		title: 'Where to put a branch',
		answers: 'Where to open, whether to reach most people, everyone, or to shorten journeys or the longest of them?',
		blocks: [
			`The possible places are the inhabited cells, the centres of the communes, or a given list. Beyond ${n(MOST_PLACES)} cells, the most populated are kept, one in each hexagon. The sites that count today stay open, except those that one allows to close. Four classic problems ask the question.`,
			{
				formula: 'mclp',
				says: 'Maximal covering (MCLP): with n sites at most, most people within reach.',
				symbols: [
					{
						symbol: 'p',
						means: 'weight of cell i: its people, or these times the share of usable hours that they lack',
						unit: 'people'
					},
					{ symbol: 'z', means: '1 if cell i is covered, else 0', unit: 'no unit' },
					{ symbol: 'y', means: '1 if site j is open, else 0', unit: 'no unit' },
					{ symbol: 't', means: 'access time from cell i to site j', unit: 'min' },
					{ symbol: 'T', means: 'longest access time, included', unit: 'min' },
					{ symbol: 'n', means: 'sites open at most, those that stay included', unit: 'sites' }
				]
			},
			{
				formula: 'lscp',
				says: 'Set covering (LSCP): as few sites as possible for everyone to be within reach.',
				symbols: [
					{ symbol: 'y', means: '1 if site j is open, else 0', unit: 'no unit' },
					{ symbol: 't', means: 'access time from cell i to site j', unit: 'min' },
					{ symbol: 'T', means: 'longest access time, included', unit: 'min' }
				]
			},
			{
				formula: 'p-median',
				says: 'p-median: with n sites at most, the shortest mean time to the nearest site.',
				symbols: [
					{ symbol: 'p', means: 'weight of cell i', unit: 'people' },
					{ symbol: 'S', means: 'sites open', unit: 'sites' },
					{ symbol: 't', means: 'access time from cell i to site j', unit: 'min' },
					{ symbol: 'n', means: 'sites open at most, those that stay included', unit: 'sites' }
				]
			},
			{
				formula: 'p-center',
				says: 'p-center: with n sites at most, the shortest journey possible for the farthest cell.',
				symbols: [
					{ symbol: 'S', means: 'sites open', unit: 'sites' },
					{ symbol: 't', means: 'access time from cell i to site j', unit: 'min' },
					{ symbol: 'n', means: 'sites open at most, those that stay included', unit: 'sites' }
				]
			},
			{
				list: [
					'Closures allowed, without a budget: as many sites open as today, each new one in the place of an old one.',
					'Budget: openings and closures, each at its cost (a closure may save), do not exceed the total.',
					'Least people: each new site is the nearest open site of as many people; within reach, for the two covering problems.'
				]
			},
			'Quick choices (the best one, then the next, then exchanges) give a solution; a relaxation of the problem gives a bound that nothing exceeds; branch and bound and the exact solver HiGHS bring the two nearer to each other, in the time allowed.',
			{
				formula: 'gap',
				says: '“Best possible result”: the bound is the value found, no other solution does better, it is proved. Else the gap says what may be missing at most; the solution may be the best already without its being proved.',
				symbols: [
					{ symbol: 'E', means: 'gap to the bound', unit: '%' },
					{ symbol: 'B', means: 'bound: no solution does better', unit: 'that of V' },
					{ symbol: 'V', means: 'value found', unit: 'people, sites or min' }
				]
			}
		],
		example: [
			{
				caption: `One site to open among three places, ${minutes(cutoffMinutes)} at most`,
				headings: ['People', ...places.map((place) => `Time to ${place}`)],
				rows: hamlets.map(({ minutes: away, people }) => [n(people), ...away.map(minutes)])
			},
			`Maximal covering: ${answers.mclp.place} (${n(answers.mclp.people)} people). p-median: ${answers.pmedian.place} (${fixed(answers.pmedian.meanMinutes, 1)} min on average). p-center: ${answers.pcenter.place} (${minutes(answers.pcenter.minutes)} at most). For everyone to be within reach, it takes ${n(answers.lscp.sites)}.`
		],
		limits: [
			'Neither land, nor buildings, nor public transport are known: a place is a neighbourhood to look at, not an address.',
			'A proposed site has no hours yet: travel alone counts. Decide on them next, then look at usable hours.',
			`People that no place reaches are left out, and their number is said; in the p-median they count for ${minutes(LONGEST_MINUTES)} and one second.`
		]
	},
	'heures-a-ajouter': {
		title: 'Which hours to add',
		answers: 'With so many more hours a week, where and when to open so that most people can come?',
		blocks: [
			{
				formula: 'hours-added',
				says: 'Among the possible slots, those that add most usable hours for the people of the profile, or of several, each at the weight that is said. As each hour of a person counts once, opening when another site within their reach is open already adds nothing for them.',
				symbols: [
					{ symbol: 'a', means: 'profile', unit: 'no unit' },
					{ symbol: 'ω', means: 'share of the profile in the weights (one profile alone: 1)', unit: 'no unit' },
					{ symbol: 'P', means: 'people of profile a in cell i', unit: 'people' },
					{ symbol: 'U', means: 'their usable hours in the typical week, these slots open', unit: 'h a week' },
					{ symbol: 'S', means: 'slots added', unit: 'slots' },
					{ symbol: 's', means: 'a slot, and how long it is', unit: 'h' },
					{ symbol: 'N', means: 'hours to add', unit: 'h a week' }
				]
			},
			{
				list: [
					`A slot is as long as the chosen block at least; it begins and ends every ${minutes(SLOT_STEP_MINUTES)}, or where an opening, or the time allowed, begins or ends. Each is ${hours(LONGEST_SLOT_MINUTES / 60)} long at most, or two blocks; two that touch make a longer one. None runs past midnight.`,
					'A site changes by no more hours than the limit said. Sites run by volunteers alone are locked unless told otherwise; neighbouring sites, bookmobiles and sites of unknown hours stay as they are.',
					'Search: the slot that adds most, or most a minute, then the next; exchanges; at last, as long as time is left, every choice that the bound does not rule out.'
				]
			},
			{
				formula: 'hours-bound',
				says: 'The bound cuts free time in intervals. In each, a person gains neither more than is left of it, nor more than the slots chosen give: however σ shares between these two limits, no choice gains more than B. The sharing is adjusted step by step to lower it; the best set of slots under it is found exactly.',
				symbols: [
					{ symbol: 'B', means: 'bound of the gain', unit: 'person-hours' },
					{ symbol: 'P', means: 'people of the profile in cell i, at its weight', unit: 'people' },
					{ symbol: 'σ', means: 'sharing for cell i and interval b, from 0 to 1', unit: 'no unit' },
					{ symbol: 'g', means: 'time that i can still gain in b', unit: 'h' },
					{ symbol: 'S', means: 'slots that can be had together within the limits', unit: 'slots' },
					{ symbol: 's', means: 'a slot', unit: 'no unit' },
					{ symbol: 'd', means: 'time of b that slot s gives i', unit: 'h' }
				]
			},
			'The gap reads as that of sites. Moving hours: those added, then as many taken away where they will be missed least, as long as it gains; the bound is that of the hours added. Hours that could go: what a site alone gives is lost whatever else closes; the least sum of these losses bounds the loss. This last search is a working document, never on a shared page.'
		],
		example: [
			{
				caption: `Two hamlets free on ${span(HOURS_EXAMPLE.window)}; L1 and L2 closed that day`,
				headings: ['People', 'Time to L1', 'to L2'],
				rows: HOURS_EXAMPLE.hamlets.map(({ minutes: away, people }) => [
					n(people),
					...away.map((each) => (each === null ? 'out of reach' : minutes(each)))
				])
			},
			{
				caption: 'Usable hours added',
				headings: ['Open', 'Person-hours'],
				rows: HOURS_EXAMPLE.choices.map(({ opened, personHours }) => [
					opened.map(({ site, times }) => `L${site + 1}, ${span(times)}`).join(' and '),
					n(personHours)
				])
			}
		],
		limits: [
			'A proposal holds for one typical week and the profiles counted: other people may gain or lose by it otherwise.',
			'The best is looked for among the slots of the list: one from 14:10 to 16:10 is not of them.',
			'Neither teams, nor contracts, nor the uses of a site closed to the public (classes, shelving) are known: lock what cannot change.'
		]
	}
};
