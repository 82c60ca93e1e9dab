import { describe, expect, it } from 'vitest';
import type { CostAnswer, CostYear } from '#domain/cost.ts';
import { scenarioSentence } from '#i18n/scenario-sentence.ts';
import { plainSpaces } from '../cli.ts';

const everyone = { kind: 'everyone' } as const;
const year = (rank: number, stateEuros: number | null, ownEuros: number | null): CostYear => ({
	year: rank,
	grossEuros: 12_000,
	stateEuros,
	fundersEuros: 0,
	ownEuros
});
const cost = (value: number | null, years: readonly CostYear[] = []): Pick<CostAnswer, 'yearlyEuros' | 'years'> => ({
	yearlyEuros: { value, formula: { code: '', params: {} }, terms: [] },
	years
});
const said = (improved: number, reduced: number, of: ReturnType<typeof cost> | null = null) =>
	plainSpaces(scenarioSentence('Samedis', { improved, reduced }, everyone, of, 'fr'));

describe('what a scenario would change, aloud', () => {
	it('has a variant for each of nobody, better, worse and both', () => {
		expect(said(8400, 310)).toBe(
			'« Samedis » améliorerait l’accès de 8 400 habitants et réduirait celui de 310 habitants.'
		);
		expect(said(8400, 0)).toBe('« Samedis » améliorerait l’accès de 8 400 habitants, sans réduire celui de personne.');
		expect(said(0, 1)).toBe('« Samedis » réduirait l’accès de 1 habitant, sans améliorer celui de personne.');
		expect(said(0, 0)).toBe('« Samedis » ne changerait l’accès de personne.');
	});

	it('never says nobody of a part of a person', () => {
		expect(said(0.3, 0)).toContain('l’accès de 1 habitant,');
	});

	it('tells the cost while the State aids and after, and no amount that is not known', () => {
		const aided = cost(12_000, [year(1, 7200, 4800), year(6, 0, 12_000)]);
		expect(said(10, 0, aided)).toMatch(
			/, pour 12 000 € par an, dont 4 800 € à la charge de la collectivité pendant l’aide de l’État, 12 000 € ensuite\.$/
		);
		expect(said(10, 0, cost(12_000, [year(1, null, null), year(6, 0, 12_000)]))).toMatch(/, pour 12 000 € par an\.$/);
		expect(said(10, 0, cost(-3000))).toMatch(/, avec 3 000 € de dépenses en moins par an\.$/);
		expect(said(10, 0, cost(null))).toBe(said(10, 0));
	});
});
