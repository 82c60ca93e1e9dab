import type { Answers, PeopleShare } from '#domain/atlas-answers.ts';
import type { UsableAnswer } from '#domain/hours-answers.ts';
import type { SupplyAnswer } from '#domain/supply-answers.ts';
import { percentText } from './figures.ts';
import type { Locale } from './message.ts';
import { m } from './paraglide/messages.js';
import type { SentenceControl } from './sentence-words.ts';

/** What the sentence reads of the answers: the form's own, null while it is computed, beside those of every form. */
export type SentenceAnswers = Pick<Answers, 'whole' | 'sitesOpen'> & {
	readonly usable?: UsableAnswer | null;
	readonly supply?: SupplyAnswer | null;
};
export type SentenceFigure = 'share' | 'hours' | 'open' | 'known' | 'amount' | 'lower' | 'minutes';

const CONTROLS: readonly SentenceControl[] = ['mode', 'cutoff', 'week', 'moment', 'who', 'scope', 'profile', 'measure'];
const FIGURES: readonly SentenceFigure[] = ['share', 'hours', 'open', 'known', 'amount', 'lower', 'minutes'];
// Private use characters around a name: the message places the marker, and the sentence is cut there.
const mark = (name: string) => `\uE000${name}\uE001`;
const MARKER = /\uE000(\w+)\uE001/;
/** What stands in a message for a control or a figure, until the sentence is cut there. */
export const MARKERS = Object.fromEntries(
	[...CONTROLS, ...FIGURES, 'sites', 'start'].map((name) => [name, mark(name)])
) as Readonly<Record<SentenceControl | SentenceFigure | 'sites' | 'start', string>>;

export type CutPiece =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'control'; readonly control: SentenceControl }
	| { readonly kind: 'figure'; readonly figure: SentenceFigure };

/** A sentence with markers, in its pieces. */
export function cutAtMarkers(template: string): readonly CutPiece[] {
	return template.split(MARKER).flatMap((piece, rank): CutPiece[] => {
		if (rank % 2 === 0) return piece === '' ? [] : [{ kind: 'text', text: piece }];
		const control = CONTROLS.find((name) => name === piece);
		if (control) return [{ kind: 'control', control }];
		const figure = FIGURES.find((name) => name === piece);
		return figure ? [{ kind: 'figure', figure }] : [];
	});
}

/** "97 %". */
export function percent(share: number, locale: Locale): string {
	return m.sentence_percent({ percent: percentText(share, locale) }, { locale });
}

/** "97 %", "tous", "aucun"; never "100 %" of what is not all. */
export function shareWord({ share }: Pick<PeopleShare, 'share'>, locale: Locale): string {
	if (share === 0) return m.sentence_none({}, { locale });
	if (share === 1) return m.sentence_all({}, { locale });
	return percent(share ?? 0, locale);
}
