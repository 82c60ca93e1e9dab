import { normalizeIntervals, type Intervals } from '#core/hours/intervals.ts';
import type { HoursCase } from './hours-case.ts';

/** Pairs [start, end) in seconds of the week, sorted, disjoint, not touching. */
type Spans = readonly number[];
const NO_SPANS: Spans = [];

/** What goes with some hours, for one audience. */
export interface Loss {
	readonly personSeconds: number;
	/** Who loses something. */
	readonly people: number;
	/** Usable seconds of who loses most. */
	readonly mostSeconds: number;
}

/**
 * What the people of a case can use under some hours, kept up as the hours change. Exact: usable time is that of `usableHours`
 * (workers/core/hours), visits by window and their union. Lists of spans are never written, only replaced: a copy shares them.
 */
export class UsableWeek {
	readonly #case: HoursCase;
	readonly #windows: number;
	/** Of point p in window w at p × windows + w. */
	readonly #spans: Spans[];
	readonly #openings: Intervals[];
	#personSeconds: number;

	constructor(of: HoursCase | UsableWeek) {
		if (of instanceof UsableWeek) {
			this.#case = of.#case;
			this.#windows = of.#windows;
			this.#spans = of.#spans.slice();
			this.#openings = of.#openings.slice();
			this.#personSeconds = of.#personSeconds;
			return;
		}
		this.#case = of;
		this.#windows = of.windowStart.length;
		this.#openings = of.openings.slice();
		this.#spans = Array.from({ length: of.pointCount * this.#windows }, (_, at) =>
			this.#united(Math.floor(at / this.#windows), at % this.#windows)
		);
		this.#personSeconds = this.#spans.reduce(
			(sum, spans, at) => sum + secondsOf(spans) * this.#weight(Math.floor(at / this.#windows), at % this.#windows),
			0
		);
	}

	/** People as they are weighed × usable seconds of the week: what is to be made the most of. */
	get personSeconds(): number {
		return this.#personSeconds;
	}

	/** Of a site, minutes of the week. */
	openings(site: number): Intervals {
		return this.#openings[site];
	}

	/** Usable spans of a point in a free window, to be read. */
	spans(point: number, window: number): Spans {
		return this.#spans[point * this.#windows + window];
	}

	/** Usable seconds of the week of an audience at a point. */
	seconds(point: number, audience: number): number {
		let seconds = 0;
		this.#case.windowAudience.forEach((of, window) => {
			if (of === audience) seconds += secondsOf(this.spans(point, window));
		});
		return seconds;
	}

	/**
	 * Person-seconds that a slot would give. Where it touches an opening, the two are one: a visit may run over from one to the other.
	 * @param start minutes of the week in which the site is closed, up to `end`
	 */
	gain(site: number, start: number, end: number): number {
		const [from, to] = joined(this.#openings[site], start, end);
		let personSeconds = 0;
		this.#eachVisit(site, from * 60, to * 60, (point, window, arrival, departure) => {
			const held = heldWithin(this.#spans[point * this.#windows + window], arrival, departure);
			personSeconds += this.#weight(point, window) * (departure - arrival - held);
		});
		return personSeconds;
	}

	/** Opens a site in a slot, in which it is closed. */
	add(site: number, start: number, end: number): void {
		const [from, to] = joined(this.#openings[site], start, end);
		this.#openings[site] = normalizeIntervals([...this.#openings[site], start, end]);
		this.#eachVisit(site, from * 60, to * 60, (point, window, arrival, departure) => {
			const at = point * this.#windows + window;
			const spans = this.#spans[at];
			const gained = departure - arrival - heldWithin(spans, arrival, departure);
			if (gained === 0) return;
			this.#personSeconds += this.#weight(point, window) * gained;
			this.#spans[at] = normalizeIntervals([...spans, arrival, departure]);
		});
	}

	/** Person-seconds, weighed, that would be lost if the hours of a site were these, which are some of its own. */
	loss(site: number, openings: Intervals): number {
		return this.#withOpenings(site, openings, false);
	}

	/** The same, told of each audience. */
	losses(site: number, openings: Intervals): Loss[] {
		const losses = Array.from({ length: this.#case.audienceCount }, () => ({
			personSeconds: 0,
			people: 0,
			mostSeconds: 0
		}));
		this.#withOpenings(site, openings, false, (point, lost) => {
			losses.forEach((loss, audience) => {
				const people = this.#case.people[point * losses.length + audience];
				if (people === 0 || lost[audience] === 0) return;
				loss.personSeconds += people * lost[audience];
				loss.mostSeconds = Math.max(loss.mostSeconds, lost[audience]);
				if (lost[audience] > 0) loss.people += people;
			});
		});
		return losses;
	}

	/** Gives a site other hours, whatever it had. */
	setOpenings(site: number, openings: Intervals): void {
		this.#personSeconds -= this.#withOpenings(site, openings, true);
	}

	/** Weight of the people who are free in a window at a point. */
	#weight(point: number, window: number): number {
		const { weighedPeople, audienceCount, windowAudience } = this.#case;
		return weighedPeople[point * audienceCount + windowAudience[window]];
	}

	/**
	 * What a site's points would lose under other hours of it; taken for true or forgotten.
	 * @param tell seconds that each audience of a point loses; the array is written again for the next
	 */
	#withOpenings(
		site: number,
		openings: Intervals,
		kept: boolean,
		tell?: (point: number, lost: Float64Array) => void
	): number {
		const { bySite, audienceCount, windowAudience } = this.#case;
		const before = this.#openings[site];
		const changed = this.#windowsWhereNot(before, openings);
		const lost = new Float64Array(audienceCount);
		let personSeconds = 0;
		this.#openings[site] = openings;
		for (let trip = bySite.first[site]; changed.length > 0 && trip < bySite.first[site + 1]; trip++) {
			const point = bySite.other[trip];
			lost.fill(0);
			for (const window of changed) {
				const at = point * this.#windows + window;
				const spans = this.#united(point, window);
				lost[windowAudience[window]] += secondsOf(this.#spans[at]) - secondsOf(spans);
				if (kept) this.#spans[at] = spans;
			}
			for (let audience = 0; audience < audienceCount; audience++) {
				personSeconds += this.#case.weighedPeople[point * audienceCount + audience] * lost[audience];
			}
			tell?.(point, lost);
		}
		if (!kept) this.#openings[site] = before;
		return personSeconds;
	}

	/** Ranks of the free windows in which two lists of openings are not the same. */
	#windowsWhereNot(one: Intervals, other: Intervals): number[] {
		const { windowStart, windowEnd } = this.#case;
		const within = (openings: Intervals, window: number) => {
			const inside: number[] = [];
			for (let at = 0; at < openings.length; at += 2) {
				const start = Math.max(openings[at] * 60, windowStart[window]);
				const end = Math.min(openings[at + 1] * 60, windowEnd[window]);
				if (start < end) inside.push(start, end);
			}
			return inside.join(' ');
		};
		return [...windowStart.keys()].filter((window) => within(one, window) !== within(other, window));
	}

	/** The visits from each point that an opening allows. */
	#eachVisit(
		site: number,
		from: number,
		to: number,
		visit: (point: number, window: number, arrival: number, departure: number) => void
	): void {
		const { windowStart, windowEnd, minimumSeconds, bySite } = this.#case;
		const { first, other, goSeconds, backSeconds } = bySite;
		for (let window = 0; window < this.#windows; window++) {
			const [start, end] = [windowStart[window], windowEnd[window]];
			if (end <= from || start >= to) continue;
			for (let trip = first[site]; trip < first[site + 1]; trip++) {
				const arrival = Math.max(from, start + goSeconds[trip]);
				const departure = Math.min(to, end - backSeconds[trip]);
				if (departure - arrival >= minimumSeconds[window]) visit(other[trip], window, arrival, departure);
			}
		}
	}

	/** All visits of a point in a window, united. */
	#united(point: number, window: number): Spans {
		const { windowStart, windowEnd, minimumSeconds, byPoint } = this.#case;
		const { first, other, goSeconds, backSeconds } = byPoint;
		const visits: number[] = [];
		for (let trip = first[point]; trip < first[point + 1]; trip++) {
			const openings = this.#openings[other[trip]];
			const [start, end] = [windowStart[window] + goSeconds[trip], windowEnd[window] - backSeconds[trip]];
			for (let at = 0; at < openings.length && openings[at] * 60 < end; at += 2) {
				const arrival = Math.max(openings[at] * 60, start);
				const departure = Math.min(openings[at + 1] * 60, end);
				if (departure - arrival >= minimumSeconds[window]) visits.push(arrival, departure);
			}
		}
		return visits.length === 0 ? NO_SPANS : normalizeIntervals(visits);
	}
}

/** A slot, with the openings that it touches. */
export function joined(openings: Intervals, start: number, end: number): [number, number] {
	let [from, to] = [start, end];
	for (let at = 0; at < openings.length; at += 2) {
		if (openings[at + 1] === start) from = openings[at];
		if (openings[at] === end) to = openings[at + 1];
	}
	return [from, to];
}

/** Seconds of the spans that are in [from, to). */
export function heldWithin(spans: Spans, from: number, to: number): number {
	let held = 0;
	for (let at = 0; at < spans.length; at += 2) {
		const shared = Math.min(spans[at + 1], to) - Math.max(spans[at], from);
		if (shared > 0) held += shared;
	}
	return held;
}

function secondsOf(spans: Spans): number {
	let seconds = 0;
	for (let at = 0; at < spans.length; at += 2) seconds += spans[at + 1] - spans[at];
	return seconds;
}
