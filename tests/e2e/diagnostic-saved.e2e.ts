import { readFile } from 'node:fs/promises';
import { isPhone, openDemo } from './app.ts';
import { expect, test } from './page.ts';

const LONGEST_WHOLE = 8;

test('the page that is saved prints short tables whole, a note under its table, and no name without its calculation @wide', async ({
	page
}) => {
	await openDemo(page, 'diagnostic/');
	if (isPhone(page)) await page.getByRole('button', { name: 'Chiffre', exact: true }).click();
	const save = page.getByRole('button', { name: 'Page HTML', exact: true });
	await expect(save).toBeEnabled({ timeout: 30_000 });
	const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
	const saved = (await readFile(await download.path())).toString();
	const alone = await page.context().newPage();
	await alone.setContent(saved);
	await alone.emulateMedia({ media: 'print' });
	const { tables, rest } = await alone.evaluate(() => {
		const all = (selector: string, property: 'breakInside' | 'breakBefore' | 'breakAfter') => [
			...new Set([...document.querySelectorAll(selector)].map((one) => getComputedStyle(one)[property]))
		];
		return {
			tables: [...document.querySelectorAll('table')].map((one) => ({
				rows: one.tBodies[0].rows.length,
				isWhole: getComputedStyle(one).breakInside === 'avoid'
			})),
			rest: [all('.under', 'breakBefore'), all('dt', 'breakAfter'), all('dd', 'breakInside')]
		};
	});
	expect(tables.filter(({ rows, isWhole }) => isWhole !== rows <= LONGEST_WHOLE)).toEqual([]);
	expect(new Set(tables.map(({ isWhole }) => isWhole)).size).toBe(2);
	expect(rest).toEqual([['avoid'], ['avoid'], ['avoid']]);
});
