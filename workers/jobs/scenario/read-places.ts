import { MaillageError } from '#domain/notes.ts';
import type { PlacesReading } from '#domain/proposals.ts';
import { binaryKind } from '#io/bytes/binary-kind.ts';
import { importPlaces } from '#io/tables/places-csv.ts';
import { decodeText } from '#io/tables/text-encoding.ts';
import type { PlacesRequest } from './scenario-jobs.ts';

/** A list of places, typed or out of a file: what can be read is, and the rest is said. */
export function readPlaces(request: PlacesRequest): PlacesReading {
	const { bytes, file } = 'text' in request ? { bytes: new TextEncoder().encode(request.text), file: '' } : request;
	const text = binaryKind(bytes) === null ? decodeText(bytes, file).text : null;
	try {
		const { value: places, notes } = importPlaces(bytes, file);
		return { text, places, notes };
	} catch (error) {
		if (!(error instanceof MaillageError)) throw error;
		const { detail: message } = error;
		return { text, places: [], notes: [{ severity: 'rejected', message, file, row: null, column: null, read: null }] };
	}
}
