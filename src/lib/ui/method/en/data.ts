import { CALENDAR_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { FEWEST_PEOPLE_FOR_SHARES } from '../stated.ts';
import { hours, minutes, n } from './figures.ts';

const calendar = CALENDAR_EXAMPLE;

export const data: Pick<SectionTexts, 'calendrier' | 'perimetre' | 'populations' | 'sources-limites'> = {
	calendrier: {
		title: 'Calendar and reference weeks',
		answers: 'What is a “term week”, and how many hours does a site really open?',
		blocks: [
			'Hours are read date by date: term, small holidays, summer, one week in two, first Saturday of the month, public holidays, dated closures. A reference week is made of the dates of its kind in the last civil year that the school calendar knows whole; public holidays are ordinary days in it.',
			{
				formula: 'mean-week',
				says: 'The weekly hours of a site are the sum, over the seven days, of the mean of what it opens on the dates of that day.',
				symbols: [
					{ symbol: 'H', means: 'hours a week', unit: 'h' },
					{ symbol: 'd', means: 'day of the week, Monday to Sunday', unit: 'no unit' },
					{ symbol: 'n', means: 'number of dates of that day and kind in the year', unit: 'dates' },
					{ symbol: 'h', means: 'hours open on date k', unit: 'h' }
				]
			},
			{
				formula: 'typical-week',
				says: 'The typical week of a site, in which we look for who can come and when, keeps the minutes that are open on more than two thirds of the dates: what one can count upon. One week in two, or the first Saturday of the month, is never in it; a bridging closure takes nothing from it.',
				symbols: [
					{ symbol: 'n', means: 'dates of day d; among them, those on which minute m is open', unit: 'dates' },
					{ symbol: 'd', means: 'day of the week, Monday to Sunday', unit: 'no unit' },
					{ symbol: 'm', means: 'minute of the day', unit: 'min' }
				]
			},
			'A given week is taken as it is, public holidays and change of clocks included. Hours of the year are added up from 1 January to 31 December; where a day is not known the total is missing, and we say up to when it is known.',
			'Holidays follow the zone of the territory, up to the last date published in the source; beyond, they are unknown, never taken for term. In Corsica no source is held: they are unknown. Public holidays are those of the département, Alsace and Moselle included.'
		],
		example: [
			`A site open Tuesday and Thursday 16:00–18:30, Wednesday 10:00–12:00 and 14:00–18:00, Saturday 10:00–12:30, closed on public holidays: ${hours(calendar.weeklyHours)} a week; in ${calendar.year}, zone ${calendar.zone}, ${hours(calendar.yearlyHours)}, of which ${hours(calendar.termHours)} in term, ${hours(calendar.smallHolidaysHours)} in small holidays and ${hours(calendar.summerHours)} in summer.`,
			`A site open on the first Saturday of the month, 10:00–12:00: the same year, ${n(calendar.firstTermSaturdays)} of the ${n(calendar.termSaturdays)} Saturdays of term, that is ${minutes(calendar.firstSaturdayMinutes)} a week on average; nothing in the typical week.`
		],
		limits: [
			'In summer, and in communes of tourists or students, people are still those who live there all year.',
			'An exceptional closure that is not in the file is not known.',
			'Hours that the programme does not understand are “not known”, and are reported.'
		]
	},
	perimetre: {
		title: 'Perimeter and neighbours',
		answers: 'What counts at the edge of the territory?',
		blocks: [
			'People are those of the perimeter: an EPCI, an outline, or all the communes of the file. Neighbouring sites beyond its limits count for access, for people go where they like; a switch leaves them out, and the difference is told.',
			'Where supply is shared (2SFCA, E2SFCA), people of the margin count too: they share the same sites. Where neighbours are left out, the territory is taken alone: neither their sites nor their people.',
			'A site counts in the supply by what the file says: public building, branch, book point, bookmobile stop. Offices, stacks, university, school or reserved libraries do not. The user may decide otherwise; a return box is never an opening.'
		],
		example: [],
		limits: [
			'Beyond the data nothing is counted: near a border, or a territory that is not in the files, sites are missing and access is underestimated. That is not “unserved”: it is not known.',
			'How people of another commune are received (fees, membership, priority) is not known.'
		]
	},
	populations: {
		title: 'Populations and answers',
		answers: 'Which people do we speak of, and how precisely?',
		blocks: [
			'There are two populations, not to be mixed up. That of INSEE’s grid (or of the file given) tells where people live, and is that of every computation of access. The municipal population, by commune, is the regulatory one. Both are shown, with their year.',
			'Cells hold fractional numbers: they are estimates. Some are imputed by INSEE to keep statistical secrecy; their share is told. Neither age nor poverty is shown for one cell, and its people are rounded to the ten.',
			`Shares of ages and of poor households of a commune of fewer than ${n(FEWEST_PEOPLE_FOR_SHARES)} people are not shown.`,
			'A blank is not a zero: a surface, a staff or hours that are missing are “not known”, and a total tells how many sites answer.'
		],
		example: [],
		limits: [
			'Do not compare the people of one cell between two sources or two years.',
			'In the country, read groups of cells, up to the canton.',
			'Poor households are households, not people.'
		]
	},
	'sources-limites': {
		title: 'Sources and limits',
		answers: 'Where do the figures come from, under which licence, and what do they not say?',
		blocks: [
			'Everything is computed on this computer; no data is sent. Two equal questions have the same answer: nothing is drawn at random. Each source is named with its year and licence, on the page Data, under the maps and in the files exported.'
		],
		example: [],
		limits: [
			'Times, hours and people are measures of access: neither visits, nor collections, nor welcome, nor access for disabled people are measured.',
			'The thresholds proposed are conventions, stated beside the figures, that the user changes. They are not norms.',
			'A territory whose data are old or have gaps has results that are old or have gaps: the page Data says what is missing.'
		]
	}
};
