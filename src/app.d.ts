import type { StartedChange } from './lib/state/started-change.ts';

declare global {
	namespace App {
		interface PageState {
			/** With what the page Simulation is come to. */
			readonly start?: StartedChange;
		}
	}
}

export {};
