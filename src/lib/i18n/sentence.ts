import type { Answers, PeopleShare, SitesOpen } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { hoursText, peopleText, percentText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { controlWord, type SentenceControl } from './sentence-words.ts';

/** What the sentence reads of the answers. */
export type SentenceAnswers = Pick<Answers, 'whole' | 'sitesOpen'>;
export type SentenceFigure = 'share' | 'hours' | 'open' | 'known';

/** A piece of the sentence, in its order. `text` of a figure is null while it is computed. */
export type SentencePart =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'control'; readonly control: SentenceControl; readonly text: string }
	| { readonly kind: 'figure'; readonly figure: SentenceFigure; readonly text: string | null };

/** What a share amounts to: each is another sentence. */
type Amount = 'none' | 'some' | 'all' | 'unknown';

const CONTROLS: readonly SentenceControl[] = ['mode', 'cutoff', 'week', 'moment', 'who', 'scope'];
const FIGURES: readonly SentenceFigure[] = ['share', 'hours', 'open', 'known'];
// Private use characters around a name: the message places the marker, and the sentence is cut there.
const mark = (name: string) => `\uE000${name}\uE001`;
const MARKER = /\uE000(\w+)\uE001/;
const MARKERS = Object.fromEntries([...CONTROLS, ...FIGURES, 'sites'].map((name) => [name, mark(name)])) as Record<
	SentenceControl | SentenceFigure | 'sites',
	string
>;

function amountOf({ share }: PeopleShare): Amount {
	if (share === null) return 'unknown';
	if (share === 0) return 'none';
	return share === 1 ? 'all' : 'some';
}

/** "97 %", "tous", "aucun"; never "100 %" of what is not all. */
function shareWord({ share }: PeopleShare, locale: Locale): string {
	if (share === 0) return m.sentence_none({}, { locale });
	if (share === 1) return m.sentence_all({}, { locale });
	return m.sentence_percent({ percent: percentText(share ?? 0, locale) }, { locale });
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
function template({ form, scope }: Question, answers: SentenceAnswers | null, locale: Locale): string {
	const options = { locale };
	if (form === 'coverage') {
		const amount = answers ? amountOf(answers.whole.coverage) : 'some';
		return m.sentence_coverage({ ...MARKERS, amount }, options);
	}
	if (form === 'openings') {
		const situation = answers ? openingsCase(answers) : 'some';
		return m.sentence_openings({ ...MARKERS, situation }, options);
	}
	const amount = momentAmount(answers);
	const sentence = m.sentence_moment({ ...MARKERS, amount }, options);
	return sentence.replace(MARKERS.sites, sitesTemplate(answers?.sitesOpen ?? null, amount, scope, locale));
}

function figureText(figure: SentenceFigure, form: Question['form'], answers: SentenceAnswers, locale: Locale): string {
	const { whole, sitesOpen } = answers;
	switch (figure) {
		case 'share':
			if (form === 'coverage') return shareWord(whole.coverage, locale);
			return shareWord(form === 'moment' ? whole.moment : whole.withoutHours, locale);
		case 'hours':
			return hoursText(whole.medianWeeklyHours ?? 0, locale);
		case 'open':
			return peopleText(sitesOpen.open ?? 0, locale);
		case 'known':
			return peopleText(sitesOpen.withKnownHours, locale);
	}
}

/**
 * The question and its answer as one sentence in pieces, the controls and figures where the translator put them.
 * A figure that is not known has a sentence that says so instead of it: no piece ever stands for an unknown number.
 * `answers` null: the figures are being computed.
 */
export function sentenceParts(
	question: Question,
	summary: TerritorySummary,
	answers: SentenceAnswers | null,
	locale: Locale
): readonly SentencePart[] {
	const pieces = template(question, answers, locale).split(MARKER);
	return pieces.flatMap((piece, rank): SentencePart[] => {
		if (rank % 2 === 0) return piece === '' ? [] : [{ kind: 'text', text: piece }];
		const control = CONTROLS.find((name) => name === piece);
		if (control) return [{ kind: 'control', control, text: controlWord(control, question, summary, locale) }];
		const figure = FIGURES.find((name) => name === piece);
		if (!figure) return [];
		const text = answers && figureText(figure, question.form, answers, locale);
		return [{ kind: 'figure', figure, text }];
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
