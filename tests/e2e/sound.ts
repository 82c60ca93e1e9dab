import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './page.ts';

/**
 * Axe finds no fault in the page as it stands, and nothing runs out of the window, across or down: what is long scrolls in its own box.
 *
 * @param state told with a fault, where a test looks at several
 */
export async function expectSound(page: Page, state = ''): Promise<void> {
	const overflow = await page.evaluate(() => {
		const window = document.documentElement;
		return [window.scrollWidth - window.clientWidth, window.scrollHeight - window.clientHeight];
	});
	expect(overflow, state).toEqual([0, 0]);
	const { violations } = await new AxeBuilder({ page })
		// What is no fault is not told; there is no frame of another origin, for which each run else opens a page of its own.
		.options({ resultTypes: ['violations'] })
		.setLegacyMode()
		.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
		.analyze();
	const faults = violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, any, html }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''} ${html.slice(0, 200)}`)
	);
	expect(faults, state).toEqual([]);
}
