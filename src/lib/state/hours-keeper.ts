import type { Message } from '#domain/notes.ts';
import { readSiteHours, writeSiteHours } from '#io/project/hours-json.ts';
import type { HoursCorrection } from '../compute/jobs.ts';
import type { Kept, KeptStore } from './kept-store.ts';
import type { Keeper, Merge } from './saver.ts';

/** The corrected hours of a project are kept as one text. */
export type HoursStore = KeptStore<string>;
type Typed = readonly HoursCorrection[];

const NONE: Typed = [];

/** Saves the hours of the data that the user corrected, and reads them again when the project is opened. */
export class HoursKeeper implements Keeper<Typed> {
	readonly #store: HoursStore;
	readonly #key: string;
	#version = 0;
	/** As they were saved or read last. */
	#saved = NONE;
	/** Rows that this version of Maillage cannot read: they are saved again as they are. */
	#unread: readonly unknown[] = [];
	/** What is saved and cannot be read at all: nothing is written over it. */
	#unreadText: string | null = null;

	/** @param key names the project, in the store */
	constructor(store: HoursStore, key: string) {
		this.#store = store;
		this.#key = key;
	}

	/** @throws what the store throws */
	async load(): Promise<{ readonly hours: Typed; readonly notices: readonly Message[] }> {
		const kept = await this.#store.read(this.#key);
		if (kept !== null) this.#take(kept);
		const isTold = this.#unreadText !== null || this.#unread.length > 0;
		return { hours: this.#saved, notices: isTold ? [{ code: 'note_project_hours_unread', params: {} }] : [] };
	}

	/** @throws Error where a later version of Maillage saved what stands there */
	async save(hours: Typed): Promise<Merge<Typed> | null> {
		if (hours === this.#saved) return null;
		if (this.#unreadText !== null) throw new Error('Hours of a later version are not written over');
		const other = await this.#store.write(this.#key, this.#version, this.text(hours));
		if (other === null) {
			this.#version += 1;
			this.#saved = hours;
			return null;
		}
		const base = this.#saved;
		this.#take(other);
		const theirs = this.#saved;
		return (mine) => mergeHours(base, mine, theirs);
	}

	/** Hours as they are kept, with those that cannot be read. */
	text(hours: Typed): string {
		return this.#unreadText ?? writeSiteHours(hours, this.#unread);
	}

	#take({ version, value }: Kept<string>): void {
		this.#version = version;
		const read = value === '' ? { hours: NONE, unread: [] } : readSiteHours(value);
		this.#unreadText = read === null ? value : null;
		this.#saved = read?.hours ?? NONE;
		this.#unread = read?.unread ?? [];
	}
}

/** What comes of the hours that two windows corrected since both had `base`: of each site as the window that changed it has it, mine of both. */
export function mergeHours(base: Typed, mine: Typed, theirs: Typed): Typed {
	const [was, here] = [base, mine].map((typed) => new Map(typed.map((one) => [one.siteId, one])));
	const isMine = (siteId: string) => was.get(siteId) !== here.get(siteId);
	const kept = theirs.filter(({ siteId }) => !isMine(siteId));
	return [...kept, ...mine.filter(({ siteId }) => isMine(siteId))];
}
