import type { LonLat } from '#domain/geometry.ts';
import { hoursStep, markRadius, markShape, type HoursStep, type MarkShape } from '#domain/site-mark.ts';
import type { SiteSummary } from '#domain/territory-summary.ts';
import { countingRule } from '#domain/supply.ts';
import { isPlaceSeen, type Frame } from './frame.ts';
import { INK } from './ink.ts';
import type { PictureInput } from './picture-input.ts';
import { element, rounded } from './svg.ts';

/** `counted`: in the area and in the supply; `outside`: a neighbour that counts; `not-counted`: in the area, out of the supply. */
export type SiteState = 'counted' | 'outside' | 'not-counted';

export interface DrawnSite {
	readonly kind: SiteSummary['kind'];
	readonly position: LonLat;
	readonly shape: MarkShape;
	readonly step: HoursStep;
	readonly state: SiteState;
}

/** From so many places on, marks are half as large: they would hide the map. */
const MANY = 150;
const FEW = 40;

/** The places of the map, as the question counts them: those of the area, and the neighbours that count. */
export function drawnSites({ summary, data }: PictureInput, frame: Frame): DrawnSite[] {
	const isCounted = countingRule(data.question);
	const inArea = new Set(data.sites.map(({ site }) => site.id));
	const outside = summary.sites.filter((site) => !inArea.has(site.id) && isCounted(site));
	const drawn = (site: SiteSummary, weeklyHours: number | null, state: SiteState): DrawnSite => ({
		kind: site.kind,
		position: site.position,
		shape: markShape(site.kind),
		step: hoursStep(weeklyHours),
		state
	});
	return [
		...outside.map((site) => drawn(site, site.weeklyHours.term, 'outside')),
		...data.sites.map(({ site, counted, weeklyHours }) => drawn(site, weeklyHours, counted ? 'counted' : 'not-counted'))
	].filter(({ position }) => isPlaceSeen(frame, position));
}

/** How large marks are drawn, of their size on screen. */
export function markScale(count: number): number {
	const along = Math.min(Math.max((count - FEW) / (MANY - FEW), 0), 1);
	return 0.85 - 0.35 * along;
}

/** Small points that only tell where the places are. */
export function pointLayer(sites: readonly DrawnSite[], frame: Frame): string {
	const radius = 4 * markScale(sites.length);
	return siteOrder(sites)
		.map(({ position: [lon, lat], state }) => sitePoint(frame.x(lon), frame.y(lat), state, radius))
		.join('');
}

/** A disc where it counts, a ring out of the area, a cross where it does not count. */
export function sitePoint(x: number, y: number, state: SiteState, radius: number): string {
	if (state === 'not-counted') {
		const arm = 0.8 * radius;
		const d = `M${rounded(x - arm)} ${rounded(y - arm)}l${rounded(2 * arm)} ${rounded(2 * arm)}m0 -${rounded(2 * arm)}l-${rounded(2 * arm)} ${rounded(2 * arm)}`;
		return (
			element('path', { d, stroke: INK.paper, 'stroke-width': 3.2 }) +
			element('path', { d, stroke: INK.text, 'stroke-width': 1.4 })
		);
	}
	const isCounted = state === 'counted';
	return element('circle', {
		cx: x,
		cy: y,
		r: radius,
		fill: isCounted ? INK.text : INK.paper,
		stroke: isCounted ? INK.paper : INK.text,
		'stroke-width': 1.1
	});
}

/** Marks by kind and weekly hours, larger ones beneath. */
export function markLayer(sites: readonly DrawnSite[], frame: Frame): string {
	const scale = markScale(sites.length);
	return siteOrder(sites)
		.map(({ position: [lon, lat], ...mark }) => siteMark(frame.x(lon), frame.y(lat), mark, scale))
		.join('');
}

function siteOrder(sites: readonly DrawnSite[]): DrawnSite[] {
	const depth = ({ state, step }: DrawnSite) => (state === 'counted' ? 0 : 100) + markRadius(step);
	return sites.toSorted((one, other) => depth(other) - depth(one));
}

/** One mark: filled where it counts in the area, hollow for a neighbour, grey and hollow where it does not count; dashed of unknown hours. */
export function siteMark(
	x: number,
	y: number,
	{ shape, step, state }: Pick<DrawnSite, 'shape' | 'step' | 'state'>,
	scale: number
): string {
	const radius = markRadius(step) * scale;
	const colour = state === 'not-counted' ? INK.soft : INK.text;
	const isFilled = state === 'counted' && step !== 'unknown';
	const d = outline(shape, radius);
	const line = shape === 'cross' ? 2 : 1.3;
	const inner =
		shape === 'ringed-disc'
			? element('circle', { r: radius * 0.5, fill: 'none', stroke: isFilled ? INK.paper : colour, 'stroke-width': 1.1 })
			: '';
	return element(
		'g',
		{ transform: `translate(${rounded(x)} ${rounded(y)})` },
		element('path', {
			d,
			fill: isFilled && shape !== 'cross' ? colour : INK.paper,
			stroke: INK.paper,
			'stroke-width': line + 2
		}) +
			element('path', {
				d,
				fill: isFilled && shape !== 'cross' ? colour : INK.paper,
				stroke: colour,
				'stroke-width': line,
				'stroke-dasharray': step === 'unknown' ? '2 1.6' : undefined
			}) +
			inner
	);
}

function outline(shape: MarkShape, radius: number): string {
	const points = (xy: readonly number[]) => `M${xy.map((one) => rounded(one * radius)).join(' ')}z`;
	switch (shape) {
		case 'diamond':
			return points([0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0]);
		case 'triangle':
			return points([0, -1.2, 1.15, 0.85, -1.15, 0.85]);
		case 'cross': {
			const arm = rounded(Math.min(radius, 5));
			return `M-${arm} -${arm}L${arm} ${arm}M${arm} -${arm}L-${arm} ${arm}`;
		}
		default: {
			const r = rounded(radius);
			return `M-${r} 0a${r} ${r} 0 1 0 ${rounded(2 * radius)} 0a${r} ${r} 0 1 0 -${rounded(2 * radius)} 0z`;
		}
	}
}
