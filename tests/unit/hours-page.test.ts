import { describe, expect, it } from 'vitest';
import type { HoursTable, ProfileFigures, SiteHoursRow, WeekHeatAnswer, YearHours } from '#domain/hours-answers.ts';
import type { InseeCode, MinuteOfWeek } from '#domain/units.ts';
import { balanceRows, balanceText, lunchMinutes } from '../../src/lib/ui/hours/balance.ts';
import { cellWords, heatTitle, readingText } from '../../src/lib/ui/hours/heat-words.ts';
import { groupLines, hasNoHours, hoursColumns, knownPartText, siteLines } from '../../src/lib/ui/hours/sites-model.ts';
import { slotText, weekLines } from '../../src/lib/ui/hours/slot-words.ts';
import { heatHours, heatQuestion, heatRows, heatStrip } from '../../src/lib/ui/hours/week-heat.ts';
import { weekMarks, WEEK_BAR } from '../../src/lib/ui/hours/week-marks.ts';
import { commune, question, SATURDAY_AT_15, site, summary } from '../summary-fixture.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const at = (day: number, hour: number) => (day * 1440 + hour * 60) as MinuteOfWeek;

const BY_MOMENT = {
	'weekday-daytime': 600,
	'wednesday-afternoon': 240,
	'weekday-evening': 60,
	'saturday-morning': 180,
	'saturday-afternoon': 120,
	sunday: 0
};
const NO_TIME = {
	'weekday-daytime': 0,
	'wednesday-afternoon': 0,
	'weekday-evening': 0,
	'saturday-morning': 0,
	'saturday-afternoon': 0,
	sunday: 0
};
const YEAR: YearHours = {
	year: 2026,
	hours: 704.5,
	term: null,
	smallHolidays: null,
	summer: null,
	knownTo: null,
	hoursKnown: 704.5,
	reasons: []
};

function row(rank: number, changes: Partial<SiteHoursRow> = {}): SiteHoursRow {
	return {
		site: rank,
		counted: true,
		openings: [{ from: at(1, 16), to: at(1, 18) }],
		weeklyHours: 2,
		byMoment: BY_MOMENT,
		lunchMinutes: 0,
		year: YEAR,
		peopleWithin: 1200,
		onlyHerePersonHours: 0,
		...changes
	};
}
function table(changes: Partial<HoursTable> = {}): HoursTable {
	return {
		rows: [],
		network: { openings: [], byMoment: BY_MOMENT, lunchMinutes: 30 },
		free: {
			windows: [at(5, 9), at(5, 19)],
			byMoment: { ...NO_TIME, 'saturday-morning': 240, 'saturday-afternoon': 360 }
		},
		year: 2026,
		...changes
	};
}
const profile = { usableByMoment: { ...NO_TIME, 'saturday-morning': 120, 'saturday-afternoon': 90 } } as ProfileFigures;

/** Everybody has a site open on Saturday 15:00–16:00, half on Tuesday 10:00–10:30. */
function heat(changes: Partial<WeekHeatAnswer> = {}): WeekHeatAnswer {
	const [open, usable] = [new Float64Array(672), new Float64Array(672)];
	const [sitesOpen, free] = [new Uint16Array(672), new Uint8Array(672)];
	open.fill(1000, (5 * 24 + 15) * 4, (5 * 24 + 16) * 4);
	open.fill(500, (24 + 10) * 4, (24 + 10) * 4 + 2);
	usable.fill(150, (5 * 24 + 15) * 4, (5 * 24 + 16) * 4);
	sitesOpen.fill(3, (5 * 24 + 15) * 4, (5 * 24 + 16) * 4);
	free.fill(1, (5 * 24 + 6) * 4, (5 * 24 + 19) * 4);
	return { open, ofPeople: 1000, usable, ofProfile: 300, free, sitesOpen, sitesWithKnownHours: 4, ...changes };
}

