import type { CommuneSummary } from './territory-summary.ts';
import type { Scope } from './question.ts';

/**
 * Whether a table of communes beside a scope has a commune: those of the perimeter; of an EPCI or a group its own. One commune and a drawn
 * sector are shown among all of them.
 */
export function besideScope(scope: Scope): (commune: Pick<CommuneSummary, 'code' | 'epciCode' | 'margin'>) => boolean {
	if (scope.kind === 'epci') return ({ margin, epciCode }) => !margin && epciCode === scope.code;
	if (scope.kind === 'communes') {
		const codes = new Set(scope.codes);
		return ({ margin, code }) => !margin && codes.has(code);
	}
	return ({ margin }) => !margin;
}
