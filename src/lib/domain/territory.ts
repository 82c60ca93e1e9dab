import type { SchoolZone } from './calendar.ts';
import type { Commune } from './commune.ts';
import type { MultiPolygonRings } from './geometry.ts';
import type { Population } from './population.ts';
import type { Site } from './site.ts';
import type { Source } from './source.ts';
import type { EpciCode } from './units.ts';

/** The inputs of a territory, each with its source. */
export type InputKind = 'communes' | 'population' | 'sites' | 'hours' | 'roads' | 'matrix' | 'calendar' | 'perimeter';

/** A perimeter and all that is known on it. Roads and travel times stand beside it: they are large and binary. */
export interface Territory {
	readonly name: string;
	readonly zone: SchoolZone;
	readonly epciCode: EpciCode | null;
	/** The outline where one was given; null when the perimeter is the communes themselves. */
	readonly perimeter: MultiPolygonRings | null;
	readonly communes: readonly Commune[];
	/** Demand points of the perimeter. */
	readonly population: Population;
	readonly sites: readonly Site[];
	readonly sources: Readonly<Partial<Record<InputKind, Source>>>;
	/** Invented for demonstration; every screen and document says so. */
	readonly fictional: boolean;
}
