import { FILE_TARGETS } from './targets-files.ts';
import { TERRITORY_TARGETS } from './targets-territory.ts';
import { TEXT_TARGETS } from './targets-texts.ts';
import type { Target } from './target.ts';

/** Every importer, each with the sound files that are harmed for it. */
export const TARGETS: readonly Target[] = [...FILE_TARGETS, ...TEXT_TARGETS, ...TERRITORY_TARGETS];
