import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import type { Indicators } from '#domain/indicator.ts';
import { CLASS_BEYOND, CLASS_UNATTACHED } from '#domain/atlas-answers.ts';
import {
	MAP_INDICATORS,
	type CutoffMinutes,
	type MapIndicator,
	type MapLevel,
	type Question
} from '#domain/question.ts';
import { MODES } from '#domain/travel.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import { hexagonCard } from '#workers/jobs/atlas/cards/hexagon-card.ts';
import { classOfSeconds, classOfSupply, FIXED_SCALES } from '#workers/jobs/atlas/classes.ts';
import { openSession } from '#workers/jobs/atlas/open.ts';
import { paint } from '#workers/jobs/atlas/paint.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { profiles } from '#workers/jobs/atlas/hours/profiles.ts';
import { usable } from '#workers/jobs/atlas/hours/usable.ts';
import { diagnoseDemo } from '../../src/cli/demo.ts';
import { alone, everyoneEverywhere } from '../atlas-session.ts';
import { questionOf } from '../question.ts';

let indicators: Indicators;
let session: AtlasSession;
beforeAll(async () => {
	const demo = await diagnoseDemo();
	const folder = {
		has: async (path: string) => demo.folder.has(path),
		read: async (path: string) => demo.folder.get(path) ?? new Uint8Array()
	};
	indicators = demo.indicators;
	session = await openSession(folder, 'demo');
}, 300_000);

interface Parameters {
	readonly mode: Question['mode'];
	readonly cutoff_minutes: number;
}
const ask = ({ mode, cutoff_minutes }: Parameters, more: Partial<Question> = {}) =>
	answer(session, { ...everyoneEverywhere, mode, cutoffMinutes: cutoff_minutes as CutoffMinutes, ...more }, alone);

