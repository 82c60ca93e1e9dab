import Papa from 'papaparse';
import type { Random } from '../../data/demo/generator/tools/random.ts';
import { encodedAsFound } from './encodings.ts';
import { HOSTILE_CELLS, HOSTILE_TEXTS } from './hostile-values.ts';

type Rows = string[][];
type Damage = (rows: Rows, random: Random) => void;

const column = (rows: Rows, random: Random) => random.integer(0, Math.max(0, (rows[0]?.length ?? 1) - 1));
const line = (rows: Rows, random: Random) => random.integer(0, Math.max(0, rows.length - 1));

const DAMAGES: readonly Damage[] = [
	// Cells.
	(rows, random) => {
		for (let left = random.integer(1, 12); left > 0; left--) {
			const row = rows[line(rows, random)];
			row[random.integer(0, Math.max(0, row.length - 1))] = random.pick(HOSTILE_CELLS);
		}
	},
	// One column, all along.
	(rows, random) => {
		const at = column(rows, random);
		const values = [random.pick(HOSTILE_CELLS), random.pick(HOSTILE_CELLS), ''];
		for (const row of rows.slice(1)) row[at] = random.pick(values);
	},
	// Headings.
	(rows, random) => {
		rows[0][column(rows, random)] = random.pick([...HOSTILE_TEXTS, rows[0][column(rows, random)]]);
	},
	// A column twice, under the same name or not; a column gone.
	(rows, random) => {
		const at = column(rows, random);
		for (const row of rows) row.splice(at, 0, row[at] ?? '');
	},
	(rows, random) => {
		const at = column(rows, random);
		for (const row of rows) row.splice(at, 1);
	},
	// Lines in another order, twice, gone, the headings in the middle.
	(rows, random) => {
		rows.splice(1, rows.length, ...random.shuffled(rows.slice(1)));
	},
	(rows, random) => {
		rows.push(
			...rows
				.slice(1)
				.filter(() => random.chance(0.3))
				.map((row) => [...row])
		);
	},
	(rows, random) => {
		rows.splice(line(rows, random), random.integer(1, 5));
	},
	(rows, random) => {
		rows.splice(line(rows, random), 0, [...(rows[0] ?? [])]);
	},
	// Rows too long, too short, blank.
	(rows, random) => {
		const row = rows[line(rows, random)];
		if (random.chance(0.5)) row.push(...Array<string>(random.integer(1, 50)).fill(random.pick(HOSTILE_CELLS)));
		else row.splice(random.integer(0, row.length));
	},
	(rows, random) => {
		const at = line(rows, random);
		rows[at] = rows[at].map(() => '');
	},
	// Digits moved about: decimal commas, spreadsheet's dates, signs.
	(rows, random) => {
		const at = column(rows, random);
		const [from, to] = random.pick([
			['.', ','],
			[',', '.'],
			['-', '\u2212'],
			['0', ''],
			[':', 'h'],
			['', '\u00a0'],
			['', "'"]
		]);
		for (const row of rows.slice(1)) row[at] = (row[at] ?? '').replace(from, to);
	}
];

/** A table harmed as people and spreadsheets harm them, then written in some dialect and encoding, with its quotes or without. */
export function damagedTable(text: string, random: Random): Uint8Array {
	const rows = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data;
	for (let left = random.integer(1, 4); left > 0; left--) if (rows.length > 0) random.pick(DAMAGES)(rows, random);
	const delimiter = random.pick([';', ',', '\t', '|', ';;', ' ', '\u001f']);
	const newline = random.pick(['\n', '\r\n', '\r', '\n\n']);
	const written = random.chance(0.85)
		? Papa.unparse(rows, { delimiter: delimiter === '\u001f' ? ';' : delimiter, newline })
		: rows.map((row) => row.join(delimiter)).join(newline);
	return encodedAsFound(`${random.pick(['', '', '', 'sep=;\n', '\n\n', '# fait à la main\n'])}${written}`, random);
}
