import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import { plainSpaces, runCli, runCliWell } from '../cli.ts';
import { realData } from '../realdata.ts';
import { temporaryFolder } from '../territories.ts';

const root = temporaryFolder();
const file = (name: string) => join(root.path, name);
afterAll(() => root.remove());

// Three cells, three candidates, minutes; c4 is reached by nobody.
const MATRIX = 'from,to,value\nc1,l1,5\nc1,l2,18\nc2,l1,15\nc2,l2,9\nc3,l2,25\nc3,l3,5\n';
const DEMAND = 'id,people\nc1,1000\nc2,500\nc3,2000\n';
const WITH_C4 = `${DEMAND}c4,40\n`;

interface Tables {
	readonly matrix?: string;
	readonly demand?: string;
}

function request({ matrix = MATRIX, demand = DEMAND }: Tables, ...rest: string[]): string[] {
	writeFileSync(file('temps.csv'), matrix);
	writeFileSync(file('carreaux.csv'), demand);
	const paths = ['--matrix', file('temps.csv'), '--demand', file('carreaux.csv')];
	return ['site', ...paths, ...rest, '--out', file('lieux.json')];
}

async function chosen(tables: Tables, ...rest: string[]) {
	const { stdout, stderr } = await runCliWell(...request(tables, ...rest));
	const result = JSON.parse(readFileSync(file('lieux.json'), 'utf8')) as Record<string, unknown>;
	return { result, stdout: plainSpaces(stdout), stderr: plainSpaces(stderr) };
}

async function refused(tables: Tables, ...rest: string[]) {
	const args = request(tables, ...rest).with(-1, file('jamais.json'));
	const { code, stderr } = await runCli(...args);
	expect(existsSync(file('jamais.json'))).toBe(false);
	return { code, stderr: plainSpaces(stderr) };
}

describe('site', () => {
	it('writes objective, sites, people covered, optimum, bound and gap, and nothing else', async () => {
		const { result, stdout, stderr } = await chosen({}, '--problem', 'mclp', '--p', '2', '--cutoff', '15');
		// l1 has c1 and c2 within 15 minutes, inclusive; l3 has c3.
		expect(result).toEqual({
			objective: 3500,
			sites: ['l1', 'l3'],
			covered_people: 3500,
			optimal: true,
			bound: 3500,
			gap: 0
		});
		expect(Object.keys(result)).toEqual(['objective', 'sites', 'covered_people', 'optimal', 'bound', 'gap']);
		expect(stdout.split('\n')).toEqual([
			'2 lieux : l1, l3.',
			'Habitants couverts : 3 500.',
			'Optimum prouvé : aucun autre choix ne fait mieux.',
			''
		]);
		expect(stderr).toBe('');
	});

	it('answers the other three problems', async () => {
		const result = async (...rest: string[]) => (await chosen({}, ...rest)).result;
		expect(await result('--problem', 'lscp', '--cutoff', '15')).toMatchObject({ objective: 2, sites: ['l1', 'l3'] });
		expect(await result('--problem', 'lscp', '--cutoff', '25')).toMatchObject({ objective: 1, sites: ['l2'] });
		// l1 and l3: 1000 × 5 + 500 × 15 + 2000 × 5.
		const median = await result('--problem', 'pmedian', '--p', '2', '--cutoff', '5');
		expect(median).toMatchObject({ objective: 22_500, sites: ['l1', 'l3'], covered_people: 3000, optimal: true });
		expect(await result('--problem', 'pcenter', '--p', '1')).toMatchObject({ objective: 25, covered_people: 3500 });
		expect(await result('--problem', 'pcenter', '--p', '3')).toMatchObject({ objective: 9, bound: 9 });
	});

	it('keeps the fixed sites open, named with their zeros', async () => {
		const matrix = MATRIX.replaceAll('l2', '1004');
		const { result } = await chosen({ matrix }, '--problem', 'pmedian', '--p', '1', '--fixed', ' 01004 ');
		expect(result).toMatchObject({ sites: ['01004'], objective: 1000 * 18 + 500 * 9 + 2000 * 25 });
	});

	it('says whom no candidate covers, what is given twice, and what the files do not share', async () => {
		const matrix = `${MATRIX}c1,l1,5\nc1,l2,17\nd9,l1,3\n`;
		const { result, stderr } = await chosen(
			{ matrix, demand: WITH_C4 },
			'--problem',
			'mclp',
			'--p',
			'3',
			'--cutoff',
			'15'
		);
		expect(result).toMatchObject({ objective: 3500, bound: 3500, optimal: true });
		for (const said of [
			'carreaux.csv : un point de demande (« c4 » : 40 habitants) n’a aucun lieu candidat dans le coût maximal',
			'temps.csv : départ « d9 » absent de carreaux.csv',
			'1 paire est donnée deux fois avec la même valeur',
			'la paire c1 → l2 est donnée une autre fois plus bas'
		])
			expect(stderr).toContain(said);
	});

	it('gives a bound and a gap where the time is too short to prove the optimum', async () => {
		const ids = Array.from({ length: 120 }, (_, rank) => `n${rank}`);
		const value = (from: number, to: number) => (from === to ? 0 : 1 + ((from * 7919 + to * 104_729) % 997));
		const rows = ids.flatMap((from, f) => ids.map((to, t) => `${from},${to},${value(f, t)}`));
		const tables = {
			matrix: ['from,to,value', ...rows].join('\n'),
			demand: ['id,people', ...ids.map((id) => `${id},1`)].join('\n')
		};
		const search = ['--problem', 'pmedian', '--p', '10', '--time-limit', '0.01', '--lang', 'en'];
		const { result, stdout } = await chosen(tables, ...search);
		const { objective, bound, gap } = result as { objective: number; bound: number; gap: number };
		expect(result.optimal).toBe(false);
		expect(bound).toBeLessThan(objective);
		expect(gap).toBeCloseTo((objective - bound) / objective, 12);
		expect(stdout).toContain('Optimum not proved in the time given');
	});
});

