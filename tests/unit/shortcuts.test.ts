import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ariaShortcuts, SHORTCUTS, shortcutOf, type KeyPress, type ShortcutPlace } from '#domain/shortcuts.ts';
import { SHORTCUT_GROUPS } from '../../src/lib/ui/shell/shortcut-words.ts';

const root = join(import.meta.dirname, '../..');
const places = Object.keys(SHORTCUTS) as ShortcutPlace[];
const keysIn = (place: ShortcutPlace) => Object.values<readonly string[]>(SHORTCUTS[place]).flat();

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	...held
});

describe('shortcuts', () => {
	it('never ask two things with the same keys in one place', () => {
		for (const place of places) {
			const keys = keysIn(place);
			expect([place, keys.filter((one, rank) => keys.indexOf(one) !== rank)]).toEqual([place, []]);
		}
	});

	it('leave to the whole app its keys: a place takes none of them but Escape, which leaves in both', () => {
		const app = new Set<string>(keysIn('app'));
		for (const place of places.filter((one) => one !== 'app'))
			expect(keysIn(place).filter((keys) => app.has(keys) && keys !== 'Escape')).toEqual([]);
	});

	it('take none of the keys of browsers and screen readers: no Alt, no Tab, of Ctrl only undo, redo, and print, which prints', () => {
		const all = places.flatMap(keysIn);
		expect(all.filter((keys) => /Alt|Tab|CapsLock|Insert/.test(keys))).toEqual([]);
		expect(all.filter((keys) => keys.startsWith('Mod+')).sort()).toEqual(['Mod+P', 'Mod+Shift+Z', 'Mod+Y', 'Mod+Z']);
	});

	it('are one character everywhere only for the help, which can be turned off (WCAG 2.1.4)', () => {
		expect(keysIn('app').filter((keys) => keys.length === 1)).toEqual(SHORTCUTS.app.help);
	});

	it('are told from the keys pressed: Ctrl or ⌘, Shift, signs that some keyboards type with Shift', () => {
		expect(shortcutOf('app', press('z', { ctrlKey: true }))).toBe('undo');
		expect(shortcutOf('app', press('Z', { metaKey: true, shiftKey: true }))).toBe('redo');
		expect(shortcutOf('app', press('y', { ctrlKey: true }))).toBe('redo');
		expect(shortcutOf('app', press('y', { ctrlKey: true, shiftKey: true }))).toBe(null);
		expect(shortcutOf('app', press('z'))).toBe(null);
		expect(shortcutOf('app', press('?', { shiftKey: true }))).toBe('help');
		// AltGr is Ctrl and Alt.
		expect(shortcutOf('app', press('z', { ctrlKey: true, altKey: true }))).toBe(null);
		expect(shortcutOf('hoursField', press('Enter'))).toBe('keep');
		expect(shortcutOf('hoursField', press('Enter', { shiftKey: true }))).toBe('newLine');
		expect(shortcutOf('grid', press('ArrowUp', { shiftKey: true }))).toBe('earlier');
		expect(shortcutOf('week', press(' '))).toBe('play');
		expect(shortcutOf('table', press('ArrowLeft'))).toBe(null);
		expect(ariaShortcuts('app', 'undo')).toBe('Control+Z Meta+Z');
	});

	it('are each told in the help, once', () => {
		for (const place of places) {
			const told = SHORTCUT_GROUPS.filter((group) => group.place === place).flatMap(({ rows }) =>
				rows.flatMap(({ actions }): readonly string[] => actions)
			);
			expect([place, told.sort()]).toEqual([place, Object.keys(SHORTCUTS[place]).sort()]);
		}
	});

	it('are all here: nothing else of the app looks at which key was pressed', () => {
		const elsewhere = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name))
			.filter((path) => !path.includes('paraglide') && !path.endsWith('shortcuts.ts'))
			.filter((path) =>
				/\b(event|press|pressed|e)\.(key|code|keyCode)\b|'(Arrow(Up|Down|Left|Right)|Escape|PageUp|PageDown)'/.test(
					readFileSync(path, 'utf8')
				)
			);
		expect(elsewhere).toEqual([]);
	});
});
