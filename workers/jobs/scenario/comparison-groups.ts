import { ageGroup, type COMPARED_GROUPS_COLUMNS, type GroupedBy } from '#domain/comparison-columns.ts';
import type { ChangeAnswer, ChangeOfPeople, ChangeUnit, Comparison } from '#domain/scenario-answers.ts';
import type { Value } from '../atlas/tables/row.ts';

/** A group of people, or a moment, under a scenario. */
export type ComparedGroup = Readonly<Record<(typeof COMPARED_GROUPS_COLUMNS)[number], Value>>;

/** Each age band of the data, each profile, each moment under each scenario, told by its identifier. What a group cannot have is null. */
export function comparedGroups({ scenarios }: Comparison): ComparedGroup[] {
	return scenarios.flatMap(({ id, change }) => [
		...(change.ages ?? []).map((age) => peopleRow(id, 'by-age', ageGroup(age), change.unit, age)),
		// Profiles are compared by their usable hours, whatever the form.
		...change.profiles.map((profile) => peopleRow(id, 'by-profile', profile.id, 'hours', profile.change)),
		...change.moments.map((moment) => momentRow(id, moment))
	]);
}

function peopleRow(
	scenario: string,
	by: GroupedBy,
	group: string,
	unit: ChangeUnit,
	change: ChangeOfPeople | null
): ComparedGroup {
	return {
		scenario,
		by,
		group,
		'people-improved': change?.improved ?? null,
		'people-reduced': change?.reduced ?? null,
		'people-unchanged': change?.unchanged ?? null,
		'people-unknown': change?.unknown ?? null,
		'people-unattached': change?.unattached ?? null,
		'people-times-change': change?.peopleTimesChange ?? null,
		before: null,
		after: null,
		difference: null,
		unit
	};
}

function momentRow(
	scenario: string,
	{ moment, hoursBefore: before, hoursAfter: after }: ChangeAnswer['moments'][number]
): ComparedGroup {
	const difference = before === null || after === null ? null : after - before;
	return { ...peopleRow(scenario, 'by-moment', moment, 'hours', null), before, after, difference };
}