describe('site refuses, with what to do', () => {
	it.each([
		[['--problem', 'huff'], '--problem : « huff » n’est pas accepté. Valeurs possibles : mclp, lscp, pmedian, pcenter'],
		[['--problem', 'mclp', '--p', '2'], 'mclp demande un coût maximal'],
		[['--problem', 'lscp'], 'lscp demande un coût maximal'],
		[['--problem', 'lscp', '--cutoff', '9', '--p', '2'], 'il ne prend pas p (lu : 2)'],
		[['--problem', 'pmedian'], 'pmedian demande p'],
		[['--problem', 'pmedian', '--p', '0'], '--p : un nombre de 1 à ∞ est attendu'],
		[['--problem', 'pmedian', '--p', '1,5'], 'p est un nombre entier de lieux, à partir de 1 (lu : 1,5)'],
		[['--problem', 'pmedian', '--p', '2', '--time-limit', '0'], '--time-limit : un nombre']
	])('the command line %j', async (rest, said) => {
		const run = await refused({}, ...rest);
		expect(run.stderr).toContain(said);
		expect(run.code).toBe(2);
	});

	const median = (p: string, ...rest: string[]) => ['--problem', 'pmedian', '--p', p, ...rest];
	it.each<[string, Tables, string[], string]>([
		['more sites than candidates', {}, median('4'), 'p = 4, mais il n’y a que 3 lieux candidats'],
		['fewer than the fixed', {}, median('1', '--fixed', 'l1,l2'), 'p = 1, mais 2 lieux restent ouverts d’office'],
		[
			'fixed sites that are no candidates',
			{},
			median('3', '--fixed', 'l1,x,y'),
			'temps.csv : --fixed : 2 lieux ne sont pas des « to » de la matrice (le premier : « x » ; identifiants lus, par exemple : « l1 »)'
		],
		[
			'a point that nothing serves',
			{ demand: WITH_C4 },
			median('2'),
			'aucun lieu candidat n’est accessible depuis un point de demande (« c4 ») : pmedian n’a pas de solution'
		],
		[
			'points beyond the cutoff',
			{},
			['--problem', 'lscp', '--cutoff', '8'],
			'un point de demande (« c2 ») n’a aucun lieu candidat à 8 ou moins : lscp n’a pas de solution'
		],
		['too few to serve everybody', { matrix: MATRIX.replace('c3,l2,25\n', '') }, median('1'), 'il en faut au moins 2'],
		[
			'tables of other places',
			{ demand: 'id,people\nd1,5\n' },
			median('2'),
			'Départ inconnu : « c1 » (identifiants de carreaux.csv, par exemple : « d1 »)'
		],
		['a matrix without values', { matrix: 'from,to\nc1,l1\n' }, median('1'), 'temps.csv : la colonne « value » manque']
	])('%s', async (_, tables, rest, said) => {
		const run = await refused(tables, ...rest);
		expect(run.stderr).toContain(said);
		expect(run.code).toBe(1);
	});
});

const SF = 'oracles/spopt_sf/SF_network_distance_candidateStore_16_censusTract_205_new.csv';
const costs = realData(SF);
const tracts = realData('oracles/spopt_sf/SF_demand_205_centroid_uniform_weight.csv');

describe.skipIf(costs === null || tracts === null)('site in San Francisco', () => {
	it('gives spopt’s optimum of four stores, from files', async () => {
		const read = (path: string | null) =>
			Papa.parse<Record<string, string>>(readFileSync(path ?? '', 'utf8').trim(), { header: true }).data;
		const pairs = read(costs).map(({ name, DestinationName, distance }) => `${DestinationName},${name},${distance}`);
		const tables = {
			matrix: ['from,to,distance', ...pairs].join('\n'),
			demand: ['id,people', ...read(tracts).map(({ NAME, POP2000 }) => `${NAME},${POP2000}`)].join('\n')
		};
		const { result } = await chosen(tables, '--problem', 'mclp', '--p', '4', '--cutoff', '5000');
		expect(result).toMatchObject({ objective: 875_247, covered_people: 875_247, optimal: true });
	});
});
