import type { Question } from '#domain/question.ts';
import { writeFeatures } from '#io/territory-folder/features.ts';
import type { AtlasSession } from '../atlas/session.ts';
import { viewOf } from '../atlas/view.ts';
import { cellGeometry } from '../diagnose/cells.ts';
import { accessOfPoints } from './access-of-points.ts';
import {
	ACCESS_IMPROVED,
	ACCESS_REDUCED,
	ACCESS_UNCHANGED,
	ACCESS_UNKNOWN,
	changeOfPoints,
	POINT_UNATTACHED,
	type AccessOfPoints,
	type ChangeOfPoints
} from './change-of-points.ts';
import type { SessionOfScenario } from './compare.ts';

const STATES = {
	[ACCESS_IMPROVED]: 'improved',
	[ACCESS_REDUCED]: 'reduced',
	[ACCESS_UNCHANGED]: 'unchanged',
	[ACCESS_UNKNOWN]: 'unknown',
	[POINT_UNATTACHED]: 'unattached'
} as const;

/**
 * cells.geojson: each demand point with its access before, and under each scenario, by its rank from 1: the access, what it is more, and
 * whether that is better (`improved`, `reduced`, `unchanged`, `unknown`, `unattached`). Null is not known, or beyond the times that are
 * computed. Ages and poverty are left out: INSEE asks that a single cell never be read for them.
 * @throws MaillageError as `viewOf`
 */
export async function changedCells(
	baseline: AtlasSession,
	scenarios: readonly SessionOfScenario[],
	question: Question,
	{ metadata, signal }: { readonly metadata: object; readonly signal: AbortSignal }
): Promise<Uint8Array> {
	const accessOf = async (session: AtlasSession) =>
		accessOfPoints(session, await viewOf(session, question, { signal }), { signal });
	const before = await accessOf(baseline);
	const sides: { readonly after: AccessOfPoints; readonly changes: ChangeOfPoints }[] = [];
	for (const { session } of scenarios) {
		const after = await accessOf(session);
		sides.push({ after, changes: changeOfPoints(before, after) });
	}
	const { population } = baseline.territory;
	const features = Array.from({ length: population.count }, (_, point) => {
		const properties: Record<string, unknown> = {
			id: population.ids[point],
			commune: population.communeCodes[point],
			people: population.people[point],
			imputed: population.imputed === null ? null : population.imputed[point] === 1,
			baseline: valueOf(before, point)
		};
		sides.forEach(({ after, changes }, rank) => {
			const change = changes.change[point];
			properties[`scenario_${rank + 1}`] = valueOf(after, point);
			properties[`scenario_${rank + 1}_change`] = Number.isNaN(change) ? null : change;
			properties[`scenario_${rank + 1}_access`] = STATES[changes.states[point] as keyof typeof STATES];
		});
		return { type: 'Feature', properties, geometry: cellGeometry(population, point) };
	});
	const { unit } = before;
	return writeFeatures(features, { metadata: { ...metadata, unit, scenarios: scenarios.map(({ id }) => id) } });
}

function valueOf({ values, attached, stepsPerUnit }: AccessOfPoints, point: number): number | null {
	const value = values[point];
	return attached[point] === 1 && Number.isFinite(value) ? value / stepsPerUnit : null;
}
