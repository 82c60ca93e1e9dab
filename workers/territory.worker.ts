import { atlasHandlers } from './jobs/atlas/handlers.ts';
import { serve, type Endpoint } from './serve.ts';

// The worker that holds the opened territory and answers the questions of the map.
serve(self as unknown as Endpoint, atlasHandlers());
