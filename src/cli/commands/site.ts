import { MaillageError, type Message } from '#domain/notes.ts';
import { SITING_PROBLEMS, type SitingProblem } from '#domain/proposals.ts';
import { importCostMatrix } from '#io/matrix/cost-matrix.ts';
import { restoreLostZeros } from '#io/matrix/matrix-ids.ts';
import { writeSitingJson } from '#io/siting/siting-json.ts';
import { importAmounts } from '#io/tables/amounts-csv.ts';
import { writeMessage } from '#i18n/message.ts';
import { joinPairs } from '#core/access/join-pairs.ts';
import { checkSiting } from '#workers/jobs/siting/check-siting.ts';
import { chooseSites } from '#workers/jobs/siting/siting-jobs.ts';
import type { SitingAnswer } from '#workers/jobs/siting/siting-request.ts';
import { joinNotes } from '../access-notes.ts';
import type { Command } from '../command.ts';
import { fileSource } from '../file-source.ts';
import { requireResultFile, writeWhole } from '../folder-disk.ts';
import { sayNotes } from '../notes.ts';
import { fixedCandidates, neverCovered, siteOptions } from '../site-request.ts';

/** `site`: where to open sites. */
export const command: Command = {
	summary: 'cli_site_summary',
	positionals: [],
	options: [
		{ name: 'matrix', value: 'FILE', required: true, help: 'cli_site_matrix' },
		{ name: 'demand', value: 'FILE', required: true, help: 'cli_site_demand' },
		{ name: 'problem', value: 'PROBLEM', required: true, choices: SITING_PROBLEMS, help: 'cli_site_problem' },
		{ name: 'p', value: 'N', help: 'cli_site_p' },
		{ name: 'cutoff', value: 'N', help: 'cli_site_cutoff' },
		{ name: 'fixed', value: 'ID,…', help: 'cli_site_fixed' },
		{ name: 'time-limit', value: 'S', fallback: '10', help: 'cli_site_time' },
		{ name: 'out', value: 'FILE', required: true, help: 'cli_out_file' }
	],
	examples: [
		'site --matrix temps.csv --demand carreaux.csv --problem mclp --p 4 --cutoff 900 --fixed centre,gare --out lieux.json',
		'site --matrix temps.csv --demand carreaux.csv --problem lscp --cutoff 1200 --out lieux.json'
	],
	async run(context) {
		const { options, print, locale, progress } = context;
		const { problem, p, cutoff, fixedIds, timeLimitSeconds } = siteOptions(options);
		await requireResultFile(options.text('out'));
		const matrixFile = await fileSource(options.text('matrix'));
		const demandFile = await fileSource(options.text('demand'));
		const demand = importAmounts(await demandFile.bytes(), demandFile.name, 'people');
		const { ids, amount: people } = demand.value;
		const read = importCostMatrix(await matrixFile.bytes(), matrixFile.name);
		const matrix = restoreLostZeros(read, new Set([...ids, ...fixedIds]), matrixFile.name);
		for (const { notes } of [demand, matrix]) sayNotes(notes, context);
		const candidateIds = matrix.value.toIds;
		const joined = joinPairs(matrix.value, ids, candidateIds);
		if (joined.pairs.column.length === 0) {
			const params = { demand: demandFile.name, from: joined.unknownFrom[0] ?? '–', demandId: ids[0] };
			throw new MaillageError('error_siting_no_pair', params, matrixFile.name);
		}
		const files = { matrix: matrixFile.name, demand: demandFile.name, supply: matrixFile.name };
		sayNotes(joinNotes(joined, ids, candidateIds, files), context);
		const request = {
			problem,
			pairs: joined.pairs,
			weight: people,
			people,
			p,
			mostOpened: null,
			cutoff,
			fixed: fixedCandidates(fixedIds, candidateIds, matrixFile.name),
			closures: null,
			budget: null,
			minimumPeople: 0,
			timeLimitSeconds
		};
		checkSiting(request, (point) => ids[point]);
		if (problem === 'mclp')
			sayNotes(neverCovered(joined.pairs, people, ids, cutoff ?? Infinity, demandFile.name), context);
		progress.step(writeMessage({ code: 'cli_site_step', params: {} }, locale));
		const answer = await chooseSites(request, {
			progress: ({ done }) => progress.share(done),
			signal: new AbortController().signal
		});
		const siteIds = answer.sites.map((site) => candidateIds[site]);
		await writeWhole(options.text('out'), writeSitingJson({ ...answer, siteIds }));
		for (const message of summary(problem, answer, siteIds)) print(writeMessage(message, locale));
	}
};

const OBJECTIVES: Readonly<Record<SitingProblem, string>> = {
	mclp: 'site_mclp',
	lscp: 'site_lscp',
	pmedian: 'site_pmedian',
	pcenter: 'site_pcenter'
};

function summary(problem: SitingProblem, answer: SitingAnswer, siteIds: readonly string[]): Message[] {
	const { objective, optimal, bound, gap } = answer;
	return [
		{ code: 'site_chosen', params: { count: siteIds.length, sites: siteIds.join(', ') } },
		{ code: OBJECTIVES[problem], params: { objective } },
		optimal
			? { code: 'site_optimal', params: {} }
			: { code: 'site_gap', params: { bound, percent: Math.ceil(gap * 10_000) / 100 } }
	];
}
