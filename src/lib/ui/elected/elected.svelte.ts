import { MediaQuery } from 'svelte/reactivity';
import type { WorkerClient } from '../../compute/territory-client.ts';
import { electedPage, type ElectedPage } from '../../report/elected-page.ts';
import { NARROW_PICTURE, type PictureInput } from '../../report/pictures/picture-input.ts';
import { electedMapOf, electedPaints, mapAfter, mapBefore } from '../../report/elected-map.ts';
import { today } from '../../report/today.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { Diagnostic } from '../../state/diagnostic.svelte.ts';
import { Followed } from '../../state/followed.svelte.ts';
import type { Scenarios } from '../../state/scenarios.svelte.ts';
import type { Settings } from '../../state/settings.svelte.ts';
import { DrawnPicture } from './drawn-picture.svelte.ts';

/**
 * The elected officials' page of the area that the question is of, and its map, today and under the scenario. Nothing of it is edited. To be
 * made while a component is.
 */
export class Elected {
	readonly #atlas: Atlas;
	readonly #scenarios: Scenarios;
	readonly #settings: Settings;
	readonly #diagnostic: Diagnostic;
	readonly #before: Followed<'paint'>;
	readonly #after: Followed<'paint'>;
	/** Maps are of these figures, and never of those of an older question. */
	readonly #data = $derived.by(() => this.#diagnostic.followed.current);
	readonly #paints = $derived.by(() => {
		const { baseline } = this.#atlas;
		return this.#data && baseline && electedPaints(baseline, this.#data);
	});

	/** Null until the figures are there. */
	readonly page: ElectedPage | null = $derived.by(() => {
		const { baseline } = this.#atlas;
		const { edits } = this.#diagnostic;
		if (this.#data === null || baseline === null) return null;
		const id = this.#data.question.scenario;
		const scenario = this.#scenarios.list.find((one) => one.id === id);
		return electedPage(this.#data, edits, {
			summary: baseline,
			scenario: scenario === undefined ? null : { name: scenario.name, modifications: [] },
			date: today(),
			locale: this.#settings.locale,
			audience: 'shared'
		});
	});
	readonly #inputBefore = $derived.by(() => {
		const { baseline } = this.#atlas;
		const paint = this.#before.current;
		return this.#data && baseline && paint && mapBefore(baseline, this.#data, paint, this.#settings.locale);
	});
	readonly #inputAfter = $derived.by(() => {
		const { summary } = this.#atlas;
		const paint = this.#after.current;
		return this.#data && summary && paint && mapAfter(summary, this.#data, paint, this.#settings.locale);
	});
	readonly mapBefore: DrawnPicture;
	/** Nothing without a scenario. */
	readonly mapAfter: DrawnPicture;

	constructor(atlas: Atlas, scenarios: Scenarios, settings: Settings, documents: WorkerClient) {
		this.#atlas = atlas;
		this.#scenarios = scenarios;
		this.#settings = settings;
		this.#diagnostic = new Diagnostic(atlas, scenarios, null);
		this.#before = new Followed(atlas, 'paint', () => this.#paints?.before ?? null);
		this.#after = new Followed(atlas, 'paint', () => this.#paints?.after ?? null);
		const isNarrow = new MediaQuery('max-width: 48rem');
		const drawn = (input: () => PictureInput | null) =>
			new DrawnPicture(
				documents,
				() => {
					const from = input();
					return (
						from && { id: electedMapOf(from.data), input: isNarrow.current ? { ...from, width: NARROW_PICTURE } : from }
					);
				},
				atlas.fail
			);
		this.mapBefore = drawn(() => this.#inputBefore);
		this.mapAfter = drawn(() => this.#inputAfter);
	}

	/** The figures on their way. */
	get figures(): Followed<'diagnosticData'> {
		return this.#diagnostic.followed;
	}

	/** Has the maps that could not be drawn drawn again. */
	again(): void {
		this.mapBefore.again();
		this.mapAfter.again();
	}

	/** Whether a map is on its way. */
	get isDrawing(): boolean {
		return [this.#before, this.#after, this.mapBefore, this.mapAfter].some(({ pending }) => pending);
	}
}
