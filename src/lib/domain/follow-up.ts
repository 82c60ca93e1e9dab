import type {
	DiagnosticCommune,
	DiagnosticData,
	DiagnosticFigure,
	DiagnosticSite,
	FigureId,
	FigureUnit
} from './diagnostic.ts';
import type { Message } from './notes.ts';
import type { SideFigures } from './scenario-answers.ts';
import type { Scenario } from './scenario.ts';
import type { Site, SiteKind } from './site.ts';
import type { TerritorySummary } from './territory-summary.ts';
import type { TravelTimeOrigin } from './travel.ts';

/** Closer than this, two places are one and the same place; a site further from where it was has moved. */
export const SAME_PLACE_METRES = 100;
/** Two places of one name are the same without a doubt up to this distance. */
export const SAME_NAME_METRES = 500;
/** Two places that are not known to stand in one commune may be the same up to this distance. */
export const NEIGHBOUR_METRES = 2000;
/** Likeness of names, 0–1, from which they may be the same name spelt otherwise. */
export const ALIKE_NAMES = 0.8;
/** From which a site of one identifier, in the same commune, is taken for the same one. */
export const RATHER_ALIKE_NAMES = 0.6;
/** Hours of the week that differ by less are as expected. */
export const SAME_HOURS_MINUTES = 1;

/** How a site of one side was known to be one of the other. */
export type SiteMatch = 'id' | 'name-and-place' | 'confirmed';
/** What speaks for two sites being the same, where it is not enough: their identifier, their place, their name; or several could be it. */
export type MatchDoubt = 'id-alone' | 'place-alone' | 'name-alone' | 'several';

/** What somebody decided of two sites, by their identifiers: the same one, or two. */
export interface MatchDecision {
	readonly before: string;
	readonly after: string;
	readonly same: boolean;
}

/** A territory at one time, as it is compared with another. */
export interface FollowedYear extends Pick<DiagnosticData, 'area' | 'sites' | 'communes' | 'figures'> {
	/** Of the file of its sites; null where it does not tell. */
	readonly vintage: string | null;
	readonly travel: TravelTimeOrigin;
	/** Of all its inputs. */
	readonly sources: TerritorySummary['sources'];
}

/** A side of a comparison. */
export type FollowedSide = Pick<FollowedYear, 'area' | 'vintage' | 'sources'>;

/** Each site of either side is in one row. */
export type FollowUpRow =
	| {
			readonly state: 'kept';
			readonly before: DiagnosticSite;
			readonly after: DiagnosticSite;
			readonly match: SiteMatch;
			readonly metres: number;
			readonly moved: boolean;
			readonly renamed: boolean;
	  }
	/** Counted neither as kept nor as opened and closed, until somebody decides. */
	| {
			readonly state: 'doubtful';
			readonly before: DiagnosticSite;
			readonly after: DiagnosticSite;
			readonly doubt: MatchDoubt;
			readonly metres: number;
	  }
	| { readonly state: 'opened'; readonly before: null; readonly after: DiagnosticSite }
	| { readonly state: 'closed'; readonly before: DiagnosticSite; readonly after: null };

export const FOLLOWED_MEASURES = ['weekly-hours', 'year-hours', 'entries', 'loans', 'borrowers', 'surface'] as const;

/** What kept sites add up to, over those that tell it on both sides. */
export interface FollowedMeasure {
	readonly measure: (typeof FOLLOWED_MEASURES)[number];
	readonly unit: FigureUnit;
	/** Null when no site tells it on both sides. */
	readonly before: number | null;
	readonly after: number | null;
	readonly known: number;
	/** Sites kept that count on both sides. */
	readonly of: number;
}

/** A figure of the whole area on each side, with who told it. */
export interface FollowedFigure {
	readonly id: FigureId;
	readonly unit: FigureUnit;
	readonly before: FollowedValue;
	readonly after: FollowedValue;
	/** The sites of the area that tell nothing of it are the same both times; true where it is not of sites. */
	readonly isOfSameSites: boolean;
}

export interface FollowedValue {
	readonly value: number | null;
	readonly respondents: { readonly known: number; readonly of: number } | null;
	/** How that side made it; null where it has no such figure. */
	readonly made: Pick<DiagnosticFigure, 'why' | 'formula' | 'method' | 'inputs' | 'estimated'> | null;
}

export interface FollowedCommune {
	readonly code: string;
	readonly name: string;
	/** Null where the commune is not of that side. */
	readonly before: DiagnosticCommune | null;
	readonly after: DiagnosticCommune | null;
}

