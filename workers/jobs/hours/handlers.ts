import type { JobHandlers } from '../../protocol.ts';
import type { HoursTextRequest } from './hours-text-jobs.ts';

/** The jobs on hours that need no territory. The readers of hours are fetched with the first text: most visits type none. */
export function hoursTextHandlers(): Pick<JobHandlers, 'readHoursText'> {
	return {
		readHoursText: async ({ text }: HoursTextRequest) => {
			const { readHours } = await import('./read-hours.ts');
			return { response: readHours(text), transfer: [] };
		}
	};
}