describe('the week as a picture', () => {
	it('shows people asked about, or those of the profile, never one under the name of the other', () => {
		expect(heatStrip(heat(), 'open').ofPeople).toBe(1000);
		expect(heatStrip(heat(), 'usable').ofPeople).toBe(300);
		expect(heatStrip(heat({ usable: null }), 'usable').people).toBeNull();
		const asked = question({ who: { kind: 'ages', fromAge: 0, toAge: 10 } });
		expect(heatQuestion(asked, 'open', 'ages').who).toEqual({ kind: 'ages', fromAge: 0, toAge: 10 });
		expect(heatQuestion(asked, 'usable', 'split').who).toEqual({ kind: 'ages', fromAge: 25, toAge: 64 });
		expect(heatQuestion(asked, 'usable', 'everyone').who).toEqual({ kind: 'everyone' });
	});

	it('draws the hours in which a site is open or the profile is free', () => {
		expect(heatHours(heat())).toEqual({ fromHour: 6, toHour: 22 });
		expect(heatHours(heat({ free: null }))).toEqual({ fromHour: 7, toHour: 22 });
	});

	it('reads as a table of the same shares, quarters that are alike together', () => {
		const shares = Float64Array.from(heat().open ?? [], (people) => people / 1000);
		const rows = heatRows(shares, { fromHour: 7, toHour: 22 });
		expect(rows.map(({ from, to }) => [from / 60, to / 60])).toEqual([
			[7, 10],
			[10, 10.5],
			[10.5, 15],
			[15, 16],
			[16, 22]
		]);
		expect(rows[1].shares).toEqual([0, 0.5, 0, 0, 0, 0, 0]);
		expect(rows[3].shares).toEqual([0, 0, 0, 0, 0, 1, 0]);
	});

	it('says a moment in one line: share, people, sites', () => {
		const strip = heatStrip(heat(), 'usable');
		const counted = heatQuestion(question(), 'usable', 'ages');
		expect(plain(readingText(SATURDAY_AT_15, strip, counted, null, 'fr'))).toBe(
			'samedi 15 h : 50 %, 150 personnes de 25 à 64 ans, 3 lieux ouverts'
		);
	});

	it('says of one cell yes or no, and neither how many people nor their age', () => {
		const strip = { ...heatStrip(heat(), 'usable'), ofPeople: 7 };
		const said = [
			readingText(SATURDAY_AT_15, strip, question(), 'usable', 'fr'),
			cellWords(strip, 'usable', 'fr').value(at(0, 8)),
			heatTitle(heatQuestion(question(), 'usable', 'ages'), 'usable', true, 'fr')
		].map(plain);
		expect(said[0]).toBe('samedi 15 h : une bibliothèque utilisable, 3 lieux ouverts');
		expect(said[1]).toBe('lundi 8 h : aucune bibliothèque utilisable');
		expect(said.join(' ')).not.toMatch(/%|25|64|habitant|150/);
	});
});

describe('opening against free time', () => {
	it('has the whole week, the six moments, then the lunch hours', () => {
		const rows = balanceRows(table(), profile, 'fr');
		expect(rows.map(({ key }) => key)).toEqual(['all', ...Object.keys(BY_MOMENT), 'lunch']);
		expect(rows[0]).toMatchObject({ open: 1200, free: 600, usable: 210 });
		expect(rows[7]).toMatchObject({ open: 30, free: 120, usable: null });
	});

	it('says what is not known as such, never as nothing', () => {
		for (const { open, free, usable } of balanceRows(table({ network: null, free: null }), null, 'fr'))
			expect([open, free, usable]).toEqual([null, null, null]);
	});

	it('counts the lunch hours that windows hold, day by day', () => {
		expect(lunchMinutes([at(0, 13), at(0, 20)])).toBe(60);
		expect(lunchMinutes([at(0, 9), at(2, 13)])).toBe(2 * 120 + 60);
		expect(lunchMinutes([at(0, 14), at(1, 12)])).toBe(0);
	});

	it('puts the ratio into words', () => {
		const ratio = (open: number | null, free: number | null, usable: number | null) =>
			plain(balanceText({ key: '', name: '', open, free, usable }, 'fr'));
		expect(ratio(120, 600, 60)).toBe('0,2 h ouverte par heure libre ; 10 % du temps libre utilisable');
		expect(ratio(1200, 600, null)).toBe('2 h ouvertes par heure libre');
		expect(ratio(60, 0, 0)).toBe('pas de temps libre');
		expect(ratio(60, null, null)).toBe('');
	});
});

