import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './page.ts';

test('the first page names the project, in French first and in English', async ({ page }) => {
	await page.goto('./');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maillage');
	await expect(page.getByText('Maillage montre un réseau')).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');

	await page.getByRole('button', { name: 'English' }).click();
	await expect(page.getByText('Maillage shows a public-library network')).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
});

test('the language is in the address', async ({ page }) => {
	await page.goto('./?lang=en');
	await expect(page.getByText('Maillage shows a public-library network')).toBeVisible();
});

test('nothing runs sideways out of the window, and axe finds no fault', async ({ page }) => {
	await page.goto('./');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(overflow).toBeLessThanOrEqual(0);
	const { violations } = await new AxeBuilder({ page })
		.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
		.analyze();
	expect(violations.map((violation) => violation.id)).toEqual([]);
});

test('keeps no cookie', async ({ page, context }) => {
	await page.goto('./');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	expect(await context.cookies()).toEqual([]);
});
