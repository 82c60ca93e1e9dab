import type { SideFigures } from '#domain/scenario-answers.ts';
import type { Answers, Figures, PeopleShare } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { SiteKind } from '#domain/site.ts';
import type { CommuneSummary, SiteSummary, TerritorySummary } from '#domain/territory-summary.ts';
import type { InseeCode, MinuteOfWeek } from '#domain/units.ts';
import { BLANK_FIGURES } from './blank-figures.ts';
import { questionOf } from './question.ts';

/** Saturday 15:00. */
export const SATURDAY_AT_15 = ((5 * 24 + 15) * 60) as MinuteOfWeek;

export function question(changes: Partial<Question> = {}): Question {
	return questionOf({ minute: SATURDAY_AT_15, ...changes });
}

export function site(id: string, kind: SiteKind = 'library', changes: Partial<SiteSummary> = {}): SiteSummary {
	return {
		id,
		name: `Bibliothèque ${id}`,
		kind,
		statut: 'territoriale',
		openToAll: true,
		counted: { counted: true, reason: 'counted_reason_listed', byUser: false },
		position: [5.3, 45.9],
		communeCode: '01004' as InseeCode,
		communeName: 'Ambérieu-en-Bugey',
		serviceClass: null,
		figures: BLANK_FIGURES,
		margin: false,
		weeklyHours: { term: 20, 'small-holidays': 20, summer: 12 },
		...changes
	};
}

/** A commune drawn nowhere. */
export function commune(code: string, name: string, changes: Partial<CommuneSummary> = {}): CommuneSummary {
	return {
		code: code as InseeCode,
		name,
		epciCode: null,
		epciName: null,
		municipalPopulation: null,
		margin: false,
		geometry: null,
		labelAt: null,
		bounds: null,
		...changes
	};
}

/** A made territory: 103,979 people, one commune, no site unless given. */
export function summary(changes: Partial<TerritorySummary> = {}): TerritorySummary {
	return {
		name: 'Entre-Val-et-Monts',
		fictional: true,
		epciCode: null,
		zone: 'A',
		bounds: [5.3, 45.9, 5.5, 46],
		communes: [commune('01004', 'Le Val-Haut', { municipalPopulation: 14_000 })],
		epcis: [],
		sites: [],
		hasMargin: false,
		marginKm: 30,
		population: {
			kind: 'grid-200m',
			demandPoints: 3,
			people: 103_979,
			marginPeople: 0,
			municipale: null,
			municipaleVintage: null,
			imputedPeople: null
		},
		travel: {
			origin: 'roads',
			modes: ['car', 'bike', 'foot'],
			defaultMode: 'car',
			defaultCutoffMinutes: 15,
			snapMetres: 1000,
			statements: [],
			drawsIsochrones: true
		},
		whoChoices: [{ kind: 'everyone' }],
		outline: [],
		basemap: null,
		sources: {
			population: {
				title: 'Filosofi 2019',
				publisher: 'INSEE',
				licence: null,
				attribution: null,
				vintage: '2019',
				file: 'carreaux.csv'
			}
		},
		calendar: { weeksYear: 2025, knownTo: '2026-08-30', school: null },
		inputs: {},
		cells: null,
		hexagons: [],
		...changes
	};
}

export function share(value: number | null, ofPeople = 100_000): PeopleShare {
	return { people: value === null ? null : value * ofPeople, ofPeople, share: value };
}

export function figures(changes: Partial<Figures> = {}): Figures {
	return {
		coverage: share(0.97),
		unattachedPeople: 0,
		hoursUnknownPeople: 0,
		moment: share(0.84),
		medianWeeklyHours: 33.5,
		withoutHours: share(0.01),
		...changes
	};
}

export function answers(whole: Partial<Figures> = {}, changes: Partial<Answers> = {}): Answers {
	return {
		whole: figures(whole),
		otherNeighbours: null,
		sitesOpen: { open: 9, withKnownHours: 42, counted: 45, outsideWithKnownHours: 0 },
		communes: [],
		epcis: [],
		sites: [],
		...changes
	};
}

/** Figures of one side of a comparison: half have a library open, hours are known of all. */
export const side = (changes: Partial<SideFigures> = {}): SideFigures => ({
	coverage: share(0.8),
	moment: share(0.5),
	medianWeeklyHours: 20,
	medianUsableHours: null,
	withoutUsable: share(0.1),
	hoursUnknownPeople: 0,
	usableUnknownPeople: 0,
	countedSites: 12,
	weeklyOpenHours: 200,
	peopleInSectors: null,
	peopleNotClassed: null,
	...changes
});
