/**
 * Every key the app listens to, by the place that listens: what handles keys asks `shortcutOf`, and the help lists this. A key is named as
 * `KeyboardEvent.key` names it, letters in capitals, the space bar `Space`; `Mod` is Ctrl, or ⌘ on a Mac.
 */
export const SHORTCUTS = {
	/**
	 * Anywhere in the app. `print` is the browser's own, which does not wait for a map to be drawn as a picture. `baseline` holds as long as the
	 * key does: it types no character, so that nobody presses it by writing or by voice.
	 */
	app: {
		help: ['?'],
		undo: ['Mod+Z'],
		redo: ['Mod+Shift+Z', 'Mod+Y'],
		print: ['Mod+P'],
		close: ['Escape'],
		baseline: ['F2']
	},
	/** Enter designates the middle of the map. The arrows and the signs are MapLibre's own. */
	map: {
		designate: ['Enter', 'Space'],
		pan: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'],
		nearer: ['+'],
		further: ['-']
	},
	/** The cursor of the week. */
	week: {
		later: ['ArrowRight', 'ArrowUp'],
		earlier: ['ArrowLeft', 'ArrowDown'],
		hourLater: ['PageUp'],
		hourEarlier: ['PageDown'],
		dayStart: ['Home'],
		dayEnd: ['End'],
		play: ['Space']
	},
	/** The grid where hours are drawn; with Shift the arrows draw as they go. */
	grid: {
		earlier: ['ArrowUp'],
		later: ['ArrowDown'],
		dayBefore: ['ArrowLeft'],
		dayAfter: ['ArrowRight'],
		hourEarlier: ['PageUp'],
		hourLater: ['PageDown'],
		dayStart: ['Home'],
		dayEnd: ['End'],
		draw: ['Enter', 'Space'],
		remove: ['Delete', 'Backspace'],
		leave: ['Escape']
	},
	/** Hours typed as words. */
	hoursField: { keep: ['Enter'], newLine: ['Shift+Enter'] },
	/** Rows of a table of figures. */
	table: { next: ['ArrowDown'], previous: ['ArrowUp'], first: ['Home'], last: ['End'] },
	/** The list of sectors. */
	sectors: { next: ['ArrowDown'], previous: ['ArrowUp'] },
	/** The map where the outline of a sector is drawn. */
	outline: {
		left: ['ArrowLeft'],
		right: ['ArrowRight'],
		up: ['ArrowUp'],
		down: ['ArrowDown'],
		put: ['Enter', 'Space'],
		nextCorner: ['PageDown'],
		previousCorner: ['PageUp'],
		remove: ['Delete'],
		back: ['Backspace'],
		nearer: ['+', '='],
		further: ['-']
	},
	/** The buttons that put a place further; with Shift by long steps. */
	steps: { west: ['ArrowLeft'], north: ['ArrowUp'], south: ['ArrowDown'], east: ['ArrowRight'] },
	/** What is chosen as a button is, without being one: a figure of the diagnostic. */
	control: { press: ['Enter', 'Space'] },
	/** A search field within a form: Enter searches, it does not send the form. */
	search: { find: ['Enter'] }
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export type ShortcutPlace = keyof typeof SHORTCUTS;
export type Shortcut<Place extends ShortcutPlace> = Extract<keyof (typeof SHORTCUTS)[Place], string>;

/** What of a keyboard event tells the key. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * What a key asks for where it is pressed; null where it is none of that place's. Shift is told apart with Mod, or where the place has the
 * same key with Shift; else it is the way some keyboards type a sign.
 */
export function shortcutOf<Place extends ShortcutPlace>(place: Place, press: KeyPress): Shortcut<Place> | null {
	const hasMod = press.ctrlKey || press.metaKey;
	if (press.altKey) return null;
	const key = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toUpperCase() : press.key;
	const exact = actionOf(place, `${hasMod ? 'Mod+' : ''}${press.shiftKey ? 'Shift+' : ''}${key}`);
	return exact ?? (press.shiftKey && !hasMod ? actionOf(place, key) : null);
}

function actionOf<Place extends ShortcutPlace>(place: Place, keys: string): Shortcut<Place> | null {
	const actions = Object.entries<readonly string[]>(SHORTCUTS[place]);
	return (actions.find(([, combinations]) => combinations.includes(keys))?.[0] as Shortcut<Place> | undefined) ?? null;
}

/** As `aria-keyshortcuts` has it. */
export function ariaShortcuts<Place extends ShortcutPlace>(place: Place, action: Shortcut<Place>): string {
	const combinations = SHORTCUTS[place][action] as readonly string[];
	return combinations
		.flatMap((keys) =>
			keys.startsWith('Mod+') ? [keys.replace('Mod', 'Control'), keys.replace('Mod', 'Meta')] : [keys]
		)
		.join(' ');
}

/** Whether the element is one that text is typed into: keys that write are its own. */
export function isTyped(target: EventTarget | null): boolean {
	const fields = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';
	return target instanceof Element && target.closest(fields) !== null;
}
