import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MaillageError } from '#domain/notes.ts';
import { parseJson } from '#io/tables/json-text.ts';

const parse = (text: string) => parseJson(new TextEncoder().encode(text), 'f.json');

function failure(text: string) {
	try {
		parse(text);
	} catch (problem) {
		if (problem instanceof MaillageError) return problem.detail;
		throw problem;
	}
	throw new Error(`nothing failed: ${text}`);
}

describe('JSON text', () => {
	it('that nests more than a hundred levels is refused where the next one opens, brackets in texts apart', () => {
		const levels = (count: number) => '['.repeat(count) + ']'.repeat(count);
		expect(parse(levels(100))).toHaveLength(1);
		expect(parse(JSON.stringify(`${'{'.repeat(500)}"\\`))).toHaveLength(502);
		expect(failure(`\n${levels(101)}`)).toEqual({
			code: 'error_json_too_deep',
			params: { line: '2', column: '101', characters: 203, limit: 100 }
		});
	});

	it('longer than a string can be is refused before it is made one', () => {
		const long = new Uint8Array(500_000_001);
		expect(() => parseJson(long, 'f.json')).toThrow(
			expect.objectContaining({
				detail: { code: 'error_text_too_large', params: { bytes: 500_000_001, limit: 500_000_000 } },
				file: 'f.json'
			})
		);
	});

	it('reads whatever JSON.stringify writes, a byte order mark before it or not', () => {
		fc.assert(
			fc.property(fc.json(), fc.boolean(), (text, mark) => {
				expect(parse((mark ? '\ufeff' : '') + text)).toEqual(JSON.parse(text));
			})
		);
	});

	it.each([
		['{"a": 1,}', '1', '9', '}'],
		['[1 2]', '1', '4', '2]'],
		['{"a":\n\n nul}', '3', '2', 'nul}'],
		['{"a":1}\r\n]', '2', '1', ']'],
		['[01]', '1', '3', '1]'],
		["{'a':1}", '1', '2', "'a':1}"],
		['{"a" 1}', '1', '6', '1}'],
		['["a\tb"]', '1', '2', '"a\tb"]']
	])('says where it cannot be read: %j', (text, line, column, read) => {
		expect(failure(text)).toEqual({ code: 'error_json', params: { line, column, characters: text.length, read } });
	});

	it('is truncated wherever one cuts an object, and never anything else', () => {
		const entry = fc.tuple(fc.string(), fc.json());
		fc.assert(
			fc.property(fc.array(entry, { minLength: 1 }), fc.nat(), (entries, at) => {
				const text = `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`;
				// Half a character pair is not text any more.
				const cut = text.slice(0, at % text.length).replace(/[\ud800-\udbff]$/, '');
				expect(failure(cut).code).toBe('error_json_truncated');
			})
		);
	});
});
