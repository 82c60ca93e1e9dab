import type { DiagnosticData } from '#domain/diagnostic.ts';
import type { Locale } from '#i18n/locale.ts';
import type { PictureId } from '../../report/document.ts';
import { paintsAsked, type Paints, type PictureInput } from '../../report/pictures/picture-input.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { drawnPictures } from './drawn-pictures.ts';

/** The pictures of the document: the worker is asked to colour the maps once its figures are there. To be made while a component is. */
export class ReportPictures {
	readonly #atlas: Atlas;
	readonly #data: () => DiagnosticData | null;
	readonly #locale: () => Locale;
	/** What the worker coloured for the maps of one diagnostic, as far as it is there. */
	#painted = $state.raw<{ readonly of: DiagnosticData; readonly paints: Paints } | null>(null);
	readonly #input: PictureInput | null = $derived.by(() => this.#inputNow());
	/** Each as SVG; null while it is coloured; absent where it cannot be drawn. */
	readonly drawn: ReadonlyMap<PictureId, string | null> = $derived.by(() => drawnPictures(this.#input));
	/** What every output draws them from; null while something is on its way. */
	readonly input: PictureInput | null = $derived.by(() =>
		[...this.drawn.values()].includes(null) ? null : this.#input
	);

	constructor(atlas: Atlas, data: () => DiagnosticData | null, locale: () => Locale) {
		this.#atlas = atlas;
		this.#data = data;
		this.#locale = locale;
		$effect(() => {
			const of = data();
			if (of === null) return;
			const abort = new AbortController();
			this.#paint(of, abort.signal).catch((error: unknown) => {
				if (!abort.signal.aborted) atlas.fail(error);
			});
			return () => abort.abort();
		});
	}

	#inputNow(): PictureInput | null {
		const [data, summary] = [this.#data(), this.#atlas.baseline];
		if (data === null || summary === null) return null;
		return { data, summary, paints: this.#painted?.of === data ? this.#painted.paints : {}, locale: this.#locale() };
	}

	async #paint(of: DiagnosticData, signal: AbortSignal): Promise<void> {
		const { baseline: summary, client } = this.#atlas;
		if (summary === null) return;
		let paints: Paints = {};
		for (const { picture, asked } of paintsAsked(summary, of)) {
			const paint = await client.run('paint', asked, { signal });
			paints = { ...paints, [picture]: paint };
			this.#painted = { of, paints };
		}
	}
}
