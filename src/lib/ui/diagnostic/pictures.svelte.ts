import { tick, untrack } from 'svelte';
import { innerWidth } from 'svelte/reactivity/window';
import type { Paint } from '#domain/atlas-answers.ts';
import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { Locale } from '#i18n/locale.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';
import {
	NARROW_PICTURE,
	type PaintedPicture,
	type PaintAsked,
	type Paints,
	type PictureInput
} from '../../report/pictures/picture-input.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { drawPictures, withoutFormer, type Drawn } from './draw-pictures.ts';

const NONE: Drawn = new Map();
/** Windows narrower than this, CSS pixels, have no room for pictures as wide as paper: their words would be too small. */
const LEAST_WINDOW = 1280;

/**
 * The pictures of the document: the territory's worker is asked to colour the maps once its figures are there, that of documents to draw them.
 * To be made while a component is.
 */
export class ReportPictures {
	readonly #atlas: Atlas;
	readonly #documents: WorkerClient;
	/** What was coloured for the maps of a diagnostic: another language draws them again in the same colours. */
	readonly #paints = new WeakMap<DiagnosticData, Paints>();
	drawn = $state.raw(NONE);
	/** Something of them could not be drawn: nothing is on its way until `again`. */
	failed = $state(false);
	/** Counts the times that they were asked for again. */
	#asked = $state(0);
	/** The page is being printed. */
	#isForPaper = $state(false);
	readonly #isNarrow = $derived(!this.#isForPaper && (innerWidth.current ?? LEAST_WINDOW) < LEAST_WINDOW);
	#drawing: Promise<void> = Promise.resolve();
	/** What every output draws them from; null while something is on its way. */
	input = $state.raw<PictureInput | null>(null);

	constructor(atlas: Atlas, documents: WorkerClient, data: () => DiagnosticData | null, locale: () => Locale) {
		this.#atlas = atlas;
		this.#documents = documents;
		$effect(() => {
			const shape = this.#isNarrow ? { width: NARROW_PICTURE } : {};
			const [of, summary, language] = [data(), atlas.baseline, locale()];
			void this.#asked;
			this.input = null;
			this.failed = false;
			if (of === null || summary === null) {
				this.drawn = NONE;
				return;
			}
			const abort = new AbortController();
			const { signal } = abort;
			const input: PictureInput = { data: of, summary, locale: language, paints: {} };
			this.#drawing = untrack(() => this.#draw(input, shape, signal)).catch((error: unknown) => {
				if (!signal.aborted) this.#fail(error);
			});
			return () => abort.abort();
		});
	}

	/** Has them drawn as wide as paper, until the page is printed. */
	async forPaper(): Promise<void> {
		this.#isForPaper = true;
		window.addEventListener('afterprint', () => (this.#isForPaper = false), { once: true });
		await tick();
		await this.#drawing;
		await tick();
	}

	/** Has what could not be drawn drawn again. */
	again(): void {
		this.#asked++;
	}

	/** What is of older figures has no place beside the new ones. */
	#fail(error: unknown): void {
		this.drawn = withoutFormer(this.drawn);
		this.failed = true;
		this.#atlas.fail(error);
	}

	/** @param shape of the pictures in the page alone: a document is of paper */
	async #draw(of: PictureInput, shape: Pick<PictureInput, 'width'>, signal: AbortSignal): Promise<void> {
		const input = await drawPictures(of, {
			paint: (picture, asked) => this.#paint(of.data, picture, asked, signal),
			draw: (id, drawnFrom) =>
				this.#documents.run('drawPicture', { id, input: { ...drawnFrom, ...shape } }, { signal }),
			ondrawn: (drawn) => (this.drawn = drawn),
			former: this.drawn
		});
		if (!signal.aborted) this.input = input;
	}

	async #paint(data: DiagnosticData, picture: PaintedPicture, asked: PaintAsked, signal: AbortSignal): Promise<Paint> {
		const known = this.#paints.get(data)?.[picture];
		if (known !== undefined) return known;
		const paint = await this.#atlas.client.run('paint', asked, { signal });
		this.#paints.set(data, { ...this.#paints.get(data), [picture]: paint });
		return paint;
	}
}
