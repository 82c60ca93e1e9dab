import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { plainSpaces, runCli, runCliWell } from '../cli.ts';
import { realData } from '../realdata.ts';
import { readCsv, temporaryFolder } from '../territories.ts';

const root = temporaryFolder();
const file = (name: string) => join(root.path, name);
afterAll(() => root.remove());

// The method's own example: three cells, two libraries, minutes.
const MATRIX = 'from,to,value\nc1,l1,5\nc1,l2,18\nc2,l1,15\nc2,l2,9\nc3,l1,25\nc3,l2,35\n';
const DEMAND = 'id,people\nc1,1000\nc2,500\nc3,2000\n';
const SUPPLY = 'id,capacity\nl1,20\nl2,12\n';
const STEPS = ['--weights', '10:1,20:.68,30:.22'];

interface Tables {
	readonly matrix?: string | Uint8Array;
	readonly demand?: string;
	readonly supply?: string;
}

function request({ matrix = MATRIX, demand = DEMAND, supply = SUPPLY }: Tables, ...rest: string[]): string[] {
	const name = typeof matrix === 'string' ? 'temps.csv' : 'temps.csv.gz';
	writeFileSync(file(name), matrix);
	writeFileSync(file('carreaux.csv'), demand);
	writeFileSync(file('lieux.csv'), supply);
	const paths = ['--matrix', file(name), '--demand', file('carreaux.csv'), '--supply', file('lieux.csv')];
	return ['access', ...paths, ...rest, '--out', file('acces.csv')];
}

/** The result, as [id, access] texts, with what was said. */
async function measured(tables: Tables, ...rest: string[]) {
	const { stdout, stderr } = await runCliWell(...request(tables, ...rest));
	const rows = readCsv(file('acces.csv')).map(({ id, access }) => [id, access]);
	return { rows, stdout: plainSpaces(stdout), stderr: plainSpaces(stderr) };
}

async function refused(tables: Tables, ...rest: string[]) {
	const { code, stderr } = await runCli(...request(tables, ...rest));
	return { code, stderr: plainSpaces(stderr) };
}

