import type { CellCard, CommuneCard, HexagonCard, SiteCard } from '#domain/cards.ts';
import type { MapTarget } from '#domain/map-target.ts';
import type { Question } from '#domain/question.ts';
import type { WorkerClient } from '../compute/territory-client.ts';

/** What is known of the thing pinned or pointed at, with the question it answers: the cursor may be further by now. */
export type Card = { readonly question: Question } & (
	| { readonly kind: 'cell'; readonly card: CellCard }
	| { readonly kind: 'hexagon'; readonly card: HexagonCard }
	| { readonly kind: 'commune'; readonly card: CommuneCard }
	| { readonly kind: 'site'; readonly card: SiteCard }
);

/** What the worker has a card of; a sector's stands in the answer about sectors. */
export type CardTarget = Exclude<MapTarget, { kind: 'sector' }>;

export const hasCard = (target: MapTarget): target is CardTarget => target.kind !== 'sector';

/** Asks the worker for the card of a selection under a question. */
export async function fetchCard(
	client: WorkerClient,
	question: Question,
	selection: CardTarget,
	signal: AbortSignal
): Promise<Card> {
	switch (selection.kind) {
		case 'cell':
			return {
				question,
				kind: 'cell',
				card: await client.run('cellCard', { question, cell: selection.cell }, { signal })
			};
		case 'hexagon': {
			const { resolution, hexagon } = selection;
			return {
				question,
				kind: 'hexagon',
				card: await client.run('hexagonCard', { question, resolution, hexagon }, { signal })
			};
		}
		case 'commune':
			return {
				question,
				kind: 'commune',
				card: await client.run('communeCard', { question, code: selection.code }, { signal })
			};
		case 'site':
			return {
				question,
				kind: 'site',
				card: await client.run('siteCard', { question, site: selection.site }, { signal })
			};
	}
}
