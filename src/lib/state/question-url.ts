import {
	CUTOFF_CHOICES,
	MINUTES_PER_QUARTER,
	type Question,
	type QuestionForm,
	type Scope,
	type SupplyChoice,
	type WeekKind,
	type Who
} from '#domain/question.ts';
import type { SiteKind } from '#domain/site.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Mode } from '#domain/travel.ts';
import { MINUTES_PER_DAY, parseInseeCode, type MinuteOfWeek } from '#domain/units.ts';
import { defaultQuestion } from './default-question.ts';

/**
 * The question in the address: one parameter a word, readable, in French whatever the language, so that a link says the
 * same to everybody. What a link does not say, or says of another territory, is the territory's default.
 */
const FORMS = { coverage: 'proximite', moment: 'moment', openings: 'heures' } as const satisfies Record<
	QuestionForm,
	string
>;
const MODES = { car: 'voiture', bike: 'velo', foot: 'pied' } as const satisfies Record<Mode, string>;
const WEEKS = { term: 'scolaire', 'small-holidays': 'petites-vacances', summer: 'ete' } as const satisfies Record<
	WeekKind,
	string
>;
const DAYS = ['lu', 'ma', 'me', 'je', 've', 'sa', 'di'];
const KINDS = {
	library: 'bibliotheque',
	branch: 'annexe',
	'book-point': 'point-livre',
	'bookmobile-stop': 'arret-bibliobus',
	bookmobile: 'bibliobus',
	'return-box': 'boite-retour',
	administrative: 'administratif',
	departmental: 'departemental',
	other: 'autre'
} as const satisfies Record<SiteKind, string>;

const NAMES = {
	form: 'dire',
	mode: 'mode',
	cutoff: 'minutes',
	week: 'semaine',
	minute: 'moment',
	who: 'qui',
	scope: 'ou',
	neighbours: 'voisins',
	kinds: 'sans',
	takenIn: 'avec-lieu',
	leftOut: 'sans-lieu'
} as const;

function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, word: string | null): Key | null {
	return (Object.keys(words) as Key[]).find((key) => words[key] === word) ?? null;
}

/** "sa-15h30": the day and time of a minute of the week. */
function momentWord(minute: number): string {
	const [day, rest] = [Math.floor(minute / MINUTES_PER_DAY), minute % MINUTES_PER_DAY];
	return `${DAYS[day]}-${Math.floor(rest / 60)}h${String(rest % 60).padStart(2, '0')}`;
}

function momentOf(word: string | null): MinuteOfWeek | null {
	const [, day, hours, minutes] = /^(\w\w)-(\d{1,2})h(\d\d)$/.exec(word ?? '') ?? [];
	const rank = DAYS.indexOf(day);
	if (rank < 0 || Number(hours) > 23 || Number(minutes) > 59) return null;
	const minute = rank * MINUTES_PER_DAY + Number(hours) * 60 + Number(minutes);
	return (minute - (minute % MINUTES_PER_QUARTER)) as MinuteOfWeek;
}

function whoWord(who: Who): string {
	if (who.kind === 'everyone') return 'tous';
	if (who.kind === 'poor-households') return 'menages-pauvres';
	return who.toAge === null ? `${who.fromAge}-et-plus` : `${who.fromAge}-${who.toAge}`;
}

/** `commune-59350`, `epci-200040947`; the territory has no word of its own. */
function scopeWord(scope: Scope): string | null {
	return scope.kind === 'territory' ? null : `${scope.kind}-${scope.code}`;
}

function scopeOf(word: string | null, { communes, epcis }: TerritorySummary): Scope | null {
	const [, kind, code] = /^(epci|commune)-(\w+)$/.exec(word ?? '') ?? [];
	if (kind === 'epci' && epcis.some((epci) => epci.code === code)) return { kind, code };
	const insee = kind === 'commune' ? parseInseeCode(code) : null;
	if (insee !== null && communes.some((commune) => commune.code === insee && !commune.margin)) {
		return { kind: 'commune', code: insee };
	}
	return null;
}

/** Writes a question into the parameters of an address; the other parameters stay. */
export function writeQuestion(question: Question, parameters: URLSearchParams): void {
	const { supply } = question;
	const put = (name: string, value: string | null) =>
		value === null ? parameters.delete(name) : parameters.set(name, value);
	put(NAMES.form, FORMS[question.form]);
	put(NAMES.mode, MODES[question.mode]);
	put(NAMES.cutoff, String(question.cutoffMinutes));
	put(NAMES.week, WEEKS[question.week]);
	put(NAMES.minute, momentWord(question.minute));
	put(NAMES.who, question.who.kind === 'everyone' ? null : whoWord(question.who));
	put(NAMES.scope, scopeWord(question.scope));
	put(NAMES.neighbours, question.withNeighbours ? null : 'non');
	put(NAMES.kinds, supply.kindsLeftOut.length > 0 ? supply.kindsLeftOut.map((kind) => KINDS[kind]).join(' ') : null);
	for (const [name, ids] of [
		[NAMES.takenIn, supply.takenIn],
		[NAMES.leftOut, supply.leftOut]
	] as const) {
		parameters.delete(name);
		for (const id of ids) parameters.append(name, id);
	}
}

/** The question of an address, on a territory; anything unknown there is the default. */
export function readQuestion(parameters: URLSearchParams, summary: TerritorySummary): Question {
	const fallback = defaultQuestion(summary);
	const mode = keyOf(MODES, parameters.get(NAMES.mode));
	const cutoff = Number(parameters.get(NAMES.cutoff));
	const who = parameters.get(NAMES.who);
	return {
		form: keyOf(FORMS, parameters.get(NAMES.form)) ?? fallback.form,
		mode: mode !== null && summary.travel.modes.includes(mode) ? mode : fallback.mode,
		cutoffMinutes: CUTOFF_CHOICES.find((choice) => choice === cutoff) ?? fallback.cutoffMinutes,
		week: keyOf(WEEKS, parameters.get(NAMES.week)) ?? fallback.week,
		minute: momentOf(parameters.get(NAMES.minute)) ?? fallback.minute,
		who: summary.whoChoices.find((choice) => whoWord(choice) === who) ?? fallback.who,
		scope: scopeOf(parameters.get(NAMES.scope), summary) ?? fallback.scope,
		withNeighbours: parameters.get(NAMES.neighbours) !== 'non',
		supply: readSupply(parameters, summary)
	};
}

function readSupply(parameters: URLSearchParams, { sites }: TerritorySummary): SupplyChoice {
	const known = new Set(sites.map(({ id }) => id));
	const ids = (name: string) => [...new Set(parameters.getAll(name))].filter((id) => known.has(id));
	const kinds = (parameters.get(NAMES.kinds) ?? '').split(' ').map((word) => keyOf(KINDS, word));
	const leftOut = ids(NAMES.leftOut);
	return {
		kindsLeftOut: [...new Set(kinds)].filter((kind) => kind !== null),
		takenIn: ids(NAMES.takenIn).filter((id) => !leftOut.includes(id)),
		leftOut
	};
}
