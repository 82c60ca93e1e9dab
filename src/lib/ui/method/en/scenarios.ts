import { CHANGE_EXAMPLE, COST_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { LONGEST_MINUTES, STATE_RATES } from '../stated.ts';
import { euros, fixed, minutes, n, percent } from './figures.ts';

const { improved, meanChange, points, reduced, unchanged } = CHANGE_EXAMPLE;
const cost = COST_EXAMPLE;
const { rates } = STATE_RATES;
const away = (each: number | null) => (each === null ? `over ${minutes(LONGEST_MINUTES)}` : minutes(each));

export const scenarios: Pick<SectionTexts, 'comparaison' | 'couts'> = {
	comparaison: {
		title: 'Scenarios and comparison',
		answers: 'What does a scenario change, for whom, and by how much?',
		blocks: [
			'A scenario is a series of modifications, applied in their order to the present situation; those set aside do not count. Both situations are worked out in full, with the same question, then compared cell by cell: minutes to the nearest counted site, whether a site is open at the chosen moment, opening hours within reach, usable hours of the profile, or supply, as the sentence says.',
			{
				formula: 'change',
				says: 'A cell whose difference is above zero has improved access; below, reduced; at zero, unchanged. The people of each kind are added up, by commune, age or profile too.',
				symbols: [
					{ symbol: 'Δ', means: 'difference for cell i, for the better above zero', unit: 'min, h or supply' },
					{ symbol: 'σ', means: '−1 for minutes, where less is better; else 1', unit: 'no unit' },
					{ symbol: 'x', means: 'access today; with ′, under the scenario', unit: 'min, h or supply' },
					{ symbol: 'N', means: 'people whose access is improved (+), reduced (−)', unit: 'people' },
					{ symbol: 'P', means: 'people of cell i', unit: 'people' }
				]
			},
			{
				list: [
					'No threshold: one second of travel, one minute of opening is enough. Times are counted in whole numbers, so differences are exact; supply alone, made of fractions, takes two numbers for equal within a billionth.',
					`Times end at ${minutes(LONGEST_MINUTES)}: coming within is an improvement, going beyond a reduction, but by how much is not known and is in no mean.`,
					'“Unknown”: on one side at least, the hours of all that is within reach are missing; the figures of hours of each side are without these people, whose number is given before and after. A new site without hours improves nobody’s hours: they become unknown to whoever has only that site. “Unattached”: the cell is too far from a road.',
					'The ten communes that gain or lose most are ranked by the sum of their people’s differences.',
					'The map of differences has as many classes on either side of zero, which is a class of its own; the largest difference of an inhabited cell sets them.',
					'The threshold of sectors is frozen on the present situation: under a scenario, people below it are counted at the same one.'
				]
			},
			'The times of a new or moved site are searched as those of the others: on the same road network, from every cell to it and back, or estimated from the distance where the territory has no roads. A given matrix of times knows no other place: the modification is then not applied, and why is said.'
		],
		example: [
			{
				caption: 'Minutes to the nearest site, before and after',
				headings: ['People', 'Before', 'After', 'Difference', 'Access'],
				rows: points.map(({ after, before, change, people, state }) => [
					n(people),
					away(before),
					away(after),
					change === null ? 'not known' : minutes(change).replace('-', '−'),
					state
				])
			},
			`Access improved for ${n(improved)} people, reduced for ${n(reduced)}, unchanged for ${n(unchanged)}. Mean of the known differences: ${fixed(meanChange, 1)} min.`
		],
		limits: [
			'People, their rhythms and the roads stay those of today: nobody moves house, no line opens.',
			'Improved access is no forecast of visits.',
			'Rounds every other week are not in the typical week: they give no usable hours in it.'
		]
	},
	couts: {
		title: 'Costs',
		answers: 'What does a scenario cost a year, who pays, and what is left to pay without the State’s aid?',
		blocks: [
			'Everything is counted against the present situation: more hours cost, fewer hours save. Hours are counted date by date over the civil year of the typical weeks. No amount is supposed: what nobody said stays absent, and its formula says what is missing.',
			{
				formula: 'staff-cost',
				says: 'Staff costs the extra opening hours, times the agents on duty together, preparation included, times the price of a paid hour. Hours of volunteers are counted likewise, apart, for €0.',
				symbols: [
					{ symbol: 'C', means: 'cost of staff', unit: '€ a year' },
					{ symbol: 'H', means: 'opening hours today; with ′, under the scenario', unit: 'h a year' },
					{ symbol: 'a', means: 'paid agents on duty together', unit: 'agents' },
					{ symbol: 'ρ', means: 'hours of preparation for each hour on duty', unit: 'no unit' },
					{ symbol: 'q', means: 'price of a paid hour, charges included', unit: '€ an hour' },
					{ symbol: 'B', means: 'hours of volunteers', unit: 'h a year' },
					{ symbol: 'v', means: 'volunteers on duty together', unit: 'volunteers' }
				]
			},
			{
				formula: 'state-share',
				says: 'The State may bear a share of the staff of extra hours, slot by slot. Where other slots of the same change cost less, only the net extra cost is aided: moving hours at constant cost is not.',
				symbols: [
					{ symbol: 'A', means: 'aid of the State', unit: '€ a year' },
					{ symbol: 'λ', means: 'share of the extra cost that is left, savings taken off', unit: 'no unit' },
					{ symbol: 's', means: 'kind of slot', unit: 'no unit' },
					{ symbol: 'r', means: 'rate of the aid for this slot', unit: '%' },
					{ symbol: 'C', means: 'staff more (or less) for this slot', unit: '€ a year' }
				]
			},
			{
				list: [
					'Slots: Sunday; then whatever is in school holidays; in term, Saturday up to 13:00 and after, other days up to 19:00 and after. A public holiday counts as the day of the week it falls on. On weekdays before 9:00 there is neither a rate nor aid.',
					`Only one region’s rates are published, those of Auvergne-Rhône-Alpes (${STATE_RATES.year}): ${percent(rates['weekday-day'])} in daytime, ${percent(rates['weekday-evening'])} in the evening, on Saturday afternoon and in school holidays, ${percent(rates.sunday)} on Sunday. Elsewhere, and on Saturday morning, the rate is “to be confirmed by the DRAC”: as long as it is missing, no amount.`,
					'It must also have been said that the hours may be aided. Neither investment, nor running costs, nor vehicles are in this share.'
				]
			},
			{
				formula: 'cost-of-year',
				says: 'Investment weighs on the first year. The aid lasts as many years as are said, five at most; the year after, always shown, is without aid (A = 0). Other funders do not bring what is left to pay below zero; where it is so already, because closures save, it stays so.',
				symbols: [
					{ symbol: 'G', means: 'cost of year y', unit: '€' },
					{ symbol: 'C', means: 'staff', unit: '€ a year' },
					{ symbol: 'F', means: 'running costs and vehicles', unit: '€ a year' },
					{ symbol: 'I', means: 'investment', unit: '€' },
					{ symbol: 'y', means: 'year, from 1 to the first without aid', unit: 'year' },
					{ symbol: 'R', means: 'left to pay', unit: '€' },
					{ symbol: 'A', means: 'aid of the State that year', unit: '€' },
					{ symbol: 'O', means: 'other funders', unit: '€ a year' }
				]
			},
			{
				formula: 'euros-per-hour',
				says: 'The yearly cost, without investment, divided by the usable hours that the people of the profile gain in a year, over the whole territory. Without a gain, or without a cost, the figure does not exist.',
				symbols: [
					{ symbol: 'K', means: 'cost of one more usable person-hour', unit: '€' },
					{ symbol: 'C', means: 'staff', unit: '€ a year' },
					{ symbol: 'F', means: 'running costs and vehicles', unit: '€ a year' },
					{ symbol: 'w', means: 'typical week: term, small holidays, summer', unit: 'no unit' },
					{ symbol: 'n', means: 'days of this kind in the year, divided by 7', unit: 'weeks' },
					{ symbol: 'P', means: 'people of the profile in cell i', unit: 'people' },
					{ symbol: 'U', means: 'usable hours today; with ′, under the scenario', unit: 'h a week' }
				]
			}
		],
		example: [
			`${n(cost.hours)} h more a year on Saturday afternoons, ${n(cost.onDuty)} agents at ${euros(cost.perHour)} an hour: ${euros(cost.staff)} a year, of which ${percent(cost.rate)} is aid, ${euros(cost.state)}; ${euros(cost.investment)} of investment; ${euros(cost.funders)} a year from another funder. One volunteer at every hour: ${n(cost.hours)} h, for €0.`,
			{
				caption: 'Year by year',
				headings: ['Year', 'Cost', 'Aid of the State', 'Others', 'Left to pay'],
				rows: cost.years.map(({ from, gross, left, state, to }) => [
					from === to ? n(from) : `${n(from)} to ${n(to)}`,
					euros(gross),
					euros(state),
					euros(cost.funders),
					euros(left)
				])
			},
			`If the people of the profile gain ${n(cost.personHours)} usable hours a year by it: ${euros(cost.perPersonHour)} an hour.`
		],
		limits: [
			'The aid is a supposition: the DRAC decides on eligibility, rate and duration. The Senate reports an aid that falls from the fourth year on.',
			'Neither inflation, nor seniority, nor replacements: prices are those that are said, the same every year.',
			'Rounds every other week cost their hours, but have no usable hours in the typical week.'
		]
	}
};
