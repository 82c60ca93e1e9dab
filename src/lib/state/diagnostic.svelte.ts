import type { DiagnosticData, DiagnosticSectionId } from '#domain/diagnostic.ts';
import { diagnosticQuestion, type Question } from '#domain/question.ts';
import type { DiagnosticRequest } from '../compute/jobs.ts';
import type { Atlas } from './atlas.svelte.ts';
import * as edit from './documents.ts';
import { figuresName, ownFiguresName } from './figures-name.ts';
import type { FollowUps } from './follow-ups.svelte.ts';
import { Followed } from './followed.svelte.ts';
import type { Scenarios } from './scenarios.svelte.ts';

/**
 * The diagnostic of the area that the question is of: its figures, asked anew whenever the question, the scenario or the territory change, and
 * what its author decided of it, which stays. To be made while a component is.
 */
export class Diagnostic {
	readonly #scenarios: Scenarios;
	readonly #followUps: Pick<FollowUps, 'told'> | null;
	readonly followed: Followed<'diagnosticData'>;
	/** The newest figures, maybe of an older question while others are on their way. */
	readonly data: DiagnosticData | null = $derived.by(() => this.followed.value);
	/** What is written goes with the figures that are in sight. */
	readonly #area = $derived.by(() => edit.areaKey(this.followed.answered?.of.question.scope ?? WHOLE));
	readonly #document = $derived.by(() => edit.documentOf(this.#scenarios.documents, this.#area));
	/** Of all that the document tells, another time included where its section is in it. */
	readonly #figures = $derived.by(() => {
		const isTold = this.#document.sections.some(({ id, on }) => id === 'scenarios' && on);
		return this.data && figuresName(this.data, isTold ? (this.#followUps?.told ?? null) : null);
	});
	readonly edits: edit.Edits = $derived.by(() => {
		const { validatedFor } = this.#document;
		const validated = this.#followUps === null && validatedFor !== null ? ownFiguresName(validatedFor) : validatedFor;
		return edit.editsOf({ ...this.#document, validatedFor: validated }, this.#figures);
	});

	/** @param followUps null: of a page that tells no other time, whatever the document it is of tells */
	constructor(atlas: Atlas, scenarios: Scenarios, followUps: Pick<FollowUps, 'told'> | null) {
		this.#scenarios = scenarios;
		this.#followUps = followUps;
		this.followed = new Followed(atlas, 'diagnosticData', () => request(atlas.question, scenarios));
	}

	/** Puts a section in the document, or leaves it out. */
	switchSection(id: DiagnosticSectionId, on: boolean): void {
		const code = on ? 'diagnostic_page_step_section_on' : 'diagnostic_page_step_section_off';
		this.#edit(code, (document) => edit.withSection(document, id, on));
	}

	/** Puts a section at a rank of all those of the outline, 0 first. */
	moveSection(id: DiagnosticSectionId, rank: number): void {
		this.#edit('diagnostic_page_step_order', (document) => edit.withSectionAt(document, id, rank));
	}

	/** @param gesture what is typed in one go is undone together */
	write(slot: string, text: string, gesture: string): void {
		this.#edit('diagnostic_page_step_text', (document) => edit.withText(document, slot, text), gesture);
	}

	nameAuthor(author: string): void {
		const { author: before } = this.edits;
		if (author === before) return;
		this.#edit('diagnostic_page_step_author', (document) => ({ ...document, author, validatedFor: null }));
	}

	/** Validates the document with the figures that it has now, or takes that back. */
	validate(validated: boolean): void {
		const code = validated ? 'diagnostic_page_step_validate' : 'diagnostic_page_step_draft';
		const validatedFor = validated ? this.#figures : null;
		this.#edit(code, (document) => ({ ...document, validatedFor }));
	}

	/** Has the document say what named sites would mind, or not. */
	setInternal(internal: boolean): void {
		const code = internal ? 'diagnostic_page_step_internal' : 'diagnostic_page_step_shared';
		this.#edit(code, (document) => edit.withAudience(document, internal));
	}

	#edit(
		code: string,
		edited: (document: edit.AuthoredDocument) => edit.AuthoredDocument,
		gesture: string | null = null
	): void {
		this.#scenarios.editDocument(this.#area, code, edited, gesture);
	}
}

const WHOLE = { kind: 'territory' } as const;

/** What a scenario changes is told of usable hours, which new hours change too. */
function request(question: Question | null, { current }: Scenarios): DiagnosticRequest | null {
	if (question === null) return null;
	const modifications = current?.modifications.map(({ id, cost }) => ({ modificationId: id, cost }));
	const isTold = current !== null && question.scenario === current.id;
	const costs = isTold && modifications ? { settings: current.costs, modifications } : null;
	return { question: diagnosticQuestion(question), costs };
}
