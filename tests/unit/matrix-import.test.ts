import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import type { TimeMatrix } from '#domain/time-matrix.ts';
import { restoreLostZeros } from '#io/matrix/matrix-ids.ts';
import { importMatrix } from '#io/matrix/matrix-import.ts';
import type { MatrixOptions } from '#io/matrix/matrix-columns.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, options?: MatrixOptions) => importMatrix(bytes(text), 'temps.csv', options);

function pairs({ fromIds, toIds, first, to, seconds }: TimeMatrix): Record<string, number> {
	const found: Record<string, number> = {};
	fromIds.forEach((from, r) => {
		for (let e = first[r]; e < first[r + 1]; e++) found[`${from}>${toIds[to[e]]}`] = seconds[e];
	});
	return found;
}

function failure(run: () => unknown): { code: string; params: Readonly<Record<string, string | number>> } {
	try {
		run();
	} catch (problem) {
		if (problem instanceof MaillageError) return problem.detail;
		throw problem;
	}
	throw new Error('nothing failed');
}

describe('a list of travel times', () => {
	it.each([
		['from,to,seconds\na,b,90', 90],
		['from_id;to_id;duration_s\na;b;90,4', 90],
		['fromId\ttoId\ttravel_time_p50\na\tb\t1.5', 90],
		['origine,destination,minutes\na,b,1.5', 90],
		['depart,arrivee,durée (min)\na,b,1.5', 90],
		['src,dst,duration\na,b,89.6', 90],
		['from,to,travel_time_p25,travel_time_p50\na,b,1,1.5', 90],
		['from,to,minutes,seconds\na,b,2,90', 90],
		['departure_time,from,to,seconds\n08:00,a,b,90', 90]
	])('is recognised by its headings, with its unit: %s', (text, seconds) => {
		expect(pairs(read(text).value)).toEqual({ 'a>b': seconds });
	});

	it('takes the unit from the caller before the heading', () => {
		expect(pairs(read('from,to,temps\na,b,3', { unit: 'minutes' }).value)).toEqual({ 'a>b': 180 });
	});

	it('is not read when nothing tells seconds from minutes', () => {
		expect(failure(() => read('from,to,temps\na,b,3'))).toEqual({
			code: 'error_matrix_unit_unknown',
			params: { column: 'temps' }
		});
	});

	it('takes other columns when they are named, and says which exist when they do not', () => {
		const text = 'A,B,cout\nx,y,7';
		expect(pairs(read(text, { mapping: { from: 'A', to: 'B', minutes: 'cout' } }).value)).toEqual({ 'x>y': 420 });
		expect(failure(() => read(text, { mapping: { from: 'A', to: 'C', minutes: 'cout' } }))).toEqual({
			code: 'error_mapping_column_missing',
			params: { column: 'C', field: 'to', columns: 'A, B, cout' }
		});
		expect(failure(() => read(text, { mapping: { départ: 'A' } })).code).toBe('error_mapping_field_unknown');
	});

	it('keeps a pair without a time as one that cannot be travelled, its origin known', () => {
		const { value, rowsKept, notes } = read('from,to,seconds\na,b,\na,c,NA\nd,b,5');
		expect(pairs(value)).toEqual({ 'd>b': 5 });
		expect(value.fromIds).toEqual(['a', 'd']);
		expect(rowsKept).toBe(3);
		expect(notes.map(({ message }) => message)).toEqual([{ code: 'note_matrix_unreachable', params: { count: 2 } }]);
	});

	it('leaves out what is not a time, with the row and what was read', () => {
		const { value, rejected, rowsRead, rowsKept } = read(
			'from,to,seconds\na,b,-3\na,c,0x10\n,d,4\na,e,2147483647\n\na,f,6'
		);
		expect(pairs(value)).toEqual({ 'a>f': 6 });
		expect(rejected.map(({ note }) => [note.row, note.read, note.message.code])).toEqual([
			[2, '-3', 'note_matrix_time_negative'],
			[3, '0x10', 'note_matrix_time_not_number'],
			[4, '4', 'note_matrix_id_missing'],
			[5, '2147483647', 'note_matrix_time_too_long']
		]);
		expect([rowsRead, rowsKept]).toEqual([5, 1]);
	});

	it('keeps the last of two times of a pair, and tells two identical ones apart from a contradiction', () => {
		const { value, rejected, notes, rowsRead, rowsKept } = read('from,to,seconds\na,b,5\nc,d,1\na,b,7\nc,d,1\n');
		expect(pairs(value)).toEqual({ 'a>b': 7, 'c>d': 1 });
		expect(rejected.map(({ note, cells }) => [note.row, cells])).toEqual([[2, { from: 'a', to: 'b', seconds: '5' }]]);
		expect(notes.map(({ message }) => message.code)).toEqual(['note_matrix_pair_overruled', 'note_matrix_repeated']);
		expect([rowsRead, rowsKept]).toEqual([4, 3]);
	});

	it('has each row of the matrix by rising destination, whatever the order of the file', () => {
		const { value } = read('from,to,seconds\na,z,1\nb,y,2\na,y,3\nb,z,4\na,x,5');
		for (let r = 0; r < value.fromIds.length; r++) {
			const row = [...value.to.slice(value.first[r], value.first[r + 1])];
			expect(row).toEqual([...row].sort((p, q) => p - q));
		}
		expect(pairs(value)).toEqual({ 'a>z': 1, 'b>y': 2, 'a>y': 3, 'b>z': 4, 'a>x': 5 });
	});

	it('reads quotes, any line end, Windows-1252 and ids that JavaScript would trip on', () => {
		expect(pairs(read('"from","to","seconds"\r"__proto__","a,b","5"\r"c ""d""","a,b",6').value)).toEqual(
			Object.fromEntries([
				['__proto__>a,b', 5],
				['c "d">a,b', 6]
			])
		);
		const windows = Uint8Array.from(
			[...'from,to,seconds\nM', 0xe9, ...'ry,b,5'].map((c) => (typeof c === 'number' ? c : c.charCodeAt(0)))
		);
		expect(importMatrix(windows, 'w.csv').value.fromIds).toEqual(['Méry']);
	});
});

