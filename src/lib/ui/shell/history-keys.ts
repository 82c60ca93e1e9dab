/** What a key asks of the history of scenarios: Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y, ⌘ on a Mac; null where it is no such key, or a text field's own. */
export function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
	if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || isText(event.target)) return null;
	const key = event.key.toLowerCase();
	if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
	return key === 'y' && !event.shiftKey ? 'redo' : null;
}

function isText(target: EventTarget | null): boolean {
	const fields = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]';
	return target instanceof Element && target.closest(fields) !== null;
}
