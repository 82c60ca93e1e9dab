import type { JobContext, Transferable } from '#workers/protocol.ts';
import type { AtlasSession } from './session.ts';

/** A job on the territory that is open. */
export type SessionJob<Request, Response> = (
	session: AtlasSession,
	request: Request,
	context: JobContext
) => Promise<Response>;

/** Makes a handler of such a job: it asks the territory that is open by then. */
export type Asking = <Request, Response>(
	job: SessionJob<Request, Response>
) => (request: Request, context: JobContext) => Promise<Transferable<Response>>;
