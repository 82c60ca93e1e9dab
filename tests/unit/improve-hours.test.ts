import { describe, expect, it } from 'vitest';
import { DEFAULT_PROFILES } from '#domain/default-profiles.ts';
import { proposedLocks } from '#domain/proposed-locks.ts';
import type { ProposedSlot } from '#domain/proposals.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import { areWeights, sharesOf } from '#domain/weighting.ts';
import { gapSentence, profileSentences, slotSentence, totalSentence } from '#i18n/improve-words.ts';
import { addableSlots } from '#core/improve-hours/addable-slots.ts';
import { searchAdditions } from '#core/improve-hours/search-additions.ts';
import { UsableWeek } from '#core/improve-hours/usable-week.ts';
import { editableTimes, withWeekChange } from '#core/improve-hours/weekly-edit.ts';
import { compileWeek } from '#core/hours/reference-week.ts';
import { territoryCalendar } from '#workers/jobs/site-weeks.ts';
import { BLANK_FIGURES } from '../blank-figures.ts';
import { plainSpaces } from '../cli.ts';
import { madeCase } from '../improve-hours-case.ts';
import { scheduleOf, YEAR } from '../scheduled-session.ts';

const at = (day: number, hour: number, minute = 0) => day * 1440 + hour * 60 + minute;

/** A hundred people ten minutes from a site, free on Monday from 18 to 20 h, half an hour at least. */
function alone(openings: readonly number[]) {
	return madeCase({
		audiences: [{ people: [100], weight: 1, windows: [at(0, 18), at(0, 20)], minimumVisitMinutes: 30 }],
		trips: [[[600, 600]]],
		openings: [openings]
	});
}

function best(openings: readonly number[], allowed: readonly number[], minutes: number) {
	const { hours } = alone(openings);
	const slots = addableSlots(hours, new Map([[0, allowed]]), 120);
	const time = { isPast: () => false };
	const search = searchAdditions(hours, new UsableWeek(hours), slots, { minutes, siteMinutes: Infinity }, time);
	for (;;) {
		const { done, value } = search.next();
		if (done) return value;
	}
}

describe('hours to add, by hand', () => {
	it('are the whole evening: from the way there to the way back, 100 minutes for each', () => {
		const { gain, bound, chosen } = best([], [at(0, 9), at(0, 20)], 120);
		expect([gain / 60, bound / 60]).toEqual([10_000, 10_000]);
		expect(chosen.week.openings(0)).toEqual([at(0, 18), at(0, 20)]);
	});

	it('make one visit with the opening that they lengthen, which was too short for one', () => {
		// Open until 18:20, there at 18:10: ten minutes are no visit; to 20:20, the visit is 18:10–19:50.
		const { gain, chosen } = best([at(0, 14), at(0, 18, 20)], [at(0, 9), at(0, 20, 20)], 120);
		expect(gain / 60).toBe(10_000);
		expect(chosen.week.openings(0)).toEqual([at(0, 14), at(0, 20, 20)]);
	});

	it('are none where fewer minutes are given than a slot lasts', () => {
		expect(best([], [at(0, 9), at(0, 20)], 119)).toMatchObject({ gain: 0, bound: 0 });
	});
});

describe('weights of profiles', () => {
	it('are parts of their sum, whatever it is; those of no weight are left out', () => {
		const weights = (student: number, retired: number) =>
			sharesOf([
				{ profile: 'student', weight: student },
				{ profile: 'full-time', weight: 0 },
				{ profile: 'retired', weight: retired }
			]);
		expect(weights(3, 1)).toEqual([
			{ profile: 'student', share: 0.75 },
			{ profile: 'retired', share: 0.25 }
		]);
		expect(weights(3 * 2 ** 1022, 2 ** 1022)).toEqual(weights(3, 1));
		expect(weights(7, 0)).toEqual([{ profile: 'student', share: 1 }]);
	});

	it('are each of one profile, none below 0, not all 0', () => {
		const of = (...each: number[]) => each.map((weight, rank) => ({ profile: DEFAULT_PROFILES[rank].id, weight }));
		expect(areWeights(of(1, 0))).toBe(true);
		for (const weights of [[], of(0, 0), of(1, -1), of(NaN, 1), of(Infinity), [...of(1), ...of(1)]])
			expect(areWeights(weights)).toBe(false);
	});
});

