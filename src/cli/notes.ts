import type { Note } from '#domain/notes.ts';
import { writeMessage, writeNote } from '#i18n/message.ts';
import { UNATTACHED, type Snaps } from '#core/travel/snap.ts';
import type { CommandContext } from './command.ts';

/** Of notes that say the same thing of many rows, these many are shown in full. */
const SHOWN_OF_A_KIND = 3;

/**
 * Notes on standard error, those that left something out or changed it first. Alike ones are counted after the first few.
 * @param path where all of them can be read, when they are written somewhere
 */
export function sayNotes(notes: readonly Note[], { say, locale }: CommandContext, path: string | null = null): void {
	const rank = { rejected: 0, changed: 1, info: 2 } as const;
	const kinds = new Map<string, Note[]>();
	for (const note of notes) {
		const kind = `${rank[note.severity]} ${note.file} ${note.message.code}`;
		const alike = kinds.get(kind);
		if (alike) alike.push(note);
		else kinds.set(kind, [note]);
	}
	for (const [, alike] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1))) {
		for (const note of alike.slice(0, SHOWN_OF_A_KIND)) say(writeNote(note, locale));
		const count = alike.length - SHOWN_OF_A_KIND;
		if (count <= 0) continue;
		const more =
			path === null
				? { code: 'cli_more_notes', params: { count } }
				: { code: 'cli_more_notes_in', params: { count, path } };
		say(writeMessage(more, locale));
	}
}

/** How many points hang on no road. */
export function sayUnattached(file: string, snaps: Snaps, metres: number, { say, locale }: CommandContext): void {
	const count = snaps.edge.reduce((sum, edge) => sum + (edge === UNATTACHED ? 1 : 0), 0);
	if (count > 0) say(writeMessage({ code: 'cli_unattached_from', params: { file, count, metres } }, locale));
}
