import { PROJECT_HANDLERS } from './jobs/project/handlers.ts';
import { holdAlive } from './alive.ts';
import { serve, type Endpoint } from './serve.ts';

// The worker that reads and writes project files: they are as large as a territory.
serve(self as unknown as Endpoint, PROJECT_HANDLERS);
holdAlive(self);
