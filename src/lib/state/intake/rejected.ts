import type { RejectedRow } from '#domain/notes.ts';
import { writeMessage, type Locale } from '#i18n/message.ts';
import { writeRejectedCsv } from '#io/tables/csv-writer.ts';

/** Rows left out, each with its reason in the reader's language, as CSV. */
export function rejectedCsv(rows: readonly RejectedRow[], locale: Locale): Uint8Array {
	return writeRejectedCsv(rows, ({ note }) => writeMessage(note.message, locale));
}
