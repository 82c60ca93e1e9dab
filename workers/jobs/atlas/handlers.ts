import type { JobHandlers } from '../../protocol.ts';
import { answer } from './answer.ts';
import { scenarioHandlers } from '../scenario/handlers.ts';
import { OpenTerritory } from '../scenario/session.ts';
import { askingOf } from './asking.ts';
import { atMoment } from './at-moment.ts';
import type { TerritorySource } from './atlas-jobs.ts';
import { cellCard } from './cards/cell-card.ts';
import { communeCard } from './cards/commune-card.ts';
import { hexagonCard } from './cards/hexagon-card.ts';
import { siteCard } from './cards/site-card.ts';
import { exportTable } from './export-table.ts';
import { diagnosticHandlers } from '../diagnostic/handlers.ts';
import { followUpHandlers } from '../follow-up/handlers.ts';
import { hoursHandlers } from './hours/handlers.ts';
import { isochroneAnswer } from './isochrones.ts';
import { openSource } from './open-source.ts';
import { paint } from './paint.ts';
import type { AtlasSession } from './session.ts';
import { supplyHandlers } from './supply/handlers.ts';
import type { TravelSteps } from '../travel/travel-source.ts';
import { weekStrip } from './week-strip.ts';

/** What the handlers open a territory with; replaced in tests, which have no site to fetch from. */
export type OpenSession = (source: TerritorySource, steps: TravelSteps) => Promise<AtlasSession>;

/**
 * The jobs of the map, on the territory they hold open between them. A job asked for before a territory is open is a fault of the
 * programme.
 */
export function atlasHandlers(open: OpenSession = openSource): JobHandlers {
	const territory = new OpenTerritory();
	const asking = askingOf(territory);
	return {
		openTerritory: async (source, context) => {
			const { signal } = context;
			const session = await open(source, { signal, onProgress: (share) => context.progress(share) });
			// The former territory stays open for a page that no longer waits for this one.
			signal.throwIfAborted();
			territory.open(session);
			return { response: session.summary, transfer: [] };
		},
		correctHours: async (corrections) => ({ response: territory.correctHours(corrections).summary, transfer: [] }),
		answer: asking(answer),
		paint: asking(paint),
		atMoment: asking(atMoment),
		weekStrip: asking(weekStrip),
		isochrones: asking(isochroneAnswer),
		cellCard: asking(cellCard),
		hexagonCard: asking(hexagonCard),
		communeCard: asking(communeCard),
		siteCard: asking(siteCard),
		exportTable: asking(exportTable),
		...hoursHandlers(asking),
		...supplyHandlers(asking),
		...scenarioHandlers(territory, asking),
		...diagnosticHandlers(territory),
		...followUpHandlers(territory)
	};
}
