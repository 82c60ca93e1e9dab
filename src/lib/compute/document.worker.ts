import { holdAlive } from '#workers/alive.ts';
import { serve, type Endpoint } from '#workers/serve.ts';
import { documentHandlers } from './document-jobs.ts';
import { SITE_PARTS } from './site-parts.ts';

// The worker that draws the pictures of documents and writes them as files. It stands here, above the documents that it is made of, and not in
// workers/, which knows nothing of words.
serve(self as unknown as Endpoint, documentHandlers(SITE_PARTS));
holdAlive(self);
