import type { DiagnosticData, DiagnosticEdits, DiagnosticFigure, FigureId } from '#domain/diagnostic.ts';
import type { Message } from '#domain/notes.ts';
import type { Locale } from '#i18n/locale.ts';
import { writeMessage } from '#i18n/message.ts';
import type { KeyFigure, ReportBlock, Words } from './document.ts';
import { figureLabel, figureName } from './figure-names.ts';
import { namesTogether } from './names-together.ts';
import { figureText } from './figure-text.ts';
import type { ReportContext } from './report-context.ts';
import {
	amountOf,
	beforeStop,
	isKnown,
	joinSentences,
	plainWords,
	writeWords,
	type KnownFigure,
	type WordParam
} from './words.ts';

/** Figures of what people reach, out of the area too. */
const REACHED = /^(?:usable\.|hours\.(?:median|without)|moment\..*\.share$)/u;

/** Figures of a sentence by the blank that each fills. */
export type SentenceFigures = Readonly<Record<string, FigureId>>;
type Params = Readonly<Record<string, WordParam>>;

/**
 * Writes the sentences of one section: knows its data, and remembers the figures that a sentence lacked, so that the section says what is
 * missing instead of it.
 */
export class SectionWriter {
	readonly data: DiagnosticData;
	readonly context: ReportContext;
	readonly locale: Locale;
	readonly #edits: Pick<DiagnosticEdits, 'texts'>;
	readonly #missing = new Map<FigureId, DiagnosticFigure>();

	constructor(data: DiagnosticData, edits: Pick<DiagnosticEdits, 'texts'>, context: ReportContext) {
		this.data = data;
		this.context = context;
		this.locale = context.locale;
		this.#edits = edits;
	}

	/** A figure that is known; null where it makes no sense here, or is not known (and is then remembered as missing). */
	known(id: FigureId): KnownFigure | null {
		const figure = this.data.figures[id];
		if (isKnown(figure)) return figure;
		if (figure) this.#missing.set(id, figure);
		return null;
	}

	/** The words of a message. */
	words(code: string, params: Params = {}): Words {
		return writeWords(code, params, this.locale);
	}

	/** The text of a message without figures. */
	text(code: string, params: Readonly<Record<string, string | number>> = {}): string {
		return writeMessage({ code, params }, this.locale);
	}

	/** A sentence with figures, and after it how many answered; nothing where a figure is absent or not known. */
	say(code: string, figures: SentenceFigures, params: Params = {}): Words {
		const known: Record<string, KnownFigure> = {};
		for (const [blank, id] of Object.entries(figures)) {
			const figure = this.known(id);
			if (figure) known[blank] = figure;
		}
		if (Object.keys(known).length < Object.keys(figures).length) return [];
		return this.words(code, { ...params, ...known });
	}

	/** The same where a figure that is not known has its own variant: `{blank}Is` is then "unknown". */
	sayEither(code: string, figures: SentenceFigures, params: Params = {}): Words {
		const filled: Record<string, WordParam> = {};
		for (const [blank, id] of Object.entries(figures)) {
			const figure = this.data.figures[id];
			if (isKnown(figure)) filled[blank] = figure;
			else filled[`${blank}Is`] = amountOf(figure, this.locale);
		}
		return this.words(code, { ...params, ...filled });
	}

	/** How many told it, where not all did: "36 lieux renseignés sur 45"; of more sites than the area has, neighbours are among them. */
	respondents(id: FigureId): string | null {
		const { respondents = null } = this.data.figures[id] ?? {};
		if (respondents === null || respondents.known >= respondents.of) return null;
		const { known, of, what } = respondents;
		if (what === 'communes') return this.text('report_key_respondents_communes', { known, of });
		const hasNeighbours = REACHED.test(id) && of > (this.data.figures.sites?.value ?? of);
		return this.text(hasNeighbours ? 'report_key_respondents_reach' : 'report_key_respondents_sites', { known, of });
	}

