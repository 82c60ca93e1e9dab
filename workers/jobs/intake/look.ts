import type { Commune } from '#domain/commune.ts';
import { MaillageError, type Imported } from '#domain/notes.ts';
import { departementOf, parseInseeCode } from '#domain/units.ts';
import { blobSource, type ByteSource } from '#io/bytes/byte-source.ts';
import { importCommunes } from '#io/communes/communes-import.ts';
import { importPerimeter } from '#io/communes/perimeter.ts';
import type { SqlJsLoader } from '#io/geo/geopackage.ts';
import { understoodColumns } from '#io/intake/columns.ts';
import { recognise, type FileUse, type Guess } from '#io/intake/recognise.ts';
import { sampleFile, type Sample } from '#io/intake/sample.ts';
import { importPopulation } from '#io/population/population-import.ts';
import { importHours } from '#io/sites/sites-hours.ts';
import { importSites } from '#io/sites/sites-import.ts';
import type { NamedBlob } from '../prepare/worker-job.ts';
import type { FileLook, FileReading, LookRequest, NamedEpci } from './intake-jobs.ts';

/** Rows shown of a file, and notes kept of its reading. */
const PREVIEW_ROWS = 6;
const MOST_NOTES = 300;
/** Of a longer file nothing is read before the whole is prepared. */
const MOST_READ_BYTES = 60e6;

type Read = Pick<Imported<unknown>, 'notes' | 'rejected' | 'rowsRead' | 'rowsKept'> & {
	readonly communes?: readonly Commune[];
};

/**
 * Looks at a file: what it is, its first rows, the columns understood, and what its importer says of each row.
 * @throws MaillageError those of sampleFile; what an importer says of the whole is in `failure`
 */
export async function lookAtFile(
	{ file, use: stated, columns: mapping, beside }: Omit<LookRequest, 'packages'>,
	loadSqlJs: SqlJsLoader
): Promise<FileLook> {
	const source = blobSource(file.name, file.blob);
	const sample = await sampleFile(source, loadSqlJs);
	const guesses = recognise(sample);
	const use = stated === 'none' ? null : (stated ?? guesses[0]?.use ?? null);
	const sheet = guesses.find((one) => one.use === use)?.sheet ?? sample.sheets[0] ?? null;
	const look: FileLook = {
		format: sample.format,
		guesses: guesses.map(shownGuess),
		use,
		preview:
			sheet === null
				? null
				: { headings: sheet.headings, rows: sheet.rows.slice(0, PREVIEW_ROWS), rowCount: sheet.rowCount },
		columns: [],
		reading: null,
		failure: null,
		epcis: [],
		departements: []
	};
	if (use === null) return look;
	try {
		const columns = sheet === null ? [] : understoodColumns(use, sheet, mapping, file.name);
		const read = await readAlone(use, source, sample, mapping, beside, loadSqlJs);
		return {
			...look,
			columns,
			reading: read === null ? null : readingOf(read),
			epcis: epcisOf(read?.communes ?? []),
			departements: departementsOf(read?.communes ?? [])
		};
	} catch (error) {
		if (!(error instanceof MaillageError)) throw error;
		const columns = sheet === null ? [] : columnsDespite(use, sheet, mapping, file.name);
		return { ...look, columns, failure: error.detail };
	}
}

const shownGuess = ({ use, sureness, signs, sheet }: Guess) => ({ use, sureness, signs, layer: sheet?.layer ?? null });

/** The columns of a file that cannot be read: as chosen by hand, or as recognised where those chosen cannot be. */
function columnsDespite(
	use: FileUse,
	sheet: NonNullable<Guess['sheet']>,
	mapping: LookRequest['columns'],
	name: string
): FileLook['columns'] {
	for (const columns of [mapping, {}]) {
		try {
			return understoodColumns(use, sheet, columns, name);
		} catch (error) {
			if (!(error instanceof MaillageError)) throw error;
		}
	}
	return [];
}

/** What an importer says of a file without the rest of the territory; null where it says nothing alone. */
async function readAlone(
	use: FileUse,
	source: ByteSource,
	{ format }: Sample,
	columns: LookRequest['columns'],
	beside: NamedBlob | null,
	loadSqlJs: SqlJsLoader
): Promise<Read | null> {
	const { name, size } = source;
	if (use === 'roads' && !/^(?:osm|bdtopo)/.test(format)) throw new MaillageError('error_intake_no_roads', {}, name);
	if (use === 'roads' || use === 'matrix' || size > MOST_READ_BYTES) return null;
	const bytes = await source.bytes();
	switch (use) {
		case 'communes': {
			const read = await importCommunes(bytes, name, { loadSqlJs, columns });
			return { ...read, communes: read.value };
		}
		case 'perimeter':
			return importPerimeter(bytes, name, { loadSqlJs, columns, wanted: null });
		case 'sites':
			return importSites(bytes, name, { mapping: columns });
		case 'hours': {
			if (beside === null) return null;
			const sites = importSites(new Uint8Array(await beside.blob.arrayBuffer()), beside.name);
			return importHours(bytes, name, sites.value, { mapping: columns });
		}
		case 'population': {
			const communes =
				beside === null
					? []
					: (await importCommunes(new Uint8Array(await beside.blob.arrayBuffer()), beside.name, { loadSqlJs })).value;
			return importPopulation(bytes, name, { loadSqlJs, columns, communes });
		}
	}
}

function readingOf({ notes, rejected, rowsRead, rowsKept }: Read): FileReading {
	return { rowsRead, rowsKept, notes: notes.slice(0, MOST_NOTES), noteCount: notes.length, rejected };
}

function epcisOf(communes: readonly Commune[]): NamedEpci[] {
	const found = new Map<string, NamedEpci>();
	for (const { epciCode, epciName } of communes) {
		if (epciCode === null) continue;
		const before = found.get(epciCode);
		found.set(epciCode, {
			code: epciCode,
			name: epciName ?? before?.name ?? epciCode,
			communes: (before?.communes ?? 0) + 1
		});
	}
	return [...found.values()].sort((a, b) => b.communes - a.communes);
}

function departementsOf(communes: readonly Commune[]): string[] {
	return [...new Set(communes.flatMap(({ code }) => parseInseeCode(code) ?? []).map(departementOf))].sort();
}
