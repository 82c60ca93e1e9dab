import type { RejectedRow } from '#domain/notes.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { writeRejectedCsv } from '#io/tables/csv-writer.ts';
import { rejectedFile } from '#io/territory-folder/files.ts';

/** The files of the rows left out of each input, by path, their reasons in the reader's language; none for an input whose rows were all kept. */
export function rejectedFiles(
	rejected: ReadonlyMap<string, readonly RejectedRow[]>,
	locale: Locale
): Map<string, Uint8Array> {
	const files = new Map<string, Uint8Array>();
	for (const [input, rows] of rejected) {
		if (rows.length === 0) continue;
		files.set(
			rejectedFile(input),
			writeRejectedCsv(rows, ({ note }) => writeMessage(note.message, locale))
		);
	}
	return files;
}
