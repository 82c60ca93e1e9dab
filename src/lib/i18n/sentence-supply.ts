import { CUTOFF_CHOICES, type Question } from '#domain/question.ts';
import type { SupplyAnswer } from '#domain/supply-answers.ts';
import type { SupplyMeasure } from '#domain/supply-measure.ts';
import { minutesText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { MARKERS, percent, shareWord, type SentenceFigure } from './sentence-parts.ts';
import {
	followsCutoff,
	followsWeek,
	isShared,
	leadText,
	nothingText,
	quantityText,
	supplyAmountText
} from './supply-words.ts';

/** Minutes beyond which no time is computed. */
const LONGEST = String(CUTOFF_CHOICES.at(-1));

/** The answer where it is of the measure asked: a figure is never said in another unit than its own. */
export function supplyOfMeasure(answer: SupplyAnswer | null, { measure }: Question): SupplyAnswer | null {
	if (answer === null) return null;
	const { method, capacity, rank } = answer.measure;
	if (method !== measure.method) return null;
	return (method === 'nearest' ? rank === measure.rank : capacity === measure.capacity) ? answer : null;
}

/** "En voiture, à 15 min au plus, en semaine scolaire": what the measure follows of the question, and no more. */
export function supplyTerms(
	measure: SupplyMeasure,
	words: { readonly mode: string; readonly cutoff: string; readonly week: string },
	locale: Locale
): string {
	const terms = [followsCutoff(measure) ? 'cutoff' : '', followsWeek(measure) ? 'week' : ''];
	return m.sentence_supply_start({ ...words, terms: terms.filter(Boolean).join('_') }, { locale });
}

function amountSituation({ whole, measure }: SupplyAnswer): string {
	if (whole.none.ofPeople === 0 && whole.unknownPeople === 0) return 'unknown_people';
	if (whole.median === null || whole.none.share === null)
		return `unknown_${measure.capacity === 'hours-surface' ? 'hours_surface' : measure.capacity}`;
	if (whole.none.share === 1) return 'nobody';
	if (whole.median === 0) return 'mostly_none';
	if (whole.lowerHalfShare === null) return 'alone';
	return isShared(measure) ? 'shared' : 'unshared';
}

function nearestSituation({ whole }: SupplyAnswer): string {
	const { share } = whole.none;
	if (share === null) return 'unknown_people';
	if (share === 1) return 'nobody';
	if (whole.median === null) return 'mostly_beyond';
	return share === 0 ? 'all_within' : 'some';
}

/** The sentence of supply with its markers; null: it is being computed. */
export function supplyTemplate(question: Question, answer: SupplyAnswer | null, locale: Locale): string {
	const { measure } = question;
	const start = supplyTerms(measure, MARKERS, locale);
	if (measure.method === 'nearest') {
		const situation = answer ? nearestSituation(answer) : 'some';
		return m.sentence_supply_nearest({ ...MARKERS, start, situation, longest: LONGEST }, { locale });
	}
	const situation = answer ? amountSituation(answer) : isShared(measure) ? 'shared' : 'unshared';
	const nothing = nothingText(measure.capacity, locale);
	const quantity = quantityText(measure.capacity, locale);
	const word = `${leadText(measure.capacity, locale)} ${MARKERS.measure}`;
	return m.sentence_supply({ ...MARKERS, start, situation, nothing, quantity, measure: word }, { locale });
}

export function supplyFigureText(figure: SentenceFigure, { whole, unit }: SupplyAnswer, locale: Locale): string | null {
	switch (figure) {
		case 'amount':
			return supplyAmountText(whole.median ?? 0, unit, locale);
		case 'minutes':
			return minutesText((whole.median ?? 0) * 60, locale);
		case 'lower':
			return percent(whole.lowerHalfShare ?? 0, locale);
		case 'share':
			return shareWord(whole.none, locale);
		default:
			return null;
	}
}
