import type { Answers, Figures } from '#domain/atlas-answers.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { hoursText, percentText } from './figures.ts';
import { writeMessage, type Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import { whoCountText } from './question-words.ts';

/** What must be read with the sentence, each a short statement without final stop. */
export interface SentenceContext {
	/** Of whom, from where, with and without neighbours. */
	readonly facts: readonly string[];
	/** What limits the figure: hours not known, estimated times, residents only. Never folded away. */
	readonly cautions: readonly string[];
	/** The error of estimated times, at length; empty for others. */
	readonly statements: readonly string[];
}

const percent = (share: number, locale: Locale) =>
	m.sentence_percent({ percent: percentText(share, locale) }, { locale });

/** The figure that the sentence states, from other figures; null where it is not known. */
function headline(figures: Figures, question: Question, locale: Locale): string | null {
	if (question.form === 'openings') {
		return figures.medianWeeklyHours === null ? null : hoursText(figures.medianWeeklyHours, locale);
	}
	const { share } = question.form === 'coverage' ? figures.coverage : figures.moment;
	return share === null ? null : percent(share, locale);
}

function populationFacts(question: Question, summary: TerritorySummary, whole: Figures, locale: Locale): string[] {
	const options = { locale };
	const facts: string[] = [];
	const count = whoCountText(whole.coverage.ofPeople + whole.unattachedPeople, question.who, locale);
	const source = summary.sources.population;
	facts.push(
		source
			? m.sentence_context_population({ count, source: source.title }, options)
			: m.sentence_context_population_plain({ count }, options)
	);
	const unattached = Math.round(whole.unattachedPeople);
	if (unattached > 0) {
		const code = summary.travel.origin === 'matrix' ? 'sentence_context_not_in_matrix' : 'sentence_context_unattached';
		facts.push(writeMessage({ code, params: { count: unattached } }, locale));
	}
	const { municipale, municipaleVintage, imputedPeople, people } = summary.population;
	if (question.scope.kind === 'territory' && question.who.kind === 'everyone') {
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

function cautionsOf(question: Question, summary: TerritorySummary, answers: Answers, locale: Locale): string[] {
	const cautions: string[] = [];
	const { withKnownHours, counted } = answers.sitesOpen;
	const isWhole = question.scope.kind === 'territory';
	if (question.form !== 'coverage' && withKnownHours < counted && withKnownHours > 0) {
		const params = { known: withKnownHours, counted };
		const code = isWhole ? 'sentence_context_hours_known' : 'sentence_context_hours_known_in_reach';
		cautions.push(writeMessage({ code, params }, locale));
	}
	if (question.form !== 'coverage' && withKnownHours === 0 && counted > 0) {
		const unknown = isWhole ? m.sentence_context_hours_unknown : m.sentence_context_hours_unknown_in_reach;
		cautions.push(unknown({}, { locale }));
	}
	if (summary.travel.origin === 'estimated') cautions.push(m.sentence_context_estimated({}, { locale }));
	if (question.form !== 'coverage' && question.week === 'summer')
		cautions.push(m.sentence_context_residents({}, { locale }));
	return cautions;
}

/** What stands in small under the sentence. */
export function sentenceContext(
	question: Question,
	summary: TerritorySummary,
	answers: Answers,
	locale: Locale
): SentenceContext {
	const facts = populationFacts(question, summary, answers.whole, locale);
	const { withKnownHours: known, outsideWithKnownHours: outside } = answers.sitesOpen;
	if (question.form === 'moment' && outside > 0)
		facts.push(writeMessage({ code: 'sentence_context_sites_outside', params: { outside, known } }, locale));
	const other = answers.otherNeighbours && headline(answers.otherNeighbours, question, locale);
	if (other !== null) {
		facts.push(
			question.withNeighbours
				? m.sentence_context_without_neighbours({ figure: other }, { locale })
				: m.sentence_context_with_neighbours({ figure: other }, { locale })
		);
	}
	return {
		facts,
		cautions: cautionsOf(question, summary, answers, locale),
		statements: summary.travel.statements.map((statement) => writeMessage(statement, locale))
	};
}
