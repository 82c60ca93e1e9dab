import { inflateSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { MaillageError } from '#domain/notes.ts';
import { crc32 } from '../bytes/crc32.ts';
import {
	DEFLATED,
	isImpossible,
	LOCAL_BYTES,
	STORED,
	storedStart,
	zipDirectoryOfBytes,
	type ZipEntry
} from '../bytes/zip-directory.ts';

/** One part once decompressed: the sheet of a million rows of ten columns is below. */
const MOST_PART_BYTES = 400e6;

/** The parts of an Office Open XML file (ECMA-376), by their names in its zip; null where one is not there. */
export type WorkbookParts = (path: string) => string | null;

/**
 * Opens the zip of a workbook. Nothing is decompressed before it is asked for, nothing beyond MOST_PART_BYTES, and every part is checked
 * against its sum: an altered figure is never read.
 * @throws MaillageError `error_workbook_damaged`, `error_workbook_large`, at once or when a part is read
 */
export function workbookParts(bytes: Uint8Array, file: string): WorkbookParts {
	const entries = directory(bytes, file);
	return (path) => {
		const entry = entries.get(path);
		if (entry === undefined) return null;
		if (entry.bytes > MOST_PART_BYTES || isImpossible(entry))
			throw new MaillageError('error_workbook_large', { megabytes: Math.round(entry.bytes / 1e6) }, file);
		const part = contentOf(bytes, entry);
		if (part === null || entry.encrypted || crc32(part) !== entry.crc)
			throw new MaillageError('error_workbook_damaged', { path }, file);
		return new TextDecoder().decode(part);
	};
}

function directory(bytes: Uint8Array, file: string): ReadonlyMap<string, ZipEntry> {
	try {
		return zipDirectoryOfBytes(bytes, file);
	} catch {
		throw new MaillageError('error_workbook_damaged', { path: 'zip' }, file);
	}
}

function contentOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
	const { offset, storedBytes, bytes: stated, method } = entry;
	const header = bytes.subarray(offset, offset + LOCAL_BYTES);
	const start = storedStart(entry, new DataView(header.buffer, header.byteOffset, header.byteLength));
	if (start === null) return null;
	const stored = bytes.subarray(start, start + storedBytes);
	if (stored.length < storedBytes) return null;
	if (method === STORED) return stated === storedBytes ? stored : null;
	if (method !== DEFLATED) return null;
	try {
		// A buffer that is given is never made longer: what comes beyond the size stated is lost, and the sum tells.
		return inflateSync(stored, { out: new Uint8Array(stated) });
	} catch {
		return null;
	}
}

export interface XmlEvents {
	/** Names without their prefix: writers differ. */
	open?(name: string, attributes: Readonly<Record<string, string>>): void;
	text?(text: string): void;
	close?(name: string): void;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** Reads the XML of a part. @throws MaillageError `error_workbook_damaged` where it is not XML, and what the events throw */
export function readXml(xml: string, path: string, file: string, events: XmlEvents): void {
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => events.open?.(local(name), attributes));
	parser.on('text', (text) => events.text?.(text));
	parser.on('cdata', (text) => events.text?.(text));
	parser.on('closetag', ({ name }) => events.close?.(local(name)));
	try {
		parser.write(xml).close();
	} catch (error) {
		throw error instanceof MaillageError ? error : new MaillageError('error_workbook_damaged', { path }, file);
	}
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
	const key = Object.keys(attributes).find((key) => local(key) === name);
	return key === undefined ? undefined : attributes[key];
}