/** "Tu 18:00" as a minute of the week. */
function minuteOf(moment: string): MinuteOfWeek {
	const [day, time] = moment.split(' ');
	const [hour, minute] = time.split(':').map(Number);
	return (['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].indexOf(day) * 1440 + hour * 60 + minute) as MinuteOfWeek;
}

// To the last bit: a figure of the map is the figure of the diagnosis.
describe('answers on the demonstration territory are the diagnosis’s', () => {
	it('for everyone, with and without neighbours, in every mode and cutoff', async () => {
		expect(indicators.coverage).toHaveLength(MODES.length * 5);
		for (const [rank, entry] of indicators.coverage.entries()) {
			const { whole, otherNeighbours } = await ask(entry);
			expect(whole.coverage).toEqual({ people: entry.people, ofPeople: entry.of_people, share: entry.share });
			const without = indicators.coverage_without_neighbours[rank];
			expect(otherNeighbours?.coverage).toMatchObject({ people: without.people, share: without.share });
			const attached = indicators.travel.modes.find(({ mode }) => mode === entry.mode);
			expect(whole.unattachedPeople).toBe(attached?.unattached);
		}
	});

	it('for each age band and for poor households', async () => {
		for (const entry of indicators.coverage_by_age) {
			const who = { kind: 'ages', fromAge: entry.from_age, toAge: entry.to_age } as const;
			const { whole } = await ask(entry, { who });
			expect(whole.coverage).toEqual({ people: entry.people, ofPeople: entry.of_people, share: entry.share });
		}
		for (const entry of indicators.coverage_of_poor_households) {
			const { whole } = await ask(entry, { who: { kind: 'poor-households' } });
			expect(whole.coverage).toEqual({ people: entry.people, ofPeople: entry.of_people, share: entry.share });
		}
		expect(indicators.coverage_by_age.length).toBeGreaterThan(0);
		expect(indicators.coverage_of_poor_households.length).toBeGreaterThan(0);
	});

	it('for each commune and EPCI', async () => {
		for (const entry of indicators.coverage) {
			const { communes, epcis } = await ask(entry);
			const same = (other: Parameters) => other.mode === entry.mode && other.cutoff_minutes === entry.cutoff_minutes;
			expect(communes.map(({ code, coverage }) => [code, coverage.people, coverage.ofPeople, coverage.share])).toEqual(
				indicators.coverage_by_commune
					.filter(same)
					.map(({ commune, people, of_people, share }) => [commune, people, of_people, share])
			);
			expect(epcis.map(({ code, coverage }) => [code, coverage.people, coverage.ofPeople])).toEqual(
				indicators.coverage_by_epci.filter(same).map(({ epci, people, of_people }) => [epci, people, of_people])
			);
		}
	});

	it('for the openings of the term week', async () => {
		for (const entry of indicators.openings) {
			const { whole, sitesOpen } = await ask(entry);
			expect(whole.medianWeeklyHours).toBe(entry.median_weekly_hours);
			expect(whole.withoutHours).toMatchObject({ people: entry.people_without, ofPeople: entry.of_people });
			expect(sitesOpen.counted - sitesOpen.withKnownHours).toBe(entry.sites_without_known_hours);
		}
	});

	it('for the usable hours of every profile, moment by moment', async () => {
		const count = DEFAULT_PROFILES.length;
		expect(indicators.usable_hours).toHaveLength(MODES.length * 5 * count);
		for (let start = 0; start < indicators.usable_hours.length; start += count) {
			const entries = indicators.usable_hours.slice(start, start + count);
			const [{ mode, cutoff_minutes }] = entries;
			const question = questionOf({ mode, cutoffMinutes: cutoff_minutes as CutoffMinutes });
			const all = await profiles(session, question, alone);
			for (const [rank, entry] of entries.entries()) {
				const figures = all[rank];
				expect([entry.mode, entry.cutoff_minutes, entry.profile]).toEqual([mode, cutoff_minutes, figures.profile]);
				expect([figures.basis, figures.minimumVisitMinutes]).toEqual([entry.basis, entry.minimum_visit_minutes]);
				expect([figures.medianHours, figures.meanHours]).toEqual([entry.median_hours, entry.mean_hours]);
				expect(figures.none).toMatchObject({ people: entry.people_without, ofPeople: entry.of_people });
				for (const { moment, free_minutes, usable_minutes } of entry.by_moment) {
					expect([figures.freeByMoment?.[moment], figures.usableByMoment?.[moment]]).toEqual([
						free_minutes,
						usable_minutes
					]);
				}
				if (cutoff_minutes !== 15) continue;
				expect((await usable(session, { ...question, profile: entry.profile }, alone)).whole).toEqual(figures);
			}
		}
	});

	it('for the moments of the week', async () => {
		for (const entry of indicators.open_at) {
			const { whole, sitesOpen } = await ask(entry, { minute: minuteOf(entry.moment) });
			expect(whole.moment).toEqual({ people: entry.people, ofPeople: entry.of_people, share: entry.share });
			expect([sitesOpen.open, sitesOpen.withKnownHours]).toEqual([entry.sites_open, entry.sites_with_known_hours]);
		}
	});
});

describe('maps of the demonstration territory', () => {
	const draw = (indicator: MapIndicator, level: MapLevel, resolution: number) =>
		paint(session, { question: everyoneEverywhere, indicator, level, resolution }, alone);

	it('have a class for every mark that is drawn, and leave nobody out of the legend', async () => {
		const { cells, hexagons, communes, population } = session.summary;
		const marks = { cells: cells?.count, communes: communes.length };
		const drawn = [
			['cells', 0, marks.cells],
			['communes', 0, marks.communes],
			...hexagons.map(({ resolution, mesh }) => ['hexagons', resolution, mesh.count] as const)
		] as const;
		for (const indicator of MAP_INDICATORS) {
			for (const [level, resolution, count] of drawn) {
				const { classes, marks: ofMarks, ...of } = await draw(indicator, level, resolution);
				const ofCommunes = indicator === 'share-65-over' || indicator === 'poor-households';
				expect(of.level).toBe(ofCommunes ? 'communes' : level);
				expect(ofMarks).toHaveLength((ofCommunes ? marks.communes : count) ?? NaN);
				const { peoplePerClass, peopleBeyond, peopleWithoutData, peopleUnattached } = classes;
				const told = [...peoplePerClass, peopleBeyond, peopleWithoutData, peopleUnattached];
				expect(told.reduce((sum, people) => sum + people, 0)).toBeCloseTo(population.people, 6);
				// Somebody in every class but, of a fixed scale, those that this territory does not fill.
				if (classes.method === 'quantiles') expect(Math.min(...peoplePerClass)).toBeGreaterThan(0);
				expect(classes.bounds.length).toBeGreaterThan(1);
			}
		}
	});

	it('give a hexagon the class of the medians that its card states', async () => {
		const [{ resolution }] = session.summary.hexagons.slice(-1);
		const nearest = await draw('nearest', 'hexagons', resolution);
		const hours = await draw('open-hours', 'hexagons', resolution);
		const usableHours = await draw('usable-hours', 'hexagons', resolution);
		for (let hexagon = 0; hexagon < nearest.marks.length; hexagon++) {
			const card = await hexagonCard(session, { question: everyoneEverywhere, resolution, hexagon }, alone);
			if (nearest.marks[hexagon] === CLASS_UNATTACHED) {
				expect([card.medianSeconds, card.medianWeeklyHours]).toEqual([null, null]);
				continue;
			}
			const { medianSeconds, medianWeeklyHours } = card;
			const ofTime = medianSeconds === null ? CLASS_BEYOND : classOfSeconds(FIXED_SCALES.nearest, medianSeconds);
			expect(nearest.marks[hexagon]).toBe(ofTime);
			expect(hours.marks[hexagon]).toBe(classOfSupply(FIXED_SCALES['open-hours'], medianWeeklyHours ?? NaN));
			expect(usableHours.marks[hexagon]).toBe(classOfSupply(FIXED_SCALES['usable-hours'], card.usableHours ?? NaN));
		}
	});
});
