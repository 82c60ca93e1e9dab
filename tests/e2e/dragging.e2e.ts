import type { Page } from '@playwright/test';
import { isPhone, openDemo } from './app.ts';
import { expect, test } from './page.ts';

interface Pixel {
	readonly x: number;
	readonly y: number;
}

const map = (page: Page) => page.locator('.maplibregl-canvas');
const list = (page: Page) => page.getByRole('list', { name: 'Modifications du scénario' });
/** What is said of the pin that is dragged. */
const words = (page: Page) => page.locator('ul[aria-live="polite"]').filter({ hasText: 'à portée' });

async function middleOf(page: Page): Promise<Pixel> {
	const box = await map(page).boundingBox();
	if (box === null) throw new Error('There is no map');
	return { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
}

async function toggleSheet(page: Page, isOpen: boolean): Promise<void> {
	const sheet = page.getByRole('button', { name: 'Scénario', exact: true });
	if (isPhone(page) && (await sheet.getAttribute('aria-expanded')) === String(!isOpen)) await sheet.click();
}

/** Opens a place in the middle of the map. */
async function openPlace(page: Page): Promise<Pixel> {
	await openDemo(page, 'simulation/?dire=proximite');
	await toggleSheet(page, true);
	await page.getByRole('button', { name: 'Ouvrir un lieu', exact: true }).click();
	await toggleSheet(page, false);
	// By the keyboard: at the centre, whatever lies over the map.
	await map(page).focus();
	await page.keyboard.press('Enter');
	await toggleSheet(page, true);
	await page.getByRole('form').getByLabel('Nom').fill('Annexe');
	await page.getByRole('form').getByRole('button', { name: 'Ouvrir ce lieu' }).click();
	await expect(list(page).getByRole('listitem')).toContainText(/gagn|Personne/, { timeout: 30_000 });
	await toggleSheet(page, false);
	return middleOf(page);
}

/** A pointer, or a finger, that holds the pin and is moved. */
async function hand(page: Page) {
	if (!isPhone(page)) {
		const { mouse } = page;
		return {
			down: async ({ x, y }: Pixel) => {
				await mouse.move(x, y);
				await mouse.down();
			},
			move: ({ x, y }: Pixel) => mouse.move(x, y, { steps: 3 }),
			up: () => mouse.up()
		};
	}
	const session = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Pixel[]) =>
		session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
	return {
		down: (at: Pixel) => touch('touchStart', [at]),
		move: (at: Pixel) => touch('touchMove', [at]),
		up: () => touch('touchEnd', [])
	};
}

test('the map, its legend and the people follow a pin that is dragged, until it is let go or given up', async ({
	page
}) => {
	test.slow();
	const from = await openPlace(page);
	const { down, move, up } = await hand(page);
	await down(from);
	await move({ x: from.x + 30, y: from.y });
	await expect(words(page)).toContainText(/trajet plus court pour/, { timeout: 30_000 });
	const near = await words(page).innerText();
	if (!isPhone(page)) {
		await expect(page.getByRole('region', { name: 'À l’endroit montré sur la carte' })).toContainText('Accès amélioré');
		await expect(page.getByRole('region', { name: 'Scénario' })).toContainText('À l’endroit montré sur la carte');
	}
	await move({ x: from.x + 70, y: from.y + 60 });
	await expect(words(page)).not.toHaveText(near, { timeout: 30_000 });
	// Given up: it stands where it stood.
	await page.keyboard.press('Escape');
	await expect(words(page)).toHaveCount(0);
	await up();
	await down(from);
	await move({ x: from.x + 60, y: from.y });
	await expect(words(page)).toContainText(/trajet plus court pour/, { timeout: 30_000 });
	await up();
	await expect(words(page)).toHaveCount(0);
	await toggleSheet(page, true);
	await expect(list(page).getByRole('listitem')).toHaveCount(1);
	await page.keyboard.press('Control+z');
	await expect(list(page).getByRole('listitem')).toHaveCount(1);
	await page.keyboard.press('Control+z');
	await expect(list(page)).toHaveCount(0);
});

