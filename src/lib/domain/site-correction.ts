import type { LonLat } from './geometry.ts';

/**
 * What a reader of a file of sites puts right by hand. `site` names a place as its file tells it (see `SiteKeys`), so that a correction holds
 * whatever becomes of the other files; `name` says it in words where the file has it no more.
 */
export type SiteCorrection =
	| { readonly kind: 'moved'; readonly site: string; readonly name: string; readonly position: LonLat }
	/** The same place told twice: the other row stands for both. */
	| {
			readonly kind: 'merged';
			readonly site: string;
			readonly name: string;
			readonly into: string;
			readonly intoName: string;
	  }
	/** Two places that look like one. */
	| {
			readonly kind: 'distinct';
			readonly site: string;
			readonly name: string;
			readonly other: string;
			readonly otherName: string;
	  }
	/** Hours in the OpenStreetMap syntax, and the words that they were typed with. */
	| {
			readonly kind: 'hours';
			readonly site: string;
			readonly name: string;
			readonly hours: string;
			readonly text: string;
	  };
