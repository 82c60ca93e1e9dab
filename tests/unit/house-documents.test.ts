import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const PAGES = [
	'README.md',
	...readdirSync(join(root, 'data/docs')).map((name) => `data/docs/${name}`),
	'data/reference/dictionnaire.md',
	'data/reference/indicators.md',
	'data/demo/README.md'
];
const all = (page: string, pattern: RegExp) => [...text(page).matchAll(pattern)].map(([, found]) => found);

describe.each(PAGES)('%s', (page) => {
	it('leads to files that are there, and to places that are in them', () => {
		const targets = [...all(page, /\]\(([^)\s]+)\)/g), ...all(page, /<img src="([^"]+)"/g)];
		for (const target of targets.filter((one) => !/^[a-z]+:/.test(one))) {
			const [path, place] = target.split('#');
			const file = path === '' ? page : join(dirname(page), path);
			expect([target, existsSync(join(root, file))]).toEqual([target, true]);
			if (place === undefined) continue;
			const heading = text(file)
				.match(/^#+ .*$/gm)
				?.map((line) => line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'));
			expect([target, heading?.includes(place) || text(file).includes(`<a id="${place}">`)]).toEqual([target, true]);
		}
	});

	it('names commands and measures that exist', () => {
		const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: object }).scripts);
		for (const name of all(page, /npm run (?:-s |--silent )?([\w:]+)/g)) expect(scripts).toContain(name);
		const benches = readdirSync(join(root, 'tests/bench'));
		for (const name of all(page, /npm run bench -- ([\w-]+)/g)) expect(benches).toContain(name);
		for (const path of all(page, /`((?:tests|src|scripts|workers|data)\/[\w./-]+\.\w+)`/g)) {
			expect([path, existsSync(join(root, path))]).toEqual([path, true]);
		}
	});
});

describe('pictures of the guide and of the README', () => {
	it('are made by the command that makes them, and are light', () => {
		const captures = text('scripts/captures.mjs');
		const pictures = PAGES.flatMap((page) => all(page, /captures\/([\w-]+\.webp)/g));
		expect(new Set(pictures).size).toBeGreaterThan(8);
		for (const picture of pictures) {
			const view = picture.replace(/-(?:ordinateur|telephone)\.webp$/, '');
			expect(captures).toMatch(new RegExp(`^\t${view}: '`, 'm'));
			expect(statSync(join(root, 'data/demo/captures', picture)).size).toBeLessThan(300_000);
		}
	});
});
