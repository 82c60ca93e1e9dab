import type { CostSettings, ModificationCost } from './cost.ts';
import type { LonLat } from './geometry.ts';
import type { OpeningSchedule, Weekday } from './opening-schedule.ts';
import type { SiteKind } from './site.ts';
import type { InseeCode } from './units.ts';

/** Raised when a scenario of before can no longer be read as it is; older files are migrated. */
export const SCENARIO_SCHEMA_VERSION = 1;

/** A place that is not on the territory yet. */
export interface NewSite {
	/** `new-…`: the identifier of no site of a source. */
	readonly id: string;
	readonly name: string;
	readonly kind: SiteKind;
	readonly position: LonLat;
	readonly communeCode: InseeCode | null;
	readonly communeName: string | null;
	/** Null when nobody decided its hours yet: it then counts for distance alone. */
	readonly schedule: OpeningSchedule | null;
	readonly surfaceSquareMetres: number | null;
}

/** A stop of a bookmobile: the same time of the same weekday, every week or every other one. */
export interface Rounds {
	readonly weekday: Weekday;
	/** Minutes after midnight. */
	readonly start: number;
	readonly end: number;
	/** Odd or even ISO weeks: two odd ones follow each other after a year of 53 weeks. */
	readonly weeks: 'every' | 'odd' | 'even';
	/** Whether it runs in school holidays. */
	readonly inSchoolHolidays: boolean;
}

/** One change of the network. Sites are named by their identifiers, so that it applies to a territory prepared anew. */
export type Change =
	/** The whole of the new hours: what an editor does not show is kept in them. */
	| { readonly kind: 'hours'; readonly siteId: string; readonly schedule: OpeningSchedule }
	| { readonly kind: 'add'; readonly site: NewSite }
	| { readonly kind: 'close'; readonly siteId: string }
	| { readonly kind: 'move'; readonly siteId: string; readonly position: LonLat }
	/** The first ones close; `into` stays where it is, with its hours, and with this surface when one is given. */
	| {
			readonly kind: 'merge';
			readonly siteIds: readonly string[];
			readonly into: string;
			readonly surfaceSquareMetres: number | null;
	  }
	/** Its schedule is made of its rounds. */
	| { readonly kind: 'bookmobile-stop'; readonly site: Omit<NewSite, 'schedule'>; readonly rounds: Rounds }
	| { readonly kind: 'surface'; readonly siteId: string; readonly surfaceSquareMetres: number };
export type ChangeKind = Change['kind'];

export interface Modification {
	readonly id: string;
	/** Switched off, it is kept and changes nothing. */
	readonly on: boolean;
	readonly change: Change;
	readonly cost: ModificationCost;
}

/** Modifications of the territory as it was opened, in order: where two change the same thing, the later one holds. */
export interface Scenario {
	readonly id: string;
	readonly name: string;
	readonly modifications: readonly Modification[];
	readonly costs: CostSettings;
}

/** At most this many scenarios stand beside the baseline in a table. */
export const SCENARIOS_COMPARED = 3;

/** The sites that a change is about: those it needs on the territory, and the one it makes. */
export function sitesNeeded(change: Change): readonly string[] {
	if (change.kind === 'add' || change.kind === 'bookmobile-stop') return [];
	return change.kind === 'merge' ? [...change.siteIds, change.into] : [change.siteId];
}