test('a place that is put is moved by steps with the arrows, and what it would bring follows @wide', async ({
	page
}) => {
	await openDemo(page, 'simulation/?dire=proximite&mode=pied');
	await toggleSheet(page, true);
	await page.getByRole('button', { name: 'Ouvrir un lieu', exact: true }).click();
	await toggleSheet(page, false);
	await map(page).focus();
	await page.keyboard.press('Enter');
	await toggleSheet(page, true);
	const said = page
		.getByRole('form')
		.getByRole('status')
		.filter({ hasText: /Un autre clic/ });
	await expect(said).toContainText(/trajet plus court|Aucune route/, { timeout: 30_000 });
	const before = await said.innerText();
	await page.getByRole('button', { name: 'Vers l’est' }).focus();
	for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight');
	await expect(said).not.toHaveText(before, { timeout: 30_000 });
});

test('the map flips to the present situation by a button and by a held key, at once the second time, on both pages @wide', async ({
	page
}) => {
	test.slow();
	await page.addInitScript(() => {
		const asked: string[] = [];
		const waited = new Set<number>();
		const heard = new WeakSet<Worker>();
		Object.assign(window, { asked, waited });
		const post = Worker.prototype.postMessage;
		Worker.prototype.postMessage = function (this: Worker, ...given: unknown[]) {
			const { type, id, job } = given[0] as { type?: string; id?: number; job?: string };
			if (!heard.has(this)) {
				heard.add(this);
				this.addEventListener('message', ({ data }: MessageEvent<{ type: string; id: number }>) => {
					if (data.type !== 'progress') waited.delete(data.id);
				});
			}
			if (type === 'run' && job !== undefined && id !== undefined) {
				asked.push(job);
				waited.add(id);
			}
			return post.apply(this, given as Parameters<Worker['postMessage']>);
		};
	});
	/** Everything that was asked is answered, and nothing more is asked: a side that is left before is asked again. */
	const answered = async () => {
		let before = -1;
		const isCalm = async () => {
			const { asked, waiting } = await page.evaluate(() => {
				const { asked, waited } = window as unknown as { asked: string[]; waited: Set<number> };
				return { asked: asked.length, waiting: waited.size };
			});
			const isSame = asked === before;
			before = asked;
			return isSame && waiting === 0;
		};
		await expect.poll(isCalm, { timeout: 30_000, intervals: [700] }).toBe(true);
	};
	await openPlace(page);
	for (const carte of [false, true]) {
		if (carte) await page.getByRole('link', { name: 'Carte', exact: true }).click();
		const flip = page.getByRole('button', { name: 'Voir la situation actuelle' });
		const side = page.getByRole('region', { name: 'Carte', exact: true }).getByRole('status').first();
		await expect(flip).toHaveAttribute('aria-pressed', 'false', { timeout: 30_000 });
		await expect(side).toHaveText('Scénario 1');
		await flip.click();
		await expect(flip).toHaveAttribute('aria-pressed', 'true');
		await expect(side).toHaveText('Situation actuelle');
		// What the scenario brings is told all the same.
		if (!carte) {
			await toggleSheet(page, true);
			await expect(list(page).getByRole('listitem')).toContainText(/gagn|Personne/);
			await toggleSheet(page, false);
		}
		await answered();
		await flip.click();
		await expect(side).toHaveText('Scénario 1');
		await answered();
		const askedBefore = await page.evaluate(() => (window as unknown as { asked: string[] }).asked.length);
		await page.keyboard.down('F2');
		await expect(side).toHaveText('Situation actuelle');
		await page.keyboard.up('F2');
		await expect(side).toHaveText('Scénario 1');
		const asked = await page.evaluate(() => (window as unknown as { asked: string[] }).asked);
		expect(asked.slice(askedBefore)).toEqual([]);
	}
});
