import { beforeAll, describe, expect, it } from 'vitest';
import { DIAGNOSTIC_CUTOFFS, type DiagnosticData, type FigureId } from '#domain/diagnostic.ts';
import type { Indicators } from '#domain/indicator.ts';
import type { Question } from '#domain/question.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { MOMENT_NAMES } from '#core/hours/moments.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { hoursTable } from '#workers/jobs/atlas/hours/hours-table.ts';
import { profiles } from '#workers/jobs/atlas/hours/profiles.ts';
import { weekHeat } from '#workers/jobs/atlas/hours/week-heat.ts';
import { usable } from '#workers/jobs/atlas/hours/usable.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { sectors } from '#workers/jobs/atlas/supply/sectors.ts';
import { diagnose } from '#workers/jobs/diagnose/diagnose.ts';
import { prepareTerritory } from '#workers/jobs/prepare/prepare.ts';
import { compare } from '#workers/jobs/scenario/compare.ts';
import { scenarioCosts } from '#workers/jobs/scenario/cost.ts';
import type { OpenTerritory } from '#workers/jobs/scenario/session.ts';
import { demoRequest } from '../../src/cli/demo-request.ts';
import { LOCALES, writeMessage } from '../../src/lib/i18n/message.ts';
import { SECTION_IDS } from '../../src/lib/ui/method/section.ts';
import { alone } from '../atlas-session.ts';
import { COSTS, diagnosticOf, figureOf, SCENARIO, valueOf, withScenario } from '../diagnostic-case.ts';
import { questionOf } from '../question.ts';

const MINUTES = 60_000;
const question = questionOf({ form: 'usable', scenario: SCENARIO });
const asIs: Question = { ...question, scenario: null };

let indicators: Indicators;
let session: AtlasSession;
let territory: OpenTerritory;
let data: DiagnosticData;

beforeAll(async () => {
	const { files } = await prepareTerritory(await demoRequest(), { onStep: () => {}, onProgress: () => {} });
	const reader = {
		has: async (path: string) => files.has(path),
		read: async (path: string) => files.get(path) ?? new Uint8Array()
	};
	({ indicators } = await diagnose(reader, 'demo'));
	session = await openSession(reader, 'demo');
	territory = withScenario(session);
	data = await diagnosticOf(territory, question);
}, 4 * MINUTES);

const value = (id: FigureId) => valueOf(data, id);
const figures = (of: DiagnosticData) => Object.values(of.figures);
const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

