import { beforeAll, describe, expect, it } from 'vitest';
import type { Indicators } from '#domain/indicator.ts';
import type { CutoffMinutes, Question } from '#domain/question.ts';
import { MODES } from '#domain/travel.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { readTerritoryFolder } from '#io/territory-folder/read.ts';
import { answer } from '#workers/jobs/atlas/answer.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { CAP_SECONDS } from '#workers/jobs/diagnose/coverage.ts';
import { siteWeeks, territoryCalendar } from '#workers/jobs/site-weeks.ts';
import { TerritoryTravel } from '#workers/jobs/travel/territory-travel.ts';
import { diagnoseDemo } from '../../src/cli/demo.ts';
import { alone, everyoneEverywhere } from '../atlas-session.ts';

let indicators: Indicators;
let session: AtlasSession;
beforeAll(async () => {
	const demo = await diagnoseDemo();
	const folder = {
		has: async (path: string) => demo.folder.has(path),
		read: async (path: string) => demo.folder.get(path) ?? new Uint8Array()
	};
	const { manifest, territory, marginPopulation } = await readTerritoryFolder(folder, 'demo');
	const calendar = territoryCalendar(territory);
	indicators = demo.indicators;
	// Answers read neither the summary nor the hexagons.
	session = {
		territory,
		marginPopulation,
		travel: new TerritoryTravel(folder, manifest, territory, CAP_SECONDS),
		...calendar,
		weeks: {
			term: siteWeeks(territory, 'term', calendar),
			'small-holidays': siteWeeks(territory, 'small-holidays', calendar),
			summer: siteWeeks(territory, 'summer', calendar)
		},
		basemap: null,
		hexagons: []
	} as unknown as AtlasSession;
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

	it('for the moments of the week', async () => {
		for (const entry of indicators.open_at) {
			const { whole, sitesOpen } = await ask(entry, { minute: minuteOf(entry.moment) });
			expect(whole.moment).toEqual({ people: entry.people, ofPeople: entry.of_people, share: entry.share });
			expect([sitesOpen.open, sitesOpen.withKnownHours]).toEqual([entry.sites_open, entry.sites_with_known_hours]);
		}
	});
});
