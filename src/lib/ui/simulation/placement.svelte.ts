import type { LonLat } from '#domain/geometry.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import type { Ghost } from '../../map/layers/ghost.ts';
import { communeAt } from '../../map/picking.ts';
import type { ResponseOf } from '../../compute/jobs.ts';
import type { Atlas } from '../../state/atlas.svelte.ts';
import { Candidate } from '../../state/candidate.svelte.ts';
import type { Answered } from '../../state/followed.svelte.ts';
import { candidateLines } from './candidate-words.ts';

/** A pin that is dragged: the rank of its site, where it is and where it was. */
interface Dragged {
	readonly site: number;
	readonly position: LonLat;
	readonly from: LonLat;
}

/** What a place would bring, and the question that it answers. */
export interface Followed extends ResponseOf<'candidate'> {
	readonly question: Question;
}

/** What is being placed on the map: where it was put, where the pointer is, what it would bring there. */
export class Placement {
	readonly #atlas: Atlas;
	readonly #candidate: Candidate;
	/** Put there by a click. */
	position = $state.raw<LonLat | null>(null);
	/** Where the pointer is, while something is to be placed. */
	over = $state.raw<LonLat | null>(null);
	dragged = $state.raw<Dragged | null>(null);
	/** The site that is given another place; null for a new one. */
	moved = $state.raw<{ readonly site: number; readonly from: LonLat } | null>(null);
	/** What the place that was just decided brings, and what the map had painted then: shown until the map has painted it too. */
	#decided = $state.raw<{ readonly answered: Answered<'candidate'>; readonly before: unknown } | null>(null);

	constructor(atlas: Atlas) {
		this.#atlas = atlas;
		this.#candidate = new Candidate(atlas.client, atlas.fail);
	}

	/** Where what is placed or dragged stands now. */
	readonly at: LonLat | null = $derived(this.dragged?.position ?? this.over ?? this.position);

	readonly ghost: Ghost | null = $derived(
		this.at && { position: this.at, from: this.dragged?.from ?? this.moved?.from ?? null }
	);

	/** What the place brings, with the question that its figures answer; null where nothing is placed. */
	readonly followed: Followed | null = $derived.by(() => {
		const decided = this.#decided?.before === this.#atlas.painted ? this.#decided : null;
		const answered = this.#candidate.answered ?? decided?.answered ?? null;
		// Told by the way to the nearest, whatever the sentence speaks of.
		return answered && { question: { ...answered.of.question, form: 'coverage' }, ...answered.value };
	});

	/** Asks what the place would bring, at each step of the pointer. */
	follow(): void {
		const { at } = this;
		const { question, level: marks } = this.#atlas;
		const site = this.dragged?.site ?? this.moved?.site ?? null;
		this.#candidate.ask(at === null || question === null ? null : { question, position: at, site, marks });
	}

	/** Puts what is placed some way off, from where it stands. */
	step(eastMetres: number, northMetres: number): void {
		const from = this.position ?? this.moved?.from ?? null;
		if (from !== null) this.position = stepFrom(from, eastMetres, northMetres);
	}

	/** The place is decided: nothing is placed any more, and the map goes on showing what it brings until it is painted anew. */
	decide(): void {
		const { answered } = this.#candidate;
		this.#decided = answered && { answered, before: this.#atlas.painted };
		this.clear();
	}

	/** Nothing is placed any more. */
	clear(): void {
		this.position = this.over = this.dragged = this.moved = null;
	}

	/** What is said of the place, a line each; none while nothing is known. */
	lines(locale: Locale): readonly string[] {
		const { refused, answered } = this.#candidate;
		if (refused !== null) return [writeMessage(refused, locale)];
		return answered === null ? [] : candidateLines(answered.value, answered.of.question, locale);
	}
}

const METRES_PER_DEGREE = 40_007_863 / 360;

function stepFrom([lon, lat]: LonLat, eastMetres: number, northMetres: number): LonLat {
	const narrowing = Math.cos((lat * Math.PI) / 180);
	return [lon + eastMetres / (METRES_PER_DEGREE * narrowing), lat + northMetres / METRES_PER_DEGREE];
}

/** The commune of the territory that holds a position; nothing outside. */
export function communeOf(position: LonLat | null, { communes }: Pick<TerritorySummary, 'communes'>) {
	const own = communes.filter(({ margin }) => !margin);
	const code = position && communeAt(own, position);
	const commune = own.find((one) => one.code === code);
	return { communeCode: commune?.code ?? null, communeName: commune?.name ?? null };
}
