import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What is the same in every language: the name of the app, its mark, what is typed in a terminal, the names of the languages in themselves. */
const SAME_EVERYWHERE = new Set([
	'Maillage',
	'M',
	'· Maillage',
	'npm run --silent maillage -- prepare --help',
	'Français',
	'English'
]);
/** Attributes that are read or heard. */
const SAID = new Set([
	'alt',
	'aria-description',
	'aria-label',
	'aria-roledescription',
	'aria-valuetext',
	'label',
	'placeholder',
	'title'
]);
const WORD = /\p{L}{2,}/u;
/** Words that follow each other, an accent, or a capital with what follows: no name of a class, of a key or of an element. */
const PHRASE = /\p{L}{2,}[ \u00a0\u202f’,]+\p{L}{2,}[^(){}[\];:=<>]*$|[à-ÿœ]|^[A-Z]\p{Ll}+[ \u00a0\u202f]/u;

interface Node {
	readonly type: string;
	readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Texts of a component that no message says. */
function literals(source: string): readonly string[] {
	const { fragment, instance } = parse(source, { modern: true });
	const found: string[] = [];
	const tell = (text: string, isSaid: boolean) => {
		const trimmed = text.trim();
		if (SAME_EVERYWHERE.has(trimmed)) return;
		if (isSaid ? WORD.test(trimmed) : PHRASE.test(trimmed)) found.push(trimmed);
	};
	/** @param said whether it stands where it is read: the text of an element, an attribute that is heard */
	function walk(value: unknown, said: boolean): void {
		if (Array.isArray(value)) for (const one of value) walk(one, said);
		if (!isNode(value) || value.type === 'Comment') return;
		if (value.type === 'Text') return tell(String(value.data), said);
		if (value.type === 'Literal') return typeof value.value === 'string' ? tell(value.value, false) : undefined;
		if (value.type === 'TemplateElement') return tell((value.value as { readonly cooked: string }).cooked, false);
		if (value.type === 'ImportDeclaration') return;
		if (value.type === 'Attribute') return SAID.has(String(value.name)) ? walk(value.value, true) : undefined;
		if (value.type === 'StyleDirective' || value.type === 'ClassDirective') return;
		for (const [key, part] of Object.entries(value)) if (key !== 'parent') walk(part, said);
	}
	walk(fragment, true);
	walk(instance?.content, false);
	return found;
}

describe('components', () => {
	it('hold no text of their own: all that is read or heard is a message', () => {
		const faults = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && entry.name.endsWith('.svelte'))
			.flatMap((entry) => {
				const path = join(entry.parentPath, entry.name);
				return literals(readFileSync(path, 'utf8')).map((text) => `${relative(root, path)}: ${text}`);
			});
		expect(faults).toEqual([]);
	});

	it('are found out when they do', () => {
		expect(literals('<p>Bonjour</p>')).toEqual(['Bonjour']);
		expect(literals('<button aria-label="Fermer">×</button>')).toEqual(['Fermer']);
		expect(literals('<p>{isOpen ? "ouvert le samedi" : "fermé"}</p>')).toEqual(['ouvert le samedi', 'fermé']);
		expect(literals('<script>const label = `Chosen sites: ${count} found`;</script><p>{label}</p>')).toEqual([
			'Chosen sites:'
		]);
		expect(literals('<p class="soft note" data-kind="some words">{m.key({}, { locale })} · 12 %</p>')).toEqual([]);
	});
});
