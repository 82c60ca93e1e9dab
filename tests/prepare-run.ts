import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Note } from '#domain/notes.ts';
import type { TerritoryManifest } from '#io/territory-folder/manifest.ts';
import { plainSpaces, runCli, type CliRun } from './cli.ts';
import { territoryArguments } from './fixtures/three-communes.ts';
import { readJson, rejectedRows, type CsvRow } from './territories.ts';

/** A `prepare` of the three communes that went to its end. */
export interface PreparedRun {
	readonly out: string;
	/** Non-breaking spaces as plain ones. */
	readonly stderr: string;
	readonly manifest: TerritoryManifest;
	readonly notes: readonly Note[];
}

type Given = Parameters<typeof territoryArguments>[1];

/** Runs `prepare` on the three communes with some files in the place of the sound ones. No fault ever shows its stack. */
export async function prepareThree(root: string, given: Given, ...more: string[]): Promise<CliRun> {
	const run = await runCli('prepare', ...territoryArguments(root, given), ...more, '--out', join(root, 'out'));
	expect(run.stdout).toBe('');
	expect(run.stderr).not.toMatch(/^ {4}at |Error:/m);
	return { ...run, stderr: plainSpaces(run.stderr) };
}

/** The same where rows may be at fault but the files can be read: exit code 0. */
export async function prepareThreeWell(root: string, given: Given, ...more: string[]): Promise<PreparedRun> {
	const { code, stderr } = await prepareThree(root, given, ...more);
	expect([code, stderr]).toEqual([0, expect.stringContaining('Écrit : ')]);
	const out = join(root, 'out');
	return {
		out,
		stderr,
		manifest: readJson(join(out, 'territory.json')) as TerritoryManifest,
		notes: readJson(join(out, 'notes.json')) as Note[]
	};
}

/** The same where a whole file is at fault: exit code 1, one sentence after the file's name, nothing written. */
export async function prepareThreeFails(root: string, given: Given, ...more: string[]): Promise<string> {
	const { code, stderr } = await prepareThree(root, given, ...more);
	expect([code, stderr]).toEqual([1, expect.not.stringContaining('Écrit')]);
	expect(existsSync(join(root, 'out'))).toBe(false);
	return stderr;
}

/** What a row at fault must come with. */
export interface ExpectedNote {
	readonly file: string;
	readonly row: number;
	readonly column: string;
	readonly read: string | null;
	readonly code: string;
	/** Some of its sentence in French. */
	readonly says: string;
}

/** The row is told on standard error and in notes.json, by file, row, column and what was read. */
export function expectTold({ stderr, notes }: PreparedRun, expected: ExpectedNote, severity: Note['severity']): void {
	const { file, row, column, read, code, says } = expected;
	const note = notes.find((one) => one.file === file && one.row === row && one.message.code === code);
	expect({ expected: code, note }).toMatchObject({ note: { severity, column, read } });
	const line = stderr.split('\n').find((one) => one.startsWith(`${file}, ligne ${row}, colonne « ${column} » : `));
	expect(line).toContain(says);
}

/** The row is told, and stands in the CSV of rejected rows with its reason and its own cells. */
export function expectRejected(run: PreparedRun, input: string, expected: ExpectedNote, cells: CsvRow): void {
	expectTold(run, expected, 'rejected');
	const row = rejectedRows(run.out, input).find(({ ligne }) => ligne === String(expected.row));
	expect(row).toMatchObject({ colonne: expected.column, ...cells });
	expect(plainSpaces(row?.motif ?? '')).toContain(expected.says);
}
