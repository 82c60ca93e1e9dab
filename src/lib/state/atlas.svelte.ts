import type { Answers, MomentAnswer } from '#domain/atlas-answers.ts';
import { MaillageError } from '#domain/notes.ts';
import type { MapLevel, Question } from '#domain/question.ts';
import type { TerritorySummary } from '#domain/territory-summary.ts';
import type { MinuteOfWeek } from '#domain/units.ts';
import type { ExportedFile, ExportRequest, HoursCorrection, TerritorySource } from '../compute/jobs.ts';
import { WorkerDied, type WorkerClient } from '../compute/territory-client.ts';
import { fetchCard, type Card, type CardTarget } from './card.ts';
import { failureOf, isAbort, type Failure } from './failure.ts';
import { Followed, keyOf, type Answered } from './followed.svelte.ts';
import { HeldScenarios } from './held-scenarios.ts';
import { isochroneRequest } from './isochrone-request.ts';
import { NOTHING_CHOSEN, readMapState, type MapState } from './map-url.ts';
import { Newest } from './newest.ts';
import { openAtCursor } from './of-form.ts';
import { PinnedCard } from './pinned-card.svelte.ts';
import { Pointed } from './pointed.svelte.ts';
import { readQuestion } from './question-url.ts';
import { TerritorySeen } from './territory-seen.svelte.ts';
import { answersOfSites } from './under-scenario.ts';
import { WorkerLife } from './worker-life.svelte.ts';

/** The cursor rests this long before tables and cards follow it. */
const SETTLED_MS = 180;

/**
 * The opened territory, the question asked of it, and its answers. Words change through `ask`, the map through `show`; each
 * change asks the worker for what depends on it and nothing more. Answers stay until newer ones come (`pending`), so that
 * no figure blinks.
 */
export class Atlas extends TerritorySeen {
	readonly client: WorkerClient;
	readonly life = new WorkerLife();
	readonly #newest = { open: new Newest(), answers: new Newest(), paint: new Newest(), moment: new Newest() };
	/** The scenario that was asked about last, and its edition. */
	#askedUnder = '';
	#settling: ReturnType<typeof setTimeout> | undefined;

	/** Share opened of a territory on its way, null when none is. */
	opening = $state<number | null>(null);
	failure = $state.raw<Failure | null>(null);
	source = $state.raw<TerritorySource | null>(null);

