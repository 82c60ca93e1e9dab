import type { JobHandlers } from '#workers/protocol.ts';
import type { Asking } from '../asking.ts';
import { sectors } from './sectors.ts';
import { supply } from './supply.ts';

/** The jobs of supply and of under-served sectors, on the open territory. */
export function supplyHandlers(asking: Asking): JobHandlers {
	return { supply: asking(supply), sectors: asking(sectors) };
}
