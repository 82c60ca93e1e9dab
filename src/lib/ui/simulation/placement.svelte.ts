import type { LonLat } from '#domain/geometry.ts';
import type { Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import type { Ghost } from '../../map/layers/ghost.ts';
import { communeAt } from '../../map/picking.ts';
import type { WorkerClient } from '../../compute/territory-client.ts';
import { Candidate } from '../../state/candidate.svelte.ts';
import { candidateLines } from './candidate-words.ts';

/** A pin that is dragged: the rank of its site, where it is and where it was. */
interface Dragged {
	readonly site: number;
	readonly position: LonLat;
	readonly from: LonLat;
}

/** What is being placed on the map: where it was put, where the pointer is, what it would bring there. */
export class Placement {
	readonly candidate: Candidate;
	/** Put there by a click. */
	position = $state.raw<LonLat | null>(null);
	/** Where the pointer is, while something is to be placed. */
	over = $state.raw<LonLat | null>(null);
	dragged = $state.raw<Dragged | null>(null);
	/** The site that is given another place; null for a new one. */
	moved = $state.raw<{ readonly site: number; readonly from: LonLat } | null>(null);

	constructor(client: WorkerClient, onfailure: (error: unknown) => void) {
		this.candidate = new Candidate(client, onfailure);
	}

	/** Where what is placed or dragged stands now. */
	readonly at: LonLat | null = $derived(this.dragged?.position ?? this.over ?? this.position);

	readonly ghost: Ghost | null = $derived(
		this.at && { position: this.at, from: this.dragged?.from ?? this.moved?.from ?? null }
	);

	/** Asks what the place would bring, at each step of the pointer. */
	follow(question: Question | null): void {
		const { at } = this;
		const site = this.dragged?.site ?? this.moved?.site ?? null;
		this.candidate.ask(at === null || question === null ? null : { question, position: at, site });
	}

	/** Nothing is placed any more. */
	clear(): void {
		this.position = this.over = this.dragged = this.moved = null;
	}

	/** What is said of the place, a line each; none while nothing is known. */
	lines(locale: Locale): readonly string[] {
		const { refused, answered } = this.candidate;
		if (refused !== null) return [writeMessage(refused, locale)];
		return answered === null ? [] : candidateLines(answered.value, answered.of.question, locale);
	}
}

/** The commune of the territory that holds a position; nothing outside. */
export function communeOf(position: LonLat | null, { communes }: Pick<TerritorySummary, 'communes'>) {
	const own = communes.filter(({ margin }) => !margin);
	const code = position && communeAt(own, position);
	const commune = own.find((one) => one.code === code);
	return { communeCode: commune?.code ?? null, communeName: commune?.name ?? null };
}