	/** A sentence with one figure and, before its stop, how many told it. */
	sayWithRespondents(code: string, blank: string, id: FigureId, params: Params = {}): Words {
		const words = this.say(code, { [blank]: id }, params);
		const told = this.respondents(id);
		return told === null ? words : beforeStop(words, ` (${told})`);
	}

	/** A paragraph of the sentences that could be said; none without any. */
	paragraph(...sentences: readonly Words[]): ReportBlock[] {
		const words = joinSentences(sentences);
		return words.length === 0 ? [] : [{ kind: 'paragraph', words }];
	}

	note(...sentences: readonly Words[]): ReportBlock[] {
		const words = joinSentences(sentences);
		return words.length === 0 ? [] : [{ kind: 'note', words }];
	}

	list(items: readonly Words[]): ReportBlock[] {
		const said = items.filter((words) => words.length > 0);
		return said.length === 0 ? [] : [{ kind: 'list', items: said }];
	}

	heading(code: string, params: Readonly<Record<string, string | number>> = {}): ReportBlock {
		return { kind: 'heading', text: this.text(code, params) };
	}

	/** A note of what the author is to write, as long as nothing of the section is written. @param slot of the section */
	toWrite(code: string, slot: string): ReportBlock[] {
		const isWritten = Object.entries(this.#edits.texts).some(
			([one, text]) => (one === slot || one.startsWith(`${slot}.`)) && text.trim() !== ''
		);
		return isWritten ? [] : this.note(this.words(code));
	}

	/** Where the author's own words stand. @param slot kept through recomputations */
	own(slot: string, prompt: string): ReportBlock {
		const text = Object.hasOwn(this.#edits.texts, slot) ? this.#edits.texts[slot] : '';
		return { kind: 'own', slot, prompt: this.text(prompt), text };
	}

	/** Those of the figures that are known, told large. */
	keyFigures(ids: readonly FigureId[]): ReportBlock[] {
		const figures = ids.flatMap((id): KeyFigure[] => {
			const figure = this.known(id);
			return figure ? [this.#keyFigure(figure)] : [];
		});
		return figures.length === 0 ? [] : [{ kind: 'key-figures', figures }];
	}

	#keyFigure({ id, value, unit }: KnownFigure): KeyFigure {
		return {
			id,
			text: figureText(value, unit, this.locale),
			label: figureLabel({ id, unit, value }, this.data, this.locale),
			respondents: this.respondents(id)
		};
	}

	name(id: FigureId): string {
		return figureName(id, this.data, this.locale);
	}

	/** Several of them: their names hold commas. */
	names(ids: readonly FigureId[]): string {
		return namesTogether(ids, this.data, this.locale).join(this.locale === 'fr' ? '\u202f; ' : '; ');
	}

	message({ code, params }: Message): string {
		return writeMessage({ code, params }, this.locale);
	}

	/**
	 * What the sentences and figures asked for so far lacked, and why: a note for each reason.
	 * @param withWhy else one note names all, where the reasons stand elsewhere
	 */
	missing(withWhy = true): ReportBlock[] {
		const byWhy = new Map<string, FigureId[]>();
		for (const { id, why } of this.#missing.values()) {
			const said = why === null || !withWhy ? '' : this.message(why);
			byWhy.set(said, [...(byWhy.get(said) ?? []), id]);
		}
		this.#missing.clear();
		return [...byWhy].flatMap(([why, ids]) => {
			const names = this.names(ids);
			const namesIs = ids.length === 1 ? 'one' : 'many';
			return this.note(this.words('report_missing', { names, namesIs }), plainWords(sentence(why, this.locale)));
		});
	}
}

/** A reason as a sentence: with a capital and a final stop. */
export function sentence(text: string, locale: Locale): string {
	if (text === '') return '';
	const said = text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
	return /[.!?…]$/u.test(said) ? said : `${said}.`;
}
