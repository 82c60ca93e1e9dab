import { describe, expect, it } from 'vitest';
import type { DiagnosticData } from '#domain/diagnostic.ts';
import { siteSummary } from '#workers/jobs/atlas/summary.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { madeSession, type MadePoint, type MadeTerritory } from '../atlas-session.ts';
import { diagnosticOf, figureOf } from '../diagnostic-case.ts';
import { questionOf } from '../question.ts';

const point = (patch: Partial<MadePoint> = {}): MadePoint => ({
	people: 120,
	peopleOver65: 20,
	commune: 0,
	attached: true,
	seconds: [300],
	...patch
});
const library = { kind: 'library', counted: true, margin: false, commune: 0, week: null } as const;

/** The diagnostic of a territory of which its files tell next to nothing. */
function told(made: Partial<MadeTerritory>, patch: (session: AtlasSession) => AtlasSession = (one) => one) {
	const session = madeSession({ communes: 1, points: [point(), point()], sites: [library], ...made });
	const sites = session.territory.sites.map((site, rank) => siteSummary(site, rank, session.weeks));
	const territory = new OpenTerritory();
	territory.open(patch({ ...session, summary: { ...session.summary, sites } }));
	return diagnosticOf(territory, questionOf());
}

const whyOf = (data: DiagnosticData, id: Parameters<typeof figureOf>[1]) => {
	const { value, why } = figureOf(data, id);
	return value === null ? why?.code : value;
};

