import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/lib/i18n/messages');

/** A text, or its variants by plural. */
type Text = string | { declarations: string[]; match: Record<string, string> }[];

function messages(locale: string): Map<string, Text> {
	const all = new Map<string, Text>();
	for (const file of readdirSync(join(folder, locale))) {
		const entries = Object.entries(
			JSON.parse(readFileSync(join(folder, locale, file), 'utf8')) as Record<string, Text>
		);
		for (const [key, text] of entries) {
			if (key === '$schema') continue;
			expect(all.has(key), `${key} is said twice (${locale}/${file})`).toBe(false);
			all.set(key, text);
		}
	}
	return all;
}

function variants(text: Text): string[] {
	return typeof text === 'string' ? [text] : text.flatMap(({ match }) => Object.values(match));
}

const placeholders = (text: Text) => [...new Set(variants(text).flatMap((one) => one.match(/\{\w+\}/g) ?? []))].sort();

function sources(path: string): string {
	return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.parentPath.includes('paraglide'))
		.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
		.join('\n');
}

const fr = messages('fr');
const en = messages('en');
const code = sources('src') + sources('workers');

describe('messages', () => {
	it('exist in both languages, with the same blanks to fill', () => {
		expect([...fr.keys()].filter((key) => !en.has(key))).toEqual([]);
		expect([...en.keys()].filter((key) => !fr.has(key))).toEqual([]);
		for (const [key, text] of fr) expect([key, placeholders(text)]).toEqual([key, placeholders(en.get(key) ?? '')]);
	});

	it('catch every plural: French has "many" beside one and other', () => {
		for (const text of [...fr.values(), ...en.values()]) {
			if (typeof text === 'string') continue;
			for (const { match } of text) expect(Object.keys(match).some((selector) => selector.endsWith('=*'))).toBe(true);
		}
	});

	it('declare each blank of a plural: the compiler refuses the whole project otherwise', () => {
		for (const text of [...fr.values(), ...en.values()]) {
			if (typeof text === 'string') continue;
			for (const { declarations, match } of text) {
				const blanks = Object.values(match).flatMap((one) => [...one.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
				expect(declarations).toEqual(expect.arrayContaining(blanks.map((name) => `input ${name}`)));
			}
		}
	});

	it('are there for every code that the programme can give', () => {
		const used = new Set(
			[...code.matchAll(/['"`]((?:error|note|reason|cli|step|counted_reason)_[a-z0-9_]+)['"`]/g)].map(([, key]) => key)
		);
		expect([...used].filter((key) => !fr.has(key))).toEqual([]);
	});

	it('are all used', () => {
		const used = new Set(
			[...code.matchAll(/['"`](\w+)['"`]|\bm\.(\w+)/g)].flatMap(([, quoted, called]) => quoted ?? called)
		);
		expect([...fr.keys()].filter((key) => !used.has(key))).toEqual([]);
	});

	it('follow French typography: no plain space before a double punctuation mark or inside quotes', () => {
		const wrong = [...fr].flatMap(([key, text]) =>
			variants(text)
				.filter((one) => / [;:!?»]|« /.test(one))
				.map((one) => `${key}: ${one}`)
		);
		expect(wrong).toEqual([]);
	});

	it('name the official population in one way in an English diagnostic, not in French', () => {
		const inFrench = [...en].filter(
			([key, text]) => /^(diagnostic|report)_/.test(key) && /municipale/.test(variants(text).join())
		);
		expect(inFrench.map(([key]) => key)).toEqual([]);
	});

	it('keep a number with its unit, and its thousands together: no plain space between them', () => {
		// A terminal breaks no line by itself.
		const onScreen = [...fr].filter(([key]) => !/^(?:cli|headline)_/.test(key));
		const wrong = onScreen.flatMap(([key, text]) =>
			variants(text)
				.filter((one) => /[\d}] (?:(?:min|h|km²|km|m²|m|hab)(?![\p{L}’])|[%€]|\d{3}(?!\d))/u.test(one))
				.map((one) => `${key}: ${one}`)
		);
		expect(wrong).toEqual([]);
	});
});
