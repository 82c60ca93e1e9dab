import { MaillageError } from '#domain/notes.ts';
import type { CsvRecord } from './csv.ts';
import { numberMeanings, numberText, type NumberMeaning } from './workbook-numbers.ts';
import { attribute, readXml, workbookParts, type WorkbookParts } from './workbook-parts.ts';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
/** Cells of the rows kept, blanks before a filled one counted: some gigabyte. */
const MOST_CELLS = 30e6;
/** The last column that a sheet can have (ECMA-376 §18.3.1.4: XFD). */
const MOST_COLUMNS = 16_384;

export interface WorkbookRead {
	/** Rows with a cell filled, numbered as the sheet numbers them. */
	readonly records: readonly CsvRecord[];
	readonly sheet: string;
	/** The other sheets that are shown: they are not read. */
	readonly others: readonly string[];
}

/** What numbers and strings of cells refer to. */
interface Shared {
	readonly strings: readonly string[];
	readonly meanings: readonly NumberMeaning[];
	readonly calendar: 1900 | 1904;
}

interface SheetPlace {
	readonly name: string;
	readonly path: string;
}

/**
 * The rows of a workbook (.xlsx): those of the first sheet shown that has a row below its headings. Dates and hours become the texts that a CSV
 * would have; a formula, its last result.
 * @throws MaillageError `error_table_is_spreadsheet` (another format of workbook), and those of workbookParts
 */
export function readWorkbook(bytes: Uint8Array, file: string): WorkbookRead {
	// "PK": the older .xls is no zip.
	if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new MaillageError('error_table_is_spreadsheet', {}, file);
	const parts = workbookParts(bytes, file);
	const { sheets, calendar } = sheetsOf(parts, file);
	const shared = { strings: stringsOf(parts, file), meanings: numberMeanings(parts, file), calendar };
	let best: WorkbookRead | null = null;
	for (const { name, path } of sheets) {
		const xml = parts(path);
		if (xml === null) throw new MaillageError('error_workbook_damaged', { path }, file);
		const records = recordsOf(xml, path, file, shared);
		const others = sheets.filter((other) => other.path !== path).map((other) => other.name);
		if (best === null || records.length > best.records.length) best = { records, sheet: name, others };
		if (records.length > 1) break;
	}
	if (best === null) throw new MaillageError('error_table_empty', {}, file);
	return best;
}

function sheetsOf(parts: WorkbookParts, file: string): { sheets: readonly SheetPlace[]; calendar: 1900 | 1904 } {
	const workbook = parts(WORKBOOK);
	const relations = parts(RELATIONS);
	// A text document or a workbook of LibreOffice is a zip too.
	if (workbook === null || relations === null) throw new MaillageError('error_table_is_spreadsheet', {}, file);
	const paths = new Map<string, string>();
	readXml(relations, RELATIONS, file, {
		open(name, { Id, Target = '' }) {
			if (name === 'Relationship') paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
		}
	});
	const sheets: SheetPlace[] = [];
	let calendar: 1900 | 1904 = 1900;
	readXml(workbook, WORKBOOK, file, {
		open(name, attributes) {
			if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? '')) calendar = 1904;
			if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
			const path = paths.get(attribute(attributes, 'id') ?? '');
			// A sheet of a chart has no rows.
			if (path?.includes('worksheets/')) sheets.push({ name: attributes.name, path });
		}
	});
	return { sheets, calendar };
}

/** Strings that cells share, each of one or more runs; how it is pronounced (`rPh`) is no part of it. */
function stringsOf(parts: WorkbookParts, file: string): readonly string[] {
	const xml = parts(STRINGS);
	if (xml === null) return [];
	const strings: string[] = [];
	const text = new RunText();
	readXml(xml, STRINGS, file, {
		open: (name) => text.open(name),
		text: (piece) => text.add(piece),
		close(name) {
			text.close(name);
			if (name === 'si') strings.push(text.take());
		}
	});
	return strings;
}

/** The text of the `t` of a string or of a cell. */
class RunText {
	#text = '';
	#isIn = false;
	#isSpoken = false;

	open(name: string): void {
		if (name === 'rPh') this.#isSpoken = true;
		else if (name === 't') this.#isIn = !this.#isSpoken;
	}

	add(text: string): void {
		if (this.#isIn) this.#text += text;
	}

	close(name: string): void {
		if (name === 'rPh') this.#isSpoken = false;
		else if (name === 't') this.#isIn = false;
	}

	/** What was met since the last time; "_x000D_" is how a workbook writes what XML cannot (ECMA-376 §22.9.2.19). */
	take(): string {
		const text = this.#text;
		this.#text = '';
		return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
	}
}

function recordsOf(xml: string, path: string, file: string, shared: Shared): CsvRecord[] {
	const records: CsvRecord[] = [];
	const run = new RunText();
	let row = 0;
	let cells: string[] = [];
	let column = -1;
	let cell: Readonly<Record<string, string>> = {};
	let value = '';
	let isInValue = false;
	let cellCount = 0;
	readXml(xml, path, file, {
		open(name, attributes) {
			if (name === 'row') {
				row = /^[1-9]\d{0,6}$/.test(attributes.r ?? '') ? Number(attributes.r) : row + 1;
				cells = [];
				column = -1;
			} else if (name === 'c') {
				cell = attributes;
				column = columnOf(attributes.r) ?? column + 1;
				value = '';
			} else if (name === 'v') isInValue = true;
			else run.open(name);
		},
		text(text) {
			if (isInValue) value += text;
			else run.add(text);
		},
		close(name) {
			if (name === 'v') isInValue = false;
			else if (name === 'c') {
				const inline = run.take();
				const text = cell.t === 'inlineStr' ? inline : cellText(value, cell, shared);
				if (text === null) throw new MaillageError('error_workbook_damaged', { path }, file);
				if (text === '') return;
				if (column >= MOST_COLUMNS) throw new MaillageError('error_workbook_damaged', { path }, file);
				while (cells.length < column) cells.push('');
				cells[column] = text;
			} else if (name === 'row') {
				if (!cells.some((text) => text.trim() !== '')) return;
				cellCount += cells.length;
				if (cellCount > MOST_CELLS)
					throw new MaillageError('error_workbook_large', { megabytes: Math.round(xml.length / 1e6) }, file);
				records.push({ row, cells });
			} else run.close(name);
		}
	});
	return evened(records);
}

/** Rows as long as their headings: sheets leave the blanks at the end of a row out. A longer row stays longer, and is told as such. */
function evened(records: readonly CsvRecord[]): CsvRecord[] {
	const width = records[0]?.cells.length ?? 0;
	return records.map(({ row, cells }) => ({
		row,
		cells: cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells
	}));
}

/** Rank of a column from 0, by a reference ("AB12"). */
function columnOf(reference: string | undefined): number | null {
	const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
	if (letters === undefined) return null;
	return [...letters].reduce((rank, letter) => rank * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The text of a cell; null where it refers to a string that is not there. */
function cellText(
	value: string,
	{ t: type = 'n', s: style }: Readonly<Record<string, string>>,
	shared: Shared
): string | null {
	if (type === 's') return shared.strings[Number(value)] ?? null;
	if (type === 'b') return value === '1' ? 'true' : 'false';
	if (type !== 'n') return value;
	return numberText(value, shared.meanings[Number(style ?? 0)] ?? 'number', shared.calendar);
}
