import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MultiPolygonRings } from '#domain/geometry.ts';
import { CUTOFF_CHOICES, type Question } from '#domain/question.ts';
import { columnsUnder } from '#domain/table-columns.ts';
import { MODES } from '#domain/travel.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import type { IsochroneRequest } from '#workers/jobs/atlas/atlas-jobs.ts';
import { cellCard } from '#workers/jobs/atlas/cards/cell-card.ts';
import { communeCard } from '#workers/jobs/atlas/cards/commune-card.ts';
import { siteCard } from '#workers/jobs/atlas/cards/site-card.ts';
import { exportTable } from '#workers/jobs/atlas/export-table.ts';
import { isochroneAnswer } from '#workers/jobs/atlas/isochrones.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { alone, everyoneEverywhere } from '../atlas-session.ts';
import { demoSession } from '../demo-session.ts';
import { PolygonLookup } from '../isochrone-geometry.ts';

let session: AtlasSession;
beforeAll(async () => {
	session = await demoSession();
}, 300_000);

const at = (day: number, hour: number) => ((day * 24 + hour) * 60) as MinuteOfWeek;
const [WEDNESDAY, THURSDAY, FRIDAY] = [2, 3, 4];
const fridayAt17: Question = { ...everyoneEverywhere, minute: at(FRIDAY, 17) };
const rankOf = (id: string) => session.territory.sites.findIndex((site) => site.id === id);

describe('the card of a site of the demonstration territory', () => {
	// Its row in bibliotheques_fictif.csv and in horaires_fictif.csv:
	// "We 10:00-12:00,14:00-18:00; Th,Fr 16:00-18:00; SH off; PH off".
	const branch = (question: Question) => siteCard(session, { question, site: rankOf('LI96015') }, alone);

	it('says what its rows say', async () => {
		const card = await branch(fridayAt17);
		expect(card.address).toBe('28 rue des Saules');
		expect(card.weeks.term).toEqual([
			{ from: at(WEDNESDAY, 10), to: at(WEDNESDAY, 12) },
			{ from: at(WEDNESDAY, 14), to: at(WEDNESDAY, 18) },
			{ from: at(THURSDAY, 16), to: at(THURSDAY, 18) },
			{ from: at(FRIDAY, 16), to: at(FRIDAY, 18) }
		]);
		expect([card.weeks['small-holidays'], card.weeks.summer]).toEqual([[], []]);
		expect(card.weeklyHours).toEqual({ term: 10, 'small-holidays': 0, summer: 0 });
		expect([card.open, card.opensNext, card.restrictedHours, card.reasons]).toEqual([true, at(WEDNESDAY, 10), 0, []]);
	});

	it('is shut in the holidays', async () => {
		const card = await branch({ ...fridayAt17, week: 'small-holidays' });
		expect([card.open, card.opensNext]).toEqual([false, null]);
	});

	it('says up to when its means are known where no year of the school calendar is whole, and nothing else', async () => {
		// "Tu,Fr 16:30-18:30; We 14:00-17:00; Th 16:30-18:00; Sa[1] 10:00-12:00; PH off".
		const asked = { question: fridayAt17, site: rankOf('LI96162') };
		expect((await siteCard(session, asked, alone)).reasons).toEqual([]);
		expect((await siteCard({ ...session, year: 2026 }, asked, alone)).reasons).toEqual([
			{ code: 'reason_mean_of_known_part', params: { date: '2026-08-30' } }
		]);
	});

	it('has the figures of the answer, and reaches more people in more time', async () => {
		for (const cutoffMinutes of CUTOFF_CHOICES) {
			const question = { ...fridayAt17, cutoffMinutes };
			const { sites } = await answer(session, question, alone);
			const card = await branch(question);
			const { peopleWithin, peopleOnlyHere, open } = sites[card.site];
			expect(card.within.find((one) => one.cutoffMinutes === cutoffMinutes)?.people).toBe(peopleWithin);
			expect([card.peopleOnlyHere, card.open]).toEqual([peopleOnlyHere, open]);
			expect(card.within.map(({ people }) => people)).toEqual(
				card.within.map(({ people }) => people).sort((one, other) => one - other)
			);
		}
	});
});

