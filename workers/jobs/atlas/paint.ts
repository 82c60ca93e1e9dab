import { CLASS_NO_DATA, CLASS_UNATTACHED, type Classes, type Paint } from '#domain/atlas-answers.ts';
import type { MapIndicator } from '#domain/question.ts';
import { ONLY_UNKNOWN_HOURS } from '#core/access/hours-in-reach.ts';
import type { JobContext } from '#workers/protocol.ts';
import { paintChange } from '../scenario/change-paint.ts';
import type { Access } from './access.ts';
import type { PaintRequest } from './atlas-jobs.ts';
import { classFrom, FIXED_CLASSES, FIXED_SCALES, quantileBounds, type Scale } from './classes.ts';
import { viewNow, type ViewNow } from './figures.ts';
import { usableMinutesAsked } from './hours/usable-access.ts';
import { marksOf, type Marks } from './marks.ts';
import { medianClasses, painted, type PeopledClasses } from './painted.ts';
import { densityOfMarks, poorHouseholdsOfCommunes, share65OverOfCommunes } from './population-values.ts';
import type { AtlasSession } from './session.ts';
import { paintSupply } from './supply/paint-supply.ts';
import { supplyOfPoints } from './supply/supply-of-points.ts';
import { viewOf } from './view.ts';

/** Indicators of what a demand point reaches; the others tell of its people alone. */
type AccessIndicator = Extract<MapIndicator, 'nearest' | 'open-now' | 'open-hours' | 'usable-hours' | 'sites'>;

/**
 * The class of each mark of a map, over the whole territory, whatever the question's people and scope.
 *
 * Of hours, a demand point that has only sites of unknown hours within the cutoff has no data, nor has a mark whose people have no others.
 *
 * Of what people reach, a hexagon or a commune shows the median: the value that half of the people of its attached demand points do as
 * well as, or better (beyond what was searched is worse than any time, nothing open worse than any hour), so that classes mean the same at
 * every level. Shares are of communes whatever the level asked: INSEE asks that a cell never be read alone.
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function paint(session: AtlasSession, request: PaintRequest, context: JobContext): Promise<Paint> {
	const { question, indicator, level, resolution } = request;
	if (indicator === 'change') return paintChange(session.baseline ?? session, session, request, context);
	if (indicator === 'density') {
		const marks = marksOf(session, level, resolution);
		return paintValues(marks, 'density', 'people-per-km2', densityOfMarks(session, marks));
	}
	if (indicator === 'share-65-over' || indicator === 'poor-households') {
		const communes = marksOf(session, 'communes', resolution);
		const valuesOf = indicator === 'share-65-over' ? share65OverOfCommunes : poorHouseholdsOfCommunes;
		return paintValues(communes, indicator, 'percent', valuesOf(session, communes));
	}
	const steps = { signal: context.signal, onProgress: context.progress };
	const view = await viewOf(session, question, steps);
	context.signal.throwIfAborted();
	if (indicator === 'supply') {
		const supply = await supplyOfPoints(session, view, steps);
		return paintSupply(session, view, supply, marksOf(session, level, resolution));
	}
	return paintAccess(session, viewNow(view), indicator, marksOf(session, level, resolution));
}

/** What people reach, by fixed classes. The legend counts each demand point in its own class, so that it is the same at every level. */
export function paintAccess(session: AtlasSession, now: ViewNow, indicator: AccessIndicator, marks: Marks): Paint {
	const scale: Scale = FIXED_SCALES[indicator];
	const { people } = session.territory.population;
	const values = valueClasses(session, now, indicator);
	const ofPoints = FOLLOW_HOURS.has(indicator) ? withoutUnknownHours(now.view.access, values) : values;
	const { group } = marks;
	const peopled: PeopledClasses = { classes: ofPoints, people, peopleElsewhere: 0 };
	if (group === null) return painted(marks, scale, ofPoints, peopled);
	const ofMarks = medianClasses(ofPoints, people, group, marks.count, scale);
	if (FOLLOW_HOURS.has(indicator)) {
		const known = now.view.access.hoursKnown(people, group, marks.count);
		for (let mark = 0; mark < ofMarks.length; mark++) {
			if (known[mark] === 0 && ofMarks[mark] !== CLASS_UNATTACHED) ofMarks[mark] = CLASS_NO_DATA;
		}
	}
	return painted(marks, scale, ofMarks, peopled);
}

const FOLLOW_HOURS: ReadonlySet<AccessIndicator> = new Set(['open-now', 'open-hours', 'usable-hours']);

/** No data where only sites of unknown hours are within the cutoff, whatever opens beyond it: one of them may be open. */
function withoutUnknownHours({ hoursInReach, withKnownHours }: Access, classes: Uint8Array): Uint8Array {
	return classes.map((one, point) => {
		const isUnknown = withKnownHours === 0 || hoursInReach[point] === ONLY_UNKNOWN_HOURS;
		return isUnknown && one !== CLASS_UNATTACHED ? CLASS_NO_DATA : one;
	});
}

/** The class of what each demand point reaches, as far as hours are known; no data where free time is not. */
function valueClasses(session: AtlasSession, now: ViewNow, indicator: AccessIndicator): Uint8Array {
	const { times } = now.view;
	const { attached } = times;
	const values = valuesOf(session, now, indicator);
	if (values === null) return attached.map((one) => (one === 0 ? CLASS_UNATTACHED : CLASS_NO_DATA));
	const table = FIXED_CLASSES[indicator];
	const last = table.length - 1;
	const classes = new Uint8Array(times.demandCount);
	for (let point = 0; point < classes.length; point++) {
		if (attached[point] === 0) classes[point] = CLASS_UNATTACHED;
		else classes[point] = table[values[point] < last ? values[point] : last];
	}
	return classes;
}

/** Seconds, minutes of opening or of usable time a week, or sites, per demand point; null where the free time of the profile is not known. */
function valuesOf(
	session: AtlasSession,
	{ view: { access, question }, nearestOpen }: ViewNow,
	indicator: AccessIndicator
): Uint32Array | null {
	if (indicator === 'nearest') return access.nearest;
	if (indicator === 'open-now') return nearestOpen;
	if (indicator === 'usable-hours') return usableMinutesAsked(session, access, question);
	return indicator === 'open-hours' ? access.openMinutes : access.sitesInReach;
}

/** What marks hold, by quantiles of people. */
function paintValues(marks: Marks, indicator: MapIndicator, unit: Classes['unit'], values: Float64Array): Paint {
	const bounds = quantileBounds(values, marks.people);
	const ofMarks = Uint8Array.from(values, (value) => (Number.isNaN(value) ? CLASS_NO_DATA : classFrom(bounds, value)));
	const peopled = { classes: ofMarks, people: marks.people, peopleElsewhere: marks.peopleInNoMark };
	return painted(marks, { indicator, unit, method: 'quantiles', bounds }, ofMarks, peopled);
}