describe('a figure that cannot be computed', () => {
	it('says which data is missing, and is never nought', async () => {
		const data = await told({});
		expect(whyOf(data, 'population.municipale')).toBe('diagnostic_why_municipale');
		expect(whyOf(data, 'population.density')).toBe('diagnostic_why_no_area');
		expect(whyOf(data, 'population.imputed-share')).toBe('diagnostic_why_no_imputed');
		expect(whyOf(data, 'population.poor-households.share')).toBe('diagnostic_why_no_poverty');
		expect(whyOf(data, 'population.ages.18-24.share')).toBe('diagnostic_why_age_bands');
		expect(whyOf(data, 'sites.surface')).toBe('diagnostic_why_none_tells');
		expect(whyOf(data, 'sites.surface-per-person')).toBe('diagnostic_why_none_tells');
		expect(whyOf(data, 'staff.sites-without-paid')).toBe('diagnostic_why_none_tells');
		expect(whyOf(data, 'hours.mean-weekly')).toBe('diagnostic_why_site_hours');
		expect(whyOf(data, 'hours.network-weekly')).toBe('diagnostic_why_site_hours');
		expect(whyOf(data, 'hours.year')).toBe('diagnostic_why_year');
		expect(whyOf(data, 'hours.median-within-reach')).toBe('diagnostic_why_reach_hours');
		expect(whyOf(data, 'moment.sunday.share')).toBe('diagnostic_why_reach_hours');
		expect(whyOf(data, 'moment.sunday.sites-open')).toBe('diagnostic_why_site_hours');
		expect(whyOf(data, 'usable.retired.median')).toBe('diagnostic_why_reach_hours');
		expect(data.statements.map(({ code }) => code)).toEqual([
			'diagnostic_says_no_hours',
			'diagnostic_says_distance_no_hours'
		]);
		expect(data.week.open).toBeNull();
	});

	it('says which sites the mean is without, though some of their hours are known', async () => {
		const data = await told({}, (session) => ({
			...session,
			weeks: { ...session.weeks, term: { ...session.weeks.term, known: Uint8Array.of(1), weeklyHours: [null] } }
		}));
		expect(data.statements).toEqual([{ code: 'diagnostic_says_hours_partly', params: { count: 1 } }]);
		expect(whyOf(data, 'hours.network-weekly')).toBe(0);
	});

	it('leaves those that can be', async () => {
		const data = await told({});
		expect(whyOf(data, 'population.grid')).toBe(240);
		expect(whyOf(data, 'sites')).toBe(1);
		expect(whyOf(data, 'coverage.car.10.share')).toBe(1);
		expect(whyOf(data, 'population.ages.65+.share')).toBeCloseTo(1 / 6, 12);
		expect(data.figures['coverage.bike.10.share']).toBeUndefined();
		expect(data.figures['coverage.car.10.without-neighbours.share']).toBeUndefined();
		expect(data.figures['sites.kind.branch']).toBeUndefined();
		expect(data.figures['scenario.improved']).toBeUndefined();
	});

	it('tells no ages of a few homes', async () => {
		expect(whyOf(await told({ points: [point()] }), 'population.ages.65+.share')).toBe('diagnostic_why_few_people');
	});

	it('tells an area without a site, or where nobody is on the network', async () => {
		const without = await told({ sites: [], points: [point({ seconds: [] })] });
		expect(whyOf(without, 'sites')).toBe(0);
		expect(whyOf(without, 'sites.surface')).toBe('diagnostic_why_no_site');
		expect(whyOf(without, 'hours.mean-weekly')).toBe('diagnostic_why_no_site');
		expect(whyOf(without, 'coverage.car.15.share')).toBe(0);
		expect(whyOf(without, 'communes.without-site')).toBe(1);
		const nobody = await told({ points: [point({ attached: false })] });
		expect(whyOf(nobody, 'coverage.car.15.share')).toBe('diagnostic_why_nobody');
		expect(whyOf(nobody, 'coverage.car.15.people')).toBe('diagnostic_why_nobody');
		expect(nobody.statements.map(({ code }) => code)).toContain('diagnostic_says_unattached');
	});

	it('does not take a commune that the population source leaves out for an empty one', async () => {
		const session = madeSession({ communes: 2, points: [point()], sites: [library] });
		const { population } = session.territory;
		const territory = new OpenTerritory();
		const listed = { ...session.territory, population: { ...population, kind: 'commune' as const } };
		const sites = listed.sites.map((site, rank) => siteSummary(site, rank, session.weeks));
		territory.open({ ...session, territory: listed, summary: { ...session.summary, sites } });
		const whole = await diagnosticOf(territory, questionOf());
		expect(figureOf(whole, 'population.grid')).toMatchObject({ value: 120, respondents: { known: 1, of: 2 } });
		expect(figureOf(whole, 'sectors').respondents).toMatchObject({ known: 1, of: 2, what: 'communes' });
		expect(whole.communes.map(({ people }) => people)).toEqual([120, null]);
		const [, { code }] = listed.communes;
		const left = await diagnosticOf(territory, questionOf({ scope: { kind: 'commune', code } }));
		const ids = ['population.grid', 'population.in-equipped-communes.share', 'coverage.car.15.share'] as const;
		for (const id of [...ids, 'hours.without.share', 'sectors', 'sectors.people'] as const)
			expect([id, whyOf(left, id)]).toEqual([id, 'diagnostic_why_no_people']);
		expect(figureOf(left, 'population.density').value).toBeNull();
	});

	it('has respondents: one blank is not nought', async () => {
		const two = { ...library, week: [600, 720] };
		const data = await told({ sites: [two, library], points: [point({ seconds: [300, 300] })] }, (session) => ({
			...session,
			territory: {
				...session.territory,
				sites: session.territory.sites.map((site, rank) =>
					rank === 0 ? { ...site, figures: { ...site.figures, surfaceSquareMetres: 80, paidStaffFte: 0 } } : site
				)
			}
		}));
		expect(figureOf(data, 'sites.surface')).toMatchObject({
			value: 80,
			respondents: { known: 1, of: 2, what: 'sites' }
		});
		expect(figureOf(data, 'staff.fte')).toMatchObject({ value: 0, respondents: { known: 1, of: 2 } });
		expect(figureOf(data, 'staff.sites-without-paid')).toMatchObject({ value: 1, respondents: { known: 1, of: 2 } });
		expect(figureOf(data, 'hours.network-weekly')).toMatchObject({ value: 2, respondents: { known: 1, of: 2 } });
	});
});