describe('cards of cells and communes of the demonstration territory', () => {
	it('agree with each other: what a cell says first is its nearest counted site', async () => {
		const { count } = session.territory.population;
		for (let cell = 0; cell < count; cell += 397) {
			const card = await cellCard(session, { question: fridayAt17, cell }, alone);
			const within = card.nearest.filter(({ notServing }) => notServing !== 'too-far' && notServing !== 'not-counted');
			expect(within.length).toBe(Math.min(within.length, card.sitesInReach));
			if (within.length > 0) expect(card.nearestSeconds).toBe(within[0].seconds);
			expect(card.peopleRounded % 10).toBe(0);
			const times = card.nearest.map(({ seconds }) => seconds ?? Infinity);
			expect(times).toEqual([...times].sort((one, other) => one - other));
		}
	});

	it('tell of each commune what the answer tells, ages adding up to everybody', async () => {
		const { communes, whole } = await answer(session, fridayAt17, alone);
		for (const { code, people, countedSites, ...figures } of communes) {
			const card = await communeCard(session, { question: fridayAt17, code }, alone);
			expect(card.figures).toEqual(figures);
			expect(card.territory).toEqual(whole);
			expect(card.people).toBe(people);
			expect(card.mainSite === null || countedSites === 0).toBe(true);
			if (people < 200) expect([card.ages, card.poorHouseholdsShare]).toEqual([null, null]);
			else expect((card.ages ?? []).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
		}
	});

	it('tell a commune far from everything which site is the nearest', async () => {
		// Hautevelle-les-Monts is more than a quarter of an hour from everything, and less than half an hour (data/demo/README.md).
		const hautevelle = session.territory.communes.find(({ name }) => name === 'Hautevelle-les-Monts');
		if (hautevelle === undefined) throw new Error('Hautevelle-les-Monts is not in the demonstration territory');
		const { mainSite } = await communeCard(session, { question: fridayAt17, code: hautevelle.code }, alone);
		expect(mainSite?.medianSeconds).toBeGreaterThan(900);
	});
});

describe('isochrones of the demonstration territory', () => {
	const draw = (request: Partial<IsochroneRequest>) =>
		isochroneAnswer(session, { question: fridayAt17, sites: 'counted', cutoffs: [5, 10, 15], ...request }, alone);

	/** Demand points that the times put within a cutoff of some sites, and whether the polygons hold each. */
	async function sides(
		mode: Question['mode'],
		isSite: (site: number) => boolean,
		seconds: number,
		drawn: MultiPolygonRings
	) {
		const { first, site, toSite, demandCount } = await session.travel.times(mode);
		const { lon, lat } = session.territory.population;
		const lookup = new PolygonLookup(drawn);
		let [within, held, beyond, left] = [0, 0, 0, 0];
		for (let point = 0; point < demandCount; point++) {
			let best = Infinity;
			for (let entry = first[point]; entry < first[point + 1]; entry++) {
				if (isSite(site[entry])) best = Math.min(best, toSite[entry]);
			}
			const inside = lookup.holds(lon[point], lat[point]);
			if (best <= seconds) [within, held] = [within + 1, held + (inside ? 1 : 0)];
			else [beyond, left] = [beyond + 1, left + (inside ? 0 : 1)];
		}
		return { within, held, beyond, left };
	}

	it('of one site hold 99.5 % of the cells that the times put within, and put 99.5 % of all cells on the same side', async () => {
		const site = rankOf('LI96001');
		for (const mode of MODES) {
			const { isochrones, resolutionMetres } = await draw({ question: { ...fridayAt17, mode }, sites: [site] });
			expect(resolutionMetres).toBeLessThanOrEqual(50);
			let [allWithin, allHeld] = [0, 0];
			for (const { cutoffMinutes, polygons } of isochrones) {
				const isIt = (one: number) => one === site;
				const { within, held, beyond, left } = await sides(mode, isIt, cutoffMinutes * 60, polygons);
				const told = `${mode}, ${cutoffMinutes} min: ${held} of ${within} held, ${left} of ${beyond} left out`;
				expect((held + left) / (within + beyond), told).toBeGreaterThanOrEqual(0.995);
				[allWithin, allHeld] = [allWithin + within, allHeld + held];
			}
			expect(allHeld / allWithin, `${mode}: ${allHeld} of ${allWithin}`).toBeGreaterThanOrEqual(0.995);
		}
	});

	it('of all counted sites hold the cells that the times put within, and grow with the cutoff', async () => {
		const { isochrones, resolutionMetres } = await draw({ cutoffs: [15, 5] });
		expect(isochrones.map(({ cutoffMinutes }) => cutoffMinutes)).toEqual([5, 15]);
		expect(isochrones[1].areaSquareMetres).toBeGreaterThan(isochrones[0].areaSquareMetres);
		expect(resolutionMetres).toBeLessThanOrEqual(200);
		const { sites } = await answer(session, fridayAt17, alone);
		const { within, held } = await sides('car', (site) => sites[site].counted, 900, isochrones[1].polygons);
		expect(held / within).toBeGreaterThanOrEqual(0.995);
	});

	it('are the same object when asked again, and empty where nothing counts', async () => {
		const request = { sites: [rankOf('LI96071')], cutoffs: [5] } as const;
		expect(await draw(request)).toBe(await draw(request));
		const supply = { kindsLeftOut: [], takenIn: [], leftOut: session.territory.sites.map(({ id }) => id) };
		const { isochrones } = await draw({ question: { ...fridayAt17, supply }, cutoffs: [10] });
		expect(isochrones).toEqual([{ cutoffMinutes: 10, polygons: [], areaSquareMetres: 0 }]);
	});

	it('end when they are no longer wanted, and are refused on a matrix', async () => {
		const abort = new AbortController();
		const context = { signal: abort.signal, progress: () => abort.abort() };
		const request: IsochroneRequest = { question: fridayAt17, sites: [0], cutoffs: [20] };
		await expect(isochroneAnswer(session, request, context)).rejects.toMatchObject({ name: 'AbortError' });
		const travel = Object.assign(Object.create(session.travel) as AtlasSession['travel'], {
			modes: ['car'],
			times: () => session.travel.times('car'),
			isochrones: () => Promise.resolve(null)
		});
		await expect(isochroneAnswer({ ...session, travel }, request, alone)).rejects.toMatchObject({
			detail: { code: 'error_isochrones_need_roads' }
		});
	});
});

describe('tables of the demonstration territory', () => {
	it('hold as CSV the very figures of the answer', async () => {
		const answers = await answer(session, fridayAt17, alone);
		const headings = columnsUnder('communes', fridayAt17.form);
		const request = { question: fridayAt17, table: 'communes', format: 'csv', headings, words: {}, about: [] } as const;
		const text = new TextDecoder().decode((await exportTable(session, request, alone)).bytes);
		const { data } = Papa.parse<Record<string, string>>(text, { header: true, delimiter: ';', skipEmptyLines: true });
		expect(data).toHaveLength(50);
		const numberOf = (cell: string) => (cell === '' ? null : Number(cell.replace(',', '.')));
		const rounded = (value: number | null, decimals: number) =>
			value === null ? null : Number(value.toFixed(decimals));
		for (const [rank, row] of data.entries()) {
			const { code, coverage, moment, medianWeeklyHours, people } = answers.communes[rank];
			expect(row.code).toBe(code);
			expect(numberOf(row.people)).toBe(rounded(people, 1));
			expect(numberOf(row['people-covered'])).toBe(rounded(coverage.people, 1));
			expect(numberOf(row['share-covered'])).toBe(rounded(coverage.share === null ? null : coverage.share * 100, 1));
			expect(numberOf(row['people-at-moment'])).toBe(rounded(moment.people, 1));
			expect(numberOf(row['median-weekly-hours'])).toBe(rounded(medianWeeklyHours, 2));
		}
	});
});
