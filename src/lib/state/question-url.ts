import { DEFAULT_MEASURES, defaultQuestion } from '#domain/default-question.ts';
import {
	CUTOFF_CHOICES,
	DEFAULT_SECTORS,
	MINUTES_PER_QUARTER,
	type Question,
	type QuestionForm,
	type SectorsChoice,
	type SupplyChoice,
	type WeekKind,
	type Who
} from '#domain/question.ts';
import type { SiteKind } from '#domain/site.ts';
import {
	CAPACITIES,
	NEAREST_RANKS,
	SUPPLY_METHODS,
	type Capacity,
	type SupplyMeasure,
	type SupplyMethod
} from '#domain/supply-measure.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { Mode } from '#domain/travel.ts';
import { MINUTES_PER_DAY, type MinuteOfWeek } from '#domain/units.ts';
import { isCivilWeek, parseCivilWeek, type CivilWeek } from '#domain/week-choice.ts';
import { editedProfileOf, editedProfileWord, PROFILE_WORDS, profileOf } from './profile-url.ts';
import { scopeOfWord, scopeWord } from './scope-url.ts';

/**
 * The question in the address: one parameter a word, readable, in French whatever the language, so that a link says the
 * same to everybody. What a link does not say, or says of another territory, is the territory's default.
 */
const FORMS = {
	coverage: 'proximite',
	moment: 'moment',
	openings: 'heures',
	usable: 'heures-utilisables',
	supply: 'offre'
} as const satisfies Record<QuestionForm, string>;
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

const METHODS = {
	'2sfca': '2sfca',
	e2sfca: 'e2sfca',
	gravity: 'gravite',
	cumulative: 'cumul',
	nearest: 'plus-proche'
} as const satisfies Record<SupplyMethod, string>;
const OFFERS = { hours: 'heures', surface: 'm2', 'hours-surface': 'heures-m2' } as const satisfies Record<
	Capacity,
	string
>;

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
	leftOut: 'sans-lieu',
	profile: 'profil',
	edited: 'rythme',
	method: 'offre',
	capacity: 'capacite',
	rank: 'rang',
	sectorsProfile: 'seuil-profil',
	sectorsMinutes: 'seuil',
	sectorsPeople: 'seuil-habitants',
	scenario: 'scenario'
} as const;
/** Least and most that a threshold may be. */
const MINUTES_OF_WEEK = 10080;
const MOST_PEOPLE = 1_000_000;
/** A scenario of the one who made the link: on another computer it is not known, and the territory is seen as it is. */
const SCENARIO_ID = /^\w[\w-]{0,40}$/;

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

/** "scolaire", "2026-S47". */
function weekWord(week: WeekKind | CivilWeek): string {
	return isCivilWeek(week) ? week.replace('-W', '-S') : WEEKS[week];
}

function weekOf(word: string | null): WeekKind | CivilWeek | null {
	return keyOf(WEEKS, word) ?? parseCivilWeek((word ?? '').replace('-S', '-W'));
}

function whoWord(who: Who): string {
	if (who.kind === 'everyone') return 'tous';
	if (who.kind === 'poor-households') return 'menages-pauvres';
	return who.toAge === null ? `${who.fromAge}-et-plus` : `${who.fromAge}-${who.toAge}`;
}

/** Writes a question into the parameters of an address; the other parameters stay. */
export function writeQuestion(question: Question, parameters: URLSearchParams): void {
	const { supply } = question;
	const put = (name: string, value: string | null) =>
		value === null ? parameters.delete(name) : parameters.set(name, value);
	put(NAMES.form, FORMS[question.form]);
	put(NAMES.mode, MODES[question.mode]);
	put(NAMES.cutoff, String(question.cutoffMinutes));
	put(NAMES.week, weekWord(question.week));
	put(NAMES.minute, momentWord(question.minute));
	put(NAMES.who, question.who.kind === 'everyone' ? null : whoWord(question.who));
	put(NAMES.scope, scopeWord(question.scope));
	put(NAMES.neighbours, question.withNeighbours ? null : 'non');
	put(NAMES.kinds, supply.kindsLeftOut.length > 0 ? supply.kindsLeftOut.map((kind) => KINDS[kind]).join(' ') : null);
	writeMeasures(question, put);
	put(NAMES.scenario, question.scenario);
	for (const [name, ids] of [
		[NAMES.takenIn, supply.takenIn],
		[NAMES.leftOut, supply.leftOut],
		[NAMES.edited, question.editedProfiles.map(editedProfileWord)]
	] as const) {
		parameters.delete(name);
		for (const id of ids) parameters.append(name, id);
	}
}

