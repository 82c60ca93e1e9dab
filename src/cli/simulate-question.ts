import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import { CUTOFF_CHOICES, DEFAULT_SECTORS, WEEK_KINDS, type Question, type QuestionForm } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { MODES } from '#domain/travel.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { parseCivilWeek } from '#domain/week-choice.ts';
import { UsageError } from './arguments.ts';
import type { OptionSpec, OptionValues } from './command.ts';

/** What may be compared without a cursor in the week. */
const FORMS = ['usable', 'openings', 'coverage', 'supply'] as const satisfies readonly QuestionForm[];

const PROFILES = DEFAULT_PROFILES.map(({ id }) => id);

/** Options that say what scenarios are compared by. */
export const QUESTION_OPTIONS: readonly OptionSpec[] = [
	{ name: 'form', value: 'WORD', choices: FORMS, fallback: 'usable', help: 'cli_simulate_form' },
	{ name: 'mode', value: 'MODE', choices: MODES, help: 'cli_simulate_mode' },
	{ name: 'minutes', value: 'N', choices: CUTOFF_CHOICES.map(String), fallback: '15', help: 'cli_simulate_minutes' },
	{ name: 'profile', value: 'WORD', choices: PROFILES, fallback: 'full-time', help: 'cli_simulate_profile' },
	{ name: 'week', value: 'WEEK', fallback: 'term', help: 'cli_simulate_week' }
];

/**
 * The week that an option names.
 * @throws UsageError `error_cli_week`
 */
function weekOption(options: OptionValues): Question['week'] {
	const read = options.text('week');
	const week = WEEK_KINDS.find((kind) => kind === read) ?? parseCivilWeek(read);
	if (week === null) throw new UsageError('error_cli_week', { read });
	return week;
}

/** A value among those that the option was checked to be one of. */
function chosen<Value>(values: readonly Value[], read: string): Value {
	const value = values.find((one) => String(one) === read);
	if (value === undefined) throw new RangeError(`"${read}" is none of ${values.join(', ')}`);
	return value;
}

/**
 * What the options ask of a territory: everybody, everywhere, neighbours counted, at its own mode unless another is given.
 * @throws UsageError `error_cli_week`
 */
export function questionOfOptions(options: OptionValues): (summary: TerritorySummary) => Question {
	const week = weekOption(options);
	const mode = options.optional('mode');
	return ({ travel }) => ({
		form: chosen(FORMS, options.text('form')),
		mode: mode === null ? travel.defaultMode : chosen(MODES, mode),
		cutoffMinutes: chosen(CUTOFF_CHOICES, options.text('minutes')),
		week,
		minute: 0 as MinuteOfWeek,
		who: { kind: 'everyone' },
		scope: { kind: 'territory' },
		withNeighbours: true,
		supply: { kindsLeftOut: [], takenIn: [], leftOut: [] },
		profile: chosen(PROFILES, options.text('profile')),
		editedProfiles: [],
		measure: { method: 'e2sfca', capacity: 'hours', rank: 1 },
		sectors: DEFAULT_SECTORS,
		scenario: null
	});
}
