// Where to put a branch: what is found and proved, in how long, on OR-Library's p-median instances 1 to 20, San Francisco's stores (spopt),
// and a made territory of the size of a métropole: one new site or several, relocation, budget, minimum of people. What the time limit leaves
// unproved depends on the machine's load. With 10 s of a processor of its own, the LSCP is proved at 14 in 8 s and the p-center of 40 is within
// 6 % (340 s, 321 s at least), choices under a budget within 1.5 %.
import { loadavg } from 'node:os';
import type { SitingAnswer, SitingRequest } from '#workers/jobs/siting/siting-request.ts';
import { choose, orLibraryMedians, sanFrancisco } from '../../siting-instances.ts';
import { madeTerritory } from './territory.ts';

const TIME_LIMIT_SECONDS = 10;
const COLUMNS = [26, 6, 18, 18, 8, 18, 10, 8];
const row = (cells: readonly (string | number)[]) =>
	console.log(cells.map((cell, at) => String(cell).padStart(COLUMNS[at])).join(''));
const figure = (value: number) => String(Math.round(value * 1000) / 1000);

type Case = Partial<SitingRequest> & Pick<SitingRequest, 'problem' | 'pairs' | 'people'>;

async function measure(name: string, request: Case, optimum: number | null): Promise<void> {
	const started = performance.now();
	const answer: SitingAnswer = await choose({ timeLimitSeconds: TIME_LIMIT_SECONDS, ...request });
	const seconds = (performance.now() - started) / 1000;
	const { objective, optimal, bound, gap } = answer;
	const known = optimum === null ? '–' : figure(optimum);
	const proved = optimal ? 'proved' : '–';
	row([name, request.p ?? '–', figure(objective), known, proved, figure(bound), gap.toFixed(6), seconds.toFixed(2)]);
}

console.log(`Node ${process.version}, load ${loadavg()[0].toFixed(1)}, time limit ${TIME_LIMIT_SECONDS} s`);
row(['instance', 'p', 'objective', 'optimum', '', 'bound', 'gap', 'seconds']);
for (const { name, p, optimum, pairs, people } of orLibraryMedians())
	await measure(name, { problem: 'pmedian', p, pairs, people }, optimum);

const city = sanFrancisco();
if (city !== null) {
	await measure('San Francisco p-median', { ...city, problem: 'pmedian', p: 4 }, 2848268129.7145);
	await measure('San Francisco MCLP', { ...city, problem: 'mclp', p: 4, cutoff: 5000 }, 875_247);
	await measure('San Francisco p-center', { ...city, problem: 'pcenter', p: 4 }, 7403.0638);
	await measure('San Francisco LSCP', { ...city, problem: 'lscp', cutoff: 5000 }, 8);
}

const { pairs, people, today } = madeTerritory(9000, 1000, 40, 1800);
console.log(
	`\n${pairs.demandCount} cells × ${pairs.supplyCount} candidates, ${pairs.column.length} pairs, ${today.length} sites today`
);
const territory = { pairs, people };
const cutoff = 240;
const closures = { sites: today, most: 5 };
const budget = {
	cost: people.slice(0, pairs.supplyCount).map((one, site) => (today.includes(site) ? 0 : 50 + one)),
	perClosure: -20,
	most: 400
};
const cases: readonly (readonly [string, Case])[] = [
	['MCLP, 1 new', { ...territory, problem: 'mclp', cutoff, fixed: today, mostOpened: 1 }],
	['MCLP, 5 new', { ...territory, problem: 'mclp', cutoff, fixed: today, mostOpened: 5 }],
	['MCLP, 20 anywhere', { ...territory, problem: 'mclp', cutoff, p: 20 }],
	['p-median, 1 new', { ...territory, problem: 'pmedian', fixed: today, mostOpened: 1 }],
	['p-median, 5 new', { ...territory, problem: 'pmedian', fixed: today, mostOpened: 5 }],
	['p-median, 40 anywhere', { ...territory, problem: 'pmedian', p: 40 }],
	['p-center, 40 anywhere', { ...territory, problem: 'pcenter', p: 40 }],
	['LSCP', { ...territory, problem: 'lscp', cutoff: 600 }],
	['MCLP, moving 5 of 40', { ...territory, problem: 'mclp', cutoff, closures, p: 40 }],
	['MCLP, budget', { ...territory, problem: 'mclp', cutoff, closures, budget }],
	['p-median, budget', { ...territory, problem: 'pmedian', closures, budget }],
	['MCLP, 5 new of 8000', { ...territory, problem: 'mclp', cutoff, fixed: today, mostOpened: 5, minimumPeople: 8000 }],
	['p-median, 5 new of 8000', { ...territory, problem: 'pmedian', fixed: today, mostOpened: 5, minimumPeople: 8000 }],
	['LSCP, 3000 each', { ...territory, problem: 'lscp', cutoff: 600, minimumPeople: 3000 }]
];
for (const [name, request] of cases) await measure(name, request, null);
