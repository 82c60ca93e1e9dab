import type { Basemap } from '#domain/basemap.ts';
import type { Sector } from '#domain/sector.ts';
import { contiguitiesOf } from './contiguities.ts';
import { describeSectors } from './describe.ts';
import { sectorsEvidence, type SectorsInput, type SectorsTerms } from './evidence.ts';
import { baselineThreshold, findSectors, type SectorsFound } from './find.ts';

/** The under-served sectors of a territory as it stands. */
export interface TerritorySectors {
	readonly found: SectorsFound;
	/** Alphabetical by name. */
	readonly sectors: readonly Sector[];
}

/** Finds and tells the sectors of a baseline below the threshold of some terms, frozen on it. @param basemap names the hamlets; null: communes alone */
export function territorySectors(input: SectorsInput, terms: SectorsTerms, basemap: Basemap | null): TerritorySectors {
	const { population } = input.territory;
	const evidence = sectorsEvidence(input, terms);
	const found = findSectors(evidence, baselineThreshold(evidence, population), population, contiguitiesOf(population));
	return { found, sectors: describeSectors(input, evidence, found, basemap) };
}
