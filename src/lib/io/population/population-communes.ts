import type { Commune } from '#domain/commune.ts';
import type { Note, RejectedRow } from '#domain/notes.ts';
import type { Population } from '#domain/population.ts';
import type { Source } from '#domain/source.ts';
import { communeCentre } from '../communes/commune-centre.ts';
import type { CommunesImport } from '../communes/communes-import.ts';
import type { PopulationImport } from './population-table.ts';

/** What is known of the populations of communes beside the file of demand points. */
export interface KnownPopulations {
	readonly communes: readonly Commune[];
	/** Who says them: a file, the national list, or both. */
	readonly source: string;
	/** Null when no one year is theirs. */
	readonly vintage: string | null;
}

/**
 * Communes as demand points: their people at the place that stands for them (town hall where the file gives it). The file
 * goes first; a population that it does not give is taken from what is known, and said with its year. Those whose
 * population or place is still unknown are rejected.
 */
export function populationFromCommunes(
	communes: CommunesImport,
	known: KnownPopulations | null = null
): PopulationImport {
	const { file } = communes.source;
	const knownPeople = new Map(known?.communes.map(({ code, municipalPopulation }) => [code, municipalPopulation]));
	let taken = 0;
	const kept: { commune: Commune; people: number; lon: number; lat: number }[] = [];
	const rejected: RejectedRow[] = [];
	for (const commune of communes.value) {
		const centre = communeCentre(commune);
		const people = commune.municipalPopulation ?? knownPeople.get(commune.code) ?? null;
		if (people !== null && centre !== null) {
			if (commune.municipalPopulation === null) taken++;
			kept.push({ commune, people, lon: centre[0], lat: centre[1] });
			continue;
		}
		const code = people === null ? 'note_commune_without_people' : 'note_commune_without_place';
		rejected.push({
			note: {
				severity: 'rejected',
				message: { code, params: { code: commune.code } },
				file,
				row: communes.rows.get(commune.code) ?? null,
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
		source:
			taken === 0 || known === null ? communes.source : sourceOfBoth(communes.source, known, taken === kept.length),
		notes: [
			...communes.notes,
			...(taken === 0 || known === null ? [] : [takenNote(taken, known, file)]),
			...rejected.map(({ note }) => note)
		],
		rejected: [...communes.rejected, ...rejected],
		rowsRead: communes.rowsRead,
		rowsKept: kept.length
	};
}

function takenNote(count: number, { source, vintage }: KnownPopulations, file: string): Note {
	const message =
		vintage === null
			? { code: 'note_population_taken_undated', params: { count, source } }
			: { code: 'note_population_taken', params: { count, source, vintage } };
	return { severity: 'info', message, file, row: null, column: null, read: null };
}

/** Outlines of the file, people of another source: it is named beside the file, and its year is the people's only if all are its. */
function sourceOfBoth(source: Source, known: KnownPopulations, all: boolean): Source {
	const attribution = source.attribution === null ? known.source : `${source.attribution} + ${known.source}`;
	return { ...source, attribution, vintage: all ? known.vintage : null };
}
