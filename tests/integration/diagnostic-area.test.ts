import { beforeAll, describe, expect, it } from 'vitest';
import type { DiagnosticData, DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import type { LonLat } from '#domain/geometry.ts';
import type { Question, Scope } from '#domain/question.ts';
import { atlasHandlers } from '#workers/jobs/atlas/handlers.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { diagnosticData } from '#workers/jobs/diagnostic/diagnostic-data.ts';
import type { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { alone } from '../atlas-session.ts';
import { demoSession } from '../demo-session.ts';
import { COSTS, diagnosticOf, figureOf, SCENARIO, valueOf, withScenario } from '../diagnostic-case.ts';
import { questionOf } from '../question.ts';

const MINUTES = 60_000;
const question = questionOf({ form: 'usable', scenario: SCENARIO });
const asIs: Question = { ...question, scenario: null };

let session: AtlasSession;
let territory: OpenTerritory;
let data: DiagnosticData;

beforeAll(async () => {
	session = await demoSession();
	territory = withScenario(session);
	data = await diagnosticOf(territory, question);
}, 4 * MINUTES);

const value = (id: FigureId) => valueOf(data, id);
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const peopleOf = (communes: DiagnosticData['communes']) => sum(communes.map(({ people }) => people ?? NaN));
const scoped = (scope: Scope) => diagnosticOf(territory, { ...asIs, scope });

describe('the area of a diagnostic', () => {
	const codesOf = () => data.communes.map(({ code }) => code);
	/** What does not say how the area was named. */
	const facts = ({
		figures: told,
		sites,
		communes,
		sectors: found,
		week,
		references,
		peers,
		statements
	}: DiagnosticData) => ({
		told,
		sites,
		communes,
		found: found.map(({ name }) => name),
		week,
		references,
		peers,
		statements
	});

	it('named as the territory, as its EPCI, as the group of its communes or drawn around them is the same', async () => {
		const whole = facts(await scoped({ kind: 'territory' }));
		const [{ code }] = session.summary.epcis;
		const inEpci = session.territory.communes.filter(({ margin, epciCode }) => !margin && epciCode === code);
		const epci = facts(await scoped({ kind: 'epci', code }));
		const group = (codes: typeof inEpci) =>
			scoped({ kind: 'communes', codes: codes.map((commune) => commune.code), name: 'Groupe' });
		expect(facts(await group(inEpci))).toEqual(epci);
		expect(facts(await group([...session.territory.communes].filter(({ margin }) => !margin)))).toEqual(whole);
		const [west, south, east, north] = session.summary.bounds;
		const ring: LonLat[] = [
			[west - 0.1, south - 0.1],
			[east + 0.1, south - 0.1],
			[east + 0.1, north + 0.1],
			[west - 0.1, north + 0.1]
		];
		expect(facts(await scoped({ kind: 'drawn', name: 'Tout', ring }))).toEqual(whole);
	});

	it('takes its name, its communes and its own sites', async () => {
		const [first, second] = codesOf();
		const one = await scoped({ kind: 'commune', code: first });
		expect(one.area).toMatchObject({ name: data.communes[0].name, communeCodes: [first] });
		const two = await scoped({ kind: 'communes', codes: [first, second], name: 'Deux communes' });
		expect(two.area.name).toBe('Deux communes');
		expect(two.sites.every(({ site }) => site.communeCode === first || site.communeCode === second)).toBe(true);
		expect(valueOf(two, 'population.grid')).toBeCloseTo(peopleOf(data.communes.slice(0, 2)), 6);
	});

	it('drawn across communes does not say what is counted by commune, and says so', async () => {
		// Half of the territory.
		const [west, south, east, north] = session.summary.bounds;
		const middle = (west + east) / 2;
		const half: LonLat[] = [
			[west - 0.1, south - 0.1],
			[middle, south - 0.1],
			[middle, north + 0.1],
			[west - 0.1, north + 0.1]
		];
		const drawn = await scoped({ kind: 'drawn', name: 'Ouest', ring: half });
		for (const id of ['population.municipale', 'population.density', 'sites.surface-per-person'] as const) {
			expect(figureOf(drawn, id)).toMatchObject({ value: null, why: { code: 'diagnostic_why_drawn' } });
		}
		expect(drawn.statements.map(({ code }) => code)).toContain('diagnostic_says_drawn');
		expect(valueOf(drawn, 'population.grid')).toBeGreaterThan(0);
		expect(peopleOf(drawn.communes)).toBeCloseTo(valueOf(drawn, 'population.grid') ?? NaN, 6);
		const rest = await scoped({
			kind: 'drawn',
			name: 'Est',
			ring: half.map(([lon, lat]) => [lon < middle ? east + 0.1 : lon, lat])
		});
		for (const id of ['population.grid', 'sites', 'sectors.people', 'coverage.car.15.people'] as const) {
			expect((valueOf(drawn, id) ?? NaN) + (valueOf(rest, id) ?? NaN)).toBeCloseTo(value(id) ?? NaN, 6);
		}
	});

	it('is answered by the worker that holds the territory', async () => {
		const handlers = atlasHandlers(() => Promise.resolve(session));
		await handlers.openTerritory?.({ kind: 'url', base: '/demo/' }, alone);
		const answered = await handlers.diagnosticData?.({ question: asIs, costs: null }, alone);
		expect(facts(answered?.response ?? data)).toEqual(facts(await scoped({ kind: 'territory' })));
	});

	it('tells how far it is, and ends once nobody waits for it', async () => {
		const abort = new AbortController();
		const shares: number[] = [];
		const progress = (share: number) => {
			shares.push(share);
			if (share > 0.5) abort.abort(new Error('enough'));
		};
		const all: number[] = [];
		await diagnosticData(territory, { question, costs: COSTS }, { ...alone, progress: (share) => all.push(share) });
		expect(all).toEqual(all.toSorted((one, other) => one - other));
		const run = diagnosticData(territory, { question: asIs, costs: null }, { progress, signal: abort.signal });
		await expect(run).rejects.toThrow('enough');
		expect(shares).toEqual(shares.toSorted((one, other) => one - other));
	});
});

describe('what stands beside the figures', () => {
	it('is of sites of communes of the same size, margin included', () => {
		const { territory: place, weeks } = session;
		const people = new Map(
			place.communes.map(({ code, municipalPopulation }) => [code as string, municipalPopulation])
		);
		for (const { measure, fromPeople, toPeople, median, known, of } of data.peers) {
			const ranks = [...place.sites.keys()].filter((rank) => {
				const { counted, communeCode } = place.sites[rank];
				const size = people.get(communeCode ?? '') ?? null;
				return counted.counted && size !== null && size >= fromPeople && size < (toPeople ?? Infinity);
			});
			const values = ranks.flatMap((rank) => {
				const { surfaceSquareMetres, entriesPerYear } = place.sites[rank].figures;
				const told = {
					surface: surfaceSquareMetres,
					entries: entriesPerYear,
					'weekly-hours': weeks.term.weeklyHours[rank]
				};
				return told[measure] ?? [];
			});
			expect([known, of]).toEqual([values.length, ranks.length]);
			if (median === null) expect(known).toBeLessThan(3);
			else expect(values.filter((one) => one >= median).length).toBeGreaterThanOrEqual(known / 2);
		}
	});

	it('is published for communes of the sizes it has, beside a figure that is there', () => {
		const hours = data.references.filter(({ figure }) => figure === 'hours.mean-weekly').map(({ value: one }) => one);
		const largest = Math.max(...data.communes.map(({ municipalPopulation }) => municipalPopulation ?? NaN));
		expect(largest).toBeGreaterThanOrEqual(20_000);
		expect(largest).toBeLessThan(40_000);
		// All libraries, those of places of 20,000 to 40,000 people, book points.
		expect(hours).toEqual([15, 29, 7]);
		const told = data.figures as Readonly<Record<string, DiagnosticFigure | undefined>>;
		for (const { figure, unit } of data.references) expect(told[figure]?.unit).toBe(unit);
	});
});
