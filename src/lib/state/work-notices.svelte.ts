import type { Message } from '#domain/notes.ts';

/** The browser keeps nothing: a private window; or no more: a full disk. */
const NOT_SAVED: Message = { code: 'note_scenario_not_saved', params: {} };
const NO_ROOM: Message = { code: 'note_scenario_no_room', params: {} };

/** What the reader must know of what is made here: a link's scenario that is not here, a browser that saves nothing. */
export class WorkNotices {
	#isRefusalSaid = false;
	list = $state.raw<readonly Message[]>([]);

	say(notice: Message): void {
		// The newest of a kind is enough, but what speaks of one file speaks of no other.
		const others = this.list.filter(({ code, params }) => code !== notice.code || Object.keys(params).length > 0);
		this.list = [...others, notice];
	}

	/** The browser did not save. Said once, until something is saved again. */
	refused(error: unknown): void {
		if (this.#isRefusalSaid) return;
		this.#isRefusalSaid = true;
		this.say(isFull(error) ? NO_ROOM : NOT_SAVED);
	}

	/** All is saved. */
	saved(): void {
		this.#isRefusalSaid = false;
		this.list = this.list.filter((notice) => !this.isRefusal(notice));
	}

	/** Another territory is open. */
	forget(): void {
		this.#isRefusalSaid = false;
		this.list = [];
	}

	dismiss(notice: Message): void {
		this.list = this.list.filter((one) => one !== notice);
	}

	/** Whether a notice says that nothing keeps what is made here. */
	readonly isRefusal = (notice: Message): boolean => notice === NOT_SAVED || notice === NO_ROOM;
}

/** Whether the browser has no room left. */
export function isFull(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'QuotaExceededError';
}
