import type { PeopleShare, SitesOpen } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { hoursText, peopleText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { cutAtMarkers, MARKERS, shareWord, type SentenceAnswers, type SentenceFigure } from './sentence-parts.ts';
import { supplyFigureText, supplyOfMeasure, supplyTemplate } from './sentence-supply.ts';
import { usableFigureText, usableTemplate } from './sentence-usable.ts';
import { controlWord, type SentenceControl } from './sentence-words.ts';

export type { SentenceAnswers, SentenceFigure } from './sentence-parts.ts';

/** A piece of the sentence, in its order. `text` of a figure is null while it is computed. */
export type SentencePart =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'control'; readonly control: SentenceControl; readonly text: string }
	| { readonly kind: 'figure'; readonly figure: SentenceFigure; readonly text: string | null };

/** What a share amounts to: each is another sentence. */
type Amount = 'none' | 'some' | 'all' | 'unknown';

function amountOf({ share }: PeopleShare): Amount {
	if (share === null) return 'unknown';
	if (share === 0) return 'none';
	return share === 1 ? 'all' : 'some';
}

/** The end of the moment's sentence: which part of the sites is open. Nothing while it is computed but its usual words. */
function sitesTemplate(sites: SitesOpen | null, amount: Amount, scope: Question['scope'], locale: Locale): string {
	const message = scope.kind === 'territory' ? m.sentence_moment_sites : m.sentence_moment_sites_in_reach;
	const say = (state: string) => message({ ...MARKERS, state }, { locale });
	if (sites === null) return say('some');
	if (sites.counted === 0) return say('no_sites');
	if (sites.open === null || sites.withKnownHours === 0) return say('unknown');
	if (sites.withKnownHours === 1) return say(sites.open === 1 ? 'one_open' : 'one_closed');
	if (sites.open === 0) return say('none');
	if (sites.open === sites.withKnownHours) return say('all');
	return say(amount === 'none' || amount === 'unknown' ? 'some_elsewhere' : 'some');
}

/** Sites are in question, and the hours of none are known: whatever depends on hours is unknown, not none. */
const areHoursUnknown = ({ sitesOpen }: SentenceAnswers) => sitesOpen.counted > 0 && sitesOpen.withKnownHours === 0;

function openingsCase(answers: SentenceAnswers): string {
	const { medianWeeklyHours, withoutHours } = answers.whole;
	if (areHoursUnknown(answers)) return 'unknown';
	if (medianWeeklyHours === null || withoutHours.share === null) return 'unknown';
	if (withoutHours.share === 1) return 'nobody';
	if (medianWeeklyHours === 0) return 'mostly_none';
	return withoutHours.share === 0 ? 'all_have' : 'some';
}

function momentAmount(answers: SentenceAnswers | null): Amount {
	if (answers === null) return 'some';
	return areHoursUnknown(answers) ? 'unknown' : amountOf(answers.whole.moment);
}

/** The sentence of the question's form, with markers where its controls and figures stand. */
function template(
	question: Question,
	summary: TerritorySummary,
	answers: SentenceAnswers | null,
	locale: Locale
): string {
	const options = { locale };
	switch (question.form) {
		case 'coverage': {
			const amount = answers ? amountOf(answers.whole.coverage) : 'some';
			return m.sentence_coverage({ ...MARKERS, amount }, options);
		}
		case 'openings': {
			const situation = answers ? openingsCase(answers) : 'some';
			return m.sentence_openings({ ...MARKERS, situation }, options);
		}
		case 'moment': {
			const amount = momentAmount(answers);
			const sentence = m.sentence_moment({ ...MARKERS, amount }, options);
			const sites = sitesTemplate(answers?.sitesOpen ?? null, amount, question.scope, locale);
			return sentence.replace(MARKERS.sites, sites);
		}
		case 'usable':
			return usableTemplate(question, summary, answers?.usable ?? null, locale);
		case 'supply':
			return supplyTemplate(question, supplyOfMeasure(answers?.supply ?? null, question), locale);
	}
}

/** A figure of the sentence; null while it is computed. */
function figureText(
	figure: SentenceFigure,
	question: Question,
	answers: SentenceAnswers | null,
	locale: Locale
): string | null {
	if (answers === null) return null;
	if (question.form === 'usable') return answers.usable ? usableFigureText(figure, answers.usable, locale) : null;
	if (question.form === 'supply') {
		const supply = supplyOfMeasure(answers.supply ?? null, question);
		return supply && supplyFigureText(figure, supply, locale);
	}
	const { whole, sitesOpen } = answers;
	switch (figure) {
		case 'share':
			if (question.form === 'coverage') return shareWord(whole.coverage, locale);
			return shareWord(question.form === 'moment' ? whole.moment : whole.withoutHours, locale);
		case 'hours':
			return hoursText(whole.medianWeeklyHours ?? 0, locale);
		case 'open':
			return peopleText(sitesOpen.open ?? 0, locale);
		case 'known':
			return peopleText(sitesOpen.withKnownHours, locale);
		default:
			return null;
	}
}

/**
 * The question and its answer as one sentence in pieces, the controls and figures where the translator put them.
 * A figure that is not known has a sentence that says so instead of it: no piece ever stands for an unknown number.
 * `answers` null, or without those of the form: the figures are being computed.
 */
export function sentenceParts(
	question: Question,
	summary: TerritorySummary,
	answers: SentenceAnswers | null,
	locale: Locale
): readonly SentencePart[] {
	return cutAtMarkers(template(question, summary, answers, locale)).map((piece): SentencePart => {
		switch (piece.kind) {
			case 'text':
				return piece;
			case 'control':
				return { ...piece, text: controlWord(piece.control, question, summary, locale) };
			case 'figure':
				return { ...piece, text: figureText(piece.figure, question, answers, locale) };
		}
	});
}

/** The whole sentence as plain text, "…" for figures being computed: live region, title of the page, title of a picture. */
export function sentenceText(
	question: Question,
	summary: TerritorySummary,
	answers: SentenceAnswers | null,
	locale: Locale
): string {
	return sentenceParts(question, summary, answers, locale)
		.map(({ text }) => text ?? '…')
		.join('');
}
