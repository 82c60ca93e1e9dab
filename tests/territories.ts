import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Indicators } from '#domain/indicator.ts';
import type { Note } from '#domain/notes.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { runCliWell, type CliRun } from './cli.ts';

/** One row of a CSV, by heading; blank cells are empty text. */
export type CsvRow = Readonly<Record<string, string>>;

export interface CellFeature {
	readonly type: 'Feature';
	readonly properties: Readonly<Record<string, string | number | boolean | null>>;
	readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** A territory assembled by `prepare` and `diagnose` in a folder of its own, and everything they wrote. */
export interface Assembled {
	readonly folder: string;
	readonly out: string;
	readonly prepareArguments: readonly string[];
	readonly prepared: CliRun;
	readonly diagnosed: CliRun;
	readonly manifest: TerritoryManifest;
	readonly notes: readonly Note[];
	readonly indicators: Indicators;
	readonly cells: { readonly type: string; readonly metadata: Provenance; readonly features: readonly CellFeature[] };
	readonly communes: readonly CsvRow[];
	readonly sites: readonly CsvRow[];
}

/** What every output says of where it comes from. */
export interface Provenance {
	readonly estimated: boolean;
	readonly notice?: string;
	readonly estimated_error?: Indicators['travel']['estimated_error'];
}

/** A folder that lives as long as the tests of a file, made when it is first asked for: skipped tests make none. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
	let made: string | null = null;
	return {
		get path() {
			return (made ??= mkdtempSync(join(tmpdir(), 'maillage-integration-')));
		},
		remove: () => {
			if (made !== null) rmSync(made, { recursive: true, force: true });
		}
	};
}

/** `prepare` then `diagnose`, in `root`. The arguments of `prepare` go without `--out`. */
export async function assemble(root: string, ...prepareArguments: string[]): Promise<Assembled> {
	const folder = join(root, 'territory');
	const out = join(root, 'results');
	const prepared = await runCliWell('prepare', ...prepareArguments, '--out', folder);
	const diagnosed = await runCliWell('diagnose', folder, '--out', out);
	return {
		folder,
		out,
		prepareArguments,
		prepared,
		diagnosed,
		manifest: readJson(join(folder, 'territory.json')) as TerritoryManifest,
		notes: readJson(join(folder, 'notes.json')) as Note[],
		indicators: readJson(join(out, 'indicators.json')) as Indicators,
		cells: readJson(join(out, 'cells.geojson')) as Assembled['cells'],
		communes: readCsv(join(out, 'communes.csv')),
		sites: readCsv(join(out, 'sites.csv'))
	};
}

export function readJson(path: string): unknown {
	return JSON.parse(readFileSync(path, 'utf8'));
}

/** A CSV of any dialect of ours, by a parser that is not our reader. Rows that do not fit the headings are a failure. */
export function readCsv(path: string): CsvRow[] {
	const { data, errors } = Papa.parse<CsvRow>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), {
		header: true,
		skipEmptyLines: true,
		delimiter: /^[^\n]*;/.test(readFileSync(path, 'utf8')) ? ';' : ','
	});
	if (errors.length > 0) throw new Error(`${path}: ${JSON.stringify(errors[0])}`);
	return data;
}

/** The rows of one input that were left out; none when there is no such file. */
export function rejectedRows(folder: string, input: string): CsvRow[] {
	const path = join(folder, 'rejected', `${input}.csv`);
	return existsSync(path) ? readCsv(path) : [];
}

/** A fingerprint of every file of a folder, by its path. */
export function fingerprints(folder: string): Map<string, string> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
	return new Map(paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

export function sum(values: readonly number[]): number {
	return values.reduce((total, one) => total + one, 0);
}