/** Two times of one territory. */
export interface FollowUp {
	readonly before: FollowedSide;
	readonly after: FollowedSide;
	/** Doubtful ones first, then closed, opened, kept; each by name. */
	readonly rows: readonly FollowUpRow[];
	readonly measures: readonly FollowedMeasure[];
	readonly figures: readonly FollowedFigure[];
	/** Alphabetical. */
	readonly communes: readonly FollowedCommune[];
	/** What stands in the way of comparing both. */
	readonly statements: readonly Message[];
}

export const SAYS_ELSEWHERE = 'follow_up_says_elsewhere';

/** What a scenario does to a site. */
export type ExpectedChange = 'closed' | 'added' | 'moved' | 'hours' | 'surface';

/** A site of the territory, and what a scenario expects of it. */
export interface ExpectedSite extends Pick<Site, 'id' | 'name' | 'position' | 'communeCode'> {
	readonly kind: SiteKind;
	/** Nothing where the scenario leaves it as it is. */
	readonly changes: readonly ExpectedChange[];
	/** Hours of the week asked; null when not known, or where it does not stand. */
	readonly hoursBefore: number | null;
	readonly hoursExpected: number | null;
	readonly surfaceExpected: number | null;
	/** As its data tell it, whatever the scenario. */
	readonly entriesPerYear: number | null;
}

/** What a territory is expected to become under a scenario; without one, what it is. */
export interface Expected {
	readonly before: SideFigures;
	readonly expected: SideFigures;
	/** Public sites of the area, those that the scenario adds and closes included. */
	readonly sites: readonly ExpectedSite[];
	/** Modifications that the territory cannot take, and why. */
	readonly notApplied: readonly Message[];
}

/** What became of a site that a scenario changes. */
export type ExperimentOutcome =
	| 'as-expected'
	| 'fewer-hours'
	| 'more-hours'
	| 'not-opened'
	| 'not-closed'
	| 'not-moved'
	| 'other-surface'
	| 'gone'
	| 'unknown'
	| 'doubtful';

export interface ExperimentSite {
	readonly name: string;
	readonly changes: readonly ExpectedChange[];
	/** Hours of the week asked. */
	readonly before: number | null;
	readonly expected: number | null;
	readonly counted: number | null;
	readonly outcome: ExperimentOutcome;
	/** From where it was expected to where it is; null where it is not there, or in doubt. */
	readonly metres: number | null;
	readonly surface: { readonly expected: number | null; readonly counted: number | null };
	/** Entries of a year, which no scenario tells beforehand. */
	readonly entries: { readonly before: number | null; readonly after: number | null };
	/** The site that it may be, where that is in doubt. */
	readonly maybe: string | null;
}

export const EXPERIMENT_FIGURES = [
	'counted-sites',
	'weekly-hours',
	'coverage',
	'moment',
	'median-weekly',
	'median-usable',
	'without-usable'
] as const;

export interface ExperimentFigure {
	readonly id: (typeof EXPERIMENT_FIGURES)[number];
	readonly unit: FigureUnit;
	readonly before: number | null;
	readonly expected: number | null;
	readonly counted: number | null;
}

/** What became of sites, counted. */
export const FOLLOWED_COUNTS = ['kept', 'opened', 'closed', 'moved', 'renamed', 'doubtful'] as const;
export type FollowedCount = (typeof FOLLOWED_COUNTS)[number];

/** A figure of a follow-up as a document tells it: its values on both sides lead to one origin, which tells them side by side. */
export type FollowUpFigureId =
	| `follow-up.count.${FollowedCount}`
	| `follow-up.measure.${FollowedMeasure['measure']}`
	| `follow-up.figure.${FigureId}`
	| `follow-up.experiment.${ExperimentFigure['id']}`;

/** What a scenario promised, against what was counted afterwards. */
export interface Experiment {
	readonly scenario: string;
	readonly figures: readonly ExperimentFigure[];
	readonly sites: readonly ExperimentSite[];
	/** Sites that opened or closed without the scenario having them do so: they weigh on what was counted. */
	readonly others: { readonly opened: readonly string[]; readonly closed: readonly string[] };
	readonly notApplied: readonly Message[];
}

/** They have no commune in common: nothing of them is to be compared. */
export const isOfElsewhere = ({ statements }: Pick<FollowUp, 'statements'>): boolean =>
	statements.some(({ code }) => code === SAYS_ELSEWHERE);

/** Two times as a document tells them. */
export interface ToldFollowUp {
	readonly followUp: FollowUp;
	/** What a scenario promised against what was counted; null where none was chosen. */
	readonly experiment: Experiment | null;
}

/** A scenario as it is expected: its modifications that are on. */
export type ExpectedScenario = Pick<Scenario, 'id' | 'name' | 'modifications'>;
