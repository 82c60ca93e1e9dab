import type { SupplyAnswer, SupplyGroup } from '#domain/supply-answers.ts';
import type { Who } from '#domain/question.ts';
import type { AtlasSession } from '../session.ts';
import { weightsOf, type View } from '../view.ts';
import { whoChoices } from '../who-choices.ts';
import { densityClasses, DENSITY_CLASSES } from './density.ts';
import { giniOfGroup, supplyFiguresByGroup } from './figures.ts';
import type { SupplyOfPoints } from './supply-of-points.ts';

/**
 * Supply of the scope's people by age, of its poor households, and of the people asked about by density around them; each as far as the data
 * tell it.
 */
export function supplyGroups(
	session: AtlasSession,
	{ weights, scopeGroup, times }: View,
	supply: SupplyOfPoints
): SupplyAnswer['groups'] {
	const { population } = session.territory;
	const of = (group: SupplyGroup, people: Float64Array, inGroup: Int32Array) => {
		const [figures] = supplyFiguresByGroup(supply, people, times.attached, inGroup, 1);
		return { ...figures, group, gini: giniOfGroup(supply, figures, people, inGroup) };
	};
	const whos = whoChoices(population).filter(
		(who): who is Exclude<Who, { kind: 'everyone' }> => who.kind !== 'everyone'
	);
	const classes = densityClasses(session);
	return [
		...whos.map((who) => of(who, weightsOf(population, who), scopeGroup)),
		...DENSITY_CLASSES.flatMap((density, rank) => {
			const inClass = classes.map((one, point) => (one === rank && scopeGroup[point] === 0 ? 0 : -1));
			return inClass.includes(0) ? [of({ kind: 'density', density }, weights, inClass)] : [];
		})
	];
}