describe('sites proposed as locked', () => {
	const site = (id: string, volunteers: number | null, paidStaffFte: number | null) => ({
		id,
		figures: { ...BLANK_FIGURES, volunteers, paidStaffFte }
	});

	it('are those that volunteers run alone, and those of which nobody says who is paid: a blank is not none', () => {
		const sites = [site('a', 5, 0), site('b', 5, null), site('c', 5, 1.5), site('d', 0, 0), site('e', null, null)];
		expect(proposedLocks(sites)).toEqual([
			{ siteId: 'a', reason: 'volunteers-alone' },
			{ siteId: 'b', reason: 'staff-not-stated' }
		]);
	});
});

describe('a schedule given other hours in term', () => {
	const { calendar } = territoryCalendar({ zone: 'B', communes: [] });
	const read = (
		text: string,
		kind: 'term' | 'small-holidays' | 'summer',
		change = { added: [], removed: [] } as Change
	) => {
		const schedule = scheduleOf(text);
		if (schedule === null) throw new Error(text);
		return [...compileWeek(withWeekChange(schedule, 'term', change), { kind, year: YEAR }, calendar).intervals];
	};
	type Change = Parameters<typeof withWeekChange>[2];
	const texts = [
		'We 14:00-18:00; Sa 10:00-12:00',
		'We 14:00-18:00; Sa 10:00-12:00; SH We 10:00-12:00; PH off',
		'We 14:00-18:00 open "prêt"; Jul-Aug We 09:00-12:00; Dec 24-Jan 2 off; Sa[1] 10:00-12:00'
	];

	it.each(texts)('has them in term alone: %s', (text) => {
		const added = [at(2, 18), at(2, 20), at(3, 16), at(3, 19)];
		const change = { added, removed: [at(2, 14), at(2, 15)] };
		const others = read(text, 'term').filter((minute) => minute >= at(3, 0));
		expect(read(text, 'term', change)).toEqual([at(2, 15), at(2, 20), at(3, 16), at(3, 19), ...others]);
		for (const kind of ['small-holidays', 'summer'] as const)
			expect(read(text, kind, change)).toEqual(read(text, kind));
	});

	it('is editable on the days on which an edit does what it says', () => {
		const allowed = [at(2, 9), at(2, 20), at(3, 9), at(3, 20)];
		const times = (text: string) => {
			const schedule = scheduleOf(text);
			return schedule === null ? null : editableTimes(schedule, { kind: 'term', year: YEAR }, calendar, allowed);
		};
		expect(times(texts[0])?.adds).toEqual([at(2, 9), at(2, 14), at(2, 18), at(2, 20), at(3, 9), at(3, 20)]);
		// A rule that holds where the others leave the door shut keeps the days from being changed.
		expect(times('We 14:00-18:00 || "sur rendez-vous"')?.adds).toEqual([]);
	});
});

