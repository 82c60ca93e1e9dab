import { intakeHandlers } from './jobs/intake/handlers.ts';
import { prepareTerritoryJob } from './jobs/prepare/worker-job.ts';
import { holdAlive } from './alive.ts';
import { serve, type Endpoint } from './serve.ts';
import { startSweepPartner } from './sweep-partner.ts';

// Compiled with the page's types: in a worker, `self` posts to the page that started it.
serve(self as unknown as Endpoint, { ...intakeHandlers, prepareTerritory: prepareTerritoryJob(startSweepPartner()) });
holdAlive(self);
