import { WEEK_KINDS, type AgeRange, type FreeWindows } from '#domain/audience-profile.ts';
import { DEFAULT_PROFILES, type DefaultProfile, type DefaultProfileId } from '#domain/default-profiles.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '#domain/units.ts';

/** Profiles in an address, in French whatever the language. */
export const PROFILE_WORDS = {
	'full-time': 'temps-plein',
	'part-time': 'temps-partiel',
	'secondary-pupil': 'collegien-lyceen',
	student: 'etudiant',
	'accompanied-child': 'enfant-accompagne',
	retired: 'retraite',
	'job-seeker': 'demandeur-emploi'
} as const satisfies Record<DefaultProfileId, string>;

const DAYS = ['lu', 'ma', 'me', 'je', 've', 'sa', 'di'];
/** A week whose windows are those of the school weeks. */
const SAME = 'idem';
const LONGEST_VISIT_MINUTES = 8 * 60;
const OLDEST_AGE = 120;
/** More windows than this is no free time that anybody stated. */
const MOST_WINDOWS = 70;

export function profileOf(word: string | null): DefaultProfileId | null {
	return DEFAULT_PROFILES.find(({ id }) => PROFILE_WORDS[id] === word)?.id ?? null;
}

function clockWord(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}`;
}

/** "lu1800-2000"; over midnight "lu2200-ma0100". */
function windowWord(start: number, end: number): string {
	const day = Math.floor(start / MINUTES_PER_DAY);
	const from = `${DAYS[day]}${clockWord(start - day * MINUTES_PER_DAY)}`;
	if (end <= (day + 1) * MINUTES_PER_DAY) return `${from}-${clockWord(end - day * MINUTES_PER_DAY)}`;
	const last = Math.floor(end / MINUTES_PER_DAY);
	return `${from}-${DAYS[last] ?? DAYS[6]}${clockWord(end - Math.min(last, 6) * MINUTES_PER_DAY)}`;
}

function windowsWord(windows: FreeWindows): string {
	const words: string[] = [];
	for (let at = 0; at < windows.length; at += 2) words.push(windowWord(windows[at], windows[at + 1]));
	return words.join('.');
}

function minuteOf(day: string, clock: string): number | null {
	const [rank, hours, minutes] = [DAYS.indexOf(day), Number(clock.slice(0, 2)), Number(clock.slice(2))];
	const within = hours * 60 + minutes;
	return rank < 0 || minutes > 59 || within > MINUTES_PER_DAY ? null : rank * MINUTES_PER_DAY + within;
}

/** Rising windows that do not touch, as `FreeWindows` are; null when the word is none. */
function windowsOf(word: string): FreeWindows | null {
	if (word === '') return [];
	const words = word.split('.');
	if (words.length > MOST_WINDOWS) return null;
	const windows: number[] = [];
	for (const each of words) {
		const [, day, start, lastDay, end] = /^([a-z]{2})(\d{4})-([a-z]{2})?(\d{4})$/.exec(each) ?? [];
		if (day === undefined) return null;
		const [from, to] = [minuteOf(day, start), minuteOf(lastDay ?? day, end)];
		if (from === null || to === null || to <= from || to > MINUTES_PER_WEEK) return null;
		if (windows.length > 0 && from <= windows[windows.length - 1]) return null;
		windows.push(from, to);
	}
	return windows;
}

const agesWord = ({ fromAge, toAge }: AgeRange) => (toAge === null ? `${fromAge}-et-plus` : `${fromAge}-${toAge}`);

function agesOf(word: string): AgeRange | null {
	const [, from, to] = /^(\d{1,3})-(\d{1,3}|et-plus)$/.exec(word) ?? [];
	if (from === undefined) return null;
	const [fromAge, toAge] = [Number(from), to === 'et-plus' ? null : Number(to)];
	return fromAge > OLDEST_AGE || (toAge !== null && (toAge < fromAge || toAge > OLDEST_AGE))
		? null
		: { fromAge, toAge };
}

/** "temps-plein_25-64_30_lu1800-2000.sa0900-1900_idem_idem": who, ages, shortest visit, free time of the three weeks. */
export function editedProfileWord({ id, ages, minimumVisitMinutes, freeWindows }: DefaultProfile): string {
	const [term, ...others] = WEEK_KINDS.map((kind) => windowsWord(freeWindows[kind]));
	const weeks = [term, ...others.map((word) => (word === term ? SAME : word))];
	return [PROFILE_WORDS[id], agesWord(ages), minimumVisitMinutes, ...weeks].join('_');
}

/** The profile of such a word; null when it is none. */
export function editedProfileOf(word: string): DefaultProfile | null {
	const [name, agesText, visit, ...weekTexts] = word.split('_');
	const [id, ages] = [profileOf(name), agesOf(agesText ?? '')];
	const minimumVisitMinutes = /^\d{1,3}$/.test(visit ?? '') ? Number(visit) : LONGEST_VISIT_MINUTES + 1;
	if (id === null || ages === null || minimumVisitMinutes > LONGEST_VISIT_MINUTES || weekTexts.length !== 3)
		return null;
	const [term, holidays, summer] = weekTexts.map((text) => windowsOf(text === SAME ? weekTexts[0] : text));
	if (term === null || holidays === null || summer === null) return null;
	return { id, ages, minimumVisitMinutes, freeWindows: { term, 'small-holidays': holidays, summer } };
}