describe('a proposal in words', () => {
	const slot: ProposedSlot = {
		siteId: 'a',
		added: true,
		start: at(5, 14) as MinuteOfWeek,
		end: at(5, 17) as MinuteOfWeek,
		personHours: 20_000,
		effects: [{ profile: 'full-time', personHours: 20_000, people: 8400.4, mostMinutes: 180 }]
	};
	const [effect] = slot.effects;
	const words = { edited: [], hasAges: true };
	const french = (text: string | null) => plainSpaces(text ?? '');

	it('says who would gain, and up to how much', () => {
		expect(french(slotSentence(slot, 'la médiathèque', words, 'fr'))).toBe(
			'Ouvrir la médiathèque le samedi de 14 h à 17 h : 8 400 personnes de 25 à 64 ans gagneraient jusqu’à 3 h par semaine.'
		);
		const everybody = slotSentence(slot, 'la médiathèque', { ...words, hasAges: false }, 'fr');
		expect(french(everybody)).toContain('8 400 habitants gagneraient');
		expect(slotSentence({ ...slot, effects: [{ ...effect, people: 1 }] }, 'the library', words, 'en')).toBe(
			'Open the library on Saturday from 14:00 to 17:00: 1 person aged 25–64 would gain up to 3 h a week.'.replaceAll(
				'3 h',
				'3\u00a0h'
			)
		);
	});

	it('says that nobody loses', () => {
		const effects = [{ ...effect, people: 0, personHours: 0, mostMinutes: 0 }];
		const closed = { ...slot, added: false, personHours: 0, effects };
		expect(french(slotSentence(closed, 'la médiathèque', words, 'fr'))).toBe(
			'Fermer la médiathèque le samedi de 14 h à 17 h : personne n’y perdrait d’heure utilisable.'
		);
	});

	it('says the gap, never nearer to the best than is proved', () => {
		expect(french(gapSentence({ gap: 0.03, isOptimal: false }, 'fr'))).toBe(
			'À 3 % au plus du meilleur résultat possible.'
		);
		expect(french(gapSentence({ gap: 0.0301, isOptimal: false }, 'fr'))).toContain('3,1 %');
		expect(gapSentence({ gap: 0, isOptimal: true }, 'fr')).toBe('C’est le meilleur résultat possible.');
		expect(gapSentence({ gap: 1, isOptimal: false }, 'fr')).toContain('n’est pas connu');
		expect(gapSentence({ gap: null, isOptimal: null }, 'fr')).toBeNull();
	});

	it('says what it gives in all', () => {
		const profiles = [{ profile: 'full-time', share: 1 }] as const;
		const total = (personHoursAfter: number) =>
			french(totalSentence({ profiles, personHoursBefore: 1000, personHoursAfter }, words, 'fr'));
		expect(total(2500)).toContain('1 500 h de plus par semaine, somme des heures utilisables des 25-64 ans');
		expect(total(900)).toContain('100 h de moins');
	});

	it('says of each profile counted what it changes, and by which weights they are', () => {
		const student = { profile: 'student', personHours: 100, people: 1200, mostMinutes: 180 } as const;
		const nobody = { profile: 'retired', personHours: 0, people: 0, mostMinutes: 0 } as const;
		const weighted = { ...slot, effects: [student, nobody, effect] };
		expect(french(slotSentence(weighted, 'la médiathèque', words, 'fr'))).toBe(
			'Ouvrir la médiathèque le samedi de 14 h à 17 h : au rythme d’un étudiant, 1 200 personnes de 18 à 24 ans gagneraient jusqu’à 3 h par semaine ; ' +
				'au rythme d’un actif à temps plein, 8 400 personnes de 25 à 64 ans gagneraient jusqu’à 3 h par semaine.'
		);
		const change = { peopleImproved: 0, peopleReduced: 0 };
		const profiles = [
			{ profile: 'student', share: 2 / 3, personHoursBefore: 100, personHoursAfter: 400, ...change },
			{ profile: 'retired', share: 1 / 3, personHoursBefore: 70, personHoursAfter: 40, ...change }
		] as const;
		const proposal = { profiles, personHoursBefore: 90, personHoursAfter: 280 };
		expect(french(totalSentence(proposal, words, 'fr'))).toBe(
			'Au total, 190 h de plus par semaine, somme des heures utilisables des personnes de ces profils, en moyenne pondérée (90 h aujourd’hui) ; ' +
				'poids : étudiant 67 %, retraité 33 %.'
		);
		expect(profileSentences(proposal, [], 'fr').map(french)).toEqual([
			'Au rythme d’un étudiant : 300 h de plus par semaine (100 h aujourd’hui).',
			'Au rythme d’un retraité : 30 h de moins par semaine (70 h aujourd’hui).'
		]);
	});
});