describe('figures of a diagnostic', () => {
	it('are those of `diagnose` for the same parameters', () => {
		for (const [name, list] of [
			['', indicators.coverage],
			['.without-neighbours', indicators.coverage_without_neighbours]
		] as const) {
			for (const { mode, cutoff_minutes: minutes, people, share } of list) {
				const cutoff = DIAGNOSTIC_CUTOFFS.find((one) => one === minutes);
				if (cutoff === undefined) continue;
				expect(value(`coverage.${mode}.${cutoff}${name}.share`)).toBe(share);
				if (name === '') expect(value(`coverage.${mode}.${cutoff}.people`)).toBe(people);
			}
		}
		const isAsked = (one: { mode: string; cutoff_minutes: number }) => one.mode === 'car' && one.cutoff_minutes === 15;
		const openings = indicators.openings.find(isAsked);
		expect(value('hours.median-within-reach')).toBe(openings?.median_weekly_hours);
		const names = ['weekday-daytime', 'weekday-evening', 'wednesday-afternoon', 'saturday-morning'] as const;
		const inOrder = [...names, 'saturday-afternoon', 'sunday'] as const;
		const moments = indicators.open_at.filter(isAsked);
		expect(moments.map(({ share }) => share)).toEqual(inOrder.map((moment) => value(`moment.${moment}.share`)));
		for (const usableOf of indicators.usable_hours.filter(isAsked)) {
			expect(value(`usable.${usableOf.profile}.median`)).toBe(usableOf.median_hours);
			expect(value(`usable.${usableOf.profile}.people`)).toBe(usableOf.of_people);
		}
	});

	it('of loans and borrowers are the sums of the sites that tell them, over the population municipale', () => {
		const asked = session.territory.sites.filter(({ counted, margin }) => counted.counted && !margin);
		for (const [id, of] of [
			['activity.loans-per-person', 'loansPerYear'],
			['activity.borrowers-per-person', 'borrowers']
		] as const) {
			const told = asked.flatMap(({ figures: known }) => known[of] ?? []);
			expect(told.length).toBeGreaterThan(0);
			expect(told.length).toBeLessThan(asked.length);
			expect(figureOf(data, id).respondents).toMatchObject({ known: told.length, of: asked.length });
			expect(value(id)).toBeCloseTo(sum(told) / (value('population.municipale') ?? NaN), 12);
		}
	});

	it('are those of the territory, its population, its sites and its sectors in `indicators.json`', () => {
		const { territory: place, population, sites, sectors: found } = indicators;
		expect(value('communes')).toBe(place.communes);
		expect(value('communes.without-site')).toBe(place.communes_without_site);
		expect(value('population.municipale')).toBe(population.municipale);
		expect(value('population.grid')).toBe(population.total);
		expect(value('population.imputed-share')).toBeCloseTo((population.imputed_people ?? NaN) / population.total, 12);
		expect(value('sites')).toBe(sites.counted);
		expect(value('sectors')).toBe(found.list.length);
		expect(value('sectors.people')).toBeCloseTo(found.people.in_sectors, 6);
		expect(value('sectors.not-individualised')).toBeCloseTo(found.people.not_individualised, 6);
		expect(data.sectors.map(({ name }) => name)).toEqual(found.list.map(({ name }) => name));
	});

	it('are those of the map, of Horaires and of the sectors for the same question', async () => {
		const answers = await answer(session, asIs, alone);
		expect(value('hours.median-within-reach')).toBe(answers.whole.medianWeeklyHours);
		expect(value('hours.without.share')).toBe(answers.whole.withoutHours.share);
		for (const moment of MOMENT_NAMES) {
			const minute = data.momentMinutes[moment] as MinuteOfWeek;
			const then = await answer(session, { ...asIs, minute }, alone);
			expect(value(`moment.${moment}.share`)).toBe(then.whole.moment.share);
			const { sites } = session.territory;
			const open = then.sites.filter((site, rank) => site.counted && site.open && !sites[rank].margin).length;
			expect(value(`moment.${moment}.sites-open`)).toBe(open);
		}
		for (const profile of await profiles(session, asIs, alone)) {
			expect(value(`usable.${profile.profile}.median`)).toBe(profile.medianHours);
			expect(value(`usable.${profile.profile}.none.share`)).toBe(profile.none.share);
		}
		// The network of the table has the neighbours that count.
		const table = await hoursTable(session, { ...asIs, withNeighbours: false }, alone);
		const openMinutes = sum((table.network?.openings ?? []).map(({ from, to }) => to - from));
		expect(value('hours.network-weekly')).toBe(openMinutes / 60);
		const counted = table.rows.filter((row) => row.counted);
		const known = counted.flatMap(({ weeklyHours }) => weeklyHours ?? []);
		expect(value('hours.mean-weekly')).toBeCloseTo(sum(known) / known.length, 9);
		expect(value('hours.year')).toBeCloseTo(sum(counted.flatMap(({ year }) => year?.hours ?? [])), 6);
		expect((await sectors(session, asIs, alone)).threshold).toEqual(data.threshold);
		const week = await weekHeat(session, { question: asIs, cell: null }, alone);
		expect(data.week).toEqual({ open: week.open, ofPeople: week.ofPeople });
	});

	it('are those of Simulation and its costs for the scenario', async () => {
		const { session: after, applied, scenario } = territory.held(SCENARIO);
		const asked = { question, withSectors: false, withGroups: true };
		const { scenarios } = await compare(session, [{ id: SCENARIO, session: after }], asked, alone);
		const [{ change, figures: under }] = scenarios;
		expect(change.whole.improved).toBeGreaterThan(0);
		expect(value('scenario.improved')).toBe(change.whole.improved);
		expect(value('scenario.reduced')).toBe(change.whole.reduced);
		expect(value('scenario.unchanged')).toBe(change.whole.unchanged);
		expect(value('scenario.coverage.share')).toBe(under.coverage.share);
		expect(value('scenario.usable.median')).toBe(under.medianUsableHours);
		const costed = { opened: session, session: after, applied, modifications: scenario.modifications };
		if (COSTS === null) throw new Error('no costs');
		const cost = await scenarioCosts(costed, { question, settings: COSTS.settings }, alone);
		expect(value('scenario.yearly-euros')).toBe(cost.yearlyEuros.value);
		expect(value('scenario.state-euros')).toBe(cost.stateEuros.value);
		expect(value('scenario.own-euros-first-year')).toBe(cost.years[0].ownEuros);
		expect(value('scenario.own-euros-without-aid')).toBe(cost.years.at(-1)?.ownEuros);
		expect(value('scenario.euros-per-usable-hour')).toBe(cost.eurosPerUsableHour.value);
		// All the rest is of the territory as it is.
		const without = await diagnosticOf(territory, asIs);
		const notOfScenario = figures(data).filter(({ id }) => !id.startsWith('scenario.'));
		expect(figures(without)).toEqual(notOfScenario);
	});

	it('of a scenario whose costs nobody said are not known', async () => {
		const { diagnosticData } = await import('#workers/jobs/diagnostic/diagnostic-data.ts');
		const unsaid = await diagnosticData(territory, { question, costs: null }, alone);
		expect(figureOf(unsaid, 'scenario.yearly-euros')).toMatchObject({
			value: null,
			why: { code: 'diagnostic_why_no_costs' }
		});
		expect(valueOf(unsaid, 'scenario.improved')).toBe(value('scenario.improved'));
	});

	it('each say how they were made, on what, or why they are not known, in every language', () => {
		for (const { id, value: known, why, formula, method, inputs, respondents } of figures(data)) {
			expect([id, why === null]).toEqual([id, known !== null]);
			expect(SECTION_IDS).toContain(method);
			expect(inputs.length).toBeGreaterThan(0);
			if (respondents !== null) expect(respondents.known).toBeLessThanOrEqual(respondents.of);
			for (const locale of LOCALES) {
				for (const message of why === null ? [formula] : [formula, why]) isWritten(writeMessage(message, locale));
			}
		}
		const said = [...data.statements, ...data.references.map(({ says }) => says)];
		for (const message of said) for (const locale of LOCALES) isWritten(writeMessage(message, locale));
	});

	it('add up by commune', () => {
		expect(sum(data.communes.map(({ people }) => people ?? NaN))).toBeCloseTo(value('population.grid') ?? NaN, 6);
		expect(sum(data.communes.map(({ municipalPopulation }) => municipalPopulation ?? NaN))).toBe(
			value('population.municipale')
		);
		expect(sum(data.communes.map(({ countedSites }) => countedSites))).toBe(value('sites'));
		expect(data.communes.filter(({ countedSites }) => countedSites === 0)).toHaveLength(
			value('communes.without-site') ?? NaN
		);
		expect(data.sites.filter(({ counted }) => counted)).toHaveLength(value('sites') ?? NaN);
		const kinds = figures(data).filter(({ id }) => id.startsWith('sites.kind.'));
		expect(sum(kinds.map((kind) => kind.value ?? NaN))).toBe(value('sites'));
		const ages = figures(data).filter(({ id }) => id.startsWith('population.ages.'));
		expect(sum(ages.map((age) => age.value ?? NaN))).toBeCloseTo(1, 9);
	});

	it('of the communes are those of the map and of usable hours', async () => {
		const answers = await answer(session, asIs, alone);
		const ofProfile = await usable(session, asIs, alone);
		for (const commune of data.communes) {
			const told = answers.communes.find(({ code }) => code === commune.code);
			const usableThere = ofProfile.communes.find(({ code }) => code === commune.code);
			expect(commune).toMatchObject({
				people: told?.people,
				countedSites: told?.countedSites,
				shareCovered: told?.coverage.share,
				medianWeeklyHours: told?.medianWeeklyHours,
				medianUsableHours: usableThere?.medianHours,
				shareWithoutUsable: usableThere?.none.share
			});
		}
		const names = data.communes.map(({ name }) => name);
		expect(names).toEqual(names.toSorted(new Intl.Collator('fr', { numeric: true }).compare));
	});
});

function isWritten(text: string): void {
	expect(text).not.toMatch(/^\[|undefined|NaN|null| {2}/);
}
