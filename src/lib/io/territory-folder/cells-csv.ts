import Papa from 'papaparse';
import { MaillageError } from '#domain/notes.ts';
import type { AgeBand, DemandPointKind, Population } from '#domain/population.ts';
import type { InseeCode } from '#domain/units.ts';

const BASE = ['id', 'lon', 'lat', 'people', 'commune', 'imputed', 'households', 'poor_households'];
const AGE_COLUMN = /^age_(\d+)_(\d+|over)$/;
/** Centimetres. */
const DEGREE_DECIMALS = 7;
/** What a number of a column may be, both included. */
const AMOUNT = [0, Number.MAX_VALUE] as const;
const LONGITUDE = [-180, 180] as const;
const LATITUDE = [-90, 90] as const;

/** cells.csv of a territory folder: one demand point a row, comma and decimal point, blank where the source gives nothing. */
export function writeCellsCsv(population: Population): Uint8Array {
	const bands = population.ageBands ?? [];
	const fields = [...BASE, ...bands.map(ageColumn)];
	const data: string[][] = [];
	for (let i = 0; i < population.count; i++) {
		data.push([
			population.ids[i],
			population.lon[i].toFixed(DEGREE_DECIMALS),
			population.lat[i].toFixed(DEGREE_DECIMALS),
			String(population.people[i]),
			population.communeCodes[i] ?? '',
			population.imputed === null ? '' : String(population.imputed[i]),
			cell(population.households, i),
			cell(population.poorHouseholds, i),
			...bands.map((band) => cell(band.people, i))
		]);
	}
	return new TextEncoder().encode(`${Papa.unparse({ fields, data }, { newline: '\n' })}\n`);
}

function cell(values: Float64Array | null, i: number): string {
	return values === null || Number.isNaN(values[i]) ? '' : String(values[i]);
}

function ageColumn({ fromAge, toAge }: AgeBand): string {
	return `age_${fromAge}_${toAge ?? 'over'}`;
}

/**
 * Reads what writeCellsCsv wrote.
 * @throws MaillageError `error_folder_cells_column` (missing), `error_folder_cells_number` (row and column)
 */
export function readCellsCsv(bytes: Uint8Array, kind: DemandPointKind, file: string): Population {
	const [headings = [], ...rows] = Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }).data;
	const column = (name: string) => {
		const at = headings.indexOf(name);
		if (at < 0)
			throw new MaillageError('error_folder_cells_column', { column: name, columns: headings.join(', ') }, file);
		return at;
	};
	const numbers = (at: number, blankAllowed: boolean, [least, most]: readonly [number, number] = AMOUNT) =>
		Float64Array.from(rows, (row, i) => {
			const text = row[at] ?? '';
			const value = text === '' ? NaN : Number(text);
			if (!(value >= least && value <= most) && !(blankAllowed && text === '')) {
				throw new MaillageError(
					'error_folder_cells_number',
					{ row: String(i + 2), column: headings[at], read: text },
					file
				);
			}
			return value;
		});
	/** A column that is blank all along is one the source does not have. */
	const optional = (name: string) => {
		const values = numbers(column(name), true);
		return values.every(Number.isNaN) ? null : values;
	};
	const imputed = optional('imputed');
	const bands = headings.flatMap((heading, at): AgeBand[] => {
		const match = AGE_COLUMN.exec(heading);
		if (!match) return [];
		return [
			{ fromAge: Number(match[1]), toAge: match[2] === 'over' ? null : Number(match[2]), people: numbers(at, true) }
		];
	});
	const idColumn = column('id');
	const communeColumn = column('commune');
	return {
		kind,
		count: rows.length,
		ids: rows.map((row) => row[idColumn] ?? ''),
		lon: numbers(column('lon'), false, LONGITUDE),
		lat: numbers(column('lat'), false, LATITUDE),
		people: numbers(column('people'), false),
		// Any text: outside France a code is not INSEE's (see communeCodes).
		communeCodes: rows.map((row) => ((row[communeColumn] ?? '') === '' ? null : (row[communeColumn] as InseeCode))),
		imputed: imputed === null ? null : Uint8Array.from(imputed),
		ageBands: bands.length > 0 ? bands : null,
		households: optional('households'),
		poorHouseholds: optional('poor_households')
	};
}
