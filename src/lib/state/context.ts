import { createContext } from 'svelte';
import type { Atlas } from './atlas.svelte.ts';
import type { FollowUps } from './follow-ups.svelte.ts';
import type { Intake } from './intake/intake.svelte.ts';
import type { KeptImports } from './intake/kept-import.svelte.ts';
import type { Player } from './player.svelte.ts';
import type { PrintRoom } from './print-room.ts';
import type { Projects } from './projects.svelte.ts';
import type { Scenarios } from './scenarios.svelte.ts';
import type { Settings } from './settings.svelte.ts';

/** What every page of the app shares; set by the root layout. */
export interface AppState {
	readonly atlas: Atlas;
	readonly player: Player;
	readonly scenarios: Scenarios;
	readonly projects: Projects;
	/** Another time of the territory, beside it. */
	readonly followUps: FollowUps;
	/** The files that a territory is being made of. */
	readonly intake: Intake;
	/** What keeps them until it is made. */
	readonly imports: KeptImports;
	readonly settings: Settings;
	readonly printRoom: PrintRoom;
	/** Opens the window where a territory is chosen. */
	readonly chooseTerritory: () => void;
}

export const [getApp, setApp] = createContext<AppState>();
