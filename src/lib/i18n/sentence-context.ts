import type { Answers, Figures } from '#domain/atlas-answers.ts';
import { profileInForce } from '#domain/default-profiles.ts';
import type { Question, QuestionForm, Who } from '#domain/question.ts';
import { schoolWeekKinds } from '#domain/school-week.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { isCivilWeek } from '#domain/week-choice.ts';
import { hoursText } from './figures.ts';
import { writeMessage, type Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { whoCountText } from './question-words.ts';
import {
	supplyCautions,
	supplyFacts,
	supplyHeadline,
	usableCautions,
	usableFacts,
	usableHeadline
} from './sentence-facts.ts';
import { percent, type SentenceAnswers } from './sentence-parts.ts';
import { supplyOfMeasure } from './sentence-supply.ts';
import { followsWeek, methodExplanation } from './supply-words.ts';

/** What must be read with the sentence, each a short statement without final stop. */
export interface SentenceContext {
	/** Of whom, from where, with and without neighbours. */
	readonly facts: readonly string[];
	/** What limits the figure: hours not known, estimated times, residents only. Never folded away. */
	readonly cautions: readonly string[];
	/** The error of estimated times, at length; empty for others. */
	readonly statements: readonly string[];
	/** What the method assumes, in plain words, without final stop; null where the sentence says it all. */
	readonly assumption: string | null;
	/** Anchor of the method on its page. */
	readonly method: string;
}

/** Where the method of each form is told, on the page of methods. */
const METHODS = {
	coverage: 'couverture',
	moment: 'couverture',
	openings: 'heures-utilisables',
	usable: 'heures-utilisables',
	supply: 'offre'
} as const satisfies Record<QuestionForm, string>;

/** The answers that a context is of: the form's own beside those of every form. */
export type ContextAnswers = Answers & Pick<SentenceAnswers, 'usable' | 'supply'>;

/** Whose figures are given, and how many they are. */
interface Counted {
	readonly who: Who;
	readonly attached: number;
	readonly unattached: number;
	/** In no figure of the form: what they reach has no known hours; 0 where nobody's figure is known. */
	readonly hoursUnknown: number;
}

function countedOf(question: Question, answers: ContextAnswers): Counted {
	if (question.form !== 'usable' || !answers.usable) {
		const { coverage, unattachedPeople, moment, hoursUnknownPeople } = answers.whole;
		const isOfHours = question.form === 'moment' || question.form === 'openings';
		const hoursUnknown = isOfHours && moment.share !== null ? hoursUnknownPeople : 0;
		return { who: question.who, attached: coverage.ofPeople, unattached: unattachedPeople, hoursUnknown };
	}
	const { basis, none, unattachedPeople, hoursUnknownPeople } = answers.usable.whole;
	const { ages } = profileInForce(question.profile, question.editedProfiles);
	const who: Who = basis === 'everyone' ? { kind: 'everyone' } : { kind: 'ages', ...ages };
	return {
		who,
		attached: none.ofPeople + hoursUnknownPeople,
		unattached: unattachedPeople,
		hoursUnknown: none.share === null ? 0 : hoursUnknownPeople
	};
}

/** The figure that the sentence states, from other figures; null where it is not known. */
function headline(figures: Figures, question: Question, locale: Locale): string | null {
	if (question.form === 'openings') {
		return figures.medianWeeklyHours === null ? null : hoursText(figures.medianWeeklyHours, locale);
	}
	const { share } = question.form === 'coverage' ? figures.coverage : figures.moment;
	return share === null ? null : percent(share, locale);
}

/** The figure with the neighbours the other way; null where it is not known or there are none. */
function otherHeadline(question: Question, answers: ContextAnswers, locale: Locale): string | null {
	if (question.form === 'usable') {
		const other = answers.usable?.otherNeighbours ?? null;
		return other && usableHeadline(other, locale);
	}
	if (question.form === 'supply') {
		const supply = supplyOfMeasure(answers.supply ?? null, question);
		return supply && supplyHeadline(supply.otherNeighbours, supply.unit, locale);
	}
	return answers.otherNeighbours && headline(answers.otherNeighbours, question, locale);
}

function populationFacts(question: Question, summary: TerritorySummary, counted: Counted, locale: Locale): string[] {
	const options = { locale };
	const facts: string[] = [];
	const count = whoCountText(counted.attached + counted.unattached, counted.who, locale);
	const source = summary.sources.population;
	facts.push(
		source
			? m.sentence_context_population({ count, source: source.title }, options)
			: m.sentence_context_population_plain({ count }, options)
	);
	const unattached = Math.round(counted.unattached);
	if (unattached > 0) {
		const code = summary.travel.origin === 'matrix' ? 'sentence_context_not_in_matrix' : 'sentence_context_unattached';
		facts.push(writeMessage({ code, params: { count: unattached } }, locale));
	}
	const hoursUnknown = Math.round(counted.hoursUnknown);
	if (hoursUnknown > 0) {
		const code = 'sentence_context_hours_unknown_people';
		facts.push(writeMessage({ code, params: { count: hoursUnknown } }, locale));
	}
	const { municipale, municipaleVintage, imputedPeople, people } = summary.population;
	if (question.scope.kind === 'territory' && counted.who.kind === 'everyone') {
		if (imputedPeople !== null && imputedPeople > 0)
			facts.push(m.sentence_context_imputed({ share: percent(imputedPeople / people, locale) }, options));
		if (municipale !== null) {
			const code = municipaleVintage === null ? 'sentence_context_municipale_undated' : 'sentence_context_municipale';
			facts.push(
				writeMessage(
					{ code, params: { count: municipale, ...(municipaleVintage && { year: municipaleVintage }) } },
					locale
				)
			);
		}
	}
	return facts;
}

/** Whether hours of the week have a part in what the sentence says. */
function tellsHours({ form, measure }: Question): boolean {
	return form === 'supply' ? followsWeek(measure) : form !== 'coverage';
}

function cautionsOf(question: Question, summary: TerritorySummary, answers: Answers, locale: Locale): string[] {
	const cautions: string[] = [];
	const { withKnownHours, counted } = answers.sitesOpen;
	const isWhole = question.scope.kind === 'territory';
	// Supply tells of which sites the capacity is known itself.
	const ofSites = tellsHours(question) && question.form !== 'supply';
	if (ofSites && withKnownHours < counted && withKnownHours > 0) {
		const params = { known: withKnownHours, counted };
		const code = isWhole ? 'sentence_context_hours_known' : 'sentence_context_hours_known_in_reach';
		cautions.push(writeMessage({ code, params }, locale));
	}
	if (ofSites && withKnownHours === 0 && counted > 0) {
		const unknown = isWhole ? m.sentence_context_hours_unknown : m.sentence_context_hours_unknown_in_reach;
		cautions.push(unknown({}, { locale }));
	}
	if (summary.travel.origin === 'estimated') cautions.push(m.sentence_context_estimated({}, { locale }));
	if (!tellsHours(question)) return cautions;
	const kinds = isCivilWeek(question.week) ? schoolWeekKinds(question.week, summary.calendar.school) : [question.week];
	if (kinds.includes('summer')) cautions.push(m.sentence_context_residents({}, { locale }));
	if (kinds.includes('unknown')) cautions.push(m.sentence_context_week_unknown({}, { locale }));
	return cautions;
}

/** What stands in small under the sentence; null while the figures of its form are computed. */
export function sentenceContext(
	question: Question,
	summary: TerritorySummary,
	answers: ContextAnswers,
	locale: Locale
): SentenceContext | null {
	const supply = supplyOfMeasure(answers.supply ?? null, question);
	if (question.form === 'usable' && !answers.usable) return null;
	if (question.form === 'supply' && supply === null) return null;
	const facts = populationFacts(question, summary, countedOf(question, answers), locale);
	const { withKnownHours: known, outsideWithKnownHours: outside } = answers.sitesOpen;
	if (question.form === 'moment' && outside > 0)
		facts.push(writeMessage({ code: 'sentence_context_sites_outside', params: { outside, known } }, locale));
	const cautions = cautionsOf(question, summary, answers, locale);
	if (question.form === 'usable' && answers.usable) {
		facts.push(...usableFacts(question, answers.usable, locale));
		cautions.push(...usableCautions(answers.usable, locale));
	}
	if (question.form === 'supply' && supply !== null) {
		facts.push(...supplyFacts(supply, locale));
		cautions.push(...supplyCautions(supply, question, summary, locale));
	}
	const other = otherHeadline(question, answers, locale);
	if (other !== null) {
		facts.push(
			question.withNeighbours
				? m.sentence_context_without_neighbours({ figure: other }, { locale })
				: m.sentence_context_with_neighbours({ figure: other }, { locale })
		);
	}
	return {
		facts,
		cautions,
		statements: summary.travel.statements.map((statement) => writeMessage(statement, locale)),
		assumption: question.form === 'supply' ? methodExplanation(question.measure.method, locale) : null,
		method: METHODS[question.form]
	};
}
