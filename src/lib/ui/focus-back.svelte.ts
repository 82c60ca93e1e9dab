import { tick } from 'svelte';

/** What a control is called; null where it has no name to be found again by. */
const nameOf = (element: Element | null) =>
	element === null || element === document.body
		? null
		: (element.getAttribute('aria-label') ?? element.textContent)?.trim() || null;

/**
 * What is not a window of its own is closed with the focus in it, and may have taken the place of the button that opened it. Once it has
 * closed, and only where the focus is lost, what opened it has the focus back: found by its name, as it may have been made anew, or else
 * `otherwise`. To be called while a component is made.
 */
export function giveFocusBack(isOpen: () => boolean, otherwise: () => HTMLElement | null | undefined): void {
	const open = $derived(isOpen());
	let opener: string | null = null;

	$effect.pre(() => {
		if (open) opener = nameOf(document.activeElement);
	});
	$effect(() => {
		if (open || opener === null) return;
		const name = opener;
		opener = null;
		void tick().then(() => {
			if (document.activeElement !== null && document.activeElement !== document.body) return;
			const controls = [...document.querySelectorAll<HTMLElement>('main :is(button, canvas):not(:disabled)')];
			const again = controls.find((control) => nameOf(control) === name && control.checkVisibility());
			(again ?? otherwise())?.focus();
		});
	});
}