describe('a square table of travel times', () => {
	const square = 'id,01004,b\n01004,0,61.4\nb,59.6,0\n';

	it('counts pairs, keeps codes as text, rounds once and says which unit it assumed', () => {
		const { value, rowsRead, rowsKept, notes } = read(square);
		expect(pairs(value)).toEqual({ '01004>01004': 0, '01004>b': 61, 'b>01004': 60, 'b>b': 0 });
		expect([rowsRead, rowsKept]).toEqual([4, 4]);
		expect(notes.map(({ message }) => message.code)).toEqual(['note_matrix_unit_seconds']);
		expect(read(square, { unit: 'seconds' }).notes).toEqual([]);
	});

	it('may have more columns than rows, holes and short rows', () => {
		const { value, rejected, notes, rowsRead, rowsKept } = read('c;L1;L2;L3\na;1;;3\nb;1;x', { unit: 'minutes' });
		expect(pairs(value)).toEqual({ 'a>L1': 60, 'a>L3': 180, 'b>L1': 60 });
		expect(rejected.map(({ note }) => [note.row, note.column, note.read])).toEqual([[3, 'L2', 'x']]);
		expect(notes.map(({ message }) => message.code)).toEqual([
			'note_matrix_row_length',
			'note_matrix_time_not_number',
			'note_matrix_unreachable'
		]);
		expect(rowsRead).toBe(rowsKept + rejected.length);
	});
});

describe('a file that is no matrix', () => {
	it.each([
		['', 'error_matrix_empty'],
		['from,to,seconds\n', 'error_matrix_empty'],
		['nom,adresse\nA,rue B', 'error_matrix_layout']
	])('says so: %j', (text, code) => expect(failure(() => read(text)).code).toBe(code));

	it('stops at a line that never ends', () => {
		expect(failure(() => read('x'.repeat(18_000_000))).code).toBe('error_matrix_line_too_long');
	});
});

describe('a compressed matrix', () => {
	const lines = Array.from({ length: 20_000 }, (_, i) => `p${i % 150},q${i % 133},${(i * 7) % 3600}`);
	const text = `from,to,seconds\n${lines.join('\n')}\n`;

	it('reads as the same text uncompressed', () => {
		expect(importMatrix(gzipSync(bytes(text)), 'temps.csv.gz').value).toEqual(read(text).value);
	});

	it('is refused when truncated or damaged', () => {
		const whole = gzipSync(bytes(text));
		const truncated = whole.slice(0, whole.length - 2000);
		expect(failure(() => importMatrix(truncated, 'temps.csv.gz')).code).toBe('error_matrix_gzip');
		expect(failure(() => importMatrix(whole.slice(0, 12), 'temps.csv.gz')).code).toBe('error_matrix_gzip');
	});

	it('is never held whole: a line end is found, or the reading stops', () => {
		const bomb = gzipSync(new Uint8Array(60_000_000).fill(65));
		expect(bomb.length).toBeLessThan(100_000);
		expect(failure(() => importMatrix(bomb, 'bombe.csv.gz')).code).toBe('error_matrix_line_too_long');
	});
});

describe('INSEE codes that lost their zero', () => {
	it('are put right when the territory knows the whole code, and only then', () => {
		const imported = read('from,to,seconds\n1004,1005,5\n38001,1004,6\n2,1999,7');
		const { value, notes } = restoreLostZeros(imported, new Set(['01004', '01005', '38001', '02']), 'temps.csv');
		expect(pairs(value)).toEqual({ '01004>01005': 5, '38001>01004': 6, '2>1999': 7 });
		expect(notes.map(({ message }) => message)).toEqual([
			{ code: 'note_matrix_zeros_restored', params: { count: 2, example: '01004' } }
		]);
	});

	it('are left alone where the short one is known, or where the whole one is there too', () => {
		const imported = read('from,to,seconds\n1004,b,5\n01004,b,6');
		expect(restoreLostZeros(imported, new Set(['01004']), 'temps.csv')).toBe(imported);
		expect(restoreLostZeros(read('from,to,seconds\n1004,b,5'), new Set(['1004', '01004']), 't').notes).toEqual([]);
	});
});
