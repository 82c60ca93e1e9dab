import type { Commune } from '#domain/commune.ts';
import type { RejectedRow } from '#domain/notes.ts';
import type { Population } from '#domain/population.ts';
import { communeCentre } from '../communes/commune-centre.ts';
import type { CommunesImport } from '../communes/communes-import.ts';
import type { PopulationImport } from './population-table.ts';

/**
 * Communes as demand points: their people at the place that stands for them (town hall where the file gives it). Those
 * whose population or place is unknown are rejected.
 */
export function populationFromCommunes(communes: CommunesImport): PopulationImport {
	const { file } = communes.source;
	const kept: { commune: Commune; people: number; lon: number; lat: number }[] = [];
	const rejected: RejectedRow[] = [];
	for (const commune of communes.value) {
		const centre = communeCentre(commune);
		const people = commune.municipalPopulation;
		if (people !== null && centre !== null) {
			kept.push({ commune, people, lon: centre[0], lat: centre[1] });
			continue;
		}
		const code = people === null ? 'note_commune_without_people' : 'note_commune_without_place';
		rejected.push({
			note: {
				severity: 'rejected',
				message: { code, params: { code: commune.code } },
				file,
				row: null,
				column: null,
				read: commune.name
			},
			cells: { code: commune.code, nom: commune.name }
		});
	}
	const population: Population = {
		kind: 'commune',
		count: kept.length,
		ids: kept.map(({ commune }) => commune.code),
		lon: Float64Array.from(kept, ({ lon }) => lon),
		lat: Float64Array.from(kept, ({ lat }) => lat),
		people: Float64Array.from(kept, ({ people }) => people),
		communeCodes: kept.map(({ commune }) => commune.code),
		imputed: null,
		ageBands: null,
		households: null,
		poorHouseholds: null
	};
	return {
		value: population,
		source: communes.source,
		notes: [...communes.notes, ...rejected.map(({ note }) => note)],
		rejected: [...communes.rejected, ...rejected],
		rowsRead: communes.rowsRead,
		rowsKept: kept.length
	};
}