describe('access', () => {
	it('gives E2SFCA as worked by hand, in the order of the demand, at full precision', async () => {
		const { rows, stderr } = await measured({}, '--method', 'e2sfca', ...STEPS);
		const [r1, r2] = [20 / 1780, 12 / 1180];
		expect(rows).toEqual([
			['c1', String(r1 * 1 + r2 * 0.68)],
			['c2', String(r1 * 0.68 + r2 * 1)],
			['c3', String(r1 * 0.22)]
		]);
		expect(rows.map(([, access]) => Number(access).toFixed(6))).toEqual(['0.018151', '0.017810', '0.002472']);
		expect(stderr).toBe('');
		expect(readFileSync(file('acces.csv'), 'utf8')).toMatch(/^id,access\nc1,0\.0181/);
	});

	it('reads a compressed matrix, and an order of its rows that is not that of the demand', async () => {
		const shuffled = `from,to,value\n${MATRIX.trim().split('\n').slice(1).reverse().join('\n')}\n`;
		const plain = await measured({}, '--method', '2sfca', '--cutoff', '20');
		const matrix = gzipSync(new TextEncoder().encode(shuffled));
		expect((await measured({ matrix }, '--method', '2sfca', '--cutoff', '20')).rows).toEqual(plain.rows);
	});

	it('counts the cutoff in, gives 0 where nothing is in reach, and R = 0 to a place nobody reaches', async () => {
		const within = (cutoff: string) => measured({}, '--method', '2sfca', '--cutoff', cutoff);
		const [both, one] = [String(20 / 1500 + 12 / 1500), String(20 / 1000)];
		expect((await within('18')).rows).toEqual([
			['c1', both],
			['c2', both],
			['c3', '0']
		]);
		expect((await within('5')).rows).toEqual([
			['c1', one],
			['c2', '0'],
			['c3', '0']
		]);
	});

	it('adds up supply, weighs it by a decay, and finds the nearest, blank beyond the cutoff', async () => {
		const access = async (...rest: string[]) => (await measured({}, ...rest)).rows.map(([, value]) => value);
		expect(await access('--method', 'cumulative', '--cutoff', '15')).toEqual(['20', '32', '0']);
		const decayed = await access('--method', 'gravity', '--decay', 'exp:0.1', '--cutoff', '15');
		expect(decayed.map(Number)).toEqual([20 * Math.exp(-0.5), 20 * Math.exp(-1.5) + 12 * Math.exp(-0.9), 0]);
		const power = await access('--method', 'gravity', '--decay', 'power:2');
		expect(Number(power[2])).toBeCloseTo(20 / 625 + 12 / 1225, 14);
		expect(await access('--method', 'nearest')).toEqual(['5', '9', '25']);
		expect(await access('--method', 'nearest', '--cutoff', '9')).toEqual(['5', '9', '']);
	});

	it('takes a capacity of 0 for no supply: it is nobody’s nearest', async () => {
		const { rows } = await measured({ supply: 'id,capacity\nl1,0\nl2,12\n' }, '--method', 'nearest');
		expect(rows.map(([, value]) => value)).toEqual(['18', '9', '35']);
	});

	it('sums up how the result is shared between people', async () => {
		// Within 15 min: 20 for 1,000 people, 32 for 500, 0 for 2,000. Lorenz (4/7, 0), (6/7, 5/9), (1, 1): Gini 1 − 24/63 = 39/63.
		const { stdout } = await measured({}, '--method', 'cumulative', '--cutoff', '15');
		expect(stdout.split('\n')).toEqual([
			expect.stringContaining('Indice de Gini de l’accès entre habitants : 0,619 '),
			'Rapport de Palma : non défini, les 40 % d’habitants les moins bien servis n’ont aucun accès.',
			'Habitants sans accès : 57 % (2 000 sur 3 500).',
			''
		]);
		const all = await measured({}, '--method', 'cumulative', '--cutoff', '40');
		expect(all.stdout).toContain('habitants : 0 (0 : égal pour tous');
		expect(all.stdout).toContain(' : 0,25 (0,25 : égal pour tous).');
		expect(all.stdout).toContain('Habitants sans accès : 0 % (0 sur 3 500).');
		const nearest = await measured({}, '--method', 'nearest', '--cutoff', '9', '--lang', 'en');
		expect(nearest.stdout).toContain('People without access: 57% (2,000 of 3,500).');
		expect(nearest.stdout).not.toContain('Palma');
	});

	it('puts back the zero that a spreadsheet took from the INSEE codes of the matrix, and says so', async () => {
		const { rows, stderr } = await measured(
			{
				matrix: 'from,to,value\n1004,1005,7\n1005,1005,0\n',
				demand: 'id,people\n01004,10\n01005,20\n',
				supply: 'id,capacity\n01005,3\n'
			},
			'--method',
			'nearest'
		);
		expect(rows).toEqual([
			['01004', '7'],
			['01005', '0']
		]);
		expect(stderr).toContain('2 codes INSEE avaient perdu leur zéro initial');
	});

	it('says what the tables and the matrix do not have in common, and row by row what it leaves out', async () => {
		const { rows, stderr } = await measured(
			{
				matrix: `${MATRIX}c9,l1,3\nc1,l9,3\nc2,l2,vite\n`,
				demand: `${DEMAND}c4,10\nc5,-3\nc6,\n`,
				supply: `${SUPPLY}l3,4\n`
			},
			'--method',
			'cumulative',
			'--cutoff',
			'15'
		);
		expect(rows).toEqual([
			['c1', '20'],
			['c2', '32'],
			['c3', '0'],
			['c4', '0']
		]);
		for (const said of [
			'temps.csv : départ « c9 » absent de carreaux.csv',
			'temps.csv : arrivée « l9 » absente de lieux.csv',
			'temps.csv, ligne 10, colonne « value » : un nombre est attendu',
			'carreaux.csv : 1 point de demande sans aucune paire dans la matrice (« c4 »)',
			'lieux.csv : 1 lieu sans aucune paire dans la matrice (« l3 »)',
			'carreaux.csv, ligne 6, colonne « people » : une valeur négative',
			'carreaux.csv, ligne 7, colonne « people » : valeur absente'
		])
			expect(stderr).toContain(said);
	});
});

