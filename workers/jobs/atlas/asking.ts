import type { JobContext, Transferable } from '#workers/protocol.ts';
import type { OpenTerritory } from '../scenario/session.ts';
import type { AtlasSession } from './session.ts';

/** A job on the territory that is open, under the scenario that its request names. */
export type SessionJob<Request, Response> = (
	session: AtlasSession,
	request: Request,
	context: JobContext
) => Promise<Response>;

/** Makes a handler of such a job: it asks the territory that is open by then. */
export type Asking = <Request, Response>(
	job: SessionJob<Request, Response>
) => (request: Request, context: JobContext) => Promise<Transferable<Response>>;

/**
 * Handlers of jobs on an open territory. The scenario is that of the request (`scenario`), else that of its question, else that of the request
 * where it is itself a question; none: the territory as it is. Answers are copied to the page, not moved: the session keeps what it may be
 * asked again.
 * @throws MaillageError `error_question_scenario` for a scenario that is not held
 */
export function askingOf(open: OpenTerritory): Asking {
	return (job) => async (request, context) => {
		const session = open.under(scenarioOf(request));
		return { response: await job(session, request, context), transfer: [] };
	};
}

function scenarioOf(request: unknown): string | null {
	if (typeof request !== 'object' || request === null) return null;
	if ('scenario' in request) return typeof request.scenario === 'string' ? request.scenario : null;
	return 'question' in request ? scenarioOf(request.question) : null;
}
