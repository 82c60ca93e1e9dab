import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import { MaillageError } from '#domain/notes.ts';
import { proposedLocks } from '#domain/proposed-locks.ts';
import type { HoursAim, HoursChoice } from '#domain/proposals.ts';
import { WEEK_KINDS, type Question } from '#domain/question.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { areWeights, type ProfileWeight } from '#domain/weighting.ts';
import { parseOsmHours } from '#io/hours/hours-osm.ts';
import { compileWeek } from '#core/hours/reference-week.ts';
import type { AtlasSession } from '#workers/jobs/atlas/session.ts';
import { numberOption, UsageError } from './arguments.ts';
import { OptionValues, type OptionSpec } from './command.ts';
import { QUESTION_OPTIONS, questionOfOptions } from './simulate-question.ts';

const AIMS = ['add', 'move', 'remove'] as const satisfies readonly HoursAim[];
const LONGEST_SECONDS = 86_400;
const MOST_HOURS = 10_000;

const ONE_PROFILE = 'full-time';
const PROFILES = DEFAULT_PROFILES.map(({ id }) => id);

/** What is asked of usable hours: the form is no choice, nor is a civil week; the profile gives way to weights. */
const ASKED_OPTIONS = QUESTION_OPTIONS.flatMap((option): OptionSpec[] => {
	if (option.name === 'form') return [];
	if (option.name === 'week') return [{ ...option, choices: WEEK_KINDS, help: 'cli_improve_week' }];
	if (option.name !== 'profile') return [option];
	return [
		{ name: 'profile', value: 'WORD', choices: PROFILES, help: 'cli_improve_profile' },
		{ name: 'weights', value: 'WORD=N,…', help: 'cli_improve_weights' }
	];
});

export const IMPROVE_OPTIONS: readonly OptionSpec[] = [
	{ name: 'add-hours', value: 'N', required: true, help: 'cli_improve_hours' },
	{ name: 'out', value: 'FILE', required: true, help: 'cli_improve_out' },
	{ name: 'aim', value: 'AIM', choices: AIMS, fallback: 'add', help: 'cli_improve_aim' },
	...ASKED_OPTIONS,
	{ name: 'block-minutes', value: 'N', fallback: '120', help: 'cli_improve_block' },
	{ name: 'allowed', value: 'HOURS', fallback: 'Mo-Sa 09:00-20:00', help: 'cli_improve_allowed' },
	{ name: 'per-site-hours', value: 'N', help: 'cli_improve_per_site' },
	{ name: 'lock', value: 'ID,…', help: 'cli_improve_lock' },
	{ name: 'unlock', value: 'ID,…', help: 'cli_improve_unlock' },
	{ name: 'time-limit', value: 'S', fallback: '10', help: 'cli_site_time' }
];

/** What the options ask of a territory. @throws UsageError `error_improve_profile_or_weights` */
export function improveQuestion(options: OptionValues): (session: AtlasSession) => Question {
	const given = ASKED_OPTIONS.flatMap(({ name }) => {
		const value = options.optional(name);
		return value === null ? [] : [[name, value] as const];
	});
	if (options.has('profile') && options.has('weights')) throw new UsageError('error_improve_profile_or_weights');
	const questionOf = questionOfOptions(
		new OptionValues(new Map([['form', 'usable'], ['profile', ONE_PROFILE], ...given]))
	);
	return ({ summary }) => questionOf(summary);
}

/**
 * The choice that the options make on a territory.
 * @throws UsageError `error_cli_number`, `error_improve_weights_text`, `error_improve_weights_profile`, `error_improve_weights`; MaillageError `error_improve_allowed_text`, `error_improve_site` for an identifier that no site has
 */
export function improveChoice(options: OptionValues, session: AtlasSession): HoursChoice {
	const minutes = (name: string) => Math.round(numberOption(options, name, 0, MOST_HOURS) * 60);
	return {
		aim: AIMS.find((aim) => aim === options.text('aim')) ?? 'add',
		weights: options.has('weights') ? weightsOf(options.text('weights')) : null,
		minutes: minutes('add-hours'),
		blockMinutes: numberOption(options, 'block-minutes', 1, 1440),
		allowed: allowedTimes(options.text('allowed'), session),
		perSiteMinutes: options.has('per-site-hours') ? minutes('per-site-hours') : null,
		locked: lockedSites(options, session),
		timeLimitSeconds: numberOption(options, 'time-limit', 0.01, LONGEST_SECONDS)
	};
}

function weightsOf(text: string): ProfileWeight[] {
	const weights = text.split(',').map((part): ProfileWeight => {
		const [, read, weight] = /^\s*([^=]+?)\s*=\s*(\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
		if (read === undefined)
			throw new UsageError('error_improve_weights_text', { read: part, profiles: PROFILES.join(', ') });
		const profile = DEFAULT_PROFILES.find(({ id }) => id === read)?.id;
		if (profile === undefined)
			throw new UsageError('error_improve_weights_profile', { read, profiles: PROFILES.join(', ') });
		return { profile, weight: Number(weight) };
	});
	if (!areWeights(weights)) throw new UsageError('error_improve_weights');
	return weights;
}

function allowedTimes(text: string, { calendar, year }: AtlasSession): MinuteOfWeek[] {
	const parsed = parseOsmHours(text);
	if (!parsed.ok) throw new MaillageError('error_improve_allowed_text', { read: text });
	const { intervals } = compileWeek(parsed.schedule, { kind: 'term', year }, calendar);
	return Array.from(intervals, (minute) => minute as MinuteOfWeek);
}

function lockedSites(options: OptionValues, { territory: { sites } }: AtlasSession): string[] {
	const known = new Set(sites.map(({ id }) => id));
	const ids = (name: string) => {
		const given = (options.optional(name) ?? '').split(',').map((id) => id.trim());
		return given.filter((id) => id !== '');
	};
	const [locked, unlocked] = [ids('lock'), ids('unlock')];
	const unknown = [...locked, ...unlocked].find((id) => id !== 'all' && !known.has(id));
	if (unknown !== undefined) throw new MaillageError('error_improve_site', { read: unknown });
	const proposed = unlocked.includes('all') ? [] : proposedLocks(sites).map(({ siteId }) => siteId);
	return [...new Set([...proposed.filter((id) => !unlocked.includes(id)), ...locked])];
}
