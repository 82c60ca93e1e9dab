import { searchHandlers } from './jobs/scenario/search-handlers.ts';
import { holdAlive } from './alive.ts';
import { serve, type Endpoint } from './serve.ts';

// The worker of one search for a proposal: what it holds goes with it.
serve(self as unknown as Endpoint, searchHandlers());
holdAlive(self);