describe('the table of sites', () => {
	const places = summary({
		communes: [
			commune('01004', 'Le Val-Haut', { epciName: 'CC du Haut' }),
			commune('01005', 'Le Val-Bas', { epciName: 'CC du Bas' })
		],
		sites: [
			site('A', 'library', { serviceClass: 'B' }),
			site('B', 'library', { communeCode: '01005' as InseeCode }),
			site('C', 'library', { communeCode: null }),
			site('D')
		]
	});
	const lines = siteLines(table({ rows: [row(0), row(1), row(2), row(3, { year: null })] }), places);

	it('leaves what is not known unknown, and turns minutes into hours', () => {
		const [line] = siteLines(
			table({ rows: [row(0, { byMoment: null, weeklyHours: null, lunchMinutes: null })] }),
			places
		);
		expect([line.values.hours, line.values.sunday, line.values.lunch, line.values.term]).toEqual([
			null,
			null,
			null,
			null
		]);
		expect(lines[0].values).toMatchObject({ 'weekday-daytime': 10, 'weekday-evening': 1, sunday: 0, year: 704.5 });
		for (const { id } of hoursColumns(question(), 2026, 'fr')) expect(lines[0].values).toHaveProperty([id]);
	});

	it('sets apart the sites whose hours no file tells', () => {
		expect(lines.filter(({ row }) => hasNoHours(row)).map(({ site }) => site.id)).toEqual(['D']);
	});

	it('groups by EPCI or by class, the unknown last; no line is lost', () => {
		const names = (grouping: 'epci' | 'class') => groupLines(lines, grouping, places, 'fr').map(({ name }) => name);
		expect(names('epci')).toEqual(['CC du Bas', 'CC du Haut', 'Intercommunalité non connue']);
		expect(names('class')).toEqual(['Classe B', 'Classe non connue']);
		for (const grouping of ['none', 'epci', 'class'] as const)
			expect(
				groupLines(lines, grouping, places, 'fr')
					.flatMap((group) => group.lines.map(({ key }) => key))
					.sort()
			).toEqual(['0', '1', '2', '3']);
	});

	it('says the part of a year that is known, where the year is not', () => {
		expect(knownPartText(YEAR, 'fr')).toBeNull();
		expect(plain(knownPartText({ ...YEAR, hours: null, hoursKnown: 486, knownTo: '2026-08-30' }, 'fr') ?? '')).toBe(
			'486 h connues au 30 août 2026'
		);
	});
});

describe('the week of a site', () => {
	it('is said day by day, and closed where it is', () => {
		const lines = weekLines(
			[
				{ from: at(1, 16), to: at(1, 18.5) },
				{ from: at(2, 10), to: at(2, 12) },
				{ from: at(2, 14), to: at(2, 18) }
			],
			'fr'
		);
		expect(lines.map(plain)).toEqual(['mardi : 16 h–18 h 30', 'mercredi : 10 h–12 h, 14 h–18 h']);
		expect(weekLines([], 'fr')).toEqual(['fermé toute la semaine']);
	});

	it('names a slot by the day it begins on, past midnight too', () => {
		expect(plain(slotText({ from: at(6, 22), to: (at(6, 24) + 120) as MinuteOfWeek }, 'fr'))).toBe('dimanche 22 h–2 h');
		expect(plain(slotText({ from: at(0, 0), to: at(1, 0) }, 'fr'))).toBe('lundi 0 h–24 h');
	});

	it('is drawn within its day, whatever the hour', () => {
		const path = weekMarks([
			[
				{ from: 0, to: 60 },
				{ from: 1380, to: 1440 }
			],
			[],
			[],
			[],
			[],
			[],
			[{ from: 0, to: 1440 }]
		]);
		const marks = [...path.matchAll(/M([\d.]+) 0h([\d.]+)/g)].map(([, left, width]) => [Number(left), Number(width)]);
		expect(marks).toHaveLength(3);
		for (const [left, width] of marks.slice(0, 2)) {
			expect(width).toBeGreaterThan(0);
			expect(left + width).toBeLessThanOrEqual(WEEK_BAR.dayWidth);
		}
		expect(marks[2]).toEqual([6 * (WEEK_BAR.dayWidth + WEEK_BAR.gap), WEEK_BAR.dayWidth]);
	});
});
