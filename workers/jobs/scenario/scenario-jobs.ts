import type { Paint } from '#domain/atlas-answers.ts';
import type { CostAnswer, CostSettings, ModificationCost } from '#domain/cost.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { PlacesReading } from '#domain/proposals.ts';
import type { Question } from '#domain/question.ts';
import type { Modification } from '#domain/scenario.ts';
import type { AppliedScenario, ChangeOfPeople, Comparison } from '#domain/scenario-answers.ts';
import type { ExportedFile, PaintRequest } from '../atlas/atlas-jobs.ts';

/** The modifications of a scenario, those switched on. */
export interface ScenarioInForce {
	readonly id: string;
	readonly modifications: readonly Modification[];
}

export interface ComparisonRequest {
	/** Its own scenario is not read. */
	readonly question: Question;
	readonly scenarios: readonly string[];
	/** Whether sectors are searched on both sides: long. */
	readonly withSectors: boolean;
	/** Whether profiles and moments are compared too: as much work again, and more. */
	readonly withGroups: boolean;
}

export interface ComparisonExport extends ComparisonRequest {
	readonly table: 'communes' | 'figures' | 'groups';
	readonly format: 'csv' | 'geojson';
	readonly headings: readonly string[];
	readonly words: Readonly<Record<string, string>>;
	readonly about: readonly string[];
}

export interface CostRequest {
	/** Its own scenario is not read. */
	readonly question: Question;
	readonly scenario: string;
	readonly settings: CostSettings;
	/** What each modification costs besides: the scenarios that the worker holds are of changes alone. One that is not here says nothing. */
	readonly costs: readonly { readonly modificationId: string; readonly cost: ModificationCost }[];
}

/** A place under the pointer, before anything is decided. */
export interface CandidateRequest {
	readonly question: Question;
	readonly position: LonLat;
	/** The site that is dragged; null: a new one. */
	readonly site: number | null;
	/** What a map draws; null where nothing is drawn. */
	readonly marks: Pick<PaintRequest, 'level' | 'resolution'> | null;
}

export interface CandidateAnswer {
	/** Commune of the perimeter where it stands; null outside. */
	readonly communeCode: string | null;
	/** Null where no road is near. */
	readonly peopleWithin: number | null;
	/** People asked about within the cutoff of a counted site, with it. */
	readonly coveredPeople: number;
	readonly coveredBefore: number;
	/** People asked about by what becomes of their minutes to the nearest counted site, with it, against the territory as it was opened. */
	readonly change: ChangeOfPeople;
	/** The same on the marks asked for, as the map of a change paints it; null where none are. */
	readonly paint: Paint | null;
}

/** A list of places: as typed, or a file with its name. */
export type PlacesRequest = { readonly text: string } | { readonly bytes: Uint8Array; readonly file: string };

declare module '#workers/protocol.ts' {
	interface WorkerJobs {
		/** All scenarios together, in the place of former ones; `Question.scenario` names one of them. */
		setScenarios: Job<readonly ScenarioInForce[], readonly AppliedScenario[]>;
		compare: Job<ComparisonRequest, Comparison>;
		exportComparison: Job<ComparisonExport, ExportedFile>;
		/** What a place would bring, within a frame or two: asked as the pointer moves. */
		candidate: Job<CandidateRequest, CandidateAnswer>;
		cost: Job<CostRequest, CostAnswer>;
		/** Needs no open territory. A list that cannot be read is an answer, with its reasons, and no failure. */
		readPlaces: Job<PlacesRequest, PlacesReading>;
	}
}
