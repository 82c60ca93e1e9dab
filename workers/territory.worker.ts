import { atlasHandlers } from './jobs/atlas/handlers.ts';
import { openSource } from './jobs/atlas/open-source.ts';
import { hoursTextHandlers } from './jobs/hours/handlers.ts';
import { holdAlive } from './alive.ts';
import { serve, type Endpoint } from './serve.ts';
import { startSweepPartner } from './sweep-partner.ts';

// The worker that holds the opened territory, answers the questions of the map and reads the hours that the user types.
const partner = startSweepPartner();
serve(self as unknown as Endpoint, {
	...atlasHandlers((source, steps) => openSource(source, steps, { partner })),
	...hoursTextHandlers()
});
holdAlive(self);
