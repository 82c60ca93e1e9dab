import { sweepHandlers } from './jobs/sweep/sweep-jobs.ts';
import { holdAlive } from './alive.ts';
import { serve, type Endpoint } from './serve.ts';

// The worker that helps another to sweep. Compiled with the page's types: in a worker, `self` posts to the one that started it.
serve(self as unknown as Endpoint, sweepHandlers());
holdAlive(self);
