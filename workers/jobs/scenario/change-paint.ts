import type { Paint } from '#domain/atlas-answers.ts';
import type { MapLevel } from '#domain/question.ts';
import type { JobContext } from '#workers/protocol.ts';
import type { PaintRequest } from '../atlas/atlas-jobs.ts';
import { marksOf } from '../atlas/marks.ts';
import { medianClasses, painted } from '../atlas/painted.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { viewOf } from '../atlas/view.ts';
import { accessOfPoints } from './access-of-points.ts';
import { changeClasses, changeScale } from './change-classes.ts';
import { changeOfPoints, type ChangeOfPoints } from './change-of-points.ts';

/**
 * What a scenario changes, over the whole territory, whatever the question's people and scope (`paintOfChanges`).
 * @throws MaillageError as `viewOf`; the signal's reason once aborted
 */
export async function paintChange(
	baseline: AtlasSession,
	scenario: AtlasSession,
	{ question, level, resolution }: PaintRequest,
	{ signal, progress }: JobContext
): Promise<Paint> {
	const steps = { signal, onProgress: progress };
	const accessOf = async (session: AtlasSession) =>
		accessOfPoints(session, await viewOf(session, question, steps), steps);
	const before = await accessOf(baseline);
	const after = await accessOf(scenario);
	signal.throwIfAborted();
	return paintOfChanges(baseline, changeOfPoints(before, after), level, resolution);
}

/**
 * Changes of the demand points on the marks of a level. A hexagon or a commune shows the median: the class that half of its attached people
 * whose change is known do as well as, or better; the legend counts each demand point in its own class, so that it is the same at every level.
 */
export function paintOfChanges(
	baseline: AtlasSession,
	changes: ChangeOfPoints,
	level: MapLevel,
	resolution: number
): Paint {
	const { people } = baseline.territory.population;
	const scale = changeScale(changes, people);
	const classes = changeClasses(changes, scale);
	const marks = marksOf(baseline, level, resolution);
	const peopled = { classes, people, peopleElsewhere: 0 };
	const { group, count } = marks;
	if (group === null) return painted(marks, scale, classes, peopled);
	return painted(marks, scale, medianClasses(classes, people, group, count, scale), peopled);
}
