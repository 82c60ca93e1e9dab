import { BORROW_AND_RETURN_MINUTES, DEFAULT_MINIMUM_VISIT_MINUTES } from '#domain/default-profiles.ts';
import { MINUTES_PER_QUARTER } from '#domain/question.ts';
import { PROFILE_EXAMPLE, USABLE_EXAMPLE } from '../examples.ts';
import type { SectionTexts } from '../section.ts';
import { hours, minutes, n, span } from './figures.ts';

const { firstSiteMinutes, openMinutes, sites, summedMinutes, usableMinutes, visits, windows } = USABLE_EXAMPLE;
const ages = (from: number, to: number | null) => (to === null ? `${from} and over` : `${from} to ${to}`);

export const hoursOfPeople: Pick<SectionTexts, 'moments' | 'heures-utilisables' | 'profils'> = {
	moments: {
		title: 'Moments and openings',
		answers: 'At this moment of the week, who has an open library within reach?',
		blocks: [
			{
				formula: 'coverage-at',
				says: 'The same as coverage, with the sites that are open at that moment alone.',
				symbols: [
					{ symbol: 'C', means: 'coverage at moment m', unit: '%' },
					{ symbol: 'm', means: 'minute of the week, from Monday 00:00 to Sunday 24:00', unit: 'min' },
					{ symbol: 'B', means: 'counted sites that are open at minute m', unit: 'sites' },
					{ symbol: 't', means: 'travel time from cell i to the nearest of them', unit: 'min' },
					{ symbol: 'T', means: 'longest travel time, inclusive', unit: 'min' },
					{ symbol: 'P', means: 'people of cell i', unit: 'people' }
				]
			},
			`A site open from 10:00 to 12:00 is open at 10:00, and no longer at 12:00. The strip of the week shows how things stand as each quarter of an hour (${n(MINUTES_PER_QUARTER)} min) begins.`,
			'The week is parted into six moments that do not overlap: weekday daytime (Monday to Friday before 18:00, Wednesday afternoon apart), Wednesday 12:00 to 18:00, evening (Monday to Friday from 18:00), Saturday morning (to 13:00), Saturday afternoon, Sunday. The hours from 12:00 to 14:00 are told beside.',
			'Only openings to everybody count. Opening by appointment, for classes or for crèches is shown, never counted. A site whose hours are not known is neither open nor closed. Of whoever has only such sites within reach it is not known whether one is open: they are in neither term of the share, and their number is told beside it. Where nobody has a site of known hours within reach, the figure is “not known”.'
		],
		example: [
			`${sites.map(({ name, openings }) => `${name} opens ${openings.map(span).join(' and ')}`).join('; ')}. On Wednesday at 17:30 both are open; at 18:00 only ${sites[1].name} still is: only those who are near enough to it count.`
		],
		limits: [
			'To have an open library at that moment does not say that one has the time to go and to stay: usable hours do.',
			'People are those who live there; where they are during the day is not known.'
		]
	},
	'heures-utilisables': {
		title: 'Usable opening hours',
		answers:
			'How many hours a week can somebody really spend in an open library, given their free time and the way there and back?',
		blocks: [
			'Without a profile, openings are counted: the time during which at least one site within reach is open. Two sites open at once count once.',
			{
				formula: 'openings',
				says: 'Opening hours within reach are the length of the union of the openings of the sites within the time chosen.',
				symbols: [
					{ symbol: 'H', means: 'opening within reach of cell i', unit: 'h a week' },
					{ symbol: 'O', means: 'openings of site j in the week', unit: 'min' },
					{ symbol: 't', means: 'travel time from i to j', unit: 'min' },
					{ symbol: 'T', means: 'longest travel time, inclusive', unit: 'min' }
				]
			},
			'With a profile, each window of free time and each opening give a possible visit: one leaves as the window begins, and is home before it ends.',
			{
				formula: 'visit',
				says: 'The visit goes from the later of opening and arrival to the earlier of closing and departure; it only counts where it lasts the shortest visit or more.',
				symbols: [
					{ symbol: 'V', means: 'possible visit', unit: 'min' },
					{ symbol: 's', means: 'start of the free window (e: its end)', unit: 'min' },
					{ symbol: 'o', means: 'start of the opening (c: its end)', unit: 'min' },
					{ symbol: 't', means: 'way there (→) and back (←)', unit: 'min' },
					{ symbol: 'δ', means: 'shortest visit', unit: 'min' }
				]
			},
			{
				formula: 'usable',
				says: 'Usable hours are the length of the union of all possible visits.',
				symbols: [
					{ symbol: 'U', means: 'usable hours of cell i', unit: 'h a week' },
					{ symbol: 'V', means: 'possible visits from i to site j', unit: 'min' },
					{ symbol: 't', means: 'way there from i to j', unit: 'min' },
					{ symbol: 'T', means: 'longest travel time, inclusive', unit: 'min' }
				]
			},
			{
				formula: 'median',
				says: '“Half of the people have at least so many hours”: the longest time that half of the people have or exceed. It is not interpolated: somebody really has it.',
				symbols: [
					{ symbol: 'M', means: 'median time', unit: 'h a week' },
					{ symbol: 'x', means: 'time tried', unit: 'h a week' },
					{ symbol: 'H', means: 'time of cell i (usable, or of opening)', unit: 'h a week' },
					{ symbol: 'P', means: 'people of cell i', unit: 'people' }
				]
			},
			'Whoever has only sites of unknown hours within reach is not “without any hour”: their hours are not known. They are left out of the median, of the mean and of both terms of every share of hours, and are counted beside. Whoever has no site within reach has no hour, and that is known. Where one of the sites within reach has known hours, those are the hours that count: one has at least these.',
			'What a site or a slot “alone” gives is the usable time that would be lost without it, all else kept, times the people who would lose it. Losses of two sites do not add up.'
		],
		example: [
			{
				caption: `Free time: ${windows.map(span).join(', ')}; shortest visit: ${minutes(USABLE_EXAMPLE.minimumVisitMinutes)}`,
				headings: ['Site', 'Way there', 'Opening', 'Possible visit'],
				rows: visits.map(({ site, visit }) => {
					const { minutesAway, name, openings } = sites[site];
					const opening = openings.find(([from, to]) => visit[0] >= from && visit[1] <= to);
					return [name, minutes(minutesAway), opening === undefined ? '' : span(opening), span(visit)];
				})
			},
			`In all ${minutes(usableMinutes)} are usable (${hours(usableMinutes / 60)}). The sum of the visits, ${minutes(summedMinutes)}, would count Wednesday twice; ${sites[0].name} alone gives ${n(firstSiteMinutes)}; the sites are open ${n(openMinutes)} min in all.`
		],
		limits: [
			'Free time is an assumption, not a survey: look at the profiles, and change them.',
			'A site with no known way back (a one-way matrix) does not count; it is told.',
			'Seats and crowds are not taken into account.'
		]
	},
	profils: {
		title: 'Time profiles',
		answers: 'Whom do we speak of when we say “with the free time of a full-time worker”?',
		blocks: [
			'A profile is windows of free time over the week, and the ages it weighs. The data tell ages, not activity: so we write “people aged 25 to 64, with the free time of a full-time worker”, never “full-time workers”.',
			'Profiles overlap: somebody of 30 is weighed by three of them. Their people are never added up.',
			{
				formula: 'profile',
				says: 'The people of a profile are those of each age band, in proportion to the years of age that the profile takes of it.',
				symbols: [
					{ symbol: 'Q', means: 'people of the profile in cell i', unit: 'people' },
					{ symbol: 'P', means: 'people of age band b in that cell', unit: 'people' },
					{ symbol: 'n', means: 'years of age of the band that the profile holds', unit: 'years' },
					{ symbol: 'N', means: 'years of age of the band (the last one goes on to 99)', unit: 'years' }
				]
			},
			`The shortest visit proposed is ${minutes(DEFAULT_MINIMUM_VISIT_MINUTES)}; the same with ${minutes(BORROW_AND_RETURN_MINUTES)}, to borrow or bring back, is told beside. Windows, ages and shortest visit can be changed; what is changed is marked, and is in the address of the page.`,
			'In school holidays, pupils and children are free from Monday to Saturday, 9:00 to 19:00; the other profiles keep their windows. A given week takes each day from the reference week of that day; where the kind of a day is not known and the profile hangs on it, the figure is “not known”.'
		],
		example: [
			{
				caption: `A profile of people aged ${ages(PROFILE_EXAMPLE.ages.fromAge, PROFILE_EXAMPLE.ages.toAge)}, in one cell`,
				headings: ['Age band', 'People', 'Counted'],
				rows: PROFILE_EXAMPLE.bands.map(({ fromAge, people, taken, toAge }) => [
					ages(fromAge, toAge),
					n(people),
					n(taken)
				])
			},
			`${n(PROFILE_EXAMPLE.people)} people. The band that is cut counts for half of its years; the page then says that ages are shared out in proportion.`
		],
		limits: [
			'The windows are conventions of this project, open to discussion and to change.',
			'Where the data have no ages, everybody is weighed, and it is told.',
			'To have no car is not a profile: choose “on foot” or “by bike”.'
		]
	}
};
