import type { PeopleShare } from '#domain/atlas-answers.ts';
import { ageGroup, type COMPARED_COMMUNES_COLUMNS, type ComparedFigure } from '#domain/comparison-columns.ts';
import type { ChangeAnswer, ChangeOfPeople, Comparison, SideFigures } from '#domain/scenario-answers.ts';
import type { AtlasSession } from '../atlas/session.ts';
import type { Value } from '../atlas/tables/row.ts';

/** A commune under a scenario. */
export interface ComparedCommune {
	readonly values: Readonly<Record<(typeof COMPARED_COMMUNES_COLUMNS)[number], Value>>;
	readonly geometry: object | null;
}

/** Every commune of the perimeter under each scenario, told by its identifier. */
export function comparedCommunes({ territory }: AtlasSession, { scenarios }: Comparison): ComparedCommune[] {
	const byCode = new Map(territory.communes.map((commune) => [commune.code, commune]));
	return scenarios.flatMap(({ id, change }) =>
		change.communes.map((commune) => {
			const coordinates = byCode.get(commune.code)?.geometry ?? null;
			return {
				values: {
					scenario: id,
					code: commune.code,
					name: byCode.get(commune.code)?.name ?? null,
					people: commune.people,
					'people-improved': commune.improved,
					'people-reduced': commune.reduced,
					'people-unchanged': commune.unchanged,
					'people-unknown': commune.unknown,
					'people-unattached': commune.unattached,
					'mean-change': commune.meanChange,
					unit: change.unit
				},
				geometry: coordinates === null ? null : { type: 'MultiPolygon', coordinates }
			};
		})
	);
}

/** A figure side by side. */
export interface ComparedRow {
	readonly figure: ComparedFigure;
	/** Identifier of a profile or a moment, `age-65-` and `age-0-17` of ages; null: of all the people asked about. */
	readonly of: string | null;
	/** A unit of the change, or `people`, `share` (0–1), `sites`. */
	readonly unit: string;
	readonly baseline: number | null;
	/** In the order asked. */
	readonly scenarios: readonly (number | null)[];
}

/** Every figure of a comparison; what the baseline cannot have (people improved) is null there. */
export function comparedFigures({ baseline, scenarios }: Comparison): ComparedRow[] {
	const sides = scenarios.map(({ figures }) => figures);
	const changes = scenarios.map(({ change }) => change);
	const row = (figure: ComparedFigure, unit: string, valueOf: (side: SideFigures) => number | null): ComparedRow => ({
		figure,
		of: null,
		unit,
		baseline: valueOf(baseline),
		scenarios: sides.map(valueOf)
	});
	const share = (people: ComparedFigure, part: ComparedFigure, of: (side: SideFigures) => PeopleShare) => [
		row(people, 'people', (side) => of(side).people),
		row(part, 'share', (side) => of(side).share)
	];
	return [
		...share('people-covered', 'share-covered', ({ coverage }) => coverage),
		...share('people-at-moment', 'share-at-moment', ({ moment }) => moment),
		row('median-weekly-hours', 'hours', (side) => side.medianWeeklyHours),
		row('people-hours-unknown', 'people', (side) => side.hoursUnknownPeople),
		row('median-usable-hours', 'hours', (side) => side.medianUsableHours),
		...share('people-without-usable-hours', 'share-without-usable-hours', (side) => side.withoutUsable),
		row('people-usable-hours-unknown', 'people', (side) => side.usableUnknownPeople),
		row('counted-sites', 'sites', (side) => side.countedSites),
		row('weekly-open-hours', 'hours', (side) => side.weeklyOpenHours),
		...(baseline.peopleInSectors === null
			? []
			: [
					row('people-below-threshold', 'people', (side) => side.peopleInSectors),
					row('people-not-classed', 'people', (side) => side.peopleNotClassed)
				]),
		...momentRows(changes),
		...changeRows(changes)
	];
}

function momentRows(changes: readonly ChangeAnswer[]): ComparedRow[] {
	return (changes[0]?.moments ?? []).map(({ moment, hoursBefore }, rank) => ({
		figure: 'open-hours',
		of: moment,
		unit: 'hours',
		baseline: hoursBefore,
		scenarios: changes.map(({ moments }) => moments[rank].hoursAfter)
	}));
}

function changeRows(changes: readonly ChangeAnswer[]): ComparedRow[] {
	const [first] = changes;
	if (first === undefined) return [];
	const largest = (figure: ComparedFigure, valueOf: (change: ChangeAnswer) => number | null): ComparedRow => ({
		figure,
		of: null,
		unit: first.unit,
		baseline: null,
		scenarios: changes.map(valueOf)
	});
	const ages = (first.ages ?? []).flatMap((age, rank) =>
		peopleRows(
			ageGroup(age),
			first.unit,
			changes.map((change) => change.ages?.[rank] ?? null)
		)
	);
	// Profiles are compared by their usable hours, whatever the form.
	const profiles = first.profiles.flatMap(({ id }, rank) =>
		peopleRows(
			id,
			'hours',
			changes.map((change) => change.profiles[rank].change)
		)
	);
	return [
		...peopleRows(
			null,
			first.unit,
			changes.map(({ whole }) => whole)
		),
		largest('largest-gain', ({ largestGain }) => largestGain),
		largest('largest-loss', ({ largestLoss }) => largestLoss),
		...ages,
		...profiles
	];
}

function peopleRows(of: string | null, unit: string, changes: readonly (ChangeOfPeople | null)[]): ComparedRow[] {
	const row = (figure: ComparedFigure, rowUnit: string, valueOf: (change: ChangeOfPeople) => number | null) => ({
		figure,
		of,
		unit: rowUnit,
		baseline: null,
		scenarios: changes.map((change) => (change === null ? null : valueOf(change)))
	});
	return [
		row('people-improved', 'people', ({ improved }) => improved),
		row('people-reduced', 'people', ({ reduced }) => reduced),
		row('people-unchanged', 'people', ({ unchanged }) => unchanged),
		row('people-unknown', 'people', ({ unknown }) => unknown),
		row('people-unattached', 'people', ({ unattached }) => unattached),
		row('people-times-change', unit, ({ peopleTimesChange }) => peopleTimesChange)
	];
}
