import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

it('stopped by Ctrl-C, leaves nothing half written, says what is left, and goes on from there; what was taken away is made anew', async () => {
	const stopped = join(root.path, 'stopped');
	const words = ['diagnose', territory, '--by', 'commune', '--formats', 'html,docx', '--out', stopped];
	const run = spawn(process.execPath, ['scripts/maillage.mjs', ...words], { cwd: join(import.meta.dirname, '../..') });
	let said = '';
	run.stderr.on('data', (part: Buffer) => (said += part.toString()));
	const ended = new Promise<number | null>((resolve) => run.on('exit', resolve));
	while (run.exitCode === null && !existsSync(stopped)) await new Promise((resolve) => setTimeout(resolve, 20));
	run.kill('SIGINT');
	const code = await ended;
	expect(plainSpaces(said)).toContain('Arrêt demandé : ');

	const rows = readCsv(join(stopped, 'summary.csv'));
	const made = rows.filter(({ status }) => status === 'made').map(({ folder }) => folder);
	expect(rows.every(({ status }) => status === 'made' || status === 'not-made')).toBe(true);
	expect(code).toBe(made.length === UNITS.length ? 0 : 1);
	expect(said.includes('Arrêté')).toBe(made.length < UNITS.length);
	const files = readdirSync(stopped, { recursive: true }).map(String);
	expect(files.filter((name) => name.endsWith('.partial'))).toEqual([]);
	expect(files.filter((name) => name.endsWith('unit.json')).sort()).toEqual(
		made.map((name) => join(name, 'unit.json')).sort()
	);

	rmSync(join(stopped, made[0], 'diagnostic.docx'));
	expect((await runCliWell(...words)).code).toBe(0);
	const after = new Map(readCsv(join(stopped, 'summary.csv')).map(({ folder, status }) => [folder, status]));
	const kept = made.slice(1);
	expect(after).toEqual(new Map(UNITS.map((unit) => [unit, kept.includes(unit) ? 'kept' : 'made'])));
	expect(existsSync(join(stopped, made[0], 'diagnostic.docx'))).toBe(true);
}, 240_000);

it('refuses options of batches without --by, formats and columns that it does not know', async () => {
	expect((await runCli('diagnose', territory, '--out', out, '--again')).code).toBe(2);
	expect((await batch('--formats', 'pdf')).code).toBe(2);
	expect((await batch('--sort', 'constructor')).code).toBe(2);
});
