import type { DefaultProfileId } from './default-profiles.ts';
import type { Moment } from './moments.ts';
import type { Message } from './notes.ts';
import type { CutoffMinutes, Question } from './question.ts';
import type { SectorsAnswer } from './sectors-answer.ts';
import type { SiteKind } from './site.ts';
import type { SiteSummary } from './territory-summary.ts';
import type { InputKind } from './territory.ts';
import type { Mode } from './travel.ts';
import type { InseeCode } from './units.ts';

/** Sections of the diagnostic, in the order proposed; each can be left out, and moved. */
export const DIAGNOSTIC_SECTIONS = [
	'frame',
	'summary',
	'territory',
	'governance',
	'equipment',
	'means',
	'activity',
	'access',
	'hours',
	'sectors',
	'circulation',
	'partners',
	'visits',
	'swot',
	'scenarios',
	'sources',
	'annexes'
] as const;
export type DiagnosticSectionId = (typeof DIAGNOSTIC_SECTIONS)[number];

/** Times that every document tells coverage at, beside the one asked. */
export const DIAGNOSTIC_CUTOFFS = [10, 15, 20] as const satisfies readonly CutoffMinutes[];

/** Times that the document of a question tells coverage at, shortest first: the usual ones, and the one asked. */
export function toldCutoffs({ cutoffMinutes }: Pick<Question, 'cutoffMinutes'>): readonly CutoffMinutes[] {
	return [...new Set<CutoffMinutes>([...DIAGNOSTIC_CUTOFFS, cutoffMinutes])].toSorted((one, other) => one - other);
}

/** Ages that the document tells people by, inclusive; null is "and over". */
export type DiagnosticAges = '0-10' | '11-17' | '18-24' | '25-64' | '65+';

/**
 * Every figure of the document, by what it is. A figure is computed once, under this name, and worded everywhere from it.
 * Those of hours, sectors and a scenario are of the week, the mode and the cutoff of the question.
 */
export type FigureId =
	/** Communes of the area; those where no counted site stands. */
	| 'communes'
	| 'communes.without-site'
	/** Population municipale; people of the grid; people for each km² of the communes. */
	| 'population.municipale'
	| 'population.grid'
	| 'population.imputed-share'
	| 'population.density'
	/** People of the grid who live in a commune where a counted site stands. */
	| 'population.in-equipped-communes.share'
	| `population.ages.${DiagnosticAges}.share`
	| 'population.poor-households.share'
	/** Counted sites, in all and by kind; their m², and for each person of the population municipale. */
	| 'sites'
	| `sites.kind.${SiteKind}`
	| 'sites.surface'
	| 'sites.surface-per-person'
	| 'sites.of-class-a-to-c'
	/** Means: only of sites that tell them. */
	| 'staff.fte'
	| 'staff.volunteers'
	| 'staff.sites-without-paid'
	| 'budget.acquisitions-per-person'
	| 'activity.entries'
	| 'activity.entries-per-person'
	/** Loans of the year, and who borrowed in it. */
	| 'activity.loans-per-person'
	| 'activity.borrowers-per-person'
	/** People asked about within so many minutes of a counted site. */
	| `coverage.${Mode}.${CutoffMinutes}.share`
	| `coverage.${Mode}.${CutoffMinutes}.people`
	| `coverage.${Mode}.${CutoffMinutes}.without-neighbours.share`
	/** Hours open: of each counted site on average; of the network (some site open) in the week asked; of the year, site by site. */
	| 'hours.mean-weekly'
	| 'hours.network-weekly'
	| 'hours.year'
	| `hours.weekly.${'term' | 'small-holidays' | 'summer'}`
	/** Hours of opening that half of the people have within the cutoff; who has none. */
	| 'hours.median-within-reach'
	| 'hours.without.share'
	/** At the time that stands for a moment: who has an open site within the cutoff, and how many sites are open. */
	| `moment.${Moment}.share`
	| `moment.${Moment}.sites-open`
	/** Usable hours of a profile: median, share with none, people it is of. */
	| `usable.${DefaultProfileId}.median`
	| `usable.${DefaultProfileId}.none.share`
	| `usable.${DefaultProfileId}.people`
	/** Under-served sectors that people of the area live in. */
	| 'sectors'
	| 'sectors.people'
	| 'sectors.not-individualised'
	/** The scenario of the question against the territory as it is; absent without one. */
	| 'scenario.improved'
	| 'scenario.reduced'
	| 'scenario.unchanged'
	| 'scenario.coverage.share'
	| 'scenario.usable.median'
	/** As `moment.saturday-afternoon.share`; absent where the question is of another moment. */
	| 'scenario.moment.saturday-afternoon.share'
	| 'scenario.yearly-euros'
	| 'scenario.own-euros-first-year'
	| 'scenario.state-euros'
	| 'scenario.own-euros-without-aid'
	| 'scenario.euros-per-usable-hour';

export type FigureUnit =
	| 'people'
	| 'communes'
	| 'sites'
	| 'sectors'
	| 'volunteers'
	/** 0–1. */
	| 'share'
	| 'hours'
	| 'minutes'
	| 'square-metres'
	| 'square-metres-per-person'
	| 'people-per-km2'
	| 'full-time-equivalents'
	| 'euros'
	| 'euros-per-person'
	| 'entries'
	| 'per-person';

