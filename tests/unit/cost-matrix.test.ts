import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importCostMatrix } from '#io/matrix/cost-matrix.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => importCostMatrix(bytes(text), 'couts.csv');

describe('a list of costs', () => {
	it('is read as it stands: no unit, no rounding, rows by origin, a blank pair left out', () => {
		const { value, notes } = read('from,to,value\nb,x,0.25\na,y,1e3\nb,y,\na,x,12.345678901\nc,x,Inf\n');
		expect(value).toEqual({
			fromIds: ['b', 'a', 'c'],
			toIds: ['x', 'y'],
			first: Uint32Array.of(0, 1, 3, 3),
			to: Uint32Array.of(0, 0, 1),
			value: Float64Array.of(0.25, 12.345678901, 1000)
		});
		expect(notes.map(({ message }) => message)).toEqual([{ code: 'note_cost_unreachable', params: { count: 2 } }]);
	});

	it('is the same compressed, with semicolons and decimal commas, in another order, under usual names', () => {
		const plain = read('from,to,value\na,x,1.5\na,y,2\n').value;
		expect(importCostMatrix(gzipSync(bytes('from,to,value\na,x,1.5\na,y,2\n')), 'couts.csv.gz').value).toEqual(plain);
		expect(read('Durée;from_id;to_id\n1,5;a;x\n2;a;y\n').value).toEqual(plain);
	});

	it('leaves out pair by pair what it cannot use, and counts each row once', () => {
		const lines = ['from,to,value', ',x,1', 'a,,1', 'a,x,loin', 'a,x,-1', 'a,y,3', 'a,y,4', 'a,z,5', 'a,z,5', ''];
		const { value, rejected, rowsRead, rowsKept, notes } = read(lines.join('\n'));
		expect(rejected.map(({ note }) => [note.row, note.message.code, note.read])).toEqual([
			[2, 'note_matrix_id_missing', '1'],
			[3, 'note_matrix_id_missing', '1'],
			[4, 'note_cost_not_number', 'loin'],
			[5, 'note_cost_negative', '-1'],
			[6, 'note_cost_overruled', '3']
		]);
		expect([...value.value]).toEqual([4, 5]);
		expect([rowsRead, rowsKept]).toEqual([8, 3]);
		expect(notes.at(-1)?.message).toEqual({ code: 'note_cost_repeated', params: { count: 1 } });
	});

	it('needs its three columns and a line', () => {
		const refused = (text: string, detail: object) =>
			expect(() => read(text)).toThrow(expect.objectContaining({ file: 'couts.csv', detail }));
		refused('from,to,qte\na,x,1\n', {
			code: 'error_cost_matrix_columns',
			params: { expected: 'value', columns: 'from, to, qte' }
		});
		refused('lieu,to,value\na,x,1\n', {
			code: 'error_cost_matrix_columns',
			params: { expected: 'from', columns: 'lieu, to, value' }
		});
		refused('from,to,value\n', { code: 'error_cost_matrix_empty', params: {} });
		refused('', { code: 'error_cost_matrix_empty', params: {} });
	});

	it('takes hostile names as names', () => {
		const { value } = read('from,to,value\n__proto__,constructor,1\nconstructor,__proto__,2\n');
		expect([value.fromIds, value.toIds, [...value.value]]).toEqual([
			['__proto__', 'constructor'],
			['constructor', '__proto__'],
			[1, 2]
		]);
	});
});
