import type { Shortcut, ShortcutPlace } from '#domain/shortcuts.ts';
import { m } from '#i18n/paraglide/messages.js';

type Words = typeof m.shortcut_help;

/** Shortcuts that are told in one line: their keys stand in this order. */
interface ShortcutRow<Place extends ShortcutPlace> {
	readonly actions: readonly Shortcut<Place>[];
	readonly words: Words;
}
type ShortcutGroup = {
	readonly [Place in ShortcutPlace]: {
		readonly place: Place;
		readonly title: Words;
		readonly rows: readonly ShortcutRow<Place>[];
	};
}[ShortcutPlace];

const row = <Place extends ShortcutPlace>(words: Words, ...actions: Shortcut<Place>[]): ShortcutRow<Place> => ({
	actions,
	words
});

/** What the help says of every shortcut, place by place. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
	{
		place: 'app',
		title: m.help_place_app,
		rows: [
			row(m.shortcut_help, 'help'),
			row(m.shortcut_undo, 'undo'),
			row(m.shortcut_redo, 'redo'),
			row(m.shortcut_print, 'print'),
			row(m.shortcut_close, 'close'),
			row(m.shortcut_baseline, 'baseline')
		]
	},
	{
		place: 'map',
		title: m.help_place_map,
		rows: [
			row(m.shortcut_pan, 'pan'),
			row(m.shortcut_zoom, 'nearer', 'further'),
			row(m.shortcut_designate, 'designate')
		]
	},
	{
		place: 'week',
		title: m.help_place_week,
		rows: [
			row(m.shortcut_quarter, 'earlier', 'later'),
			row(m.shortcut_hour, 'hourEarlier', 'hourLater'),
			row(m.shortcut_day_ends, 'dayStart', 'dayEnd'),
			row(m.shortcut_play, 'play')
		]
	},
	{
		place: 'table',
		title: m.help_place_table,
		rows: [row(m.shortcut_row, 'previous', 'next'), row(m.shortcut_row_ends, 'first', 'last')]
	},
	{ place: 'sectors', title: m.help_place_sectors, rows: [row(m.shortcut_sector, 'previous', 'next')] },
	{
		place: 'grid',
		title: m.help_place_grid,
		rows: [
			row(m.shortcut_quarter, 'earlier', 'later'),
			row(m.shortcut_hour, 'hourEarlier', 'hourLater'),
			row(m.shortcut_day, 'dayBefore', 'dayAfter'),
			row(m.shortcut_day_ends, 'dayStart', 'dayEnd'),
			row(m.shortcut_draw, 'draw'),
			row(m.shortcut_remove_slot, 'remove'),
			row(m.shortcut_leave, 'leave')
		]
	},
	{
		place: 'hoursField',
		title: m.help_place_hours_field,
		rows: [row(m.shortcut_keep, 'keep'), row(m.shortcut_new_line, 'newLine')]
	},
	{
		place: 'steps',
		title: m.help_place_steps,
		rows: [row(m.shortcut_step, 'west', 'north', 'south', 'east')]
	},
	{ place: 'control', title: m.help_place_control, rows: [row(m.shortcut_press, 'press')] },
	{
		place: 'outline',
		title: m.help_place_outline,
		rows: [
			row(m.shortcut_cross, 'left', 'up', 'down', 'right'),
			row(m.shortcut_put, 'put'),
			row(m.shortcut_corner, 'previousCorner', 'nextCorner'),
			row(m.shortcut_remove_corner, 'remove'),
			row(m.shortcut_back, 'back'),
			row(m.shortcut_zoom, 'nearer', 'further')
		]
	},
	{ place: 'search', title: m.help_place_search, rows: [row(m.shortcut_find, 'find')] }
];

/** A key as keyboards show it, and its name where that is a sign. */
export interface KeyWords {
	readonly sign: string | null;
	readonly name: Words | null;
}

const KEYS: Readonly<Record<string, KeyWords>> = {
	ArrowLeft: { sign: '←', name: m.key_left },
	ArrowUp: { sign: '↑', name: m.key_up },
	ArrowRight: { sign: '→', name: m.key_right },
	ArrowDown: { sign: '↓', name: m.key_down },
	Enter: { sign: null, name: m.key_enter },
	Space: { sign: null, name: m.key_space },
	Delete: { sign: null, name: m.key_delete },
	Backspace: { sign: null, name: m.key_backspace },
	PageUp: { sign: null, name: m.key_page_up },
	PageDown: { sign: null, name: m.key_page_down },
	Home: { sign: null, name: m.key_home },
	End: { sign: null, name: m.key_end },
	Shift: { sign: null, name: m.key_shift },
	Escape: { sign: null, name: m.key_escape },
	Mod: { sign: null, name: m.key_mod }
};

/** The keys of a combination, in the order they are held. */
export const keysOf = (combination: string): readonly KeyWords[] =>
	combination.split('+').length > 1 && combination !== '+'
		? combination.split('+').map(keyWords)
		: [keyWords(combination)];

const keyWords = (key: string): KeyWords => KEYS[key] ?? { sign: key, name: null };
