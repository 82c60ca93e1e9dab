import { describe, expect, it } from 'vitest';
import type { SiteFigures } from '#domain/site.ts';
import { siteSummary } from '#workers/jobs/atlas/summary.ts';
import { followUp } from '#workers/jobs/follow-up/follow-up.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { madeSession } from '../atlas-session.ts';
import { BLANK_FIGURES } from '../blank-figures.ts';
import { diagnosticOf, figureOf } from '../diagnostic-case.ts';
import { questionOf } from '../question.ts';

const site = { kind: 'library', counted: true, margin: false, commune: 0, week: null } as const;
type Lending = Pick<SiteFigures, 'loansPerYear' | 'borrowers'>;

/** Sites that declare this, in one commune of 800 people. */
async function lending(...declared: readonly Partial<Lending>[]) {
	const point = { people: 120, peopleOver65: 20, commune: 0, attached: true, seconds: declared.map(() => 300) };
	const session = madeSession({ communes: 1, points: [point], sites: declared.map(() => site) });
	const sites = session.territory.sites.map((one, rank) => ({
		...one,
		figures: { ...BLANK_FIGURES, ...declared[rank] }
	}));
	const communes = session.territory.communes.map((one) => ({ ...one, municipalPopulation: 800 }));
	const summaries = sites.map((one, rank) => siteSummary(one, rank, session.weeks));
	const territory = new OpenTerritory();
	territory.open({
		...session,
		territory: { ...session.territory, sites, communes },
		summary: { ...session.summary, sites: summaries }
	});
	return diagnosticOf(territory, questionOf());
}

describe('loans and borrowers per person', () => {
	it('are the sums of those who tell, over the population municipale: a blank is not nought', async () => {
		// By hand: (1,200 + 0) ÷ 800 = 1.5 loans; 40 ÷ 800 = 0.05 borrowers.
		const data = await lending({ loansPerYear: 1200, borrowers: 40 }, { loansPerYear: 0 }, {});
		expect(figureOf(data, 'activity.loans-per-person')).toMatchObject({
			value: 1.5,
			respondents: { known: 2, of: 3, what: 'sites' },
			formula: { code: 'diagnostic_formula_loans_per_person', params: { total: 1200, people: 800 } },
			inputs: ['sites', 'communes']
		});
		expect(figureOf(data, 'activity.borrowers-per-person')).toMatchObject({
			value: 0.05,
			respondents: { known: 1, of: 3, what: 'sites' },
			formula: { code: 'diagnostic_formula_borrowers_per_person', params: { total: 40, people: 800 } }
		});
	});

	it('are nought where sites say so, not known where none tells', async () => {
		const data = await lending({ loansPerYear: 0 }, { loansPerYear: 0 });
		expect(figureOf(data, 'activity.loans-per-person')).toMatchObject({ value: 0, why: null });
		expect(figureOf(data, 'activity.borrowers-per-person')).toMatchObject({
			value: null,
			why: { code: 'diagnostic_why_none_tells' }
		});
	});

	it('are followed from one year to the other, over the sites that tell them both times', async () => {
		const [before, after] = await Promise.all([
			lending({ loansPerYear: 1000, borrowers: 30 }, { loansPerYear: 200 }),
			lending({ loansPerYear: 1100, borrowers: 36 }, { borrowers: 9 })
		]);
		const year = { vintage: null, travel: 'matrix', sources: {} } as const;
		const { measures, figures } = followUp({ ...before, ...year }, { ...after, ...year });
		const measure = (name: string) => measures.find((one) => one.measure === name);
		expect(measure('loans')).toMatchObject({ before: 1000, after: 1100, known: 1, of: 2 });
		expect(measure('borrowers')).toMatchObject({ before: 30, after: 36, known: 1, of: 2 });
		expect(figures.find(({ id }) => id === 'activity.borrowers-per-person')).toMatchObject({
			before: { value: 0.0375, respondents: { known: 1, of: 2 } },
			after: { value: 0.05625, respondents: { known: 2, of: 2 } }
		});
	});
});
