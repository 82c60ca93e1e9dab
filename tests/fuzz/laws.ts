import { MaillageError, type Imported, type Message, type Note } from '#domain/notes.ts';
import { LOCALES, writeMessage, writeNote } from '../../src/lib/i18n/message.ts';

/** A law that an importer broke. */
export class Fault extends Error {
	override readonly name = 'Fault';
}

function must(holds: boolean, says: () => string): void {
	if (!holds) throw new Fault(says());
}

/** Everything that all objects share: what a text of a file must never change. */
const SHARED = [Object, Array, Function, String, Number, Map, Set].map(({ prototype }) => prototype as object);
const keysOf = (shared: object) => Reflect.ownKeys(shared).map(String).join();
const SHARED_KEYS = SHARED.map(keysOf);

/** Throws where something was written on what all objects share. */
export function checkNothingPolluted(): void {
	SHARED.forEach((shared, rank) => must(keysOf(shared) === SHARED_KEYS[rank], () => `polluted: ${keysOf(shared)}`));
}

/** Most values looked at in a result: enough for each kind of row of it. */
const MOST_LOOKED_AT = 20_000;

/** Throws where an object has got another object of the file as its prototype, or a plain number is none. */
export function checkPlainValues(root: unknown): void {
	const toSee: unknown[] = [root];
	const seen = new Set<object>();
	for (let looked = 0; toSee.length > 0 && looked < MOST_LOOKED_AT; looked++) {
		const value = toSee.pop();
		if (typeof value === 'number') must(Number.isFinite(value), () => `a number that is none: ${value}`);
		if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) continue;
		seen.add(value);
		const prototype = Object.getPrototypeOf(value) as object | null;
		must(
			prototype === null || Object.hasOwn(prototype, 'constructor'),
			() => `an object whose prototype is ${JSON.stringify(prototype)}`
		);
		toSee.push(
			...(value instanceof Map ? [...(value as Map<unknown, unknown>).values()] : Object.values(value)).slice(
				0,
				MOST_LOOKED_AT
			)
		);
	}
}

/** Throws where a message has no text in a language, or a blank of it is filled by nothing. */
export function checkMessage(message: Message): void {
	for (const [name, value] of Object.entries(message.params)) {
		const told = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
		must(told, () => `${message.code}: ${name} is ${String(value)}`);
	}
	for (const locale of LOCALES) {
		const text = writeMessage(message, locale);
		must(text !== '' && !text.startsWith(`[${message.code}]`), () => `${message.code} has no text (${locale})`);
	}
}

function checkNote(note: Note): void {
	must(typeof note.file === 'string', () => `${note.message.code}: no file`);
	must(
		note.row === null || (Number.isInteger(note.row) && note.row > 0),
		() => `${note.message.code}: row ${note.row}`
	);
	must(note.column === null || typeof note.column === 'string', () => `${note.message.code}: column`);
	must(note.read === null || typeof note.read === 'string', () => `${note.message.code}: read`);
	checkMessage(note.message);
	for (const locale of LOCALES) must(writeNote(note, locale) !== '', () => `${note.message.code}: not said`);
}

/** Throws where rows are lost or counted twice, a row left out is not told with its row and its cells, or a note cannot be said. */
export function checkImported(imported: Omit<Imported<unknown>, 'value'>): void {
	const { rowsRead, rowsKept, rejected, notes } = imported;
	must(
		[rowsRead, rowsKept].every((count) => Number.isInteger(count) && count >= 0),
		() => 'rows that are no count'
	);
	must(
		rowsRead === rowsKept + rejected.length,
		() => `${rowsRead} read, ${rowsKept} kept, ${rejected.length} rejected`
	);
	// Notes are many where rows are: each kind once says whether it can be said.
	const kinds = new Map(notes.map((note) => [`${note.message.code} ${note.severity}`, note]));
	for (const note of kinds.values()) checkNote(note);
	for (const { note, cells } of rejected) {
		// Roads have no rows: what is read there is the identifier of the way.
		must(note.row !== null || note.read !== null, () => `${note.message.code}: a row left out, and which is not said`);
		must(note.severity === 'rejected', () => `${note.message.code}: left out, said to be ${note.severity}`);
		must(
			Object.values(cells).every((cell) => typeof cell === 'string'),
			() => `${note.message.code}: cells`
		);
	}
	for (const { note } of rejected.slice(0, 50)) checkNote(note);
	checkPlainValues(imported);
}

/** Throws where rows are lost, or one is left out twice: of a square table the cells are counted, not the rows. */
export function checkRows(imported: Omit<Imported<unknown>, 'value'>): void {
	checkImported(imported);
	const leftOut = imported.rejected.map(({ note }) => note.row);
	must(new Set(leftOut).size === leftOut.length, () => 'a row left out twice');
}

/** Throws where a text that was written, read and written again is not the same bytes: what is kept in a territory is kept as it is. */
export function checkWrittenBack<Value>(
	value: Value,
	write: (value: Value) => Uint8Array,
	read: (bytes: Uint8Array) => Value
): void {
	const bytes = write(value);
	const [written, again] = [bytes, write(read(bytes))].map((one) => new TextDecoder('latin1').decode(one));
	must(written === again, () => `not the same once read back: ${firstDifference(written, again)}`);
}

function firstDifference(one: string, other: string): string {
	let at = 0;
	while (one[at] === other[at]) at++;
	return `${JSON.stringify(one.slice(at - 30, at + 40))} / ${JSON.stringify(other.slice(at - 30, at + 40))}`;
}

/** Runs a reader: what it refuses must be a sentence that can be said, anything else thrown is a fault. */
export async function refusedOr(run: () => unknown): Promise<'read' | 'refused'> {
	try {
		await run();
		return 'read';
	} catch (error) {
		if (!(error instanceof MaillageError)) throw error;
		checkMessage(error.detail);
		return 'refused';
	} finally {
		checkNothingPolluted();
	}
}
