import type { Basemap } from '#domain/basemap.ts';
import type { Population } from '#domain/population.ts';
import type { WeekKind } from '#domain/question.ts';
import type { Territory } from '#domain/territory.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { CivilCalendar } from '#core/hours/calendar.ts';
import type { SiteWeeks } from '../site-weeks.ts';
import type { SessionTravel } from '../travel/session-travel.ts';

export type { SiteWeeks };

/** The territory that the worker holds open, as it is or under a scenario, and what is made of it once. */
export interface AtlasSession {
	readonly territory: Territory;
	readonly marginPopulation: Population | null;
	readonly travel: SessionTravel;
	readonly calendar: CivilCalendar;
	/** The year whose dates make the abstract weeks. */
	readonly year: number;
	readonly weeks: Readonly<Record<WeekKind, SiteWeeks>>;
	readonly basemap: Basemap | null;
	readonly hexagons: readonly CellsOfHexagons[];
	readonly summary: TerritorySummary;
	/** The territory without the scenario; null where this is it. */
	readonly baseline: AtlasSession | null;
}

export interface CellsOfHexagons {
	readonly resolution: number;
	readonly count: number;
	/** Hexagon of each demand point. */
	readonly hexagonOf: Uint32Array;
}
