import type { DiagnosticData, DiagnosticEdits, FigureId } from '#domain/diagnostic.ts';
import type { Locale } from '#i18n/locale.ts';
import { dateText } from '#i18n/figures.ts';
import { m } from '#i18n/paraglide/messages.js';
import { stampsOf } from './build-document.ts';
import type { KeyFigure, ToldFigureId, Words } from './document.ts';
import { electedMapOf, type ElectedMap } from './elected-map.ts';
import { electedFigures, electedSentences, electedTitle } from './elected.ts';
import { figureOrigin, sourceTitles, type FigureOrigin } from './figure-origin.ts';
import { questionWords } from './place-words.ts';
import type { ReportContext } from './report-context.ts';
import { SectionWriter } from './writer.ts';

/** A large figure of the page. */
export interface ElectedFigure {
	readonly before: KeyFigure;
	/** The same under the scenario; null without one, or where it is not computed. */
	readonly after: KeyFigure | null;
}

/**
 * The elected officials' page in words, without its map. It is shared: nothing of it names what a site's staff is, what could close, which
 * hours could go, or who comes last.
 */
export interface ElectedPage {
	readonly locale: Locale;
	readonly title: string;
	readonly subtitle: string;
	readonly stamps: readonly string[];
	readonly imprint: string;
	/** At most three. */
	readonly figures: readonly ElectedFigure[];
	readonly sentences: readonly Words[];
	/** What its map shows. */
	readonly map: ElectedMap;
	/** Name of the scenario that the page compares with today; null without one. */
	readonly scenario: string | null;
	/** Of every figure of the page, in the order that they are read in. */
	readonly origins: readonly FigureOrigin[];
	readonly sources: string;
}

/** @param context of the audience `shared` */
export function electedPage(
	data: DiagnosticData,
	edits: Pick<DiagnosticEdits, 'validated' | 'author'>,
	context: ReportContext
): ElectedPage {
	const { locale, summary } = context;
	const { Mode, cutoff, week } = questionWords(data.question, locale);
	const date = dateText(context.date, locale);
	const figures = comparedFigures(data, context);
	const sentences = electedSentences(data, context);
	const titles = sourceTitles(Object.values(summary.sources), locale);
	return {
		locale,
		title: electedTitle(data, context),
		subtitle: m.report_subtitle({ mode: Mode, cutoff, week }, { locale }),
		stamps: stampsOf(data, edits, context),
		imprint: edits.author === '' ? date : m.report_imprint({ author: edits.author, date }, { locale }),
		figures,
		sentences,
		map: electedMapOf(data),
		scenario: context.scenario?.name ?? null,
		origins: figuresRead(figures, sentences).flatMap((id) => figureOrigin(id, data, summary, locale) ?? []),
		sources:
			titles.length === 0
				? m.elected_sources_unknown({}, { locale })
				: m.elected_sources({ sources: titles.join(locale === 'fr' ? '\u202f; ' : '; ') }, { locale })
	};
}

function comparedFigures(data: DiagnosticData, context: ReportContext): ElectedFigure[] {
	const writer = new SectionWriter(data, { texts: {} }, context);
	return electedFigures(data, context).map((before) => {
		if (context.scenario === null) return { before, after: null };
		const [block] = writer.keyFigures([underScenario(before.id)]);
		const after = block?.kind === 'key-figures' ? block.figures[0] : null;
		// Said of the same thing in the same words: the switch tells the one from the other.
		return { before, after: after && { ...after, label: before.label } };
	});
}

/** The same figure under the scenario. */
function underScenario(id: FigureId): FigureId {
	if (id.startsWith('coverage.')) return 'scenario.coverage.share';
	return id.startsWith('usable.') ? 'scenario.usable.median' : 'scenario.moment.saturday-afternoon.share';
}

function figuresRead(figures: readonly ElectedFigure[], sentences: readonly Words[]): ToldFigureId[] {
	const large = figures.flatMap(({ before, after }) => (after === null ? [before.id] : [before.id, after.id]));
	const said = sentences.flat().flatMap((span) => (span.kind === 'figure' ? [span.id] : []));
	return [...new Set([...large, ...said])];
}
