import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainSpaces, runCli, runCliWell, runProgramme } from '../cli.ts';
import { communesGeojson, territoryArguments } from '../fixtures/three-communes.ts';
import { prepareThree, prepareThreeWell } from '../prepare-run.ts';
import { fingerprints, temporaryFolder } from '../territories.ts';

const folder = temporaryFolder();
let runs = 0;
const root = () => join(folder.path, String((runs += 1)));
afterAll(() => folder.remove());

describe('as a user types it', () => {
	it('runs by npm with nothing but the result on standard output', async () => {
		const expression = 'Tu,Th 16:00-18:30; We 10:00-12:00,14:00-18:00; Sa 10:00-12:30';
		const asked = ['--zone', 'B', '--dept', '59', '--year', '2026', '--expr', expression];
		const run = await runProgramme('npm', 'run', '--silent', 'maillage', '--', 'hours', ...asked);
		expect(run.code).toBe(0);
		// 2 × 2 h 30 + 6 h + 2 h 30.
		expect(JSON.parse(run.stdout)).toMatchObject({ weekly_hours: 13.5 });
	});

	it('ends the process with the code of the failure', async () => {
		const run = await runProgramme(
			'node',
			'scripts/maillage.mjs',
			'diagnose',
			join(folder.path, 'absent'),
			'--out',
			root()
		);
		expect([run.code, run.stdout]).toEqual([1, '']);
		expect(plainSpaces(run.stderr)).toContain('n’est pas un dossier de territoire');
	});

	it('explains each command by --help, on standard output', async () => {
		const general = await runCliWell('--help');
		const names = readdirSync(new URL('../../src/cli/commands', import.meta.url)).map((file) =>
			file.replace('.ts', '')
		);
		expect(names).toEqual(expect.arrayContaining(['prepare', 'diagnose', 'travel-times', 'isochrones', 'hours']));
		for (const name of names) {
			expect(general.stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'));
			const help = await runCliWell(name, '--help');
			expect(help.stdout).toContain(`npm run --silent maillage -- ${name}`);
			expect([help.stderr, /\[cli_/.test(help.stdout)]).toEqual(['', false]);
		}
	});
});

describe('a command line that is not understood: exit code 2, the way to the help, nothing on standard output', () => {
	it.each([
		['no command', [], 2, ''],
		['an unknown command', ['preparer'], 2, 'Commande inconnue : « preparer »'],
		['an unknown option', ['diagnose', 'x', '--sortie', 'y'], 2, 'Option inconnue : --sortie'],
		['a missing option', ['diagnose', 'x'], 2, 'Il manque l’option obligatoire --out'],
		['a missing value', ['diagnose', 'x', '--out'], 2, 'L’option --out attend une valeur'],
		['a missing argument', ['diagnose', '--out', 'y'], 2, 'Arguments attendus : DIR ; lus : –'],
		[
			'an unknown zone',
			['hours', '--expr', 'Mo 9-12', '--zone', 'D', '--dept', '59', '--year', '2026'],
			2,
			'A, B, C, Corse'
		],
		[
			'a year in letters',
			['hours', '--expr', 'Mo 9-12', '--zone', 'B', '--dept', '59', '--year', 'mille'],
			2,
			'« mille »'
		],
		[
			'minutes in letters',
			['isochrones', '--roads', 'r', '--from', 'f', '--minutes', 'dix', '--out', 'o'],
			2,
			'« dix » a été lu'
		]
	])('%s', async (_, args, code, says) => {
		const run = await runCli(...args);
		expect(run.code).toBe(code);
		expect(plainSpaces(run.stderr)).toContain(says);
		if (args.length > 0) expect([run.stdout, /--help/.test(run.stderr)]).toEqual(['', true]);
	});

	it('two ways to travel, two perimeters, columns ill-formed', async () => {
		const refused = async (...more: string[]) => plainSpaces((await prepareThreeUsage(...more)).stderr);
		expect(await refused('--roads', 'a', '--matrix', 'b')).toContain('--roads et --matrix ne vont pas ensemble');
		expect(await refused('--epci', '1', '--perimeter', 'b')).toContain('--epci et --perimeter ne vont pas ensemble');
		expect(await refused('--columns', 'lat=y')).toContain('« lat=y » n’est pas de la forme entrée.champ=colonne');
		expect(await refused('--margin-km', 'loin')).toContain('--margin-km : un nombre de 0 à 200 est attendu');
	});

	async function prepareThreeUsage(...more: string[]) {
		const here = root();
		const run = await prepareThree(here, {}, ...more);
		expect([run.code, existsSync(join(here, 'out'))]).toEqual([2, false]);
		return run;
	}
});

describe('the folder written to', () => {
	it('takes the place of the territory that was there, whole', async () => {
		const here = root();
		const away = 'id,nom,latitude,longitude\n1,Haut,45.96,5.33\n2,Nul,0,0\n';
		await prepareThreeWell(here, { sites: { file: 'lieux.csv', content: away } });
		expect(existsSync(join(here, 'out/rejected/sites.csv'))).toBe(true);
		const { out } = await prepareThreeWell(here, {});
		// Nothing left of what the first one rejected.
		expect(existsSync(join(out, 'rejected'))).toBe(false);
		const alone = await prepareThreeWell(root(), {});
		const bare = (path: string) => [...fingerprints(path)].map(([file, print]) => [file.slice(path.length), print]);
		expect(bare(out)).toEqual(bare(alone.out));
	});

	it('stays as it was when the next preparation fails', async () => {
		const here = root();
		const { out } = await prepareThreeWell(here, {});
		const before = fingerprints(out);
		const failed = await prepareThree(here, { sites: { file: 'lieux.csv', content: '' } });
		expect(failed.code).toBe(1);
		expect(fingerprints(out)).toEqual(before);
	});

	it('is refused when it holds somebody’s files, which stay', async () => {
		const here = root();
		mkdirSync(join(here, 'out'), { recursive: true });
		writeFileSync(join(here, 'out/these.docx'), 'mine');
		const refused = await prepareThree(here, {});
		expect(refused.code).toBe(1);
		expect(refused.stderr).toContain('contient autre chose qu’un territoire préparé par Maillage : rien n’y est écrit');
		expect(readdirSync(join(here, 'out'))).toEqual(['these.docx']);
		// Even beside a territory.
		const territory = await prepareThreeWell(root(), {});
		writeFileSync(join(territory.out, 'these.docx'), 'mine');
		const again = await runCli('prepare', ...territoryArguments(join(here, 'inputs')), '--out', territory.out);
		expect(again.code).toBe(1);
		expect(readFileSync(join(territory.out, 'these.docx'), 'utf8')).toBe('mine');
	});

	it('cannot be a file', async () => {
		const here = root();
		const args = territoryArguments(here);
		writeFileSync(join(here, 'out'), communesGeojson());
		const run = await runCli('prepare', ...args, '--out', join(here, 'out'));
		expect([run.code, plainSpaces(run.stderr)]).toEqual([
			1,
			expect.stringContaining('est un fichier ; un dossier est attendu')
		]);
		expect(readFileSync(join(here, 'out'), 'utf8')).toBe(communesGeojson());
	});
});