/** Whose hours, how supply is measured, the threshold of sectors: what is as proposed is not written. */
function writeMeasures(question: Question, put: (name: string, value: string | null) => void): void {
	const { profile, measure, sectors } = question;
	const unless = <Value>(value: Value, proposed: Value, word: string) => (value === proposed ? null : word);
	put(NAMES.profile, unless(profile, DEFAULT_MEASURES.profile, PROFILE_WORDS[profile]));
	put(NAMES.method, unless(measure.method, DEFAULT_MEASURES.measure.method, METHODS[measure.method]));
	put(NAMES.capacity, unless(measure.capacity, DEFAULT_MEASURES.measure.capacity, OFFERS[measure.capacity]));
	put(NAMES.rank, unless(measure.rank, DEFAULT_MEASURES.measure.rank, String(measure.rank)));
	put(NAMES.sectorsProfile, unless(sectors.profile, DEFAULT_SECTORS.profile, PROFILE_WORDS[sectors.profile]));
	const { minimumUsableMinutes, minimumPeople } = sectors;
	put(
		NAMES.sectorsMinutes,
		unless(minimumUsableMinutes, DEFAULT_SECTORS.minimumUsableMinutes, `${minimumUsableMinutes}`)
	);
	put(NAMES.sectorsPeople, unless(minimumPeople, DEFAULT_SECTORS.minimumPeople, `${minimumPeople}`));
}

function readMeasure(parameters: URLSearchParams): SupplyMeasure {
	const [method, capacity] = [
		keyOf(METHODS, parameters.get(NAMES.method)),
		keyOf(OFFERS, parameters.get(NAMES.capacity))
	];
	const proposed = DEFAULT_MEASURES.measure;
	return {
		method: SUPPLY_METHODS.find((one) => one === method) ?? proposed.method,
		capacity: CAPACITIES.find((one) => one === capacity) ?? proposed.capacity,
		rank: NEAREST_RANKS.find((rank) => String(rank) === parameters.get(NAMES.rank)) ?? proposed.rank
	};
}

function readSectors(parameters: URLSearchParams): SectorsChoice {
	const whole = (name: string, most: number) => {
		const text = parameters.get(name) ?? '';
		return /^\d{1,7}$/.test(text) && Number(text) <= most ? Number(text) : null;
	};
	return {
		profile: profileOf(parameters.get(NAMES.sectorsProfile)) ?? DEFAULT_SECTORS.profile,
		minimumUsableMinutes: whole(NAMES.sectorsMinutes, MINUTES_OF_WEEK) ?? DEFAULT_SECTORS.minimumUsableMinutes,
		minimumPeople: whole(NAMES.sectorsPeople, MOST_PEOPLE) ?? DEFAULT_SECTORS.minimumPeople
	};
}

/** Of each profile the last that the address states. */
function readEdited(parameters: URLSearchParams): Question['editedProfiles'] {
	const edited = parameters.getAll(NAMES.edited).map(editedProfileOf);
	return [...new Map(edited.flatMap((profile) => (profile === null ? [] : [[profile.id, profile]]))).values()];
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
		week: weekOf(parameters.get(NAMES.week)) ?? fallback.week,
		minute: momentOf(parameters.get(NAMES.minute)) ?? fallback.minute,
		who: summary.whoChoices.find((choice) => whoWord(choice) === who) ?? fallback.who,
		scope: scopeOfWord(parameters.get(NAMES.scope), summary) ?? fallback.scope,
		withNeighbours: parameters.get(NAMES.neighbours) !== 'non',
		supply: readSupply(parameters, summary),
		profile: profileOf(parameters.get(NAMES.profile)) ?? fallback.profile,
		editedProfiles: readEdited(parameters),
		measure: readMeasure(parameters),
		sectors: readSectors(parameters),
		scenario: SCENARIO_ID.exec(parameters.get(NAMES.scenario) ?? '')?.[0] ?? null
	};
}

/** Whether an address names an area that is not one of this territory: it then says nothing of where. */
export function hasLostScope(parameters: URLSearchParams, summary: TerritorySummary): boolean {
	const word = parameters.get(NAMES.scope);
	return word !== null && scopeOfWord(word, summary) === null;
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
