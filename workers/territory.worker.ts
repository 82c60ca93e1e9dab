import { atlasHandlers } from './jobs/atlas/handlers.ts';
import { openSource } from './jobs/atlas/open-source.ts';
import { serve, type Endpoint } from './serve.ts';
import { startSweepPartner } from './sweep-partner.ts';

// The worker that holds the opened territory and answers the questions of the map.
const partner = startSweepPartner();
serve(
	self as unknown as Endpoint,
	atlasHandlers((source, steps) => openSource(source, steps, { partner }))
);