describe('access refuses, with what to do', () => {
	it.each([
		[['--method', 'huff', '--cutoff', '15'], '--method : « huff » n’est pas accepté. Valeurs possibles : 2sfca'],
		[['--method', '2sfca'], '--method 2sfca demande --cutoff'],
		[['--method', 'cumulative', '--cutoff', '-1'], '--cutoff : un nombre de 0 à ∞ est attendu'],
		[['--method', '2sfca', '--cutoff', '9', '--decay', 'exp:1'], '--decay ne sert à rien avec --method 2sfca'],
		[['--method', 'gravity', ...STEPS], '--weights ne sert à rien avec --method gravity'],
		[['--method', 'gravity'], '--method gravity demande --decay'],
		[['--method', 'gravity', '--decay', 'exp'], '--decay : « exp » n’est ni exp:B ni power:B'],
		[['--method', 'gravity', '--decay', 'exp:0'], 'avec B supérieur à 0'],
		[['--method', 'e2sfca'], '--method e2sfca demande des poids'],
		[['--method', 'e2sfca', ...STEPS, '--decay', 'exp:1'], '--weights et --decay ne vont pas ensemble'],
		[['--method', 'e2sfca', '--weights', '20:1,10:.68'], 'les coûts doivent croître, et 10 vient après 20'],
		[['--method', 'e2sfca', '--weights', '10:1,10:.68'], 'les coûts doivent croître, et 10 vient après 10'],
		[['--method', 'e2sfca', '--weights', '10:.5,20:.68'], 'et 0.68 vient après 0.5'],
		[['--method', 'e2sfca', '--weights', '10:2'], 'le poids 2 (jusqu’à 10) dépasse 1'],
		[['--method', 'e2sfca', '--weights', '10=1'], '« 10=1 » n’est pas de la forme coût:poids']
	])('the command line %j', async (rest, said) => {
		const run = await refused({}, ...rest);
		expect(run.stderr).toContain(said);
		expect(run.code).toBe(2);
	});

	it.each<[string, Tables, string]>([
		['a matrix without values', { matrix: 'from,to\nc1,l1\n' }, 'temps.csv : la colonne « value » manque'],
		['a demand without people', { demand: 'id,name\nc1,Haut\n' }, 'carreaux.csv : la colonne « people » manque'],
		['a supply without capacity', { supply: 'id,people\nl1,3\n' }, 'lieux.csv : la colonne « capacity » manque'],
		['people all negative', { demand: 'id,people\nc1,-5\n' }, 'carreaux.csv : la seule ligne n’a pas pu être retenue'],
		[
			'tables of other places',
			{ demand: 'id,people\nd1,5\n' },
			'Départ inconnu : « c1 » (identifiants de carreaux.csv, par exemple : « d1 »)'
		]
	])('%s', async (_, tables, said) => {
		const run = await refused(tables, '--method', 'cumulative', '--cutoff', '15');
		expect(run.stderr).toContain(said);
		expect(run.code).toBe(1);
	});

	it('a power decay at no cost, which would be infinite, and leaves no result behind', async () => {
		const matrix = 'from,to,value\nc1,l2,4\nc2,l2,0\nc3,l1,0\n';
		const tables = { matrix };
		const args = request(tables, '--method', 'gravity', '--decay', 'power:1').with(-1, file('jamais.csv'));
		const { code, stderr } = await runCli(...args);
		expect(plainSpaces(stderr)).toContain('2 paires ont un coût de 0, où t^(−B) est infini ; la première : c2 → l2');
		expect([code, existsSync(file('jamais.csv'))]).toEqual([1, false]);
		expect((await measured(tables, '--method', 'gravity', '--decay', 'exp:1')).rows[1]).toEqual(['c2', '12']);
	});
});

const matrix = realData('oracles/access_bho/travel_matrix.csv.gz');
const landUse = realData('oracles/access_bho/land_use_data.csv');

describe.skipIf(matrix === null || landUse === null)('access in Belo Horizonte', () => {
	it('counts the jobs within 30 minutes that the R package accessibility publishes', async () => {
		const table = readCsv(landUse ?? '');
		const demand = file('bho-demand.csv');
		const supply = file('bho-supply.csv');
		writeFileSync(demand, ['id,people', ...table.map(({ id, population }) => `${id},${population}`)].join('\n'));
		writeFileSync(supply, ['id,capacity', ...table.map(({ id, jobs }) => `${id},${jobs}`)].join('\n'));
		const paths = ['--matrix', matrix ?? '', '--demand', demand, '--supply', supply];
		const out = file('bho.csv');
		const { stdout } = await runCliWell('access', ...paths, '--method', 'cumulative', '--cutoff', '30', '--out', out);
		const jobs = new Map(readCsv(out).map(({ id, access }) => [id, access]));
		expect(jobs.size).toBe(898);
		expect([jobs.get('89a88cdb57bffff'), jobs.get('89a88cdb597ffff')]).toEqual(['22239', '36567']);
		// The package's Gini index of them: 0.4715251.
		expect(plainSpaces(stdout)).toContain('Indice de Gini de l’accès entre habitants : 0,472 ');
	});
});
