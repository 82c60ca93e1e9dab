import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainSpaces, runCli, runCliWell } from '../cli.ts';
import { territoryArguments } from '../fixtures/three-communes.ts';
import { readCsv, readJson, temporaryFolder } from '../territories.ts';

const root = temporaryFolder();
const UNITS = ['01004-amberieu-en-bugey', '01007-ambronay', '01149-douvres'];
let territory: string;
let out: string;
const batch = (...more: string[]) => runCli('diagnose', territory, '--by', 'commune', '--out', out, ...more);
const page = (unit: string) => join(out, unit, 'diagnostic.html');

beforeAll(async () => {
	territory = join(root.path, 'territory');
	out = join(root.path, 'out');
	await runCliWell('prepare', ...territoryArguments(root.path), '--zone', 'A', '--out', territory);
});
afterAll(() => root.remove());

it('writes a folder for each commune and a summary, leaves what stands whole, and goes on after a failure', async () => {
	// A file stands where a folder must be made.
	await runCliWell('diagnose', territory, '--by', 'territory', '--formats', 'csv', '--out', out);
	writeFileSync(join(out, UNITS[1]), '');
	const first = await batch('--formats', 'html,gpkg');
	expect([first.code, plainSpaces(first.stderr)]).toEqual([1, expect.stringContaining('Ambronay : ')]);
	const rows = readCsv(join(out, 'summary.csv'));
	expect(rows.map(({ name, status }) => [name, status])).toEqual([
		['Ambérieu-en-Bugey', 'made'],
		['Ambronay', 'failed'],
		['Douvres', 'made']
	]);
	expect(rows[1].reason).not.toBe('');
	expect(rows[0]['population.grid']).toBe('200');
	expect(readFileSync(page(UNITS[0]), 'utf8')).toContain('Ambérieu-en-Bugey');
	expect(existsSync(join(out, UNITS[2], 'diagnostic.gpkg'))).toBe(true);

	const made = statSync(page(UNITS[0])).mtimeMs;
	const again = await batch('--formats', 'html', '--sort', 'name:desc');
	expect(again.code).toBe(1);
	expect(readCsv(join(out, 'summary.csv')).map(({ name, status }) => [name, status])).toEqual([
		['Douvres', 'kept'],
		['Ambronay', 'failed'],
		['Ambérieu-en-Bugey', 'kept']
	]);
	expect(statSync(page(UNITS[0])).mtimeMs).toBe(made);
	expect(readJson(join(out, 'summary.json'))).toMatchObject({ made: 0, kept: 2, failed: 1, travel: 'estimated' });
}, 240_000);

it('refuses options of batches without --by, formats and columns that it does not know', async () => {
	expect((await runCli('diagnose', territory, '--out', out, '--again')).code).toBe(2);
	expect((await batch('--formats', 'pdf')).code).toBe(2);
	expect((await batch('--sort', 'constructor')).code).toBe(2);
});
