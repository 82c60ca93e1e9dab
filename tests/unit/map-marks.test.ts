import { describe, expect, it } from 'vitest';
import type { SiteKind } from '#domain/site.ts';
import type { SiteSummary } from '#domain/territory-summary.ts';
import { attributionsOf } from '#domain/attribution.ts';
import { escapeHtml } from '../../src/lib/map/escape-html.ts';
import { siteMark } from '../../src/lib/map/layers/sites.ts';
import { hoursStep, markRadius, markShape } from '#domain/site-mark.ts';
import { markKey, markLayout, markScale, MARK_BOX } from '../../src/lib/map/site-marks.ts';

const site = (kind: SiteKind, term: number | null, counted = true) =>
	({ kind, counted: { counted }, weeklyHours: { term, 'small-holidays': 30, summer: null } }) as SiteSummary;
const answer = (counted: boolean) => ({
	counted,
	open: null,
	weeklyHours: null,
	peopleWithin: null,
	peopleOnlyHere: null
});

describe('marks of sites', () => {
	it('grow with weekly hours in four steps; unknown hours are no step at all', () => {
		expect([0, 8, 8.5, 16, 17, 28, 28.25, 60].map(hoursStep)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
		expect(hoursStep(null)).toBe('unknown');
		expect(markRadius(0)).toBeLessThan(markRadius(1));
		expect(markRadius(2)).toBeLessThan(markRadius(3));
	});

	it('tell a library, a branch, a book point and a stop apart by shape', () => {
		const kinds: SiteKind[] = ['library', 'branch', 'book-point', 'bookmobile-stop', 'return-box'];
		expect(new Set(kinds.map(markShape)).size).toBe(kinds.length);
	});

	it('are filled when open, hollow when closed, plain when no moment is asked or hours are unknown', () => {
		const all = [site('library', 20), site('library', 20), site('library', null)];
		const marks = all.map((one, rank) => siteMark(one, rank, { answers: null, open: Uint8Array.of(1, 0, 255) }));
		expect(marks.map(({ state }) => state)).toEqual(['open', 'closed', 'plain']);
		expect(marks[2].step).toBe('unknown');
		expect(siteMark(all[0], 0, { answers: null, open: null }).state).toBe('plain');
	});

	it('are pale when not counted: as the question says, else as the import decided', () => {
		expect(siteMark(site('library', 20, false), 0, { answers: null, open: null }).pale).toBe(true);
		expect(siteMark(site('library', 20, false), 0, { answers: [answer(true)], open: null }).pale).toBe(false);
		expect(siteMark(site('library', 20), 0, { answers: [answer(false)], open: null }).pale).toBe(true);
	});

	it('have the size of the week asked about', () => {
		const asked = siteMark(site('library', 5), 0, { answers: [{ ...answer(true), weeklyHours: 30 }], open: null });
		expect(asked.step).toBe(3);
	});

	it('each have a place of their own in the atlas, large enough for the largest', () => {
		const { marks, mapping } = markLayout(2);
		const places = new Set(marks.map((mark) => `${mapping[markKey(mark)].x} ${mapping[markKey(mark)].y}`));
		expect(places.size).toBe(marks.length);
		for (const { step } of marks) expect(2 * (1.2 * markRadius(step) + 2.25)).toBeLessThanOrEqual(MARK_BOX);
	});

	it('shrink from afar and never vanish', () => {
		expect(markScale(14)).toBe(1);
		expect(markScale(2)).toBeGreaterThan(0.5);
		expect(markScale(9)).toBeLessThan(markScale(11));
	});
});

describe('attributions', () => {
	it('are written once each, and stay text', () => {
		const source = (attribution: string | null, publisher: string | null = null) =>
			({ attribution, publisher, title: '', licence: null, vintage: null, file: '' }) as const;
		const sources = {
			roads: source('© OSM'),
			sites: source('© OSM'),
			population: source(null, 'INSEE'),
			hours: source(null)
		};
		expect(attributionsOf({ sources })).toEqual(['© OSM', 'INSEE']);
		expect(escapeHtml(`<img src=x onerror="a('&')">`)).not.toMatch(/[<>"']/);
	});
});