/** A figure with all that lets a reader check it. */
export interface DiagnosticFigure {
	readonly id: FigureId;
	/** Null when it could not be computed; `why` then says it. */
	readonly value: number | null;
	readonly why: Message | null;
	readonly unit: FigureUnit;
	/** Sites or communes whose value is known, of all those concerned; null where that makes no sense. */
	readonly respondents: { readonly known: number; readonly of: number; readonly what: 'sites' | 'communes' } | null;
	/** How it was made, with its own terms: "12 345 habitants ÷ 45 678 habitants rattachés au réseau". */
	readonly formula: Message;
	/** Anchor of the page of methods. */
	readonly method: string;
	/** What it rests on, for its sources and vintages. */
	readonly inputs: readonly InputKind[];
	/** Of estimated times, or of imputed or split people. */
	readonly estimated: boolean;
}

/** One site, for its sheet. */
export interface DiagnosticSite {
	readonly site: SiteSummary;
	readonly counted: boolean;
	readonly weeklyHours: number | null;
	readonly yearHours: number | null;
	/** Understood hours of the week asked, flat [start, end) minutes of the week; null when not known. */
	readonly openings: readonly number[] | null;
	/** Grid people within the cutoff, and of these those no other counted site serves; null when off the network. */
	readonly peopleWithin: number | null;
	readonly peopleOnlyHere: number | null;
}

/** One commune, for the table of the annex. */
export interface DiagnosticCommune {
	readonly code: InseeCode;
	readonly name: string;
	readonly municipalPopulation: number | null;
	/** Of the grid; null where the population source lists communes, and leaves it out. */
	readonly people: number | null;
	readonly countedSites: number;
	/** 0–1. */
	readonly shareCovered: number | null;
	readonly medianWeeklyHours: number | null;
	readonly medianUsableHours: number | null;
	readonly shareWithoutUsable: number | null;
}

/** A published value to read a figure beside: a reference, not a norm. */
export interface DiagnosticReference {
	readonly id: string;
	/** The figure that it is read beside. */
	readonly figure: FigureId;
	readonly value: number;
	readonly unit: FigureUnit;
	/** For whom it holds ("20 000 à 40 000 habitants"), who states it, in what year and how sure that is. */
	readonly says: Message;
	readonly publisher: string;
	readonly year: string;
	readonly certainty: 'published' | 'second-hand';
	readonly url: string | null;
}

/** What the counted sites of the loaded data have, margin included, that stand in communes of one size. */
export interface DiagnosticPeers {
	readonly measure: 'surface' | 'weekly-hours' | 'entries';
	readonly unit: FigureUnit;
	/** Population municipale of their communes: from this many people to fewer than that; null: and over. */
	readonly fromPeople: number;
	readonly toPeople: number | null;
	/** Half of those that tell have at least as much; null when fewer than three tell. */
	readonly median: number | null;
	/** Sites that tell, of those of communes of this size. */
	readonly known: number;
	readonly of: number;
}

/** What a diagnostic of an area is written from: everything computed, nothing worded. */
export interface DiagnosticData {
	/** Its scope is the area, its scenario the one that is told (null: none). */
	readonly question: Question;
	readonly area: {
		/** Of the territory, the EPCI, the commune, the group or the drawn sector. */
		readonly name: string;
		readonly territoryName: string;
		readonly fictional: boolean;
		readonly communeCodes: readonly InseeCode[];
	};
	/** By `FigureId`; one that makes no sense here (a mode without times, a kind without a site) is absent. */
	readonly figures: Readonly<Partial<Record<FigureId, DiagnosticFigure>>>;
	/** Sites that stand in the area, counted first, then by name. */
	readonly sites: readonly DiagnosticSite[];
	/** Alphabetical. */
	readonly communes: readonly DiagnosticCommune[];
	/** Those that people of the area live in, alphabetical. */
	readonly sectors: SectorsAnswer['sectors'];
	readonly threshold: SectorsAnswer['threshold'];
	/** People with an open site within the cutoff, by quarter of an hour (672); null when not known. */
	readonly week: { readonly open: Float64Array | null; readonly ofPeople: number };
	/** The time that stands for each moment. */
	readonly momentMinutes: Readonly<Record<Moment, number>>;
	/** Those of all libraries, and of places of the size of one of the area's communes. */
	readonly references: readonly DiagnosticReference[];
	/** By measure, for each size that a commune of the area has, smallest first: a site is read beside those of its commune's size. */
	readonly peers: readonly DiagnosticPeers[];
	/** What must be said beside the figures: estimated times, imputed cells, hours not known. */
	readonly statements: readonly Message[];
}

/** What an author decides of a document; kept with the territory, and through every recomputation. */
export interface DiagnosticEdits {
	/** Every section, in the order wanted. */
	readonly sections: readonly { readonly id: DiagnosticSectionId; readonly on: boolean }[];
	/** The author's own words, plain text with blank lines between paragraphs, by the place they stand in: after the head of a section, or after one of its parts. */
	readonly texts: Readonly<Record<string, string>>;
	/** Until then the document says "Document de travail". */
	readonly validated: boolean;
	readonly author: string;
}

/** What a document is before an author decides anything of it: every section in the order proposed, a draft. */
export const UNEDITED: DiagnosticEdits = {
	sections: DIAGNOSTIC_SECTIONS.map((id) => ({ id, on: true })),
	texts: {},
	validated: false,
	author: ''
};
