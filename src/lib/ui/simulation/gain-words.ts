import { profileInForce } from '#domain/default-profiles.ts';
import type { Question, Who } from '#domain/question.ts';
import type { ChangeAnswer, ChangeUnit } from '#domain/scenario-answers.ts';
import { hoursText, minutesText, numberText } from '#i18n/figures.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { m } from '#i18n/paraglide/messages.js';
import { whoCountText } from '#i18n/question-words.ts';
import { supplyAmountText } from '#i18n/supply-words.ts';

/** An amount of what is compared, without a sign: "1 h 30", "4 min". `open` has none. */
export function amountText(amount: number, unit: Exclude<ChangeUnit, 'open'>, locale: Locale): string {
	if (unit === 'minutes') return minutesText(amount * 60, locale);
	if (unit === 'hours') return hoursText(amount, locale);
	return supplyAmountText(amount, unit, locale);
}

/** The same with its sign, a true minus: "+ 1 h 30", "− 4 min", "0". */
export function signedText(change: number, written: (amount: number) => string): string {
	const text = written(Math.abs(change));
	if (change === 0) return text;
	return `${change > 0 ? '+' : '\u2212'}\u00a0${text}`;
}

/** Whom a comparison counts: of usable hours the people of the profile, where the data tells ages. */
export function whoCompared({ ages }: ChangeAnswer, { form, who, profile, editedProfiles }: Question): Who {
	if (form !== 'usable' || ages === null) return who;
	return { kind: 'ages', ...profileInForce(profile, editedProfiles).ages };
}

/** Figures of people keep to whole ones: a part of one is an estimate's. */
const isSomebody = (people: number) => Math.round(people) > 0;

/**
 * What a scenario does for people, in one or two sentences: "8 400 habitants gagneraient jusqu’à 3 h par semaine."
 * @param answer asked under `question`
 */
export function gainSentence(answer: ChangeAnswer, question: Question, locale: Locale): string {
	const { improved, reduced, unknown } = answer.whole;
	if (!isSomebody(improved) && !isSomebody(reduced)) {
		return isSomebody(unknown) ? m.simulation_gain_unknown({}, { locale }) : m.simulation_gain_none({}, { locale });
	}
	const who = whoCompared(answer, question);
	const parts: string[] = [];
	if (isSomebody(improved)) parts.push(oneSide(answer, 'gain', improved, answer.largestGain, who, locale));
	if (isSomebody(reduced)) parts.push(oneSide(answer, 'loss', reduced, answer.largestLoss, who, locale));
	return parts.join(' ');
}

const SIDES = {
	gain: {
		open: 'simulation_gain_open',
		hours: 'simulation_gain_hours',
		amount: 'simulation_gain_amount',
		some: 'simulation_gain_some'
	},
	loss: {
		open: 'simulation_loss_open',
		hours: 'simulation_loss_hours',
		amount: 'simulation_loss_amount',
		some: 'simulation_loss_some'
	}
} as const;

function oneSide(
	{ unit }: ChangeAnswer,
	side: 'gain' | 'loss',
	count: number,
	most: number | null,
	who: Who,
	locale: Locale
): string {
	const people = whoCountText(count, who, locale);
	// The verb follows the number.
	const params = { people, count: Math.round(count) };
	if (unit === 'open') return writeMessage({ code: SIDES[side].open, params }, locale);
	if (most === null) return writeMessage({ code: SIDES[side].some, params }, locale);
	const amount = amountText(most, unit, locale);
	const code = unit === 'hours' ? SIDES[side].hours : SIDES[side].amount;
	return writeMessage({ code, params: { ...params, amount } }, locale);
}

/** A mean of what is compared: "+ 12 min", with its sign; of openings, in points of people. */
export function meanChangeText(change: number, unit: ChangeUnit, locale: Locale): string {
	if (unit !== 'open') return signedText(change, (amount) => meanText(amount, unit, locale));
	return signedText(change, (amount) => pointsText(amount, locale));
}

/** A difference of two shares: "2,5 points". */
export function pointsText(share: number, locale: Locale): string {
	return writeMessage({ code: 'simulation_points', params: { count: Math.round(share * 1000) / 10 } }, locale);
}

/** Means of minutes are not rounded up: nothing is reached within them. */
function meanText(amount: number, unit: Exclude<ChangeUnit, 'open'>, locale: Locale): string {
	if (unit !== 'minutes') return amountText(amount, unit, locale);
	return `${numberText(locale, { maximumFractionDigits: 1 }, amount)}\u00a0min`;
}