	#answers = $state.raw<Answers | null>(null);
	/** The question that the answers are of: words that stand beside them are said of it. */
	answersOf = $state.raw<Question | null>(null);
	/** True while answers are those of an older question, or of before the scenario that the worker is about to hold. */
	pending = $state(false);
	moment = $state.raw<MomentAnswer | null>(null);
	/** What is painted, with the question it is of. */
	painted = $state.raw<Answered<'paint'> | null>(null);
	/** Times that a territory was opened: what is followed is asked again. */
	opened = $state(0);
	/** Hours that the user stated; they go with the territory when the worker starts anew. */
	typedHours = $state.raw<readonly HoursCorrection[]>([]);
	readonly #fetch = (target: CardTarget, signal: AbortSignal): Promise<Card> => {
		if (this.question === null) throw new Error('No territory is open');
		return fetchCard(this.client, this.question, target, signal);
	};
	readonly fail = (error: unknown): void => {
		// A worker that died is started anew, and said to be.
		if (!isAbort(error) && !(error instanceof WorkerDied)) this.failure = failureOf(error);
	};
	readonly pointed = new Pointed(this.#fetch, this.fail);
	readonly #pinned = new PinnedCard(this.#fetch, this.fail);

	/** Keeps the worker's scenarios as they are wanted. */
	readonly scenarios = new HeldScenarios(
		(scenarios, atOnce) => this.client.run('setScenarios', scenarios, { atOnce }),
		(held) => {
			this.held = held;
			this.#keepUp();
		},
		this.fail
	);
	readonly answers: Answers | null = $derived(answersOfSites(this.#answers, this.summary?.sites ?? []));
	get card(): Card | null {
		return this.#pinned.card;
	}
	/** Per site 1 open, 0 closed, 255 hours not known, at the cursor; null where the sentence speaks of no moment. */
	readonly openSites: Uint8Array | null = $derived(openAtCursor(this.question, this.moment, this.answers));

	readonly strip = new Followed(this, 'weekStrip', () => (this.showsStrip ? this.settled : null));
	readonly isochrones = new Followed(this, 'isochrones', () => isochroneRequest(this.question, this.map.isochrone));
	/** Asked while the sentence speaks of them. */
	readonly usable = new Followed(this, 'usable', () => (this.question?.form === 'usable' ? this.settled : null));
	readonly supply = new Followed(this, 'supply', () => (this.question?.form === 'supply' ? this.settled : null));
	/** Asked while sectors are drawn, listed or pinned. */
	readonly sectors = new Followed(this, 'sectors', () => (this.showsSectors ? this.settled : null));

	constructor(client: WorkerClient) {
		super();
		this.client = client;
		this.life.watch(client, () => this.#reopen());
	}

	/** Opens a territory; the former one stays until the new one is whole. Reports a failure rather than throwing. */
	async open(source: TerritorySource, parameters: URLSearchParams): Promise<void> {
		this.failure = null;
		this.opening = 0;
		try {
			const summary = await this.#newest.open.ask((signal) =>
				this.client.run('openTerritory', source, { signal, onProgress: (share) => (this.opening = share) })
			);
			if (summary === null) return;
			this.#take(source, summary, parameters);
		} catch (error) {
			this.fail(error instanceof WorkerDied ? new MaillageError('error_worker_died_opening') : error);
		}
		this.opening = null;
	}

	cancelOpening(): void {
		this.#newest.open.drop();
		this.opening = null;
	}

	#take(source: TerritorySource, summary: TerritorySummary, parameters: URLSearchParams): void {
		this.source = source;
		this.stated = null;
		this.chosen = NOTHING_CHOSEN;
		this.scenarios.forget();
		this.#answers = this.moment = this.painted = this.#pinned.card = null;
		this.pointed.point(null);
		this.baseline = summary;
		this.stated = readQuestion(parameters, summary);
		this.chosen = readMapState(parameters, summary);
		this.startRanks();
		performance.mark('maillage:opened');
		this.typedHours = [];
		this.opened += 1;
		this.#askAll();
	}

	/** The worker died: the territory is opened again, with the same words. */
	async #reopen(): Promise<void> {
		if (this.source === null) return;
		try {
			await this.client.run('openTerritory', this.source);
			if (this.typedHours.length > 0) await this.client.run('correctHours', this.typedHours);
			await this.scenarios.again();
			this.opened += 1;
			this.#askAll();
		} catch (error) {
			this.fail(error);
		}
	}

	/** Takes words and map from an address: a link, the browser's back. */
	follow(parameters: URLSearchParams): void {
		if (this.summary === null) return;
		this.stated = readQuestion(parameters, this.summary);
		this.#keepRanks();
		this.chosen = { ...readMapState(parameters, this.summary), camera: this.chosen.camera };
		this.#askAll();
	}

	/** Changes words of the sentence or its filters. */
	ask(patch: Partial<Question>): void {
		if (this.stated === null) return;
		const [before, after] = [this.stated, { ...this.stated, ...patch }];
		const changed = (Object.keys(patch) as (keyof Question)[]).filter((key) => after[key] !== before[key]);
		if (changed.length === 0) return;
		this.stated = after;
		this.#keepRanks();
		if (changed.every((key) => key === 'minute')) {
			void this.atCursor();
			this.settle();
		} else if (changed.every((key) => key === 'form' || key === 'minute')) {
			this.#askAnswers();
			this.#askPaint();
		} else this.#askAll();
	}

	/** Changes what the map shows. */
	show(patch: Partial<MapState>): void {
		const before = this.map;
		this.chosen = { ...this.chosen, ...patch };
		if (this.map.indicator !== before.indicator) this.#askPaint();
		if (this.map.selection !== before.selection) this.#pinned.ask(this.map.selection);
	}

	setLevel(level: MapLevel, resolution: number): void {
		if (this.level.level === level && this.level.resolution === resolution) return;
		this.level = { level, resolution };
		this.#askPaint();
	}

	/** Looks at the baseline for a while, whatever the scenario, or back at it. */
	flip(flipped: boolean): void {
		if (this.flipped === flipped) return;
		this.flipped = flipped;
		this.#keepUp();
	}

	/** The worker holds other scenarios: what is asked under the one looked at is asked again, and nothing else. */
	#keepUp(): void {
		this.#keepRanks();
		if (this.under !== this.#askedUnder) this.#askAll();
	}

	#keepRanks(): void {
		if (!this.keepRanks()) return;
		this.moment = this.#pinned.card = null;
		this.pointed.point(null);
	}

	exportTable(request: ExportRequest): Promise<ExportedFile> {
		return this.client.run('exportTable', request);
	}

	#askAll(): void {
		this.#askedUnder = this.under;
		this.#askAnswers();
		this.#askPaint();
		this.#pinned.ask(this.map.selection);
	}

	/**
	 * Takes sites' hours as the user states them, all of them together, in the place of those stated before. Resolves once figures follow.
	 * @throws what the worker throws: then nothing has changed
	 */
	async correctHours(typed: readonly HoursCorrection[]): Promise<void> {
		this.baseline = await this.client.run('correctHours', typed);
		this.typedHours = typed;
		await this.scenarios.again();
		this.opened += 1;
		this.#askAll();
	}

	/** A failure of any request is shown; the figures it would have replaced stay, marked as older. */
	async #try(request: () => Promise<void>): Promise<void> {
		try {
			await request();
		} catch (error) {
			this.fail(error);
		}
	}

	#askAnswers(): void {
		clearTimeout(this.#settling);
		const question = this.question;
		if (question === null) return;
		this.pending = true;
		// What was on its way is of other words, or of a cursor that these answers are of.
		this.#newest.moment.drop();
		void this.#try(async () => {
			const start = (signal: AbortSignal) => this.client.run('answer', question, { signal });
			const answers = await this.#newest.answers.ask(start, keyOf(this, question));
			if (answers === null) return;
			if (this.#answers === null) performance.mark('maillage:figures');
			this.#answers = answers;
			this.answersOf = question;
			this.pending = !this.flipped && this.stated?.scenario !== question.scenario;
			if (this.moment !== null && this.question === question) this.moment = null;
		});
	}

	#askPaint(): void {
		const request = this.#paintRequest();
		if (request === null) return;
		void this.#try(async () => {
			const start = (signal: AbortSignal) => this.client.run('paint', request, { signal });
			const paint = await this.#newest.paint.ask(start, keyOf(this, request));
			if (paint !== null) this.painted = { of: request, value: paint };
		});
	}

	#paintRequest() {
		const { question, indicator } = this;
		return question === null ? null : { question, indicator, ...this.level };
	}

	/** Moves the cursor without asking anything: what plays the week asks `atCursor` itself. */
	moveCursor(minute: MinuteOfWeek): void {
		if (this.stated !== null) this.stated = { ...this.stated, minute };
	}

	/** Has everything follow the cursor once it rests. */
	settle(): void {
		clearTimeout(this.#settling);
		this.#settling = setTimeout(() => {
			this.#askAnswers();
			this.#pinned.ask(this.map.selection);
		}, SETTLED_MS);
	}

	/** What holds at the cursor; resolves once it is shown, or overtaken. */
	async atCursor(): Promise<void> {
		const request = this.#paintRequest();
		if (request === null) return;
		await this.#try(async () => {
			const moment = await this.#newest.moment.ask((signal) => this.client.run('atMoment', request, { signal }));
			if (moment === null) return;
			this.moment = moment;
			if (moment.paint !== null) this.painted = { of: request, value: moment.paint };
		});
	}
}
