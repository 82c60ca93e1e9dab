import { MaillageError, type Note } from '#domain/notes.ts';
import { SITING_PROBLEMS, type SitingProblem } from '#domain/proposals.ts';
import type { AccessPairs } from '#core/access/pairs.ts';
import { numberOption, UsageError } from './arguments.ts';
import type { OptionValues } from './command.ts';

/** What --problem, --p, --cutoff, --fixed and --time-limit ask for. */
export interface SiteOptions {
	readonly problem: SitingProblem;
	readonly p: number | null;
	readonly cutoff: number | null;
	/** Distinct. */
	readonly fixedIds: readonly string[];
	readonly timeLimitSeconds: number;
}

const LONGEST_SECONDS = 86_400;

/** @throws UsageError where an option is missing, not understood, or does nothing with that problem */
export function siteOptions(options: OptionValues): SiteOptions {
	const problem = SITING_PROBLEMS.find((known) => known === options.text('problem')) ?? SITING_PROBLEMS[0];
	const number = (name: string, least: number) =>
		options.has(name) ? numberOption(options, name, least, Infinity) : null;
	const p = number('p', 1);
	const cutoff = number('cutoff', 0);
	if (problem === 'lscp' && p !== null) throw new UsageError('error_siting_p_unused', { p });
	if (problem !== 'lscp' && p === null) throw new UsageError('error_siting_p_missing', { problem });
	if (p !== null && !Number.isInteger(p)) throw new UsageError('error_siting_p_invalid', { read: p });
	if ((problem === 'mclp' || problem === 'lscp') && cutoff === null)
		throw new UsageError('error_siting_cutoff_missing', { problem });
	const fixed = (options.optional('fixed') ?? '').split(',').map((id) => id.trim());
	return {
		problem,
		p,
		cutoff,
		fixedIds: [...new Set(fixed)].filter((id) => id !== ''),
		timeLimitSeconds: numberOption(options, 'time-limit', 0.01, LONGEST_SECONDS)
	};
}

/**
 * The fixed sites among the candidates.
 * @throws MaillageError `error_siting_fixed_unknown` with the first that is none and how many there are
 */
export function fixedCandidates(fixedIds: readonly string[], candidateIds: readonly string[], file: string): number[] {
	const rank = new Map(candidateIds.map((id, candidate) => [id, candidate]));
	const unknown = fixedIds.filter((id) => !rank.has(id));
	if (unknown.length > 0) {
		const params = { count: unknown.length, id: unknown[0], example: candidateIds[0] };
		throw new MaillageError('error_siting_fixed_unknown', params, file);
	}
	return fixedIds.flatMap((id) => rank.get(id) ?? []);
}

/** Of a coverage: the points that no candidate has within the cutoff, and their people. */
export function neverCovered(
	{ demandCount, first, value }: AccessPairs,
	people: Float64Array,
	ids: readonly string[],
	cutoff: number,
	file: string
): Note[] {
	const points: number[] = [];
	for (let point = 0; point < demandCount; point++) {
		if (!value.subarray(first[point], first[point + 1]).some((one) => one <= cutoff)) points.push(point);
	}
	if (points.length === 0) return [];
	const count = points.length;
	const params = { count, example: ids[points[0]], people: points.reduce((sum, point) => sum + people[point], 0) };
	const message = { code: 'note_siting_never_covered', params };
	return [{ severity: 'info', message, file, row: null, column: null, read: null }];
}
