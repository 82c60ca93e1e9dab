import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TABLE_COLUMNS } from '#domain/table-columns.ts';
import { AGE_COLUMNS } from '#io/population/population-columns.ts';

const root = join(import.meta.dirname, '../..');
const dictionary = readFileSync(join(root, 'data/reference/dictionnaire.md'), 'utf8');
const named = new Set([...dictionary.matchAll(/`([^`]+)`/g)].map((match) => match[1]));

/** The headings a reader recognises, as its source lists them. */
function headingsOf(path: string): string[] {
	const source = readFileSync(join(root, path), 'utf8');
	const list = /const HEADINGS = \{([^]*?)\n\} as const/.exec(source)?.[1] ?? '';
	return [...list.matchAll(/^\t(\w+): \[([^\]]*)\]/gm)].flatMap(([, field, headings]) => [
		field,
		...[...headings.matchAll(/'([^']+)'/g)].map((match) => match[1])
	]);
}

test.each([
	['src/lib/io/sites/sites-columns.ts', 100],
	['src/lib/io/communes/communes-columns.ts', 40],
	['src/lib/io/population/population-columns.ts', 50]
])('the dictionary names every heading that %s recognises', (path, least) => {
	const headings = headingsOf(path);
	expect(headings.length).toBeGreaterThan(least);
	expect(headings.filter((heading) => !named.has(heading))).toEqual([]);
});

test('the dictionary names every age band and every column of the tables', () => {
	const columns = [...AGE_COLUMNS.map(({ heading }) => heading), ...Object.values(TABLE_COLUMNS).flat()];
	expect(columns.filter((column) => !named.has(column))).toEqual([]);
});
